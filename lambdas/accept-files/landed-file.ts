import { createHash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, openSync, writeSync } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip } from 'node:zlib';

export type Format = 'jsonl' | 'csv' | 'parquet';

/** What a file's name promises: landing/<dataset>/dt=.../<any name>.{jsonl,csv,parquet}[.gz]; undefined for other endings. */
export function formatOf(key: string): { format: Format; gzip: boolean } | undefined {
  const match = /\.(jsonl|csv|parquet)(\.gz)?$/i.exec(key);
  if (!match) return undefined;
  return { format: match[1]!.toLowerCase() as Format, gzip: match[2] !== undefined };
}

const BLOCK = 1 << 20;
/** Small files get small buffers: a megabyte for each would keep the garbage collector busier than the file. */
const readAll = (path: string, size: number) => createReadStream(path, { highWaterMark: Math.min(BLOCK, size + 1) });

/** SHA-256 (hex) and size in bytes; a large file is read as a stream. */
export async function contentOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  if (size <= BLOCK) {
    const body = await readFile(path);
    return { sha256: hash.update(body).digest('hex'), bytes: body.length };
  }
  for await (const chunk of readAll(path, size)) hash.update(chunk as Buffer);
  return { sha256: hash.digest('hex'), bytes: size };
}

export async function looksGzipped(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

const zlibCode = (error: unknown): string | undefined => {
  const code = (error as NodeJS.ErrnoException).code;
  return code?.startsWith('Z_') ? code : undefined;
};

/** Unpacks to `target` all that can be unpacked. Returns what is wrong with the gzip, or ''. */
export async function unpack(path: string, target: string): Promise<string> {
  const { size } = await stat(path);
  if (!(await looksGzipped(path))) {
    await (await open(target, 'w')).close();
    return size === 0 ? '' : 'the file is named .gz but is not gzip; compress it, or name it without .gz';
  }
  try {
    await pipeline(readAll(path, size), createGunzip(), createWriteStream(target));
    return '';
  } catch (error) {
    const code = zlibCode(error);
    if (!code) throw error;
    await salvage(path, size, target);
    if (code === 'Z_BUF_ERROR') return 'the file is a gzip that ends too early; land the whole file again';
    return `the file is a damaged gzip (${(error as Error).message}); land the file again`;
  }
}

/** A failed pipeline drops what it had unpacked but not yet written; these rows are still to be counted and shown. */
async function salvage(path: string, size: number, target: string): Promise<void> {
  const sink = openSync(target, 'w');
  try {
    const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    gunzip.on('data', (chunk: Buffer) => writeSync(sink, chunk));
    await pipeline(readAll(path, size), gunzip).catch((error) => {
      if (!zlibCode(error)) throw error;
    });
  } finally {
    closeSync(sink);
  }
}
