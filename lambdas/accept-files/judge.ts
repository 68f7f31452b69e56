import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LandingContract } from '../../contracts/contract.js';
import type { TrackingPolicy } from '../../policies/policy.js';
import type { Duck } from '../shared/duck.js';
import { isSmall, toJudgeTogether } from './batches.js';
import { isFar, type RegionClock } from './clock.js';
import { firstLine, OF_THE_MACHINE, type Opened, unreadable } from './open-landed.js';
import { contentFault } from './parquet-fault.js';
import { type Batch, batchOf, type FileName, landedColumns, query, text } from './queries.js';

/** An opened file with what its rows are to name it. */
export type Named = Opened & FileName;

/** What became of a file's rows; the paths are local files, absent where there are no such rows. */
export interface Judged {
  file_id: string;
  /** Of the file as it was read in the end: a damaged Parquet file has lost it. */
  header: ReadonlyMap<string, string>;
  landed: number;
  accepted: { rows: number; path?: string };
  quarantined: { rows: number; path?: string };
  counts: { path: string };
  refused: string;
  reasons: Record<string, number>;
  non_null: Record<string, number>;
}

interface Given {
  contract: LandingContract;
  regions: readonly RegionClock[];
  own_metrics: readonly string[];
  tracking?: TrackingPolicy | undefined;
  duck: Duck;
  /** A folder for what is written; what is there already is left alone. */
  work: string;
  /** There are moments many years from their landing day. */
  far?: boolean;
}

const PARQUET = 'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, RETURN_STATS';
const BY_FILE = `${PARQUET}, PARTITION_BY (file_id), WRITE_PARTITION_COLUMNS true`;

/** A Parquet file that DuckDB has written. */
interface Written {
  filename: string;
  count: number;
  column_statistics: { key: string; value: { key: string; value: string }[] }[];
  partition_keys: { key: string; value: string }[] | null;
}

/**
 * Judges every row of opened files of one dataset, in streams: large files one by one, small ones that look alike in one query. What is
 * told of each file, and what is written for it, does not depend on the others. In no particular order.
 */
export async function judge(opened: readonly Named[], given: Given): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const files of toJudgeTogether(opened)) judged.push(...(await judgeTogether(files, given)));
  return judged;
}

async function judgeTogether(files: readonly Named[], given: Given): Promise<Judged[]> {
  const work = await mkdtemp(join(given.work, 'judged-'));
  try {
    return await new Batching(files, { ...given, work }).judge();
  } catch (error) {
    if (isFar(error)) return judgeTogether(files, { ...given, far: true });
    if (files.length > 1) {
      const alone: Judged[] = [];
      for (const file of files) alone.push(...(await judgeTogether([file], given)));
      return alone;
    }
    const [file] = files as [Named];
    const damage = file.format === 'parquet' && (await parquetDamage(given.duck, batchFor(files, files, given), file.landed));
    const said = damage ?? notReadable(error, file);
    if (!said) throw error;
    const { file_id, dt, key } = file;
    const refused = unreadable(said);
    return judgeTogether([{ ...refused, file_id, dt, key }], given);
  }
}

/** `some` of the files that were opened together. */
function batchFor(some: readonly Named[], all: readonly Named[], given: Given): Batch {
  const [first] = some as [Named];
  const shared = first.format !== 'parquet';
  const by_index: FileName[] = shared ? [] : [...some];
  if (shared) {
    for (let index = 0; index <= Math.max(...some.map((file) => file.index)); index++)
      by_index.push(some.find((file) => file.index === index) ?? { file_id: '', dt: '', key: '' });
  }
  // Bytes are shown to nobody, and reading them as text would fail.
  const header = new Set(
    all.flatMap((file) => [...file.header].flatMap(([name, type]) => (type === 'BLOB' && shared === false ? [] : name))),
  );
  return batchOf(given.contract, given, {
    files: some,
    by_index,
    among: shared ? some.map((file) => file.index) : [],
    format: first.format,
    paths: shared ? [first.path].filter((path) => path !== '') : some.map((file) => file.path),
    small: isSmall(first),
    header: [...header],
    twice: first.twice ?? false,
    refused: first.refused,
  });
}

/** One go at judging files together. */
class Batching {
  private readonly landed: number;
  private readonly columns;

  constructor(
    private readonly files: readonly Named[],
    private readonly given: Given,
  ) {
    this.landed = files.reduce((rows, file) => rows + file.landed, 0);
    // jsonl files may have different keys; a key that a file lacks reads as one that a row lacks.
    const header = new Map(files.flatMap((file) => [...file.header]));
    this.columns = landedColumns(given.contract, files[0]!.format, header, given.tracking);
  }

  async judge(): Promise<Judged[]> {
    const { files, columns, given } = this;
    const batch = batchFor(files, files, given);
    const accepted = batch.refused === '' && this.landed > 0 ? await this.accept(batch) : new Map<string, Written>();
    const acceptedOf = (file: Named): number => accepted.get(file.file_id)?.count ?? 0;

    const short = files.filter((file) => acceptedOf(file) < file.landed);
    const rejected = short.length > 0 ? await this.reject(short) : '';
    const quarantined = rejected ? await this.rowsByFile(rejected) : new Map<string, number>();
    for (const file of files) mustAddUp(file, acceptedOf(file), quarantined.get(file.file_id) ?? 0);

    const empty = files.filter((file) => file.landed === 0);
    const paths = [...accepted.values()].map((written) => written.filename);
    const counts = await this.write(query('counts.sql', { batch, accepted: paths, rejected, empty }), 'counts');
    const reasons = rejected ? await this.reasonsByFile(rejected) : new Map<string, Record<string, number>>();
    const quarantine = rejected ? await this.quarantine(rejected) : new Map<string, string>();
    return files.map((file) => {
      const { file_id, header, landed, refused } = file;
      const good = accepted.get(file_id);
      const bad = quarantined.get(file_id) ?? 0;
      const lines = quarantine.get(file_id);
      return {
        ...{ file_id, header, landed, refused },
        accepted: { rows: good?.count ?? 0, ...(good ? { path: good.filename } : {}) },
        quarantined: { rows: bad, ...(lines ? { path: lines } : {}) },
        counts: { path: counts.get(file_id)!.filename },
        reasons: reasons.get(file_id) ?? {},
        non_null: Object.fromEntries(columns.map((c) => [c.name, good ? valuesIn(good, c.name) : 0])),
      };
    });
  }

  private at(name: string): string {
    return join(this.given.work, name);
  }

  private async accept(batch: Batch): Promise<Map<string, Written>> {
    return this.write(query('accepted.sql', { batch, columns: this.columns, with_reasons: false }), 'accepted');
  }

  /** Rows to one Parquet file per landed file, by file id; no file where there are no rows. */
  private async write(select: string, name: string): Promise<Map<string, Written>> {
    const [first] = this.files as [Named];
    const small = isSmall(first);
    const to = small ? this.at(name) : this.at(`${name}.parquet`);
    const copied = await this.given.duck.run(`COPY (${select}) TO ${text(to)} (${small ? BY_FILE : PARQUET})`);
    const written = new Map<string, Written>();
    for (const file of copied as unknown as Written[]) {
      const file_id = file.partition_keys?.[0]?.value ?? first.file_id;
      if (written.has(file_id))
        throw new Error(`${first.key}: DuckDB wrote its ${name} rows in two parts; this is a fault of ours`);
      if (file.count > 0) written.set(file_id, file);
    }
    return written;
  }

  /** The rejected rows of these files with their reasons, in one Parquet file. */
  private async reject(files: readonly Named[]): Promise<string> {
    const batch = batchFor(files, this.files, this.given);
    const select =
      batch.paths.length === 0
        ? query('rejected_file.sql', { batch })
        : query('rejected.sql', { batch, columns: this.columns, with_reasons: true });
    const to = this.at('rejected.parquet');
    await this.given.duck.run(`COPY (${select}) TO ${text(to)} (${PARQUET})`);
    return to;
  }

  private async rowsByFile(rejected: string): Promise<Map<string, number>> {
    const rows = await this.given.duck.run(query('rejections_by_file.sql', { rejected }));
    return new Map(rows.map((row) => [String(row.file_id), Number(row.rows)]));
  }

  private async reasonsByFile(rejected: string): Promise<Map<string, Record<string, number>>> {
    const found = new Map<string, Record<string, number>>();
    for (const { file_id, reason, rows } of await this.given.duck.run(query('rejections_by_reason.sql', { rejected }))) {
      const reasons = found.get(String(file_id)) ?? {};
      reasons[String(reason)] = Number(rows);
      found.set(String(file_id), reasons);
    }
    return found;
  }

  /** The rejected rows as people read them, one file of JSON lines per landed file; paths by file id. */
  private async quarantine(rejected: string): Promise<Map<string, string>> {
    const { contract, duck } = this.given;
    const [first] = this.files as [Named];
    const context = { dataset: contract.dataset, rejected };
    if (!isSmall(first)) {
      const select = query('quarantine.sql', context);
      const to = this.at(`${first.file_id}.jsonl`);
      await duck.run(`COPY (${select}) TO ${text(to)} (FORMAT json)`);
      return new Map([[first.file_id, to]]);
    }
    const lines = new Map<string, string[]>();
    for (const { file_id, line } of await duck.run(query('quarantine_lines.sql', context))) {
      const of = lines.get(String(file_id)) ?? [];
      of.push(String(line));
      lines.set(String(file_id), of);
    }
    const paths = new Map<string, string>();
    for (const [file_id, of] of lines) {
      paths.set(file_id, this.at(`${file_id}.jsonl`));
      await writeFile(paths.get(file_id)!, `${of.join('\n')}\n`);
    }
    return paths;
  }
}

function mustAddUp(file: Named, accepted: number, quarantined: number): void {
  if (accepted + quarantined !== file.landed)
    throw new Error(
      `landing/${file.key}: of ${file.landed} landed rows ${accepted} were accepted and ${quarantined} quarantined; this is a fault of ours`,
    );
}

/** Rows that have a value in this column, from what the Parquet writer counted. */
function valuesIn(written: Written, column: string): number {
  const statistics = written.column_statistics.find((c) => c.key === `"${column}"`)?.value;
  const nulls = statistics?.find((s) => s.key === 'null_count')?.value;
  if (nulls === undefined) throw new Error(`accepted rows: DuckDB counted no nulls in ${column}`);
  return written.count - Number(nulls);
}

/** What is wrong with the Parquet file itself; undefined when it reads well, so that the error was ours or the machine's. */
async function parquetDamage(duck: Duck, batch: Batch, landed: number): Promise<string | undefined> {
  try {
    const [read] = await duck.run(query('parquet_readable.sql', { batch }));
    if (Number(read!.rows) === landed) return undefined;
    return `the file is damaged Parquet (its footer counts ${landed} rows, and ${Number(read!.rows)} can be read); write it again`;
  } catch (error) {
    const message = firstLine(error);
    return OF_THE_MACHINE.test(message) ? undefined : contentFault(message);
  }
}

/** DuckDB's errors about what it reads; of names only Parquet has its own, so of others a query that does not fit is our fault. */
const OF_VALUES = /^(Conversion|Invalid Input|Out of Range|Mismatch Type|Not implemented|Serialization) Error/;
const ODD_TEXT = 'the file holds a value that nothing can reckon with; look for an odd one, and write the file again without it';
const OF_NAMES = /^(Binder|Parser) Error/;

/**
 * The net below all checks: one file that DuckDB cannot judge must not end the night of all others. Undefined when the error is not
 * about what is in the file.
 */
function notReadable(error: unknown, file: Named): string | undefined {
  const message = firstLine(error);
  if (OF_THE_MACHINE.test(message) || file.path === '') return undefined;
  const ofData = OF_VALUES.test(message) || (file.format === 'parquet' && OF_NAMES.test(message));
  if (!ofData) return undefined;
  return file.format === 'parquet' ? contentFault(message) : ODD_TEXT;
}
