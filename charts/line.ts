/** A line of so many values as points of a box: what pages draw as SVG, mails as PNG and files as PDF. Pure; no scale is written on it. */
export interface Box {
  width: number;
  height: number;
  /** Kept free on every side, for the line's own width and its last point. */
  margin: number;
}

export interface Point {
  x: number;
  y: number;
}

/** The usual box, in units of a CSS pixel. */
export const SPARK: Box = { width: 120, height: 28, margin: 3 };

/** Points without a gap between them, each a run; null is a gap. */
export function runsOf(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points)
    if (point !== null) runs.at(-1)!.push(point);
    else runs.push([]);
  return runs.filter((run) => run.length > 0);
}

/**
 * Runs of neighbouring values that are known, each a line. From the smallest to the largest value; values that are all alike lie in the
 * middle. why not from nothing: a week is read against its neighbours, and the number stands beside it.
 */
export function lineOf(values: readonly (number | null)[], { width, height, margin }: Box): Point[][] {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  const place = (value: number): number =>
    most === least ? height / 2 : margin + ((most - value) / (most - least)) * (height - 2 * margin);
  return runsOf(values.map((value, n) => (value === null ? null : { x: margin + n * step, y: place(value) })));
}

const written = (n: number): string => String(Math.round(n * 100) / 100);

/** The same as the path of an SVG, which PDF takes too. */
export const pathOf = (runs: readonly (readonly Point[])[]): string =>
  runs.map((run) => run.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${written(x)} ${written(y)}`).join('')).join('');

/** Where the newest value lies, if it is known. */
export const endOf = (values: readonly (number | null)[], runs: readonly (readonly Point[])[]): Point | undefined =>
  values.at(-1) == null ? undefined : runs.at(-1)?.at(-1);
