/**
 * Twelve questions of a regional manager, each answered in at most three clicks from the first page, with the numbers of the Parquet, whatever
 * marketplace the store is of. What its data cannot answer, the page says in words.
 */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metricOf } from '../../metrics/index.js';
import { notSaid } from '../../wording/english/pages/not-said.js';
import { formatFor } from '../../wording/format.js';
import { wordsFor } from '../../wording/words.js';
import { hasChromium, type OpenDashboard, openDashboard } from './open-browser.js';
import { openPublished, type Published } from './query.js';

const { calls: say, movers: sayOfMovers } = wordsFor('en');
const format = formatFor('en-GB');
const present = hasChromium();
type Row = Record<string, unknown>;

export interface Marketplace {
  /** The folder of a store with two nights. */
  store: string;
  remove(): Promise<void>;
}

export interface Asked {
  /** Whether the marketplace can be had here. */
  here: boolean;
  prepare(): Promise<Marketplace>;
  programme: string;
  /** The metric of the questions. */
  metric: string;
  /** By what its movers cannot be told apart, as nothing landed says it. */
  unknown: readonly string[];
  /** Whether sellers fell between its nights, and whether changes wait for a person. */
  fell: boolean;
  waits: boolean;
  /** Metrics of the programme for which nothing landed. */
  notMeasured: readonly string[];
}

/** The pages of a marketplace, and how far from the first one the reader is. */
class Reading {
  clicks = 0;
  constructor(
    readonly dashboard: OpenDashboard,
    readonly published: Published,
    readonly asked: Asked,
  ) {}

  page = () => this.dashboard.page;
  at = (testid: string): Locator => this.dashboard.at(testid);
  settled = () => this.page().waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'));
  async start(): Promise<void> {
    this.clicks = 0;
    await this.dashboard.open('#/overview');
  }
  async click(locator: Locator): Promise<void> {
    expect(++this.clicks).toBeLessThanOrEqual(3);
    await locator.click();
    await this.settled();
  }
  goTo = (title: string) => this.click(this.page().locator('nav a', { hasText: new RegExp(`^${title}$`) }));
  async choose(testid: string, value: string): Promise<void> {
    expect(++this.clicks).toBeLessThanOrEqual(3);
    await this.at(testid).selectOption(value);
    await this.settled();
  }
  async moversBy(dimension: string): Promise<void> {
    await this.start();
    await this.goTo('Movers');
    await this.choose('metric', this.asked.metric);
    if (dimension !== 'seller') await this.click(this.at('by').locator('label', { hasText: sayOfMovers.dimensions[dimension]! }));
  }
  async card(seller: string): Promise<void> {
    await this.page().waitForFunction((id) => location.hash.includes(`/seller/${id}`), encodeURIComponent(seller));
    await this.settled();
  }
  hash = (): Promise<string> => this.page().evaluate(() => location.hash);

  movers = (dimension: string): Promise<Row[]> =>
    this.published.rows(
      'region_movers',
      `region = 'ALL' AND metric = '${this.asked.metric}' AND window_days = 28 AND dimension = '${dimension}' ORDER BY place`,
    );
  calls = (): Promise<Row[]> => this.published.rows('calls', 'true ORDER BY place, programme');
  async change(): Promise<Row> {
    const where = `region = 'ALL' AND metric = '${this.asked.metric}' AND window_days = 28`;
    return (await this.published.rows('region_metrics', where))[0]!;
  }
  /** What is at fault of a member in the period. */
  async behind({ dimension, member }: Row): Promise<Row[]> {
    const { first_day, last_day } = await this.change();
    const column = dimension === 'seller' ? 'seller_id' : dimension;
    return this.published.rows(
      'region_faults',
      `metric = '${this.asked.metric}' AND cohort_day BETWEEN DATE '${day(first_day)}' AND DATE '${day(last_day)}'
       AND ${column} IS NOT DISTINCT FROM ${member === null ? 'NULL' : `'${String(member).replaceAll("'", "''")}'`}`,
    );
  }

  /** What the table of movers says is what was published, place by place. */
  async expectMovers(dimension: string): Promise<Row[]> {
    const rows = await this.movers(dimension);
    expect(rows.length).toBeGreaterThan(1);
    expect(await texts(this.at('mover').locator('[data-cell="part"]'))).toEqual(rows.map((row) => points(row.contribution_ppm)));
    expect(await texts(this.at('mover').locator('[data-cell="now"]'))).toEqual(
      rows.map((row) => `${format.count(row.fault as number)} of ${format.count(row.counted as number)}`),
    );
    return rows;
  }

  /** A click on a number at fault opens exactly so many rows, and these. */
  async expectBehind(rows: Row[]): Promise<void> {
    const nth = rows.findIndex(({ fault, kind }) => Number(fault) > 0 && kind !== 'others');
    await this.at('mover').nth(nth).getByTestId('at-fault').click();
    await this.page().waitForFunction(() => location.hash.startsWith('#/faults'));
    await this.settled();
    const found = await this.behind(rows[nth]!);
    expect(found).toHaveLength(Number(rows[nth]!.fault));
    expect(await this.at('fault-count').innerText()).toBe(`${format.count(found.length)} at fault`);
    while ((await this.at('all-faults').count()) > 0) await this.at('all-faults').click();
    const ids = (await texts(this.at('fault').locator('th'))).toSorted();
    expect(ids).toEqual(found.map(({ subject_id }) => String(subject_id)).toSorted());
  }
}

const texts = async (locator: Locator): Promise<string[]> => (await locator.allInnerTexts()).map((text) => text.trim());
const points = (ppm: unknown): string => format.signedPoints(Number(ppm) / 1e6);
const day = (of: unknown): string => (of as Date).toISOString().slice(0, 10);

const DIMENSIONS = [
  ['4: which carrier', 'carrier'],
  ['5: which category', 'category'],
  ['5: which delivery area', 'destination_area'],
  ['6: which region', 'region'],
] as const;

/** why a quarter of an hour: two nights of real orders are two minutes of a free machine, and tests share theirs. */
const PREPARING = 900_000;

/** Asks all of them; `more` adds what else is asked of the same pages. */
export function askTwelveQuestions(about: string, asked: Asked, more: (reading: () => Reading) => void = () => {}): void {
  let marketplace: Marketplace;
  let reading: Reading;
  const whether = present && asked.here;

  describe.skipIf(!whether)(about, () => {
    beforeAll(async () => {
      marketplace = await asked.prepare();
      reading = new Reading(await openDashboard(marketplace.store), await openPublished(marketplace.store), asked);
    }, PREPARING);
    afterAll(async () => {
      await reading?.dashboard.close();
      reading?.published.close();
      await marketplace?.remove();
    });

    whatMoved(asked, () => reading);
    whoAndWhom(asked, () => reading);
    howTheySpread(asked, () => reading);
    more(() => reading);

    test('nothing sticks out at any width, and the pages have no errors', async () => {
      for (const width of [360, 768, 1280, 1920]) {
        await reading.page().setViewportSize({ width, height: 800 });
        for (const hash of [`#/movers?metric=${asked.metric}`, '#/movers?by=carrier', '#/calls', '#/metrics']) {
          await reading.dashboard.open(hash);
          const out = await reading.page().evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(out, `${hash} at ${width}`).toBeLessThanOrEqual(0);
        }
      }
      expect(reading.dashboard.troubles).toEqual([]);
    });
  });
}

function whatMoved({ programme, metric, unknown }: Asked, reading: () => Reading): void {
  test('1 and 2: is it more than noise, and is it rate, mix, or what is forgiven', async () => {
    const { at, moversBy, change, movers } = bound(reading());
    await moversBy('seller');
    const row = await change();
    expect(await at('noise').innerText()).toMatch(row.beyond_noise ? /^More than noise/ : /^Within noise/);
    const causes = await movers('cause');
    for (const { member, contribution_ppm } of causes)
      expect(await at(`cause-${member}`).locator('.tabular').innerText()).toBe(points(contribution_ppm));
    const sum = causes.reduce((all, { contribution_ppm }) => all + Number(contribution_ppm), 0);
    expect(sum).toBe(Math.round(1e6 * Number(row.change)));
    expect(await at('causes').locator('.total .tabular').innerText()).toBe(format.signedPoints(Number(row.change)));
  });

  test('3: who moved it, and which orders of theirs: a click opens exactly those', async () => {
    const now = reading();
    await now.moversBy('seller');
    const rows = await now.expectMovers('seller');
    const nth = rows.findIndex(({ fault }) => Number(fault) > 0);
    const seller = String(rows[nth]!.member);
    await now.click(now.at('mover').nth(nth).locator('th a'));
    await now.card(seller);
    const details = await now.published.rows(
      'outcome_details',
      `seller_id = '${seller}' AND programme = '${programme}' AND metric = '${metric}' AND outcome = 'fault'`,
    );
    const list = now.at(`behind-${programme}-${metric}-fault`);
    while ((await list.locator('> button').count()) > 0) await list.locator('> button').click();
    const shown = await texts(list.getByTestId('outcome-detail-row').locator('th'));
    expect(shown.toSorted()).toEqual(details.map(({ subject_id }) => String(subject_id)).toSorted());
    expect(await now.hash()).toContain(`open=${encodeURIComponent(`${programme}/${metric}`)}`);
    await now.page().goBack();
    await now.settled();
    expect(await now.hash()).toMatch(new RegExp(`^#/movers\\?.*metric=${metric}`));
    await now.expectBehind(await now.expectMovers('seller'));
  });

  test.each(DIMENSIONS)('%s', async (_, dimension) => {
    const now = reading();
    await now.moversBy(dimension);
    if (unknown.includes(dimension)) {
      expect((await now.movers(dimension)).map(({ kind }) => kind)).toEqual(['unknown']);
      expect(await now.at('not-told-apart').innerText()).toBe((notSaid.apart as Readonly<Record<string, string>>)[dimension]);
      return now.expectBehind(await now.movers(dimension));
    }
    expect(await now.at('not-told-apart').count()).toBe(0);
    await now.expectBehind(await now.expectMovers(dimension));
    if (dimension !== 'region') return;
    await now.page().goBack();
    await now.settled();
    const [first] = await now.movers('region');
    await now.at('mover').first().locator('th a').click();
    expect(await now.at('region').inputValue()).toBe(first!.member);
  });
}

function whoAndWhom({ fell: anybody, waits }: Asked, reading: () => Reading): void {
  test('7: who fell since the last run', async () => {
    const now = reading();
    await now.start();
    await now.goTo('Movers');
    const fell = new Set((await now.published.rows('tier_changes', `direction = 'down'`)).map(({ seller_id }) => seller_id));
    expect(fell.size > 0).toBe(anybody);
    if (!anybody) return expect(await now.at('nobody-fell').innerText()).toBe(notSaid.nobodyFell);
    await now.click(now.at('fell'));
    expect(await now.at('seller-count').innerText()).toMatch(new RegExp(`^${fell.size} of `));
    const opened = await now
      .page()
      .locator('main table a[href*="/seller/"]')
      .evaluateAll((links) => links.map((link) => decodeURIComponent(/seller\/([^?]*)/.exec(link.getAttribute('href')!)![1]!)));
    expect(new Set(opened)).toEqual(fell);
  });

  test('8, 9 and 10: who falls next, whom to call first, and is it luck', async () => {
    const now = reading();
    await now.start();
    await now.goTo('Call first');
    const rows = await now.calls();
    expect(rows.length).toBeGreaterThan(3);
    expect(await now.at('call-count').innerText()).toBe(say.count(format.count(rows.length)));
    const shown = await now
      .at('call')
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((child) => (child as HTMLElement).innerText.trim())));
    const first = rows.slice(0, 50);
    expect(shown.map((cells) => cells[6])).toEqual(
      first.map((row) => say.working(format.count(row.orders as number), `${row.likely_percent}%`, String(row.orders_at_risk))),
    );
    expect(shown.map((cells) => cells[5])).toEqual(first.map((row) => (row.verdict ? say.luck[luckOf(row)] : '–')));
    expect(shown.map((cells) => cells[8])).toEqual(first.map(({ contact }) => say.contact[String(contact)]));
    const kind = String(rows[0]!.falls);
    await now.click(now.at('kinds').locator('label', { hasText: say.falls[kind]! }));
    expect(await now.at('call').count()).toBe(Math.min(50, rows.filter(({ falls }) => falls === kind).length));
    await now.click(now.at('call').first().locator('a'));
    await now.card(String(rows[0]!.seller_id));
  });

  test('12: what waits for a person', async () => {
    const now = reading();
    await now.start();
    const waiting = await now.published.rows('decision_records', `status = 'proposed'`);
    const incidents = await now.published.rows('proposed_incidents', `status = 'proposed'`);
    expect(waiting.length + incidents.length > 0).toBe(waits);
    expect(await now.at('waiting-record').count()).toBe(waiting.length);
    if (waits) {
      const record = now.at('waiting-record').locator('a').first();
      const seller = (await record.innerText()).trim();
      await now.click(record);
      await now.card(seller);
      expect(waiting.map(({ seller_id }) => seller_id)).toContain(seller);
    } else expect(await now.at('nothing-to-decide').innerText()).toBe(notSaid.nothingWaits);
    // Changes of tier are listed under all regions: of one of them it is not said that nothing waits.
    const regions = await now.published.rows('seller_regions', `region <> 'ALL' LIMIT 1`);
    await now.dashboard.open(`#/overview?region=${regions[0]!.region}`);
    await now.settled();
    expect(await now.at('nothing-to-decide').count()).toBe(0);
  });
}

/** What a page says of luck: a rate beyond its line in settled days, and a notice that stands while tonight's faults would not make one. */
const luckOf = ({ verdict, is_beyond_luck }: Row): string =>
  verdict === 'watch' && is_beyond_luck ? 'settled' : verdict === 'notice' && !is_beyond_luck ? 'standing' : String(verdict);

function howTheySpread({ programme, metric, notMeasured }: Asked, reading: () => Reading): void {
  test('11: how sellers spread, and who is beyond the line of luck', async () => {
    const now = reading();
    await now.start();
    await now.goTo('Metrics');
    await now.choose('metric', metric);
    const rows = await now.published.rows(
      'metric_standings',
      `programme = '${programme}' AND metric = '${metric}' AND at_most IS NOT NULL AND counted_left > 0
       AND verdict NOT IN ('not_measured', 'not_assessable')`,
    );
    const beyond = rows.filter((row) => ['notice', 'confirmed', 'settled'].includes(luckOf(row)));
    const standing = rows.filter((row) => luckOf(row) === 'standing');
    const chart = now.at('funnel').getByRole('img');
    await chart.locator('circle').first().waitFor();
    expect(await chart.locator('circle, path.beyond, path.standing').count()).toBe(rows.length);
    expect(await chart.locator('path.standing').count()).toBe(standing.length);
    expect(await chart.locator('path.beyond').count()).toBe(beyond.length);
    const bands = (await texts(now.at('band').locator('.tabular'))).map(Number);
    expect(bands.reduce((all, one) => all + one, 0)).toBe(rows.length);
    expect(bands[0]).toBe(rows.filter(({ fault_left }) => fault_left === 0).length);
    const worst = rows
      .filter(({ verdict }) => verdict !== 'met')
      .toSorted((a, b) => Number(b.fault_left) - Number(a.fault_left) || (String(a.seller_id) < String(b.seller_id) ? -1 : 1));
    expect(await texts(now.at('spread-row').locator('td.words'))).toEqual(worst.slice(0, 50).map((row) => say.luck[luckOf(row)]));
  });

  test('a metric for which nothing landed is said to be not measured, on each page that is asked about it', async () => {
    const now = reading();
    expect(now.published.manifest.not_measured).toEqual(expect.arrayContaining([...notMeasured]));
    for (const key of notMeasured) {
      const title = metricOf(key)!.title;
      for (const view of ['movers', 'metrics']) {
        await now.dashboard.open(`#/${view}?metric=${key}`);
        expect(await now.at('not-measured').innerText(), `${view} of ${key}`).toBe(notSaid.notMeasured(title));
      }
    }
  });
}

/** The parts of a reading that are functions, so that they can be named one by one. */
const bound = (one: Reading) => ({
  ...{ at: one.at, movers: one.movers },
  ...{ moversBy: one.moversBy.bind(one), change: one.change.bind(one) },
});
