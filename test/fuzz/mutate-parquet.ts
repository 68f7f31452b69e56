/** What may be amiss with a Parquet file: its bytes, its footer, its codec, the types of its columns, their names, their values. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { LandingContract } from '../../contracts/contract.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { Draw } from '../helpers/draw.js';
import { ANY_TEXT, ODD_VALUES } from './mutate-text.js';
import type { Row } from './rows.js';
import { plain } from './write.js';

/** A Parquet file to be written: SQL of each column over the landed texts, and how the file is written. */
interface Plan {
  columns: Map<string, string>;
  options: string;
  /** Rows of it; all unless said. */
  where: string;
}

interface PlanMutation {
  name: string;
  of: (draw: Draw, plan: Plan) => void;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const anyColumn = (draw: Draw, { columns }: Plan): string => draw.one([...columns.keys()]);
const change = (draw: Draw, plan: Plan, write: (column: string, given: string) => string): void => {
  const column = anyColumn(draw, plan);
  plan.columns.set(column, write(column, plan.columns.get(column)!));
};

const TYPES = [
  ...['TIMESTAMP_NS', 'TIMESTAMP_MS', 'TIMESTAMP_S', 'TIMESTAMPTZ', 'TIMESTAMP', 'DATE', 'TIME', 'TIMETZ', 'INTERVAL', 'VARCHAR'],
  ...[
    'BIGINT',
    'INTEGER',
    'TINYINT',
    'UBIGINT',
    'HUGEINT',
    'UHUGEINT',
    'FLOAT',
    'DOUBLE',
    'BOOLEAN',
    'BLOB',
    'UUID',
    'BIT',
    'JSON',
  ],
  ...[
    'DECIMAL(4,0)',
    'DECIMAL(18,2)',
    'DECIMAL(38,0)',
    'DECIMAL(38,18)',
    'VARCHAR[]',
    'VARCHAR[][]',
    "ENUM('seller', 'platform', 'DE', 'met')",
  ],
] as const;
const VALUES = [
  ...['NULL', "CAST('nan' AS DOUBLE)", "CAST('infinity' AS DOUBLE)", "CAST('-infinity' AS FLOAT)", '-1', '1.5', '-0.0', '1e300'],
  ...[
    '9007199254740993',
    '9223372036854775807',
    'CAST(-170141183460469231731687303715884105728 AS HUGEINT)',
    'true',
    "''",
    "'\\x00'",
  ],
  ...[
    "TIMESTAMP 'infinity'",
    "TIMESTAMP '-infinity'",
    "TIMESTAMPTZ 'infinity'",
    "DATE 'infinity'",
    "DATE '-infinity'",
    "DATE '5874897-01-01'",
  ],
  ...[
    "TIMESTAMP '0001-01-01 00:00:00'",
    "TIMESTAMP '290300-01-01 00:00:00'",
    "DATE '0001-01-01'",
    "DATE '2026-01-05'",
    "TIME '24:00:00'",
  ],
  ...[
    'INTERVAL 1 DAY',
    "TIMESTAMP_NS '2026-01-05 10:00:00.123456789'",
    "TIMESTAMP_S '2026-01-05 10:00:00'",
    "CAST('\\xff' AS BLOB)",
    'chr(0)',
  ],
  ...[
    "{'a': 1}",
    "{'constructor': 'x', '__proto__': NULL}",
    '[1, 2]',
    '[]',
    "MAP {'k': 'v'}",
    "[{'a': [1]}]",
    'CAST(NULL AS STRUCT(a INTEGER))',
  ],
  ...[
    "CAST('6f2c7a38-6d0f-4c5e-9f8a-1c2d3e4f5a6b' AS UUID)",
    "CAST('1.10' AS DECIMAL(9,2))",
    'union_value(num := 2)',
    "['x']::VARCHAR[1]",
  ],
];
const NAMES = [
  ...[
    'constructor',
    '__proto__',
    'file_row_number',
    'File_Row_Number',
    'filename',
    'rowid',
    'file_index',
    'line',
    'fault',
    'raw',
    'data',
    'dt',
  ],
  ...[
    'a"b',
    "it's",
    ' ',
    'ü',
    '{{ x }}',
    '%s',
    'SELECT',
    'a.b',
    'x'.repeat(500),
    'two\nlines',
    '🎁',
    'given_region',
    'wrong_row',
    'file_id',
  ],
];

const PLANS: readonly PlanMutation[] = [
  {
    name: 'a column of another type',
    of: (draw, plan) => change(draw, plan, (_, given) => `TRY_CAST(${given} AS ${draw.one(TYPES)})`),
  },
  {
    name: 'all columns of another type',
    of: (draw, plan) => {
      const type = draw.one(TYPES);
      for (const [column, given] of plan.columns) plan.columns.set(column, `TRY_CAST(${given} AS ${type})`);
    },
  },
  { name: 'an odd value in all rows', of: (draw, plan) => change(draw, plan, () => draw.one(VALUES)) },
  { name: 'an odd value in a row', of: (draw, plan) => change(draw, plan, () => `CASE WHEN n = 1 THEN ${draw.one(VALUES)} END`) },
  {
    name: 'an odd text',
    of: (draw, plan) =>
      change(draw, plan, (_, given) => `CASE WHEN n = 1 THEN ${literal(draw.one(ODD_VALUES))} ELSE ${given} END`),
  },
  {
    name: 'all without a value',
    of: (draw, plan) => change(draw, plan, () => `CAST(NULL AS ${draw.one(['INTEGER', 'VARCHAR', 'TIMESTAMP', 'DOUBLE'])})`),
  },
  { name: 'a column is missing', of: (draw, plan) => void plan.columns.delete(anyColumn(draw, plan)) },
  {
    name: 'another case of a name',
    of: (draw, plan) => {
      const column = anyColumn(draw, plan);
      const given = plan.columns.get(column)!;
      plan.columns.delete(column);
      plan.columns.set(column.toUpperCase(), given);
    },
  },
  { name: 'a column more', of: (draw, plan) => void plan.columns.set(draw.one(NAMES), draw.one(VALUES)) },
  {
    name: 'hundreds of columns',
    of: (draw, plan) => {
      for (let n = draw.whole(100, 300); n > 0; n--) plan.columns.set(`extra ${n}`, draw.one(VALUES));
    },
  },
  {
    name: 'a nested column',
    of: (draw, plan) =>
      change(draw, plan, (_, given) =>
        draw.one([`[${given}]`, `{'value': ${given}}`, `MAP {'k': ${given}}`, `[{'v': [${given}]}]`]),
      ),
  },
  { name: 'no rows', of: (_, plan) => void Object.assign(plan, { where: 'false' }) },
  {
    name: 'another codec',
    of: (draw, plan) => {
      plan.options = `, COMPRESSION ${draw.one(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])}, PARQUET_VERSION ${draw.one(['V1', 'V2'])}`;
    },
  },
];

/** Types as they are usually landed. */
function usualPlan(draw: Draw, { columns }: LandingContract): Plan {
  const typed = draw.chance(0.6);
  return {
    columns: new Map(
      columns.map(({ name: column, kind, sql }) => {
        const keep = !typed || sql === 'VARCHAR' || kind === 'moment_or_day';
        return [
          column,
          keep ? name(column) : `CAST(${sql === 'TIMESTAMP' ? `CAST(${name(column)} AS TIMESTAMPTZ)` : name(column)} AS ${sql})`,
        ];
      }),
    ),
    options: '',
    where: 'true',
  };
}

async function written(plan: Plan, rows: readonly Row[], duck: Duck): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-parquet-'));
  try {
    const names = Object.keys(rows[0]!);
    const values = rows.map(
      (row, n) =>
        `(${n}, ${names.map((column) => (row[column] === null ? 'CAST(NULL AS VARCHAR)' : literal(plain(row[column]!)))).join(', ')})`,
    );
    const picked = [...plan.columns].map(([column, given]) => `${given} AS ${name(column)}`);
    const path = join(folder, 'a.parquet');
    await duck.run(
      `COPY (SELECT ${picked.join(', ')} FROM (VALUES ${values.join(', ')}) AS t(n, ${names.map(name).join(', ')}) WHERE ${plan.where}) TO ${literal(path)} (FORMAT parquet${plan.options})`,
    );
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Columns = { name: string; data: unknown[]; type?: string }[];

/** By a writer that lets every name pass. */
function byAnotherWriter(rows: readonly Row[], change: (columns: Columns) => void, options: object = {}): Buffer {
  const columnData: Columns = Object.keys(rows[0]!).map((column) => ({
    name: column,
    type: 'STRING',
    data: rows.map((row) => (row[column] === null ? null : plain(row[column]!))),
  }));
  change(columnData);
  return Buffer.from(parquetWriteBuffer({ columnData: columnData as never, ...options }));
}

const OTHER_WRITER: readonly { name: string; of: (draw: Draw, rows: readonly Row[]) => Buffer }[] = [
  { name: 'a row group a row', of: (_, rows) => byAnotherWriter(rows, () => {}, { rowGroupSize: 1 }) },
  {
    name: 'a column twice',
    of: (draw, rows) =>
      byAnotherWriter(rows, (columns) => {
        const twin = draw.one(columns);
        columns.push({ ...twin, name: draw.one([twin.name, twin.name.toUpperCase(), `${twin.name}_1`]) });
      }),
  },
  {
    name: 'a missing moment of pandas',
    of: (draw, rows) =>
      byAnotherWriter(rows, (columns) => {
        const twin = draw.one(columns);
        Object.assign(twin, { type: 'TIMESTAMP', data: rows.map((_, n) => (n === 0 ? -(2n ** 63n) : 1_767_600_000_000_000n)) });
      }),
  },
  {
    name: 'noughts in a text',
    of: (draw, rows) =>
      byAnotherWriter(
        rows,
        (columns) => void draw.one(columns).data.splice(0, 1, draw.one(['a\0b', '\0', '\u001e', '\u001f', 'x\ufeff', 'e\u0301'])),
      ),
  },
];

const FOOTER: readonly { name: string; of: (draw: Draw, file: Buffer) => Buffer }[] = [
  { name: 'an encrypted footer', of: (_, file) => Buffer.concat([file.subarray(0, -4), Buffer.from('PARE')]) },
  {
    name: 'another length of the footer',
    of: (draw, file) => {
      const out = Buffer.from(file);
      out.writeUInt32LE(draw.one([0, 1, 8, out.length, 0x7fffffff, 0xffffffff, draw.whole(0, out.length)]), out.length - 8);
      return out;
    },
  },
  {
    name: 'a byte of the footer',
    of: (draw, file) => {
      const out = Buffer.from(file);
      const footer = out.readUInt32LE(out.length - 8);
      for (let n = draw.whole(1, 2); n > 0; n--) out[draw.whole(out.length - 8 - footer, out.length - 9)] = draw.whole(0, 255);
      return out;
    },
  },
  {
    name: 'a bit of the footer',
    of: (draw, file) => {
      const out = Buffer.from(file);
      const footer = out.readUInt32LE(out.length - 8);
      out[draw.whole(out.length - 8 - footer, out.length - 9)]! ^= 1 << draw.whole(0, 7);
      return out;
    },
  },
];

/** A mutated Parquet file of good rows, and what was done to it. */
export async function mutateParquet(
  draw: Draw,
  contract: LandingContract,
  rows: readonly Row[],
  duck: Duck,
): Promise<{ name: string; bytes: Buffer; exact: boolean }> {
  const plan = usualPlan(draw, contract);
  const kind = draw.next();
  if (kind < 0.45) {
    for (;;) {
      const mutation = draw.one(PLANS);
      mutation.of(draw, plan);
      const again = draw.chance(0.3);
      if (again) draw.one(PLANS).of(draw, plan);
      // Some types cannot be cast into each other, and some not be written: then another is drawn.
      const bytes = await written(plan, rows, duck).catch(() => undefined);
      if (bytes) return { name: mutation.name, bytes, exact: true };
      Object.assign(plan, usualPlan(draw, contract));
    }
  }
  if (kind < 0.6) {
    const mutation = draw.one(OTHER_WRITER);
    return { name: mutation.name, bytes: mutation.of(draw, rows), exact: true };
  }
  const file = await written(plan, rows, duck);
  const mutation = kind < 0.8 ? draw.one(FOOTER) : draw.one(ANY_TEXT.slice(0, 8));
  return { name: mutation.name, bytes: mutation.of(draw, file), exact: false };
}

export const goodParquet = (rows: readonly Row[]): Buffer => byAnotherWriter(rows, () => {});
