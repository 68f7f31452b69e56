/** One metric under several keys: what a policy may say, and what is refused with the word that was meant. */
import { describe, expect, it } from 'vitest';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';
import { namedMetrics } from '../../policies/policy.js';
import { wordingFor } from '../../wording/wording.js';

const REGIONS = `
regions:
  GB: { name: United Kingdom, time_zone: Europe/London, currency: GBP, must_land_orders_daily: true, dispatch_milestone: first_scan, on_time_scan_saves: true }
`;

const TEN = 'late_dispatch_10: { of: late_dispatch, title: "Late dispatch, ten days", window_days: 10, at_most: 0.04 }';

/** A programme with dispatch in time over 30 days, and what else is asked for, a line each. */
function programme(entries: readonly string[], { key = 'standard', version = '1', from = '2026-01-01', more = '' } = {}): string {
  const written = ['late_dispatch: { window_days: 30, at_most: 0.04 }', ...entries].map((line) =>
    line.replace(/at_most: ([\d.]+) \}/, 'why: "made here", tiers: { good: { at_most: $1, why: "made here" } } }'),
  );
  return `programme: ${key}
title: Standard
version: "${version}"
in_force_from: ${from}
regions: [GB]
tiers: [{ key: good, title: Good, means: "good" }, { key: below, title: Below, means: "below" }]
standard: good
assessable: { orders: 1, window_days: 90, why: "made here" }
${more}metrics:
${written.map((line) => `  ${line}`).join('\n')}
`;
}

const load = (files: Record<string, string>) => loadPolicies({ 'regions.yaml': REGIONS, ...files }, '2026-11-16');

/** What a person is told of such a programme, or of several files. */
function told(entries: readonly string[] | Record<string, string>): string[] {
  try {
    load(Array.isArray(entries) ? { 'p.yaml': programme(entries) } : (entries as Record<string, string>));
    return [];
  } catch (error) {
    if (error instanceof PolicyRefused) return error.lines;
    throw error;
  }
}

describe('a programme with one metric on the same days twice', () => {
  const twice = (...floors: string[]) =>
    told([`late_top: { of: late_dispatch, title: "Late dispatch, top", window_days: 30,${floors.join('')} at_most: 0.02 }`]);

  it('may ask for another floor the second time, which is how one tier has a floor of its own', () => {
    expect(twice(' at_least: { buyers: 4, why: "made here" },')).toEqual([]);
    expect(twice(' at_least: { faults: 3, why: "made here" },')).toEqual([]);
    expect(twice(' at_least: { days: 3, why: "made here" },')).toEqual([]);
    expect(twice(' at_least: { counted: 3, why: "made here" },')).toEqual([]);
  });

  it('and not for the same one', () => {
    const refused = [expect.stringContaining('two bounds on one number contradict each other, so keep one')];
    expect(twice()).toEqual(refused);
    expect(twice(' at_least: { faults: 0, buyers: 0, why: "made here" },')).toEqual(refused);
  });
});

describe('a programme with one metric on two windows', () => {
  it('keeps both, in the order of the file, and readers see them under their titles', () => {
    const policies = load({ 'p.yaml': programme(['late_delivery: { window_days: 30, at_most: 0.05 }', TEN]) });
    expect(policies.programmes[0]!.metrics.map(({ metric, of, window_days }) => [metric, of, window_days])).toEqual([
      ['late_dispatch', undefined, 30],
      ['late_dispatch_10', 'late_dispatch', 10],
      ['late_delivery', undefined, 30],
    ]);
    const wording = wordingFor('en', policies);
    expect(wording.metricTitle('late_dispatch_10')).toBe('Late dispatch, ten days');
    expect(wording.metricTitle('late_dispatch')).toBe('Late dispatch');
    expect(wording.counted('late_dispatch_10')).toEqual(wording.counted('late_dispatch'));
    expect(wording.advice('late_dispatch_10')).toBe(wording.advice('late_dispatch'));
    expect(wording.proof('late_dispatch_10')).toEqual(wording.proof('late_dispatch'));
    expect(wording.reason('late_dispatch_10', 'late')).toBe(wording.reason('late_dispatch', 'late'));
    const places = ['late_delivery', 'late_dispatch_10', 'late_dispatch'].sort(
      (a, b) => wording.metricPlace(a) - wording.metricPlace(b),
    );
    expect(places).toEqual(['late_dispatch', 'late_dispatch_10', ...places.slice(2)]);
    expect(namedMetrics(policies).find(({ metric }) => metric === 'late_dispatch_10')).toMatchObject({
      ...{ of: 'late_dispatch', maturation_days: 2, subject: 'order' },
    });
  });

  it('may do without an entry under the metric’s own key, and brings a metric that is not among the usual ones', () => {
    const policies = load({
      'p.yaml': programme(['messages: { of: contact_rate, title: "Messages", window_days: 10, at_most: 0.1 }']),
    });
    expect(policies.metrics.map(({ metric }) => metric)).toContain('contact_rate');
  });

  it('gives points for an entry by its key', () => {
    const points = (metric: string) => `points:
  why: "made here"
  expire_after_days: { value: 28, why: "made here" }
  looked_at: { every: monday, why: "made here" }
  missed_metrics: { ${metric}: { points: 1, why: "made here" } }
  milestones: [{ at: 1, title: Warned, means: "a warning", why: "made here" }]
`;
    const week = 'last_week: { of: late_dispatch, title: "Last week", window_days: 7, at_most: 0.04 }';
    expect(told({ 'p.yaml': programme([week], { more: points('last_week') }) })).toEqual([]);
    expect(told({ 'p.yaml': programme([week], { more: points('lastweek') }) })[0]).toMatch(/did you mean last_week\?$/);
    expect(told({ 'p.yaml': programme([week], { more: points('late_dispatch') }) })[0]).toMatch(/window of 30 days/);
  });

  it.each<[string, string[], RegExp]>([
    [
      'an unknown metric',
      [TEN.replace('of: late_dispatch', 'of: late_dispach')],
      /:11 metrics\.late_dispatch_10\.of: late_dispach is not a metric that metrics\.yaml judges; add it there, or did you mean late_dispatch\?$/,
    ],
    [
      'a key without of',
      ['late_dispatch_10: { window_days: 10, at_most: 0.04 }'],
      /:11 metrics\.late_dispatch_10: is not a metric that metrics\.yaml judges; add of: late_dispatch and a title, if it is late_dispatch once more on other days$/,
    ],
    [
      'no title',
      [TEN.replace('title: "Late dispatch, ten days", ', '')],
      /:11 metrics\.late_dispatch_10: needs a title beside of, for readers; add one, such as title: "Late dispatch, ten days"$/,
    ],
    [
      'a title without of',
      ['late_delivery: { title: "Late", window_days: 10, at_most: 0.04 }'],
      /:11 metrics\.late_delivery\.title: stands without of, and late_delivery has its title elsewhere; take it out, or say of which metric this is$/,
    ],
    [
      'the key of another metric',
      [TEN.replace('late_dispatch_10:', 'late_delivery:')],
      /:11 metrics\.late_delivery: is a metric, and here one of late_dispatch; write a key of its own, such as late_dispatch_10$/,
    ],
    [
      'a metric that is not judged here as a key',
      [TEN.replace('late_dispatch_10:', 'refund_on_time:')],
      /:11 metrics\.refund_on_time: is a metric, and here one of/,
    ],
    [
      'its own key',
      ['late_delivery: { of: late_delivery, title: "Late", window_days: 10, at_most: 0.04 }'],
      /:11 metrics\.late_delivery\.of: names the metric of its own key; take it out, and the title$/,
    ],
    [
      'a key with capitals',
      [TEN.replace('late_dispatch_10:', 'Late10:')],
      /:11 metrics\.Late10: keys of metrics are small letters, digits and _$/,
    ],
    [
      'the same days and bound',
      [TEN.replace('window_days: 10', 'window_days: 30')],
      /:11 metrics\.late_dispatch_10\.window_days: late_dispatch \(line 10\) asks for late_dispatch over the same 30 days; one of the two says nothing new, so take it out, or give it other days or other floors \(at_least\)$/,
    ],
    [
      'the same days and another bound',
      [TEN.replace('window_days: 10, at_most: 0.04', 'window_days: 30, at_most: 0.05')],
      /over the same 30 days; two bounds on one number contradict each other, so keep one, or give it other days or other floors \(at_least\)$/,
    ],
    [
      'a title that is the metric’s',
      [TEN.replace('Late dispatch, ten days', 'late dispatch ')],
      /:11 metrics\.late_dispatch_10\.title: is the title of late_dispatch too \(line 10\), so that nobody could tell them apart; write another$/,
    ],
    [
      'a title twice',
      [TEN, TEN.replace('_10:', '_20:').replace('days: 10', 'days: 20')],
      /:12 metrics\.late_dispatch_20\.title: is the title of late_dispatch_10 too/,
    ],
  ])('is refused with line and remedy: %s', (_, entries, says) => {
    const lines = told(entries);
    expect(lines[0]).toMatch(says);
    expect(lines).toHaveLength(1);
  });
});

describe('a key means one thing in all programmes', () => {
  const both = (one: string, other: string, changes: object = { key: 'other' }) =>
    told({ 'p.yaml': programme([one]), 'q.yaml': programme([other], changes) });
  const later = { version: '2', from: '2026-12-01' };

  it('under one title, over whatever days', () => {
    expect(both(TEN, TEN.replace('days: 10', 'days: 7'))).toEqual([]);
    expect(both(TEN, TEN.replace('ten days', '10 days'))).toEqual([
      'q.yaml:11 metrics.late_dispatch_10.title: late_dispatch_10 is called "Late dispatch, ten days" in p.yaml:11; write the same title, or another key',
    ]);
  });

  it('of one metric, also in a later version, which may have a better title', () => {
    const other = ['q.yaml:11 metrics.late_dispatch_10.of: late_dispatch_10 is of late_dispatch in p.yaml:11; write another key'];
    expect(both(TEN, TEN.replace('of: late_dispatch', 'of: late_delivery'))).toEqual(other);
    expect(both(TEN, TEN.replace('of: late_dispatch', 'of: late_delivery'), later)).toEqual(other);
    expect(both(TEN, TEN.replace('ten days', '10 days'), later)).toEqual([]);
  });
});
