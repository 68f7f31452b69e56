import { mkdir, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import type { PolicyFiles } from '../../policies/load.js';
import type { SqlFiles } from '../../sql/render.js';

/** The project's own folder: where sql/, policies/ and infra/nightly.asl.json lie. */
export const HOME = fileURLToPath(new URL('../../', import.meta.url));

/** Texts of the files with this ending below a folder, by slash-separated relative path. Throws when there is no such folder. */
async function textsBelow(folder: string, endings: RegExp): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts: Record<string, string> = {};
  for (const entry of entries) {
    if (!entry.isFile() || !endings.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    texts[relative(folder, path).split(sep).join('/')] = await readFile(path, 'utf8');
  }
  return texts;
}

export const readSqlFiles = (): Promise<SqlFiles> => textsBelow(join(HOME, 'sql'), /\.sql$/);

/** The policy folder's YAML files; only the folder itself, not those below it. */
export async function readPolicyFiles(folder: string): Promise<PolicyFiles> {
  const files = await textsBelow(resolve(folder), /\.ya?ml$/);
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.includes('/')));
}

export interface LocalLimits {
  /** As DuckDB writes it, such as 2GB. */
  memory: string;
  threads: number;
}

// why 2 GB: leaves room within 3 GB for what the process itself and the Parquet writer take.
export const LIMITS: LocalLimits = { memory: '2GB', threads: 2 };

/** A DuckDB opened when first needed, with a scratch folder for what does not fit into memory. */
export function lazyDuck(
  scratch: string,
  options: { limits?: LocalLimits; connections?: number; prelude?: boolean } = {},
): { duck: () => Promise<Duck>; close: () => Promise<void> } {
  const { memory, threads } = options.limits ?? LIMITS;
  let opened: Promise<Duck> | undefined;
  const duck = () => {
    opened ??= (async () => {
      await mkdir(scratch, { recursive: true });
      const instance = await openDuck({
        memoryLimit: memory,
        threads,
        temporaryFolder: scratch,
        connections: options.connections,
      });
      if (options.prelude) await instance.run(await readFile(join(HOME, 'infra/local/prelude.sql'), 'utf8'));
      return instance;
    })();
    return opened;
  };
  const close = async () => {
    const instance = await opened?.catch(() => undefined);
    opened = undefined;
    instance?.close();
  };
  return { duck, close };
}

export const scratchFolder = (store: string): string =>
  join(tmpdir(), 'seller-scorecards', Buffer.from(resolve(store)).toString('base64url').slice(-40), String(process.pid));
