import { unitsOf } from '../../../contracts/currencies.js';
import { type Call, luckiness } from '../data/moving.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';

/** The list as a table for spreadsheets: names and words as the page says them, numbers as numbers. */
export function callsTable(rows: readonly Call[], { policies, wording }: Pick<Run, 'policies' | 'wording'>): string[][] {
  const say = wording.words.calls;
  const lines = rows.map((row) => {
    const programme = programmeOf(policies, row.programme);
    return [
      ...[row.place, row.seller_id, row.name, row.home_region && wording.regionName(policies.regions, row.home_region)],
      ...[programme?.title ?? row.programme, wording.tierTitle(programme, row.tier), say.falls[row.falls]],
      ...[row.metric && wording.metricTitle(row.metric), row.fault, row.counted, row.pending, row.fault_then, row.allowed_then],
      ...[row.verdict && say.luck[luckiness(row.verdict, row)], row.orders],
      ...[row.value_minor == null ? null : unitsOf(row.value_minor, row.currency ?? ''), row.currency],
      ...[row.likely_percent, row.orders_at_risk, say.contact[row.contact]],
    ];
  });
  return [[...say.csv, ...say.csvMore], ...lines.map((line) => line.map((value) => String(value ?? '')))];
}
