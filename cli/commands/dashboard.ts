import type { Command } from 'commander';
import { POINTER } from '../../contracts/run/keys.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { mustBeRegions, placesNamed } from '../../infra/local/readers.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { readJson } from '../../lambdas/shared/object-store.js';
import { readPolicies } from '../../lambdas/shared/read-run-files.js';
import { storeOption } from './options.js';

export function addDashboard(program: Command): void {
  program
    .command('dashboard')
    .description('serve the dashboard of what is published, on this machine only')
    .addOption(storeOption())
    .option('--port <n>', 'port to listen on', Number, 4173)
    .option('--as <who>', 'serve it as to the team of a region, such as GB or GB,DE; else whole, as to leadership')
    .action(async (options: { store: string; port: number; as?: string }) => {
      if (!Number.isInteger(options.port) || options.port < 0 || options.port > 65535)
        throw new UsageError('--port: needs a number from 0 to 65535');
      const { serveDashboard } = await import('../../infra/local/serve-dashboard.js');
      const places = placesNamed(options.as ?? 'leadership');
      const store = new FolderStore(options.store);
      const pointer = await readJson<Pointer>(store, POINTER);
      if (pointer) mustBeRegions(places, (await readPolicies(store, pointer.prefix)).regions);
      const { url } = await serveDashboard({ store: options.store, port: options.port, places });
      console.log(`Dashboard: ${url}  (stop it with Ctrl-C)`);
    });
}
