import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedRule } from '../../bench/fairness/shipped.js';
import { DRAWN_AGAIN, seedOf } from '../../bench/fairness/table.js';
import YEARS from '../../bench/fairness/years.json' with { type: 'json' };
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { readSqlFiles } from '../../sql/files.js';
import type { SqlFiles } from '../../sql/render.js';
import { type Group, type GroupYear, simulateYear } from '../../trial/simulated-year.js';

const GOOD: Group = { volume: 300, times: 0.4, faults: 'bad days', sellers: 600 };
const GROUPS: readonly Group[] = [GOOD, { ...GOOD, times: 3, sellers: 40 }];

describe('a year of weekly evaluations at a bound of 4 %', () => {
  let duck: Duck;
  let files: SqlFiles;
  beforeAll(async () => {
    [duck, files] = [await openDuck({ threads: 2 }), await readSqlFiles()];
  });
  afterAll(() => duck?.close());
  const yearOf = async (sql: SqlFiles): Promise<[good: GroupYear, worse: GroupYear]> => {
    const [years] = await simulateYear(duck, sql, { ...(await shippedRule()), bound: 0.04, groups: GROUPS, seed: 7 });
    const [good, worse] = years!;
    return [good!, worse!];
  };

  it('takes the tier of fewer than one good seller in a hundred, where the raw rule breaches one in five', async () => {
    const [good, worse] = await yearOf(files);
    expect(good.effects).toBeLessThan(0.01);
    expect(good.raw).toBeGreaterThan(0.2);
    expect(worse.days_to_notice).toBeLessThanOrEqual(35);
    expect(worse.days_to_effect).toBeLessThanOrEqual(70);
  });

  it('is the year that the published table has, drawn again', async () => {
    const kinds = YEARS.years.filter(
      ({ bound, volume, times, sellers }) =>
        bound === 0.04 && volume === 100 && (times === 3 || (times === 0.4 && sellers === DRAWN_AGAIN)),
    ) as GroupYear[];
    expect(kinds.map(({ faults, times }) => `${faults} ${times}`).sort()).toEqual([
      'bad days 0.4',
      'bad days 3',
      'independent 0.4',
      'independent 3',
    ]);
    const groups = kinds.map(({ volume, times, faults, sellers }) => ({ volume, times, faults, sellers }));
    const again = { ...(await shippedRule()), bound: 0.04, groups, seed: seedOf(YEARS.seed, 0.04) };
    expect(await simulateYear(duck, files, again)).toEqual([kinds]);
  });

  it('would take it from more without fresh days: the days that brought the notice would settle it', async () => {
    const path = 'marts/metric_verdicts.sql';
    const stale = files[path]!.replace(' AND d.cohort_day > l.notice_on', '').replace(
      'WHEN {{ run_date }} < w.settled_from THEN',
      'WHEN 1 = 0 THEN',
    );
    expect(stale).not.toContain('> l.notice_on');
    expect(stale).not.toContain('< w.settled_from THEN');
    const [good] = await yearOf({ ...files, [path]: stale });
    expect(good.effects).toBeGreaterThan(0.01);
  });
});
