import { createHash } from 'node:crypto';
import nunjucks from 'nunjucks';
import type { Column } from '../../contracts/columns.js';
import type { LandingContract, NotBefore } from '../../contracts/contract.js';
import { CURRENCY_CODES } from '../../contracts/currencies.js';
import { localDayColumn, localDaysOf } from '../../contracts/ledger/accepted.js';
import { METRIC_KEYS } from '../../metrics/index.js';
import type { TrackingPolicy } from '../../policies/policy.js';
import { type Clock, clockAround, type RegionClock } from './clock.js';
import { BAD_ID, type BadId, nonePattern, saysNotBefore } from './given-text.js';
import type { Format } from './landed-file.js';
import { acceptSqlFiles } from './sql-files.js';

const TEMPLATES = acceptSqlFiles();

/** Changes whenever the acceptance rules do. */
export const rulesFingerprint = createHash('sha256').update(JSON.stringify(TEMPLATES)).digest('hex');

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const name = (value: string): string => `"${value.replaceAll('"', '""')}"`;

const environment = new nunjucks.Environment(
  {
    getSource: (path: string) => {
      const src = TEMPLATES[path];
      if (src === undefined) throw new Error(`lambdas/accept-files/sql/${path}: is missing`);
      return { src, path, noCache: false };
    },
  } as nunjucks.ILoader,
  { autoescape: false, throwOnUndefined: true, trimBlocks: false, lstripBlocks: false },
)
  .addFilter('text', text)
  .addFilter('texts', (values: readonly string[]) => values.map(text).join(', '))
  .addFilter('name', name);

/** How a column arrives: not at all, as text, as a typed value that already fits its kind, or as a bare day where a moment is asked for. */
type Arrival = 'absent' | 'text' | 'fitting' | 'day';

export interface LandedColumn extends Column {
  arrives: Arrival;
  /** DuckDB's type of the column in a Parquet file, else VARCHAR. */
  physical: string;
  /** A list or record where text is asked for. */
  nested: boolean;
  /** Position in the cells of a text row, from 1; 0 when absent. */
  cell: number;
  /** Names a region of regions.yaml. */
  region: boolean;
  /** Text is asked for and the column's type keeps no text: what it held may look otherwise now. */
  lossy: boolean;
  /** What is read as none, or ''. */
  none_pattern: string;
  /** Of a carrier's number: which form it has. */
  carrier_forms: TrackingPolicy['carriers'];
  /** What is no id. */
  bad_id: BadId;
  not_before: readonly (NotBefore & { says: string })[];
  /** The column that holds this moment's local day in accepted files, or ''. */
  local_day: string;
  /** Of a Parquet column, SQL that is true of a value that DuckDB can hold but not calculate with or write, or ''. */
  no_value: string;
}

const TIMESTAMPS = ['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS', 'TIMESTAMP WITH TIME ZONE'];
const WHOLE = ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'UHUGEINT'];
/** Every value of these types can be written. */
const PLAIN = /^(VARCHAR|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\)|BOOLEAN|UUID|BLOB)$/;
const FITTING: Partial<Record<Column['kind'], readonly string[]>> = {
  moment: TIMESTAMPS,
  moment_or_day: TIMESTAMPS,
  day: ['DATE', ...TIMESTAMPS],
  count: WHOLE,
  money: WHOLE,
  rating: WHOLE,
};

function arrival(column: Column, physical: string): Arrival {
  if (FITTING[column.kind]?.includes(physical)) return 'fitting';
  return column.kind === 'moment_or_day' && physical === 'DATE' ? 'day' : 'text';
}

/**
 * A missing moment of pandas (NaT, the least of 64 bits) lies before DuckDB's `-infinity`, and days of 32 bits reach beyond what it can
 * count in microseconds: both end a query that looks at them closer.
 */
function noValue(column: string, physical: string): string {
  const given = name(column);
  if (TIMESTAMPS.includes(physical)) return `${given} < CAST('-infinity' AS ${physical})`;
  if (physical === 'DATE') return `${given} NOT BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'`;
  if (PLAIN.test(physical)) return '';
  return `${given} IS NOT NULL AND TRY(CAST(${given} AS VARCHAR)) IS NULL`;
}

const isRegion = (column: Column): boolean => column.name === 'region' || column.name === 'home_region';

type None = NonNullable<Column['none']>;

const wordsForNone = (column: Column, { words, ...more }: None, tracking: TrackingPolicy | undefined): None => ({
  ...{ ...more, words: column.number_of ? [...words, ...(tracking?.words_for_none ?? [])] : words },
});

/** The contract's columns as a file brings them. `header` is what the file has, by name; types matter for Parquet only. */
export function landedColumns(
  contract: LandingContract,
  format: Format,
  header: ReadonlyMap<string, string>,
  tracking?: TrackingPolicy,
): LandedColumn[] {
  const names = [...header.keys()];
  return contract.columns.map((column, index) => {
    const physical = header.get(column.name);
    const absent = physical === undefined;
    return {
      ...column,
      arrives: absent ? 'absent' : arrival(column, physical),
      physical: physical ?? 'VARCHAR',
      nested: column.kind === 'text' && /[([]/.test((physical ?? '').replace(/^(DECIMAL|ENUM)\(.*\)$/, '')),
      cell: absent ? 0 : format === 'csv' ? names.indexOf(column.name) + 1 : index + 1,
      lossy: column.kind === 'text' && /^(DOUBLE|FLOAT|BOOLEAN|DECIMAL\(\d+,(?!0\)).*)$/.test(physical ?? ''),
      none_pattern: column.none ? nonePattern(wordsForNone(column, column.none, tracking)) : '',
      carrier_forms: column.number_of && header.has(column.number_of) ? (tracking?.carriers ?? []) : [],
      bad_id: BAD_ID,
      not_before: contract.not_before
        .filter((rule) => rule.column === column.name && rule.otherwise === 'rejected')
        .map((rule) => ({ ...rule, says: saysNotBefore(rule) })),
      region: isRegion(column),
      no_value: absent || format !== 'parquet' ? '' : noValue(column.name, physical),
      local_day: localDaysOf(contract.dataset).includes(column.name) ? localDayColumn(column.name) : '',
    };
  });
}

/** A landed file as its rows name it. */
export interface FileName {
  file_id: string;
  /** Landing day, YYYY-MM-DD. */
  dt: string;
  /** Landing key, as shown in quarantine. */
  key: string;
}

/** Landed files of one dataset, format and columns, as the query that judges them together sees them. */
export interface Batch {
  dataset: string;
  files: readonly FileName[];
  /** The files by the file_index of their rows. A rows file may hold others too; their places are filled with nothing. */
  by_index: readonly FileName[];
  /** The file_index of each file where the rows file holds others too, else nothing. */
  among: readonly number[];
  format: Format;
  /** The rows file (see rows-file.ts), or the Parquet files themselves; empty when no row can be read. */
  paths: readonly string[];
  /** Its rows are read by one thread, in order. */
  small: boolean;
  header: string[];
  /** The column that names the region, or ''. */
  region: string;
  region_optional: boolean;
  codes: string[];
  currencies: readonly string[];
  /** The regions' clocks. */
  clock: Clock;
  metrics: readonly string[];
  /** Some row of theirs has a JSON key twice. */
  twice: boolean;
  /** Why the files are refused, or ''. */
  refused: string;
}

const regionOf = (contract: LandingContract): Column | undefined => contract.columns.find(isRegion);

export function batchOf(
  contract: LandingContract,
  { regions, own_metrics, far = false }: { regions: readonly RegionClock[]; own_metrics: readonly string[]; far?: boolean },
  facts: Pick<Batch, 'files' | 'by_index' | 'among' | 'format' | 'paths' | 'small' | 'header' | 'twice' | 'refused'>,
): Batch {
  const region = regionOf(contract);
  return {
    ...facts,
    dataset: contract.dataset,
    region: region?.name ?? '',
    region_optional: region ? !region.required : false,
    codes: regions.map((r) => r.code).sort(),
    currencies: CURRENCY_CODES,
    clock: clockAround(
      facts.files.map((file) => file.dt),
      regions,
      far,
    ),
    metrics: [...METRIC_KEYS, ...own_metrics],
  };
}

/** Renders one of lambdas/accept-files/sql/*.sql to a SELECT. */
export function query(file: string, context: Record<string, unknown>): string {
  // nunjucks has no filter inside a for, so what the templates leave out is left out here
  const columns = (context.columns ?? []) as { arrives?: string; local_day?: string }[];
  const arriving = columns.filter((column) => column.arrives !== 'absent');
  const with_local_day = columns.filter((column) => column.local_day);
  try {
    return environment.render(file, { ...context, arriving, with_local_day }).trim();
  } catch (error) {
    throw new Error(`lambdas/accept-files/sql/${file}: ${(error as Error).message.replace(/\s+/g, ' ')}`);
  }
}
