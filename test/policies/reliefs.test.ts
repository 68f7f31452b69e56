import { describe, expect, it } from 'vitest';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';
import { FILES, loadShop, PLAIN_SHOP, refusedAfter } from './shop.js';

const EVALUATED = `${PLAIN_SHOP}evaluation: { every: monday, why: weekly }\n`;
const metric = (key: string, more: string): string => `metrics:
  ${key}:
    window_days: 30
    why: promised
    tiers: { good: { at_most: 0.04, why: good } }
    ${more}
`;
const peak = (more = ''): string => `{ name: Sale, from: 2026-11-27, to: 2026-11-30, extra_hours: 48, why: many${more} }`;
const refused = (more: string, { of = 'late_dispatch', evaluated = true } = {}): string[] =>
  refusedAfter(evaluated ? EVALUATED : PLAIN_SHOP, metric(of, more));

describe('what a programme forgives by itself', () => {
  it('says peaks by name, days and hours, and which faults count as one', () => {
    const { programmes } = loadShop(
      `${EVALUATED}${metric('late_dispatch', `peaks: [${peak()}]\n    collapse: { same: buyer_and_day, why: one unhappy buyer }`)}`,
    );
    expect(programmes[0]!.metrics[0]).toMatchObject({
      peaks: [{ name: 'Sale', from: '2026-11-27', to: '2026-11-30', extra_hours: 48, why: 'many' }],
      collapse: { same: 'buyer_and_day', why: 'one unhappy buyer' },
    });
  });

  it('says nothing where a programme says nothing', () => {
    const [asked] = loadShop(`${EVALUATED}${metric('late_dispatch', '')}`).programmes[0]!.metrics;
    expect(Object.keys(asked!)).not.toEqual(expect.arrayContaining(['peaks', 'collapse']));
  });

  it.each([
    [
      'collapse: { same: seller, why: any }',
      '+6 metrics.late_dispatch.collapse.same: choose one of buyer, buyer_and_day, day_and_reason',
    ],
    [
      'collapse: { same: buyer, why: one buyer }',
      '+6 metrics.late_dispatch.collapse.same: evaluations leave the worst day out and count days (line 11), and faults of one buyer lie on several; write buyer_and_day',
    ],
    [
      'at_least: { buyers: 2, why: two }\n    collapse: { same: day_and_reason, why: one day }',
      '+7 metrics.late_dispatch.collapse.same: faults of one day are of several buyers, which at_least.buyers counts (line 17); write buyer_and_day, or take the floor of buyers out',
    ],
    ['peaks: []', '+6 metrics.late_dispatch.peaks: names no peak; add one, or take it out'],
    [
      'peaks: [{ name: Sale, from: 2026-11-31, to: 2026-11-30, extra_hours: 48, why: many }]',
      '+6 metrics.late_dispatch.peaks.0.from: 2026-11-31 is not in the calendar; write a day that is',
    ],
    [
      'peaks: [{ name: Sale, from: 2026-11-30, to: 2026-11-27, extra_hours: 48, why: many }]',
      '+6 metrics.late_dispatch.peaks.0.to: 2026-11-27 is before 2026-11-30, on which Sale begins; swap them',
    ],
    [
      'peaks: [{ name: Sale, from: 2026-11-27, to: 2026-11-30, extra_hours: 0, why: many }]',
      '+6 metrics.late_dispatch.peaks.0.extra_hours: gives nobody more time; write 1 hour or more',
    ],
    [
      'peaks: [{ name: Sale, from: 2026-11-27, to: 2026-11-30, extra_hours: 49, why: many }]',
      '+6 metrics.late_dispatch.peaks.0.extra_hours: 49 hours are more than the 2 days that late_dispatch waits before it is final, so that nobody would be seen to keep them; write 48 or less, or a longer maturation_days in metrics.yaml',
    ],
    [
      `peaks: [${peak()}, { name: Monday, from: 2026-11-30, to: 2026-11-30, extra_hours: 24, why: many }]`,
      '+6 metrics.late_dispatch.peaks.1.from: Monday overlaps with Sale (line 17), 2026-11-27 to 2026-11-30, and two would say how long is waited; let it begin later, or join the two',
    ],
  ])('refuses %s', (more, line) => {
    expect(refused(more)).toEqual([line]);
  });

  it('lets all faults of a buyer count as one where no evaluation looks at days', () => {
    expect(refused('collapse: { same: buyer, why: one buyer }', { evaluated: false })).toEqual([]);
    expect(
      refused('at_least: { days: 2, why: two }\n    collapse: { same: buyer, why: one buyer }', { evaluated: false }),
    ).toEqual([
      '+7 metrics.late_dispatch.collapse.same: faults of one buyer lie on several days, which at_least.days counts (line 16); write buyer_and_day, or take the floor of days out',
    ]);
  });

  it('lets a peak begin on the day after another ended', () => {
    expect(refused(`peaks: [${peak()}, { name: Later, from: 2026-12-01, to: 2026-12-01, extra_hours: 24, why: many }]`)).toEqual(
      [],
    );
    expect(refused(`peaks: [${peak()}, { name: Before, from: 2026-11-26, to: 2026-11-26, extra_hours: 24, why: many }]`)).toEqual(
      [],
    );
  });

  it('refuses more hours for what is not late by hours, and folds nothing that is not of orders', () => {
    expect(refused(`peaks: [${peak()}]`, { of: 'seller_cancellation' })).toEqual([
      '+6 metrics.seller_cancellation.peaks: give more hours, and seller_cancellation is not late by hours (late_dispatch, late_delivery are); take it out: days on which nothing counts are an exemption of the region',
    ]);
    expect(refused('collapse: { same: buyer_and_day, why: one buyer }', { of: 'slow_response' })).toEqual([
      '+6 metrics.slow_response.collapse: slow_response is not of orders, so that neither its buyer nor how late it was is known; take it out',
    ]);
  });

  const versions = (before: string, after: string): string[] => {
    const first = `${EVALUATED}${metric('late_dispatch', before)}`;
    const next = first
      .replace('version: "1"', 'version: "2"')
      .replace('2026-01-01', '2026-11-28')
      .replace(before || /$/, after);
    try {
      loadPolicies({ ...FILES, 'one.yaml': first, 'two.yaml': next }, '2026-11-16');
      return [];
    } catch (error) {
      if (error instanceof PolicyRefused) return error.lines.filter((line) => line.includes('metrics.'));
      throw error;
    }
  };
  const peaks = (to: string, hours = 48): string =>
    `peaks: [{ name: Sale, from: 2026-11-27, to: ${to}, extra_hours: ${hours}, why: many }]`;
  it('keeps what was promised of days that have begun, and promises nothing of days that are over', () => {
    const both = peaks('2026-11-30');
    expect(versions(both, both)).toEqual([]);
    expect(versions(both, peaks('2026-12-02'))).toEqual([]);
    expect(versions('alert: { at_most: 0.01, why: some }', both)).toEqual([
      'two.yaml:17 metrics.late_dispatch.peaks.0.from: 2026-11-27 is before 2026-11-28, from which version 2 is in force, and version 1 did not say so: what was judged is not made otherwise by a rule; land an exemption, or let it begin on 2026-11-28',
    ]);
    for (const less of ['alert: { at_most: 0.01, why: some }', peaks('2026-11-29'), peaks('2026-11-30', 47)])
      expect(versions(both, less)).toEqual([
        'two.yaml:13 metrics.late_dispatch: takes back of Sale what version 1 promised (one.yaml:17): 48 hours from 2026-11-27 to 2026-11-30, and its days still count; write the peak here too',
      ]);
  });
});
