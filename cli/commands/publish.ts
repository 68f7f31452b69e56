import type { Command } from 'commander';
import { POINTER } from '../../contracts/run/keys.js';
import { movePointer } from '../../lambdas/publish/publish.js';
import { registerResults } from '../../lambdas/register-results/register-results.js';
import { environmentOf } from './environment.js';
import { storeOption } from './options.js';
import { finishedRun } from './run-of.js';

export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('move the pointer to another finished run, also to an older one')
    .requiredOption('--run <id>', 'run id, such as 2026-11-16-001')
    .addOption(storeOption())
    .action(async (options: { run: string }, command: Command) => {
      const { store, name, catalog } = await environmentOf(command);
      const { manifest } = await finishedRun(store, options.run, name);
      await movePointer(store, manifest, { backwards: true });
      await registerResults({ store, catalog, prefix: manifest.prefix, moved: true });
      console.log(`${POINTER} now shows ${manifest.run_id}`);
    });
}
