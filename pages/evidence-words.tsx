/** What the parts of an evidence page have in common. */
import type { Evidence } from '../contracts/evidence.js';
import type { ReadersPolicies } from '../policies/readers-policies.js';
import { formatFor } from '../wording/format.js';
import type { Wording } from '../wording/wording.js';

export interface Shown {
  evidence: Evidence;
  /** As the newest run had them. */
  policies: ReadersPolicies;
  wording: Wording;
}

export const format = formatFor('en-GB');

/** why 200: a printed page of a bad quarter stays below a hundred sheets. */
export const MOST_SHOWN = 200;

/** Of figures that nobody reads in two lines. */
export const ONE_LINE = { whiteSpace: 'nowrap' } as const;

/** What is not on the page, and where it is. */
export function More({ all, file }: { all: number; file: string }) {
  if (all <= MOST_SHOWN) return null;
  return (
    <p className="soft">
      {format.count(MOST_SHOWN)} of {format.count(all)} rows are shown; <code>tables/{file}.csv</code> has all.
    </p>
  );
}

/** `2026-11-16-001` -> `2026-11-16`. */
const dayOf = (run_id: string): string => run_id.slice(0, 10);

/** The days of the runs that say so: `16 Nov 2026`, `16 Nov to 20 Nov 2026`. */
export const daysOf = ({ first_run, last_run }: { first_run: string; last_run: string }): string => {
  const [first, last] = [dayOf(first_run), dayOf(last_run)];
  if (first === last) return format.day(first);
  return `${first.slice(0, 4) === last.slice(0, 4) ? format.shortDay(first) : format.day(first)} to ${format.day(last)}`;
};

/** A row of the pack with its moments as the wording takes them. */
export const withDates = <Row extends object>(row: Row): never =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /_at$/.test(name) && !Number.isNaN(Date.parse(value)) ? new Date(value) : value,
    ]),
  ) as never;

/** Rows that say the same in runs in a row, as one. */
export function joined<Row extends { run_id: string }>(rows: readonly Row[], same: (row: Row) => string) {
  const spans: { row: Row; first_run: string; last_run: string }[] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last && same(last.row) === same(row)) last.last_run = row.run_id;
    else spans.push({ row, first_run: row.run_id, last_run: row.run_id });
  }
  return spans;
}
