import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { JUDGED_BY_DEFAULT, type Outcome } from '../../metrics/index.js';
import { judgedMetrics } from '../../policies/judged-metrics.js';
import { importToFolder } from '../helpers/import-to-folder.js';

import { judge, type Ledger, orderKey } from './judge.js';
import { notMeasured } from './measured.js';
import { newest } from './newest.js';
import { type Olist, readOlist } from './olist.js';
import { readLanding } from './read-landing.js';
import type { Order } from './records.js';
import { dayText } from './time.js';

const OLIST = process.env.OLIST_DIR;
const EXAMPLE = join(import.meta.dirname, '../../examples/olist');
/** Some ship-by moments lie in 2020: only then is every order final. */
const WHOLE_HISTORY = '2020-12-31';

if (!OLIST) console.warn('SKIPPED: the second reading of Olist; set OLIST_DIR to the folder of its tables');

describe.skipIf(!OLIST)('Olist, read a second time', () => {
  let olist: Olist;
  let ledger: Ledger;
  let latest: Map<string, Order>;
  const metrics = judgedMetrics(undefined, JUDGED_BY_DEFAULT);

  beforeAll(async () => {
    olist = await readOlist(OLIST!);
    ledger = judge(olist.records, { regions: olist.regions, metrics }, WHOLE_HISTORY);
    latest = newest(olist.records.orders, ledger.run_date, orderKey);
  }, 300_000);

  it('gives 100,010 orders of sellers and one first review of each order that one seller served', () => {
    expect(ledger.orders).toHaveLength(100_010);
    expect(olist.records.orders).toHaveLength(395_349);
    expect(olist.records.reviews).toHaveLength(96_639);
    expect(olist.records.exemptions).toHaveLength(1_278);
    expect(olist.records.sellers).toHaveLength(3_095);
  });

  it('8,913 of 99,000 shipped orders were dispatched late: at fault, forgiven, or left out as cancelled', () => {
    const counts: Record<string, number> = {};
    for (const judged of ledger.orders) {
      const order = latest.get(orderKey(judged))!;
      if (order.first_scan_at === null) continue;
      const { outcome, reason } = judged.verdicts.late_dispatch!;
      const name = [outcome, reason, order.first_scan_at > order.ship_by! && 'after ship_by'].filter(Boolean).join(' ');
      counts[name] = (counts[name] ?? 0) + 1;
    }
    expect(counts).toEqual({
      met: 90_022,
      'fault late after ship_by': 6_048, // scanned within two days of the due day
      'fault missing after ship_by': 2_739, // scanned later than that
      'forgiven shared_dispatch after ship_by': 116,
      'excluded cancelled_before_due': 65,
      'excluded cancelled_before_due after ship_by': 10,
    });
    expect(6_048 + 2_739 + 116 + 10).toBe(8_913);
    expect(90_022 + 8_913 + 65).toBe(99_000);
  });

  it('6,535 of 96,476 delivered orders came after their day: at fault, forgiven, or left out as cancelled', () => {
    const counts: Record<string, number> = {};
    const seen = new Set<string>();
    for (const judged of ledger.orders) {
      const order = latest.get(orderKey(judged))!;
      if (order.delivered_at === null || seen.has(order.order_id)) continue;
      seen.add(order.order_id);
      const { outcome } = judged.verdicts.late_delivery!;
      const name = [outcome, order.delivered_at > order.deliver_by! && 'after deliver_by'].filter(Boolean).join(' ');
      counts[name] = (counts[name] ?? 0) + 1;
    }
    expect(seen.size).toBe(96_476);
    expect((counts['fault after deliver_by'] ?? 0) + (counts['forgiven after deliver_by'] ?? 0)).toBe(6_534);
    expect(counts['excluded after deliver_by']).toBe(1); // cancelled, delivered all the same, and late
    expect(counts.excluded).toBe(5);
    expect(counts.met).toBe(96_476 - 6_535 - 5);
  });

  it('what Olist does not tell is not measured', () => {
    expect([...notMeasured(olist.records, { regions: olist.regions, metrics }, '2018-08-29')]).toEqual([
      'missing_tracking',
      'seller_fault_return',
      'unresolved_case',
      'order_defect',
      'slow_response',
    ]);
  });

  it('every order has at most one outcome per metric, and one under those that concern all orders', () => {
    const count = (metric: 'late_dispatch' | 'seller_cancellation' | 'late_delivery') => {
      const found: Partial<Record<Outcome, number>> = {};
      for (const { verdicts } of ledger.orders) {
        const outcome = verdicts[metric]!.outcome;
        found[outcome] = (found[outcome] ?? 0) + 1;
      }
      return Object.values(found).reduce((sum, n) => sum + n, 0);
    };
    expect([count('late_dispatch'), count('seller_cancellation'), count('late_delivery')]).toEqual([100_010, 100_010, 100_010]);
  });

  it('the import of examples/olist lands the same versions on the same days', async () => {
    const landing = await mkdtemp(join(tmpdir(), 'olist-independent-'));
    try {
      await importToFolder({ mapping: EXAMPLE, from: OLIST!, to: landing });
      const { records, counts } = await readLanding(landing, olist.regions, WHOLE_HISTORY);
      expect(Object.values(counts).reduce((sum, count) => sum + count.refused, 0)).toBe(0);
      const lines = (rows: Iterable<object>, names: readonly string[]) =>
        [...rows].map((row) => names.map((name) => String(row[name as keyof typeof row])).join(' ')).sort();
      const same = (dataset: 'orders' | 'reviews' | 'exemptions' | 'sellers', names: readonly string[]) => {
        const expected = lines(olist.records[dataset], names);
        const found = lines(records[dataset], names);
        const differing = found.map((line, i) => [line, expected[i]]).filter(([a, b]) => a !== b);
        expect([dataset, found.length, differing.slice(0, 5)]).toEqual([dataset, expected.length, []]);
      };
      same('orders', Object.keys(olist.records.orders[0]!).sort());
      same('reviews', ['order_id', 'seller_id', 'rating', 'created_at', 'updated_at', 'dt', 'about']);
      same('exemptions', ['order_id', 'seller_id', 'metrics', 'reason', 'dt', 'valid_from', 'valid_to', 'region', 'carrier']);
      same('sellers', ['dt']);
    } finally {
      await rm(landing, { recursive: true, force: true });
    }
  }, 300_000);

  it('the policy of the example judges the regions as they are read here', async () => {
    const { loadPolicies } = await import('../../policies/load.js');
    const text = async (name: string) => [name, await readFile(join(EXAMPLE, 'policies', name), 'utf8')] as const;
    const { regions } = loadPolicies(Object.fromEntries([await text('regions.yaml'), await text('olist.yaml')]), '2018-08-29');
    const facts = regions.map(({ code, time_zone, dispatch_milestone, on_time_scan_saves }) => ({
      ...{ code, time_zone, dispatch_milestone, on_time_scan_saves },
    }));
    expect(facts.sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual(olist.regions);
  });

  it('nothing landed before the first purchase or after the last delivery', () => {
    const days = olist.records.orders.map((o) => o.dt);
    const [first, last] = days.reduce(([a, b], dt) => [Math.min(a!, dt), Math.max(b!, dt)], [days[0], days[0]]);
    expect([dayText(first!), dayText(last!)]).toEqual(['2016-09-04', '2018-10-17']);
  });
});
