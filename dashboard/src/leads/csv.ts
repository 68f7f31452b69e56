/** Leads and their orders as tables for spreadsheets: words as the page says them, numbers as numbers, moments in UTC. */
import { unitsOf } from '../../../contracts/currencies.js';
import type { Lead, LeadEvidence, Names } from '../data/leads.js';
import type { Run } from '../data/run.js';
import { PAGE } from '../speech.js';
import { saidOf, titleOf, twinOf } from './said.js';

const say = PAGE.leadsPage;

type Naming = Pick<Run, 'policies' | 'wording'>;
type Cell = string | number | Date | null | undefined;

const written = (cell: Cell): string => (cell instanceof Date ? cell.toISOString() : String(cell ?? ''));
const tableOf = (head: readonly string[], lines: readonly Cell[][]): string[][] => [
  [...head],
  ...lines.map((line) => line.map(written)),
];

export const leadsTable = (rows: readonly Lead[], names: Names, { policies, wording }: Naming): string[][] =>
  tableOf(
    [...say.csv, ...say.csvMore],
    rows.map((row) => [
      ...[row.seller_id, names.get(row.seller_id), wording.regionName(policies.regions, row.region), titleOf(row.lead)],
      ...[say.statuses[row.status], row.explained, twinOf(row.lead, row.twin), row.orders, row.looked_at, row.buyers],
      ...[unitsOf(row.at_risk_minor, row.currency), row.currency, row.first_day, row.last_day, row.most],
    ]),
  );

const EVIDENCE = ['from_at', 'to_at', 'amount', 'among', 'other_order_id'] as const;

/** The columns of evidence that a lead has, each with its head. */
export const evidenceOf = (lead: string): [column: (typeof EVIDENCE)[number], head: string][] =>
  EVIDENCE.flatMap((column) => {
    const head = saidOf(lead)?.evidence[column];
    return head === undefined ? [] : [[column, head] as [typeof column, string]];
  });

export function ordersTable({ lead }: Lead, rows: readonly LeadEvidence[], { policies, wording }: Naming): string[][] {
  const columns = evidenceOf(lead);
  return tableOf(
    [...say.opened.csv, ...columns.map(([, head]) => head)],
    rows.map((row) => [
      ...[row.seller_id, row.order_id, wording.regionName(policies.regions, row.region), row.placed_at, row.buyer],
      ...[unitsOf(row.gmv_minor, row.currency), row.currency, twinOf(lead, row.twin)],
      ...columns.map(([column]) => row[column]),
    ]),
  );
}
