/**
 * Columns of every dataset of a night, by name, in the order in which its SQL
 * returns them: as contracts/ledger/night-columns.json holds them.
 */
export type NightColumns = Record<string, { name: string; sql: string }[]>;
