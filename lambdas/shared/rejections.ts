/** Why rows of a dataset were rejected: the commonest reasons from the receipts, and rows of each as examples from quarantine. */
import { LANDING } from '../../contracts/landing/index.js';
import type { AcceptedFile } from '../../contracts/run/inputs.js';
import { quarantineKey, receiptKey } from '../../contracts/run/keys.js';
import type { RejectedRow, Rejections } from '../../contracts/run/quality-report.js';
import type { Receipt } from '../../contracts/run/receipt.js';
import { inTurns } from './in-turns.js';
import { type ObjectStore, readJson } from './object-store.js';

/** why 100: receipts are read for minutes of a person's work, not for a statistic; the newest say what is wrong now. */
const FILES = 100;
const AT_ONCE = 16;
/** why 5 and 3: who mends the five commonest reasons sees the others on the next night; three rows show a pattern. */
const REASONS = 5;
const EXAMPLES = 3;
/** why 10: commonest reasons are in the first files; each is read whole. */
const EXAMPLE_FILES = 10;
/** why 20,000: a larger file of quarantine would take memory that the task has not. */
const MOST_ROWS = 20_000;
const LONGEST = 200;
const LONGEST_KEY = 60;

export type Rejecting = Pick<AcceptedFile, 'dataset' | 'dt' | 'file_id' | 'quarantined'>;

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

/** @param inputs files of one dataset; each content counts once */
export async function rejectionsOf(store: ObjectStore, dataset: string, inputs: readonly Rejecting[]): Promise<Rejections> {
  const all = [...new Map(inputs.map((file) => [file.file_id, file])).values()]
    .filter(({ quarantined }) => quarantined > 0)
    .sort((a, b) => (a.dt === b.dt ? (a.file_id < b.file_id ? -1 : 1) : a.dt < b.dt ? 1 : -1));
  const files = all.slice(0, FILES);
  const receipts = await inTurns(files, AT_ONCE, ({ dt, file_id }) => readJson<Receipt>(store, receiptKey(dataset, dt, file_id)));
  const counts = new Map<string, number>();
  for (const receipt of receipts)
    for (const [reason, rows] of Object.entries(receipt?.reasons ?? {})) counts.set(reason, (counts.get(reason) ?? 0) + rows);
  const commonest = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, REASONS);
  const examples = await examplesOf(
    store,
    dataset,
    files,
    commonest.map(([reason]) => reason),
  );
  return {
    reasons: commonest.map(([reason, rows]) => ({ reason: cut(reason, LONGEST), rows, examples: examples.get(reason) ?? [] })),
    more: counts.size - commonest.length,
    files: { read: files.length, all: all.length },
  };
}

/**
 * A receipt counts reasons without the values that were found: `items: is not …` stands for `items: 0.5 is not …`, and where two are
 * named, what is left of both.
 */
export function isReason(counted: string, found: string): boolean {
  if (counted === found) return true;
  const at = counted.indexOf(': ') + 1;
  if (at === 0 || !found.startsWith(counted.slice(0, at))) return false;
  const rest = counted.slice(at);
  return found.endsWith(rest) || leavesOut(found.slice(at), rest);
}

/** Whether `less` is `text` without a beginning and without some words between. */
function leavesOut(text: string, less: string): boolean {
  const words = less.split(' ');
  return words.some((_, n) => {
    const [first, last] = [words.slice(0, n).join(' '), words.slice(n).join(' ')];
    return n > 0 && text.endsWith(` ${last}`) && text.slice(0, -last.length).includes(`${first} `);
  });
}

async function examplesOf(
  store: ObjectStore,
  dataset: string,
  files: readonly Rejecting[],
  reasons: readonly string[],
): Promise<Map<string, RejectedRow[]>> {
  const found = new Map<string, RejectedRow[]>(reasons.map((reason) => [reason, []]));
  const missing = (): boolean => [...found.values()].some((rows) => rows.length < EXAMPLES);
  for (const { dt, file_id } of files.filter(({ quarantined }) => quarantined <= MOST_ROWS).slice(0, EXAMPLE_FILES)) {
    if (!missing()) break;
    // Rows of quarantine expire before receipts do.
    const object = await store.read(quarantineKey(dataset, dt, file_id));
    for (const row of rowsIn(object?.body.toString('utf8') ?? '')) {
      for (const reason of row.reasons) {
        const rows = found.get(reasons.find((counted) => isReason(counted, reason)) ?? '');
        if (!rows || rows.length >= EXAMPLES) continue;
        const key = keyOf(dataset, row.raw);
        rows.push({ file: row.file, line: row.line, ...(key ? { key } : {}), reason: cut(reason, LONGEST) });
      }
    }
  }
  return found;
}

interface Rejected {
  file: string;
  line: number;
  raw: string | null;
  reasons: string[];
}

/** Rows of a file of quarantine. A line that is damaged is passed over: these are examples, and none is worth a night. */
function rowsIn(text: string): Rejected[] {
  return text.split('\n').flatMap((line) => {
    try {
      const row = JSON.parse(line) as Rejected | null;
      return row && Array.isArray(row.reasons) ? [row] : [];
    } catch {
      return [];
    }
  });
}

/** The key of a row that landed as JSON: `order_id o-1`. Nothing of a row that cannot be read, nor of other formats. */
function keyOf(dataset: string, raw: string | null): string | undefined {
  let row: unknown;
  try {
    row = JSON.parse(raw ?? '');
  } catch {
    return undefined;
  }
  if (typeof row !== 'object' || row === null) return undefined;
  const values = new Map(Object.entries(row));
  const named = LANDING[dataset]!.key.filter((column) => ['string', 'number'].includes(typeof values.get(column)));
  return named.map((column) => `${column} ${cut(String(values.get(column)), LONGEST_KEY)}`).join(', ') || undefined;
}
