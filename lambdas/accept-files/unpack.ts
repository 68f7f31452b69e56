import { closeSync, createReadStream, createWriteStream, openSync, writeSync } from 'node:fs';
import { open, stat, truncate } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
// Node 20 has no zstd, and a name that a module lacks could not be imported.
import zlib, { constants, createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { contentKindOf, unusable } from './content-kind.js';
import { ENDING_OF, type Packing, readAll } from './landed-file.js';
import { DamagedZstd, ZstdFrames } from './zstd-frames.js';

/** How much a file may become. */
export interface UnpackLimits {
  bytes: number;
  /** Times its own size, once it is over `least`. */
  times: number;
  least: number;
}

const MB = 2 ** 20;
export const UNPACK_LIMITS: UnpackLimits = {
  // why 768 MB: what a function has of disk holds its unpacked text, its rows and its Parquet (infra/aws/disk.ts).
  bytes: 768 * MB,
  // why 200: landed rows shrink 5 to 30 times, even all alike hardly 100 times; noughts and blanks shrink 1,000 times and more.
  times: 200,
  // why 16 MB: a batch of 64 small files unpacks to 1 GB at most.
  least: 16 * MB,
};

class TooLarge extends Error {}

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
    const read = typeof unpacked === 'function' ? size : unpacked.bytesWritten;
    return (await noughtsFrom(path, read)) ? '' : BEHIND_GZIP;
  } catch (error) {
    const damage = damageOf(error);
    if (!damage) throw error;
    if (packing === 'gzip') await salvage(path, size, target, most);
    if (endsTooEarly(error)) return `the file is a ${packing} that ends too early; land the whole file again`;
    return `the file is a damaged ${packing} (${damage}); land the file again`;
  }
}

const BEHIND_GZIP = 'the file is a gzip with something behind it that is not packed; pack all of it, and land the file again';

/** Whether nothing but noughts, which fill up blocks, lies behind a place. Node stops at the first of them. */
async function noughtsFrom(path: string, start: number): Promise<boolean> {
  for await (const chunk of createReadStream(path, { start })) if ((chunk as Buffer).some((byte) => byte !== 0)) return false;
  return true;
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

/** Unpacks one frame: takes its pieces, and gives what they hold. */
interface Unpacker {
  take(piece: Uint8Array): Promise<Uint8Array[]> | Uint8Array[];
  end(): Promise<Uint8Array[]> | Uint8Array[];
  gone(): void;
}

/** Node's own, which checks what it unpacks, but stops behind a frame. */
export function byNode(): Unpacker {
  const stream = zlib.createZstdDecompress();
  let out: Buffer[] = [];
  // A write that fails is never called back.
  const failed = new Promise<never>((_, fail) => stream.once('error', () => fail(new DamagedZstd(WRONG_CONTENT))));
  failed.catch(() => {});
  stream.on('data', (chunk: Buffer) => out.push(chunk));
  const done = async (wait: Promise<void>): Promise<Uint8Array[]> => {
    await Promise.race([wait, failed]);
    const had = out;
    out = [];
    return had;
  };
  return {
    take: (piece) => done(new Promise((taken) => stream.write(piece, () => taken()))),
    end: () => done(new Promise((taken) => stream.once('end', taken).end())),
    gone: () => stream.destroy(),
  };
}

/** A library's, for Node 20, which has none. */
export function byLibrary(): Unpacker {
  let out: Uint8Array[] = [];
  const unpacker = new Decompress((chunk) => out.push(chunk.slice()));
  const push = (piece: Uint8Array, last: boolean): Uint8Array[] => {
    out = [];
    try {
      unpacker.push(piece, last);
    } catch {
      throw new DamagedZstd(WRONG_CONTENT);
    }
    return out;
  };
  return { take: (piece) => push(piece, false), end: () => push(new Uint8Array(0), true), gone: () => {} };
}

const WRONG_CONTENT = 'what it holds is not what was packed';
const ENDS_TOO_EARLY = 'unexpected end';

/** Unpacks zstd, up to so many bytes: frame by frame, passing over those that hold no data. */
export const unzstd = (most: number, unpacker = 'createZstdDecompress' in zlib ? byNode : byLibrary) =>
  async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const frames = new ZstdFrames();
    let bytes = 0;
    let frame: Unpacker | undefined;
    const counted = (unpacked: Uint8Array[]): Uint8Array[] => {
      bytes += unpacked.reduce((sum, { length }) => sum + length, 0);
      if (bytes > most) throw new TooLarge();
      return unpacked;
    };
    try {
      for await (const chunk of chunks)
        for (const piece of frames.take(chunk)) {
          frame ??= unpacker();
          for (let at = 0; at < piece.bytes.length; at += PIECE)
            yield* counted(await frame.take(piece.bytes.subarray(at, at + PIECE)));
          if (!piece.ends) continue;
          yield* counted(await frame.end());
          frame.gone();
          frame = undefined;
        }
      if (!frames.betweenFrames) throw new DamagedZstd(ENDS_TOO_EARLY);
    } finally {
      frame?.gone();
    }
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
