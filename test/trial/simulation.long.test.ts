import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import type { Programme } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { simulateYear } from '../../trial/simulated-year.js';
import { NIGHTLY, POLICIES, WEEKLY } from './weekly-marketplace.js';

describe('a simulated year of a policy that is tried out', () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await openDuck();
  });
  afterAll(() => duck?.close());
  const yearsOf = async (programme: Programme) => {
    const shared = { volume: 100, faults: 'bad days', sellers: 20 } as const;
    const groups = [0.4, 5].map((times) => ({ ...shared, times }));
    return simulateYear(duck, await readSqlFiles(), { policies: POLICIES, programme, groups, seed: 1 });
  };

  it('judges each metric alone by its own bound, and finds who became much worse', async () => {
    const years = await yearsOf(WEEKLY);
    expect(years.map(([good]) => good!.bound)).toEqual(WEEKLY.metrics.map(({ tiers }) => tiers.good!.at_most));
    for (const [good, worse] of years) {
      expect(worse!.effects).toBeGreaterThan(good!.effects);
      expect(worse!.days_to_notice).toBeLessThan(90);
    }
  });

  it('calls a lower tier proposed the effect where there are no evaluations, and knows floors and longer windows', async () => {
    const [dispatch, cancellation] = await yearsOf(NIGHTLY);
    for (const year of [dispatch!, cancellation!]) {
      expect(year.map(({ noticed }) => noticed)).toEqual([0, 0]);
      expect(year[1]!.effects).toBe(1);
      expect(year[0]!.effects).toBeGreaterThan(0);
    }
  });
});
