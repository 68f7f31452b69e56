import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tried, tried } from '../../bench/olist/try-programmes.js';
import { loadPolicies } from '../../policies/load.js';
import { importToFolder } from '../helpers/import-to-folder.js';
import { compareRun } from '../independent/compare.js';
import { type Olist, readOlist } from '../independent/olist.js';
import { STANDING_ORDERS } from '../night/standing-orders.js';
import { ask, TestMarketplace } from '../night/test-marketplace.js';

const OLIST = process.env.OLIST_DIR;
const EXAMPLE = join(import.meta.dirname, '../../examples/olist');
const POLICIES = join(EXAMPLE, 'policies');
const policiesOn = (day: string) =>
  loadPolicies(Object.fromEntries(readdirSync(POLICIES).map((name) => [name, readFileSync(join(POLICIES, name), 'utf8')])), day);

if (!OLIST) console.warn('SKIPPED: nights on Olist; set OLIST_DIR to the folder of its tables');

describe.skipIf(!OLIST)('nights on 99,441 real orders', () => {
  let marketplace: TestMarketplace;
  let olist: Olist;

  beforeAll(async () => {
    marketplace = await TestMarketplace.make(POLICIES);
    await importToFolder({ mapping: EXAMPLE, from: OLIST!, to: marketplace.landing });
    olist = await readOlist(
      OLIST!,
      policiesOn('2018-08-29').regions.every((region) => region.on_time_scan_saves),
    );
  });
  afterAll(() => marketplace?.gone());

  // The first has no earlier run; the second reuses its final outcomes; the third, earlier than both, has none to reuse.
  it.each(['2018-02-15', '2018-08-29', '2017-11-30'])(
    'every seller and metric of %s equals a computation outside SQL, row for row',
    async (day) => {
      const { prefix } = await marketplace.published(day);
      const compared = await compareRun({
        store: marketplace.store,
        prefix,
        runDate: day,
        policies: policiesOn(day),
        landed: olist.records,
      });
      expect(compared.differences).toEqual([]);
      expect(compared.rows.seller_metrics).toBeGreaterThan(5_000);
      expect([...compared.notMeasured].sort()).toEqual([
        'missing_tracking',
        'order_defect',
        'seller_fault_return',
        'slow_response',
        'unresolved_case',
      ]);
      expect((await marketplace.manifest(prefix)).not_measured).toEqual(expect.arrayContaining(compared.notMeasured));
      expect((await marketplace.manifest(prefix)).landing.quarantined).toBe(0);
    },
  );

  it('a year of evaluations of the shipped programme gives the figures that docs/programmes.md shows', async () => {
    const work = await mkdtemp(join(tmpdir(), 'tried-on-olist-'));
    try {
      const figures = JSON.parse(
        readFileSync(join(import.meta.dirname, '../../bench/olist/tried-programmes.json'), 'utf8'),
      ) as Tried[];
      expect(await tried(undefined, marketplace.landing, work)).toEqual(figures[0]);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });

  it('over the whole history 8,913 of 99,000 shipped orders were dispatched late, as others have published', async () => {
    const { prefix } = await marketplace.published('2020-12-31');
    const orders = await marketplace.relation(prefix, STANDING_ORDERS);
    const [late] = await ask(
      `SELECT count(*) AS orders, count(*) FILTER (WHERE first_scan_at > ship_by) AS late FROM ${orders} AS o WHERE first_scan_at IS NOT NULL`,
    );
    expect(late).toEqual({ orders: 99_000, late: 8_913 });
    // The ledger's own account of the same orders: at fault, forgiven as shared, or cancelled before they were due.
    const reasons = await ask(
      `SELECT late_dispatch_reason AS reason, count(*) AS orders FROM ${orders} AS o
       WHERE o.first_scan_at > o.ship_by GROUP BY 1 ORDER BY 1`,
    );
    expect(reasons).toEqual([
      { reason: 'cancelled_before_due', orders: 10 },
      { reason: 'late', orders: 6_048 },
      { reason: 'missing', orders: 2_739 },
      { reason: 'shared_dispatch', orders: 116 },
    ]);
    const [delivery] = await ask(
      `SELECT count(*) AS orders, count(*) FILTER (WHERE late) AS late FROM (
         SELECT order_id, bool_or(delivered_at > deliver_by) AS late FROM ${orders} AS o
         WHERE delivered_at IS NOT NULL GROUP BY order_id)`,
    );
    expect(delivery!.late).toBe(6_535);
    expect((100 * Number(delivery!.late)) / 96_476).toBeCloseTo(6.77, 2);
  });
});
