import type { Column } from '../../contracts/columns.js';
import { LANDING } from '../../contracts/landing/index.js';
import { METRIC_KEYS } from '../../metrics/index.js';
import { type Day, dayOf, endOfLocalDay, type Micros, momentOf } from './time.js';

/** One landed version of a record. `dt` is the day it landed. */
interface Version {
  dt: Day;
  updated_at: Micros;
}

export interface Order extends Version {
  seller_id: string;
  order_id: string;
  region: string;
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
  items: number | null;
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

export interface Records {
  orders: Order[];
  reviews: Review[];
  returns: Return[];
  cases: Case[];
  conversations: Conversation[];
  exemptions: Exemption[];
  outcomes: LandedOutcome[];
  sellers: Version[];
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

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;

/** Moments are kept to the millisecond, finer digits cut off: see docs/data-dictionary.md. */
function asMoment(value: unknown): Micros | typeof BAD {
  const moment = value instanceof TypedMoment ? value.micros : typeof value === 'string' ? momentOf(value) : undefined;
  return moment === undefined ? BAD : Math.floor(moment / 1000) * 1000;
}

const asDay = (value: unknown): Day | typeof BAD =>
  value instanceof TypedDay ? value.days : ((typeof value === 'string' ? dayOf(value) : undefined) ?? BAD);

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
      return text !== undefined && (text.length < 128 || Buffer.byteLength(text) <= 512) ? text : BAD;
    }
    case 'moment':
      return asMoment(value);
    case 'moment_or_day': {
      const day = asDay(value);
      return day === BAD ? asMoment(value) : new TypedDay(day);
    }
    case 'day':
      return asDay(value);
    case 'choice':
      return typeof value === 'string' && column.choices!.includes(value) ? value : BAD;
    case 'count':
    case 'money':
      return whole(value, 0, Number.MAX_SAFE_INTEGER);
    case 'rating':
      return whole(value, 1, 5);
    case 'metrics':
      return asMetrics(value, own);
    default:
      throw new Error(`${column.name}: no landed dataset has a column of kind ${column.kind}`);
  }
}

/** Columns that no rule looks at: checked like the others, then dropped. */
const UNJUDGED = new Set('buyer_id category cancel_reason destination_area gmv_minor currency'.split(' '));

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
    const value = read(column, row[column.name], own);
    if (value === BAD) return undefined;
    if (!UNJUDGED.has(column.name)) record[column.name] = shared(column, value);
  }
  if (dataset === 'orders' || dataset === 'conversations' || dataset === 'outcomes') {
    const zone = zones.get(record.region as string);
    if (zone === undefined) return undefined;
    if (record.deliver_by instanceof TypedDay) record.deliver_by = endOfLocalDay(zone, record.deliver_by.days);
  }
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
