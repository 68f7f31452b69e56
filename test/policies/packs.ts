/** The example packs, as their files and as policies. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicies, type PolicyFiles } from '../../policies/load.js';
import type { Policies } from '../../policies/policy.js';

const FOLDER = join(import.meta.dirname, '../../examples/programmes');

/** Names of their folders. */
export const PACKS = readdirSync(FOLDER).filter((name) => statSync(join(FOLDER, name)).isDirectory());

export const folderOf = (pack: string): string => join(FOLDER, pack);

export const filesOf = (pack: string): PolicyFiles =>
  Object.fromEntries(readdirSync(folderOf(pack)).map((name) => [name, readFileSync(join(folderOf(pack), name), 'utf8')]));

export const packOn = (pack: string, day: string): Policies => loadPolicies(filesOf(pack), day);

export const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');
