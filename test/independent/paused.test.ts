/** A metric that rests: drawn sellers with and without the pause, by the night's SQL and by a second judge. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { Policies } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { Evaluations } from '../../trial/evaluations.js';
import { CASE_POLICIES } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import { quickDuck } from './ask-drawn-evaluations.js';
import { answered, madeTables, nightOf } from './drawn-evaluations.js';
import { madeProgramme, TIERS } from './made-programme.js';
import { type Row, type SellerDay, type Standings, type StandingsNight, standingsOf } from './standings.js';

const METRICS = ['seller_cancellation', 'late_dispatch'] as const;
const FIRST = '2026-02-02';

const policiesWith = (paused?: { from: string; why: string }): Policies => {
  const made = madeProgramme(METRICS);
  const [first, ...others] = made.metrics;
  return { ...CASE_POLICIES, programmes: [{ ...made, metrics: [{ ...first!, ...(paused ? { paused } : {}) }, ...others] }] };
};

/** Sixty sellers over nine weeks, good and bad in either metric. */
function drawnDays(): SellerDay[] {
  const draw = new Draw(11);
  return Array.from({ length: 60 }, (_, nth) => nth).flatMap((nth) =>
    METRICS.flatMap((metric) => {
      const [orders, rate] = [draw.one([2, 9, 40]), draw.one([0, 0.05, 0.2, 0.6])];
      return Array.from({ length: 63 }, (_, at): SellerDay => {
        const counted = Math.round(2 * orders * draw.next());
        const fault = Math.min(counted, Math.floor(2 * rate * counted * draw.next() + draw.next() / 2));
        return { seller_id: `${nth}`, region: 'GB', metric, cohort_day: addDays(FIRST, at - 28), counted, fault };
      }).filter((day) => day.counted > 0);
    }),
  );
}

interface Week {
  night: StandingsNight;
  product: Standings;
  second: Standings;
}

/** Six Mondays; what each said, by the product and by the second judge. */
async function weeks(duck: Duck, policies: Policies): Promise<Week[]> {
  const evaluations = new Evaluations(duck, await readSqlFiles(), policies, ['decision_records']);
  const days = drawnDays();
  const said: Week[] = [];
  for (let week = 0; week < 6; week++) {
    const run_date = addDays(FIRST, 7 * week);
    const night = nightOf({ policies, days }, run_date);
    await evaluations.night(run_date, await madeTables(duck, night));
    const second = standingsOf(night, said.at(-1)?.second);
    said.push({ night, product: await answered(duck), second });
    await evaluations.publish();
  }
  return said;
}

describe('a metric that is paused from the third Monday on', () => {
  const from = addDays(FIRST, 14);
  let duck: Duck;
  let usual: Awaited<ReturnType<typeof weeks>>;
  let paused: Awaited<ReturnType<typeof weeks>>;
  beforeAll(async () => {
    duck = await quickDuck();
    usual = await weeks(duck, policiesWith());
    paused = await weeks(duck, policiesWith({ from, why: 'appeals were right too often' }));
  }, 60_000);
  afterAll(() => duck?.close());

  const noticesOf = (rows: readonly Row[], metric: string) =>
    rows.filter((row) => row.metric === metric && row.notice_on !== null).length;

  it('is judged alike by a second judge', () => {
    for (const { product, second } of paused) expect(product).toEqual(second);
  });

  it('changes nothing before that day', () => {
    const said = (weekly: typeof usual) => weekly.slice(0, 2).map(({ product, second }) => [product, second]);
    expect(said(paused)).toEqual(said(usual));
    expect(noticesOf(usual[1]!.product.metric_standings, METRICS[0])).toBeGreaterThan(5);
  });

  it('drops the notices that stood, gives none, judges nobody, and takes no tier', () => {
    for (const { product } of paused.slice(2)) {
      const rows = product.metric_standings.filter((row) => row.metric === METRICS[0]);
      expect(noticesOf(rows, METRICS[0])).toBe(0);
      expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['not_assessable']));
    }
    const lost = (weekly: typeof usual) =>
      weekly.slice(2).flatMap(({ product }) => product.standings.filter((row) => row.because_metric === METRICS[0]));
    expect(lost(usual).length).toBeGreaterThan(0);
    expect(lost(paused)).toEqual([]);
    expect(noticesOf(paused.at(-1)!.product.metric_standings, METRICS[1])).toBeGreaterThan(0);
  });

  const tiersOf = (weekly: typeof usual, week: number) =>
    new Map(weekly[week]!.product.standings.map((row) => [row.seller_id, TIERS.indexOf(String(row.official_tier))]));

  it('neither helps nor hurts: at once everybody has the tier as without the pause, or keeps what would be lost', () => {
    const [before, without, with_it] = [tiersOf(usual, 1), tiersOf(usual, 2), tiersOf(paused, 2)];
    const byIt = new Set(
      usual[2]!.product.standings.flatMap((row) => (row.because_metric === METRICS[0] ? [row.seller_id] : [])),
    );
    for (const [seller, rank] of with_it) {
      expect({ seller, rank }).toEqual({ seller, rank: byIt.has(seller) ? before.get(seller) : without.get(seller) });
    }
    expect(byIt.size).toBeGreaterThan(0);
  });

  it('later leaves nobody in a worse tier than without the pause, and lets nobody rise whom its bounds would hold back', () => {
    const bounds = policiesWith().programmes[0]!.metrics[0]!.tiers;
    let held = 0;
    for (let week = 2; week < paused.length; week++) {
      const [without, before, now] = [tiersOf(usual, week), tiersOf(paused, week - 1), tiersOf(paused, week)];
      const proposed = new Map(
        paused[week]!.product.standings.map((row) => [row.seller_id, TIERS.indexOf(String(row.proposed_tier))]),
      );
      for (const row of paused[week]!.night.metrics) {
        if (row.metric !== METRICS[0] || row.counted < 10) continue;
        const [rank, held_before] = [now.get(row.seller_id)!, before.get(row.seller_id)!];
        expect({ week, seller: row.seller_id, worse: rank > without.get(row.seller_id)! }).toMatchObject({ worse: false });
        if (proposed.get(row.seller_id)! >= held_before) continue;
        const allowed = bounds[TIERS[rank]!]?.at_most ?? 1;
        if (rank < held_before) expect(row.fault / row.counted).toBeLessThanOrEqual(allowed);
        else held++;
      }
    }
    expect(held).toBeGreaterThan(0);
  });
});
