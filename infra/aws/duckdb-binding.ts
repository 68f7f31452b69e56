import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOME } from '../shared/home.js';

const run = promisify(execFile);

/** Machines on which functions run: Lambda's own, and the one on which an emulator runs them. */
export type Platform = 'linux-arm64' | 'linux-x64';

/**
 * The folder that holds DuckDB's native library for a platform (duckdb.node, libduckdb.so), of the version this project is locked to.
 * Fetched with npm the first time, whatever this machine is; kept below .cache. Throws saying what to do when it cannot be had.
 */
export async function duckdbBinding(platform: Platform): Promise<string> {
  const version = await versionOf('@duckdb/node-bindings');
  const name = `@duckdb/node-bindings-${platform}`;
  const installed = join(HOME, 'node_modules', name);
  if (existsSync(join(installed, 'libduckdb.so')) && (await versionOf(name)) === version) return installed;
  return fetched(platform, name, version);
}

const versionOf = async (name: string): Promise<string> =>
  JSON.parse(await readFile(join(HOME, 'node_modules', name, 'package.json'), 'utf8')).version;

/** Out of the cache, or with npm into it. */
async function fetched(platform: Platform, name: string, version: string): Promise<string> {
  const cache = join(HOME, '.cache/duckdb');
  const kept = join(cache, `${platform}-${version}`);
  if (existsSync(kept)) return kept;
  await mkdir(cache, { recursive: true });
  const fetching = await mkdtemp(join(cache, 'fetching-'));
  try {
    const pack = ['pack', `${name}@${version}`, '--pack-destination', fetching, '--json'];
    const { stdout } = await run('npm', pack, { shell: process.platform === 'win32', timeout: 600_000 });
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    await run('tar', ['-xzf', filename.replace(/^.*\//, ''), '-C', '.'], { cwd: fetching });
    await rename(join(fetching, 'package'), kept).catch((error) => existsSync(kept) || Promise.reject(error));
    return kept;
  } catch (error) {
    throw new Error(`${name}@${version}: npm could not fetch it, and accept-files needs it on ${platform}: ${whyOf(error)}`);
  } finally {
    await rm(fetching, { recursive: true, force: true });
  }
}

/** npm's own reason out of all that it prints. */
function whyOf(error: unknown): string {
  const { stderr = '', message } = error as Error & { stderr?: string };
  const said = stderr.split('\n').filter((line) => /^npm error (?!code|A complete log)/.test(line));
  return said[0]?.replace(/^npm error (notarget )?/, '') ?? message.split('\n')[0]!;
}
