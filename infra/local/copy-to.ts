/** Most values of a dictionary. why 1,000: reasons and regions fit; ids do not, and are no longer tried first (a tenth of writing). */
const DICTIONARY = 1_000;

export const quotedPath = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/** The statement that writes the rows of a SELECT as one Parquet file, or as `more` options say. */
export function copyTo(path: string, select: string, rowGroup?: number, more: readonly string[] = []): string {
  const options = ['FORMAT parquet', 'COMPRESSION zstd', 'COMPRESSION_LEVEL 1', `DICTIONARY_SIZE_LIMIT ${DICTIONARY}`, ...more];
  if (rowGroup) options.push(`ROW_GROUP_SIZE ${rowGroup}`);
  return `COPY (\n${select}\n) TO ${quotedPath(path)} (${options.join(', ')})`;
}
