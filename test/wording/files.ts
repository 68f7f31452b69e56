import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** TypeScript files of the project under a folder, by path. */
export const filesUnder = (folder: string): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', folder], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => /\.tsx?$/.test(path) && existsSync(path));
