import type { Column } from '../../contracts/columns.js';
import { LANDING } from '../../contracts/landing/index.js';
import { METRIC_KEYS } from '../../metrics/index.js';
import { type Day, day as dayNumber, dayOf, endOfLocalDay, type Micros, momentOf } from './time.js';

/** One landed version of a record. `dt` is the day it landed. */
interface Version {
  dt: Day;
  updated_at: Micros;
}

export interface Order extends Version {
  seller_id: string;
  order_id: string;
  region: string;
  buyer_id: string | null;
  category: string | null;
  fulfilment: 'seller' | 'platform';
  placed_at: Micros;
  ship_by: Micros | null;
  /** A bare date has become the last microsecond of that local day. */
  deliver_by: Micros | null;
  confirmed_at: Micros | null;
  first_scan_at: Micros | null;
  delivered_at: Micros | null;
  cancelled_at: Micros | null;
  cancelled_by: 'buyer' | 'seller' | 'system' | 'platform' | 'unknown' | null;
  carrier: string | null;
  tracking_number: string | null;
  destination_area: string | null;
  items: number | null;
  gmv_minor: number;
  currency: string;
}

export interface Seller extends Version {
  seller_id: string;
  home_region: string | null;
  joined_on: Day | null;
}

export interface Review extends Version {
  review_id: string;
  seller_id: string;
  order_id: string;
  rating: number;
  about: 'product' | 'logistics' | 'service' | 'unknown' | null;
  created_at: Micros;
}

export interface Return extends Version {
  return_id: string;
  seller_id: string;
  order_id: string;
  requested_at: Micros;
  refunded_at: Micros | null;
  responsible: string;
}

export interface Case extends Version {
  case_id: string;
  seller_id: string;
  order_id: string;
  kind: string;
  opened_at: Micros;
  closed_at: Micros | null;
  outcome: string | null;
  resolved_by: string | null;
}

export interface Conversation extends Version {
  conversation_id: string;
  seller_id: string;
  region: string;
  order_id: string | null;
  opened_by: string;
  opened_at: Micros;
  first_reply_at: Micros | null;
  kind: string;
  satisfaction: number | null;
}

/** An outcome that the business measured itself. */
export interface LandedOutcome extends Version {
  seller_id: string;
  subject_id: string;
  region: string;
  metric: string;
  cohort_day: Day;
  outcome: 'met' | 'fault' | 'excluded';
  reason: string | null;
  evidence: string | null;
}

export interface Exemption extends Version {
  exemption_id: string;
  /** Metric names, or `all`. */
  metrics: readonly string[];
  seller_id: string | null;
  order_id: string | null;
  region: string | null;
  carrier: string | null;
  valid_from: Day | null;
  valid_to: Day | null;
  reason: string;
}

/** Something that the marketplace found against a seller. */
export interface Violation extends Version {
  violation_id: string;
  seller_id: string;
  region: string;
  rule: string;
  severity: string | null;
  points: number | null;
  issued_at: Micros;
  /** A bare date has become the last microsecond of that local day. */
  expires_at: Micros | null;
  status: 'active' | 'withdrawn';
}

export interface Records {
  orders: Order[];
  reviews: Review[];
  returns: Return[];
  cases: Case[];
  conversations: Conversation[];
  exemptions: Exemption[];
  outcomes: LandedOutcome[];
  sellers: Version[];
  violations: Violation[];
  /** What persons say of changes of tier: no order is judged by it. */
  decisions: Version[];
  appeals: Version[];
  /** Who wants to sell, and who looked at them: onboarding alone looks at it. */
  applications: Version[];
  verifications: Version[];
  /** What accounts have in common, and what was done against them: leads alone look at it. */
  identifiers: Version[];
  enforcement_actions: Version[];
}

export const noRecords = (): Records => ({
  orders: [],
  reviews: [],
  returns: [],
  cases: [],
  conversations: [],
  exemptions: [],
  outcomes: [],
  sellers: [],
  violations: [],
  decisions: [],
  appeals: [],
  applications: [],
  verifications: [],
  identifiers: [],
  enforcement_actions: [],
});

/** A moment or a day that a Parquet file carries as such, not as text. */
export class TypedMoment {
  constructor(readonly micros: Micros) {}
}
export class TypedDay {
  constructor(readonly days: Day) {}
}

const BAD = Symbol('bad');
type Read = string | number | readonly string[] | TypedDay | null | typeof BAD;

const whole = (value: unknown, least: number, most: number): number | typeof BAD => {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : Number(value as number | bigint);
  const numeric = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string';
  return numeric && Number.isSafeInteger(number) && number >= least && number <= most ? number : BAD;
};

/** A float may not be what was written; a whole number is, as far as a float counts without gaps. */
const asText = (value: unknown): string | undefined => {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : undefined;
  return typeof value === 'string' ? value : undefined;
};

const NOTHING = new Set(
  `null none nil nan nat na n/a n.a. #n/a #ref! #value! #name? undefined unknown missing empty blank`
    .split(' ')
    .concat('not available', 'not applicable'),
);
const NOT_YET = new Set(
  'tbd tba pending no false untracked'
    .split(' ')
    .concat('no tracking', 'not tracked', 'not yet')
    .concat([...NOTHING]),
);
const NO_AREA = new Set([...NOTHING].filter((word) => word !== 'na'));
/**
 * Postcodes in full, sign by sign: A is a letter, 9 a digit, I and E what an Irish one begins and ends with, a space whatever parts words
 * or nothing; at a dot the word ends; all else stands for itself.
 */
const IN_FULL = [
  ...['A9 9AA', 'A99 9AA', 'A9A 9AA', 'gir 0aa', 'A9A 9A9'],
  ...['I99 EEEE.', 'd6w EEEE.', '9999 AA.', 'A9999 AAA.'],
];
const oneOf =
  (signs: string) =>
  (sign: string): boolean =>
    sign !== '' && signs.includes(sign.toLowerCase());
const KINDS: Readonly<Record<string, (sign: string) => boolean>> = {
  A: oneOf('abcdefghijklmnopqrstuvwxyz'),
  9: oneOf('0123456789'),
  I: oneOf('acdefhknprtvwxy'),
  E: oneOf('0123456789acdefhknprtvwxy'),
  '.': (sign) => !/[\p{L}\p{M}\p{N}]/u.test(sign),
};

function startsWith(signs: readonly string[], at: number, form: string): boolean {
  let next = at;
  for (const asked of form) {
    if (asked === ' ') {
      while (/[^\p{L}\p{N}]/u.test(signs[next] ?? '')) next += 1;
      continue;
    }
    if (!(KINDS[asked] ?? oneOf(asked))(signs[next] ?? '')) return false;
    next += 1;
  }
  return true;
}

/** Of five digits or more, or with a postcode in full anywhere. */
const leadsToADoor = (text: string): boolean => {
  const signs = [...text];
  return signs.filter(KINDS[9]!).length >= 5 || signs.some((_, at) => IN_FULL.some((form) => startsWith(signs, at, form)));
};
const SPACES = '[\\s\\p{Z}\\p{Cf}]';
const AROUND = new RegExp(`^${SPACES}+|${SPACES}+$`, 'gu');
const SIGNS_ONLY = /^[\s\p{Z}\p{Cf}\p{P}]*$/u;

/** Whether a text says that there is nothing. */
function saysNothing(text: string, words: ReadonlySet<string>): boolean {
  if (SIGNS_ONLY.test(text)) return true;
  const bare = text.replace(AROUND, '').toLowerCase();
  return words.has(bare) || words.has(bare.replace(/^[<([]/, '').replace(/[>)\]]$/, ''));
}

/** Read as if the source had left them out. */
const MAY_SAY_NOTHING: Readonly<Record<string, readonly string[]>> = {
  orders: ['buyer_id', 'category', 'carrier', 'tracking_number', 'destination_area'],
  conversations: ['order_id'],
  violations: ['listing_id'],
  sellers: ['email', 'locale'],
  applications: ['seller_id', 'region', 'country', 'channel', 'reject_code'],
  verifications: ['applicant_id', 'seller_id', 'reason', 'document_hash', 'reviewer_id'],
};

function isLeftOut(dataset: string, column: string, value: unknown): boolean {
  const text = asText(value);
  if (text === undefined || !MAY_SAY_NOTHING[dataset]?.includes(column)) return false;
  if (column === 'destination_area') return saysNothing(text, NO_AREA) || leadsToADoor(text);
  if (column !== 'tracking_number') return saysNothing(text, NOTHING);
  return saysNothing(text, NOT_YET) || saysNothing(text.replaceAll('0', ''), NOT_YET);
}

const IDS =
  /^(seller|order|review|return|case|conversation|exemption|subject|violation|listing|action|applicant|verification|reviewer)_id$|^(value|document)_hash$/;

/** An id that names nothing, has something around it, or is not what it was. */
const isNoId = (text: string): boolean =>
  saysNothing(text, NOTHING) ||
  text.replace(AROUND, '') !== text ||
  /^-?\d+([.,]\d+[eE][+-]?|[eE][+-])\d+$/.test(text) ||
  /^-?\d+\.0+$/.test(text) ||
  text.normalize('NFC') !== text;

const FIRST = dayNumber('1995-01-01');
const LAST = dayNumber('2199-12-31');
const MINUTE = 60_000_000;
const A_DAY = 24 * 60 * MINUTE;

/** Later moment, earlier moment, and by how much the order of the two may be wrong. */
const COMES_AFTER: Readonly<Record<string, readonly (readonly [string, string, Micros])[]>> = {
  orders: [['cancelled_at', 'placed_at', A_DAY]],
  conversations: [['first_reply_at', 'opened_at', MINUTE]],
  cases: [['closed_at', 'opened_at', MINUTE]],
  returns: [['refunded_at', 'requested_at', A_DAY]],
};

/** Moments of orders that are as good as not known where they lie by so much before the order was placed. */
const UNKNOWN_BEFORE: readonly (readonly [string, Micros])[] = [
  ['ship_by', A_DAY],
  ['deliver_by', A_DAY],
  ['delivered_at', MINUTE],
  ['first_scan_at', 180 * A_DAY],
  ['confirmed_at', A_DAY],
];

/** Takes out of an order what cannot have come about as it says. */
function forgetImpossible(order: Record<string, unknown>): void {
  for (const [moment, wrong] of UNKNOWN_BEFORE) {
    const at = order[moment] as Micros | null | undefined;
    if (at != null && at + wrong < (order.placed_at as Micros)) order[moment] = null;
  }
}

/** Whether the moments of a record can have come about as they say. */
const canBe = (dataset: string, record: Record<string, unknown>, dt: Day): boolean =>
  (record.updated_at as Micros) < (dt + 3) * A_DAY &&
  (COMES_AFTER[dataset] ?? []).every(([later, earlier, wrong]) => {
    const at = record[later] as Micros | null;
    return at === null || at + wrong >= (record[earlier] as Micros);
  });

/** Moments are kept to the millisecond, finer digits cut off: see docs/data-dictionary.md. */
function asMoment(value: unknown): Micros | typeof BAD {
  const moment = value instanceof TypedMoment ? value.micros : typeof value === 'string' ? momentOf(value) : undefined;
  if (moment === undefined || moment < FIRST * A_DAY || moment >= (LAST + 1) * A_DAY) return BAD;
  return Math.floor(moment / 1000) * 1000;
}

const asDay = (value: unknown): Day | typeof BAD =>
  value instanceof TypedDay ? value.days : ((typeof value === 'string' ? dayOf(value) : undefined) ?? BAD);

/** A day within the years there are; beyond them an exemption is open at that end. */
function boundedDay(column: string, value: unknown): Day | null | typeof BAD {
  const day = asDay(value);
  if (day === BAD || (day >= FIRST && day <= LAST)) return day;
  if (column === 'valid_from' && day < FIRST) return null;
  return (column === 'valid_to' || column === 'valid_until') && day > LAST ? null : BAD;
}

/** A JSON list, or text such as `["late_dispatch"]`, `|late_dispatch|late_delivery|` or `all`. */
function asMetrics(value: unknown, own: readonly string[]): readonly string[] | typeof BAD {
  const names = Array.isArray(value) ? value.map(String) : String(value).split(/[^a-z0-9_]+/);
  const named = names.filter((name) => name !== '');
  return named.length > 0 && named.every((name) => ['all', ...METRIC_KEYS, ...own].includes(name)) ? named : BAD;
}

function read(column: Column, value: unknown, own: readonly string[]): Read {
  if (value === null || value === undefined || value === '') return column.required ? BAD : null;
  switch (column.kind) {
    case 'text': {
      const text = asText(value);
      if (text === undefined || (IDS.test(column.name) && isNoId(text))) return BAD;
      return text.length < 128 || Buffer.byteLength(text) <= 512 ? text : BAD;
    }
    case 'moment':
      return asMoment(value);
    case 'moment_or_day': {
      const day = asDay(value);
      return day === BAD ? asMoment(value) : new TypedDay(day);
    }
    case 'day':
      return boundedDay(column.name, value);
    case 'choice':
      return typeof value === 'string' && column.choices!.includes(value) ? value : BAD;
    case 'count':
      return whole(value, 0, column.name === 'items' || column.name === 'points' ? 1_000_000 : Number.MAX_SAFE_INTEGER);
    case 'money':
      return whole(value, 0, 10_000_000_000_000);
    case 'rating':
      return whole(value, 1, 5);
    case 'metrics':
      return asMetrics(value, own);
    default:
      throw new Error(`${column.name}: no landed dataset has a column of kind ${column.kind}`);
  }
}

/** Columns that no rule looks at: checked like the others, then dropped. */
const UNJUDGED = new Set(['cancel_reason']);

const OF_A_REGION = new Set(['orders', 'conversations', 'outcomes', 'violations']);
const REPEATED = new Set(['seller_id', 'order_id', 'region', 'carrier']);
const texts = new Map<string, string>();

/** One copy of each id, however many versions repeat it. */
function shared(column: Column, value: Read): Read {
  if (typeof value !== 'string') return value;
  if (column.choices) return column.choices[column.choices.indexOf(value)]!;
  if (!REPEATED.has(column.name)) return value;
  const known = texts.get(value);
  if (known === undefined) texts.set(value, value);
  return known ?? value;
}

/**
 * One landed row as a record, or undefined when the contract refuses it: a required value missing, a value of the wrong
 * type or outside its choices, or a region that is not in `zones`.
 * @param row values by column: text as in JSON and CSV, or TypedMoment and TypedDay from Parquet
 * @param zones time zone by region code
 * @param own the business's own metrics, which an exemption may name like the built-in ones
 */
export function toRecord(
  dataset: string,
  row: Record<string, unknown>,
  dt: Day,
  zones: ReadonlyMap<string, string>,
  own: readonly string[] = [],
) {
  const record: Record<string, unknown> = { dt };
  for (const column of LANDING[dataset]!.columns) {
    const given = row[column.name];
    const value = isLeftOut(dataset, column.name, given) ? null : read(column, given, own);
    if (value === BAD) return undefined;
    if (!UNJUDGED.has(column.name)) record[column.name] = shared(column, value);
  }
  if (OF_A_REGION.has(dataset)) {
    const zone = zones.get(record.region as string);
    if (zone === undefined) return undefined;
    for (const column of ['deliver_by', 'expires_at'])
      if (record[column] instanceof TypedDay) record[column] = endOfLocalDay(zone, (record[column] as TypedDay).days);
  }
  // Of an application the region may be unknown.
  if (dataset === 'applications' && record.region !== null && !zones.has(record.region as string)) return undefined;
  if (!canBe(dataset, record, dt)) return undefined;
  if (dataset === 'orders') forgetImpossible(record);
  return record;
}

/** Adds a landed row to the records; false when the contract refuses it. */
export function addRow(
  records: Records,
  dataset: string,
  row: Record<string, unknown>,
  dt: Day,
  zones: ReadonlyMap<string, string>,
  own: readonly string[] = [],
): boolean {
  const record = toRecord(dataset, row, dt, zones, own);
  if (record) (records[dataset as keyof Records] as unknown[]).push(record);
  return record !== undefined;
}
