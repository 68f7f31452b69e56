import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LandingContract } from '../contracts/contract.js';
import { LANDING } from '../contracts/landing/index.js';
import { nearest } from './nearest.js';
import { ImportRefused } from './refused.js';

/** One file of SQL in a mapping folder. */
export interface MappingFile {
  /** The file name without .sql. */
  name: string;
  path: string;
  select: string;
  /** Tables without which it is left out: its first line may say `-- only with: qualified_leads, closed_deals`. */
  only_with: string[];
}

export interface Mapping {
  /** Files whose name starts with `_`, by name: views for the others, each seeing those before it. */
  helpers: MappingFile[];
  /** One per landed dataset. */
  datasets: (MappingFile & { contract: LandingContract })[];
}

/**
 * Reads a mapping folder: one SELECT per landed dataset, named `<dataset>.sql`, and helpers named `_<anything>.sql`.
 *
 * @throws ImportRefused when there is no such folder, no dataset in it, or a file named for none
 */
export async function readMapping(folder: string): Promise<Mapping> {
  const names = await readdir(folder).catch(() => {
    throw new ImportRefused([
      `${folder}: cannot be read; give --mapping a folder with one SELECT per dataset, such as orders.sql`,
    ]);
  });
  const mapping: Mapping = { helpers: [], datasets: [] };
  const problems: string[] = [];
  for (const file of names.filter((name) => name.endsWith('.sql')).sort()) {
    const path = join(folder, file);
    const name = file.slice(0, -'.sql'.length);
    const select = await readFile(path, 'utf8');
    const entry = { name, path, select, only_with: onlyWith(select) };
    const contract = Object.hasOwn(LANDING, name) ? LANDING[name] : undefined;
    if (name.startsWith('_')) mapping.helpers.push(entry);
    else if (contract) mapping.datasets.push({ ...entry, contract });
    else
      problems.push(
        `${path}: ${name} is not a landed dataset; rename it (nearest: ${nearest(name, Object.keys(LANDING))}), or to _${file} if it is a helper`,
      );
  }
  if (problems.length > 0) throw new ImportRefused(problems);
  if (mapping.datasets.length === 0)
    throw new ImportRefused([
      `${folder}: holds no SELECT of a dataset; add one such as orders.sql (of ${Object.keys(LANDING).join(', ')})`,
    ]);
  return mapping;
}

const onlyWith = (select: string): string[] =>
  /^--\s*only with:([^\n]*)/
    .exec(select)?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '') ?? [];

/** The mapping without SELECTs of datasets whose tables are not all there; of each of those a line is added to the notes. */
export function withTheirTables(mapping: Mapping, tables: readonly { name: string }[], notes: string[]): Mapping {
  const datasets = mapping.datasets.filter(({ path, only_with }) => {
    const missing = only_with.filter((one) => !tables.some(({ name }) => name === one));
    if (missing.length > 0) notes.push(`${path}: left out, because there is no ${missing.join(' and no ')}`);
    return missing.length === 0;
  });
  return { ...mapping, datasets };
}
