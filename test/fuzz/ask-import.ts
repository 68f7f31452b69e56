/** Imports a mutated file as a source of its own, and says what is not as it must be. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Column } from '../../contracts/columns.js';
import { LANDING } from '../../contracts/landing/index.js';
import { ImportRefused } from '../../import/refused.js';
import { importToFolder } from '../helpers/import-to-folder.js';
import { type Finding, NOT_FOR_PEOPLE } from './ask.js';
import type { Case } from './draw-case.js';
import { readParquetPlainly, readPlainly } from './read-plainly.js';
import { DAY } from './rows.js';

/** Typed as a person would type it: what does not fit is left empty, and then told or refused. */
function picked({ name, sql }: Column): string {
  if (sql === 'VARCHAR') return `"${name}"::varchar as "${name}"`;
  const type = sql === 'TIMESTAMP' ? 'timestamptz' : sql.toLowerCase();
  return `try_cast("${name}"::varchar as ${type}) as "${name}"`;
}

const mapping = (dataset: string): string =>
  `select ${LANDING[dataset]!.columns.map(picked).join(', ')}, date '${DAY}' as landed_on from source.o`;

/** A file that begins as a JSON array is one for the import too; only a name tells lines from an array. */
export async function askImport(of: Case): Promise<Finding[]> {
  const root = await mkdtemp(join(tmpdir(), 'fuzz-import-'));
  const options = { mapping: join(root, 'map'), from: join(root, 'src'), to: join(root, 'landing') };
  try {
    await mkdir(options.mapping);
    await mkdir(options.from);
    await writeFile(join(options.mapping, `${of.dataset}.sql`), mapping(of.dataset));
    await writeFile(join(options.from, `o${of.ending}`), of.bytes);
    const { sources, datasets } = await importToFolder(options);
    const [read, landed] = [sources[0]!.rows, datasets[0]!.rows];
    if (read !== landed) return [{ of, what: `import read ${read} rows and landed ${landed}` }];
    const packing = /\.(gz|zst)$/.exec(of.ending)?.[0] ?? '';
    const plain =
      of.format === 'parquet'
        ? await readParquetPlainly(of.bytes, of.exact)
        : readPlainly(of.bytes, of.ending.split('.')[1]!, packing);
    // Of a line that is none, import may read more than one; it knows UTF-16 by its mark; landing does not.
    const marked = of.bytes[0] === 0xff || of.bytes[0] === 0xfe || of.mutation.includes('UTF-16');
    if (plain?.every(({ given }) => given) && !marked && plain.length !== read)
      return [{ of, what: `import read ${read} rows where ${plain.length} are` }];
    return [];
  } catch (error) {
    if (!(error instanceof ImportRefused)) return [{ of, what: `import ended with ${(error as Error).stack}` }];
    const odd = error.lines.find((line) => NOT_FOR_PEOPLE.test(line.replaceAll(/"[^"]*"|::\w+/g, '')));
    if (odd) return [{ of, what: `import is refused in words that nobody understands: ${odd}` }];
    if (!error.lines[0]!.includes(root)) return [{ of, what: `import is refused without a name: ${error.lines[0]}` }];
    return [];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
