import { describe, expect, it } from 'vitest';
import { CASE_POLICIES, CASES, caseNights, casePolicies, type Expectation, landedOf, type OutcomeCase } from '../cases/index.js';
import { forEachVerdict, judge, type Ledger, type Verdict } from './judge.js';
import { notMeasured } from './measured.js';
import { addRow, noRecords, type Records } from './records.js';
import { day, dayText } from './time.js';

const zones = new Map(CASE_POLICIES.regions.map((r) => [r.code, r.time_zone]));

function recordsOf(cases: readonly OutcomeCase[]): Records {
  const records = noRecords();
  for (const [dataset, rows] of Object.entries(landedOf(cases))) {
    for (const { dt, ...row } of rows) {
      if (!addRow(records, dataset, row, day(dt), zones)) throw new Error(`${dataset}: refused ${JSON.stringify(row)}`);
    }
  }
  return records;
}

const judged = (cases: readonly OutcomeCase[], run_date: string, settings: OutcomeCase['settings']): Ledger =>
  judge(recordsOf(cases), casePolicies(settings), run_date);

/** What the ledger says where the expectation speaks, in the words of the expectation. */
function said(ledger: Ledger, { subject, metric, cohort_day }: Expectation): Expectation[] {
  const verdicts: Verdict[] = [];
  forEachVerdict(ledger, (entry) => {
    if (entry.subject_id === subject && entry.metric.metric === metric) verdicts.push(entry.verdict);
  });
  return (verdicts.length === 0 ? [undefined] : verdicts).map((verdict: Verdict | undefined) => ({
    subject,
    metric,
    outcome: verdict?.outcome ?? 'no_row',
    reason: verdict?.reason ?? null,
    ...(cohort_day ? { cohort_day: verdict && dayText(verdict.day) } : {}),
  })) as Expectation[];
}

function expectAll(ledger: Ledger, expected: readonly Expectation[]): void {
  for (const one of expected) for (const found of said(ledger, one)) expect(found).toEqual(one);
}

describe.each(Object.entries(CASES))('%s', (_area, cases) => {
  it.each(cases.map((c) => [c.name, c] as const))('%s', (_name, c) => {
    expectAll(judged([c], c.run_date, c.settings), c.expect);
  });
});

describe('all cases of a night', () => {
  it.each(caseNights().map((night) => [night.run_date, night] as const))(
    'land together on %s without touching each other',
    (_day, night) => {
      expectAll(
        judged(night.cases, night.run_date, night.settings),
        night.cases.flatMap((c) => c.expect),
      );
    },
  );

  it('leave no metric unmeasured', () => {
    for (const { cases, run_date } of caseNights()) {
      expect([...notMeasured(recordsOf(cases), CASE_POLICIES, run_date)]).toEqual([]);
    }
  });

  it('have names that are told apart', () => {
    const names = Object.entries(CASES).flatMap(([area, cases]) => cases.map((c) => `${area}: ${c.name}`));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(150);
  });
});
