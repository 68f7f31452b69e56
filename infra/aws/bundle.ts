import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { HOME } from '../shared/home.js';
import { duckdbBinding, type Platform } from './duckdb-binding.js';

export interface BundleOptions {
  /** Default: Lambda's, linux-arm64. */
  platform?: Platform;
  /**
   * What to do when DuckDB's library for the platform cannot be fetched: fail (default), or leave it out, so that a template can be
   * synthesized without a network; accept-files then refuses to start, saying why.
   */
  withoutDuckdb?: 'fail' | 'leave out';
  /** Where the bundles go, a folder each; emptied first. Default: .cache/bundles. */
  into?: string;
}

/** Folder of the bundled code by the task's folder below lambdas/. Its handler is `index.handler`. */
export type Bundles = Record<string, string>;

/**
 * Bundles the entries infra/aws/entries/<folder>.ts: one minified ES module each, with what it needs and no more.
 *
 *   index.mjs                      what Lambda looks for
 *   lambdas/<folder>/bundle.mjs    two folders deep, as the code was, so that ../../sql/ is where it was
 *   sql/, metrics/, leads/         where a task renders SQL
 *   lambdas/accept-files/sql/      where a task checks landed files, or must know whether the checks have changed
 *   node_modules/dejavu-fonts-ttf/ where a task writes PDF
 *   duckdb.node, libduckdb.so      where a task runs DuckDB
 */
export async function bundle(folders: readonly string[], options: BundleOptions = {}): Promise<Bundles> {
  const { platform = 'linux-arm64', withoutDuckdb = 'fail' } = options;
  const into = options.into ?? join(HOME, '.cache/bundles', platform);
  const made = folders.map(async (folder) => {
    const target = join(into, folder);
    await rm(target, { recursive: true, force: true });
    const needs = await code(folder, target);
    for (const folder of needs.sql) await copySql(folder, target);
    if (needs.fonts) await copyFonts(target);
    if (needs.duckdb) await copyDuckdb(target, platform, withoutDuckdb);
    return [folder, target] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

/** Some packages are CommonJS inside and ask for Node's modules at run time. */
const REQUIRE = `import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);`;

const nativeBinding: Plugin = {
  name: 'duckdb',
  setup({ onResolve }) {
    onResolve({ filter: /^@duckdb\/node-bindings$/ }, () => ({ path: '../../duckdb.node', external: true }));
  },
};

/** What reads SQL when a function starts, and the folders that it reads. */
const SQL_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'infra/aws/sql-files.ts': ['sql', 'metrics', 'leads'],
  'lambdas/accept-files/sql-files.ts': ['lambdas/accept-files/sql'],
};

async function code(folder: string, target: string): Promise<{ sql: string[]; duckdb: boolean; fonts: boolean }> {
  const { metafile } = await build({
    absWorkingDir: HOME,
    entryPoints: [`infra/aws/entries/${folder}.ts`],
    outfile: join(target, 'lambdas', folder, 'bundle.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    // React without its development checks renders a mail several times faster, and is a third of the size.
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: REQUIRE },
    // nunjucks asks for it only to watch template files, which are not there.
    external: ['chokidar'],
    plugins: [nativeBinding],
    metafile: true,
    logLevel: 'error',
  });
  await writeFile(join(target, 'index.mjs'), `export { handler } from './lambdas/${folder}/bundle.mjs';\n`);
  const inputs = Object.keys(metafile.inputs);
  return {
    sql: Object.entries(SQL_FOLDERS).flatMap(([reader, sql]) => (inputs.includes(reader) ? sql : [])),
    duckdb: inputs.some((input) => input.includes('@duckdb/node-api')),
    fonts: inputs.includes('lambdas/send-digest/fonts.ts'),
  };
}

async function copySql(folder: string, target: string): Promise<void> {
  const from = join(HOME, folder);
  for (const name of await readdir(from, { recursive: true }))
    if (name.endsWith('.sql')) {
      await mkdir(dirname(join(target, folder, name)), { recursive: true });
      await cp(join(from, name), join(target, folder, name));
    }
}

/** Under their own name and licence, where the code looks for them. */
async function copyFonts(target: string): Promise<void> {
  const folder = 'node_modules/dejavu-fonts-ttf';
  await mkdir(join(target, folder, 'ttf'), { recursive: true });
  for (const name of ['LICENSE', 'ttf/DejaVuSansCondensed.ttf', 'ttf/DejaVuSansCondensed-Bold.ttf'])
    await cp(join(HOME, folder, name), join(target, folder, name));
}

async function copyDuckdb(target: string, platform: Platform, without: 'fail' | 'leave out'): Promise<void> {
  try {
    const from = await duckdbBinding(platform);
    for (const name of ['duckdb.node', 'libduckdb.so']) await cp(join(from, name), join(target, name));
  } catch (error) {
    if (without === 'fail') throw error;
    const { message } = error as Error;
    console.warn(`\nLEFT OUT of the bundle: ${message}\n`);
    await writeFile(join(target, 'index.mjs'), `throw new Error(${JSON.stringify(`bundled without DuckDB: ${message}`)});\n`);
  }
}

const gzipped = promisify(gzip);

/** Bytes that a bundle's files take when compressed, as Lambda's limits count them. */
export async function zippedBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await gzipped(await readFile(file))).length));
  return sizes.reduce((total, size) => total + size, 0);
}
