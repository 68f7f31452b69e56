import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANDING } from '../../contracts/landing/index.js';
import { BAD_ROWS } from '../../sample/bad-rows.js';
import { dayOf, textOf, Zone } from '../../sample/calendar.js';
import { findSample, generateSample, type SampleFacts } from '../../sample/generate.js';
import { drawMarketplace, SAMPLE_SIZE } from '../../sample/marketplace.js';
import { REGIONS } from '../../sample/markets.js';
import { localDay } from '../independent/time.js';
import { cardsOn, type LandedSample, landSample, policiesOn } from './landed-sample.js';

const SMALL = { sellers: 40, orders: 3_000, days: 60, seed: 1 };

const filesOf = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => statSync(join(folder, name)).isFile()).sort();
const hashOf = (folder: string): string => {
  const hash = createHash('sha256');
  for (const name of filesOf(folder)) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
};

describe('a sample folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'sample-'));
  const to = (name: string) => join(root, name);
  let facts: SampleFacts;
  beforeAll(async () => {
    facts = await generateSample({ to: to('a'), ...SMALL });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('holds the same bytes for the same seed, and others for another', async () => {
    await generateSample({ to: to('b'), ...SMALL });
    await generateSample({ to: to('c'), ...SMALL, seed: 2 });
    expect(hashOf(to('b'))).toBe(hashOf(to('a')));
    expect(hashOf(to('c'))).not.toBe(hashOf(to('a')));
  });

  it('is found again only as exactly what was asked for', async () => {
    expect(await findSample({ to: to('a'), ...SMALL })).toEqual(facts);
    expect(await findSample({ to: to('a'), ...SMALL, seed: 2 })).toBeUndefined();
    expect(await findSample({ to: to('nowhere'), ...SMALL })).toBeUndefined();
  });

  it('is made anew after an interruption, whatever was left half done', async () => {
    mkdirSync(to('broken.partial/orders/dt=2026-11-16'), { recursive: true });
    writeFileSync(to('broken.partial/orders/dt=2026-11-16/half.jsonl'), '{"seller');
    expect(await findSample({ to: to('broken'), ...SMALL })).toBeUndefined();
    await generateSample({ to: to('broken'), ...SMALL });
    expect(existsSync(to('broken.partial'))).toBe(false);
    expect(hashOf(to('broken'))).toBe(hashOf(to('a')));
  });

  it('replaces an older sample but refuses a folder with anything else in it', async () => {
    await generateSample({ to: to('c'), ...SMALL });
    expect(hashOf(to('c'))).toBe(hashOf(to('a')));
    mkdirSync(to('mine'));
    writeFileSync(to('mine/orders.csv'), 'precious');
    await expect(generateSample({ to: to('mine'), ...SMALL })).rejects.toThrow(/mine: holds files that are not a sample/);
    expect(readFileSync(to('mine/orders.csv'), 'utf8')).toBe('precious');
  });

  it('refuses to tell its stories in fewer than 60 days, and a date that is none', async () => {
    await expect(generateSample({ to: to('short'), ...SMALL, days: 59 })).rejects.toThrow(/59 days are too few/);
    await expect(generateSample({ to: to('odd'), ...SMALL, lastDay: '16.11.2026' })).rejects.toThrow(/write it as YYYY-MM-DD/);
    expect(existsSync(to('short'))).toBe(false);
  });
});

describe('the landed sample', () => {
  let landed: LandedSample;
  let last: number;
  let first: number;
  const zones = new Map(policiesOn(SAMPLE_SIZE.lastDay).regions.map((r) => [r.code, r.time_zone]));

  beforeAll(async () => {
    landed = await landSample({ sellers: 240, orders: 24_000 });
    last = dayOf(landed.facts.last_day);
    first = dayOf(landed.facts.first_day);
  }, 60_000);
  afterAll(() => landed?.remove());

  /** What a marketplace adds by itself: metrics of its own, and what its accounts have in common. */
  const OWN = ['outcomes', 'identifiers', 'enforcement_actions'];
  /** Only stories tell of them. */
  const TOLD = ['violations', 'decisions', 'appeals'];
  const sampled = () => Object.entries(landed.counts).filter(([dataset]) => !OWN.includes(dataset));

  it('covers 120 days up to a Monday, with rows of every dataset but what a marketplace adds by itself', () => {
    expect(last - first + 1).toBe(120);
    expect(new Date(last * 86_400_000).getUTCDay()).toBe(1);
    expect(Object.keys(landed.counts)).toEqual(Object.keys(LANDING));
    for (const dataset of OWN) expect(landed.counts[dataset as 'outcomes'], dataset).toMatchObject({ rows: 0 });
    for (const [dataset, { rows }] of sampled()) {
      expect(rows, dataset).toBeGreaterThan(TOLD.includes(dataset) ? 3 : 20);
      expect(landed.facts.rows[dataset as 'orders']).toBe(rows);
    }
  });

  it('keeps the contracts but for the bad rows it tells of, far fewer than any contract allows', () => {
    const refused = Object.values(landed.counts).reduce((sum, count) => sum + count.refused, 0);
    expect(refused).toBe(landed.facts.bad_rows);
    expect(refused).toBeGreaterThan(5);
    for (const [dataset, { rows, refused: bad }] of sampled()) {
      expect(bad / rows).toBeLessThan(LANDING[dataset]!.rejected.at_most / 4);
    }
  });

  it('lands orders placed that day in every region on every day', () => {
    const seen = new Set(
      landed.records.orders.filter((o) => localDay(zones.get(o.region)!, o.placed_at) === o.dt).map((o) => `${o.region} ${o.dt}`),
    );
    const silent = REGIONS.flatMap((region) =>
      Array.from({ length: 120 }, (_, index) => `${region} ${first + index}`).filter((regionDay) => !seen.has(regionDay)),
    );
    expect(silent).toEqual([]);
  });

  it('knows nothing on a day that happens after it', () => {
    const early = landed.records.orders.filter((o) =>
      [o.placed_at, o.confirmed_at, o.first_scan_at, o.delivered_at, o.cancelled_at, o.updated_at].some(
        (moment) => moment !== null && localDay(zones.get(o.region)!, moment) > o.dt,
      ),
    );
    expect(early).toEqual([]);
    expect(landed.records.conversations.filter((c) => localDay(zones.get(c.region)!, c.updated_at) > c.dt)).toEqual([]);
  });

  it('lands most orders several times, as they are placed, shipped and delivered, some of them late', () => {
    const { orders } = landed.records;
    expect(orders.length / landed.facts.orders).toBeGreaterThan(2.5);
    const late = orders.filter((o) => o.seller_id.startsWith('seller-') && localDay(zones.get(o.region)!, o.updated_at) < o.dt);
    expect(late.length / orders.length).toBeGreaterThan(0.0005);
    expect(late.length / orders.length).toBeLessThan(0.005);
  });

  it('is busiest on Mondays, slow at weekends, and grows', () => {
    const placed = new Map<string, number>();
    for (const o of landed.records.orders)
      placed.set(`${o.seller_id} ${o.order_id}`, localDay(zones.get(o.region)!, o.placed_at));
    const days = [...placed.values()];
    const onWeekday = (weekday: number) => days.filter((day) => new Date(day * 86_400_000).getUTCDay() === weekday).length;
    expect(Math.max(...[0, 1, 2, 3, 4, 5, 6].map(onWeekday))).toBe(onWeekday(1));
    expect(onWeekday(6)).toBeLessThan(0.8 * onWeekday(1));
    const between = (from: number, to: number) => days.filter((day) => day >= first + from && day < first + to).length;
    expect(between(92, 120)).toBeGreaterThan(1.2 * between(0, 28));
  });

  it('spreads the assessable sellers over all four tiers', () => {
    const assessable = [...cardsOn(landed.facts.last_day, landed)].filter(
      ([seller, { tier }]) => seller.startsWith('seller-') && tier !== 'not_assessable',
    );
    const share = (tier: string) => assessable.filter(([, card]) => card.tier === tier).length / assessable.length;
    expect(share('top')).toBeGreaterThan(0.2);
    expect(share('good')).toBeGreaterThan(0.2);
    expect(share('at_risk')).toBeGreaterThan(0.1);
    expect(share('below')).toBeGreaterThan(0.03);
    expect(share('below')).toBeLessThan(0.2);
  });

  it('writes moments with the summer and the winter offset of their region, and as naive UTC', () => {
    const text = (name: string) => readFileSync(join(landed.folder, name));
    const offsetsOn = (day: string, region: string) => {
      const lines = gunzipSync(text(`orders/dt=${day}/orders.jsonl.gz`))
        .toString('utf8')
        .split('\n');
      const written = new RegExp(`"region":"${region}".*"updated_at":"${day}T[^"]*([+-]\\d\\d:\\d\\d)"`);
      return new Set(lines.flatMap((line) => written.exec(line)?.[1] ?? []));
    };
    expect(offsetsOn('2026-10-24', 'GB')).toEqual(new Set(['+01:00']));
    expect(offsetsOn('2026-10-26', 'GB')).toEqual(new Set(['+00:00']));
    expect(offsetsOn('2026-10-24', 'DE')).toEqual(new Set(['+02:00']));
    expect(offsetsOn('2026-10-26', 'DE')).toEqual(new Set(['+01:00']));
    expect(text('reviews/dt=2026-10-26/reviews.csv').toString('utf8')).toMatch(/,2026-10-2\dT\d\d:\d\d:\d\d\n/);
    const forms = new Set(filesOf(landed.folder).map((name) => name.slice(name.indexOf('.'))));
    expect(forms).toEqual(new Set(['.json', '.jsonl.gz', '.csv', '.jsonl', '.parquet']));
  });
});

describe('the sample as shipped', () => {
  const marketplace = drawMarketplace(SAMPLE_SIZE);

  it('has at least 2,000 sellers and 250,000 orders', () => {
    expect(new Set(marketplace.orders.map((o) => o.seller_id)).size).toBeGreaterThanOrEqual(2000);
    expect(new Set(marketplace.orders.map((o) => `${o.seller_id} ${o.order_id}`)).size).toBeGreaterThanOrEqual(250_000);
  });

  it('has many tiny sellers and a few huge ones', () => {
    const sizes = [...Map.groupBy(marketplace.orders, (o) => o.seller_id).values()]
      .map((orders) => orders.length)
      .sort((a, b) => b - a);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(sizes.filter((size) => size < 30).length / sizes.length).toBeGreaterThan(0.35);
    expect(sizes.slice(0, sizes.length / 10).reduce((sum, size) => sum + size, 0) / total).toBeGreaterThan(0.45);
    expect(sizes[0]! / total).toBeLessThan(0.05);
  });

  it('has about twenty bad rows to show', () => {
    expect(BAD_ROWS.length).toBeGreaterThanOrEqual(15);
    expect(BAD_ROWS.length).toBeLessThanOrEqual(25);
  });
});

describe('local time', () => {
  const zone = new Zone('Europe/London', dayOf('2026-10-01'), dayOf('2027-04-30'));

  it('finds the day, the end of the day and the written form on both sides of the change of clocks', () => {
    const autumn = dayOf('2026-10-25');
    expect(zone.endOf(autumn) - zone.endOf(autumn - 1)).toBe(25 * 3600);
    expect(zone.iso(zone.at(autumn, 0, 30))).toBe('2026-10-25T00:30:00+01:00');
    expect(zone.iso(zone.at(autumn, 3))).toBe('2026-10-25T03:00:00+00:00');
    const spring = dayOf('2027-03-28');
    expect(zone.endOf(spring) - zone.endOf(spring - 1)).toBe(23 * 3600);
    expect(textOf(zone.dayOf(zone.endOf(spring)))).toBe('2027-03-28');
  });
});
