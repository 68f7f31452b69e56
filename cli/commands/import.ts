import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ofFolders } from '../../infra/local/in-plain-words.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { UsageError } from '../../infra/shared/usage-error.js';

export function addImport(program: Command): void {
  program
    .command('import')
    .description('land your own data: one SELECT per dataset turns your files into the contract')
    .requiredOption('--mapping <dir>', 'folder of SELECTs, one per landed dataset (see examples/olist)')
    .requiredOption('--from <dir>', 'folder of your files (parquet, csv, jsonl, json; plain, gzip or zstd)')
    .requiredOption('--to <dir>', 'landing folder to write')
    .option('--add', 'keep what the landing folder holds, and land beside it only rows that have not landed', false)
    .option('--replace', 'exchange what the landing folder holds of these datasets', false)
    .action(async (options: { mapping: string; from: string; to: string; replace: boolean; add: boolean }) => {
      if (options.add && options.replace) throw new UsageError('--add and --replace: choose one of the two');
      const { importData, importLine, sourceLine } = await import('../../import/import.js');
      const { sources, datasets, notes } = await importData(options, (folder) => new FolderStore(folder)).catch((error) => {
        throw ofFolders(error, [
          { name: 'the folder of your files', path: resolve(options.from), doing: 'read' },
          { name: 'the mapping', path: resolve(options.mapping), doing: 'read' },
          { name: 'the landing folder', path: resolve(options.to), doing: 'write' },
        ]);
      });
      for (const source of sources) console.log(`  ${sourceLine(source)}`);
      for (const dataset of datasets) console.log(`  ${importLine(dataset)}`);
      for (const note of notes) console.log(`  note: ${note}`);
    });
}
