import { describe, expect, it } from 'vitest';
import { atLeast, luckOf, MOST_FAULTS, rarerUpTo } from '../../sql/luck.js';

/** The fewest faults that are more than luck, of so many subjects, as the rows of a bound say it. */
const fewest = (ppm: number, counted: number): number =>
  luckOf(ppm, 0.05, 2).find((row) => row.notice_from <= counted && counted <= row.notice_to)!.faults;

describe('what luck explains', () => {
  // As tables of the binomial distribution give them for a chance of 5 %.
  it.each([
    [10_000, [2, 2, 2, 3, 4, 6, 9, 16]],
    [25_000, [2, 3, 3, 4, 6, 10, 16, 34]],
    [40_000, [3, 3, 4, 5, 8, 14, 24, 51]],
  ])('at a bound of %i ppm, of 10, 20, 30, 50, 100, 200, 400 and 1,000 orders', (ppm, expected) => {
    expect([10, 20, 30, 50, 100, 200, 400, 1000].map((counted) => fewest(ppm, counted))).toEqual(expected);
  });

  it('knows that one of ten is likely at 10 %, and that none is certain', () => {
    expect(atLeast(1, 10, 0.1)).toBeCloseTo(0.6513215599, 9);
    expect(atLeast(0, 10, 0.1)).toBe(1);
    expect(atLeast(11, 10, 0.1)).toBe(0);
    expect(atLeast(10, 10, 0.5)).toBeCloseTo(1 / 1024, 12);
    expect(atLeast(3, 10, 1)).toBe(1);
  });

  it('has a row for each number of faults without a gap between', () => {
    const rows = luckOf(40_000, 0.05, 2);
    expect(rows.map(({ faults }) => faults)).toEqual(Array.from({ length: MOST_FAULTS }, (_, at) => at + 1));
    for (const [at, row] of rows.entries()) expect(row.notice_from).toBe(at === 0 ? 0 : rows[at - 1]!.notice_to + 1);
  });

  it('calls no fault luck where none is allowed, and none more than luck against a rate of one', () => {
    expect(fewest(0, 1)).toBe(1);
    expect(fewest(0, 1_000_000)).toBe(1);
    expect(rarerUpTo(3, 1, 0.05)).toBe(2);
  });

  it('asks of more against twice the bound, and of ever fewer subjects for what is rarer', () => {
    for (const { notice_to, person_to, years_to } of luckOf(40_000, 0.05, 2)) {
      expect(person_to).toBeLessThanOrEqual(notice_to);
      expect(years_to).toEqual(years_to.toSorted((a, b) => b - a));
    }
  });

  /** P(X >= k) by logarithms, for numbers too large to sum from the probability of none. */
  const tail = (k: number, n: number, p: number): number => {
    let log = 0;
    for (let i = 0; i < k; i++) log += Math.log((n - i) / (i + 1)) + Math.log(p / (1 - p));
    let one = Math.exp(log + n * Math.log1p(-p));
    let sum = 0;
    for (let i = k; i <= n && one > 1e-18; i++) {
      sum += one;
      one *= ((n - i) / (i + 1)) * (p / (1 - p));
    }
    return sum;
  };

  it.each([10_000, 40_000, 100_000, 200_000])(
    'above sixty faults blames nobody whom the exact table would not, at %i ppm',
    (ppm) => {
      const p = ppm / 1e6;
      const last = luckOf(ppm, 0.05, 2).at(-1)!.notice_to;
      for (const counted of [last + 1, 2 * last, 5 * last, 20 * last, 100 * last]) {
        const asked = Math.ceil(counted * p + (MOST_FAULTS - last * p) * Math.sqrt(counted / last));
        expect(tail(asked, counted, p)).toBeLessThan(0.05);
        // And not far from it: a hundredth fewer would be luck.
        expect(tail(Math.floor(asked * 0.97), counted, p)).toBeGreaterThan(0.05);
      }
    },
  );
});
