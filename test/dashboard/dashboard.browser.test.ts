/** The dashboard in a real browser on a run of a real night: what pages show is what the landed rows mean. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METRICS } from '../../metrics/index.js';
import type { Programme } from '../../policies/policy.js';
import { accountableRate, count, noCounts } from '../independent/counts.js';
import type { JudgedOrder } from '../independent/judge.js';
import type { SellerMetric, SellerTier } from '../independent/seller-metrics.js';
import { type Day, dayText, localDay } from '../independent/time.js';
import { hasChromium, type OpenDashboard, openDashboard } from './open-browser.js';
import { openPublished, type Published } from './query.js';
import { NIGHT_BEFORE, RUN_DATE, type SmallNight, smallNight } from './small-night.js';

const present = hasChromium();
const WINDOWS = [7, 28, 90];
const MAIN = 'eu-seller-standards';
const titleOf = (metric: string): string => METRICS.find(({ key }) => key === metric)?.title ?? metric;

let night: SmallNight;
let published: Published;
let dashboard: OpenDashboard;
const open = (hash: string): Promise<void> => dashboard.open(hash);
const at = (testid: string): Locator => dashboard.at(testid);

beforeAll(async () => {
  if (!present) return;
  night = await smallNight();
  published = await openPublished(night.store);
  dashboard = await openDashboard(night.store);
});

afterAll(async () => {
  await dashboard?.close();
  published?.close();
  await night?.remove();
});

/** Until the list shows what is asked of it. */
const found = () => dashboard.page.locator('.list[aria-busy=false]').waitFor();
const textOf = async (locator: Locator): Promise<string> => (await locator.innerText()).trim();

/** The number that a text begins with: `8,489` is 8489, `2.28%` is 2.28, `£1,079` is 1079; null for a dash or words. */
const numberIn = (text: string): number | null => {
  const found = /^[^\d\n–]{0,3}(\d[\d,]*\.?\d*)/.exec(text.trim());
  return found ? Number(found[1]!.replaceAll(',', '')) : null;
};
/** Shown numbers are rounded for the eye: equal to within half of the last digit shown. */
const expectShown = (text: string, value: number | null | undefined, scale = 1, what = ''): void => {
  const shown = numberIn(text);
  if (value == null) {
    expect(shown, `${what}: ${text} where there is no number`).toBeNull();
    return;
  }
  expect(shown, `${what}: no number in ${JSON.stringify(text)}`).not.toBeNull();
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  expect(Math.abs(shown! - value * scale), `${what}: shown ${text}, counted ${value}`).toBeLessThanOrEqual(
    0.5 * 10 ** -decimals + 1e-9,
  );
};

const keyOf = ({ seller_id, order_id }: { seller_id: string; order_id: string }): string => `${seller_id}/${order_id}`;
/** Whether a day is among so many that end with the last one. */
const among = (day: Day, days: number, last: Day): boolean => day > last - days && day <= last;
/** Orders placed in a region (or ALL) in a window that ends so many days before the run date. */
const placed = (region: string, days: number, ago = 0): JudgedOrder[] =>
  night.ledger.orders.filter(
    (order) => (region === 'ALL' || order.region === region) && among(order.placed_day, days, night.ledger.run_date - ago),
  );
const sellersOf = (orders: readonly { seller_id: string }[]): Set<string> => new Set(orders.map((order) => order.seller_id));
/** Tiers proposed. */
const tiersOf = (programme: string, tiers: readonly SellerTier[] = night.now.tiers) =>
  new Map(tiers.filter((one) => one.programme === programme).map((one) => [one.seller_id, one.tier]));

/**
 * The tier held after evaluations a week apart that found these proposed: nobody begins below the standard, a better one is held at
 * once, and no notice is settled within a week.
 */
function heldOf({ tiers, standard }: Programme, proposed: readonly (string | undefined)[]): string {
  const place = (tier: string | undefined) => tiers.findIndex(({ key }) => key === tier);
  const places = proposed.map(place).filter((at) => at >= 0);
  return places.length === 0 ? 'not_assessable' : tiers[Math.min(place(standard), ...places)]!.key;
}
/** Tiers held after both nights, by seller. */
const heldTiersOf = (programme: Programme): Map<string, string> => {
  const was = tiersOf(programme.programme, night.before.tiers);
  return new Map([...tiersOf(programme.programme)].map(([seller, is]) => [seller, heldOf(programme, [was.get(seller), is])]));
};

/** One total for each currency of regions, and no more of them. */
async function expectEachCurrency(days: number): Promise<void> {
  const sums = new Map<string, number>();
  for (const order of placed('ALL', days)) {
    const { gmv_minor, currency } = night.value.get(keyOf(order))!;
    const own = night.policies.regions.find(({ code }) => code === order.region)!.currency;
    if (currency === own) sums.set(own, (sums.get(own) ?? 0) + gmv_minor);
  }
  const shown = at('kpi-gmv').locator('[data-currency]');
  expect(await shown.count()).toBe(sums.size);
  for (const [currency, minor] of sums)
    expectShown(await textOf(at('kpi-gmv').locator(`[data-currency=${currency}]`)), minor, 0.01, `${days} days of ${currency}`);
}

describe.skipIf(!present)('the dashboard in a browser', () => {
  test('every page says which day was judged, by which run, under which policies', async () => {
    for (const hash of ['#/overview', '#/sellers', '#/quality', '#/seller/nobody']) {
      await open(hash);
      expect(await dashboard.page.locator('time').first().getAttribute('datetime')).toBe(RUN_DATE);
      expect(await textOf(at('run-id'))).toBe(`${RUN_DATE}-001`);
      for (const { version } of night.policies.programmes) expect(await textOf(at('policies'))).toContain(version);
    }
  });

  test.each(['ALL', 'DE'])(
    'tiles of %s: what was sold, by how many sellers, and the change against the period before',
    async (region) => {
      const currency = region === 'DE' ? 'EUR' : null;
      const goods = (days: number, ago: number): number | null =>
        currency && placed(region, days, ago).reduce((sum, order) => sum + night.value.get(keyOf(order))!.gmv_minor, 0);
      const joined = (days: number, ago: number): number =>
        [...night.described.values()].filter(
          ({ home_region, joined_on }) =>
            (region === 'ALL' || home_region === region) &&
            among(Math.floor(Date.parse(joined_on!) / 86_400_000), days, night.ledger.run_date - ago),
        ).length;
      for (const days of WINDOWS) {
        await open(`#/overview?region=${region}&window=${days}`);
        const tile = async (name: string, of: (days: number, ago: number) => number | null, scale = 1) => {
          const [now, before] = [of(days, 0), of(days, days)];
          const what = `${region} ${days} ${name}`;
          expectShown(await textOf(at(`kpi-${name}`).locator('.figure')), now, scale, what);
          if (now === null || before === null) return;
          const note = await textOf(at(`kpi-${name}`).locator('.tile-note'));
          // Nobody ordered yet when the period before began: there is nothing whole to compare with.
          const first = Math.min(...placed(region, 10_000).map(({ placed_day }) => placed_day));
          if (first > night.ledger.run_date - 2 * days + 1) {
            expect(note).toMatch(/^no full earlier period/);
            return;
          }
          expectShown(/from (.*)$/s.exec(note)![1]!, before, scale, `${what} before`);
          if (before === 0) return;
          const change = (now - before) / before;
          expectShown(await textOf(at(`kpi-${name}`).locator('.change .tabular')), Math.abs(change), 100, `${what} change`);
          expect(note).toContain(change > 0 ? '▲' : change < 0 ? '▼' : '=');
        };
        await tile('orders', (n, ago) => placed(region, n, ago).length);
        if (currency) await tile('gmv', goods, 0.01);
        else await expectEachCurrency(days);
        await tile('active-sellers', (n, ago) => sellersOf(placed(region, n, ago)).size);
        await tile('new-sellers', joined);
      }
    },
  );

  test('the share of active sellers with too few orders counts those that no programme gives a tier', async () => {
    const judged = new Set(night.now.tiers.filter(({ tier }) => !UNJUDGED[tier]).map(({ seller_id }) => seller_id));
    const active = [...sellersOf(placed('GB', 28))];
    await open('#/overview?region=GB&window=28');
    const small = active.filter((seller) => !judged.has(seller)).length;
    expect(small).toBeGreaterThan(0);
    expectShown(await textOf(at('kpi-not-assessable').locator('.figure')), small / active.length, 100);
  });

  test('the share left out, and that of late dispatch that a few sellers make, are as published', async () => {
    await open('#/overview?region=GB&window=28');
    const [kpi] = await published.rows('region_kpis', "region = 'GB' AND window_days = 28");
    expectShown(await textOf(at('kpi-excluded').locator('.figure')), kpi!.excluded_share as number, 100);
    expectShown(await textOf(at('kpi-concentration').locator('.figure')), kpi!.fault_share_top_1pct as number, 100);
  });

  test.each(['ALL', 'IT'])(
    'metrics of %s show both rates, the seller-weighted one and all counts; what is not measured says so',
    async (region) => {
      await open(`#/overview?region=${region}&window=90`);
      const rows = night.regions.filter((row) => row.region === region && row.window_days === 90);
      for (const { metric, now } of rows) {
        const line = at(`metric-${metric}`);
        if (night.notMeasured.has(metric)) {
          expect(await textOf(line)).toMatch(/Not measured/);
          continue;
        }
        const cell = (name: string) => textOf(line.locator(`[data-cell=${name}]`));
        for (const name of ['accountable_rate', 'raw_rate', 'seller_weighted_rate'] as const)
          expectShown(await cell(name), now[name], 100, `${metric} ${name}`);
        for (const name of ['met', 'fault', 'forgiven', 'excluded', 'pending'] as const)
          expectShown(await cell(name), now.counts![name], 1, `${metric} ${name}`);
        expectShown(await cell('sellers'), now.sellers, 1, `${metric} sellers`);
      }
      expect(night.notMeasured).toContain('slow_response');
      expect(await at('metrics').locator('tbody tr').count()).toBe(rows.length);
    },
  );

  test.each(['ALL', 'FR', 'GB'])(
    'the tier mix of %s holds every seller with orders there, under each programme',
    async (region) => {
      await open(`#/overview?region=${region}`);
      let lines = 0;
      for (const policy of night.policies.programmes) {
        const { programme, regions, assessable } = policy;
        if (region !== 'ALL' && !regions.includes(region)) continue;
        const orders = placed(region, assessable.window_days).filter((order) => regions.includes(order.region));
        const tiers = heldTiersOf(policy);
        const byTier = Object.groupBy(sellersOf(orders), (seller) => tiers.get(seller)!);
        for (const [tier, sellers] of Object.entries(byTier)) {
          const [shown, share] = await at(`mix-${programme}-${tier}`).locator('td').allInnerTexts();
          expectShown(shown!, sellers!.length, 1, `${programme} ${tier}`);
          expectShown(share!, sellers!.length / sellersOf(orders).size, 100, `${programme} ${tier}`);
          lines += 1;
        }
      }
      expect(await at('tier-mix').locator('.mix-list tr').count()).toBe(lines);
    },
  );

  test.each(['ALL', 'FR', 'GB'])(
    'each count of the tier mix of %s opens exactly so many rows, and as many lie in the Parquet',
    async (region) => {
      const selling = await published.rows('seller_regions', `region = '${region}'`);
      const held = new Map(
        (await published.rows('standings')).map((row) => [`${row.seller_id} ${row.programme}`, row.official_tier]),
      );
      const lies = Map.groupBy(selling, (row) => `mix-${row.programme}-${held.get(`${row.seller_id} ${row.programme}`)}`);
      for (const [line, rows] of lies) {
        await open(`#/overview?region=${region}`);
        const link = at(line).getByRole('link');
        expect(numberIn(await textOf(link)), line).toBe(rows.length);
        await link.click();
        await at('seller-row').first().waitFor();
        expect(Number(await dashboard.page.locator('.list table').getAttribute('aria-rowcount')) - 1, line).toBe(rows.length);
        expect(numberIn(await textOf(at('seller-count'))), line).toBe(rows.length);
      }
      expect(lies.size).toBeGreaterThan(2);
    },
  );

  test('a metric over time counts each order on its own day, week by week', async () => {
    const verdicts = night.ledger.orders.flatMap(({ verdicts }) => verdicts.late_delivery ?? []);
    await open('#/overview?metric=late_delivery');
    await dashboard.page.getByText('The numbers as a table').click();
    for (const weeksAgo of [0, 1, 5]) {
      const last = night.ledger.run_date - 7 * weeksAgo;
      const week = noCounts();
      for (const verdict of verdicts) if (among(verdict.day, 7, last)) count(week, verdict, 1);
      const shown = await at(`period-${dayText(last)}`)
        .locator('td')
        .allInnerTexts();
      expectShown(shown[0]!, accountableRate(week), 100, `accountable, ${weeksAgo} weeks ago`);
      for (const [place, name] of (['met', 'fault', 'forgiven', 'excluded', 'pending'] as const).entries())
        expectShown(shown[2 + place]!, week[name], 1, `${name}, ${weeksAgo} weeks ago`);
    }
    const faults = await at('over-time').locator('.figures tbody tr td:nth-of-type(4)').allInnerTexts();
    const all = verdicts.filter(({ day, outcome }) => outcome === 'fault' && among(day, 180, night.ledger.run_date));
    expect(faults.reduce((sum, text) => sum + numberIn(text)!, 0)).toBe(all.length);
    await dashboard.page.waitForFunction(() => document.querySelectorAll('.chart svg .bar').length > 10);
  });

  test('the list of sellers counts, filters, searches and sorts all who were judged', async () => {
    const count = async () => {
      await found();
      return numberIn(await textOf(at('seller-count')));
    };
    const cards = night.now.tiers;
    await open('#/sellers?who=home');
    await at('seller-row').first().waitFor();
    expect(await count()).toBe(sellersOf(cards).size);
    expect(await at('seller-row').count()).toBeLessThan(cards.length);

    await at('region').selectOption('DE');
    const home = (seller: string) => night.described.get(seller)?.home_region;
    expect(await count()).toBe([...sellersOf(cards)].filter((seller) => home(seller) === 'DE').length);
    await at('region').selectOption('ALL');

    for (const policy of night.policies.programmes) {
      const { programme } = policy;
      for (const [tier, some] of Map.groupBy(heldTiersOf(policy).entries(), ([, tier]) => tier)) {
        await open(`#/sellers?who=home&programme=${programme}&tier=${tier}`);
        expect(await count(), `${programme} ${tier}`).toBe(some.length);
      }
    }

    await open('#/sellers');
    await at('search').fill('SLIPPING-G');
    expect(await count()).toBe(1);
    await at('search').fill('no shop has such a name');
    await at('no-sellers').waitFor();
    await at('search').fill('');

    const orders = cards.map((card) => card.orders).sort((a, b) => a - b);
    await open('#/sellers?who=home&sort=-orders');
    expectShown(await textOf(at('seller-row').first().locator('.cell-orders')), orders.at(-1));
    await at('sort-orders').click();
    await found();
    expectShown(await textOf(at('seller-row').first().locator('.cell-orders')), orders[0]);
  });

  test('a shop is found by its name, written without accents and in capitals', async () => {
    const [id, shop] = [...night.described].find(
      ([seller, { name }]) => name && /[éèüöçñ]/.test(name) && night.now.tiers.some((one) => one.seller_id === seller),
    )!;
    await open('#/sellers?programme=eu-seller-standards');
    await at('search').fill(
      shop
        .name!.normalize('NFD')
        .replace(/\p{Diacritic}/gu, '')
        .toUpperCase(),
    );
    await found();
    expect(await textOf(at('seller-row').first())).toContain(id);
  });

  test('who moved up since the run of the week before; within a week nobody moves down', async () => {
    const programme = night.policies.programmes[0]!;
    const place = (tier: string) => programme.tiers.findIndex(({ key }) => key === tier);
    const [was, is] = [tiersOf(MAIN, night.before.tiers), tiersOf(MAIN)];
    const rose = [...is.keys()].flatMap((seller) => {
      const [from, to] = [
        place(heldOf(programme, [was.get(seller)])),
        place(heldOf(programme, [was.get(seller), is.get(seller)])),
      ];
      return from >= 0 && to >= 0 && to < from ? [{ seller, from }] : [];
    });
    expect(rose.length).toBeGreaterThan(0);
    await open(`#/sellers?programme=${MAIN}&moved=up`);
    expect(numberIn(await textOf(at('seller-count')))).toBe(rose.length);
    const [{ seller, from }] = rose as [(typeof rose)[0]];
    await open(`#/seller/${seller}`);
    const before = programme.tiers[from]!.title;
    expect(await textOf(at(`card-${MAIN}`).locator('.since'))).toBe(`was ${before} in run ${NIGHT_BEFORE}-001`);
    await open(`#/sellers?programme=${MAIN}&moved=down`);
    expect(numberIn(await textOf(at('seller-count')))).toBe(0);
  });

  test('the list is walked with the keyboard, down to a seller drawn only then', async () => {
    await open('#/sellers');
    await at('seller-row').first().getByRole('link').focus();
    for (let step = 1; step <= 40; step++) {
      await dashboard.page.keyboard.press('ArrowDown');
      await dashboard.page.waitForFunction(
        (n) => document.activeElement?.closest('[data-index]')?.getAttribute('data-index') === String(n),
        step,
      );
    }
    const name = await dashboard.page.evaluate(() => document.activeElement!.textContent);
    await dashboard.page.keyboard.press('Enter');
    expect(await textOf(at('seller-name'))).toBe(name);
  });

  test('an id that nobody sells under has no scorecard, and the page says what to check', async () => {
    await open('#/seller/nobody');
    expect(await textOf(at('no-scorecard'))).toMatch(/No scorecard.*check the id/s);
  });
});

const UNJUDGED: Record<string, string> = { not_assessable: 'Not assessed yet', not_measured: 'Not measured' };
/** What a named seller of the sample is there to show: at risk, forgiven, excluded, two programmes, too small. */
const NAMED = ['slipping-gold', 'won-appeal', 'canceller', 'two-markets', 'platform-shipped', 'tiny-teapots', 'ghost'];

describe.skipIf(!present)('a seller in the browser', () => {
  test.each(NAMED)('%s: tier, counts and bounds under each programme, and exactly the orders that make each count', (seller) =>
    expectCards(seller),
  );

  test('a metric says from which day to which it counts: as many days as its window, up to the last one that is final', async () => {
    const card = `${MAIN}/negative_review`;
    await open(`#/seller/slipping-gold?open=${encodeURIComponent(card)}`);
    // 16 November less 14 days until a review is final; 60 days
    expect(await textOf(dashboard.page.getByText(/^Counted from/))).toContain('Counted from 4 Sept 2026 to 2 Nov 2026.');
  });

  /** A seller's page shows, under each programme, what the landed rows mean for the seller. */
  async function expectCards(seller: string): Promise<void> {
    await open(`#/seller/${seller}`);
    expect(await textOf(at('seller-name'))).toBe(night.described.get(seller)?.name ?? seller);
    const tiers = night.now.tiers.filter((one) => one.seller_id === seller);
    expect(tiers.length).toBeGreaterThan(0);
    for (const { programme: key, tier, orders } of tiers) {
      const programme = night.policies.programmes.find(({ programme }) => programme === key)!;
      const before = tiersOf(key, night.before.tiers).get(seller);
      const held = heldOf(programme, [before, tier]);
      const title = programme.tiers.find((one) => one.key === held)?.title ?? UNJUDGED[held]!;
      const card = at(`card-${key}`);
      expect(await textOf(card.locator('.card-verdict .tier'))).toBe(title);
      expect(await textOf(card.locator('.facts'))).toContain(`${orders} · ${programme.assessable.orders} needed`);
      for (const metric of night.now.metrics.filter((one) => one.seller_id === seller && one.programme === key)) {
        const name = `${key}-${metric.metric}`;
        const part = at(`card-metric-${name}`);
        const cell = (of: string) => textOf(part.locator(`[data-cell=${of}]`));
        if (!metric.counts) {
          expect(await cell('verdict')).toBe('Not measured');
          continue;
        }
        const policy = programme.metrics.find((one) => one.metric === metric.metric)!;
        const { at_most } = policy.tiers[programme.standard]!;
        expectShown(await cell('accountable_rate'), metric.accountable_rate, 100, name);
        expectShown(await cell('raw_rate'), metric.raw_rate, 100, name);
        expectShown((await cell('at_most')).replace('≤ ', ''), at_most, 100, name);
        for (const of of ['met', 'fault', 'forgiven', 'excluded', 'pending'] as const)
          expectShown(await cell(of), metric.counts[of], 1, `${name} ${of}`);
        expectShown(await cell('allowed'), metric.allowed, 1, `${name} allowed`);
        await expectOrdersBehind(name, metric);
      }
    }
  }

  /** Unfolds a metric: listed are the orders whose outcome, by the landed rows, is a fault, forgiven or excluded. */
  async function expectOrdersBehind(name: string, { seller_id, programme, metric, counts }: SellerMetric): Promise<void> {
    await at(`unfold-${name}`).click();
    const part = at(`card-metric-${name}`);
    await part.getByText(/^Counted from/).waitFor();
    expect(await part.locator('.warning').count(), `${name} adds up`).toBe(0);
    const own = night.behind.filter((one) => one.seller_id === seller_id && one.programme === programme && one.metric === metric);
    for (const outcome of ['fault', 'forgiven', 'excluded'] as const) {
      const behind = own.filter(({ verdict }) => verdict.outcome === outcome);
      const list = at(`behind-${name}-${outcome}`);
      const more = list.getByRole('button', { name: /^Show / });
      while ((await more.count()) > 0) await more.click();
      const shown = await list.getByTestId('outcome-detail-row').getByRole('rowheader').allInnerTexts();
      const unlisted = counts![outcome] - behind.length;
      if (unlisted > 0) expect(await textOf(list)).toContain(`${unlisted} more are counted, not listed`);
      expect(shown.map((id) => id.trim()).sort(), `${name} ${outcome}`).toEqual(behind.map((one) => one.subject_id).sort());
    }
  }

  test('what holds the tier back is the metric that alone would give no better one', async () => {
    await open('#/seller/slipping-gold');
    const card = at(`card-${MAIN}`);
    expect(await textOf(card.getByTestId('held-back-by'))).toBe(titleOf('late_dispatch'));
    const late = night.now.metrics.find((one) => one.seller_id === 'slipping-gold' && one.metric === 'late_dispatch')!.counts!;
    const because = await textOf(at(`card-metric-${MAIN}-late_dispatch`).locator('[data-cell=because]'));
    expect(because).toMatch(new RegExp(`\\b${late.fault} of ${late.met + late.fault}\\b`));
    expect(await textOf(card.getByTestId('tier-because'))).toMatch(/Good standing.*late dispatch/i);
  });

  test('an order unfolds into all of its moments, each in the local time of its region', async () => {
    await open(`#/seller/slipping-gold?open=${encodeURIComponent(`${MAIN}/late_dispatch`)}`);
    const button = at(`behind-${MAIN}-late_dispatch-fault`).getByTestId('outcome-detail-row').first().getByRole('button');
    const id = await textOf(button);
    await button.click();
    const order = night.records.orders
      .filter((one) => one.order_id === id)
      .reduce((a, b) => (b.updated_at > a.updated_at ? b : a));
    const zone = night.policies.regions.find(({ code }) => code === order.region)!.time_zone;
    const times = dashboard.page.locator('.whole-order time');
    await times.first().waitFor();
    const shown = new Map(
      await times.evaluateAll((all) => all.map((time) => [time.getAttribute('datetime')!, time.textContent] as const)),
    );
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    const moments = [
      order.placed_at,
      order.ship_by,
      order.confirmed_at,
      order.first_scan_at,
      order.deliver_by,
      order.delivered_at,
    ];
    const known = moments.filter((moment) => moment !== null).map((moment) => new Date(Math.floor(moment / 1000)));
    expect(known.length).toBeGreaterThan(3);
    for (const moment of known) {
      expect([...shown.keys()]).toContain(moment.toISOString());
      expect(shown.get(moment.toISOString())).toContain(clock.format(moment));
      expect(shown.get(moment.toISOString())).toContain(
        dayText(localDay(zone, moment.getTime() * 1000))
          .slice(-2)
          .replace(/^0/, ''),
      );
    }
  });
});

describe.skipIf(!present)('data quality in the browser', () => {
  test('every landed row is accepted or quarantined, and what never landed says so', async () => {
    await open('#/quality');
    for (const [dataset, { rows, refused }] of Object.entries(night.counts)) {
      const line = at(`quality-${dataset}-ALL`);
      if (rows === 0) {
        expect(await textOf(line)).toMatch(/Never landed/);
        continue;
      }
      const [, landed, accepted, quarantined] = await line.locator('td').allInnerTexts();
      expectShown(landed!, rows, 1, `${dataset} landed`);
      expectShown(accepted!, rows - refused, 1, `${dataset} accepted`);
      expectShown(quarantined!, refused, 1, `${dataset} quarantined`);
    }
    expect(night.counts.orders!.refused).toBeGreaterThan(0);
    expect(night.counts.conversations!.rows).toBe(0);
    for (const metric of night.notMeasured) expect(await textOf(at('not-measured'))).toContain(titleOf(metric));
  });
});

describe.skipIf(!present)('reading a store', () => {
  test('a run that is published meanwhile is offered to the reader who comes back', async () => {
    const { page } = dashboard;
    await open('#/overview');
    const later = { ...published.pointer, run_id: '2999-01-01-001' };
    await page.route('**/published/current.json', (route) => route.fulfill({ json: later }));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('Run 2999-01-01-001 has been published since').waitFor();
    await page.unrouteAll();
  });

  test.each(['#/overview', '#/overview?region=DE', '#/sellers', '#/seller/slipping-gold', '#/quality'])(
    '%s fits screens from a phone to a wall, also with names of three hundred letters: only tables that scroll are wider',
    async (hash) => {
      const { page } = dashboard;
      await open(hash);
      await page.evaluate(() => {
        for (const name of document.querySelectorAll('h1, .cell-seller a')) name.textContent = 'W'.repeat(300);
      });
      for (const width of [360, 721, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width}`).toBe(width);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    },
  );

  test('the first view is small: no file is asked for its length, and none is read but those it shows', async () => {
    const before = dashboard.traffic.length;
    await open('#/overview');
    const asked = dashboard.traffic.slice(before);
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(asked.filter(({ url }) => url.includes('.parquet')).length).toBeLessThanOrEqual(8);
    expect(asked.filter(({ url }) => /Sellers|SellerPage|Quality|worker/.test(url))).toEqual([]);
  });

  test('no page complained, and none asked anybody but its own server', async () => {
    expect(dashboard.troubles).toEqual([]);
    expect(dashboard.traffic.filter(({ url }) => !url.startsWith(dashboard.url) && url !== 'about:blank')).toEqual([]);
  });

  test('Parquet is read by range', async () => {
    const parquet = dashboard.traffic.filter(({ url }) => url.includes('.parquet'));
    expect(parquet.some(({ status }) => status === 206)).toBe(true);
    expect(parquet.filter(({ status, range }) => (range ? status !== 206 : status !== 200))).toEqual([]);
  });
});

describe.skipIf(!present)('a store that is not whole', () => {
  test('without a pointer the page says that nothing is there yet, and no command', async () => {
    const { page } = dashboard;
    await page.route('**/published/current.json', (route) => route.fulfill({ status: 404 }));
    await open('#/overview');
    expect(await textOf(at('nothing-published'))).not.toMatch(/npm|published\/current/);
    await page.unrouteAll();
  });

  test('a dataset the run did not publish is named in its place, and the rest of the page stands', async () => {
    const { page } = dashboard;
    const { tier_mix, ...datasets } = published.manifest.datasets;
    expect(tier_mix).toBeDefined();
    await page.route('**/manifest.json', (route) => route.fulfill({ json: { ...published.manifest, datasets } }));
    await open('#/overview');
    expect(await textOf(at('missing-tier_mix'))).toMatch(/did not publish tier_mix/);
    await at('tiles').waitFor();
    await page.unrouteAll();
  });

  test('a file that is gone is named, and can be tried again', async () => {
    const { page } = dashboard;
    await page.route('**/region_kpis/**', (route) => route.fulfill({ status: 404 }));
    await open('#/overview?region=DE');
    const alert = page.getByRole('alert');
    expect(await textOf(alert)).toMatch(/region_kpis\/.*404/);
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await at('tiles').waitFor();
  });
});

describe.skipIf(!present)('the team of a region in a browser', () => {
  let team: OpenDashboard;
  beforeAll(async () => {
    team = await openDashboard(night.store, ['DE', 'GB']);
  });
  afterAll(() => team?.close());

  test('sees the numbers of its region that leadership sees of it, and asks for no other file', async () => {
    for (const region of ['DE', 'GB']) {
      const shown = async (browser: OpenDashboard, hash: string) => {
        await browser.open(hash);
        return [await textOf(browser.page.locator('h1').first()), await textOf(browser.at('metrics'))];
      };
      expect(await shown(team, `#/overview?region=${region}`)).toEqual(await shown(dashboard, `#/overview?region=${region}`));
      expect(await textOf(team.at('own-region'))).toContain(region === 'DE' ? 'Germany' : 'United Kingdom');
    }
    expect(await team.at('region').locator('option').allInnerTexts()).toEqual(['Germany', 'United Kingdom']);
    await team.open('#/overview?region=FR');
    expect(await textOf(team.page.locator('h1').first())).toBe('Germany');
    for (const hash of ['#/sellers?region=GB', '#/quality?region=GB']) await team.open(hash);
    const asked = team.traffic.map(({ url }) => new URL(url).pathname);
    const ofStore = asked.filter((path) => /\/(runs|published)\//.test(path));
    expect(ofStore.length).toBeGreaterThan(10);
    expect(ofStore.filter((path) => !/^\/of\/(DE|GB)\/published\/(current\.json$|[^/]+\/\1\/)/.test(path))).toEqual([]);
    expect(team.traffic.filter(({ status }) => status >= 400)).toEqual([]);
    expect(team.traffic.some(({ status }) => status === 206)).toBe(true);
    expect(team.troubles).toEqual([]);
  });
});
