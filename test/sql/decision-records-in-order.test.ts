import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FolderStore } from '../../infra/local/object-store.js';
import { DuckEngine } from '../../infra/local/query-engine.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { NIGHTS, render } from './rendered.js';

const FOLDER = 'runs/2026-11-16/001/decision_records/';
let duck: Duck;
let root: string;

beforeAll(async () => {
  duck = await openDuck();
  root = await mkdtemp(join(tmpdir(), 'decision-records-'));
});
afterAll(async () => {
  duck.close();
  await rm(root, { recursive: true, force: true });
});

/** Twelve evaluations of two thousand changes each; of the newest thirty wait, and of each a few were withdrawn. */
const RECORDS = `SELECT 'core:' || evaluation || ':' || seller_id AS decision_id, seller_id,
  CASE WHEN nth % 100 = 99 THEN 'withdrawn' WHEN evaluation = 21 AND nth < 30 THEN 'proposed' ELSE 'in_effect' END AS status
FROM (SELECT evaluation, nth, 'S' || substr(md5(CAST(nth AS VARCHAR)), 1, 9) AS seller_id FROM range(10, 22) AS e(evaluation), range(2000) AS s(nth))`;

/** How many row groups may hold a value, of how many. */
async function groupsWith(file: string, column: string, value: string): Promise<{ read: number; of: number }> {
  const [found] = await duck.run(
    `SELECT count(*) FILTER ('${value}' BETWEEN stats_min_value AND stats_max_value) AS read, count(*) AS groups
     FROM parquet_metadata('${file}') WHERE path_in_schema = '${column}'`,
  );
  return { read: Number(found!.read), of: Number(found!.groups) };
}

test('of the records of a year a page reads a seller’s, and what waits, in few row groups', async () => {
  const select = render('marts/decision_records.sql', NIGHTS['a later night']!, ({ kind, dataset }) => `${kind}_${dataset}`);
  const order = select.slice(select.lastIndexOf('ORDER BY'));
  const engine = new DuckEngine(new FolderStore(root), async () => duck);
  const statement = engine.wrap(`${RECORDS}\n${order}`, 'decision_records', FOLDER);
  const token = await engine.register('decision_records', statement, { outputPrefix: FOLDER });
  const { files } = await engine.outputOf(
    (await engine.start({ QueryString: token, ClientRequestToken: 'decision_records' })).QueryExecution,
  );
  const file = join(root, files[0]!);
  const { read, of } = await groupsWith(file, 'seller_id', 'S7f39f8317');
  expect(of).toBeGreaterThanOrEqual(12);
  expect(read).toBeLessThanOrEqual(2);
  expect((await groupsWith(file, 'status', 'proposed')).read).toBe(1);
});
