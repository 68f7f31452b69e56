import type { Review } from './records.js';
import type { Day, Micros } from './time.js';

interface Versioned {
  dt: Day;
  updated_at: Micros;
}

/** What no outcome rests on does not say which of two versions is the record. */
const APART = new Set(['gmv_minor', 'currency', 'destination_area']);
const valuesOf = (row: object): [string, unknown][] => Object.entries(row).filter(([name]) => !APART.has(name));

/** Text that two versions share only if they say the same, so that the order of files never decides. */
const canonical = (row: object): string => JSON.stringify(valuesOf(row).sort(([a], [b]) => (a < b ? -1 : 1)));

/** How much a version knows of what is judged, the weightier first: how many moments, how many other values, and when the last moment was. */
function knowledge(row: object): [number, number, Micros] {
  const known = valuesOf(row).filter(([name, value]) => name !== 'buyer_id' && value !== null && value !== undefined);
  const moments = known.filter(([name]) => name.endsWith('_at') && name !== 'updated_at').map(([, at]) => at as Micros);
  return [moments.length, known.length - moments.length, Math.max(0, ...moments)];
}

/** Above zero where `a` knows more than `b`. */
function knowsMore(a: object, b: object): number {
  const [more, less] = [knowledge(a), knowledge(b)];
  const at = more.findIndex((part, n) => part !== less[n]);
  return at < 0 ? 0 : more[at]! - less[at]!;
}

/** Whether `a` replaces `b`: made later; of two made at once, the one that knows more, then the one landed later. */
function newer(a: Versioned, b: Versioned): boolean {
  if (a.updated_at !== b.updated_at) return a.updated_at > b.updated_at;
  const more = knowsMore(a, b);
  if (more !== 0) return more > 0;
  if (a.dt !== b.dt) return a.dt > b.dt;
  return canonical(a) > canonical(b);
}

/** The newest version of each record among those landed by D. */
export function newest<T extends Versioned>(rows: readonly T[], D: Day, key: (row: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  for (const row of rows) {
    if (row.dt > D) continue;
    const name = key(row);
    const rival = found.get(name);
    if (!rival || newer(row, rival)) found.set(name, row);
  }
  return found;
}

/** Whether `a` landed before `b`; of two landed on one day, the one made earlier; of two made at once, the one that knows more. */
function landedFirst(a: Versioned, b: Versioned): boolean {
  if (a.dt !== b.dt) return a.dt < b.dt;
  if (a.updated_at !== b.updated_at) return a.updated_at < b.updated_at;
  return knowsMore(a, b) > 0 || (knowsMore(a, b) === 0 && canonical(a) > canonical(b));
}

/**
 * The first review of each order as it first landed: of every review the version that landed first; of an order's
 * reviews the one written first, then the smallest review_id.
 */
export function firstReviews(rows: readonly Review[], D: Day): Map<string, Review> {
  const asLanded = new Map<string, Review>();
  for (const row of rows) {
    if (row.dt > D) continue;
    const rival = asLanded.get(row.review_id);
    if (!rival || landedFirst(row, rival)) asLanded.set(row.review_id, row);
  }
  const found = new Map<string, Review>();
  for (const row of asLanded.values()) {
    const order = `${row.seller_id}\n${row.order_id}`;
    const rival = found.get(order);
    const earlier =
      !rival || row.created_at < rival.created_at || (row.created_at === rival.created_at && row.review_id < rival.review_id);
    if (earlier) found.set(order, row);
  }
  return found;
}
