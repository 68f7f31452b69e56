export interface GlueColumn {
  name: string;
  /** As Glue writes it: string, bigint, int, date, timestamp, double, boolean. */
  type: string;
}

const GLUE_TYPES: Readonly<Record<string, string>> = {
  VARCHAR: 'string',
  BIGINT: 'bigint',
  INTEGER: 'int',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
};

/** Glue's name for a type of our SQL. Throws for a type that a Parquet table should not have, such as HUGEINT. */
export function glueType(sql: string, where: string): string {
  const found = GLUE_TYPES[sql];
  if (!found) throw new Error(`${where}: is ${sql}, which has no place in Glue; cast it to one of ${Object.keys(GLUE_TYPES)}`);
  return found;
}
