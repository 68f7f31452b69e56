import { describe, expect, test } from 'vitest';
import { ceilingOf, evenly, pathsOf } from '../../dashboard/src/overview/drawing.js';

describe('an axis', () => {
  test.each([
    [0.0612, 4, [0, 0.02, 0.04, 0.06, 0.08]],
    [0.3, 3, [0, 0.1, 0.2, 0.3]],
    [1, 4, [0, 0.25, 0.5, 0.75, 1]],
    [8489, 1, [0, 10_000]],
    [7, 4, [0, 2, 4, 6, 8]],
  ])('up to %d in about %d steps has round marks', (largest, steps, marks) => {
    const { top, ticks } = ceilingOf(largest, steps);
    expect(ticks).toHaveLength(marks.length);
    for (const [place, mark] of marks.entries()) expect(ticks[place]).toBeCloseTo(mark, 9);
    expect(top).toBeCloseTo(marks.at(-1)!, 9);
    expect(top).toBeGreaterThanOrEqual(largest - 1e-9);
  });

  test('of nothing but zeros has its ground line alone', () => {
    expect(ceilingOf(0, 4)).toEqual({ top: 1, ticks: [0] });
  });
});

test('labels stand evenly, with the newest among them', () => {
  expect(evenly(7, 3)).toEqual([0, 3, 6]);
  expect(evenly(26, 7)).toEqual([1, 5, 9, 13, 17, 21, 25]);
  expect(evenly(3, 10)).toEqual([0, 1, 2]);
  expect(evenly(0, 5)).toEqual([]);
});

test('a line has a gap where there is no rate, and a rate alone is still seen', () => {
  const y = (value: number) => 100 - value;
  const points = [
    [0, 10],
    [10, 20],
    [20, null],
    [30, 5],
    [40, null],
  ] as const;
  expect(pathsOf(points, y)).toEqual(['M0.0 90.0L10.0 80.0', 'M30.0 95.0h1']);
  expect(pathsOf([[7, 1]], y)).toEqual(['M7.0 99.0h1']);
});
