/** Where things stand in a drawn chart. */
import { runsOf } from '../../../charts/line.js';

/** A round number at or above the largest value, and about so many even steps up to it, from 0. */
export function ceilingOf(largest: number, steps: number): { top: number; ticks: number[] } {
  if (!(largest > 0)) return { top: 1, ticks: [0] };
  const rough = largest / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  // A value such as 0.3 divided by 0.1 is a little more than 3.
  const step = [1, 2, 2.5, 5, 10].map((part) => part * power).find((size) => size >= rough * (1 - 1e-9))!;
  const many = Math.ceil(largest / step - 1e-9);
  return { top: many * step, ticks: Array.from({ length: many + 1 }, (_, n) => n * step) };
}

/** At most so many of a row of places, evenly, the last among them. */
export function evenly(places: number, most: number): number[] {
  const every = Math.max(1, Math.ceil(places / most));
  const found: number[] = [];
  for (let place = places - 1; place >= 0; place -= every) found.unshift(place);
  return found;
}

/** Lines through the points that have a value, one for each stretch without a gap; a point alone is a short dash. */
export function pathsOf(points: readonly (readonly [x: number, value: number | null])[], y: (value: number) => number): string[] {
  const runs = runsOf(points.map(([x, value]) => (value === null ? null : { x, y: y(value) })));
  return runs.map((run) => {
    const path = run.map((point, n) => `${n === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('');
    return run.length === 1 ? `${path}h1` : path;
  });
}
