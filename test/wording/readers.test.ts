import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { inWords } from '../../cli/commands/explain.js';
import type { Explanation } from '../../cli/explain.js';
import { parseAddress } from '../../dashboard/src/address.js';
import type { Run } from '../../dashboard/src/data/run.js';
import { MetricCards } from '../../dashboard/src/seller/MetricCards.js';
import { digestView } from '../../emails/digest-view.js';
import type { SellerMetricRow } from '../../emails/rows.js';
import { scorecardView } from '../../emails/scorecard-view.js';
import type { Policies } from '../../policies/policy.js';
import { capital, wordingFor } from '../../wording/wording.js';
import { card, mailRows, metricRow, policies } from '../helpers/mail-run.js';

const wording = wordingFor('en', policies.metrics);
const scorecard = card('S-0001', 'at_risk', {
  tier_because: 'held_back',
  ...{ held_back_by: 'late_dispatch', held_back_fault: 50, held_back_counted: 1249, held_back_allowed: 49, next_tier: 'good' },
});

const whole = (row: SellerMetricRow) =>
  scorecardView({
    ...{ run_id: '2026-11-16-001', run_date: '2026-11-16', campaign: 'scorecard', policies, orders: [], changes: [] },
    ...{ standings: [], evaluated: [], points: [] },
    seller: { seller_id: 'S-0001', name: null, locale: null },
    ...{ scorecards: [scorecard], metrics: [row] },
  });
const mail = (row: SellerMetricRow) => whole(row).programmes[0]!;

const page = (row: SellerMetricRow): Record<string, string> => {
  const run = { policies, wording } as unknown as Run;
  const html = renderToStaticMarkup(
    createElement(MetricCards, { run, address: parseAddress(''), card: scorecard, metrics: [row] }),
  );
  return Object.fromEntries([...html.matchAll(/data-cell="(\w+)">([^<]*)/g)].map(([, name, text]) => [name, text]));
};

/** A longer window for whoever has few late dispatches counted. */
const withLowVolume = (fewer_than: number, window_days: number): Policies => ({
  ...policies,
  programmes: policies.programmes.map((p) => ({
    ...p,
    metrics: p.metrics.map((m) => ({ ...m, low_volume: { fewer_than, window_days, why: 'few' } })),
  })),
});

const commandLine = (row: SellerMetricRow, run: Policies = policies): string => {
  const rule = {
    population: 'orders',
    cohort: 'ship_by',
    maturation_days: 2,
    fault: 'late',
    excluded: 'never',
    forgiven: 'never',
  };
  const metric = { ...row, from: '2026-10-16', to: '2026-11-14', rule, orders: [] };
  const found = { ...{ seller_id: 'S-0001', name: null, run_id: '2026-11-16-001', run_date: '2026-11-16' } };
  return inWords({ ...found, programmes: [{ ...scorecard, metrics: [metric] }] } as Explanation, run);
};

describe('a bound is said to everybody as the policy says it', () => {
  const row = metricRow('S-0001', 'late_dispatch', { met: 71, fault: 4 });
  it.each([
    ['at_most', '5.33%', 'allowed 4%', '≤ 4%', '5.33% (4% allowed)'],
    ['below', '5.33%', 'allowed below 4%', '&lt; 4%', '5.33% (below 4% allowed)'],
    ['met_at_least', '94.67% met', 'at least 96%', '≥ 96% met', '94.67% met (at least 96% asked)'],
    ['met_above', '94.67% met', 'above 96%', '&gt; 96% met', '94.67% met (above 96% asked)'],
  ] as const)('%s', (bound_said, now, allowed, short, behind) => {
    const said = { ...row, bound_said };
    expect(mail(said).metrics[0]!.rate).toEqual({ now, allowed });
    expect(page(said)).toMatchObject({ accountable_rate: now, at_most: short });
    expect(commandLine(said)).toContain(`accountable rate ${now} (${allowed})`);
    expect(whole(said).subject).toContain(`late dispatch ${behind}`);
  });

  it('also as a goal', () => {
    const bound = (said?: 'below' | 'met_above') => wording.standing(null, { at_most: 0.04, said: said ?? 'at_most' }).goal;
    expect([bound(), bound('below'), bound('met_above')]).toEqual(['at most 4%', 'below 4%', 'above 96% met']);
  });
});

describe('the command line', () => {
  it('says why a longer window counts, and nothing where the usual one does', () => {
    const row = metricRow('S-0001', 'late_dispatch', { met: 71, fault: 4 });
    const few = withLowVolume(400, 365);
    expect(commandLine({ ...row, window_days: 365 }, few)).toContain(
      '365 days count, because fewer than 400 orders are counted in 30 days',
    );
    expect(commandLine(row, few)).not.toContain('days count');
    expect(commandLine({ ...row, window_days: 365 })).not.toContain('days count');
  });
});

describe('a metric that is met although more are at fault than its bound allows', () => {
  const row: SellerMetricRow = {
    ...metricRow('S-0001', 'late_dispatch', { met: 71, fault: 4 }),
    ...{ verdict: 'met', because: 'few_buyers', tier: 'top', fault_buyers: 1, buyers_from: 2 },
  };
  const said = '4 of 75 at fault, 3 allowed, but only 1 buyer is affected: fewer than 2 meet every bound';

  it('says why, and not by how many it is over', () => {
    expect(mail(row).metrics[0]).toMatchObject({ pieces: [said], verdict: { word: 'Met' } });
    expect(page(row)).toMatchObject({ because: said, verdict: 'Met' });
    expect(commandLine(row)).toContain(said);
  });
});

describe('the mail, the page and the command line', () => {
  it.each([
    ['far above its bound', { met: 71, fault: 4 }, '5.33%'],
    ['a hair above its bound', { met: 1199, fault: 50 }, '4.003%'],
    ['with no fault', { met: 80 }, '0.00%'],
  ])('write a rate %s in the same way', (_, counts, rate) => {
    const row = metricRow('S-0001', 'late_dispatch', counts);
    expect(mail(row).metrics[0]!.rate).toEqual({ now: rate, allowed: 'allowed 4%' });
    expect(page(row)).toMatchObject({ accountable_rate: rate, at_most: '≤ 4%' });
    expect(commandLine(row)).toContain(`accountable rate ${rate} (allowed 4%)`);
  });

  it('say in the same words why a tier is held back', () => {
    const row = metricRow('S-0001', 'late_dispatch', { met: 1199, fault: 50 });
    const sentence = 'held back from Good standing by late dispatch: 50 of 1,249 at fault, 49 allowed';
    expect(mail(row).tier.because).toBe(capital(sentence));
    expect(commandLine(row)).toContain(`At risk (${sentence})`);
    expect(page(row).because).toBe('50 of 1,249 at fault, 49 allowed');
    expect(commandLine(row)).toContain('50 of 1,249 at fault, 49 allowed; ');
  });

  it('say in the same words why a metric is not judged', () => {
    const none = metricRow('S-0001', 'slow_response', 'not_measured');
    expect(mail(none).metrics[0]!.pieces).toEqual(['no source has landed for it']);
    expect(page(none).because).toBe('No source has landed for it');
    expect(commandLine(none)).toContain('Slow response: not measured (no source has landed for it)');
  });

  it('the digest writes the rate of a region as the page of the region does', () => {
    const rows = mailRows();
    const { metrics } = digestView({
      ...{ run_id: '2026-11-16-001', run_date: '2026-11-16', period: '2026-W47', region: 'DE', policies, not_measured: [] },
      ...{ kpis: rows.region_kpis, metrics: rows.region_metrics, tiers: rows.tier_mix },
      ...{ reasons: rows.reason_counts, quality: rows.run_quality },
    });
    const row = rows.region_metrics.find(
      (one) => one.region === 'DE' && one.metric === 'late_dispatch' && one.window_days === 28,
    )!;
    expect(metrics[0]).toMatchObject({ title: 'Late dispatch', accountable: wording.format.rate(row.accountable_rate) });
  });
});
