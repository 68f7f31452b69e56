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
import type { Policies, ProgrammeMetric } from '../../policies/policy.js';
import { capital, wordingFor } from '../../wording/wording.js';
import { card, mailRows, metricRow, policies } from '../helpers/mail-run.js';

const wording = wordingFor('en', policies);
const scorecard = card('S-0001', 'at_risk', {
  tier_because: 'held_back',
  ...{ held_back_by: 'late_dispatch', held_back_fault: 50, held_back_counted: 1249, held_back_allowed: 49, next_tier: 'good' },
});

const whole = (row: SellerMetricRow, under: Policies = policies) =>
  scorecardView({
    ...{ run_id: '2026-11-16-001', run_date: '2026-11-16', campaign: 'scorecard', policies: under, orders: [], changes: [] },
    ...{ standings: [], evaluated: [], points: [], scores: [], score_parts: [] },
    seller: { seller_id: 'S-0001', name: null, locale: null },
    ...{ scorecards: [scorecard], metrics: [row] },
  });
const mail = (row: SellerMetricRow, under?: Policies) => whole(row, under).programmes[0]!;

const page = (row: SellerMetricRow, under: Policies = policies): Record<string, string> => {
  const run = { policies: under, wording, manifest: { run_date: '2026-11-16' } } as unknown as Run;
  const html = renderToStaticMarkup(
    createElement(MetricCards, { run, address: parseAddress(''), card: scorecard, metrics: [row] }),
  );
  return Object.fromEntries([...html.matchAll(/data-cell="(\w+)">([^<]*)/g)].map(([, name, text]) => [name, text]));
};

/** The policies where every metric is asked something else. */
const asking = (asked: Partial<ProgrammeMetric>): Policies => ({
  ...policies,
  programmes: policies.programmes.map((p) => ({ ...p, metrics: p.metrics.map((m) => ({ ...m, ...asked })) })),
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
  const metric = { ...row, from: '2026-10-16', to: '2026-11-14', rule, orders: [], days: [] };
  const found = {
    seller_id: 'S-0001',
    name: null,
    home_region: null,
    run_id: '2026-11-16-001',
    run_date: '2026-11-16',
    previous: null,
  };
  return inWords({ ...found, programmes: [{ ...scorecard, placed: [], metrics: [metric] }] } as Explanation, run);
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

describe('the mail, the page and the command line say why other days than usual count', () => {
  const row = metricRow('S-0001', 'late_dispatch', { met: 71, fault: 4 });
  const stretch = { until: 75, at_most_days: 365, why: 'few' };
  it.each([
    [
      'the longer window of whoever has few',
      { low_volume: { fewer_than: 400, window_days: 365, why: 'few' } },
      365,
      '365 days count, because fewer than 400 orders are counted in 30 days',
    ],
    ['a window that stretches', { stretch }, 87, '87 days count: of 30 to 365 days the fewest with 75 orders counted'],
    [
      'one that stretches to its end and holds enough',
      { stretch },
      365,
      '365 days count: of 30 to 365 days the fewest with 75 orders counted',
    ],
    [
      'one that never holds enough',
      { stretch: { ...stretch, until: 76 } },
      365,
      '365 days count, the most that may: even they have fewer than 76 orders counted',
    ],
  ])('%s', (_, asked, window_days, said) => {
    const other = { ...row, window_days };
    const run = asking(asked);
    expect(commandLine(other, run)).toContain(`\n    ${said}\n`);
    expect(mail(other, run).metrics[0]!.notes).toEqual([`${said}.`]);
    expect(page(other, run).window).toBe(said);
    expect(commandLine(row, run)).not.toContain('days count');
    expect(mail(row, run).metrics[0]!.notes).toEqual([]);
    expect(page(row, run).window).toBe('30 days');
  });

  it('and nothing where no other days may count', () => {
    expect(commandLine({ ...row, window_days: 365 })).not.toContain('days count');
  });
});

describe('the mail, the page and the command line say what is recommended', () => {
  const alert = { alert_at_most: 0.02, alert_said: 'at_most', alert_allowed: 2, alert_exceeded: true } as const;
  const kept = 'Recommended: at most 2%.';
  const exceeded =
    'Recommended: at most 2%, which is 2 at fault. That is exceeded, though the standard is kept: nothing follows from it.';
  it.each([
    ['where it is kept', { met: 98, fault: 2 }, { ...alert, alert_exceeded: false }, kept],
    ['where it is exceeded and the standard is kept', { met: 97, fault: 3 }, alert, exceeded],
    ['and no more of it where the standard is missed', { met: 90, fault: 10 }, alert, kept],
    [
      'as policy says it',
      { met: 98, fault: 2 },
      { ...alert, alert_said: 'met_above', alert_exceeded: false },
      'Recommended: above 98% met.',
    ],
  ] as const)('%s', (_, counts, asked, said) => {
    const row = { ...metricRow('S-0001', 'late_dispatch', counts), ...asked };
    expect(commandLine(row)).toContain(`\n    ${said}\n`);
    expect(mail(row).metrics[0]!.notes).toEqual([said]);
    expect(page(row).recommended).toBe(said);
  });

  it('nothing where nothing is recommended or measured, nor of a run that knew nothing of it', () => {
    const row = metricRow('S-0001', 'late_dispatch', { met: 90, fault: 10 });
    const old = Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('alert'))) as SellerMetricRow;
    for (const one of [row, old, { ...metricRow('S-0001', 'late_dispatch', 'not_measured'), ...alert, alert_exceeded: null }]) {
      expect(commandLine(one)).not.toContain('Recommended');
      expect(mail(one).metrics[0]!.notes).toEqual([]);
      expect(page(one).recommended).toBeUndefined();
    }
  });
});

describe('a metric that is met although more are at fault than its bound allows', () => {
  const row: SellerMetricRow = {
    ...metricRow('S-0001', 'late_dispatch', { met: 71, fault: 4 }),
    ...{ verdict: 'met', because: 'few_buyers', tier: 'top', fault_buyers: 1, buyers_from: 2 },
  };
  const said = '4 of 75 at fault, 3 allowed, but only 1 buyer is affected: fewer than 2 meet every bound';

  it('says why, and not by how many it is over', () => {
    expect(mail(row).metrics[0]).toMatchObject({ pieces: [said, 'counted 16 Oct to 14 Nov'], verdict: { word: 'Met' } });
    expect(page(row)).toMatchObject({ because: said, verdict: 'Met' });
    expect(commandLine(row)).toContain(said);
  });
});

describe('the mail, the page and the command line', () => {
  it.each([
    ['far above its bound', { met: 71, fault: 4 }, '5.33%'],
    ['a hair above its bound', { met: 1199, fault: 50 }, '4.003%'],
    ['with hardly a fault', { met: 7999, fault: 1 }, '0.01%'],
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
      ...{ run_id: '2026-11-16-001', run_date: '2026-11-16', period: '2026-11-15', region: 'DE', policies, not_measured: [] },
      ...{ kpis: rows.region_kpis, metrics: rows.region_metrics, tiers: rows.tier_mix },
      ...{ quality: rows.run_quality },
    });
    const row = rows.region_metrics.find(
      (one) => one.region === 'DE' && one.metric === 'late_dispatch' && one.window_days === 28,
    )!;
    expect(metrics[0]).toMatchObject({ title: 'Late dispatch', accountable: wording.format.rate(row.accountable_rate) });
  });
});
