import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { Policies } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import type { SqlFiles } from '../../sql/render.js';
import { Evaluations } from '../../trial/evaluations.js';
import { CASE_POLICIES } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import { quickDuck } from './ask-drawn-evaluations.js';
import { answered, madeTables, nightOf } from './drawn-evaluations.js';
import { madeProgramme, TIERS } from './made-programme.js';
import type { Row, SellerDay, Standings } from './standings.js';

const METRIC = 'seller_cancellation';
const POLICIES: Policies = { ...CASE_POLICIES, programmes: [madeProgramme([METRIC])] };
const FIRST = '2026-02-02';
/** Days of a seller: as many before the first evaluation as after it until the last one. */
const DAYS = 42;
/** How long after the first evaluation the second one is: some notices are then to be settled, some not yet, some lapsed. */
const LATER = [7, 14, 35];

type Day = [counted: number, fault: number];
interface Seller {
  days: Day[];
  at: number;
}

/** Draws are even, as a library's numbers are not: it likes the smallest best. */
function drawnDays(draw: Draw): Day[] {
  const [orders, rate] = [draw.one([1, 2, 9, 40]), draw.one([0, 0.05, 0.2, 0.6])];
  return Array.from({ length: DAYS }, (): Day => {
    const counted = Math.round(2 * orders * draw.next());
    return [counted, Math.min(counted, Math.floor(2 * rate * counted * draw.next() + draw.next() / 2))];
  });
}

/** why so many at once: a night answers fifty sellers as soon as one. */
const sellers = fc.array(fc.record({ days: fc.integer().map((seed) => drawnDays(new Draw(seed))), at: fc.nat(DAYS - 1) }), {
  minLength: 100,
  maxLength: 100,
});

const rowsOf = (seller_id: string, days: readonly Day[], last: string): SellerDay[] =>
  days.flatMap(([counted, fault], at) =>
    counted === 0
      ? []
      : [{ seller_id, region: 'GB', metric: METRIC, cohort_day: addDays(last, at + 1 - days.length), counted, fault }],
  );

/** What holds of every evaluation, whoever the sellers are; `numRuns` times fifty of them for each promise and day. */
export function askStandingProperties(numRuns: number): void {
  describe('an evaluation', () => {
    let duck: Duck;
    let files: SqlFiles;
    beforeAll(async () => {
      [duck, files] = [await quickDuck(), await readSqlFiles()];
    });
    afterAll(() => duck?.close());

    /** Two evaluations; the first knows nothing of what was changed in days that it could see. */
    async function judged(
      days: readonly SellerDay[],
      before: readonly SellerDay[],
      later: number,
      arrange = <T>(rows: T[]) => rows,
    ) {
      const evaluations = new Evaluations(duck, files, POLICIES, ['decision_records']);
      const ask = async (seen: readonly SellerDay[], run_date: string): Promise<Standings> => {
        const night = nightOf({ policies: POLICIES, days: [...seen] }, run_date);
        const [rows, metrics, scorecards] = [night.days, night.metrics, night.scorecards].map((some) =>
          arrange([...some] as never[]),
        );
        await evaluations.night(run_date, await madeTables(duck, { days: rows!, metrics: metrics!, scorecards: scorecards! }));
        return answered(duck);
      };
      await ask(before, FIRST);
      await evaluations.publish();
      return ask(days, addDays(FIRST, later));
    }

    const SEVERITY = ['met', 'watch', 'notice', 'confirmed'];
    const said = new Set<string>();
    const severity = (row: Row): number => SEVERITY.indexOf(String(row.verdict));
    const tier = (row: Row | undefined): number => TIERS.indexOf(String(row?.official_tier));

    /** Asks every seller as it is and as it would be, from the same state, and never finds the second better off. */
    async function neverBetter(some: readonly Seller[], later: number, worsen: (day: Day) => [better: Day, worse: Day]) {
      const last = addDays(FIRST, later);
      const [known, days]: [SellerDay[], SellerDay[]] = [[], []];
      for (const [nth, { days: own, at }] of some.entries()) {
        const [better, worse] = worsen(own[at]!);
        for (const [name, day] of Object.entries({ better, worse })) {
          known.push(...rowsOf(`${nth} ${name}`, own, last));
          days.push(...rowsOf(`${nth} ${name}`, own.with(at, day), last));
        }
      }
      const { metric_standings, standings } = await judged(days, known, later);
      const [metrics, tiers] = [metric_standings, standings].map(
        (rows) => new Map(rows.map((row) => [String(row.seller_id), row])),
      );
      for (const row of metric_standings) said.add(String(row.verdict));
      for (const nth of some.keys()) {
        const [better, worse] = [metrics!.get(`${nth} better`), metrics!.get(`${nth} worse`)];
        if (!better || !worse || !enough(better) || !enough(worse)) continue;
        expect(severity(worse)).toBeGreaterThanOrEqual(severity(better));
        expect(tier(tiers!.get(`${nth} worse`))).toBeGreaterThanOrEqual(tier(tiers!.get(`${nth} better`)));
      }
    }
    /** Of too few nothing is said, and one order more may be what it takes to say anything. */
    const enough = (row: Row): boolean => severity(row) >= 0 && (row.fresh_counted === null || Number(row.fresh_counted) >= 5);

    const always = async (holds: (some: Seller[], later: number) => Promise<void>): Promise<void> => {
      for (const later of LATER)
        await fc.assert(
          fc.asyncProperty(fc.noBias(sellers), (some) => holds(some, later)),
          { numRuns, endOnFailure: true },
        );
    };

    it('never treats a seller better for a fault instead of an order in time', () =>
      always((some, later) =>
        neverBetter(some, later, ([counted, fault]) => [
          [counted, fault],
          [counted, Math.min(counted, fault + 1)],
        ]),
      ));

    it('never treats a seller worse for an order more that was good', () =>
      always((some, later) =>
        neverBetter(some, later, ([counted, fault]) => [
          [counted + 1, fault],
          [counted, fault],
        ]),
      ));

    it('never treats a seller worse for a fault that is forgiven', () =>
      always((some, later) =>
        neverBetter(some, later, ([counted, fault]) => [
          [counted - Math.min(1, fault), Math.max(0, fault - 1)],
          [counted, fault],
        ]),
      ));

    it('was asked of sellers of every kind', () => {
      expect([...said]).toEqual(expect.arrayContaining(SEVERITY));
    });

    it('says the same in whatever order sellers and days come, and when it is asked again', () =>
      always(async (some, later) => {
        const last = addDays(FIRST, later);
        const days = some.flatMap(({ days: own }, nth) => rowsOf(`${nth}`, own, last));
        const once = await judged(days, days, later);
        expect(await judged(days.toReversed(), days, later, (rows) => rows.reverse())).toEqual(once);
      }));
  });
}
