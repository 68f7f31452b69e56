/** Most values of a dictionary. why 1,000: reasons and regions fit; ids do not, and are no longer tried first (a tenth of writing). */
const DICTIONARY = 1_000;

export const quotedPath = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/** why none: rows that are looked up lie in order, so that what a group says of its least and greatest is enough. A footer is a tenth smaller. */
const NO_BLOOM_FILTERS = 'WRITE_BLOOM_FILTER false';

/** What a browser fetches by the kilobyte: a twelfth less, in about the same time where row groups are small. */
export const FETCHED = 'COMPRESSION_LEVEL 9';

/** The statement that writes the rows of a SELECT as one Parquet file, or as `more` options say. */
export function copyTo(path: string, select: string, rowGroup?: number, more: readonly string[] = []): string {
  const options = [
    'FORMAT parquet',
    'COMPRESSION zstd',
    ...(more.includes(FETCHED) ? [] : ['COMPRESSION_LEVEL 1']),
    `DICTIONARY_SIZE_LIMIT ${DICTIONARY}`,
    NO_BLOOM_FILTERS,
    ...more,
  ];
  if (rowGroup) options.push(`ROW_GROUP_SIZE ${rowGroup}`);
  return `COPY (\n${select}\n) TO ${quotedPath(path)} (${options.join(', ')})`;
}
