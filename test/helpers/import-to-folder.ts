import { type ImportOptions, type ImportSummary, importData } from '../../import/import.js';
import { FolderStore } from '../../infra/local/object-store.js';

/** The import as the command line runs it: into folders of this machine. */
export const importToFolder = (options: ImportOptions): Promise<ImportSummary> =>
  importData(options, (folder) => new FolderStore(folder));
