/** Parts of a ledger of which nothing but their size matters. */
import type { LedgerPart } from '../../contracts/ledger/parts.js';

export const part = (nth: number, rows: number, gathered = false): LedgerPart => ({
  run_prefix: `runs/2026-11-${String(nth).padStart(2, '0')}/001`,
  files: [],
  rows,
  gathered,
});
export const nights = (count: number, rows: number, from = 2): LedgerPart[] =>
  Array.from({ length: count }, (_, n) => part(from + n, rows));
