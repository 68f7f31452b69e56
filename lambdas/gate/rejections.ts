/** Why rows of a dataset were rejected: the commonest reasons, and one row of each as an example. */
import type { AcceptedFile } from '../../contracts/run/inputs.js';
import { quarantineKey, receiptKey } from '../../contracts/run/keys.js';
import type { Receipt } from '../../contracts/run/receipt.js';
import type { Policies } from '../../policies/policy.js';
import { formatFor } from '../../wording/format.js';
import { type ObjectStore, readJson } from '../shared/object-store.js';

/** why 40: a receipt is read for each, and the files that reject most tell the reasons. */
const FILES = 40;
/** why 3: who mends the commonest reasons sees the others the next night. */
const SHOWN = 3;
/** why 20,000: a file of quarantine is read whole to find its examples; larger ones would take memory that the gate has not. */
const MOST_ROWS = 20_000;
/** why 5: examples of the commonest reasons are in the files that reject most. */
const EXAMPLE_FILES = 5;
/** why 200: some reasons quote the value that they found. */
const LONGEST = 200;

const format = formatFor('en-GB');

type Rejecting = Pick<AcceptedFile, 'dataset' | 'dt' | 'file_id' | 'quarantined'>;
interface Rejected {
  file: string;
  line: number;
  reasons: string[];
}

/** @param before regions of the last published run, so that one which is gone from regions.yaml is told from a code that never was one */
export async function rejectionsOf(
  store: ObjectStore,
  files: readonly Rejecting[],
  regions: { now: Policies['regions']; before: Policies['regions'] },
): Promise<string[]> {
  const most = [...new Map(files.map((file) => [file.file_id, file])).values()]
    .filter(({ quarantined }) => quarantined > 0)
    .sort((a, b) => b.quarantined - a.quarantined || (a.file_id < b.file_id ? -1 : 1))
    .slice(0, FILES);
  const counts = new Map<string, number>();
  for (const { dataset, dt, file_id } of most) {
    const receipt = await readJson<Receipt>(store, receiptKey(dataset, dt, file_id));
    for (const [reason, rows] of Object.entries(receipt?.reasons ?? {})) counts.set(reason, (counts.get(reason) ?? 0) + rows);
  }
  const commonest = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, SHOWN);
  const rejected = await rowsOf(store, most);
  return [
    ...commonest.map(([reason, rows]) => {
      const row = rejected.find(({ reasons }) => reasons.some((full) => isKind(full, reason)));
      const says = row?.reasons.find((full) => isKind(full, reason)) ?? reason;
      const place = row ? ` (such as ${row.file}, line ${row.line})` : '';
      return `${format.many(rows, 'row')}: ${says.slice(0, LONGEST)}${place}`;
    }),
    ...(counts.size > SHOWN ? [`and ${format.many(counts.size - SHOWN, 'other reason')}`] : []),
    ...lostRegions(rejected, regions),
  ];
}

/** Whether a row's reason is of a kind: receipts leave out the value that was found, between the column and what is wrong with it. */
function isKind(full: string, kind: string): boolean {
  const at = kind.indexOf(': ') + 2;
  return full === kind || (full.startsWith(kind.slice(0, at)) && full.endsWith(kind.slice(at)));
}

/** Rejected rows of the files that reject most. */
async function rowsOf(store: ObjectStore, files: readonly Rejecting[]): Promise<Rejected[]> {
  const rows: Rejected[] = [];
  for (const { dataset, dt, file_id } of files.filter(({ quarantined }) => quarantined <= MOST_ROWS).slice(0, EXAMPLE_FILES)) {
    const object = await store.read(quarantineKey(dataset, dt, file_id));
    for (const line of object?.body.toString('utf8').split('\n').filter(Boolean) ?? []) {
      const { file, line: number, reasons } = JSON.parse(line) as Rejected;
      rows.push({ file, line: number, reasons });
    }
  }
  return rows;
}

/** A region that was taken out of regions.yaml while its rows still land: the source is right, and mending it is the wrong advice. */
function lostRegions(
  rejected: readonly Rejected[],
  { now, before }: { now: Policies['regions']; before: Policies['regions'] },
): string[] {
  const gone = before.filter(({ code }) => !now.some((region) => region.code === code)).map(({ code }) => code);
  const named = new Set(rejected.flatMap(({ reasons }) => reasons.flatMap((reason) => REGION.exec(reason)?.[1] ?? [])));
  return gone
    .filter((code) => named.has(code))
    .map(
      (code) =>
        `${code} was in regions.yaml when the last run was published: put it back, and keep it as long as rows of it lie in landing. To judge it no longer, take it out of "regions" of the programmes.`,
    );
}

const REGION = /^(?:home_)?region: (\S+) is not in regions\.yaml/;
