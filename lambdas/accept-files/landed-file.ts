import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';

export type Format = 'jsonl' | 'csv' | 'parquet';
export type Packing = '' | 'gzip' | 'zstd';

/** How a file is read. */
export interface Reading {
  format: Format;
  packing: Packing;
}

export const ENDING_OF = { '': '', gzip: '.gz', zstd: '.zst' } as const satisfies Record<Packing, string>;
const PACKING_OF = new Map<string, Packing>(Object.entries(ENDING_OF).map(([packing, ending]) => [ending, packing as Packing]));

/** What a file's name promises: landing/<dataset>/dt=.../<any name>.{jsonl,csv,parquet}[.gz|.zst]; undefined for other names. */
export function readingOf(key: string): Reading | undefined {
  if (outOfPlace(key)) return undefined;
  const match = /\.(jsonl|csv|parquet)(\.gz|\.zst)?$/i.exec(key);
  if (!match) return undefined;
  return { format: match[1]!.toLowerCase() as Format, packing: PACKING_OF.get((match[2] ?? '').toLowerCase())! };
}

/** What to do about a file of a dataset and day that is not where files lie or named as jobs name what is none; '' of all others. */
function outOfPlace(key: string): string {
  const [dataset, day, ...rest] = key.split('/');
  const name = rest.at(-1)!;
  if (rest.length > 1) return `the file lies too deep; move it to ${dataset}/${day}/, under a name that no other file there has`;
  if (/^[._]/.test(name))
    return `the name begins with "${name[0]}", by which desktops and jobs mark what is no data, and it holds rows; name it without that, or take it away`;
  return '';
}

/** What to do about a file whose name promises nothing that is read. */
export function unknownName(key: string): string {
  const misplaced = outOfPlace(key);
  if (misplaced) return misplaced;
  if (/\.(json|ndjson)(\.gz|\.zst)?$/i.test(key))
    return `the file is named .${/\.(json|ndjson)/i.exec(key)![1]!.toLowerCase()}; name it .jsonl, which is read as JSON lines or as a JSON array`;
  return 'the file has no known ending; name it .jsonl, .csv or .parquet, plain or with .gz or .zst';
}

const BLOCK = 1 << 20;
/** Small files get small buffers: a megabyte for each would keep the garbage collector busier than the file. */
export const readAll = (path: string, size: number) => createReadStream(path, { highWaterMark: Math.min(BLOCK, size + 1) });

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
