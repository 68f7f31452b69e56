import { describe, expect, it } from 'vitest';
import type { BenchReport } from '../../bench/measure.js';
import { median, queriesOf, ratioOfPairs } from '../../bench/ratios.js';
import { benchJson, benchText } from '../../bench/report.js';

describe('ratios of the benchmark', () => {
  it('takes the middle of an odd number of values and the mean of the two in the middle of an even number', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([9, 1, 2, 4])).toBe(3);
  });

  it('divides within each pair before it takes the median, so that a slow minute slows both sides', () => {
    const took = (seconds: number, cpu: number) => ({ seconds, cpu });
    // 2/1, 30/10 and 4/1: the quotients' median is 3; the median 4 over the median 1 would be 4.
    const pairs = [[took(2, 1), took(1, 2)] as const, [took(30, 1), took(10, 4)] as const, [took(4, 1), took(1, 1)] as const];
    expect(ratioOfPairs(pairs)).toEqual({ seconds: 3, cpu: 0.5 });
  });

  it('counts the queries of a night and no other state', () => {
    const part = (state: string, seconds: number) => ({
      state,
      subject: '',
      seconds,
      cpu: 2 * seconds,
      peak_mb: 1,
      bytes_read: 10,
    });
    const parts = [part('AcceptShard', 100), part('RunQuery', 1), part('RunQuery', 2), part('Gate', 50)];
    expect(queriesOf({ seconds: 153, cpu: 306, peak_mb: 1, parts })).toEqual({ seconds: 3, cpu: 6, bytes_read: 20 });
  });
});

const step = { seconds: 1, cpu: 1, peak_mb: 100, parts: [] };
const report: BenchReport = {
  orders: 10,
  history: 100,
  run_date: '2026-10-08',
  limits: { memory: '1GB', threads: 2 },
  pairs: 0,
  ratios: {
    full: { seconds: 1.5, cpu: 2.5 },
    next: { not_measured: 'there is no next night' },
    next_365: { not_measured: 'too short' },
    next_365_to_90: { not_measured: 'too short' },
    accept_to_copy: { seconds: 2 },
  },
  peak_mb: 100,
  equal_rows: 7,
  steps: { first: step, next: [], next_90: [], full: [step], by_hand: [step], accept: step },
};

describe('the report of the benchmark', () => {
  it('gives a ratio that was not measured as null, with the reason beside it', () => {
    const { ratios, ratios_processor, not_measured } = benchJson(report);
    expect(ratios).toEqual({ full: 1.5, next: null, next_365: null, next_365_to_90: null, accept_to_copy: 2 });
    expect(ratios_processor).toEqual({ full: 2.5 });
    expect(not_measured).toEqual({ next: 'there is no next night', next_365: 'too short', next_365_to_90: 'too short' });
  });

  it('says for a person what was not measured and why', () => {
    expect(benchText(report)).toContain("Not measured: a next night's queries to the script by hand; there is no next night.");
  });
});
