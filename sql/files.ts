import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlFiles } from './render.js';

/** The .sql files of this folder and those below it, by path. */
export async function readSqlFiles(): Promise<SqlFiles> {
  const folder = import.meta.dirname;
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.sql'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name.replaceAll('\\', '/'), texts[at]!]));
}
