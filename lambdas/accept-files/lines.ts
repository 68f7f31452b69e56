import { isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';

/** The lines of a text file, and how a line becomes a row of a rows file (see rows-file.ts). */

/** A longer line is no row of ours: 22 columns of 512 bytes make 11 kB. */
export const LONGEST_LINE = 128 * 1024;
const BLOCK = 1 << 20;
export const FIELD = '\x1f';

/** A Latin-1 view of bytes as people read them; bytes that are not UTF-8 show as replacement characters. */
export const readable = (line: string): string => Buffer.from(line, 'latin1').toString('utf8');
const asLatin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

export interface Line {
  number: number;
  /** Without the line feed; a carriage return before it is still there. */
  text: string;
  /** Ends with a carriage return alone, which is not in the text. */
  byReturn?: true;
}

export interface Block {
  lines: Line[];
  /** No line of the block holds anything but UTF-8 without control characters that would break a rows file. */
  clean: boolean;
}

/**
 * Whole lines in blocks, without their line ends: LF, CRLF or CR. A line over the limit is cut short, one byte longer than the limit.
 *
 * @param breakAt where the beginning of a line over the limit may be broken, so that it comes as several lines of one number; 0 for nowhere
 */
export async function* blocksOf(file: FileHandle, breakAt: (start: string) => number = () => 0): AsyncGenerator<Block> {
  const block = Math.min(BLOCK, (await file.stat()).size + 1);
  const buffer = Buffer.allocUnsafe(block);
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  let first = true;
  // Of a line that is cut short nobody knows what stands in it, and so not where it could be broken.
  let cut = false;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, block);
    let bytes = bytesRead === 0 ? rest : Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    if (first && bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    first = false;
    let end = bytesRead === 0 ? bytes.length : endOfLines(bytes);
    const broken = end === 0 && bytes.length > LONGEST_LINE && !cut;
    if (broken) end = breakAt(bytes.toString('latin1'));
    const whole = bytes.subarray(0, end);
    rest = Buffer.from(bytes.subarray(end));
    cut = end === 0 && rest.length > LONGEST_LINE;
    if (cut) rest = rest.subarray(0, LONGEST_LINE + 1);
    if (whole.length > 0) {
      const lines = linesOf(whole.toString('latin1'), number);
      const clean = isUtf8(whole) && !whole.includes(0) && !whole.includes(31) && !whole.includes(13);
      if (!broken) number = lines.at(-1)?.number ?? number;
      yield { lines, clean };
    }
    if (bytesRead === 0) return;
  }
}

/** The text in pieces of any length, without a byte order mark. */
export async function* piecesOf(file: FileHandle): AsyncGenerator<string> {
  const buffer = Buffer.allocUnsafe(BLOCK);
  for (let first = true; ; first = false) {
    const { bytesRead } = await file.read(buffer, 0, BLOCK);
    if (bytesRead === 0) return;
    const text = buffer.toString('latin1', 0, bytesRead);
    yield first ? text.replace(/^\xef\xbb\xbf/, '') : text;
  }
}

/**
 * Whether a JSON file holds rows that lines do not tell apart: it begins with a bracket, or with a brace alone on its line (objects written
 * over many lines). Leaves the file where it is.
 */
export async function beginsAsJson(file: FileHandle): Promise<'array' | 'objects' | 'lines'> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(64), 0, 64, 0);
  const [, first] = /^(?:\xef\xbb\xbf)?\s*(\[|\{[ \t]*[\r\n])/.exec(buffer.toString('latin1', 0, bytesRead)) ?? [];
  if (first === undefined) return 'lines';
  return first === '[' ? 'array' : 'objects';
}

/** Where the last whole line ends; a carriage return at the very end may be half of a CRLF. */
function endOfLines(bytes: Buffer): number {
  const feed = bytes.lastIndexOf(10) + 1;
  if (feed > 0 || bytes.length < 2) return feed;
  return bytes.lastIndexOf(13, bytes.length - 2) + 1;
}

function linesOf(text: string, before: number): Line[] {
  let number = before;
  const texts = text.split('\n');
  if (text.endsWith('\n')) texts.pop();
  if (!/\r(?!\n)/.test(text)) return texts.map((line) => ({ number: ++number, text: line }));
  const lines: Line[] = [];
  for (const [at, line] of texts.entries()) {
    const pieces = line.split('\r');
    const last = pieces.pop()!;
    const feeds = at < texts.length - 1 || text.endsWith('\n');
    // Of `a\rb\r` and a line feed, the last return belongs to the line feed.
    const tail = feeds && last === '' && pieces.length > 0 ? `${pieces.pop()}\r` : last;
    for (const piece of pieces) lines.push({ number: ++number, text: piece, byReturn: true });
    if (feeds || tail !== '') lines.push({ number: ++number, text: tail });
  }
  return lines;
}

/** What would break a rows file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNWRITABLE = /[\0\x1f\n\r]/;

/** Why a line cannot be a row, whatever its columns; undefined when it can. */
export function faultOf(text: string): string | undefined {
  if (text.length > LONGEST_LINE) return `row: is longer than ${LONGEST_LINE} bytes`;
  if (!isUtf8(Buffer.from(text, 'latin1'))) return 'row: is not UTF-8; write the file as UTF-8';
  if (UNWRITABLE.test(text)) return 'row: has a control character; escape it or leave it out';
  return undefined;
}

export const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);
export const blank = (text: string): boolean => text.trim() === '';
export const goodRow = (line: number, data: string, raw = ''): string => `${line}${FIELD}${FIELD}${raw}${FIELD}${data}`;
export const badRow = (line: number, fault: string, text: string): string =>
  `${line}${FIELD}${fault}${FIELD}${asLatin1(JSON.stringify(readable(text.slice(0, LONGEST_LINE))))}${FIELD}`;
