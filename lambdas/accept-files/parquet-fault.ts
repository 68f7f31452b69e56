/** What is wrong with a Parquet file, in words for people: the reader's own are for its authors. */

/** Of a file whose footer cannot be read. */
export function footerFault(message: string): string {
  if (/encrypt/i.test(message)) return 'the file is encrypted Parquet; write it again without encryption';
  const damage = /magic bytes|too small/i.test(message)
    ? 'it does not begin and end as such a file does'
    : 'its footer is damaged';
  return `the file is not readable as Parquet (${damage}); write it again`;
}

/** Of a file whose footer is good, and whose rows cannot be read. */
export function contentFault(message: string): string {
  if (/valid UTF-?8|string encoding/i.test(message))
    return 'a text in the file is not UTF-8; write texts as UTF-8, and bytes not at all';
  if (/timestamp|date|interval|out of range/i.test(message))
    return 'the file holds a moment or a number that nothing can reckon with; leave it empty where there is none, and write the file again';
  if (/not implemented|unsupported|unknown codec/i.test(message))
    return 'the file is packed or written in a way that cannot be read; write it again, packed with snappy, gzip or zstd';
  return 'the file is damaged Parquet (its rows cannot be read); write it again';
}
