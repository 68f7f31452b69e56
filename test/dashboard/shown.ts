/** How the pages show a value to an English reader, told without the product's own formats. */
import type { Locator } from 'playwright-core';

export const shownCount = (value: unknown): string => new Intl.NumberFormat('en-GB').format(Number(value));

/** YYYY-MM-DD of a day as DuckDB answers it. */
export const isoDay = (day: unknown): string => new Date(day as string).toISOString().slice(0, 10);

export const shownDay = (day: unknown): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(isoDay(day)),
  );

/** The texts of a row's cells. */
export const cellsOf = (row: Locator): Promise<string[]> => row.locator('> *').allInnerTexts();
