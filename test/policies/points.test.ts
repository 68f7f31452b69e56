/** What a programme may say of points, and what is refused. */
import { describe, expect, it } from 'vitest';
import { missesLookedAt } from '../../policies/for-pages.js';
import { loadShop, refusedAfter } from './shop.js';

const PROGRAMME = `
programme: shop
title: Shop
version: "1"
in_force_from: 2026-01-01
notice_given_on: 2025-12-01
regions: [GB]
tiers:
  - { key: top, title: Top, means: "Best." }
  - { key: good, title: Good, means: "Good." }
  - { key: low, title: Low, means: "Low." }
standard: good
assessable: { orders: 1, window_days: 30, why: "made" }
metrics:
  late_dispatch:
    window_days: 7
    why: "made"
    tiers: { top: { at_most: 0.01, why: "made" }, good: { at_most: 0.04, why: "made" } }
`;
const POINTS = `points:
  why: "made"
  expire_after_days: { value: 90, why: "made" }
  violations:
    rules: { counterfeit: { points: 48, why: "made" } }
    severities: { low: { points: 1, why: "made" } }
    other: landed
    why: "made"
  looked_at: { every: monday, why: "made" }
  missed_metrics: { late_dispatch: { points: 2, why: "made" } }
  milestones:
    - { at: 12, title: Warned, means: "A warning.", caps_at: good, why: "made" }
    - { at: 48, title: Closed, means: "Closed.", caps_at: low, effect: { in_words: "Not shown.", visibility: hidden }, why: "made" }
`;

/** The programme with points after one change, as a person is told of it; the lines are counted within the points. */
function told(from = '', to = '', programme = PROGRAMME): string[] {
  const text = POINTS.replace(from, to);
  if (from !== '') expect(text).not.toBe(POINTS);
  return refusedAfter(programme, text);
}

describe('the points of a programme', () => {
  it('may be given for violations by rule, by how grave they are or as they land, and for missed metrics', () => {
    expect(told()).toEqual([]);
    const { programmes } = loadShop(`${PROGRAMME}${POINTS}`);
    expect(missesLookedAt(programmes[0]!)?.every).toBe('monday');
    expect(programmes[0]!.points!.milestones.map(({ at }) => at)).toEqual([12, 48]);
  });

  it('may be a rating, whose milestones go down', () => {
    const rating = POINTS.replace('  violations:', '  rating: { starts_at: 200, at_most: 1000, why: "made" }\n  violations:')
      .replace('at: 12', 'at: 199')
      .replace('at: 48', 'at: 0');
    expect(told(POINTS, rating)).toEqual([]);
    expect(told(POINTS, rating.replace('at: 199', 'at: 200'))).toEqual([
      '+13 points.milestones.0.at: everybody begins at 200; write 199 or less',
    ]);
    expect(told(POINTS, rating.replace('at: 0', 'at: 300').replace('at: 199', 'at: 99'))).toEqual([
      '+14 points.milestones.1.at: 300 comes after 99; write milestones from the highest rating to the lowest, each once',
      '+14 points.milestones.1.at: everybody begins at 200; write 199 or less',
    ]);
    expect(told(POINTS, rating.replace('at_most: 1000', 'at_most: 199'))).toEqual([
      '+4 points.rating.at_most: 199 is less than what a rating starts at (200); write 200 or more',
    ]);
  });

  it.each<[string, string, string | string[]]>([
    ['value: 90', 'value: 0', '+3 points.expire_after_days.value: needs 1 day or more: points of no day never count'],
    ['value: 90', 'value: 90.5', '+3 points.expire_after_days.value: needs whole days'],
    ['points: 48', 'points: -1', '+5 points.violations.rules.counterfeit.points: needs 0 or more'],
    [
      'severities: { low',
      'severities: { lo',
      '+6 points.violations.severities.lo: is not a key we know here; choose among low, medium, high, critical',
    ],
    ['other: landed', 'other: all', '+7 points.violations.other: "all" is not known here; choose among landed, none'],
    [
      '{ late_dispatch: { points',
      '{ late_dispach: { points',
      '+10 points.missed_metrics.late_dispach: is not a metric of this programme; did you mean late_dispatch?',
    ],
    [
      '  looked_at: { every: monday, why: "made" }\n',
      '',
      '+9 points.missed_metrics: does not say when metrics are looked at; add looked_at: { every: monday, why: ... }',
    ],
    [
      'every: monday',
      'every: mondays',
      '+9 points.looked_at.every: "mondays" is no evaluation day; write a weekday such as monday, or a day of the month from 1 to 28',
    ],
    [
      '  missed_metrics: { late_dispatch: { points: 2, why: "made" } }\n',
      '',
      '+9 points.looked_at: no missed metric gives points; add missed_metrics, or take it out',
    ],
    [
      'at: 48',
      'at: 12',
      '+13 points.milestones.1.at: 12 comes after 12; write milestones from the fewest points to the most, each once',
    ],
    ['at: 12', 'at: 0', '+12 points.milestones.0.at: everybody has 0 points or more; write 1 or more'],
    ['caps_at: good', 'caps_at: god', '+12 points.milestones.0.caps_at: god is not a tier; did you mean good?'],
    [
      'caps_at: good',
      'caps_at: top',
      '+12 points.milestones.0.caps_at: top is the best tier, and caps nobody; write a lower one, or take it out',
    ],
    [
      /caps_at: good(.*\n.*)caps_at: low/.exec(POINTS)![0],
      /caps_at: good(.*\n.*)caps_at: low/
        .exec(POINTS)![0]
        .replace('good', 'low')
        .replace(/low(?!.*low)$/, 'good'),
      '+13 points.milestones.1.caps_at: good is better than low, which the milestone before it caps at; write low or a lower tier',
    ],
    [
      'visibility: hidden',
      'visibility: raised',
      '+13 points.milestones.1.effect.visibility: milestone 48 (raised) is treated better than milestone 12 (normal, line 30) above it; swap them, or give milestone 48 normal too',
    ],
    [
      ', visibility: hidden',
      '',
      '+13 points.milestones.1.effect: says in words what no key says; add what changes (visibility, ads, order_cap, payout_days, reserve, commission), or put the words into means',
    ],
  ])('%s as %s is refused with its line and what to write', (from, to, line) => {
    expect(told(from, to)).toEqual([line].flat());
  });

  it('need something that gives them', () => {
    const none = POINTS.replace(/ {2}violations:.*(?= {2}milestones)/s, '');
    expect(told(POINTS, none)).toEqual(['+1 points: gives no points for anything; add violations, missed_metrics or both']);
  });

  it('are given by the day that looks at a metric, so that windows from one day to the next may not overlap', () => {
    const longer = PROGRAMME.replace('window_days: 7', 'window_days: 8');
    const line = (days: number, between: number) =>
      `+10 points.missed_metrics.late_dispatch: its window of ${days} days (line 16) is longer than the ${between} days from one look to the next, so that one fault gives points again and again; shorten the window, or look once a month`;
    expect(told('', '', longer)).toEqual([line(8, 7)]);
    expect(told('every: monday', 'every: 20', longer)).toEqual([]);
    expect(told('every: monday', 'every: 20', PROGRAMME.replace('window_days: 7', 'window_days: 29'))).toEqual([line(29, 28)]);
    const low = 'window_days: 7\n    low_volume: { fewer_than: 9, window_days: 14, why: "made" }';
    expect(told('', '', PROGRAMME.replace('window_days: 7', low))).toEqual([line(14, 7)]);
    const stretched = 'window_days: 7\n    stretch: { until: 9, at_most_days: 21, why: "made" }';
    expect(told('', '', PROGRAMME.replace('window_days: 7', stretched))).toEqual([line(21, 7)]);
  });

  it('follow the evaluation days where there are any, and then cap nobody', () => {
    const evaluated = `${PROGRAMME}evaluation: { every: monday, why: "made" }\n`;
    expect(told('', '', evaluated)).toEqual([
      '+9 points.looked_at: evaluations say when (line 19); take it out',
      '+12 points.milestones.0.caps_at: caps what bounds propose every night, and here evaluations decide, so that nobody would move; take it out',
      '+13 points.milestones.1.caps_at: caps what bounds propose every night, and here evaluations decide, so that nobody would move; take it out',
    ]);
  });

  it('are told to sellers 15 days before, where a milestone takes something away', () => {
    expect(told('', '', PROGRAMME.replace('notice_given_on: 2025-12-01\n', ''))).toEqual([
      '+13 points.milestones.1.effect.visibility: takes something away from sellers (milestone 48: hidden), who are told at least 15 days before; add notice_given_on, the day on which they were, 2025-12-17 or earlier',
    ]);
  });
});
