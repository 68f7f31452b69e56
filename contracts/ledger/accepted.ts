import type { LandingContract, NotBefore } from '../contract.js';

/**
 * Counted up when a text file is taken apart into rows in another way than before, so that all are looked at anew. The rules in SQL
 * are seen by themselves. why 3: several JSON objects of one line, and objects over many lines, are a row each, and a list
 * inside an object refuses its file.
 */
export const TEXT_READER = 3;

/** Datasets whose accepted rows also carry the local day of each moment, because the row names its region. */
const WITH_LOCAL_DAYS: Readonly<Record<string, readonly string[]>> = {
  orders: ['placed_at', 'ship_by', 'deliver_by', 'confirmed_at', 'first_scan_at', 'delivered_at', 'cancelled_at'],
  conversations: ['opened_at', 'first_reply_at'],
  violations: ['issued_at', 'expires_at'],
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

/** Moments of a contract that are read as unknown where they cannot be. */
export const unknownMoments = (contract: LandingContract): readonly NotBefore[] =>
  contract.not_before.filter(({ otherwise }) => otherwise === 'unknown');

/** Columns of accepted rows as a night reads them; `cannot_be` names the moments that are read as unknown, each with a space before it. */
export function readColumns(contract: LandingContract): { name: string; sql: string }[] {
  const told = unknownMoments(contract).length > 0 ? [{ name: 'cannot_be', sql: 'VARCHAR' }] : [];
  return [...acceptedColumns(contract), ...told];
}
