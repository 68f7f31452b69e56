import type { Words } from '../../../wording/words.js';
import type { Call } from '../data/moving.js';

/** The list as a table for spreadsheets. */
export function callsTable(rows: readonly Call[], { calls: say }: Words): string[][] {
  const lines = rows.map((row) => [
    ...[row.place, row.seller_id, row.name, row.home_region, row.programme, row.tier, say.falls[row.falls], row.metric],
    ...[row.fault, row.counted, row.pending, row.fault_then, row.allowed_then, row.verdict && say.luck[row.verdict]],
    ...[row.orders, row.value_minor == null ? null : row.value_minor / 100, row.currency, row.likely_percent],
    ...[row.orders_at_risk, say.contact[row.contact]],
  ]);
  return [[...say.csv, ...say.csvMore], ...lines.map((line) => line.map((value) => String(value ?? '')))];
}
