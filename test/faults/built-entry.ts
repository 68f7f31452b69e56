import { chmod, mkdtemp, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { HOME } from '../../infra/shared/home.js';

/** Files that look for others beside themselves find them where they lie in the project. */
const WHERE_IT_LIES: Plugin = {
  name: 'where-it-lies',
  setup(building) {
    building.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (path.includes('node_modules') || !text.includes('import.meta')) return undefined;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

export interface Built {
  folder: string;
  /** The command line. */
  entry: string;
  /** die-at-operation.ts. */
  preload: string;
}

/**
 * Sources of this working tree as JavaScript, in a temporary folder that is answered. why: many processes are started, and to
 * translate the sources takes each of them longer than its work.
 */
export async function builtInto(entryPoints: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scorecards-entry-'));
  // Another user is to start it too.
  await chmod(folder, 0o755);
  await symlink(join(HOME, 'node_modules'), join(folder, 'node_modules'));
  await build({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    plugins: [WHERE_IT_LIES],
    logLevel: 'error',
  });
  return folder;
}

/** The command line, and what lets it die at an operation. */
export async function builtEntry(): Promise<Built> {
  const folder = await builtInto({ cli: join(HOME, 'cli/cli.ts'), preload: join(import.meta.dirname, 'die-at-operation.ts') });
  return { folder, entry: join(folder, 'cli.mjs'), preload: join(folder, 'preload.mjs') };
}
