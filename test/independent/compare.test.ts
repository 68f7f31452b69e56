import { beforeAll, describe, expect, it } from 'vitest';
import { METRIC_KEYS, OUTCOMES } from '../../metrics/index.js';
import { CASE_POLICIES, caseNights, landedOf } from '../cases/index.js';
import { compareRun } from './compare.js';
import { judge, type Ledger, type Verdict } from './judge.js';
import { addRow, noRecords, type Records, TypedDay } from './records.js';
import { regionMetrics } from './region-metrics.js';
import { sellers } from './seller-metrics.js';
import { day } from './time.js';

type Rows = Record<string, Record<string, unknown>[]>;

const NIGHT = caseNights().find((n) => n.run_date === '2026-11-20')!;
let records: Records;
let run: Rows;

/** A verdict as the night's ledger codes it. */
const coded = (metric: string, verdict: Verdict | undefined) => ({
  [metric]: verdict ? OUTCOMES.indexOf(verdict.outcome) + 1 : null,
  [`${metric}_day`]: verdict ? new TypedDay(verdict.day) : null,
  [`${metric}_reason`]: verdict?.reason ?? null,
});

const noted = (seller_id: string, metric: string, subject_id: string, v: Verdict | undefined) =>
  v && ['fault', 'forgiven', 'excluded'].includes(v.outcome)
    ? [{ seller_id, metric, subject_id, outcome: v.outcome, reason: v.reason, cohort_day: new TypedDay(v.day) }]
    : [];

/** The datasets of a run that agrees. */
function runOf(ledger: Ledger): Rows {
  const found = sellers(ledger, CASE_POLICIES.programmes, new Set());
  const orderMetrics = METRIC_KEYS.filter((m) => m !== 'slow_response');
  return {
    order_outcomes: ledger.orders.map(({ seller_id, order_id, verdicts }) =>
      Object.assign({ seller_id, order_id }, ...orderMetrics.map((m) => coded(m, verdicts[m]))),
    ),
    conversation_outcomes: ledger.conversations.map(({ conversation_id, verdict }) => ({
      conversation_id,
      ...coded('slow_response', verdict),
    })),
    seller_metrics: found.metrics.map(({ counts, ...row }) => ({ ...row, ...counts })),
    scorecards: found.tiers.map((row) => ({ ...row })),
    region_metrics: regionMetrics(ledger, CASE_POLICIES.regions, new Set()).map(({ now, previous, ...key }) => ({
      ...key,
      ...now.counts,
      ...now,
      ...Object.fromEntries(
        Object.entries({ ...previous.counts, ...previous }).map(([name, value]) => [`previous_${name}`, value]),
      ),
    })),
    outcome_details: [
      ...ledger.orders.flatMap((o) => orderMetrics.flatMap((m) => noted(o.seller_id, m, o.order_id, o.verdicts[m]))),
      ...ledger.conversations.flatMap((c) => noted(c.seller_id, 'slow_response', c.conversation_id, c.verdict)),
    ],
  };
}

const compare = (rows: Rows) =>
  compareRun({
    ...{ store: '', prefix: 'runs/2026-11-20/001', runDate: NIGHT.run_date, policies: CASE_POLICIES, landed: records },
    rowsOf: async (dataset) => rows[dataset]!,
  });

/** The run with one row changed. */
function changed(dataset: string, which: (row: Record<string, unknown>) => boolean, changes: Record<string, unknown>): Rows {
  const rows = run[dataset]!;
  const at = rows.findIndex(which);
  if (at === -1) throw new Error(`${dataset}: no such row`);
  return { ...run, [dataset]: rows.with(at, { ...rows[at], ...changes }) };
}

beforeAll(() => {
  const zones = new Map(CASE_POLICIES.regions.map((r) => [r.code, r.time_zone]));
  records = noRecords();
  for (const [dataset, rows] of Object.entries(landedOf(NIGHT.cases))) {
    for (const { dt, ...row } of rows) addRow(records, dataset, row, day(dt), zones);
  }
  run = runOf(judge(records, CASE_POLICIES.regions, NIGHT.run_date));
});

describe('a comparison', () => {
  it('finds nothing where both agree, and says how much it compared', async () => {
    const { differences, totals, rows } = await compare(run);
    expect(differences).toEqual([]);
    expect(Object.values(totals)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(rows.order_outcomes).toBeGreaterThan(100);
    expect(rows.outcome_details).toBeGreaterThan(50);
  });

  it('names the order, the metric and both opinions', async () => {
    const rows = changed('order_outcomes', (r) => r.order_id === 'ld-second', { late_dispatch: 1, late_dispatch_reason: null });
    expect((await compare(rows)).differences).toEqual([
      'order_outcomes: seller seller-of-ld-second order ld-second late_dispatch: the night has met on 2026-11-04, the independent judge fault late on 2026-11-04',
    ]);
  });

  it.each([
    ['order_outcomes', 'a day off by one', { late_delivery_day: new TypedDay(day('2026-11-08')) }],
    ['order_outcomes', 'another reason', { late_dispatch_reason: 'missing' }],
    ['seller_metrics', 'a count off by one', { met: 17 }],
    ['seller_metrics', 'a rate', { accountable_rate: 0.123 }],
    ['scorecards', 'a tier', { tier: 'elsewhere' }],
    ['region_metrics', 'a count of the period before', { previous_met: 999 }],
    ['outcome_details', 'an outcome', { outcome: 'elsewhere' }],
  ])('finds in %s %s', async (dataset, _what, changes) => {
    const { totals } = await compare(changed(dataset, () => true, changes));
    expect(totals[dataset]).toBe(1);
  });

  it.each(['order_outcomes', 'conversation_outcomes', 'seller_metrics', 'scorecards', 'outcome_details'])(
    'finds in %s a row too few, one too many and one twice',
    async (dataset) => {
      const rows = run[dataset]!;
      const stranger = Object.fromEntries(Object.entries(rows[0]!).map(([k, v]) => [k, k.endsWith('_id') ? 'stranger' : v]));
      const total = async (changedRows: Rows[string]) => (await compare({ ...run, [dataset]: changedRows })).totals[dataset];
      // the conversation that is not in the population has no verdict, so its absence is no difference
      const last = rows.findLastIndex((r) => r.slow_response !== null);
      expect(await total(rows.toSpliced(last, 1))).toBe(1);
      expect(await total([...rows, stranger])).toBe(1);
      expect(await total([...rows, rows[last]!])).toBe(1);
    },
  );

  it('shows the first twenty differences and counts them all', async () => {
    const rows = { ...run, scorecards: run.scorecards!.map((r) => ({ ...r, tier: 'elsewhere' })) };
    const { differences, totals } = await compare(rows);
    expect(differences).toHaveLength(20);
    expect(totals.scorecards).toBe(rows.scorecards.length);
  });
});
