/** A figure of what landed, in words: what it is, tonight's amount, what is usual, and what it was compared with. */
import type * as z from 'zod';
import type { landingDrift } from '../contracts/published/landing-drift.js';
import { ALL_REGIONS as ALL } from '../contracts/run/teams.js';
import { type Format, NONE } from './format.js';
import type { Words } from './words.js';

type Drift = z.infer<typeof landingDrift.row>;

export interface DriftInWords {
  figure: string;
  tonight: string;
  /** The rows behind a share: `12 of 340`. */
  counted: string;
  usual: string;
  range: string;
  compared: string;
  verdict: string;
}

/** Stands for rows rejected without a known region; ALL for a dataset as a whole. */
const NOWHERE = '?';

const figureOf = ({ measure, region, column_name, category }: Drift, { figures, noRegion }: Words['quality']): string => {
  switch (measure) {
    case 'rows':
      return region === ALL ? figures.rows : figures.rowsOf(region === NOWHERE ? noRegion : region);
    case 'rejected':
      return figures.rejected;
    case 'empty':
      return figures.empty(column_name ?? NONE);
    case 'share':
      return figures.share(column_name ?? NONE, category ?? NONE);
  }
};

export function driftInWords(row: Drift, words: Words, format: Format): DriftInWords {
  const say = words.quality;
  const isRows = row.measure === 'rows';
  const amount = (value: number | null): string =>
    value === null ? NONE : isRows ? format.count(Math.round(value)) : format.share(value);
  return {
    figure: figureOf(row, say),
    tonight: amount(row.amount),
    counted: isRows ? '' : say.ofRows(format.count(row.n), format.count(row.out_of)),
    usual: amount(row.usual),
    range: row.usual_from === null || row.nights < 7 ? NONE : say.range(amount(row.usual_from), amount(row.usual_to)),
    compared: row.by_weekday ? say.weekdays : say.nights(row.nights),
    verdict: say.verdicts[row.verdict],
  };
}

/** What a reader wants first: rows, then what was left out, then columns; what is unusual before the rest. */
export function inReadingOrder<Row extends Pick<Drift, 'verdict' | 'measure' | 'region'>>(rows: readonly Row[]): Row[] {
  const place = (row: Row): number =>
    (row.verdict === 'unusual' ? 0 : 10) +
    ['rows', 'rejected', 'empty', 'share'].indexOf(row.measure) * 2 +
    (row.region === ALL ? 0 : 1);
  return rows.toSorted((a, b) => place(a) - place(b));
}
