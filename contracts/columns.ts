/**
 * The column kinds a contract may use. Each returns a zod type that carries, as zod metadata, what the other
 * readers of a contract need: the SQL type, the sentence for the data dictionary, the rule for landed text.
 */
import * as z from 'zod';

export type ColumnKind =
  | 'text' // any non-empty string up to 512 bytes
  | 'moment' // an instant; landed as ISO 8601 with offset, or naive UTC; stored as TIMESTAMP in UTC
  | 'moment_or_day' // as moment; a bare date means the end of that local day
  | 'day' // a calendar date
  | 'choice' // one of a closed list of words
  | 'count' // a whole number >= 0
  | 'money' // a whole number of minor units >= 0
  | 'rating' // a whole number 1..5
  | 'metrics' // a list of metric names, or `all`; stored as `all` or `|late_dispatch|late_delivery|`
  | 'rate' // a double in 0..1, or without an upper bound
  | 'flag'; // true or false

/** The types that every engine and every reader of Parquet has alike. */
export const SQL_TYPES = ['VARCHAR', 'TIMESTAMP', 'DATE', 'BIGINT', 'INTEGER', 'DOUBLE', 'BOOLEAN'] as const;
export type SqlType = (typeof SQL_TYPES)[number];

export interface ColumnMeta extends ValueRules {
  kind: ColumnKind;
  sql: SqlType;
  /** One sentence for the data dictionary; tells when the value is null. */
  description: string;
  choices?: readonly string[];
}

/** What a landed value of a column may be beyond its kind. */
export interface ValueRules {
  /** Names a record: what is no id, or was one before a spreadsheet or a float had it, is refused. */
  is_id?: true;
  /**
   * Text that stands for no value and is read as none, in whatever case; with `zeros` also whatever is but noughts and signs; and text
   * of which a part matches `also`.
   */
  none?: { words: readonly string[]; zeros: boolean; also?: { pattern: string; says: string } };
  /** The number of a consignment; names the column of its carrier. */
  number_of?: 'carrier';
  /** The largest number there can be. */
  at_most?: { value: number; why: string };
  /** The first and the last day there can be, of days and moments. */
  span?: { first: string; last: string; why: string };
  /** A day before (`start`) or after (`end`) the span means that nothing bounds it there: it is read as none. */
  open?: 'start' | 'end';
  /** A moment that cannot lie more than so many days after the day on which it landed. */
  days_after_landing?: { value: number; why: string };
}

export interface Column extends ColumnMeta {
  name: string;
  required: boolean;
}

const meta = <T extends z.ZodType>(
  type: T,
  kind: ColumnKind,
  sql: SqlType,
  description: string,
  rules: ValueRules & { choices?: readonly string[] } = {},
): T => type.meta({ kind, sql, description, ...rules }) as T;

/** What sources write where there is nothing. Spaces around a word, its case, and brackets as in `<NA>` do not matter. */
export const WORDS_FOR_NONE = [
  ...['null', 'none', 'nil', 'nan', 'nat', 'na', 'n/a', 'n.a.', '#n/a', '#ref!', '#value!', '#name?', 'undefined', 'unknown'],
  ...['not available', 'not applicable', 'missing', 'empty', 'blank'],
] as const;
/** What stands where a number is still to come. */
const WORDS_FOR_LATER = ['tbd', 'tba', 'pending', 'no', 'false', 'no tracking', 'untracked', 'not tracked', 'not yet'] as const;

const SPAN = {
  first: '1995-01-01',
  last: '2199-12-31',
  why: 'the first marketplaces opened in 1995; 1970, 0001, 1900 and 9999 are what systems write where they know no date',
};
const MOST_MONEY = {
  value: 10_000_000_000_000,
  why: 'no order is worth a hundred thousand million; and 900,000 orders of that value can still be added up',
};
const MOST_ITEMS = { value: 1_000_000, why: 'no order has more; a larger number is an id or a price in the wrong column' };
const MOST_POINTS = { value: 1_000_000, why: 'no ledger counts so far; a larger number is an id in the wrong column' };
const CLOCK_AHEAD = {
  value: 2,
  why: 'a day for landing days in local time, a day for clocks; a version of the far future would win over all that come',
};

export const text = (description: string) => meta(z.string().min(1).max(512), 'text', 'VARCHAR', description);
/** Sentences of ours, however many. */
export const sentences = (description: string) => meta(z.string().min(1), 'text', 'VARCHAR', description);
export const id = (description: string) => meta(z.string().min(1).max(512), 'text', 'VARCHAR', description, { is_id: true });
/** Text that may be left out, and is taken for left out where the source wrote a word for nothing. */
export const textOrNone = (description: string) =>
  meta(z.string().min(1).max(512), 'text', 'VARCHAR', description, { none: { words: WORDS_FOR_NONE, zeros: false } });
/** An id that may be left out. */
export const idOrNone = (description: string) =>
  meta(z.string().min(1).max(512), 'text', 'VARCHAR', description, {
    is_id: true,
    none: { words: WORDS_FOR_NONE, zeros: false },
  });
/** Spaces, signs, or nothing: what may stand between the parts of a postcode. */
const APART = '[^\\p{L}\\p{N}]*';
const NO_LETTER_FOLLOWS = '($|[^\\p{L}\\p{M}\\p{N}])';
/**
 * What leads to a street or a house: postcodes as they are written in full, alone or within an address. Nothing so fine is kept of where
 * an order went. Matches a part of a text, in the regular expressions of DuckDB, Trino and JavaScript (flag u) alike.
 */
export const FULL_POSTCODE = {
  pattern: [
    '(\\D*\\d){5}', // five digits or more
    `[A-Z]\\d[A-Z\\d]?${APART}\\d[A-Z]{2}|GIR${APART}0AA`, // Britain
    `[A-Z]\\d[A-Z]${APART}\\d[A-Z]\\d`, // Canada
    `([AC-FHKNPRTV-Y]\\d{2}|D6W)${APART}[\\dAC-FHKNPRTV-Y]{4}${NO_LETTER_FOLLOWS}`, // Ireland
    // The Netherlands; Argentina, whose three letters stand for a block of houses
    `\\d{4}${APART}[A-Z]{2}${NO_LETTER_FOLLOWS}|[A-Z]\\d{4}${APART}[A-Z]{3}${NO_LETTER_FOLLOWS}`,
  ].join('|'),
  says:
    'So is what has a postcode written in full, alone or among other words: one of five digits or more, or like SW1A 1AA, K1A 0B1, D02 AF30, C1425CLA or 1012 AB.' +
    ' Four digits and two letters are read so in every country: of `8001 ZH` write `8001` or `ZH`.',
};
/** A part of a country, as coarse as a postcode area. why na is none of the words for none: it is Naples, too. */
export const coarseArea = (description: string) =>
  meta(z.string().min(1).max(512), 'text', 'VARCHAR', description, {
    none: { words: WORDS_FOR_NONE.filter((word) => word !== 'na'), zeros: false, also: FULL_POSTCODE },
  });
export const trackingNumber = (description: string) =>
  meta(z.string().min(1).max(512), 'text', 'VARCHAR', description, {
    none: { words: [...WORDS_FOR_NONE, ...WORDS_FOR_LATER], zeros: true },
    number_of: 'carrier',
  });
export const moment = (description: string) => meta(z.date(), 'moment', 'TIMESTAMP', description, { span: SPAN });
/** When a version was made. */
export const versionMoment = (description: string) =>
  meta(z.date(), 'moment', 'TIMESTAMP', description, { span: SPAN, days_after_landing: CLOCK_AHEAD });
export const momentOrDay = (description: string) => meta(z.date(), 'moment_or_day', 'TIMESTAMP', description, { span: SPAN });
export const day = (description: string, open?: 'start' | 'end') =>
  meta(z.iso.date(), 'day', 'DATE', description, { span: SPAN, ...(open ? { open } : {}) });
export const count = (description: string) => meta(z.number().int().min(0), 'count', 'BIGINT', description);
/** How many items an order has. */
export const items = (description: string) =>
  meta(z.number().int().min(0), 'count', 'BIGINT', description, { at_most: MOST_ITEMS });
/** Points that a violation gives. */
export const points = (description: string) =>
  meta(z.number().int().min(0), 'count', 'BIGINT', description, { at_most: MOST_POINTS });
export const small = (description: string) => meta(z.number().int(), 'count', 'INTEGER', description);
export const money = (description: string) => meta(z.number().int().min(0), 'money', 'BIGINT', description);
/** What one order is worth. */
export const orderValue = (description: string) =>
  meta(z.number().int().min(0), 'money', 'BIGINT', description, { at_most: MOST_MONEY });
export const rating = (description: string) => meta(z.number().int().min(1).max(5), 'rating', 'INTEGER', description);
export const rate = (description: string) => meta(z.number().min(0).max(1), 'rate', 'DOUBLE', description);
export const quantity = (description: string) => meta(z.number().min(0), 'rate', 'DOUBLE', description);
export const difference = (description: string) => meta(z.number(), 'rate', 'DOUBLE', description);
export const flag = (description: string) => meta(z.boolean(), 'flag', 'BOOLEAN', description);
export const metrics = (description: string) => meta(z.string().min(1), 'metrics', 'VARCHAR', description);
export const oneOf = <const T extends readonly [string, ...string[]]>(choices: T, description: string) =>
  meta(z.enum(choices), 'choice', 'VARCHAR', description, { choices });

/** Columns of a row schema, in order. Throws when a column was not made with one of the kinds above. */
export function columnsOf(row: z.ZodObject): Column[] {
  return Object.entries(row.shape).map(([name, type]) => {
    const optional = type instanceof z.ZodOptional || type instanceof z.ZodNullable;
    const inner = (optional ? (type as z.ZodOptional).unwrap() : type) as z.ZodType;
    const found = inner.meta() as ColumnMeta | undefined;
    if (!found?.kind) throw new Error(`contracts: column ${name} carries no kind; make it with a helper of contracts/columns.ts`);
    return { name, required: !optional, ...found };
  });
}
