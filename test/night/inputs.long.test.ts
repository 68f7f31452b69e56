import { copyFile, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../contracts/published/index.js';
import type { CheckResult } from '../../contracts/run/checks.js';
import { gateKey, inputFilesKey } from '../../contracts/run/keys.js';
import type { NightRequest } from '../../infra/local/night.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { CASE_POLICIES, caseNights, landedFilesOf, NIGHT } from '../cases/index.js';
import { ask, TestMarketplace } from './test-marketplace.js';

const cases = caseNights().find((night) => night.run_date === NIGHT)!.cases;
const NEXT = '2026-11-21';

/** Each file as two, so that folders of days hold more than one. */
const inTwo = (files: Map<string, string>): (readonly [string, string])[] =>
  [...files].flatMap(([key, body]) => {
    const [one = '', ...rest] = body.trimEnd().split('\n');
    const second = rest.length > 0 ? [[key.replace('cases.jsonl', 'more.jsonl'), rest.join('\n')] as const] : [];
    return [[key, one] as const, ...second];
  });

let marketplace: TestMarketplace;
let store: FolderStore;
let first: string;
beforeAll(async () => {
  marketplace = await TestMarketplace.make(CASE_POLICIES);
  await marketplace.land(inTwo(landedFilesOf(cases)));
  store = new FolderStore(marketplace.store);
  first = (await marketplace.published(NIGHT)).prefix;
});
afterAll(() => marketplace?.gone());

/** Paths of the accepted files, or counts, below a folder of the store. */
const filesBelow = async (folder: string): Promise<string[]> =>
  (await readdir(join(marketplace.store, folder), { recursive: true }))
    .filter((name) => name.endsWith('.parquet'))
    .sort()
    .map((name) => join(marketplace.store, folder, name));

/** The accepted file with the most rows of a dataset, and how many they are. Others lie in its folder. */
async function largest(dataset: string): Promise<{ file: string; rows: number }> {
  const files = await filesBelow(`accepted/${dataset}`);
  const list = files.map((file) => `'${file}'`).join(', ');
  const [found] = await ask(
    `SELECT filename AS file, count(*) AS rows FROM read_parquet([${list}], filename = true) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
  );
  const { file, rows } = found as { file: string; rows: number };
  const beside = files.filter((path) => path !== file && dirname(path) === dirname(file));
  expect(beside.length, 'accepted files beside it').toBeGreaterThan(0);
  return { file, rows };
}

const published = async (prefix: string): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    await Promise.all(Object.keys(PUBLISHED).map(async (name) => [name, await marketplace.rows(prefix, name)] as const)),
  );

/** What the check of the rows read found in a night that it must have stopped, by dataset. */
async function stopped(runDate: string, more: Partial<NightRequest> = {}): Promise<Record<string, Record<string, unknown>>> {
  const night = await marketplace.night(runDate, more);
  expect(night.error?.message).toContain('landed_rows_are_read');
  expect(night.error?.name).toBe('GateStopped');
  const checks = JSON.parse((await store.read(gateKey(night.prefix!)))!.body.toString()) as CheckResult[];
  const { proof } = checks.find(({ check }) => check === 'landed_rows_are_read')!;
  return Object.fromEntries((proof as { dataset: string }[]).map((row) => [row.dataset, row]));
}

/**
 * Runs a night that loses files before its first query, and puts them back. why so late: what is gone before a night accepts, it accepts
 * again; this is about an engine that does not see what is there.
 */
async function without<T>(
  paths: string[],
  night: (losing: Partial<NightRequest>) => Promise<T>,
  put = async () => {},
): Promise<T> {
  let gone = false;
  const started = async (state: string) => {
    if (state !== 'PrepareQuery' || gone) return;
    gone = true;
    for (const path of paths) await rename(path, `${path}.away`);
    await put();
  };
  try {
    return await night({ watch: { started } });
  } finally {
    for (const path of paths) await rename(`${path}.away`, path);
  }
}

const FULL = { full: true };

describe('a night stops when the engine reads other rows than landed', () => {
  it('accepted files are gone, and are skipped without a word: names each dataset, with what was expected and what was read', async () => {
    const orders = await largest('orders');
    const reviews = await largest('reviews');
    const found = await without([orders.file, reviews.file], (losing) => stopped(NIGHT, { ...FULL, ...losing }));
    expect(Object.keys(found).sort()).toEqual(['orders', 'reviews']);
    for (const [dataset, { rows }] of Object.entries({ orders, reviews })) {
      const { what, expected_files, read_files, expected_rows, read_rows } = found[dataset]!;
      expect(what).toMatch(/^accepted(_news)?$/);
      expect(read_files).toBe(Number(expected_files) - 1);
      expect(read_rows).toBe(Number(expected_rows) - rows);
    }
  });

  it('also the night after a first one, when an old file of reviews is gone', async () => {
    const { file } = await largest('reviews');
    expect(Object.keys(await without([file], (losing) => stopped(NEXT, losing)))).toEqual(['reviews']);
  });

  it('a whole day is gone, which the engine itself says', async () => {
    const [only] = (await filesBelow('accepted/reviews')).filter(
      (file, _, all) => all.filter((other) => dirname(other) === dirname(file)).length === 1,
    );
    const night = await without([only!], (losing) => marketplace.night(NIGHT, { ...FULL, ...losing }));
    expect(night.error?.message).toMatch(/\w+\.sql: .*No files found .*accepted\/reviews\/dt=/);
  });

  it('a file has lost a row, or the counts of a file are gone', async () => {
    const { file } = await largest('orders');
    const [counts] = await filesBelow('counts');
    const found = await without(
      [counts!, file],
      (losing) => stopped(NIGHT, { ...FULL, ...losing }),
      async () => void (await ask(`COPY (SELECT * FROM read_parquet('${file}.away') OFFSET 1) TO '${file}' (FORMAT parquet)`)),
    );
    expect(found.orders!.read_files).toBe(found.orders!.expected_files);
    expect(found.orders!.read_rows).toBe(Number(found.orders!.expected_rows) - 1);
    expect(found.every).toMatchObject({ what: 'counts' });
    expect(found.every!.read_files).toBe(Number(found.every!.expected_files) - 1);
  });

  it('the engine does not find the inputs of the run: nothing read is not nothing landed', async () => {
    const started = async (state: string) => {
      if (state !== 'PrepareQuery') return;
      const [run] = (await readdir(join(marketplace.store, 'runs', NIGHT))).sort().reverse();
      const file = join(marketplace.store, inputFilesKey(`runs/${NIGHT}/${run}`));
      await ask(`COPY (SELECT * FROM read_parquet('${join(marketplace.store, inputFilesKey(first))}') LIMIT 0) TO '${file}'`);
    };
    const found = await stopped(NIGHT, { ...FULL, watch: { started } });
    expect(found.orders).toMatchObject({ read_files: 0, read_rows: 0 });
    expect(found.every).toMatchObject({ read_files: 0, read_rows: 0 });
  });
});

describe('what lies beside the files of a run is not read', () => {
  it('neither a file that is no input of the run, nor one of an older contract with fewer columns', async () => {
    const before = await published(first);
    for (const dataset of ['orders', 'reviews', 'sellers']) {
      const [file] = await filesBelow(`accepted/${dataset}`);
      const beside = (name: string) => file!.replace(/[^/]*$/, `${name}.parquet`);
      await copyFile(file!, beside('0000-of-another-night'));
      const columns = dataset === 'sellers' ? 'seller_id, dt, file_id' : 'seller_id, order_id, dt, file_id';
      await ask(`COPY (SELECT ${columns} FROM read_parquet('${file}')) TO '${beside('0001-of-an-older-contract')}'`);
    }
    const again = await marketplace.published(NIGHT, FULL);
    expect(await published(again.prefix)).toEqual(before);
  });
});
