/** Values as SQL has them. */

export const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const dateLiteral = (day: string): string => `DATE ${quoted(day)}`;

/** Bounds as whole parts per million, so that rates are compared as integers and 4.00 % is exactly 4.00 %. */
export const ppm = (share: number): number => Math.round(share * 1e6);

/** A relation of the right columns without rows, for what never landed. */
export function emptyRelation(columns: readonly { name: string; sql: string }[]): string {
  return `(SELECT ${columns.map((c) => `CAST(NULL AS ${c.sql}) AS ${c.name}`).join(', ')} WHERE 1 = 0)`;
}

/** Rows of files that an earlier version wrote, with the columns that came since, empty; in DuckDB. */
export const withColumnsSince = (rows: string, columns: readonly { name: string; sql: string }[]): string =>
  `(SELECT * FROM ${emptyRelation(columns)} AS none UNION ALL BY NAME SELECT * FROM ${rows} AS rows)`;
