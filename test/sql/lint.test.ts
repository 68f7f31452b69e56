import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { LANDING } from '../../contracts/landing/index.js';
import { LEDGERS } from '../../contracts/ledger/parts.js';
import { isLandedKind } from '../../contracts/run/inputs.js';
import { AthenaEngine } from '../../infra/aws/adapters/query-engine.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { DuckEngine } from '../../infra/local/query-engine.js';
import { COLUMNS_FILE } from '../../infra/shared/night-columns.js';
import { inputTotals } from '../../lambdas/plan-run/input-files.js';
import { isLanded, type SourceRows } from '../../lambdas/shared/query-engine.js';
import type { Source } from '../../sql/render.js';
import { around, everyRendering, files, NIGHTS, parenthesis, paths, type RenderedFile, render, sourceFiles } from './rendered.js';

const rendered = everyRendering();

/** Where a pattern occurs, a line each: file, night and the words around it. */
function found(pattern: RegExp, suspicious: (file: RenderedFile, match: RegExpExecArray) => boolean = () => true): string[] {
  const all = rendered.flatMap((file) =>
    [...file.bare.matchAll(pattern)]
      .filter((match) => suspicious(file, match))
      .map(
        (match) => `sql/${file.path}: ${file.bare.slice(Math.max(0, match.index - 30), match.index + 50).replace(/\s+/g, ' ')}`,
      ),
  );
  return [...new Set(all)];
}

/** Functions that Trino and DuckDB both have, mean the same by, and take the same arguments for. */
const FUNCTIONS = [
  ...['cast', 'coalesce', 'nullif', 'greatest', 'least', 'abs'],
  ...['count', 'sum', 'min', 'max', 'grouping', 'row_number', 'first_value', 'lag', 'lead', 'dense_rank'],
  ...['ceil', 'floor', 'round', 'sqrt', 'ln', 'date_diff', 'date_trunc', 'strpos', 'lower', 'trim'],
  // Of an anchored pattern there is one match: Trino replaces all, DuckDB the first.
  'regexp_replace',
];
/** Words that stand before a parenthesis without being functions. */
const KEYWORDS =
  'select from where and or not on in as over filter values exists when then else union all join by having between is case with limit sets';
/** Types that a table of the night may have, and that both engines write to Parquet alike. */
const TYPES = ['VARCHAR', 'BIGINT', 'INTEGER', 'DOUBLE', 'BOOLEAN', 'DATE', 'TIMESTAMP'];

describe('every SELECT that both engines run', () => {
  it('is rendered for nights of every kind', () => {
    expect(paths.length).toBeGreaterThan(30);
    expect(rendered).toHaveLength(paths.length * Object.keys(NIGHTS).length);
  });

  it.each(paths)('%s says first what one of its rows is, or as a check whether it fails or warns', (path) => {
    const first = files[path]!.split('\n')[0];
    expect(first).toMatch(path.startsWith('checks/') ? /^-- (fail|warn): \S.+/ : /^-- One row per \S.+/);
    for (const file of rendered.filter((r) => r.path === path)) expect(file.select.split('\n')[0]).toBe(first);
  });

  it('is one SELECT: it starts with SELECT or WITH, holds no semicolon, and changes nothing', () => {
    expect(rendered.filter(({ bare }) => !/^\s*(SELECT|WITH)\b/.test(bare)).map(({ path }) => path)).toEqual([]);
    expect(found(/;/g)).toEqual([]);
    expect(found(/\b(CREATE|INSERT|UPDATE|DELETE|DROP|ALTER|MERGE|COPY|UNLOAD|PREPARE|EXECUTE|SET|CALL|ATTACH)\b/gi)).toEqual([]);
  });

  it('calls functions only that Trino and DuckDB both have', () => {
    const known = new Set([...FUNCTIONS, ...KEYWORDS.split(' ')]);
    const isTable = (sql: string, at: number) => /\bAS\s+$/i.test(sql.slice(0, at));
    expect(found(/\b([a-z_]\w*)\s*\(/gi, ({ bare }, m) => !known.has(m[1]!.toLowerCase()) && !isTable(bare, m.index))).toEqual(
      [],
    );
  });

  it('reads no clock', () => {
    const clocks = /\b(?:current_(?:date|time|timestamp)\b|local(?:time|timestamp)\b|(?:now|today|random|rand|uuid)\s*\()/gi;
    expect(found(clocks)).toEqual([]);
  });

  it('has no bare decimal such as 1.5, a DECIMAL in one engine and a DOUBLE in the other: 1.5E0', () => {
    expect(found(/(?<![\w.])\d*\.\d+(?![\d]*E)/gi)).toEqual([]);
  });

  it('divides only by a DOUBLE: Trino cuts off what DuckDB keeps when whole numbers are divided', () => {
    const byDouble = ({ bare }: RenderedFile, { index }: RegExpExecArray): boolean => {
      const divisor = bare.slice(index + 1).trimStart();
      if (/^\d+(\.\d+)?E\d+/.test(divisor)) return true;
      return /^CAST\s*\(/.test(divisor) && /AS DOUBLE\s*\)$/.test(parenthesis(divisor, divisor.indexOf('(')));
    };
    expect(found(/\//g, (file, match) => !byDouble(file, match))).toEqual([]);
  });

  it('casts every sum: of BIGINTs it is a HUGEINT in DuckDB, and would be written as a DOUBLE', () => {
    const isCast = ({ bare }: RenderedFile, { index }: RegExpExecArray): boolean =>
      around(bare, index).some(({ name, at }) => name === 'CAST' && /AS (BIGINT|DOUBLE)\s*\)$/.test(parenthesis(bare, at)));
    const onlyCompared = ({ bare }: RenderedFile, { index }: RegExpExecArray) =>
      /\bHAVING\b(?!.*\b(SELECT|FROM)\b)[^;]*$/s.test(bare.slice(0, index));
    expect(found(/\b(sum|avg)\s*\(/gi, (file, match) => !isCast(file, match) && !onlyCompared(file, match))).toEqual([]);
  });

  it('casts only to types that a table of the night may have, and never to a moment with a time zone', () => {
    const typeOf = ({ bare }: RenderedFile, { index, 0: word }: RegExpExecArray) =>
      /\bAS\s+([A-Z ]+(\(\d+(,\s*\d+)?\))?)\s*\)$/.exec(parenthesis(bare, index + word.length - 1))?.[1] ?? 'no type';
    expect(found(/\bCAST\s*\(/gi, (file, match) => !TYPES.includes(typeOf(file, match)))).toEqual([]);
    expect(found(/\b(AT TIME ZONE|WITH TIME ZONE|TIMESTAMPTZ|DECIMAL|NUMERIC|REAL|FLOAT|HUGEINT)\b/gi)).toEqual([]);
  });

  it('speaks no dialect: nothing that only DuckDB reads', () => {
    expect(
      found(
        /::|\/\/|==|[[\]{}]|\b(QUALIFY|EXCLUDE|REPLACE|ILIKE|DISTINCT ON|GROUP BY ALL|ORDER BY ALL|POSITIONAL|ASOF|SEMI|ANTI|PIVOT|UNPIVOT)\b/gi,
      ),
    ).toEqual([]);
  });

  it('filters no window function, which Trino cannot', () => {
    expect(
      found(/\bFILTER\s*\(/gi, ({ bare }, { index, 0: word }) => {
        const open = index + word.length - 1;
        return /^\s*OVER\b/i.test(bare.slice(open + parenthesis(bare, open).length));
      }),
    ).toEqual([]);
  });
});

describe('SQL as it is read', () => {
  const lines = Object.entries(files).flatMap(([path, text]) =>
    text.split('\n').map((line, at) => ({ place: `${path.startsWith('metrics/') ? '' : 'sql/'}${path}:${at + 1}`, line })),
  );

  it('has at most 110 columns; what a check says to a person is one line', () => {
    const long = lines.filter(({ line }) => line.length > 110 && !/^-- (fail|warn): /.test(line));
    expect(long.map(({ place }) => place)).toEqual([]);
  });

  it('has a loop on lines of its own, so that what is repeated reads as what it is', () => {
    const tags = /^\s*(\{%[^%]*%\}\s*)+$/;
    const inline = lines.filter(({ line }) => /\{%\s*(end)?for\b/.test(line) && !tags.test(line));
    expect(inline.map(({ place }) => place)).toEqual([]);
  });
});

describe('the text that an engine is given', () => {
  /**
   * Bytes: three eighths of what Athena takes, which cannot be raised. Half of it for what reads no landed rows: such a text
   * grows with the metrics and periods, and not from night to night. why not a quarter: seller_metrics has about 4 kB for each
   * of the seventeen entries of these programmes, and reads landed rows where a floor asks for buyers.
   */
  const MOST_BYTES = { landed: 98_304, computed: 131_072 };
  const datasets = Object.keys(LANDING);
  /** Ten files a dataset and day, newest first: most of a year. */
  const landedFiles = Array.from({ length: 20_000 }, (_, n) => ({
    dataset: datasets[n % datasets.length]!,
    dt: addDays('2026-11-16', -Math.floor(n / (10 * datasets.length))),
    file_id: n.toString(16).padStart(20, 'a'),
    landed: 1000,
    accepted: 1000,
    quarantined: 0,
    // why 10: with a number of datasets that it shares no part with, each has news.
    is_news: n % 10 > 2,
  }));
  const inputs = inputTotals(landedFiles);
  const run_prefix = 'runs/2026-11-16/001';
  const part = { run_prefix, files: [`${run_prefix}/dataset/part-0.parquet`] };

  function rowsOf({ kind, dataset }: Source): SourceRows {
    if (isLandedKind(kind)) return { kind, dataset, run_prefix, days: inputs[kind][dataset]!.days };
    return { kind, dataset, parts: LEDGERS.includes(dataset) ? Array(20).fill(part) : [part] };
  }

  const athena = new AthenaEngine({
    store: { url: (key: string) => `s3://seller-scorecards-production-store-000000000000/${key}` },
    database: 'seller_scorecards_production',
    columns: JSON.parse(readFileSync(COLUMNS_FILE, 'utf8')),
  } as unknown as ConstructorParameters<typeof AthenaEngine>[0]);
  const duck = new DuckEngine(new FolderStore('/srv/marketplace/seller-scorecards/store'), () => Promise.reject());

  it.each(paths.filter((path) => !path.startsWith('analyses/')))('%s is short, also after 20,000 landed files', (path) => {
    for (const facts of Object.values(NIGHTS))
      for (const engine of [athena, duck]) {
        let reads: keyof typeof MOST_BYTES = 'computed';
        const select = render(path, { ...facts, inputs }, (source) => {
          const rows = rowsOf(source);
          if (isLanded(rows)) reads = 'landed';
          return engine.relation(rows);
        });
        const statement = engine.wrap(select, 'any_dataset', 'runs/2026-11-16/001/any_dataset/retry-2/');
        expect(Buffer.byteLength(statement)).toBeLessThanOrEqual(MOST_BYTES[reads]);
      }
  });

  it('names no file of what landed, and stays short for ten years of days', () => {
    const days = Array.from({ length: 3653 }, (_, n) => addDays('2026-11-16', n - 3652));
    for (const engine of [athena, duck])
      for (const kind of ['accepted', 'accepted_news', 'counts'] as const) {
        const text = engine.relation({ kind, dataset: 'orders', run_prefix: run_prefix, days });
        expect(text).not.toMatch(/dt=\d{4}-\d{2}-\d{2}/);
        expect(text.length).toBeLessThan(6000);
      }
  });
});

describe('SQL lives in .sql files', () => {
  /** Where TypeScript wraps or names, with the reason. */
  const WRAPPING: Readonly<Record<string, string>> = {
    'sql/literals.ts': 'a relation without rows, for what never landed, and columns that an earlier version lacked',
    'infra/aws/adapters/query-engine.ts': 'wraps a SELECT in UNLOAD and names tables',
    'lambdas/shared/landed-rows.ts': 'joins landed rows with the inputs of a run',
    'infra/shared/night-columns.ts': 'asks DuckDB to DESCRIBE a SELECT',
    'infra/aws/adapters/environment.ts': 'tells a person what to type in Athena',
    'infra/local/copy-to.ts': 'wraps a SELECT in COPY',
    'infra/aws/smoke/questions/at-once.ts': 'asks whether a query runs at all',
    'infra/aws/smoke/questions/files.ts': 'asks what UNLOAD makes of rows written here',
    'infra/aws/smoke/questions/rights.ts': 'asks whether tables may be read, of no row of them',
    'infra/aws/smoke/questions/unload.ts': 'wraps a SELECT in UNLOAD',
    'infra/shared/erasure/parquet-rows.ts': 'writes a file again with a value in the place of another',
    'infra/local/doctor/parquet-rows.ts': 'reads a file from end to end',
    'infra/local/split-into-folders.ts': 'reads a file and writes one per bucket',
    'infra/shared/in-buckets.ts': 'adds the name of the bucket to a SELECT',
    'cli/commands/orders.ts': 'wraps a SELECT in COPY',
    'cli/evidence/records.ts': 'picks what landed about a seller',
    'sample/parquet.ts': 'wraps a SELECT in COPY',
    'lambdas/accept-files/judge.ts': 'wraps a SELECT in COPY',
    'bench/accept-to-copy.ts': 'copies files, which is what it measures',
    'bench/link-graph.ts': 'reads what it made and what a night found',
    'bench/many-sellers.ts': 'copies what a run published under other ids',
    'bench/marketplace.ts': 'wraps a SELECT in COPY',
    'trial/affected.ts': 'picks rows of tables that a trial keeps in memory',
    'trial/backtest.ts': 'counts rows of tables that a trial keeps in memory',
    'trial/evaluations.ts': 'keeps the answers of nights in tables',
    'trial/judged-rows.ts': 'loads what a run judged into tables',
    'trial/simulated-days.ts': 'draws the days of simulated sellers',
    'trial/simulated-year.ts': 'counts what simulated sellers met',
    'trial/trial-nights.ts': 'keeps the answers of nights in tables',
    'trial/tried-sellers.ts': 'puts sellers into groups by size and age',
    'trial/whatif.ts': 'adds the rows that are asked about',
  };
  const SQL_TEXT =
    /['"`(]\s*(SELECT\s+\S|WITH \w+ AS \(|INSERT INTO|CREATE (OR REPLACE )?(TEMP )?(TABLE|VIEW|SCHEMA|MACRO)|COPY \(|UNLOAD \(|DESCRIBE |DELETE FROM)/;
  const holdsSql = (path: string): boolean =>
    readFileSync(path, 'utf8')
      .split('\n')
      .some((line) => SQL_TEXT.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line));

  it('no TypeScript holds any, but for what wraps it for an engine', () => {
    const holding = sourceFiles().filter((path) => existsSync(path) && holdsSql(path));
    expect(holding.filter((path) => !(path in WRAPPING))).toEqual([]);
    expect(
      Object.keys(WRAPPING).filter((path) => !holding.includes(path)),
      'on the list without need',
    ).toEqual([]);
  });
});
