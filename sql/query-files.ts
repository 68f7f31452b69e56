/** Which of the SQL files a night asks, by path and in order: macros, rules and analyses are not queries of their own. */
import type { SqlFiles } from './render.js';

const below =
  (folders: RegExp) =>
  (files: SqlFiles): string[] =>
    Object.keys(files)
      .filter((path) => folders.test(path))
      .sort();

/** What a night computes, before teams and checks. */
export const datasetFilesOf = below(/^(staging|outcomes|families|marts|leads)\//);

/** What the teams of regions read of a run: each needs datasets only, and nothing needs it. */
export const teamFilesOf = below(/^teams\//);

export const checkFilesOf = below(/^checks\//);

/** All that a night asks. */
export const queryFilesOf = (files: SqlFiles): string[] =>
  [...datasetFilesOf(files), ...teamFilesOf(files), ...checkFilesOf(files)].sort();
