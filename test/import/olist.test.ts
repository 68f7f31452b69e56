import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importLine } from '../../import/import.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { loadPolicies } from '../../policies/load.js';
import { importToFolder } from '../helpers/import-to-folder.js';

const OLIST = process.env.OLIST_DIR;
const EXAMPLE = join(import.meta.dirname, '../../examples/olist');
if (!OLIST) console.warn('SKIPPED: the import of Olist; set OLIST_DIR to the folder of its tables');

test('the policy of the Olist example is valid: 27 regions, nine metrics over 90 days, no region that must land daily', async () => {
  const read = async (name: string) => [name, await readFile(join(EXAMPLE, 'policies', name), 'utf8')] as const;
  const { regions, programmes } = loadPolicies(
    Object.fromEntries([await read('regions.yaml'), await read('olist.yaml')]),
    '2018-08-29',
  );
  expect(regions).toHaveLength(27);
  expect(regions.filter((region) => region.must_land_orders_daily || region.time_zone !== 'America/Sao_Paulo')).toEqual([]);
  expect(programmes[0]?.metrics.map((metric) => metric.window_days)).toEqual(Array(9).fill(90));
});

describe.skipIf(!OLIST)('Olist, landed', () => {
  let landing: string;
  let lines: string[];
  let figures: Record<string, unknown>;

  beforeAll(async () => {
    landing = await mkdtemp(join(tmpdir(), 'olist-'));
    lines = (await importToFolder({ mapping: EXAMPLE, from: OLIST!, to: landing })).datasets.map(importLine);
    const duck = await openDuck({ memoryLimit: '1GB' });
    const sql = await readFile(join(import.meta.dirname, 'olist-figures.sql'), 'utf8');
    figures = (await duck.run(sql.replaceAll('LANDING', landing)))[0]!;
    duck.close();
  }, 300_000);
  afterAll(() => rm(landing, { recursive: true, force: true }));

  test('five datasets land day by day over two years', () => {
    expect(lines).toEqual([
      'applications: 8,842 rows over 422 days, 2017-06-14 to 2018-11-14',
      'exemptions: 1,278 rows over 444 days, 2016-10-05 to 2018-08-28',
      'orders: 395,349 rows over 685 days, 2016-09-04 to 2018-10-17',
      'reviews: 96,639 rows over 633 days, 2016-10-06 to 2018-08-31',
      'sellers: 3,095 rows over 600 days, 2016-09-04 to 2018-08-28',
    ]);
  });

  test('every order with items is there, once per seller, with all its items and every centavo', () => {
    expect(figures).toMatchObject({
      orders: 99_441 - 775, // without those that have no items
      seller_orders: 100_010,
      items: 112_650,
      gmv_minor: 1_359_164_370, // R$ 13,591,643.70
      sellers: 3_095,
      regions: 27,
      exempted_orders: 1_278,
    });
  });

  test('the figures others have published come out: 9.00 % dispatched late, 6.77 % delivered late', () => {
    expect(figures).toMatchObject({ dispatched: 99_000, dispatched_late: 8_913, delivered: 96_476, delivered_late: 6_535 });
  });

  test('every version lands on the day it was made and holds nothing that happened later', () => {
    expect(figures).toMatchObject({
      versions: 395_349,
      distinct_versions: 395_349,
      landed_on_another_day: 0,
      knowing_the_future: 0,
    });
  });

  test('cancelled orders are cancelled by nobody named, and a review counts for one order', () => {
    expect(figures).toMatchObject({ cancelled: 467, cancelled_by_somebody: 0, reviews: 96_639, reviewed_orders: 96_639 });
  });
});
