/** A metric that rests: drawn sellers with and without the pause, by the night's SQL and by a second judge. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { withPauses } from '../../policies/paused.js';
import type { Policies } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { Evaluations } from '../../trial/evaluations.js';
import { CASE_POLICIES } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import { quickDuck } from './ask-drawn-evaluations.js';
import { answered, madeTables, nightOf } from './drawn-evaluations.js';
import { madeProgramme, TIERS } from './made-programme.js';
import { type Row, type SellerDay, type Standings, standingsOf } from './standings.js';

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

/** Six Mondays; what each said, by the product and by the second judge. */
async function weeks(duck: Duck, policies: Policies): Promise<{ product: Standings; second: Standings }[]> {
  const evaluations = new Evaluations(duck, await readSqlFiles(), policies, ['decision_records']);
  const days = drawnDays();
  const said: { product: Standings; second: Standings }[] = [];
  for (let week = 0; week < 6; week++) {
    const run_date = addDays(FIRST, 7 * week);
    // Rows of cards and metrics are made here, so that they rest as the night's own do.
    const night = nightOf({ policies: withPauses(policies, run_date), days }, run_date);
    await evaluations.night(run_date, await madeTables(duck, night));
    const second = standingsOf({ ...night, programmes: policies.programmes }, said.at(-1)?.second);
    said.push({ product: await answered(duck), second });
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
    expect(paused.slice(0, 2)).toEqual(usual.slice(0, 2));
    expect(noticesOf(usual[1]!.product.metric_standings, METRICS[0])).toBeGreaterThan(5);
  });

  it('drops the notices that stood, gives none, is met by everybody who is judged, and takes no tier', () => {
    for (const { product } of paused.slice(2)) {
      const rows = product.metric_standings.filter((row) => row.metric === METRICS[0]);
      expect(noticesOf(rows, METRICS[0])).toBe(0);
      expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['met']));
    }
    const lost = (weekly: typeof usual) =>
      weekly.slice(2).flatMap(({ product }) => product.standings.filter((row) => row.because_metric === METRICS[0]));
    expect(lost(usual).length).toBeGreaterThan(0);
    expect(lost(paused)).toEqual([]);
    expect(noticesOf(paused.at(-1)!.product.metric_standings, METRICS[1])).toBeGreaterThan(0);
  });

  it('leaves nobody in a worse tier than without the pause', () => {
    let better = 0;
    for (const [week, { product }] of paused.entries()) {
      const before = new Map(
        usual[week]!.product.standings.map((row) => [row.seller_id, TIERS.indexOf(String(row.official_tier))]),
      );
      for (const row of product.standings) {
        const [with_it, without] = [TIERS.indexOf(String(row.official_tier)), before.get(row.seller_id)!];
        expect({ week, seller: row.seller_id, worse: with_it > without }).toMatchObject({ worse: false });
        if (with_it < without) better++;
      }
    }
    expect(better).toBeGreaterThan(0);
  });
});
