import { type Command, Option } from 'commander';
import { DEFAULTS } from '../../infra/local/folders.js';
import { UsageError } from '../../infra/shared/usage-error.js';

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
