import { stat } from 'node:fs/promises';
import { type Format, readingOf } from './landed-file.js';

/** Bytes that a landed file may have where disk and time are bounded; of packed Parquet, those of what is packed, too. */
export interface LargestFiles {
  text: number;
  parquet: number;
}

const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 2 ** 20).toLocaleString('en')} MB`;
const mostOf = (format: Format | undefined, largest: LargestFiles): number => largest[format === 'parquet' ? 'parquet' : 'text'];

function saysTooLarge(what: string, most: number): string {
  return `${what} more than the ${inMegabytes(most)} that a function can hold; land its rows in smaller files`;
}

/** Why a file is refused before anybody fetches it, in one line; '' when it is not too large. */
export function tooLarge({ key, size = 0 }: { key: string; size?: number }, largest: LargestFiles | undefined): string {
  if (!largest) return '';
  const most = mostOf(readingOf(key)?.format, largest);
  return size > most ? saysTooLarge(`the file has ${inMegabytes(size)},`, most) : '';
}

/** The same of a file that was unpacked. */
export async function unpackedTooLarge(path: string, format: Format, largest: LargestFiles | undefined): Promise<string> {
  if (!largest) return '';
  const { size } = await stat(path);
  const most = mostOf(format, largest);
  return size > most ? saysTooLarge(`the file unpacks to ${inMegabytes(size)},`, most) : '';
}
