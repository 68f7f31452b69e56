import { readdirSync, readFileSync } from 'node:fs';
import type { SqlFiles } from '../../sql/render.js';

/** A bundle lies as deep as this file does and keeps sql/, metrics/ and leads/ where they are (infra/aws/bundle.ts). */
const FOLDERS = {
  '': new URL('../../sql/', import.meta.url),
  'metrics/': new URL('../../metrics/', import.meta.url),
  'leads/': new URL('../../leads/', import.meta.url),
};

/** The .sql files that came with this function, by path below sql/, and those of metrics/ and leads/. Read once, when the function starts. */
export function theSqlFiles(): SqlFiles {
  const entries = Object.entries(FOLDERS).flatMap(([prefix, folder]) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .map((name) => [`${prefix}${name}`, readFileSync(new URL(name, folder), 'utf8')] as const),
  );
  return Object.fromEntries(entries);
}
