import type { VanishedRows } from '../../contracts/run/facts.js';
import type { AcceptedFile } from '../../contracts/run/inputs.js';

interface KnownRun {
  run_id: string;
  run_date: string;
  files: readonly AcceptedFile[];
}

/** why 3: enough to see which folder is meant. */
const NAMED = 3;

/**
 * What the last published run had read and tonight is gone, by dataset, in landed rows of the days that both nights see.
 * why rows as they landed: regions and contracts change what is accepted of a file, and nothing is gone by that. why
 * together: a day that lands again under other names, or in another number of files, is as long as before.
 */
export function vanishedRows(tonight: { run_date: string; files: readonly AcceptedFile[] }, last: KnownRun): VanishedRows[] {
  const until = tonight.run_date < last.run_date ? tonight.run_date : last.run_date;
  const here = tonight.files.filter(({ dt }) => dt <= until);
  const keys = new Set(here.map(({ key }) => key));
  const ids = new Set(here.map(({ file_id }) => file_id));
  // Of a file that cannot be read any more the rows are unknown, not gone; a check of its own stops for it.
  const unread = new Set(here.filter(({ refused }) => refused !== undefined).map(({ key }) => key));
  const then = last.files.filter(({ dt, key }) => dt <= until && !unread.has(key));
  const found: VanishedRows[] = [];
  for (const dataset of [...new Set(then.map((file) => file.dataset))].sort()) {
    const of = (files: readonly AcceptedFile[]) => files.filter((file) => file.dataset === dataset);
    const rows = rowsOf(of(then));
    const gone = rows - rowsOf(of(here).filter(({ key }) => !unread.has(key)));
    if (gone <= 0) continue;
    const files = of(then).filter(({ key, file_id }) => !keys.has(key) && !ids.has(file_id));
    const shorter = of(then).filter(({ key, file_id }) => keys.has(key) && !ids.has(file_id));
    found.push({
      ...{ dataset, rows, gone, files: files.length, since: last.run_id },
      first: [...files, ...shorter].slice(0, NAMED).map(({ key }) => key),
    });
  }
  return found;
}

/** Rows as they landed, each content once. */
const rowsOf = (files: readonly AcceptedFile[]): number =>
  [...new Map(files.map((file) => [file.file_id, file.landed])).values()].reduce((total, landed) => total + landed, 0);
