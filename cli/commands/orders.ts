import { type Command, Option } from 'commander';
import { lazyDuck, scratchFolder } from '../../infra/shared/lazy-duck.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { readPolicies } from '../../lambdas/shared/read-run-files.js';
import { readSqlFiles } from '../../sql/files.js';
import { wordingFor } from '../../wording/wording.js';
import { analysisOf, withFiles } from '../analysis.js';
import { environmentOf } from './environment.js';
import { storeOption } from './options.js';
import { runOf } from './run-of.js';

/** How DuckDB writes a file of each ending. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['parquet', 'FORMAT parquet, COMPRESSION zstd'],
  ['csv', 'FORMAT csv, HEADER'],
]);

export function addOrders(program: Command): void {
  program
    .command('orders')
    .description('every order as a run judged it: for each metric its cohort day, outcome, reason and exemption, as one file')
    .addOption(storeOption())
    .addOption(new Option('--to <file>', 'file to write, ending in .parquet or .csv').makeOptionMandatory())
    .option('--date <day>', 'as the run of this day judged (default: the published run)')
    .action(async (options: { to: string; date?: string }, command: Command) => {
      const as = FORMATS.get(options.to.split('.').at(-1)!.toLowerCase());
      if (!as) throw new UsageError(`--to ${options.to}: give a file whose name ends in .parquet or .csv`);
      const { store, name, option } = await environmentOf(command);
      const prefix = await runOf(store, { name, option, date: options.date });
      const { duck, close } = lazyDuck(scratchFolder(name));
      try {
        const written = await withFiles(store, async (fileOf) => {
          const run = { store, sql: await readSqlFiles(), prefix, fileOf };
          const select = await analysisOf(run, 'analyses/orders_as_they_stand.sql');
          return (await duck()).run(`COPY (${select}) TO '${options.to.replaceAll("'", "''")}' (${as})`);
        });
        const { format } = wordingFor('en', await readPolicies(store, prefix));
        console.log(`${format.count(Number(written[0]!.Count))} orders of ${prefix} written to ${options.to}`);
      } finally {
        await close();
      }
    });
}
