import { inTurns } from '../../../../lambdas/shared/in-turns.js';
import { formatFor } from '../../../../wording/format.js';
import { footerOf } from '../../adapters/footer.js';
import { type Answer, fail, pass, type Question } from '../answer.js';
import type { AtHand } from '../at-hand.js';

/** Buckets that are asked for; a night of a large marketplace has up to 64. */
const BUCKETS = 4;
/** why: a function that reads one row group holds it unpacked; 800,000 rows of details in one took 2.5 GB. */
const MOST_ROWS = 250_000;
const AT_ONCE = 8;

/** Some rows of made sellers in the shape of a published dataset, out of their order; `digits` make 10 to that power of them. */
function rowsOf(digits: number): string {
  const ten = Array.from({ length: 10 }, (_, n) => `(${n})`).join(', ');
  const names = Array.from({ length: digits }, (_, n) => `d${n}`);
  const number = names.map((name, n) => `${name}.n * ${10 ** n}`).join(' + ');
  const from = names.map((name) => `(VALUES ${ten}) AS ${name} (n)`).join(' CROSS JOIN ');
  const seller = `lpad(CAST(number % 5003 AS VARCHAR), 4, '0')`;
  return `SELECT ${seller} AS seller_id, 'smoke' AS programme, CAST(number AS VARCHAR) AS metric FROM (SELECT ${number} AS number FROM ${from}) AS made`;
}

interface RowGroup {
  key: string;
  rows: number;
  first: string;
  last: string;
}

async function rowGroupsOf(at: AtHand, keys: readonly string[]): Promise<RowGroup[]> {
  const footers = await inTurns(keys, AT_ONCE, async (key) => ({ key, ...(await footerOf(at.store, key)) }));
  return footers.flatMap(({ key, footer }) =>
    footer.row_groups.map(({ num_rows, columns }) => {
      const seller = columns.find(({ meta_data }) => meta_data?.path_in_schema.join() === 'seller_id')?.meta_data?.statistics;
      const [first, last] = [seller?.min_value ?? seller?.min, seller?.max_value ?? seller?.max];
      return { key, rows: Number(num_rows), first: String(first ?? ''), last: String(last ?? '') };
    }),
  );
}

/** Row groups that may hold sellers of one before them, other than the one with which that one ends. */
export function overlapping(groups: readonly RowGroup[]): number {
  let last = '';
  let over = 0;
  for (const group of groups.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    if (group.first < last) over++;
    if (group.last > last) last = group.last;
  }
  return over;
}

const { count, many } = formatFor('en-GB');

async function write(at: AtHand, what: string, select: string, buckets: number): Promise<RowGroup[]> {
  const outputPrefix = `${at.prefix}${what}/`;
  const id = await at.start(at.engine.wrap(select, 'seller_metrics', outputPrefix, buckets));
  await at.ended(id);
  const { files } = await at.engine.outputOf({ QueryExecutionId: id }, { dataset: what, run_prefix: 'none', outputPrefix });
  return rowGroupsOf(at, files);
}

function ordered(groups: readonly RowGroup[]): Answer {
  const files = new Set(groups.map(({ key }) => key)).size;
  const most = Math.max(...groups.map(({ rows }) => rows));
  const found = `rows in order of sellers came in ${many(files, 'file')} of ${many(groups.length, 'row group')}, the largest of ${count(most)} rows`;
  if (groups.some(({ first }) => first === ''))
    return fail(
      `${found}, and they say no range of sellers`,
      'readers of one seller read whole files; tell whoever maintains this',
    );
  const over = overlapping(groups);
  if (over > 0) return pass(`${found}; ${over} of them overlap in sellers, so that only buckets keep sellers apart`);
  return pass(`${found}; no two overlap in sellers`);
}

function bucketed(groups: readonly RowGroup[]): Answer {
  const folders = Map.groupBy(groups, ({ key }) => /\/bucket=(\d\d-of-\d\d)\/[^/]+$/.exec(key)?.[1] ?? '');
  if (folders.has('') || folders.size !== BUCKETS)
    return fail(
      `${BUCKETS} buckets of sellers came as ${folders.size} folders`,
      'readers would not find a seller; look at the keys',
    );
  const most = Math.max(...groups.map(({ rows }) => rows));
  const within = [...folders.values()].reduce((sum, some) => sum + overlapping(some), 0);
  const found = `${BUCKETS} buckets of sellers came as folders by their names, ${many(groups.length, 'row group')}, the largest of ${count(most)} rows`;
  if (most > MOST_ROWS)
    return fail(
      found,
      `a function that reads one seller holds all of a row group: at most ${count(MOST_ROWS)} rows are planned for`,
    );
  return pass(`${found}; ${within === 0 ? 'no two' : count(within)} of one bucket overlap in sellers`);
}

/** How Athena cuts what it writes: into which files and row groups, and whether their sellers lie apart. */
export const files: Question = {
  about: 'written files',
  async ask(at) {
    const select = rowsOf(at.given.digits);
    const ORDER = '\nORDER BY seller_id, programme, metric';
    return [
      ordered(await write(at, 'ordered', `${select}${ORDER}`, 1)),
      bucketed(await write(at, 'buckets', `${select}${ORDER}`, BUCKETS)),
    ];
  },
};
