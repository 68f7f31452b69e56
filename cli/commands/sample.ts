import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { DEFAULTS } from '../../infra/local/folders.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { formatFor } from '../../wording/format.js';

const format = formatFor('en-GB');

export function addSample(program: Command): void {
  program
    .command('sample')
    .description('generate the sample marketplace: the same bytes every time')
    .option('--to <dir>', 'folder to land it in', DEFAULTS.landing)
    .option('--sellers <n>', 'number of sellers', Number)
    .option('--orders <n>', 'number of orders', Number)
    .option('--seed <n>', 'another seed makes another marketplace', Number)
    .action(async ({ to, sellers, orders, seed }: { to: string; sellers?: number; orders?: number; seed?: number }) => {
      const size = { sellers, orders, seed };
      if (existsSync(to)) throw new UsageError(`--to ${to}: is there already; remove it, or choose another folder`);
      for (const [name, value] of Object.entries(size))
        if (value !== undefined && !(Number.isInteger(value) && value > 0))
          throw new UsageError(`--${name}: needs a whole number above zero`);
      const { generateSample } = await import('../../sample/generate.js');
      const made = await generateSample({ to, ...size });
      console.log(
        `${format.many(made.sellers, 'seller')}, ${format.many(made.orders, 'order')}, ${made.first_day} to ${made.last_day}, in ${to}`,
      );
    });
}
