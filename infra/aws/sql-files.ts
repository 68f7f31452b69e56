import { readdirSync, readFileSync } from 'node:fs';
import type { SqlFiles } from '../../sql/render.js';

/** A bundle lies as deep as this file does and keeps sql/ where it is (infra/aws/bundle.ts). */
const FOLDER = new URL('../../sql/', import.meta.url);

/** The .sql files that came with this function, by path below sql/. Read once, when the function starts. */
export function theSqlFiles(): SqlFiles {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sql'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]));
}
