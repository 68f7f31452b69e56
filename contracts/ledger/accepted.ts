import type { LandingContract } from '../contract.js';

/** Datasets whose accepted rows also carry the local day of each moment, because the row names its region. */
const WITH_LOCAL_DAYS: Readonly<Record<string, readonly string[]>> = {
  orders: ['placed_at', 'ship_by', 'deliver_by', 'confirmed_at', 'first_scan_at', 'delivered_at', 'cancelled_at'],
  conversations: ['opened_at', 'first_reply_at'],
};

/** `placed_at` -> `placed_day`, `ship_by` -> `ship_by_day`. */
export const localDayColumn = (moment: string): string => `${moment.replace(/_at$/, '')}_day`;

export const localDaysOf = (dataset: string): readonly string[] => WITH_LOCAL_DAYS[dataset] ?? [];

/** Columns of accepted Parquet: the contract's, then local days, then where the row came from. In this order. */
export function acceptedColumns(contract: LandingContract): { name: string; sql: string }[] {
  return [
    ...contract.columns.map(({ name, sql }) => ({ name, sql })),
    ...localDaysOf(contract.dataset).map((moment) => ({ name: localDayColumn(moment), sql: 'DATE' })),
    { name: 'dt', sql: 'DATE' },
    { name: 'file_id', sql: 'VARCHAR' },
    { name: 'row_hash', sql: 'BIGINT' },
  ];
}
