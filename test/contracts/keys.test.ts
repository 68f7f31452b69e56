import { expect, it } from 'vitest';
import { datasetOfOutput, outputPrefix } from '../../contracts/run/keys.js';
import { readSqlFiles } from '../../sql/files.js';
import { queryFilesOf } from '../../sql/query-files.js';

it('tells from the place of its rows which dataset a query computes, in whatever part of the store and at whatever attempt', async () => {
  const paths = queryFilesOf(await readSqlFiles());
  expect(paths.length).toBeGreaterThan(30);
  for (const path of paths)
    for (const attempt of [1, 3]) {
      const name = path.replace(/^.*\/|\.sql$/g, '');
      expect(datasetOfOutput(outputPrefix('runs/2026-11-16/001', path, attempt)), path).toBe(name);
    }
});
