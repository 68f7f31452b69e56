import { csvOf } from '../../../wording/csv.js';

/** Saves rows as a table for spreadsheets, in which no text is a formula. */
export function saveTable(name: string, rows: readonly (readonly string[])[]): void {
  const url = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href: url, download: `${name}.csv` }).click();
  URL.revokeObjectURL(url);
}
