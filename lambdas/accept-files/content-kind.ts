import { open } from 'node:fs/promises';

/** What the first bytes of a file say it is, of the sorts that are landed by mistake; '' for anything else. */
export type ContentKind = 'gzip' | 'zstd' | 'zip' | 'bzip2' | 'xz' | 'parquet' | 'UTF-16' | '';

const SKIPPABLE = Array.from({ length: 16 }, (_, n) => 0x50 + n);
const MAGIC: readonly [ContentKind, readonly number[]][] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  // A frame of zstd that holds no data may come first.
  ...SKIPPABLE.map((first): [ContentKind, number[]] => ['zstd', [first, 0x2a, 0x4d, 0x18]]),
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];
/** why 64: of Western text in UTF-16 every second byte is nought; 32 of them are no chance. */
const HEAD = 64;

export async function contentKindOf(path: string): Promise<ContentKind> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.subarray(0, bytesRead);
    const known = MAGIC.find(([, magic]) => magic.every((byte, at) => head[at] === byte));
    if (known) return known[0];
    const noughts = (from: number) => head.length > 8 && head.every((byte, at) => at % 2 !== from || byte === 0);
    return noughts(0) !== noughts(1) ? 'UTF-16' : '';
  } finally {
    await file.close();
  }
}

/** What to do about content that no name makes readable, or ''. */
export function unusable(kind: ContentKind): string {
  if (kind === 'zip')
    return 'the file is a zip archive or an Excel workbook; land each file or sheet in it as .csv, .jsonl or .parquet';
  if (kind === 'bzip2' || kind === 'xz') return `the file is packed with ${kind}; pack it with gzip or zstd`;
  if (kind === 'UTF-16') return 'the file is UTF-16; write it as UTF-8';
  return '';
}
