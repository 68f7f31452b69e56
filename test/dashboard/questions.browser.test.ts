/** Twelve questions of a regional manager, each answered in at most three clicks from the first page, with the numbers of the Parquet. */
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatFor } from '../../wording/format.js';
import { wordsFor } from '../../wording/words.js';
import { hasChromium, type OpenDashboard, openDashboard } from './open-browser.js';
import { openPublished, type Published } from './query.js';
import { type SmallNight, smallNight } from './small-night.js';

const present = hasChromium();
const { calls: say } = wordsFor('en');
const format = formatFor('en-GB');
const MAIN = 'eu-seller-standards';
type Row = Record<string, unknown>;

let night: SmallNight;
let published: Published;
let dashboard: OpenDashboard;
let clicks = 0;

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
const start = async () => {
  clicks = 0;
  await dashboard.open('#/overview');
};
const click = async (locator: Locator) => {
  expect(++clicks).toBeLessThanOrEqual(3);
  await locator.click();
  await settled();
};
const goTo = (title: string) => click(page().locator('nav a', { hasText: new RegExp(`^${title}$`) }));
const choose = async (testid: string, value: string) => {
  expect(++clicks).toBeLessThanOrEqual(3);
  await at(testid).selectOption(value);
  await settled();
};
const texts = async (locator: Locator): Promise<string[]> => (await locator.allInnerTexts()).map((text) => text.trim());
const points = (ppm: unknown): string => format.signedPoints(Number(ppm) / 1e6);
const movers = (dimension: string): Promise<Row[]> =>
  published.rows(
    'region_movers',
    `region = 'ALL' AND metric = 'late_dispatch' AND window_days = 28 AND dimension = '${dimension}' ORDER BY place`,
  );
const mainCalls = (): Promise<Row[]> => published.rows('calls', 'true ORDER BY place, programme');
const moveTo = async (dimension: string) => {
  await start();
  await goTo('Movers');
  await choose('metric', 'late_dispatch');
  if (dimension !== 'seller') await click(at('by').locator('label', { hasText: dimension }));
};
/** What the table of movers says is what was published, place by place. */
async function expectMovers(dimension: string): Promise<Row[]> {
  const rows = await movers(dimension);
  expect(rows.length).toBeGreaterThan(0);
  expect((await texts(at('mover').locator('[data-cell="part"]'))).map((text) => text.trim())).toEqual(
    rows.map((row) => points(row.contribution_ppm)),
  );
  expect(await texts(at('mover').locator('[data-cell="now"]'))).toEqual(
    rows.map((row) => `${format.count(row.fault as number)} of ${format.count(row.counted as number)}`),
  );
  return rows;
}
const openedCard = async (seller: string) => {
  await page().waitForFunction((id) => location.hash.includes(`/seller/${id}`), encodeURIComponent(seller));
  await settled();
};

describe.skipIf(!present)('a regional manager on Monday', () => {
  test('1 and 2: is it more than noise, and is it rate, mix, or what is forgiven', async () => {
    await moveTo('seller');
    const [row] = await published.rows('region_metrics', `region = 'ALL' AND metric = 'late_dispatch' AND window_days = 28`);
    expect(await at('noise').innerText()).toMatch(row!.beyond_noise ? /^More than noise/ : /^Within noise/);
    const causes = await movers('cause');
    for (const { member, contribution_ppm } of causes)
      expect(await at(`cause-${member}`).locator('.tabular').innerText()).toBe(points(contribution_ppm));
    const sum = causes.reduce((all, { contribution_ppm }) => all + Number(contribution_ppm), 0);
    expect(sum).toBe(Math.round(1e6 * Number(row!.change)));
    expect(await at('causes').locator('.total .tabular').innerText()).toBe(format.signedPoints(Number(row!.change)));
  });

  test('3: who moved it, and which orders of theirs: a click opens exactly those', async () => {
    await moveTo('seller');
    const [first] = await expectMovers('seller');
    await click(at('mover').first().locator('th a'));
    await openedCard(String(first!.member));
    const details = await published.rows(
      'outcome_details',
      `seller_id = '${first!.member}' AND programme = '${MAIN}' AND metric = 'late_dispatch' AND outcome = 'fault'`,
    );
    const shown = (await page().locator('main').innerText()).split(/\s+/);
    for (const { subject_id } of details) expect(shown).toContain(subject_id);
    const place = await page().evaluate(() => location.hash);
    await page().goBack();
    await settled();
    expect(await page().evaluate(() => location.hash)).toMatch(/^#\/movers\?.*metric=late_dispatch/);
    expect(await at('mover').count()).toBeGreaterThan(1);
    expect(place).toContain(`open=${encodeURIComponent(`${MAIN}/late_dispatch`)}`);
  });

  test.each([
    ['4: which carrier', 'Carrier', 'carrier'],
    ['5: which category', 'Category', 'category'],
    ['5: which delivery area', 'Delivery area', 'destination_area'],
    ['6: which region', 'Region', 'region'],
  ])('%s', async (_, title, dimension) => {
    await moveTo(title);
    const rows = await expectMovers(dimension);
    if (dimension === 'region') await at('mover').first().locator('th a').click();
    if (dimension === 'region') expect(await at('region').inputValue()).toBe(rows[0]!.member);
  });

  test('7: who fell since the last run', async () => {
    await start();
    await goTo('Movers');
    const fell = new Set((await published.rows('tier_changes', `direction = 'down'`)).map(({ seller_id }) => seller_id));
    if (fell.size === 0) return expect(await at('fell').count()).toBe(0);
    await click(at('fell'));
    expect(await at('seller-count').innerText()).toMatch(new RegExp(`^${fell.size} of `));
  });

  test('8, 9 and 10: who falls next, whom to call first, and is it luck', async () => {
    await start();
    await goTo('Call first');
    const rows = await mainCalls();
    expect(rows.length).toBeGreaterThan(3);
    expect(await at('call-count').innerText()).toBe(say.count(format.count(rows.length)));
    const shown = await at('call').evaluateAll((lines) =>
      lines.map((line) => [...line.children].map((child) => (child as HTMLElement).innerText.trim())),
    );
    expect(shown.map((cells) => cells[6])).toEqual(
      rows
        .slice(0, 50)
        .map((row) => say.working(format.count(row.orders as number), `${row.likely_percent}%`, String(row.orders_at_risk))),
    );
    expect(shown.map((cells) => cells[5])).toEqual(
      rows.slice(0, 50).map(({ verdict }) => (verdict ? say.luck[String(verdict)] : '–')),
    );
    const kind = String(rows[0]!.falls);
    await click(at('kinds').locator('label', { hasText: say.falls[kind]! }));
    expect(await at('call').count()).toBe(Math.min(50, rows.filter(({ falls }) => falls === kind).length));
    await click(at('call').first().locator('a'));
    await openedCard(String(rows[0]!.seller_id));
  });

  test('the list of calls is saved as a table in which no text is a formula', async () => {
    await dashboard.open('#/calls');
    const [download] = await Promise.all([page().waitForEvent('download'), at('save-csv').click()]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    const rows = await mainCalls();
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[1]).toContain(`"${rows[0]!.seller_id}"`);
    for (const line of lines) expect(line).not.toMatch(/(^|,)"[=+@-]/);
  });

  test('11: how sellers spread, and who is beyond the line of luck', async () => {
    await start();
    await goTo('Metrics');
    await choose('metric', 'late_dispatch');
    const rows = await published.rows(
      'metric_standings',
      `programme = '${MAIN}' AND metric = 'late_dispatch' AND at_most IS NOT NULL AND counted_left > 0
       AND verdict NOT IN ('not_measured', 'not_assessable')`,
    );
    const beyond = rows.filter(({ verdict }) => verdict === 'notice' || verdict === 'confirmed');
    const chart = at('funnel').getByRole('img');
    expect(await chart.locator('circle, path.beyond').count()).toBe(rows.length);
    expect(await chart.locator('path.beyond').count()).toBe(beyond.length);
    const bands = (await texts(at('band').locator('.tabular'))).map(Number);
    expect(bands.reduce((all, one) => all + one, 0)).toBe(rows.length);
    expect(bands[0]).toBe(rows.filter(({ fault_left }) => fault_left === 0).length);
    expect(await at('spread-row').count()).toBe(Math.min(50, rows.filter(({ verdict }) => verdict !== 'met').length));
  });

  test('12: what waits for a person', async () => {
    await start();
    const waiting = await published.rows('decision_records', `status = 'proposed'`);
    expect(await at('waiting-record').count()).toBe(waiting.length);
  });

  test('nothing sticks out at any width, and the pages have no errors', async () => {
    for (const width of [360, 768, 1280, 1920]) {
      await page().setViewportSize({ width, height: 800 });
      for (const hash of ['#/movers?metric=late_dispatch', '#/calls', '#/metrics']) {
        await dashboard.open(hash);
        const out = await page().evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(out, `${hash} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
    expect(dashboard.troubles).toEqual([]);
  });
});
