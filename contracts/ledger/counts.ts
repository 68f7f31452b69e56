/** Columns of the counts of a landed file: one row per region that the file names. */
export const COUNT_COLUMNS = [
  { name: 'dataset', sql: 'VARCHAR' },
  { name: 'dt', sql: 'DATE' },
  { name: 'file_id', sql: 'VARCHAR' },
  { name: 'region', sql: 'VARCHAR' },
  { name: 'landed', sql: 'BIGINT' },
  { name: 'accepted', sql: 'BIGINT' },
  { name: 'quarantined', sql: 'BIGINT' },
  { name: 'late', sql: 'BIGINT' },
  { name: 'newest_updated_at', sql: 'TIMESTAMP' },
] as const;
