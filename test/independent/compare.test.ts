import { beforeAll, describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../metrics/index.js';
import { caseNights, landedOf, OWN_METRIC, CASE_POLICIES as POLICIES } from '../cases/index.js';
import { calls } from './calls.js';
import { compareRun } from './compare.js';
import { details } from './details.js';
import { judge, type Ledger, type Verdict } from './judge.js';
import { nextTiers } from './next-tiers.js';
import { reasonCounts } from './reason-counts.js';
import { addRow, noRecords, type Records, TypedDay } from './records.js';
import { regionFaults } from './region-faults.js';
import { regionMetrics } from './region-metrics.js';
import { regionWeeks } from './region-weeks.js';
import { sellers } from './seller-metrics.js';
import { sellerWeeks } from './seller-weeks.js';
import { day } from './time.js';

type Rows = Record<string, Record<string, unknown>[]>;

const NIGHT = caseNights().find((n) => n.run_date === '2026-11-20')!;
let records: Records;
let run: Rows;

/** A verdict as the night's ledger codes it. */
const coded = (metric: string, verdict: Verdict | undefined) => ({
  [metric]: verdict ? (verdict.counts_as_met ? 6 : OUTCOMES.indexOf(verdict.outcome) + 1) : null,
  [`${metric}_day`]: verdict ? new TypedDay(verdict.day) : null,
  [`${metric}_reason`]: verdict?.reason ?? null,
  [`${metric}_exemption`]: verdict?.exemption_id ?? null,
});

const ofSubject = (subject: string) => POLICIES.metrics.filter((m) => m.subject === subject).map((m) => m.metric);

/** The datasets of a run that agrees. */
function runOf(ledger: Ledger): Rows {
  const found = sellers(ledger, POLICIES.programmes, new Set());
  const behind = details(ledger, POLICIES.programmes, new Set());
  return {
    standings: [],
    metric_standings: [],
    next_tiers: nextTiers(found, behind, POLICIES, [], () => undefined, ledger.run_date).map((row) => ({ ...row })),
    calls: calls(found, ledger, POLICIES, { standing: () => undefined, verdict: () => undefined }).map((row) => ({ ...row })),
    order_outcomes: ledger.orders.map(({ seller_id, order_id, verdicts }) =>
      Object.assign({ seller_id, order_id }, ...ofSubject('order').map((m) => coded(m, verdicts[m]))),
    ),
    conversation_outcomes: ledger.conversations.map(({ conversation_id, verdicts }) =>
      Object.assign({ conversation_id }, ...ofSubject('conversation').map((m) => coded(m, verdicts[m]))),
    ),
    landed_outcomes_judged: ledger.landed.map(({ verdict, ...row }) => ({
      ...row,
      ...{ outcome: OUTCOMES.indexOf(verdict.outcome) + 1, reason: verdict.reason },
      ...{ cohort_day: new TypedDay(verdict.day), exemption_id: verdict.exemption_id },
    })),
    seller_metrics: found.metrics.map(({ counts, ...row }) => ({ ...row, ...counts })),
    scorecards: found.tiers.map((row) => ({ ...row })),
    region_metrics: regionMetrics(ledger, POLICIES.regions, new Set()).map(({ now, previous, ...key }) => ({
      ...key,
      ...now.counts,
      ...now,
      ...Object.fromEntries(
        Object.entries({ ...previous.counts, ...previous }).map(([name, value]) => [`previous_${name}`, value]),
      ),
    })),
    region_movers: [],
    region_faults: regionFaults(ledger, records, new Set()).map((row) => ({ ...row, cohort_day: new TypedDay(row.cohort_day) })),
    region_weeks: regionWeeks(ledger, POLICIES.regions, new Set()).map((row) => ({
      ...row,
      first_day: new TypedDay(row.first_day),
    })),
    reason_counts: reasonCounts(ledger, new Set()).map((row) => ({ ...row })),
    seller_weeks: sellerWeeks(ledger, POLICIES.programmes, new Set(), found).map((row) => ({
      ...row,
      ...{ first_day: new TypedDay(row.first_day), last_day: new TypedDay(row.last_day) },
    })),
    outcome_details: behind.map(({ verdict, leaves_window_on, ...row }) => ({
      ...row,
      ...{ outcome: verdict.outcome, reason: verdict.reason, exemption_id: verdict.exemption_id },
      ...{ cohort_day: new TypedDay(verdict.day), leaves_window_on: new TypedDay(leaves_window_on) },
      counts_as_met: verdict.outcome === 'forgiven' ? verdict.counts_as_met : null,
    })),
  };
}

const compare = (rows: Rows) =>
  compareRun({
    ...{ store: '', prefix: 'runs/2026-11-20/001', runDate: NIGHT.run_date, policies: POLICIES, landed: records },
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
  const zones = new Map(POLICIES.regions.map((r) => [r.code, r.time_zone]));
  records = noRecords();
  for (const [dataset, rows] of Object.entries(landedOf(NIGHT.cases))) {
    for (const { dt, ...row } of rows) addRow(records, dataset, row, day(dt), zones);
  }
  const landed = { seller_id: 'seller', metric: OWN_METRIC, region: 'GB', cohort_day: day('2026-11-10'), evidence: null };
  const version = { dt: day('2026-11-11'), updated_at: 0, reason: null };
  for (const outcome of ['met', 'fault', 'excluded'] as const)
    records.outcomes.push({ ...landed, ...version, subject_id: outcome, outcome });
  run = runOf(judge(records, POLICIES, NIGHT.run_date));
});

describe('a comparison', () => {
  it('finds nothing where both agree, and says how much it compared', async () => {
    const { differences, totals, rows } = await compare(run);
    expect(differences).toEqual([]);
    expect(Object.values(totals)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
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
    ['region_weeks', 'a week', { amount: 999 }],
    ['landed_outcomes_judged', 'an outcome', { outcome: 5 }],
    ['reason_counts', 'a count', { orders: 999 }],
    ['seller_weeks', 'the faults of a week', { fault: 999 }],
    ['region_faults', 'the reason of a fault', { reason: 'nobody' }],
    ['next_tiers', 'the day of the tier', { tier_on: '2030-01-01' }],
    ['outcome_details', 'an outcome', { outcome: 'elsewhere' }],
    ['outcome_details', 'the day on which it leaves the window', { leaves_window_on: new TypedDay(day('2030-01-01')) }],
  ])('finds in %s %s', async (dataset, _what, changes) => {
    const { totals } = await compare(changed(dataset, () => true, changes));
    expect(totals[dataset]).toBe(1);
  });

  it.each(['order_outcomes', 'conversation_outcomes', 'seller_metrics', 'scorecards', 'reason_counts', 'outcome_details'])(
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
