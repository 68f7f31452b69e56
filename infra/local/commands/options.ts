import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { UsageError } from '../exit-codes.js';

export const DEFAULTS = { landing: 'data/landing', store: 'data/store', policies: 'policies' } as const;

export const landingOption = () => new Option('--landing <dir>', 'folder of landed files').default(DEFAULTS.landing);
export const storeOption = () => new Option('--store <dir>', 'folder of accepted files, runs and mails').default(DEFAULTS.store);
export const policiesOption = () =>
  new Option('--policies <dir>', 'folder of regions.yaml and programmes').default(DEFAULTS.policies);

export const withNightOptions = (command: Command): Command =>
  command.addOption(landingOption()).addOption(storeOption()).addOption(policiesOption());

/** A day as people write it, YYYY-MM-DD. @throws UsageError */
export function checkDay(option: string, day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day)
    throw new UsageError(`${option} ${day}: is not a day; write one such as 2026-11-16`);
  return day;
}

/** The landing folder, made from the sample when it is the default one and not there yet. @throws UsageError */
export async function readyLanding(landing: string, say: (line: string) => void): Promise<string> {
  if (existsSync(landing)) return landing;
  if (landing !== DEFAULTS.landing)
    throw new UsageError(
      `--landing ${landing}: there is no such folder; give the folder that holds orders/dt=.../, or leave --landing out for the sample`,
    );
  say('No landed files yet: generating the sample marketplace (once, under a minute) ...');
  const { generateSample } = await import('../sample/generate.js');
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
  const days = (await readdir(join(landing, 'orders')).catch(() => []))
    .flatMap((name) => name.match(/^dt=(\d{4}-\d{2}-\d{2})$/)?.[1] ?? [])
    .sort();
  const newest = days.at(-1);
  if (!newest)
    throw new UsageError(
      `${landing}/orders: holds no dt=YYYY-MM-DD folder; land orders there, or give the night its day with --date`,
    );
  return newest;
}
