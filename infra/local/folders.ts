import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newestOf } from '../shared/newest-day.js';
import { UsageError } from '../shared/usage-error.js';
import { inPlainWords } from './in-plain-words.js';

/** Where nights of this machine read and write unless told otherwise. */
export const DEFAULTS = { landing: 'data/landing', store: 'data/store', policies: 'policies' } as const;

/** The landing folder, made from the sample when it is the default one and not there yet. @throws UsageError */
export async function readyLanding(landing: string, say: (line: string) => void): Promise<string> {
  if (existsSync(landing)) return landing;
  if (landing !== DEFAULTS.landing)
    throw new UsageError(
      `--landing ${landing}: there is no such folder; give the folder that holds orders/dt=.../, or leave --landing out for the sample`,
    );
  say('No landed files yet: generating the sample marketplace (once, under a minute) ...');
  const { generateSample } = await import('../../sample/generate.js');
  const made = await generateSample({ to: landing });
  say(
    `Sample: ${made.sellers.toLocaleString('en')} sellers, ${made.orders.toLocaleString('en')} orders, ${made.first_day} to ${made.last_day}, in ${landing}`,
  );
  return landing;
}

/** @throws UsageError */
export function readyPolicies(policies: string): string {
  if (!existsSync(policies))
    throw new UsageError(`--policies ${policies}: there is no such folder; give the one that holds regions.yaml`);
  return policies;
}

/** The newest day for which orders have landed. @throws UsageError */
export async function newestDay(landing: string): Promise<string> {
  const names = await readdir(join(landing, 'orders')).catch((error) => noneIfAbsent(error, landing));
  return newestOf(
    names.flatMap((name) => name.match(/^dt=(\d{4}-\d{2}-\d{2})$/)?.[1] ?? []),
    `${landing}/orders`,
  );
}

function noneIfAbsent(error: NodeJS.ErrnoException, landing: string): string[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
  throw inPlainWords(error, { where: `the landing folder ${landing}`, doing: 'read', what: 'orders' });
}
