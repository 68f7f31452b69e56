import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BUCKETED } from '../../contracts/run/buckets.js';
import { bucketFolder, bucketName } from '../../contracts/run/keys.js';
import { openDuck } from '../../lambdas/shared/duck.js';

const readme = await readFile('README.md', 'utf8');

test('the README names every dataset that a large marketplace has in buckets', () => {
  const sentence = /From a million accepted rows[\s\S]*? lie in/.exec(readme)![0];
  expect([...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual([...BUCKETED].sort());
});

test.each(['', bucketFolder(bucketName(3, 16))])('its example reads a run whose files lie in "%s"', async (folder) => {
  const [, where] = /from read_parquet\('([^*]+)\*/.exec(readme)!;
  const root = await mkdtemp(join(tmpdir(), 'read-a-run-'));
  const duck = await openDuck();
  onTestFinished(async () => {
    await duck.close();
    await rm(root, { recursive: true });
  });
  await mkdir(join(root, where!, folder), { recursive: true });
  const file = join(root, where!, folder, 'part-0.parquet');
  await duck.run(`COPY (SELECT 'S-1' AS seller_id, 'top' AS tier, 'all' AS tier_because) TO '${file}' (FORMAT parquet)`);
  const example = /select seller_id, tier, tier_because[\s\S]*?;/.exec(readme)![0].replace(where!, join(root, where!));
  expect(await duck.run(example)).toEqual([{ seller_id: 'S-1', tier: 'top', tier_because: 'all' }]);
});
