import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { relationOf } from '../../cli/analysis.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { openDuck } from '../../lambdas/shared/duck.js';

test.each(['run', 'ledger'] as const)("of an earlier version's %s, a column that came since is empty", async (kind) => {
  const folder = await mkdtemp(join(tmpdir(), 'analysis-'));
  const duck = await openDuck();
  onTestFinished(async () => {
    await duck.close();
    await rm(folder, { recursive: true });
  });
  const file = join(folder, 'a.parquet');
  await duck.run(`COPY (SELECT 'S-1' AS seller_id, 'o-1' AS order_id, 'DHL' AS carrier) TO '${file}' (FORMAT parquet)`);
  const made = {
    ledger: { order_outcomes: [{ files: [file] }] },
    datasets: { order_outcomes: { files: [file] } },
  } as unknown as Manifest;
  const rows = await relationOf(made, { kind, dataset: 'order_outcomes' }, async (key) => key);
  expect(await duck.run(`SELECT order_id, carrier, destination_area FROM ${rows} AS r`)).toEqual([
    { order_id: 'o-1', carrier: 'DHL', destination_area: null },
  ]);
});
