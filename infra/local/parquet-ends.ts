import { open } from 'node:fs/promises';

const MAGIC = 'PAR1';
/** The magic word at the start; at the end the length of the footer, as 4 bytes, and the word again. */
const LEAST_BYTES = 12;

/** What is amiss with a Parquet file by its ends: 12 bytes are read, however large it is. Undefined while nothing is. */
export async function parquetProblem(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'ENOTDIR'].includes(error.code ?? '')) return undefined;
    throw error;
  });
  if (!file) return 'is gone';
  try {
    const facts = await file.stat();
    if (!facts.isFile()) return 'is no file';
    if (facts.size === 0) return 'is empty';
    const start = Buffer.alloc(MAGIC.length);
    await file.read(start, 0, start.length, 0);
    if (start.toString('latin1') !== MAGIC) return 'is no Parquet';
    const end = Buffer.alloc(MAGIC.length + 4);
    await file.read(end, 0, end.length, Math.max(0, facts.size - end.length));
    const footer = end.readUInt32LE(0);
    const whole = end.toString('latin1', 4) === MAGIC && footer > 0 && footer + LEAST_BYTES <= facts.size;
    return whole ? undefined : `is cut off (${facts.size} bytes without the end of a Parquet file)`;
  } finally {
    await file.close();
  }
}
