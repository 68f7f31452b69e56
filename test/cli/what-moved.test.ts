import { describe, expect, it } from 'vitest';
import type { ExplainedMetric, ExplainedOrder, Explanation } from '../../cli/explain.js';
import { whatMoved } from '../../cli/what-moved.js';
import { whatMovedLines } from '../../cli/what-moved-lines.js';
import { wordingFor } from '../../wording/wording.js';
import { policies } from '../helpers/mail-run.js';

const order = (subject_id: string, cohort_day: string, changes: Partial<ExplainedOrder> = {}): ExplainedOrder => ({
  subject_id,
  order_id: subject_id,
  region: 'GB',
  cohort_day,
  outcome: 'met',
  reason: null,
  exemption_id: null,
  counts_as_met: false,
  counts_for: 1,
  folded_into: null,
  ...{ peak: null, fault_reason: null },
  moments: {},
  ...changes,
});
const late = { outcome: 'fault', reason: 'late' } as const;

/** A month of late dispatch as a run judged it; counted from its orders. */
function run(run_date: string, [from, to]: [string, string], orders: ExplainedOrder[], tier = 'good'): Explanation {
  const fault = orders.filter(({ outcome }) => outcome === 'fault').reduce((sum, { counts_for }) => sum + counts_for, 0);
  const met = orders
    .filter(({ outcome, counts_as_met }) => outcome === 'met' || counts_as_met)
    .reduce((sum, { counts_for }) => sum + counts_for, 0);
  const metric = { metric: 'late_dispatch', from, to, counted: met + fault, fault, orders } as unknown as ExplainedMetric;
  const programme = { programme: 'eu-seller-standards', policy_version: '1.1', tier, metrics: [metric] };
  const programmes = [programme as unknown as Explanation['programmes'][number]];
  return { seller_id: 'S', name: 'Shop', home_region: null, run_id: `${run_date}-001`, run_date, previous: null, programmes };
}
const OCTOBER: [string, string] = ['2026-10-01', '2026-10-30'];
const NEXT_DAY: [string, string] = ['2026-10-02', '2026-10-31'];
const inMonth = Array.from({ length: 9 }, (_, nth) => order(`kept-${nth}`, '2026-10-20'));
const moved = (before: ExplainedOrder[], now: ExplainedOrder[], window = NEXT_DAY) =>
  whatMoved(run('2026-11-01', OCTOBER, [...inMonth, ...before]), run('2026-11-02', window, [...inMonth, ...now])).programmes[0]!
    .metrics[0]!;
const causes = (metric: ReturnType<typeof moved>) =>
  metric.parts.map(({ cause, counted, fault, change }) => ({ cause, counted, fault, change }));

describe('what moved a rate between two runs', () => {
  it('a late order that leaves the window takes 10 points with it', () => {
    expect(causes(moved([order('a', '2026-10-01', late)], []))).toEqual([
      { cause: 'left_the_window', counted: -1, fault: -1, change: -1000 },
    ]);
  });

  it('an order gone though its day still counts was corrected', () => {
    expect(causes(moved([order('a', '2026-10-02', late)], []))).toEqual([
      { cause: 'corrected', counted: -1, fault: -1, change: -1000 },
    ]);
  });

  it('the first new day is a new day; a day that counted then has landed since', () => {
    expect(causes(moved([], [order('a', '2026-10-31', late)]))[0]).toMatchObject({ cause: 'new_days', fault: 1 });
    expect(causes(moved([], [order('a', '2026-10-30', late)]))[0]).toMatchObject({ cause: 'landed_since', fault: 1 });
  });

  it('what was pending has become final, unless its day is new', () => {
    const pending = { outcome: 'pending' } as const;
    expect(causes(moved([order('a', '2026-10-30', pending)], [order('a', '2026-10-30', late)]))[0]!.cause).toBe('became_final');
    expect(causes(moved([order('a', '2026-10-31', pending)], [order('a', '2026-10-31', late)]))[0]!.cause).toBe('new_days');
  });

  it('a window that reaches further back brings what lies before it', () => {
    expect(causes(moved([], [order('a', '2026-09-30')], ['2026-09-01', '2026-10-31']))[0]!.cause).toBe('window_reaches_further');
    expect(causes(moved([], [order('a', '2026-10-01')], ['2026-09-01', '2026-10-31']))[0]!.cause).toBe('landed_since');
  });

  it('forgiven is corrected: out of the rate, or in it as met', () => {
    const was = [order('a', '2026-10-20', late)];
    const forgiven = (counts_as_met: boolean) => [order('a', '2026-10-20', { outcome: 'forgiven', counts_as_met })];
    expect(causes(moved(was, forgiven(false)))).toEqual([{ cause: 'corrected', counted: -1, fault: -1, change: -1000 }]);
    expect(causes(moved(was, forgiven(true)))).toEqual([{ cause: 'corrected', counted: 0, fault: -1, change: -1000 }]);
  });

  it('an order counts for its items', () => {
    expect(causes(moved([], [order('a', '2026-10-31', { ...late, counts_for: 3 })]))[0]).toMatchObject({ counted: 3, fault: 3 });
  });

  it('the parts sum to the change, one after the other, and to the rate that they end at', () => {
    const metric = moved(
      [order('a', '2026-10-01', late), order('b', '2026-10-25', late), order('c', '2026-10-29', { outcome: 'pending' })],
      [order('b', '2026-10-25'), order('c', '2026-10-29', late), order('d', '2026-10-31', late), order('e', '2026-10-31')],
    );
    expect(causes(metric)).toEqual([
      // 2 of 11, 1 of 10, 2 of 12, 3 of 13, 2 of 13
      { cause: 'left_the_window', counted: -1, fault: -1, change: 1000 - 1818 },
      { cause: 'new_days', counted: 2, fault: 1, change: 1667 - 1000 },
      { cause: 'became_final', counted: 1, fault: 1, change: 2308 - 1667 },
      { cause: 'corrected', counted: 0, fault: -1, change: 1538 - 2308 },
    ]);
    expect(metric).toMatchObject({
      before: { counted: 11, fault: 2 },
      now: { counted: 13, fault: 2, rate: 2 / 13 },
      change: -280,
    });
  });

  it('is said at the terminal with the orders at fault of each part, five at most', () => {
    const gone = [order('a', '2026-10-01', late)];
    const late6 = Array.from({ length: 6 }, (_, nth) => order(`new-${nth}`, '2026-10-31', late));
    const found = whatMoved(
      run('2026-11-01', OCTOBER, [...inMonth, ...gone]),
      run('2026-11-02', NEXT_DAY, [...inMonth, ...late6], 'at_risk'),
    );
    expect(whatMovedLines(found, policies, wordingFor('en')).join('\n')).toMatchInlineSnapshot(`
      "What moved since the run of 1 Nov 2026 (2026-11-01-001)

      eu-seller-standards: Good standing → At risk
        Late dispatch: 10.00% (1 of 10) → 40.00% (6 of 15), +30.00 pp
          left the window        −10.00 pp   −1 counted, −1 at fault
            a  2026-10-01  at fault → not counted
          new days               +40.00 pp   +6 counted, +6 at fault
            new-0  2026-10-31  not counted → at fault
            new-1  2026-10-31  not counted → at fault
            new-2  2026-10-31  not counted → at fault
            new-3  2026-10-31  not counted → at fault
            new-4  2026-10-31  not counted → at fault
            and 1 more (--json lists all)"
    `);
  });

  it('says so where nothing moved, and where no programme judged the seller twice', () => {
    const same = run('2026-11-01', OCTOBER, inMonth);
    expect(whatMovedLines(whatMoved(same, same), policies, wordingFor('en')).at(-1)).toBe(
      '  Late dispatch: 0.00% (0 of 9), nothing moved',
    );
    const later = run('2026-11-02', NEXT_DAY, [...inMonth, order('a', '2026-10-31')]);
    expect(whatMovedLines(whatMoved(same, later), policies, wordingFor('en')).at(-1)).toBe(
      '  Late dispatch: 0.00% (0 of 9) → 0.00% (0 of 10), nothing at fault',
    );
    expect(whatMovedLines(whatMoved({ ...same, programmes: [] }, same), policies, wordingFor('en')).at(-1)).toBe(
      'No programme judged the seller in both runs.',
    );
  });
});
