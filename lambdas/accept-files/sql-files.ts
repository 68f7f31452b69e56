import { readdirSync, readFileSync } from 'node:fs';
import type { SqlFiles } from '../../sql/render.js';

/** Seen from this file, and from any bundle: a bundle lies two folders deep, as this file does (infra/aws/bundle.ts). */
const FOLDER = new URL('../accept-files/sql/', import.meta.url);

/** The checks of landed files, by file name. They are DuckDB's alone, on a laptop and on AWS. */
export function acceptSqlFiles(): SqlFiles {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]));
}
