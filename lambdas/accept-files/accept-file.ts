import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LandingContract } from '../../contracts/contract.js';
import { LANDING } from '../../contracts/landing/index.js';
import type { Duck } from '../shared/duck.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { acceptedKey, countsKey, quarantineKey, Receipt, receiptKey } from '../shared/receipt.js';
import { clockAround } from './clock.js';
import { contentOf, type Format, formatOf, looksGzipped, unpack } from './landed-file.js';
import { type FileFacts, fileFacts, landedColumns, query, type RegionClock, rulesFingerprint, text } from './queries.js';
import { writeRowsFile } from './rows-file.js';

export interface AcceptFile {
  landing: ObjectStore;
  store: ObjectStore;
  dataset: string;
  /** Landing day, YYYY-MM-DD. */
  dt: string;
  /** Key of the landed file in `landing`. */
  landingKey: string;
  regions: readonly RegionClock[];
  /** Its session must be in UTC. */
  duck: Duck;
  /** A local folder for temporary files; made if missing, left as it was. */
  scratch: string;
}

/** Column statistics are of no use to a reader of whole columns, and zstd keeps a landed year on a laptop. */
const PARQUET = '(FORMAT parquet, COMPRESSION zstd)';
const JSONL = '(FORMAT json)';
/** More unknown columns than this are not listed one by one. */
const MOST_EXTRA_COLUMNS = 100;

function contractOf(dataset: string): LandingContract {
  const contract = LANDING[dataset];
  if (!contract) throw new Error(`landing/${dataset}: is not a dataset; there are ${Object.keys(LANDING).join(', ')}`);
  return contract;
}

/**
 * Names the accepted file: 20 hex digits over content, dataset, landing day, contract and rules, and regions with their
 * time zones. The same bytes delivered twice on a day have one id; a changed contract or region accepts anew.
 */
export function fileIdOf(of: { sha256: string; dataset: string; dt: string; regions: readonly RegionClock[] }): string {
  const { columns, key } = contractOf(of.dataset);
  const contract = columns.map((c) => [c.name, c.kind, c.sql, c.required, c.choices ?? []]);
  const regions = of.regions.map((r) => [r.code, r.time_zone]).sort();
  const parts = [of.sha256, of.dataset, of.dt, rulesFingerprint, key, contract, regions];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}

/** A landed file opened: what can be read of it, and why it is refused as a whole ('' when it is not). */
interface Opened {
  format: Format;
  path: string;
  /** Column name -> type, in the file's order. */
  header: Map<string, string>;
  landed: number;
  refused: string;
  /** False when no row of it can be read, so that the file itself counts as one rejected row. */
  readable: boolean;
}

const unreadable = (refused: string): Opened => ({
  format: 'jsonl',
  path: '',
  header: new Map(),
  landed: 1,
  refused,
  readable: false,
});

const firstLine = (error: unknown): string => (error as Error).message.split('\n')[0]!.replaceAll(/\s+/g, ' ').trim();

async function openLanded(path: string, key: string, duck: Duck, work: string): Promise<Opened> {
  const kind = formatOf(key);
  if (!kind) return unreadable('the file has no known ending; name it .jsonl, .csv or .parquet, plain or with .gz');
  const safe = join(work, kind.format === 'parquet' ? 'landed.parquet' : 'landed.txt');
  let refused = '';
  if (kind.gzip) {
    const damage = await unpack(path, safe);
    if (damage) refused = `the file ${damage}`;
  } else {
    if (await looksGzipped(path)) return unreadable(`the file is gzip; name it .${kind.format}.gz`);
    // DuckDB would take `*` or `[` in a landed name for a pattern.
    await symlink(resolve(path), safe);
  }
  if (kind.format === 'parquet') return refused ? unreadable(refused) : openParquet(safe, duck);
  const rowsPath = join(work, 'rows.txt');
  const { rows, header } = await writeRowsFile(safe, kind.format, rowsPath).catch((error) => {
    if (refused && error.code === 'ENOENT') return { rows: 0, header: undefined };
    throw error;
  });
  if (rows === 0 && refused) return unreadable(refused);
  const names =
    kind.format === 'csv'
      ? (header ?? [])
      : rows === 0
        ? []
        : (await duck.run(query('jsonl_header.sql', { file: { path: rowsPath } }))).map((r) => String(r.name));
  if (!refused && kind.format === 'csv' && header) refused = headerFault(header);
  return {
    format: kind.format,
    path: rowsPath,
    header: new Map(names.map((name) => [name, 'VARCHAR'])),
    landed: rows,
    refused,
    readable: true,
  };
}

function headerFault(header: readonly string[]): string {
  if (header.length === 0) return 'the header cannot be read; write column names separated by commas, in UTF-8';
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) return `the header has column ${twice} twice; keep one`;
  const other = [';', '\t', '|'].find((mark) => header.length === 1 && header[0]!.includes(mark));
  if (other) return `the header separates columns by ${other === '\t' ? 'tabs' : other}; separate them by commas`;
  return '';
}

async function openParquet(path: string, duck: Duck): Promise<Opened> {
  try {
    const columns = await duck.run(query('parquet_header.sql', { file: { path } }));
    const [footer] = await duck.run(query('parquet_rows.sql', { file: { path } }));
    const header = new Map(columns.map((c) => [String(c.name), String(c.type)]));
    return { format: 'parquet', path, header, landed: Number(footer!.rows), refused: '', readable: true };
  } catch (error) {
    return unreadable(`the file is not readable as Parquet (${firstLine(error)}); write it again`);
  }
}

/** Required columns that no row of the file has, told in one line. */
function missingColumns(contract: LandingContract, opened: Opened): string {
  if (opened.header.size === 0) return '';
  const missing = contract.columns.filter((c) => c.required && !opened.header.has(c.name)).map((c) => c.name);
  if (missing.length === 0) return '';
  const those = missing.length === 1 ? `column ${missing[0]} is` : `columns ${missing.join(', ')} are`;
  return `${those} missing from the file, and ${contract.dataset} must have ${missing.length === 1 ? 'it' : 'them'}; land it again with ${missing.length === 1 ? 'it' : 'them'}`;
}

interface RegionCounts {
  region: string;
  accepted: number;
  quarantined: number;
  late: number;
  newest_updated_at: string;
}

/**
 * Accepts one landed file: checks every row against its contract and writes, in this order, accepted rows as Parquet,
 * rejected rows with their reasons as JSON lines, counts by region as Parquet, and the receipt. The receipt is written
 * last and once, so a crash in between leaves nothing that counts; a file with a receipt is not looked at again.
 *
 * accepted + quarantined = landed, always. A file of which no row can be read (unknown ending, damaged Parquet) is refused
 * and counts as one landed and one quarantined row, line 0, so that it shows in every count.
 *
 * Throws when the file or its dataset does not exist; nothing that is in a file makes it throw.
 */
export async function acceptFile(parts: AcceptFile): Promise<Receipt> {
  const { landing, store, dataset, dt, landingKey, regions, duck } = parts;
  const contract = contractOf(dataset);
  const source = await landing.toFile(landingKey);
  await mkdir(parts.scratch, { recursive: true });
  const work = await mkdtemp(join(parts.scratch, 'accept-'));
  try {
    const content = await contentOf(source.path).catch((error) => {
      if (error.code === 'ENOENT') throw new Error(`landing/${landingKey}: is gone; landed files must stay where they landed`);
      throw error;
    });
    const fileId = fileIdOf({ ...content, dataset, dt, regions });
    const earlier = await readJson<Receipt>(store, receiptKey(dataset, dt, fileId));
    if (earlier) return Receipt.parse(earlier);
    const opened = await openLanded(source.path, landingKey, duck, work);
    opened.refused ||= missingColumns(contract, opened);
    return await judge({ ...parts, contract, work, content, fileId }, opened);
  } finally {
    await rm(work, { recursive: true, force: true });
    await source.done();
  }
}

interface Judging extends AcceptFile {
  contract: LandingContract;
  work: string;
  content: { sha256: string; bytes: number };
  fileId: string;
}

async function judge(j: Judging, opened: Opened): Promise<Receipt> {
  const { contract, duck, regions, dt, dataset, fileId, work } = j;
  const file = fileFacts(contract, regions, {
    dt,
    file_id: fileId,
    key: j.landingKey,
    format: opened.format,
    path: opened.path,
    header: [...opened.header.keys()],
    refused: opened.refused,
  });
  const columns = landedColumns(contract, opened.format, opened.header);
  const accepted = join(work, 'accepted.parquet');
  const rejected = join(work, 'rejected.parquet');
  const copy = async (select: string, to: string, as: string): Promise<number> =>
    Number((await duck.run(`COPY (${select}) TO ${text(to)} ${as}`))[0]!.Count);

  let acceptedRows = 0;
  if (!opened.refused && opened.landed > 0) {
    try {
      const clock = columns.some((c) => c.local_day) && regions.length > 0 ? await clockAround(duck, dt, regions) : undefined;
      acceptedRows = await copy(query('accepted.sql', { file, columns, clock: clock ?? null, told: false }), accepted, PARQUET);
    } catch (error) {
      const damage = await parquetDamage(duck, file);
      if (damage === undefined) throw error;
      return judge(j, unreadable(`the file is damaged Parquet (${damage}); write it again`));
    }
  }
  let rejectedRows = 0;
  if (!opened.readable) rejectedRows = await copy(query('rejected_file.sql', { file }), rejected, PARQUET);
  else if (acceptedRows < opened.landed) {
    try {
      rejectedRows = await copy(query('rejected.sql', { file, columns, told: true }), rejected, PARQUET);
    } catch (error) {
      const damage = await parquetDamage(duck, file);
      if (damage === undefined) throw error;
      return judge(j, unreadable(`the file is damaged Parquet (${damage}); write it again`));
    }
  }
  if (acceptedRows + rejectedRows !== opened.landed) {
    throw new Error(
      `landing/${j.landingKey}: ${opened.landed} rows landed, but ${acceptedRows} were accepted and ${rejectedRows} quarantined; this is a fault of ours`,
    );
  }

  const acceptedCounts =
    acceptedRows > 0 ? await duck.run(query('accepted_counts.sql', { file, columns: contract.columns, accepted })) : [];
  const counts = new Map<string, RegionCounts>();
  const of = (region: string): RegionCounts => {
    const found = counts.get(region) ?? { region, accepted: 0, quarantined: 0, late: 0, newest_updated_at: '' };
    counts.set(region, found);
    return found;
  };
  for (const row of acceptedCounts)
    Object.assign(of(String(row.region)), { accepted: row.accepted, late: row.late, newest_updated_at: row.newest_updated_at });
  const reasons: Record<string, number> = {};
  if (rejectedRows > 0) {
    for (const row of await duck.run(query('rejected_counts.sql', { rejected })))
      of(String(row.region)).quarantined = Number(row.quarantined);
    for (const row of await duck.run(query('reason_counts.sql', { rejected }))) reasons[String(row.reason)] = Number(row.rows);
  }
  if (opened.landed === 0) of('ALL');

  const { store } = j;
  const receipt: Receipt = {
    dataset,
    dt,
    file_id: fileId,
    ...j.content,
    landed: opened.landed,
    accepted: acceptedRows,
    quarantined: rejectedRows,
    ...(opened.refused ? { refused: `landing/${j.landingKey}: ${opened.refused}` } : {}),
    extra_columns: file.header
      .filter((name) => !contract.columns.some((c) => c.name === name))
      .sort()
      .slice(0, MOST_EXTRA_COLUMNS),
    reasons,
    non_null: Object.fromEntries(
      contract.columns.map((c) => [c.name, acceptedCounts.reduce((sum, row) => sum + Number(row[`has_${c.name}`]), 0)]),
    ),
    ...(acceptedRows > 0 ? { accepted_key: acceptedKey(dataset, dt, fileId) } : {}),
    ...(rejectedRows > 0 ? { quarantine_key: quarantineKey(dataset, dt, fileId) } : {}),
    counts_key: countsKey(dataset, dt, fileId),
  };
  if (receipt.accepted_key) await store.fromFile(accepted, receipt.accepted_key);
  if (receipt.quarantine_key) {
    const quarantine = join(work, 'quarantine.jsonl');
    await copy(query('quarantine.sql', { file, rejected }), quarantine, JSONL);
    await store.fromFile(quarantine, receipt.quarantine_key);
  }
  const countsPath = join(work, 'counts.parquet');
  const sorted = [...counts.values()].sort((a, b) => (a.region < b.region ? -1 : 1));
  await copy(query('counts.sql', { file, counts: sorted }), countsPath, PARQUET);
  await store.fromFile(countsPath, receipt.counts_key);
  const key = receiptKey(dataset, dt, fileId);
  if (await store.create(key, toJson(receipt))) return receipt;
  return Receipt.parse(await readJson(store, key));
}

/** What is wrong with the Parquet file itself; undefined when it reads well, so that the error was ours or the machine's. */
async function parquetDamage(duck: Duck, file: FileFacts): Promise<string | undefined> {
  if (file.format !== 'parquet') return undefined;
  try {
    await duck.run(query('parquet_readable.sql', { file }));
    return undefined;
  } catch (error) {
    const message = firstLine(error);
    return /out of memory|interrupt/i.test(message) ? undefined : message;
  }
}
