/** What an early warning says, in one calm sentence: a row of early_warnings in, text out. */
import type * as z from 'zod';
import type { earlyWarnings } from '../contracts/published/early-warnings.js';
import type { Wording } from './wording.js';

export type EarlyWarningRow = z.infer<typeof earlyWarnings.row>;

export const earlyWarningInWords = (row: EarlyWarningRow, { words, format }: Wording): string =>
  words.standing.early(
    format.day(row.rises_since),
    format.count(row.fault),
    format.count(row.counted),
    format.bound(row.at_most),
  );
