/** Which of two versions made at the same moment counts: the one that knows more. */
import type { Column } from '../contracts/columns.js';
import { LANDING } from '../contracts/landing/index.js';
import { ORDER_COLUMNS } from './order-ledger.js';

/** Something that came about, not something that was promised. */
const isMoment = ({ name }: Column): boolean => name.endsWith('_at');

/**
 * What may be unknown of a record. Of orders only what the ledger keeps, so that a version judged before weighs the same; and not
 * where it went, on which no outcome rests.
 */
function optionalOf(dataset: string): Column[] {
  const optional = LANDING[dataset]!.columns.filter((column) => !column.required);
  if (dataset !== 'orders') return optional;
  const kept: readonly string[] = ORDER_COLUMNS;
  return optional.filter(({ name }) => (kept.includes(name) && name !== 'destination_area') || name === 'tracking_number');
}

/** Of orders the ledger keeps whether there is a number. */
const isKnown = (dataset: string, { name }: Column): string =>
  dataset === 'orders' && name === 'tracking_number' ? 'has_tracking' : `${name} IS NOT NULL`;

/**
 * Orders versions of one record, the one that knows most first: by moments that are known, then by other values, then by the last moment.
 * A moment weighs 100, more than there are columns, so that one sum compares the first two.
 */
export function knowledgeFirst(dataset: string): string {
  const weights = optionalOf(dataset).map(
    (column) => `CASE WHEN ${isKnown(dataset, column)} THEN ${isMoment(column) ? 100 : 1} ELSE 0 END`,
  );
  const moments = LANDING[dataset]!.columns.filter((column) => isMoment(column) && column.name !== 'updated_at').map((column) =>
    column.required ? column.name : `coalesce(${column.name}, TIMESTAMP '1970-01-01 00:00:00')`,
  );
  const last = moments.length > 1 ? `greatest(${moments.join(', ')})` : moments.join('');
  return [weights.join(' + '), last]
    .filter((key) => key !== '')
    .map((key) => `${key} DESC`)
    .join(', ');
}

/** The datasets of versions, with the columns that name a record, as one text and as columns. */
export const VERSIONED = Object.values(LANDING).map(({ dataset, key }) => ({
  dataset,
  key: key.join(', '),
  record: key.join(" || ' ' || "),
}));
