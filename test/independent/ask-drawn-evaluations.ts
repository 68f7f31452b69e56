import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import type { Policies } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { type Answers, askDrawn, neverSaid } from './drawn-evaluations.js';
import type { Row } from './standings.js';

/** Why without its optimizer: of a dozen sellers a night is sooner answered than planned. */
export async function quickDuck(): Promise<Duck> {
  const duck = await openDuck({ threads: 1 });
  await duck.run('PRAGMA disable_optimizer');
  return duck;
}

const holder = (row: Row): string => `${row.seller_id} ${row.programme}`;

/** Both judges answer alike on every drawn night, and the nights say all there is to say. */
export function askDrawnEvaluations(
  seeds: readonly number[],
  { seldom = [], ...given }: { sellers: number; nights: number; seldom?: readonly string[] },
): void {
  const drawn: Answers[] = [];
  describe.each(seeds)('drawn sellers, seed %i', (seed) => {
    let duck: Duck;
    let policies: Policies;
    let nights: Answers[];
    beforeAll(async () => {
      duck = await quickDuck();
      ({ policies, nights } = await askDrawn(duck, await readSqlFiles(), { seed, ...given }));
      drawn.push(...nights);
    });
    afterAll(() => duck?.close());

    it('hold the tier that a second judge gives them too, every night, for the same reasons', () => {
      for (const { run_date, product, independent } of nights) {
        expect({ run_date, ...product }).toEqual({ run_date, ...independent });
      }
    });

    it('neither move nor get or lose a notice by an evaluation that is provisional or left out', () => {
      for (const [at, { product }] of nights.entries()) {
        const noticesOf = (rows: readonly Row[]) => new Map(rows.map((row) => [`${holder(row)} ${row.metric}`, row.notice_on]));
        const before = noticesOf(nights[at - 1]?.product.metric_standings ?? []);
        for (const { programme, state } of product.evaluations) {
          if (state === 'decided') continue;
          for (const row of product.standings) if (row.programme === programme) expect(row.tier_before).toBe(null);
          const here = product.metric_standings.filter((row) => row.programme === programme && row.notice_on !== null);
          for (const [key, on] of noticesOf(here)) expect(before.get(key)).toBe(on);
        }
      }
    });

    it('get on an evaluation day what was projected, or wait for a person, and fall by one tier at most', () => {
      const tiers = new Map(policies.programmes.map((p) => [p.programme, p.tiers.map(({ key }) => key)]));
      const rank = (row: Row): number => tiers.get(String(row.programme))!.indexOf(String(row.official_tier));
      for (const [at, { run_date, product }] of nights.entries()) {
        const before = new Map((nights[at - 1]?.product.standings ?? []).map((row) => [holder(row), row]));
        const known = new Map((nights[at - 1]?.product.decision_records ?? []).map((row) => [row.decision_id, row.status]));
        const byPersons = new Set(
          product.decision_records.filter((row) => known.get(row.decision_id) !== row.status).map((row) => holder(row)),
        );
        const waits = new Set(product.decision_records.filter(({ status }) => status === 'proposed').map(holder));
        for (const row of product.standings) {
          const isNew = product.decision_records.some((one) => holder(one) === holder(row) && !known.has(one.decision_id));
          if (byPersons.has(holder(row)) && !isNew) continue;
          const was = before.get(holder(row));
          if (was && rank(was) >= 0) expect(rank(row) - rank(was)).toBeLessThanOrEqual(1);
          const { state } = product.evaluations.find(({ programme }) => programme === row.programme)!;
          expect(row.evaluated_on === run_date).toBe(state === 'decided');
          if (row.evaluated_on !== run_date) expect(row.official_tier).toBe(was?.official_tier ?? 'not_evaluated');
          else if (row.official_tier === row.projected_tier) expect(row.because).toBe(row.projected_because);
          else expect([waits.has(holder(row)), row.because]).toEqual([true, 'kept']);
        }
      }
    });
  });

  it('meet between them all that can be said of anybody', () => {
    expect(neverSaid(drawn).filter((said) => !seldom.includes(said))).toEqual([]);
  });
}
