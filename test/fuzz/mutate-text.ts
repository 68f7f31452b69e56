/** What may have happened to a text file on its way: to its bytes, its encoding, its structure, its values. */
import type { Draw } from '../helpers/draw.js';

export interface Mutation {
  name: string;
  of: (draw: Draw, bytes: Buffer) => Buffer;
}

const bytesOf = (...parts: (string | Buffer | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const put = (bytes: Buffer, at: number, removed: number, added: Buffer | string | number[]): Buffer =>
  bytesOf(bytes.subarray(0, at), typeof added === 'string' ? Buffer.from(added) : added, bytes.subarray(at + removed));
const place = (draw: Draw, bytes: Buffer): number => draw.whole(0, bytes.length);
/** Text as one character a byte, so that changes keep every byte. */
const asText = (change: (draw: Draw, text: string) => string) => (draw: Draw, bytes: Buffer) =>
  Buffer.from(change(draw, bytes.toString('latin1')), 'latin1');
const onLine = (change: (draw: Draw, line: string, n: number) => string) =>
  asText((draw, text) => {
    const lines = text.split('\n');
    const n = draw.whole(0, lines.length - 1);
    return lines.map((line, at) => (at === n ? change(draw, line, n) : line)).join('\n');
  });

export const BOM = [0xef, 0xbb, 0xbf];
const latin1 = (text: string): string => Buffer.from(text).toString('latin1');
const UTF_32LE = (text: string): Buffer => {
  const units = [...text].map((char) => char.codePointAt(0)!);
  const bytes = Buffer.alloc(units.length * 4);
  for (const [at, unit] of units.entries()) bytes.writeUInt32LE(unit, at * 4);
  return bytes;
};

/** Bytes that readers stumble over. */
const SHARP: readonly (string | number[])[] = [
  ...['"', '""', ',', '\n', '\r', '\r\n', '\\', '\0', '\u001f', '\u001e', '\u001a', '{', '}', '[', ']', ':', ';', '\t', '|', "'"],
  ...[
    '\u201cWord\u201d',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\\u0000',
    '\\ud800',
    '🎁',
    'e\u0301',
    '\\',
    '-0',
    'NaN',
    'Infinity',
    '1e999',
  ],
  ...[BOM, [0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xfe, 0xff], [0xe2, 0x82], [0x80]],
];

const BYTES: readonly Mutation[] = [
  {
    name: 'a bit flips',
    of: (draw, bytes) => {
      const out = Buffer.from(bytes);
      for (let n = draw.whole(1, 4); n > 0 && out.length > 0; n--) out[draw.whole(0, out.length - 1)]! ^= 1 << draw.whole(0, 7);
      return out;
    },
  },
  { name: 'bytes are lost', of: (draw, bytes) => put(bytes, place(draw, bytes), draw.whole(1, 40), '') },
  {
    name: 'sharp bytes come in',
    of: (draw, bytes) => put(bytes, place(draw, bytes), draw.whole(0, 1), Buffer.from(draw.one(SHARP) as string)),
  },
  { name: 'the file is cut', of: (draw, bytes) => bytes.subarray(0, place(draw, bytes)) },
  { name: 'the file begins in its middle', of: (draw, bytes) => bytes.subarray(place(draw, bytes)) },
  {
    name: 'a part comes twice',
    of: (draw, bytes) => put(bytes, place(draw, bytes), 0, bytes.subarray(place(draw, bytes)).subarray(0, 300)),
  },
  { name: 'a block of noughts', of: (draw, bytes) => put(bytes, place(draw, bytes), 16, Buffer.alloc(draw.whole(1, 64))) },
  {
    name: 'a block of noise',
    of: (draw, bytes) =>
      put(
        bytes,
        place(draw, bytes),
        0,
        Array.from({ length: 30 }, () => draw.whole(0, 255)),
      ),
  },
  {
    name: 'nothing is left',
    of: (draw) => Buffer.from(draw.one(['', '\n', ' ', '\r\n\r\n', '\ufeff', '\0', '[]', '{}', 'null', '""', '[', '\ufeff\n'])),
  },
];

const ENCODINGS: readonly Mutation[] = [
  { name: 'a byte order mark', of: (_, bytes) => bytesOf(BOM, bytes) },
  { name: 'two byte order marks', of: (_, bytes) => bytesOf(BOM, BOM, bytes) },
  { name: 'a byte order mark on each line', of: asText((_, text) => text.replaceAll('\n', `\n${latin1('\ufeff')}`)) },
  { name: 'UTF-16 with a mark', of: (_, bytes) => bytesOf([0xff, 0xfe], Buffer.from(bytes.toString(), 'utf16le')) },
  { name: 'UTF-16 without', of: (_, bytes) => Buffer.from(bytes.toString(), 'utf16le') },
  {
    name: 'UTF-16, the other end first',
    of: (draw, bytes) => bytesOf(draw.one([[0xfe, 0xff], []]), Buffer.from(bytes.toString(), 'utf16le').swap16()),
  },
  { name: 'UTF-32', of: (draw, bytes) => bytesOf(draw.one([[0xff, 0xfe, 0, 0], []]), UTF_32LE(bytes.toString())) },
  {
    name: 'UTF-32, the other end first',
    of: (draw, bytes) => bytesOf(draw.one([[0, 0, 0xfe, 0xff], []]), UTF_32LE(bytes.toString()).swap32()),
  },
  { name: 'Latin-1', of: (_, bytes) => Buffer.from(bytes.toString(), 'latin1') },
  { name: 'UTF-8 taken for Latin-1', of: (_, bytes) => Buffer.from(bytes.toString('latin1')) },
];

const LINES: readonly Mutation[] = [
  { name: 'CR only', of: asText((_, text) => text.replaceAll('\n', '\r')) },
  { name: 'CRLF', of: asText((_, text) => text.replaceAll('\n', '\r\n')) },
  {
    name: 'mixed line ends',
    of: asText((draw, text) => text.replaceAll('\n', () => draw.one(['\n', '\r', '\r\n', '\n\n', '\r\r', '\n\r']))),
  },
  { name: 'no line end at the end', of: asText((_, text) => text.trimEnd()) },
  {
    name: 'blank lines',
    of: asText((draw, text) => text.replaceAll('\n', () => draw.one(['\n', '\n \n', '\n\t\n\n', '\n \u00a0\n']))),
  },
  { name: 'a line is gone', of: onLine(() => '') },
  { name: 'a line comes twice', of: onLine((_, line) => `${line}\n${line}`) },
  {
    name: 'a foreign line',
    of: onLine(
      (draw, line) =>
        `${line}\n${draw.one(['# comment', 'sep=;', '---', 'Total,12', '{"a":1}', '[1,2]', '<html>', '12', '"', '""', 'null', 'true'])}`,
    ),
  },
  { name: 'lines in another order', of: asText((draw, text) => draw.some(text.split('\n'), 1).join('\n')) },
];

export const ANY_TEXT: readonly Mutation[] = [...BYTES, ...ENCODINGS, ...LINES];

const header = (change: (draw: Draw, names: string[]) => string) =>
  asText((draw, text) => {
    const [first = '', ...rest] = text.split('\n');
    return [change(draw, first.split(',')), ...rest].join('\n');
  });
const oneOf = (draw: Draw, names: readonly string[]): number => draw.whole(0, names.length - 1);
const swapped = (names: string[], at: number, name: string): string => names.map((old, n) => (n === at ? name : old)).join(',');
const field = (change: (draw: Draw, text: string) => string) =>
  onLine((draw, line, n) => {
    const cells = line.split(',');
    const at = oneOf(draw, cells);
    return n === 0 ? line : swapped(cells, at, change(draw, cells[at]!));
  });

/** What people and programs write where a value is asked for. */
export const ODD_VALUES: readonly string[] = [
  ...[
    '',
    ' ',
    'null',
    'NULL',
    'N/A',
    'NaN',
    'Infinity',
    '-Infinity',
    '-0',
    '0',
    '-1',
    '1e3',
    '1E400',
    '1.10',
    '1001.0',
    '1.08E+14',
  ],
  ...[
    '9007199254740993',
    '9223372036854775807',
    '9223372036854775808',
    '170141183460469231731687303715884105728',
    '99999999999999',
  ],
  ...[
    '1970-01-01',
    '0001-01-01T00:00:00Z',
    '9999-12-31',
    '2026-02-30',
    '2026-13-01',
    '26-01-05',
    '05.01.2026',
    '2026-01-05T24:00:00Z',
  ],
  ...[
    '2026-01-05T17:00:00+15:00',
    '2026-01-05T23:59:60Z',
    '2026-01-05T17:00:00+01',
    'infinity',
    '-infinity',
    'epoch',
    'today',
    'now',
  ],
  ...[
    'true',
    'false',
    'all',
    'ALL',
    'late_dispatch',
    '{"a":1}',
    '[1]',
    '[]',
    '{}',
    "'; DROP TABLE x; --",
    '=1+1',
    'de',
    'EUR ',
    'eur',
  ],
  ...[
    'x'.repeat(513),
    'ü'.repeat(300),
    'e\u0301',
    ' lead',
    'trail ',
    '\u200b',
    '\u00a0',
    '١٢٣',
    '1,5',
    '1 000',
    '+5',
    '0x10',
    '1_000',
    '५',
  ],
  ...[
    '2026-01-05 17:00:00.1234567890123',
    '2026-01-05T17:00:00.Z',
    '+12026-01-01T00:00:00Z',
    '290309-12-22',
    '-2026-01-05',
    '{{ x }}',
    '%s',
  ],
];
const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const CSV: readonly Mutation[] = [
  { name: 'another separator', of: asText((draw, text) => text.replaceAll(',', draw.one([';', '\t', '|', ', ', ' ', ':']))) },
  { name: 'a column twice', of: header((draw, names) => swapped(names, oneOf(draw, names), draw.one(names))) },
  { name: 'the header alone', of: asText((_, text) => text.slice(0, text.indexOf('\n') + 1)) },
  { name: 'no header', of: asText((_, text) => text.slice(text.indexOf('\n') + 1)) },
  { name: 'the header twice', of: asText((_, text) => `${text.slice(0, text.indexOf('\n') + 1)}${text}`) },
  {
    name: 'spaces in the header',
    of: header((draw, names) => names.map((name) => draw.one([name, `${name} `, ` ${name}`])).join(',')),
  },
  {
    name: 'capitals in the header',
    of: header((draw, names) => names.map((name) => draw.one([name, name.toUpperCase()])).join(',')),
  },
  { name: 'quotes in the header', of: header((_, names) => names.map((name) => `"${name}"`).join(',')) },
  {
    name: 'a mark in the header',
    of: header((draw, names) => swapped(names, oneOf(draw, names), latin1(`\ufeff${draw.one(names)}`))),
  },
  {
    name: 'a column of an odd name',
    of: header((draw, names) =>
      [
        ...names,
        draw.one([
          '',
          ' ',
          'constructor',
          '__proto__',
          'rowid',
          'filename',
          'file_index',
          'line',
          'a"b',
          '"a,b"',
          'x'.repeat(300),
        ]),
      ].join(','),
    ),
  },
  {
    name: 'a column is renamed',
    of: header((draw, names) => swapped(names, oneOf(draw, names), draw.one(['toString', '__proto__', 'data', 'order id']))),
  },
  {
    name: 'a field more or less',
    of: onLine((draw, line) => (draw.chance(0.5) ? `${line},x` : line.slice(0, line.lastIndexOf(',')))),
  },
  {
    name: 'a stray quote',
    of: onLine((draw, line) => {
      const at = draw.whole(0, line.length);
      return `${line.slice(0, at)}"${line.slice(at)}`;
    }),
  },
  { name: 'a field opens a quote', of: field((_, text) => `"${text}`) },
  { name: 'quotes of Word', of: field((_, text) => latin1(`\u201c${text}\u201d`)) },
  {
    name: 'everything is quoted',
    of: asText((_, text) =>
      text
        .split('\n')
        .map((line) =>
          line && !line.includes('"')
            ? line
                .split(',')
                .map((cell) => `"${cell}"`)
                .join(',')
            : line,
        )
        .join('\n'),
    ),
  },
  { name: 'quotes behind a backslash', of: field((_, text) => `"${text}\\"x"`) },
  { name: 'an odd value', of: field((draw) => latin1(quoted(draw.one(ODD_VALUES)))) },
  {
    name: 'odd values',
    of: asText((draw, text) =>
      text
        .split('\n')
        .map((line, n) =>
          n === 0 || line === ''
            ? line
            : line
                .split(',')
                .map((cell) => (draw.chance(0.1) ? latin1(quoted(draw.one(ODD_VALUES))) : cell))
                .join(','),
        )
        .join('\n'),
    ),
  },
];

const inJson = (change: (draw: Draw, text: string, at: number) => string, sign: string) =>
  asText((draw, text) => {
    const places = [...text.matchAll(new RegExp(sign, 'g'))].map((match) => match.index);
    return places.length === 0 ? text : change(draw, text, draw.one(places));
  });
/** `":"value"` behind a key: up to the comma or the end of the object. */
const value = (write: (draw: Draw) => string) =>
  inJson((draw, text, at) => {
    const end = /,"|}/.exec(text.slice(at + 2));
    return `${text.slice(0, at + 2)}${write(draw)}${text.slice(at + 2 + (end?.index ?? 0))}`;
  }, '":');

export const JSON_TEXT: readonly Mutation[] = [
  { name: 'an odd text', of: value((draw) => latin1(JSON.stringify(draw.one(ODD_VALUES)))) },
  {
    name: 'an odd number',
    of: value((draw) =>
      draw.one([
        '1e3',
        '1.10',
        '9007199254740993',
        '-0',
        '0.0',
        '-1',
        '1e999',
        'NaN',
        '-Infinity',
        '01',
        '+1',
        '.5',
        '1.',
        '0x1',
        '18446744073709551616',
        '1E400',
        '123456789012345678901234567890',
        '5.0',
        '3e0',
      ]),
    ),
  },
  {
    name: 'a nested value',
    of: value((draw) =>
      draw.one(['{}', '[]', '{"a":{"b":[1,2]}}', '["all"]', '[["x"]]', '[null]', '{"":""}', 'true', 'false', 'null']),
    ),
  },
  {
    name: 'a deep value',
    of: value((draw) => {
      const deep = draw.one([50, 900, 2000]);
      return `${'['.repeat(deep)}${']'.repeat(deep)}`;
    }),
  },
  {
    name: 'an odd escape',
    of: value((draw) =>
      draw.one([
        '"\\ud800"',
        '"\\udc00x"',
        '"\\u0000"',
        '"\\x"',
        '"a\\',
        '"\\u12"',
        '"\\ud83d\\ude00"',
        '"\\u001e"',
        '"\\u001f"',
        '"\\r\\n"',
        '"\\ufeff"',
        "'x'",
        'undefined',
        'x',
      ]),
    ),
  },
  {
    name: 'a key twice',
    of: inJson((draw, text, at) => {
      const key = /"([^"]*)$/.exec(text.slice(0, at))?.[1] ?? 'a';
      return `${text.slice(0, at + 2)}${draw.one(['null', '"x"', '1'])},"${key}":${text.slice(at + 2)}`;
    }, '":'),
  },
  {
    name: 'a key that is none',
    of: inJson(
      (draw, text, at) =>
        `${text.slice(0, at + 1)}${draw.one(['"constructor":1,', '"__proto__":{"region":"XX"},', '"":1,', '"a.b":1,', '"$.seller_id":"x",', '"Seller_ID":"x",', '1:2,', 'a:1,', `"${'k'.repeat(2000)}":1,`])}${text.slice(at + 1)}`,
      '\\{',
    ),
  },
  { name: 'a trailing comma', of: inJson((_, text, at) => `${text.slice(0, at)},${text.slice(at)}`, '\\}') },
  {
    name: 'a comment',
    of: inJson((draw, text, at) => `${text.slice(0, at)}${draw.one(['/* x */', '// x\n', '#x\n'])}${text.slice(at)}`, '[,{]'),
  },
  { name: 'a comma is gone', of: inJson((_, text, at) => text.slice(0, at) + text.slice(at + 1), '[,:{}]') },
  { name: 'commas behind lines', of: asText((_, text) => text.replaceAll('}\n', '},\n')) },
  {
    name: 'the next object on the same line',
    of: asText((draw, text) => text.replace('}\n', draw.one(['}', '} ', '},', '}\0']))),
  },
  { name: 'another case of keys', of: asText((_, text) => text.replaceAll('"seller_id"', '"SELLER_ID"')) },
  { name: 'wrapped in an object', of: asText((_, text) => `{"data":${text.trim()}}`) },
  { name: 'brackets around lines', of: asText((draw, text) => `[\n${text}${draw.one([']', '', ']\n', ']]', '],'])}`) },
  {
    name: 'one array a line',
    of: asText((_, text) =>
      text
        .split('\n')
        .map((line) => (line.startsWith('{') ? `[${line}]` : line))
        .join('\n'),
    ),
  },
  { name: 'two arrays', of: asText((draw, text) => `${text}${draw.one(['\n', '', ','])}${text}`) },
];
