import { join } from 'node:path';
import type { LandingContract } from '../../contracts/contract.js';
import type { Duck } from '../shared/duck.js';
import { clockAround } from './clock.js';
import { firstLine, type Opened, unreadable } from './open-landed.js';
import { type FileFacts, fileFacts, landedColumns, query, type RegionClock, text } from './queries.js';

/** What became of a file's rows; the paths are local files, absent where there are no such rows. */
export interface Judged {
  landed: number;
  accepted: { rows: number; path?: string };
  quarantined: { rows: number; path?: string };
  counts: { path: string };
  refused: string;
  reasons: Record<string, number>;
  non_null: Record<string, number>;
}

const PARQUET = 'FORMAT parquet, COMPRESSION zstd';

interface Statistics {
  count: number;
  column_statistics: { key: string; value: { key: string; value: string }[] }[];
}

/** Judges every row of an opened file, in streams: rows are never all in memory. `work` is a folder for what is written. */
export async function judge(
  opened: Opened,
  given: {
    contract: LandingContract;
    regions: readonly RegionClock[];
    dt: string;
    file_id: string;
    key: string;
    duck: Duck;
    work: string;
  },
): Promise<Judged> {
  const { contract, regions, dt, file_id, key, duck, work } = given;
  const { format, path, refused, landed } = opened;
  const file = fileFacts(contract, regions, { dt, file_id, key, format, path, header: [...opened.header.keys()], refused });
  const columns = landedColumns(contract, format, opened.header);
  const at = (name: string): string => join(work, name);
  const copy = (select: string, to: string, as: string) => duck.run(`COPY (${select}) TO ${text(at(to))} (${as})`);
  const keep = async (select: string, to: string): Promise<Statistics> =>
    (await copy(select, to, `${PARQUET}, RETURN_STATS`))[0] as unknown as Statistics;

  const accept = async (): Promise<Statistics> => {
    const clock = columns.some((c) => c.local_day) && regions.length > 0 ? await clockAround(duck, dt, regions) : null;
    return keep(query('accepted.sql', { file, columns, clock, with_reasons: false }), 'accepted.parquet');
  };
  const reject = (): Promise<Statistics> => {
    const select =
      path === '' ? query('rejected_file.sql', { file }) : query('rejected.sql', { file, columns, with_reasons: true });
    return keep(select, 'rejected.parquet');
  };

  let good: Statistics = { count: 0, column_statistics: [] };
  let bad: Statistics = { count: 0, column_statistics: [] };
  try {
    if (refused === '' && landed > 0) good = await accept();
    if (good.count < landed) bad = await reject();
  } catch (error) {
    const damage = format === 'parquet' && (await parquetDamage(duck, file));
    if (!damage) throw error;
    return judge(unreadable(`the file is damaged Parquet (${damage}); write it again`), given);
  }
  if (good.count + bad.count !== landed) {
    throw new Error(
      `landing/${key}: of ${landed} landed rows ${good.count} were accepted and ${bad.count} quarantined; this is a fault of ours`,
    );
  }

  const accepted = good.count > 0 ? at('accepted.parquet') : '';
  const rejected = bad.count > 0 ? at('rejected.parquet') : '';
  await copy(query('counts.sql', { file, accepted, rejected }), 'counts.parquet', PARQUET);
  const reasons: Record<string, number> = {};
  if (rejected) {
    await copy(query('quarantine.sql', { file, rejected }), 'quarantine.jsonl', 'FORMAT json');
    for (const row of await duck.run(query('rejections_by_reason.sql', { rejected })))
      reasons[String(row.reason)] = Number(row.rows);
  }
  return {
    landed,
    accepted: { rows: good.count, ...(accepted ? { path: accepted } : {}) },
    quarantined: { rows: bad.count, ...(rejected ? { path: at('quarantine.jsonl') } : {}) },
    counts: { path: at('counts.parquet') },
    refused,
    reasons,
    non_null: Object.fromEntries(contract.columns.map((c) => [c.name, valuesIn(good, c.name)])),
  };
}

/** Rows that have a value in this column, from what the Parquet writer counted. */
function valuesIn(written: Statistics, column: string): number {
  const statistics = written.column_statistics.find((c) => c.key === `"${column}"`)?.value;
  const nulls = statistics?.find((s) => s.key === 'null_count')?.value;
  if (written.count > 0 && nulls === undefined) throw new Error(`accepted rows: DuckDB counted no nulls in ${column}`);
  return written.count - Number(nulls ?? 0);
}

/** What is wrong with the Parquet file itself; undefined when it reads well, so that the error was ours or the machine's. */
async function parquetDamage(duck: Duck, file: FileFacts): Promise<string | undefined> {
  try {
    await duck.run(query('parquet_readable.sql', { file }));
    return undefined;
  } catch (error) {
    const message = firstLine(error);
    return /out of memory|interrupt/i.test(message) ? undefined : message;
  }
}
