import { LANDING } from '../contracts/landing/index.js';
import type { LandedFile } from '../contracts/run/inputs.js';
import { type Duck, openDuck } from '../lambdas/shared/duck.js';
import type { ObjectStore } from '../lambdas/shared/object-store.js';
import { counted, firstLine, ImportRefused, shown } from './refused.js';
import { changedUnderOneMoment, copyNewRows, readWhole } from './wrapping.js';

/** What an import calls its files of a day: part-0, and for what is added later part-1 and so on. */
const PART = /\/part-(\d+)\.parquet$/;

interface Given {
  staging: ObjectStore;
  landing: ObjectStore;
  dataset: string;
  /** What a night would read of the landing. */
  already: readonly Pick<LandedFile, 'key'>[];
  scratch: string;
}

interface Kept {
  added: number;
  notes: string[];
}

/** Leaves in the staging only what of these datasets has not landed. */
export async function keepNewRows({ datasets, ...given }: Omit<Given, 'dataset'> & { datasets: readonly string[] }) {
  const kept = new Map<string, Kept>();
  for (const dataset of datasets) kept.set(dataset, await keepNewRowsOf({ ...given, dataset }));
  return kept;
}

/**
 * Leaves in the staging only what has not landed: of a day that holds files already, the rows that none of them holds, as a file beside
 * them. What landed and is not in the source any more, such as the version of an order before the last, stays.
 *
 * @returns how many rows are new, and what a person should know of them
 * @throws ImportRefused when a day holds files that no import wrote
 */
async function keepNewRowsOf({ staging, landing, dataset, already, scratch }: Given): Promise<Kept> {
  const duck = await openDuck({ memoryLimit: '1GB', temporaryFolder: scratch });
  try {
    await duck.run('set threads = 1');
    let rows = 0;
    const tied: Tied[] = [];
    for (const { key } of await staging.list(`${dataset}/`)) {
      const day = key.slice(0, key.lastIndexOf('/') + 1);
      const landed = already.map((file) => file.key).filter((one) => one.startsWith(day));
      const other = landed.find((one) => !PART.test(one));
      if (other !== undefined)
        throw new ImportRefused([
          `${landing.url(other)}: was not written by an import, so that nobody can tell which rows are new beside it; import to another folder`,
        ]);
      const next = Math.max(-1, ...landed.map((one) => Number(PART.exec(one)![1]))) + 1;
      const beside = `${day}part-${next}.parquet`;
      const fresh = `${scratch}/new.parquet`;
      const paths = landed.map((one) => landing.url(one));
      const added = await newRows(duck, { staged: staging.url(key), landed: paths }, fresh);
      rows += added;
      if (landed.length === 0) continue;
      if (added > 0) tied.push(...(await duck.run(changedUnderOneMoment(fresh, paths, LANDING[dataset]!.key))));
      await staging.delete(key);
      if (added > 0) await staging.fromFile(fresh, beside);
    }
    return { added: rows, notes: tied.length > 0 ? [tiedNote(dataset, tied)] : [] };
  } finally {
    duck.close();
  }
}

async function newRows(
  duck: Duck,
  { staged, landed }: { staged: string; landed: readonly string[] },
  target: string,
): Promise<number> {
  const [copied] = await duck.run(copyNewRows(staged, landed, target)).catch(async (error) => {
    throw await whyNot(duck, landed, error);
  });
  return Number(copied!.Count);
}

/** A record with new content under the updated_at of a row that landed before. */
type Tied = Record<string, unknown>;

function tiedNote(dataset: string, tied: readonly Tied[]): string {
  const first = Object.entries(tied[0]!).map(([column, value]) => `${column} ${shown(String(value))}`);
  return (
    `${dataset}: ${counted(tied.length, 'new row')} changed without a later updated_at than the row that landed before (first: ${first.join(', ')}); ` +
    'of two such rows a night may keep the old one: return a later updated_at with every change, or pass --replace to take the old rows out'
  );
}

/** Other columns, or a damaged file: these a person can mend. Whatever else it was, such as a full disk, is thrown as it came. */
async function whyNot(duck: Duck, landed: readonly string[], error: unknown): Promise<unknown> {
  if (/^Binder Error/.test(firstLine(error)))
    return new ImportRefused(
      [`${landed.join(', ')}: has other columns than an import writes today; import to an empty folder, or pass --replace`],
      error,
    );
  for (const file of landed) {
    const fault = await duck.run(readWhole(file)).then(
      () => undefined,
      (alone: unknown) => alone,
    );
    if (fault !== undefined && /^Invalid (Input )?Error/.test(firstLine(fault)))
      return new ImportRefused(
        [
          `${file}: is damaged, so that nobody can tell which rows are new beside it; put it back from a copy, or take it out of the landing and import again: of its rows those that are in your files land anew`,
        ],
        fault,
      );
  }
  return error;
}
