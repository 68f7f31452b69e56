import { describe, expect, it } from 'vitest';
import { atMost, fairnessText, groupsOf, summaryOf } from '../../bench/fairness/table.js';
import YEARS from '../../bench/fairness/years.json' with { type: 'json' };
import { aliasTable, dayOutcomes } from '../../trial/simulated-days.js';
import type { GroupYear } from '../../trial/simulated-year.js';

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
  it('has every kind of fault and rate, a thousand good sellers for themselves and the rest of them after that', () => {
    const [first, rest] = groupsOf(100, 10_000);
    expect(first).toHaveLength(2 * 5);
    expect(first!.filter(({ times }) => times === 0.4).map(({ sellers }) => sellers)).toEqual([1000, 1000]);
    expect(rest!.map(({ sellers, first: from, times }) => [sellers, from, times])).toEqual([
      [9000, 1000, 0.4],
      [9000, 1000, 0.4],
    ]);
    expect(groupsOf(100, 200)).toHaveLength(1);
  });

  it('says what share the true one is below, exactly', () => {
    expect(atMost(0, 10_000)).toBeCloseTo(1 - 0.05 ** (1 / 10_000), 9);
    // Of published tables: 3 of 100, one side of 95 %.
    expect(atMost(0.03, 100)).toBeCloseTo(0.0757, 4);
    expect(atMost(1, 3)).toBe(1);
  });

  it('adds parts up, counts the worst of the good sellers, and seven times that it does not happen', () => {
    const parts = [year({ effects: 0.003, to_a_person: 0.01 }), year({ sellers: 9000, effects: 0.001, first: 1000 })];
    const found = summaryOf([...parts, year({ volume: 30, effects: 0 }), year({ times: 1, effects: 0.3, to_a_person: 0.5 })]);
    expect(found).toMatchObject({ years: 11_000, effects: 12, to_a_person: 0.001 });
    expect(found.one_metric).toBeCloseTo(atMost(0, 1000), 9);
    expect(found.all_metrics).toBeCloseTo(1 - (1 - found.one_metric) ** 7, 9);
  });

  it('prints a row for each bound and volume', () => {
    const years = (['independent', 'bad days'] as const).flatMap((faults) =>
      [0.4, 1, 2, 3, 5].map((times) =>
        year({ faults, times, noticed: 0.004, raw: 0.25, ...(times === 3 ? { days_to_notice: 28 } : {}) }),
      ),
    );
    const text = fairnessText({ years });
    expect(text).toContain('| 4 % | 100 | 1,000 | 0.4 % | 0 % | 0.3 % | 25 % | 0.4 % | 0 % | 0.3 % | 25 % |');
    expect(text).toContain('| 4 % | 100 | - / - / - | 28 / - / - | - / - / - |');
    expect(text).toContain('**Wrongful effects: none** in 2,000 simulated years');
  });

  it('holds the goals: under 1 % of good sellers lose a tier in a year by one metric, and under 2 % by all seven', () => {
    const { effects, years, one_metric, all_metrics } = summaryOf(YEARS.years as GroupYear[]);
    // Ten thousand of each of five volumes, four bounds and two kinds of fault.
    expect(years).toBe(10_000 * 5 * 4 * 2);
    expect(effects / years).toBeLessThan(0.001);
    expect(one_metric).toBeLessThan(0.01);
    expect(all_metrics).toBeLessThan(0.02);
  });
});
