import type { Command } from 'commander';
import { UsageError } from '../../infra/shared/usage-error.js';
import { storeOption } from './options.js';

export function addDashboard(program: Command): void {
  program
    .command('dashboard')
    .description('serve the dashboard of what is published, on this machine only')
    .addOption(storeOption())
    .option('--port <n>', 'port to listen on', Number, 4173)
    .action(async (options: { store: string; port: number }) => {
      if (!Number.isInteger(options.port) || options.port < 0 || options.port > 65535)
        throw new UsageError('--port: needs a number from 0 to 65535');
      const { serveDashboard } = await import('../../infra/local/serve-dashboard.js');
      const { url } = await serveDashboard({ store: options.store, port: options.port });
      console.log(`Dashboard: ${url}  (stop it with Ctrl-C)`);
    });
}
