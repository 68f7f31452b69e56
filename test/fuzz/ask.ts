/** Accepts mutated files together with good ones, and says of each what is not as it must be. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANDING } from '../../contracts/landing/index.js';
import type { Receipt } from '../../contracts/run/receipt.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { acceptFiles } from '../../lambdas/accept-files/accept-files.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { type Case, drawWitness } from './draw-case.js';
import { ANY, mayBeNothing, meaningOf } from './meaning.js';
import { type PlainFile, type PlainRow, readParquetPlainly, readPlainly } from './read-plainly.js';
import { DAY, REGIONS } from './rows.js';

export interface Finding {
  of: Case;
  what: string;
}

/** Words that only a program's author understands, and values that say that a program went wrong. */
export const NOT_FOR_PEOPLE =
  /\b\w*(Error|Exception)\b|\bat Object|Binder|INTERNAL|undefined|\bNaN\b|\[object|\bcast\b|VARCHAR|DuckDB|TProtocol|Thrift|nullptr|stack|\/accept-|\n|Z_[A-Z]+|fzstd/i;

type Values = Record<string, unknown>;
interface Quarantined {
  line: number;
  reasons: string[];
}

/**
 * Of processor time, which does not depend on who else is at work. why 5 s: the longest file drawn here has some kilobytes, and one that
 * costs more than its length would end a night.
 */
const MOST_MS = 5000;
const worked = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

export async function askTogether(given: readonly Case[], duck: Duck): Promise<Finding[]> {
  // Of files of the same bytes, the first names what becomes of all.
  const cases = [...new Map(given.map((one) => [one.bytes.toString('latin1'), one])).values()];
  const root = await mkdtemp(join(tmpdir(), 'fuzz-'));
  try {
    const landing = new FolderStore(join(root, 'landing'));
    const store = new FolderStore(join(root, 'store'));
    const accept = (files: { dataset: string; dt: string; key: string; size: number }[]) =>
      acceptFiles({ landing, store, files, regions: REGIONS, own_metrics: [], duck, scratch: join(root, 'scratch') });
    const land = async (dataset: string, name: string, bytes: Buffer) => {
      const key = `${dataset}/dt=${DAY}/${name}`;
      await landing.write(key, bytes);
      return { dataset, dt: DAY, key, size: bytes.length };
    };
    const files: Awaited<ReturnType<typeof land>>[] = [];
    for (const one of cases) files.push(await land(one.dataset, `${one.seed}${one.ending}`, one.bytes));
    const { dataset, ending, seed } = cases[0]!;
    const witness = drawWitness(dataset, ending, seed);
    files.push(await land(dataset, `witness${ending}`, witness.bytes));
    const started = process.cpuUsage();
    const receipts = await accept(files).catch((error: unknown) => String((error as Error).stack));
    if (typeof receipts === 'string') {
      if (cases.length === 1) return [{ of: cases[0]!, what: `ended the night: ${receipts}` }];
      const alone: Finding[] = [];
      for (const one of cases) alone.push(...(await askTogether([one], duck)));
      return alone;
    }
    const ms = worked(started);
    const findings: Finding[] = [];
    if (ms > MOST_MS && cases.length === 1) findings.push({ of: cases[0]!, what: `took ${Math.round(ms)} ms` });
    else if (ms > MOST_MS) for (const one of cases) findings.push(...(await askTogether([one], duck)));
    const rows = await acceptedRows(receipts, dataset, store, duck);
    const kept = receipts.at(-1)!;
    if (kept.accepted !== witness.rows.length)
      findings.push({ of: cases[0]!, what: `the good file beside it lost rows: ${JSON.stringify(kept)}` });
    for (const [at, one] of cases.entries()) {
      const receipt = receipts[at]!;
      const said = await wrongOf(one, receipt, rows.get(receipt.file_id) ?? [], await quarantineOf(receipt, store));
      if (said) findings.push({ of: one, what: said });
    }
    return findings;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function acceptedRows(
  receipts: readonly Receipt[],
  dataset: string,
  store: FolderStore,
  duck: Duck,
): Promise<Map<string, Values[]>> {
  const paths = [...new Set(receipts.flatMap(({ accepted_key }) => accepted_key ?? []))].map((key) => `'${store.url(key)}'`);
  const rows = new Map<string, Values[]>();
  if (paths.length === 0) return rows;
  const shown = LANDING[dataset]!.columns.map(({ name, sql }) =>
    sql === 'TIMESTAMP' ? `epoch_ms(${name}) AS ${name}` : sql === 'DATE' ? `CAST(${name} AS VARCHAR) AS ${name}` : name,
  );
  const from = `read_parquet([${paths.join(', ')}], file_row_number = true, hive_partitioning = false)`;
  for (const row of await duck.run(`SELECT file_id, ${shown.join(', ')} FROM ${from} ORDER BY file_id, file_row_number`)) {
    const id = String(row.file_id);
    rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  return rows;
}

async function quarantineOf({ quarantine_key }: Receipt, store: FolderStore): Promise<Quarantined[]> {
  if (!quarantine_key) return [];
  const lines = (await store.read(quarantine_key))!.body.toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Quarantined);
}

/** What is wrong with what became of a file, or ''. */
async function wrongOf(
  one: Case,
  receipt: Receipt,
  rows: readonly Values[],
  quarantine: readonly Quarantined[],
): Promise<string> {
  const { landed, accepted, quarantined, refused } = receipt;
  if (accepted + quarantined !== landed) return `${accepted} + ${quarantined} are not ${landed}`;
  if (rows.length !== accepted || quarantine.length !== quarantined)
    return `${rows.length} and ${quarantine.length} rows are in files of ${accepted} and ${quarantined}`;
  for (const line of [...(refused ? [refused] : []), ...Object.keys(receipt.reasons)])
    if (NOT_FOR_PEOPLE.test(line)) return `is told in words that nobody understands: ${line}`;
  if (quarantine.some(({ reasons }) => reasons.length === 0)) return 'a row is rejected without a reason';
  const packing = /\.(gz|zst)$/.exec(one.ending)?.[0] ?? '';
  const plain =
    one.format === 'parquet'
      ? await readParquetPlainly(one.bytes, one.exact)
      : readPlainly(one.bytes, one.ending.split('.')[1]!, packing);
  if (refused) {
    if (accepted > 0) return 'is refused, and rows of it are accepted';
    if (!refused.startsWith('landing/') || !refused.includes(`${one.seed}${one.ending}: `))
      return `is refused without its name: ${refused}`;
    if (one.format !== 'parquet' && plain && landed !== 1 && landed !== plain.length)
      return `is refused with ${landed} rows where ${plain.length} landed`;
    return '';
  }
  // What is damaged without a checksum may be text all the same: nothing shows it but that no row of it is right.
  if (!plain)
    return one.format === 'parquet' || accepted === 0 ? '' : `${accepted} rows are accepted of what nobody can read plainly`;
  if (plain.length !== landed) return `${landed} rows are counted where ${plain.length} landed`;
  return one.exact ? wrongValues(one, plain, rows, quarantine) : '';
}

function wrongValues(
  one: Case,
  plain: NonNullable<PlainFile>,
  rows: readonly Values[],
  quarantine: readonly Quarantined[],
): string {
  const rejected = new Set(quarantine.map(({ line }) => line));
  const left = plain.filter(({ line }) => !rejected.has(line));
  // Of several rows of one line, a quarantined line does not say which.
  if (new Set(plain.map(({ line }) => line)).size < plain.length && left.length !== rows.length) return '';
  if (left.length !== rows.length) return `${rows.length} rows are accepted where ${left.length} are not rejected by line`;
  for (const [at, row] of rows.entries()) {
    const said = wrongRow(one, left[at]!, row);
    if (said) return `line ${left[at]!.line}: ${said}`;
  }
  return '';
}

/** DuckDB's client leaves a byte order mark out where a text begins with one. */
const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

function wrongRow({ dataset }: Case, { given }: PlainRow, row: Values): string {
  if (!given) return 'is accepted, and is no row';
  for (const column of LANDING[dataset]!.columns) {
    const value = given.get(column.name);
    const found = row[column.name] ?? null;
    const meant = meaningOf(column, value, row.region);
    // A time of day as an id is nobody's; how it is written is the reader's choice.
    const isTime = typeof found === 'string' && /^\d\d:\d\d:\d\d/.test(found);
    if (
      isTime ||
      meant === ANY ||
      meant === found ||
      (typeof meant === 'string' && withoutMark(meant) === found) ||
      (found === null && !column.required && mayBeNothing(column, value))
    )
      continue;
    return `${column.name} was given as ${JSON.stringify(value)}, means ${JSON.stringify(meant)} and is accepted as ${JSON.stringify(found)}`;
  }
  return '';
}
