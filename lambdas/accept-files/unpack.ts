import { closeSync, createWriteStream, openSync, writeSync } from 'node:fs';
import { open, stat, truncate } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { contentKindOf, unusable } from './content-kind.js';
import { ENDING_OF, type Packing, readAll } from './landed-file.js';

/** How much a file may become. */
export interface UnpackLimits {
  bytes: number;
  /** Times its own size, once it is over `least`. */
  times: number;
  least: number;
}

const MB = 2 ** 20;
export const UNPACK_LIMITS: UnpackLimits = {
  // why 768 MB: two files at once, each with its unpacked text, its rows and its Parquet, fit the 4 GB that the Lambda has of disk.
  bytes: 768 * MB,
  // why 200: landed rows shrink 5 to 30 times, even all alike hardly 100 times; noughts and blanks shrink 1,000 times and more.
  times: 200,
  // why 16 MB: a batch of 64 small files unpacks to 1 GB at most.
  least: 16 * MB,
};

class TooLarge extends Error {}
class DamagedZstd extends Error {}

const damageOf = (error: unknown): string | undefined => {
  const { code } = error as NodeJS.ErrnoException;
  return String(code).startsWith('Z_') || error instanceof DamagedZstd ? (error as Error).message : undefined;
};
const endsTooEarly = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' || /unexpected (EOF|end)/i.test((error as Error).message);

/**
 * Unpacks to `target` all that can be unpacked; nothing of what grows beyond the limits, which is noticed on the way. Returns what is
 * wrong with the packed file, or ''.
 */
export async function unpack(
  path: string,
  packing: Exclude<Packing, ''>,
  target: string,
  limits = UNPACK_LIMITS,
): Promise<string> {
  const { size } = await stat(path);
  const kind = await contentKindOf(path);
  const ending = ENDING_OF[packing];
  if (kind !== packing) {
    await (await open(target, 'w')).close();
    if (size === 0) return '';
    if (kind === 'gzip' || kind === 'zstd') return `the file is named ${ending} but is ${kind}; name it ${ENDING_OF[kind]}`;
    return unusable(kind) || `the file is named ${ending} but is not ${packing}; compress it, or name it without ${ending}`;
  }
  const most = Math.min(limits.bytes, Math.max(limits.least, limits.times * size));
  try {
    return await unpackUpTo(most, path, packing, target);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    await truncate(target, 0);
    const times = Math.floor(most / size);
    return `the file unpacks to more than ${Math.floor(most / MB)} MB, ${times} times its size; land its rows in smaller files`;
  }
}

async function unpackUpTo(most: number, path: string, packing: Exclude<Packing, ''>, target: string): Promise<string> {
  const { size } = await stat(path);
  try {
    const unpacked = packing === 'gzip' ? createGunzip() : unzstd(most);
    await pipeline(readAll(path, size), unpacked, upTo(most), createWriteStream(target));
    return '';
  } catch (error) {
    const damage = damageOf(error);
    if (!damage) throw error;
    if (packing === 'gzip') await salvage(path, size, target, most);
    if (endsTooEarly(error)) return `the file is a ${packing} that ends too early; land the whole file again`;
    return `the file is a damaged ${packing} (${damage}); land the file again`;
  }
}

const upTo = (most: number) =>
  async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > most) throw new TooLarge();
      yield chunk;
    }
  };

/** why 4 kB: four bytes of zstd may stand for 128 kB, and all that a piece unpacks to is in memory at once. */
const PIECE = 4096;

/** Unpacks zstd, up to so many bytes. By a library: Node's own stops behind the first of several frames, and Node 20 has none. */
export const unzstd = (most: number) =>
  async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    let out: Uint8Array[] = [];
    const unpacker = new Decompress((chunk) => {
      bytes += chunk.length;
      if (bytes > most) throw new TooLarge();
      out.push(chunk.slice());
    });
    const push = (piece: Uint8Array, last = false): Uint8Array[] => {
      out = [];
      try {
        unpacker.push(piece, last);
      } catch (error) {
        throw error instanceof TooLarge ? error : new DamagedZstd((error as Error).message);
      }
      return out;
    };
    for await (const chunk of chunks)
      for (let at = 0; at < chunk.length; at += PIECE) yield* push(chunk.subarray(at, at + PIECE));
    yield* push(new Uint8Array(0), true);
  };

/** A failed pipeline drops what it had unpacked but not yet written; these rows are still to be counted and shown. */
async function salvage(path: string, size: number, target: string, most: number): Promise<void> {
  const sink = openSync(target, 'w');
  let bytes = 0;
  try {
    const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    gunzip.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > most) gunzip.destroy(new TooLarge());
      else writeSync(sink, chunk);
    });
    await pipeline(readAll(path, size), gunzip).catch((error) => {
      if (!damageOf(error)) throw error;
    });
  } finally {
    closeSync(sink);
  }
}
