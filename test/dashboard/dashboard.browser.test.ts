/**
 * Opens the dashboard in a real browser on a real store and compares what it shows with what DuckDB reads from the same
 * Parquet. DASHBOARD_STORE names a store to look at (a night's, say); without it a sample is made.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METRICS } from '../../metrics/index.js';
import { serveDashboard } from '../../infra/local/serve-dashboard.js';
import { openPublished, type Published } from './query.js';
import { writeSampleStore } from './sample-store.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = (process.env.CHROMIUM_FLAGS ?? '--no-sandbox --disable-gpu').split(' ');
const present = existsSync(CHROMIUM);
if (!present) {
  console.warn(`SKIPPED dashboard in a browser: no ${CHROMIUM}. Install Debian's chromium, or name one with CHROMIUM=path.`);
}

type Row = Record<string, unknown>;
const WINDOWS = [7, 28, 90];
const titleOf = (metric: string): string => METRICS.find(({ key }) => key === metric)?.title ?? metric;

let made: string | undefined;
let published: Published;
let server: Awaited<ReturnType<typeof serveDashboard>>;
let browser: Browser;
let page: Page;
const troubles: string[] = [];
const requests: { url: string; status: number; range: string | undefined; bytes: number }[] = [];

beforeAll(async () => {
  if (!present) return;
  let store = process.env.DASHBOARD_STORE;
  if (!store) {
    store = made = await mkdtemp(join(tmpdir(), 'dashboard-'));
    await writeSampleStore(store, { sellers: 1500, orders: 120_000 });
  }
  published = await openPublished(store);
  server = await serveDashboard({ store, port: 0 });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'America/New_York' });
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('response', (response) => {
    requests.push({
      url: response.url(),
      status: response.status(),
      range: response.request().headers().range,
      bytes: Number(response.headers()['content-length'] ?? 0),
    });
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  published?.close();
  if (made) await rm(made, { recursive: true });
});

const open = async (hash: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${server.url}${hash}`);
  await page.waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'));
};
const at = (testid: string): Locator => page.getByTestId(testid);
const textOf = async (locator: Locator): Promise<string> => (await locator.innerText()).trim();

/** The number that a text begins with: `8,489` is 8489, `2.28%` is 2.28, `R$1,079,661` is 1079661; null for a dash or words. */
const numberIn = (text: string): number | null => {
  const found = /^[^\d\n–]{0,3}(\d[\d,]*\.?\d*)/.exec(text.trim());
  return found ? Number(found[1]!.replaceAll(',', '')) : null;
};
/** Shown numbers are rounded for the eye: equal to within half of the last digit shown. */
const expectShown = (text: string, value: unknown, scale = 1, what = ''): void => {
  const shown = numberIn(text);
  if (value == null) {
    expect(shown, `${what}: ${text} where there is no number`).toBeNull();
    return;
  }
  expect(shown, `${what}: no number in ${JSON.stringify(text)}`).not.toBeNull();
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  expect(Math.abs(shown! - Number(value) * scale), `${what}: shown ${text}, published ${value}`).toBeLessThanOrEqual(
    0.5 * 10 ** -decimals + 1e-9,
  );
};

describe.skipIf(!present)('the dashboard in a browser', { timeout: 120_000 }, () => {
  test('every page says which day was judged, by which run, under which policies', async () => {
    const { run_id, run_date, policy_versions } = published.pointer;
    for (const hash of ['#/overview', '#/sellers', '#/quality', '#/seller/nobody']) {
      await open(hash);
      expect(await page.locator('time').first().getAttribute('datetime')).toBe(run_date);
      expect(await textOf(at('run-id'))).toBe(run_id);
      for (const version of Object.values(policy_versions)) expect(await textOf(at('policies'))).toContain(version);
    }
  });

  test('tiles show the figures of the region and the period, and their change against the period before', async () => {
    const kpis = await published.rows('region_kpis');
    for (const region of ['ALL', published.policies.regions[0]!.code]) {
      for (const window of WINDOWS) {
        const row = kpis.find((one) => one.region === region && one.window_days === window);
        await open(`#/overview?region=${region}&window=${window}`);
        if (!row) {
          await at('no-kpis').waitFor();
          continue;
        }
        const tile = async (name: string, now: unknown, before: unknown, scale = 1) => {
          expectShown(await textOf(at(`kpi-${name}`).locator('.figure')), now, scale, `${region} ${window} ${name}`);
          if (now == null || before == null) return;
          const note = await textOf(at(`kpi-${name}`).locator('.tile-note'));
          expectShown(/from (.*)$/s.exec(note)![1]!, before, scale, `${name} before`);
          if (Number(before) === 0) return;
          const change = (Number(now) - Number(before)) / Number(before);
          expectShown(await textOf(at(`kpi-${name}`).locator('.change .tabular')), Math.abs(change), 100, `${name} change`);
          expect(note).toContain(change > 0 ? '▲' : change < 0 ? '▼' : '=');
        };
        const minor = row.currency == null ? 1 : 10 ** -minorDigits(String(row.currency));
        await tile('orders', row.orders, row.previous_orders);
        await tile('gmv', row.gmv_minor, row.previous_gmv_minor, minor);
        await tile('active-sellers', row.active_sellers, row.previous_active_sellers);
        await tile('new-sellers', row.new_sellers, row.previous_new_sellers);
        await tile('not-assessable', row.not_assessable_share, null, 100);
        await tile('excluded', row.excluded_share, null, 100);
        await tile('concentration', row.fault_share_top_1pct, null, 100);
      }
    }
  });

  test('every metric row shows both rates, the seller-weighted one and all counts; what is not measured says so', async () => {
    const region = published.policies.regions.at(-1)!.code;
    await open(`#/overview?region=${region}&window=90`);
    const rows = await published.rows('region_metrics', `region = '${region}' AND window_days = 90`);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const line = at(`metric-${row.metric}`);
      if (row.met == null) {
        expect(await textOf(line)).toMatch(/Not measured/);
        expect(published.manifest.not_measured).toContain(row.metric);
        continue;
      }
      const cell = (name: string) => textOf(line.locator(`[data-cell=${name}]`));
      for (const name of ['accountable_rate', 'raw_rate', 'seller_weighted_rate']) {
        expectShown(await cell(name), row[name], 100, `${row.metric} ${name}`);
      }
      for (const name of ['met', 'fault', 'forgiven', 'excluded', 'pending', 'sellers']) {
        expectShown(await cell(name), row[name], 1, `${row.metric} ${name}`);
      }
    }
    expect(await at('metrics').locator('tbody tr').count()).toBe(rows.length);
  });

  test('the tier mix shows every tier of every programme with sellers in the region', async () => {
    await open('#/overview');
    const rows = await published.rows('tier_mix', "region = 'ALL'");
    for (const row of rows) {
      const [sellers, share] = await at(`mix-${row.programme}-${row.tier}`).locator('td').allInnerTexts();
      expectShown(sellers!, row.sellers, 1, String(row.tier));
      expectShown(share!, row.share, 100, String(row.tier));
    }
    expect(await at('tier-mix').locator('.mix-list tr').count()).toBe(rows.length);
  });

  test('the last week over time is the 7-day window of the metric, and all days together are all that is published', async () => {
    const [metric] = METRICS.map(({ key }) => key).filter((key) => !published.manifest.not_measured.includes(key));
    await open(`#/overview?metric=${metric}`);
    await page.getByText('The numbers as a table').click();
    const last = await at(`period-${published.pointer.run_date}`).locator('td').allInnerTexts();
    const [week] = await published.rows('region_metrics', `region = 'ALL' AND window_days = 7 AND metric = '${metric}'`);
    for (const [place, name] of ['met', 'fault', 'forgiven', 'excluded', 'pending'].entries()) {
      expectShown(last[2 + place]!, week![name], 1, name);
    }
    expectShown(last[0]!, week!.accountable_rate, 100, 'accountable');

    const days = await published.rows('region_daily', `region = 'ALL' AND metric = '${metric}'`);
    const faults = await at('over-time').locator('.figures tbody tr td:nth-of-type(4)').allInnerTexts();
    expect(faults.reduce((sum, text) => sum + numberIn(text)!, 0)).toBe(days.reduce((sum, row) => sum + Number(row.fault), 0));
    await page.waitForFunction(() => document.querySelectorAll('.chart svg path').length > 10);
  });

  test('the list of sellers counts, searches, filters and sorts as the scorecards do', async () => {
    const all = await published.rows('scorecards');
    const ids = (rows: Row[]) => new Set(rows.map((row) => row.seller_id)).size;
    const count = async () => numberIn(await textOf(at('seller-count')));
    await open('#/sellers');
    await at('seller-row').first().waitFor();
    expect(await count()).toBe(ids(all));
    expect(await at('seller-row').count()).toBeLessThan(100);

    const home = published.policies.regions[0]!.code;
    await at('region').selectOption(home);
    expect(await count()).toBe(ids(all.filter((row) => row.home_region === home)));
    await at('region').selectOption('ALL');

    const programme = published.policies.programmes[0]!.programme;
    const tiers = new Set(all.filter((row) => row.programme === programme).map((row) => String(row.tier)));
    for (const tier of tiers) {
      await open(`#/sellers?programme=${programme}&tier=${tier}`);
      expect(await count(), tier).toBe(ids(all.filter((row) => row.programme === programme && row.tier === tier)));
    }

    await open('#/sellers');
    const one = all.find((row) => row.name != null)!;
    await at('search').fill(String(one.name).toUpperCase());
    const found = all.filter((row) =>
      `${row.name ?? ''} ${row.seller_id}`.toLowerCase().includes(String(one.name).toLowerCase()),
    );
    expect(await count()).toBe(ids(found));
    await at('search').fill('no shop has such a name');
    await at('no-sellers').waitFor();
    await at('search').fill('');

    await open('#/sellers?sort=-orders');
    const most = Math.max(...all.map((row) => Number(row.orders)));
    expectShown(await textOf(at('seller-row').first().locator('.cell-orders')), most);
    await at('sort-orders').click();
    const fewest = Math.min(...all.map((row) => Number(row.orders)));
    expectShown(await textOf(at('seller-row').first().locator('.cell-orders')), fewest);
  });

  test('the list is walked with the keyboard, down to a seller drawn only then', async () => {
    await open('#/sellers');
    await at('seller-row').first().getByRole('link').focus();
    const steps = Math.min(40, (await published.rows('scorecards')).length - 1);
    for (let step = 0; step < steps; step++) {
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(
        (n) => document.activeElement?.closest('[data-index]')?.getAttribute('data-index') === String(n),
        step + 1,
      );
    }
    const name = await page.evaluate(() => document.activeElement!.textContent);
    await page.keyboard.press('Enter');
    expect(await textOf(at('seller-name'))).toBe(name);
  });

  test("a seller's card shows its numbers, and each opens into exactly the orders that make it", async () => {
    const programme = published.policies.programmes[0]!;
    const metrics = await published.rows('seller_metrics', `programme = '${programme.programme}'`);
    // a seller with something in as many metrics as possible, few enough to list at once, and rows on the first day that
    // counts and the last that does not
    const edges = programme.metrics.flatMap(({ metric, window_days }) => [
      `(metric = '${metric}' AND cohort_day IN (DATE '${daysAgo(window_days - 1)}', DATE '${daysAgo(window_days)}'))`,
    ]);
    const atEdge = new Map<unknown, Set<string>>();
    for (const row of await published.rows('outcome_details', edges.join(' OR '))) {
      if (!atEdge.has(row.seller_id)) atEdge.set(row.seller_id, new Set());
      atEdge.get(row.seller_id)!.add(`${row.metric} ${daysBefore(row.cohort_day)}`);
    }
    const worth = new Map<string, number>();
    for (const row of metrics) {
      const behind = ['fault', 'forgiven', 'excluded'].map((name) => Number(row[name] ?? 0));
      const score = behind.some((n) => n > 25) ? -1000 : behind.filter((n) => n > 0).length;
      worth.set(String(row.seller_id), (worth.get(String(row.seller_id)) ?? 5 * (atEdge.get(row.seller_id)?.size ?? 0)) + score);
    }
    const seller = [...worth].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0]![0];
    const quoted = `'${seller.replaceAll("'", "''")}'`;
    const [card] = await published.rows('scorecards', `seller_id = ${quoted} AND programme = '${programme.programme}'`);
    const ledger = await published.rows('outcome_details', `seller_id = ${quoted}`);

    await open(`#/seller/${encodeURIComponent(seller)}`);
    expect(await textOf(at('seller-name'))).toBe(card!.name ?? seller);
    const shown = at(`card-${programme.programme}`);
    expect(await textOf(shown.getByTestId('tier-because'))).toBe(sentence(String(card!.tier_because)));
    expect(await textOf(shown.locator('.card-verdict .tier'))).toBe(
      programme.tiers.find(({ key }) => key === card!.tier)?.title ??
        { not_assessable: 'Not assessable', not_measured: 'Not measured' }[String(card!.tier)],
    );
    if (card!.held_back_by) expect(await textOf(shown.getByTestId('held-back-by'))).toBe(titleOf(String(card!.held_back_by)));

    let listed = '';
    for (const row of metrics.filter((one) => one.seller_id === seller)) {
      const key = `${programme.programme}-${row.metric}`;
      const part = at(`card-metric-${key}`);
      const cell = (name: string) => textOf(part.locator(`[data-cell=${name}]`));
      expect(await cell('because')).toBe(sentence(String(row.because)));
      if (row.verdict === 'not_measured') {
        expect(await cell('verdict')).toBe('Not measured');
        continue;
      }
      expectShown(await cell('accountable_rate'), row.accountable_rate, 100, key);
      expectShown(await cell('raw_rate'), row.raw_rate, 100, key);
      expectShown((await cell('at_most')).replace('≤ ', ''), row.at_most, 100, key);
      for (const name of ['met', 'fault', 'forgiven', 'excluded', 'pending', 'allowed'])
        expectShown(await cell(name), row[name], 1, `${key} ${name}`);

      await at(`unfold-${key}`).click();
      await part.locator('.unfolded .note').waitFor();
      expect(await part.locator('.warning').count(), `${key} adds up`).toBe(0);
      for (const outcome of ['fault', 'forgiven', 'excluded']) {
        const behind = ledger.filter(
          (one) =>
            one.metric === row.metric &&
            one.outcome === outcome &&
            programme.regions.includes(String(one.region)) &&
            daysBefore(one.cohort_day) < Number(row.window_days),
        );
        expect(behind.length, `${key} ${outcome} in the ledger`).toBe(Number(row[outcome]));
        const list = at(`behind-${key}-${outcome}`);
        if (behind.length === 0) {
          expect(await list.count()).toBe(0);
          continue;
        }
        const orders = await list.getByTestId('outcome-detail-row').getByRole('rowheader').allInnerTexts();
        expect(orders.map((id) => id.trim()).sort()).toEqual(behind.map((one) => String(one.order_id ?? one.subject_id)).sort());
        listed = key;
      }
    }
    expect(listed, 'a metric with orders behind it').not.toBe('');
    const unfold = at(`unfold-${listed}`);
    if ((await unfold.getAttribute('aria-expanded')) === 'false') await unfold.click();
    await expectMoments(ledger);
  });

  /** Opens the first order on the page that lists all of its moments and compares each with the ledger. */
  async function expectMoments(ledger: Row[]): Promise<void> {
    const button = page.getByTestId('outcome-detail-row').first().getByRole('button');
    const order = await textOf(button);
    const metric = (await page.locator('.unfolded').first().locator('xpath=..').getAttribute('data-testid'))!.split('-').at(-1);
    await button.click();
    const row = ledger.find((one) => (one.order_id ?? one.subject_id) === order && one.metric === metric)!;
    const zone = published.policies.regions.find(({ code }) => code === row.region)!.time_zone;
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    const shown = page.locator('.whole-order time');
    const wanted = Object.values(row)
      .filter((value): value is Date => value instanceof Date && value !== row.cohort_day)
      .sort((a, b) => a.getTime() - b.getTime());
    expect(await shown.evaluateAll((times) => times.map((time) => time.getAttribute('datetime')))).toEqual(
      wanted.map((one) => one.toISOString()),
    );
    const texts = await shown.allInnerTexts();
    for (const [place, one] of wanted.entries()) expect(texts[place]).toContain(local.format(one));
  }

  test('the data quality page shows what landed, and what never did', async () => {
    await open('#/quality');
    for (const row of await published.rows('run_quality')) {
      const line = at(`quality-${row.dataset}-${row.region}`);
      if (!row.landed_ever) {
        expect(await textOf(line)).toMatch(/Never landed/);
        continue;
      }
      const cells = await line.locator('td').allInnerTexts();
      for (const [place, name] of [
        [1, 'landed'],
        [2, 'accepted'],
        [3, 'quarantined'],
        [5, 'landed_today'],
        [7, 'late'],
      ] as const) {
        expectShown(cells[place]!, row[name], 1, `${row.dataset} ${row.region} ${name}`);
      }
    }
    for (const metric of published.manifest.not_measured) expect(await textOf(at('not-measured'))).toContain(titleOf(metric));
  });

  test('a run that is published meanwhile is offered to the reader who comes back', async () => {
    await open('#/overview');
    const later = { ...published.pointer, run_id: '2999-01-01-001' };
    await page.route('**/published/current.json', (route) => route.fulfill({ json: later }));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('Run 2999-01-01-001 has been published since').waitFor();
    await page.unrouteAll();
  });

  test('no page complained, and none asked anybody but its own server', async () => {
    expect(troubles).toEqual([]);
    expect(requests.filter(({ url }) => !url.startsWith(server.url) && url !== 'about:blank')).toEqual([]);
  });

  test('Parquet is read by range, and one seller costs a part of the ledger only', async () => {
    const parquet = requests.filter(({ url, bytes }) => url.includes('.parquet') && bytes > 0);
    expect(parquet.some(({ status }) => status === 206)).toBe(true);
    expect(parquet.filter(({ status, range }) => (range ? status !== 206 : status !== 200))).toEqual([]);
    if ((await published.rowGroups('outcome_details')) < 4) return;
    const whole = new Map<string, number>();
    const read = new Map<string, number>();
    for (const { url, range, bytes } of parquet.filter((one) => one.url.includes('/outcome_details/'))) {
      if (range) read.set(url, (read.get(url) ?? 0) + bytes);
      else whole.set(url, bytes);
    }
    expect(read.size).toBeGreaterThan(0);
    for (const [url, bytes] of read) expect(bytes / whole.get(url)!, url).toBeLessThan(0.7);
  });
});

describe.skipIf(!present)('a store that is not whole', { timeout: 60_000 }, () => {
  test('without a pointer the page says what to run', async () => {
    await page.route('**/published/current.json', (route) => route.fulfill({ status: 404 }));
    await open('#/overview');
    expect(await textOf(at('nothing-published'))).toMatch(/npm run nightly/);
    await page.unrouteAll();
  });

  test('a dataset the run did not publish is named in its place, and the rest of the page stands', async () => {
    const { tier_mix, ...datasets } = published.manifest.datasets;
    expect(tier_mix).toBeDefined();
    await page.route('**/manifest.json', (route) => route.fulfill({ json: { ...published.manifest, datasets } }));
    await open('#/overview');
    expect(await textOf(at('missing-tier_mix'))).toMatch(/did not publish tier_mix/);
    await at('tiles').waitFor();
    await page.unrouteAll();
  });

  test('a file that is gone is named, and can be tried again', async () => {
    await page.route('**/region_kpis/**', (route) => route.fulfill({ status: 404 }));
    await open(`#/overview?region=${published.policies.regions[0]!.code}`);
    const alert = page.getByRole('alert');
    expect(await textOf(alert)).toMatch(/region_kpis\/.*404/);
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await at('tiles').waitFor();
  });
});

/** A sentence of the marts as the page writes it: with titles for keys. */
const sentence = (text: string): string => {
  const tiers = published.policies.programmes[0]!.tiers;
  let words = text;
  for (const { key, title } of METRICS) words = words.replaceAll(key, title);
  for (const { key, title } of tiers)
    words = words.replace(`from ${key}`, `from ${title}`).replace(`bound of ${key}`, `bound of ${title}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits!;
const daysAgo = (days: number): string =>
  new Date(Date.parse(published.pointer.run_date) - days * 86_400_000).toISOString().slice(0, 10);
const daysBefore = (day: unknown): number =>
  Math.round((Date.parse(published.pointer.run_date) - Date.parse((day as Date).toISOString().slice(0, 10))) / 86_400_000);
