import type { Command } from 'commander';
import { manifestKey, POINTER, runPrefix } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { movePointer } from '../../lambdas/publish/publish.js';
import { registerResults } from '../../lambdas/register-results/register-results.js';
import { readJson } from '../../lambdas/shared/object-store.js';
import { environmentOf } from './environment.js';
import { storeOption } from './options.js';

export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('move the pointer to another finished run, also to an older one')
    .requiredOption('--run <id>', 'run id, such as 2026-11-16-001')
    .addOption(storeOption())
    .action(async (options: { run: string }, command: Command) => {
      const found = options.run.match(/^(\d{4}-\d{2}-\d{2})-(\d{3,})$/);
      if (!found) throw new UsageError(`--run ${options.run}: is not a run id; "scorecards status" lists them`);
      const { store, name, catalog } = await environmentOf(command);
      const manifest = await readJson<Manifest>(store, manifestKey(runPrefix(found[1]!, found[2]!)));
      if (!manifest)
        throw new UsageError(
          `--run ${options.run}: did not pass its gate or is not in ${name}; "scorecards status" lists those that did`,
        );
      await movePointer(store, manifest, { backwards: true });
      await registerResults({ store, catalog, prefix: manifest.prefix, moved: true });
      console.log(`${POINTER} now shows ${manifest.run_id}`);
    });
}
