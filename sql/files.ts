import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlFiles } from './render.js';

/** The .sql files of this folder by path below it, and those of metrics/ and leads/ by path below the project. */
export async function readSqlFiles(): Promise<SqlFiles> {
  const here = await filesBelow(import.meta.dirname, '');
  const rooms = ['metrics', 'leads'].map((room) => filesBelow(join(import.meta.dirname, '..', room), `${room}/`));
  return Object.assign(here, ...(await Promise.all(rooms)));
}

async function filesBelow(folder: string, prefix: string): Promise<SqlFiles> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.sql'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [`${prefix}${name.replaceAll('\\', '/')}`, texts[at]!]));
}
