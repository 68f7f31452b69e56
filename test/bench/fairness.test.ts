import { describe, expect, it } from 'vitest';
import { batches, fairnessText, groupsOf, summaryOf } from '../../bench/fairness/table.js';
import { aliasTable, dayOutcomes } from '../../trial/simulated-days.js';
import type { Group, GroupYear } from '../../trial/simulated-year.js';

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe('a simulated day', () => {
  it.each(['independent', 'bad days'] as const)('holds the orders and the share of faults that were asked for: %s', (faults) => {
    const outcomes = dayOutcomes(10, 0.04, faults);
    expect(sum(outcomes.map((o) => o.chance))).toBeCloseTo(1, 6);
    expect(sum(outcomes.map((o) => o.chance * o.counted))).toBeCloseTo(10, 4);
    expect(sum(outcomes.map((o) => o.chance * o.fault)) / 10).toBeCloseTo(0.04, 6);
  });

  it('has half of its faults on bad days, of which one is expected in forty at 4 %', () => {
    const bad = dayOutcomes(100, 0.04, 'bad days').filter((o) => o.fault > o.counted / 2);
    expect(sum(bad.map((o) => o.chance))).toBeCloseTo(0.025, 5);
    expect(sum(bad.map((o) => o.chance * o.fault)) / 100).toBeCloseTo(0.02, 3);
  });

  it('is drawn as often as it is likely', () => {
    const outcomes = dayOutcomes(3, 0.1, 'bad days');
    const drawn = new Map<object, number>();
    for (const { keep, own, other } of aliasTable(outcomes))
      for (const [of, share] of [
        [own, keep],
        [other, 1 - keep],
      ] as const)
        drawn.set(of, (drawn.get(of) ?? 0) + share / outcomes.length);
    const total = sum(outcomes.map((o) => o.chance));
    for (const outcome of outcomes) expect(drawn.get(outcome) ?? 0).toBeCloseTo(outcome.chance / total, 12);
  });
});

const year = (of: Partial<GroupYear>): GroupYear => ({
  ...{
    bound: 0.04,
    volume: 100,
    times: 0.4,
    faults: 'independent',
    sellers: 1000,
    noticed: 0,
    effects: 0,
    to_a_person: 0,
    raw: 0,
  },
  ...{ days_to_notice: null, days_to_effect: null, days_to_person: null, warned: 0, days_to_warning: null },
  ...of,
});

describe('the yearly table', () => {
  it('asks so many sellers at once as fit, and a larger group by itself', () => {
    const group = (sellers: number): Group => ({ volume: 10, times: 1, faults: 'independent', sellers });
    const parts = batches([3, 3, 5, 9, 1].map(group), 8).map((part) => part.map(({ sellers }) => sellers));
    expect(parts).toEqual([[3, 3], [5], [9], [1]]);
  });

  it('has every volume, kind of fault and rate for every bound', () => {
    expect(groupsOf(40)).toHaveLength(5 * 2 * 5);
    expect(
      groupsOf(40)
        .filter(({ times }) => times === 0.4)
        .every(({ sellers }) => sellers === 40),
    ).toBe(true);
  });

  it('counts the worst of the good sellers, and seven times that it does not happen', () => {
    const years = [year({ effects: 0.002 }), year({ effects: 0.001 }), year({ times: 1, effects: 0.3 })];
    const { effects_of_one_metric, effects_of_all_metrics } = summaryOf(years);
    expect(effects_of_one_metric).toBe(0.002);
    expect(effects_of_all_metrics).toBeCloseTo(0.01392, 5);
  });

  it('prints a row for each bound and volume', () => {
    const years = (['independent', 'bad days'] as const).flatMap((faults) =>
      [0.4, 1, 2, 3, 5].map((times) =>
        year({ faults, times, noticed: 0.004, raw: 0.25, ...(times === 3 ? { days_to_notice: 28 } : {}) }),
      ),
    );
    expect(fairnessText(years, 1000)).toContain('| 4 % | 100 | 0.4 % | 0 % | 25 % | 0.4 % | 0 % | 25 % |');
    expect(fairnessText(years, 1000)).toContain('| 4 % | 100 | - / - / - | 28 / - / - | - / - / - |');
  });
});
