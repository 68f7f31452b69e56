import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { contentKindOf } from '../lambdas/accept-files/content-kind.js';
import { unzstd } from '../lambdas/accept-files/unpack.js';
import { ImportRefused, shown } from './refused.js';
import { decoderOf, type SourceSettings, settingOf } from './source-settings.js';

/** A file of the source folder: where it is, how messages call it, and what the mapping says of it. */
export interface SourceFile {
  path: string;
  /** As the user gave the folder: `src/orders.csv`. */
  shown: string;
  /** The source's name. */
  name: string;
  format: 'parquet' | 'csv' | 'json';
  /** The mapping folder, as the user gave it. */
  mapping: string;
  settings: SourceSettings;
}

const BLOCK = 1 << 20;

/** The first bytes of a file. */
export async function startOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** How a file is packed, by its content. Refuses what is no table file at all. */
async function packingOf(file: SourceFile): Promise<'gzip' | 'zstd' | 'none'> {
  const kind = await contentKindOf(file.path);
  const refuse = (problem: string): never => {
    throw new ImportRefused([`${file.shown}: ${problem}`]);
  };
  if (kind === 'zip') refuse('is a zip archive or an Excel workbook; unpack it, or save its sheet as CSV UTF-8');
  if (kind === 'bzip2' || kind === 'xz') refuse(`is packed with ${kind}; unpack it, or pack it with gzip`);
  if (kind === 'parquet' && file.format !== 'parquet') refuse(`is Parquet; name it ${file.name}.parquet`);
  const start = await startOf(file.path);
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => start[at] === byte))
    refuse('is an Excel workbook; save its sheet as CSV UTF-8');
  return kind === 'gzip' || kind === 'zstd' ? kind : 'none';
}

/** The bytes of a file, unpacked where it is packed with gzip or zstd. */
export async function* bytesOf(file: SourceFile): AsyncGenerator<Uint8Array> {
  const packing = await packingOf(file);
  const raw = createReadStream(file.path, { highWaterMark: BLOCK });
  if (packing === 'none') {
    yield* raw as AsyncIterable<Buffer>;
    return;
  }
  try {
    if (packing === 'zstd') yield* unzstd(Number.POSITIVE_INFINITY)(raw);
    else {
      const unpack = createGunzip();
      raw.on('error', (error) => unpack.destroy(error));
      yield* raw.pipe(unpack) as AsyncIterable<Buffer>;
    }
  } catch (error) {
    throw new ImportRefused([`${file.shown}: cannot be unpacked (${(error as Error).message}); is it whole?`], error);
  } finally {
    raw.destroy();
  }
}

/** The encoding that the first bytes of a file show: by its byte order mark, or by the zeros of UTF-16. */
function encodingAt(start: Buffer): { encoding: string; marked: boolean } | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', marked: true };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', marked: true };
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return { encoding: 'utf-8', marked: true };
  const some = start.subarray(0, 200);
  const zeros = [0, 0];
  for (const [at, byte] of some.entries()) if (byte === 0) zeros[at % 2]!++;
  // why three in eight: of Western text in UTF-16 every other byte is zero, and no text in UTF-8 has so many
  const many = (some.length * 3) / 8;
  if (some.length < 4 || zeros[0]! + zeros[1]! < many) return undefined;
  return { encoding: zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be', marked: false };
}

/** The text of a file in pieces, without a byte order mark. Refuses bytes that are not of the file's encoding, by their line. */
export async function* textOf(file: SourceFile): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let encoding = 'utf-8';
  let line = 1;
  let carried: Buffer = Buffer.alloc(0);
  for await (const bytes of bytesOf(file)) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (!decoder) {
      encoding = encodingOf(file, chunk);
      decoder = decoderOf(encoding)!;
    }
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch (error) {
      throw notOf(file, encoding, Buffer.concat([carried, chunk]), line - breaksIn(carried), error);
    }
    carried = Buffer.from(chunk.subarray(-3));
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++;
    yield text;
  }
  try {
    const rest = decoder?.decode();
    if (rest) yield rest;
  } catch (error) {
    throw notOf(file, encoding, carried, line - breaksIn(carried), error);
  }
}

const breaksIn = (bytes: Buffer): number => bytes.filter((byte) => byte === 10).length;

function encodingOf(file: SourceFile, start: Buffer): string {
  const found = encodingAt(start);
  const said = file.settings.encoding;
  if (found?.marked) return found.encoding;
  if (said) return said;
  if (found)
    throw new ImportRefused([
      `${file.shown}:1: looks like UTF-16 without a byte order mark; write  ${settingOf(file.mapping, file.name, `encoding: ${found.encoding}`)}`,
    ]);
  return 'utf-8';
}

function notOf(file: SourceFile, encoding: string, bytes: Buffer, line: number, cause: unknown): ImportRefused {
  if (encoding !== 'utf-8') {
    const setting = settingOf(file.mapping, file.name, `encoding: ${encoding}`);
    return new ImportRefused([`${file.shown}: is not ${encoding} from about line ${line} on; mend  ${setting}`], cause);
  }
  const lines = bytes.toString('latin1').split('\n');
  const at = lines.findIndex((text) => !isUtf8(Buffer.from(text, 'latin1')));
  const text = lines[Math.max(at, 0)]!;
  const byte = /[\x80-\xff]/.exec(text)?.index ?? 0;
  const around = Buffer.from(text.slice(Math.max(0, byte - 15), byte + 15), 'latin1');
  const guess = new TextDecoder('windows-1252').decode(around).replaceAll('\r', '');
  const setting = settingOf(file.mapping, file.name, 'encoding: windows-1252');
  return new ImportRefused(
    [
      `${file.shown}:${line + Math.max(at, 0)}: is not UTF-8; if ${shown(guess)} is what stands there, write  ${setting}`,
      'if not, name its own encoding there, or save the file as UTF-8',
    ],
    cause,
  );
}

/** A line as editors count them: ended by LF, CRLF or CR, or by the end of the file. */
export interface SourceLine {
  number: number;
  text: string;
  end: string;
}

export async function* linesOf(file: SourceFile): AsyncGenerator<SourceLine[]> {
  let number = 0;
  let rest: string[] = [];
  for await (const piece of textOf(file)) {
    // a long line comes in many pieces; it is joined once
    const closed = rest.at(-1)?.endsWith('\r');
    if (!closed && !/[\r\n]/.test(piece)) {
      rest.push(piece);
      continue;
    }
    const text = rest.join('') + piece;
    const lines: SourceLine[] = [];
    let from = 0;
    for (const end of text.matchAll(/\r\n|\n|\r/g)) {
      // the last CR of a piece may be half a CRLF
      if (end[0] === '\r' && end.index === text.length - 1) break;
      lines.push({ number: ++number, text: text.slice(from, end.index), end: end[0] });
      from = end.index + end[0].length;
    }
    rest = from < text.length ? [text.slice(from)] : [];
    yield lines;
  }
  const last = rest.join('');
  const end = last.endsWith('\r') ? '\r' : '';
  if (last !== '') yield [{ number: ++number, text: end ? last.slice(0, -1) : last, end }];
}
