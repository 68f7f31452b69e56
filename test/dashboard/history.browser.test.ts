/** What a reader opens further: the orders behind each number of Movers, a seller's history, saved views, the programme's page. */

import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sellerHistory } from '../../wording/english/pages/seller-history.js';
import { formatFor } from '../../wording/format.js';
import { hasChromium, type OpenDashboard, openDashboard } from './open-browser.js';
import { openPublished, type Published } from './query.js';
import { type SmallNight, smallNight } from './small-night.js';

const present = hasChromium();
const format = formatFor('en-GB');
type Row = Record<string, unknown>;

let night: SmallNight;
let published: Published;
let dashboard: OpenDashboard;

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

const page = () => dashboard.page;
const at = (testid: string): Locator => dashboard.at(testid);
const settled = () => page().waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'));
const texts = async (locator: Locator): Promise<string[]> => (await locator.allInnerTexts()).map((text) => text.trim());

/** What is at fault of a member in a period, as DuckDB reads it. */
async function behind(row: Row): Promise<Row[]> {
  const { region, metric, window_days, dimension, member } = row as Record<string, string>;
  const [period] = await published.rows(
    'region_metrics',
    `region = '${region}' AND metric = '${metric}' AND window_days = ${window_days}`,
  );
  const days = [period!.first_day, period!.last_day].map((day) => `DATE '${(day as Date).toISOString().slice(0, 10)}'`);
  const column = { seller: 'seller_id' }[dimension!] ?? dimension;
  return published.rows(
    'region_faults',
    `metric = '${metric}' AND cohort_day BETWEEN ${days.join(' AND ')} ${region === 'ALL' ? '' : `AND region = '${region}'`}
     AND ${column} IS NOT DISTINCT FROM ${member === null ? 'NULL' : `'${member}'`}`,
  );
}

describe.skipIf(!present)('the numbers of Movers', () => {
  test('each number at fault is exactly so many rows, of every region, metric, period and member', async () => {
    const named = await published.rows('region_movers', `kind <> 'others' AND dimension <> 'cause'`);
    expect(named.length).toBeGreaterThan(500);
    const faults = await published.rows('region_faults');
    const periods = await published.rows('region_metrics');
    for (const row of named) {
      const period = periods.find(
        (one) => one.region === row.region && one.metric === row.metric && one.window_days === row.window_days,
      )!;
      const column = row.dimension === 'seller' ? 'seller_id' : String(row.dimension);
      const here = faults.filter(
        (one) =>
          one.metric === row.metric &&
          (row.region === 'ALL' || one.region === row.region) &&
          (one.cohort_day as Date) >= (period.first_day as Date) &&
          (one.cohort_day as Date) <= (period.last_day as Date) &&
          one[column] === row.member,
      );
      expect(here.length, JSON.stringify(row)).toBe(row.fault);
    }
  });

  test.each([
    ['ALL', 'Carrier', 'carrier'],
    ['GB', 'Category', 'category'],
    ['ALL', 'Delivery area', 'destination_area'],
    ['ALL', 'Time selling', 'tenure'],
    ['ALL', 'Region', 'region'],
    ['DE', 'Seller', 'seller'],
  ])('in %s by %s, a click opens the orders that DuckDB finds', async (region, title, dimension) => {
    await dashboard.open(`#/movers?region=${region}&metric=late_dispatch`);
    if (dimension !== 'seller') await at('by').locator('label', { hasText: title }).click();
    await settled();
    const rows = await published.rows(
      'region_movers',
      `region = '${region}' AND metric = 'late_dispatch' AND window_days = 28 AND dimension = '${dimension}' AND kind <> 'others' ORDER BY place`,
    );
    const nth = rows.findIndex(({ fault }) => Number(fault) > 0);
    await at('mover').nth(nth).getByTestId('at-fault').click();
    await page().waitForFunction(() => location.hash.startsWith('#/faults'));
    await settled();
    const found = await behind(rows[nth]!);
    expect(found).toHaveLength(Number(rows[nth]!.fault));
    expect(await at('fault-count').innerText()).toBe(`${format.count(found.length)} at fault`);
    if ((await at('all-faults').count()) > 0) await at('all-faults').click();
    const ids = await texts(at('fault').locator('th'));
    expect(ids.toSorted()).toEqual(found.map(({ subject_id }) => String(subject_id)).toSorted());
    await page().goBack();
    await settled();
    expect(await at('mover').count()).toBeGreaterThan(1);
  });

  test('the list is saved as a file with each row', async () => {
    await dashboard.open('#/faults?metric=late_dispatch');
    const shown = Number((await at('fault-count').innerText()).replaceAll(/\D/g, ''));
    const [download] = await Promise.all([page().waitForEvent('download'), at('save-csv').click()]);
    expect((await readFile(await download.path(), 'utf8')).trim().split('\r\n')).toHaveLength(shown + 1);
  });
});

describe.skipIf(!present)('the history of a seller', () => {
  test('has each published week of each metric, its limits and marks, and is read only once it is opened', async () => {
    const programme = night.policies.programmes[0]!;
    const here = await published.rows('seller_weeks', `programme = '${programme.programme}' ORDER BY seller_id, nth`);
    const bySeller = Map.groupBy(here, (row) => String(row.seller_id));
    const all = await published.rows(
      'metric_standings',
      `programme = '${programme.programme}' AND verdict NOT IN ('not_measured', 'not_assessable')`,
    );
    const judgedOf = (seller: string) => all.filter(({ seller_id }) => seller_id === seller);
    // One with weeks to draw, and with a metric that has none.
    const [seller, weeks] = [...bySeller]
      .filter(([id, own]) => judgedOf(id).some(({ metric }) => own.every((week) => week.metric !== metric)))
      .toSorted(([, a], [, b]) => b.length - a.length)[0]!;
    dashboard.traffic.length = 0;
    await dashboard.open(`#/seller/${seller}`);
    expect(dashboard.traffic.filter(({ url }) => url.includes('seller_weeks'))).toEqual([]);
    await at(`history-of-${programme.programme}`).locator('summary').first().click();
    await at(`history-${programme.programme}`).waitFor();
    await settled();
    const day = (of: unknown): string => (of as Date).toISOString().slice(0, 10);
    const byMetric = Map.groupBy(weeks, (row) => String(row.metric));
    expect(byMetric.size).toBeGreaterThan(0);
    const clean = judgedOf(seller).filter(({ metric }) => !byMetric.has(String(metric)));
    for (const { metric } of clean) {
      const figure = at(`weeks-${programme.programme}-${metric}`);
      const [row] = await published.rows(
        'seller_metrics',
        `seller_id = '${seller}' AND programme = '${programme.programme}' AND metric = '${metric}'`,
      );
      expect(await figure.getByTestId('no-fault').innerText(), String(metric)).toBe(
        Number(row!.fault) === 0 ? sellerHistory.clean(String(row!.window_days)) : sellerHistory.noWeeks,
      );
      expect(await figure.locator('circle.dot').count(), String(metric)).toBe(0);
    }
    const drawn = at(`history-${programme.programme}`).locator('figure');
    expect(await drawn.count()).toBe(byMetric.size + clean.length);
    for (const [metric, rows] of byMetric) {
      const figure = at(`weeks-${programme.programme}-${metric}`);
      expect(await figure.locator('circle.dot').count(), metric).toBe(rows.length);
      await figure.locator('details > summary').click();
      const shown = (await texts(figure.getByTestId('week').filter({ hasText: '%' }))).map((text) => text.split(/\s*\t\s*/));
      expect(
        shown.map((cells) => cells.slice(1)),
        metric,
      ).toEqual(
        rows.map((row) => [format.rate(row.rate as number), ...[row.fault, row.counted].map((of) => format.count(of as number))]),
      );
      expect(shown[0]![0]).toBe(`${format.shortDay(day(rows[0]!.first_day))} to ${format.day(day(rows[0]!.last_day))}`);
      const text = await figure.innerText();
      for (const { key, title } of programme.tiers.slice(0, -1)) {
        const { at_most } = programme.metrics.find((one) => one.metric === metric)!.tiers[key]!;
        expect(text, metric).toContain(`${title}: ${format.bound(at_most)}`);
      }
      const letters = await figure.locator('.mark text').allTextContents();
      expect(letters).toEqual(await texts(figure.getByTestId('mark').locator('b')));
    }
  });

  test('tells every decision about the tier, with who decided', async () => {
    const records = await published.rows('decision_records', 'true ORDER BY seller_id');
    const [record] = records;
    await dashboard.open(`#/seller/${record!.seller_id}`);
    await at(`history-of-${record!.programme}`).locator('summary').first().click();
    await at('decision-record').first().waitFor();
    const own = records.filter((row) => row.seller_id === record!.seller_id && row.programme === record!.programme);
    const told = await texts(at(`history-${record!.programme}`).getByTestId('decision-record'));
    expect(told).toHaveLength(own.length);
    for (const { decision_id } of own) expect(told.join('\n')).toContain(String(decision_id));
  });
});

describe.skipIf(!present)('saved views of the list of sellers', () => {
  test('a view is named, come back to in another visit, and forgotten; a hostile name is text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    await dashboard.open('#/sellers?region=GB&tier=top&sort=seller');
    await at('view-name').or(page().locator('details.saved-views:not([open]) > summary')).first().waitFor();
    if (!(await at('view-name').isVisible())) await at('saved-views').locator('summary').click();
    await at('view-name').fill(name);
    await at('save-view').click();
    await dashboard.open('#/sellers');
    expect(await texts(at('saved-view'))).toEqual([name]);
    await at('saved-view').click();
    await page().waitForFunction(() => location.hash === '#/sellers?region=GB&tier=top&sort=seller');
    await settled();
    const rows = await published.rows('standings', `official_tier = 'top'`);
    expect(Number((await at('seller-count').innerText()).split(' ')[0])).toBeLessThanOrEqual(rows.length);
    await at('saved-views')
      .getByRole('button', { name: `Forget ${name}` })
      .click();
    expect(await at('saved-view').count()).toBe(0);
    await dashboard.open('#/sellers');
    expect(await at('saved-view').count()).toBe(0);
  });

  test('the list is saved as a file, as it is found and sorted', async () => {
    await dashboard.open('#/sellers?who=home&programme=eu-seller-standards&sort=-orders');
    const [download] = await Promise.all([page().waitForEvent('download'), at('save-list').click()]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    const rows = await published.rows('scorecards', `programme = 'eu-seller-standards' ORDER BY orders DESC`);
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[1]).toContain(`"${rows[0]!.orders}"`);
  });
});

describe.skipIf(!present)('the page of the programmes', () => {
  test('says tiers, bounds and reasons of the policy, and leads to a metric on the page', async () => {
    await dashboard.open('#/overview');
    await page().locator('nav a', { hasText: 'Programme' }).click();
    await settled();
    const text = await at('programme-text').innerText();
    const [programme] = night.policies.programmes;
    for (const tier of programme!.tiers) expect(text).toContain(tier.title);
    for (const metric of programme!.metrics) expect(text.toLowerCase()).toContain(metric.why.toLowerCase());
    await page().getByRole('button', { name: 'Slow response' }).first().click();
    const top = await page()
      .locator('#eu-seller-standards-slow_response')
      .evaluate((one) => one.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(200);
    await at('which-programme').selectOption('swift-dispatch-pilot');
    expect(await page().evaluate(() => location.hash)).toBe('#/programme?open=swift-dispatch-pilot');
    expect(await at('version').count()).toBe(1);
  });
});

test.skipIf(!present)('nothing sticks out at any width, and the pages have no errors', async () => {
  for (const width of [360, 768, 1280, 1920]) {
    await page().setViewportSize({ width, height: 800 });
    for (const hash of ['#/faults?metric=late_dispatch', '#/programme', '#/sellers']) {
      await dashboard.open(hash);
      const out = await page().evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(out, `${hash} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  expect(dashboard.troubles).toEqual([]);
});
