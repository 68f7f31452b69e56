import { describe, expect, it } from 'vitest';
import type { Points } from '../../policies/points.js';
import { type PointsStandingRow, pointsEntry, pointsNotes } from '../../wording/points.js';
import { wordingFor } from '../../wording/wording.js';

const wording = wordingFor('en');
const why = 'made';
const milestone = (at: number, title: string) => ({ at, title, means: `${title} it is.`, why });
const points: Points = {
  ...{ why, expire_after_days: { value: 90, why }, missed_metrics: {} },
  milestones: [milestone(12, 'Warned'), milestone(24, 'Closed')],
};
const tiers = [{ key: 'good', title: 'Good', means: 'Good.' }];
const row = (more: Partial<PointsStandingRow> = {}): PointsStandingRow => ({
  ...{ seller_id: 's', programme: 'p', policy_version: '1', points: 2, entries: 2, earned: null, rating: null, milestone: null },
  ...{ next_milestone: 12, caps_at: null, falls_on: '2026-03-03', points_then: 1, rating_then: null },
  ...more,
});
const said = (more: Partial<PointsStandingRow> = {}, of = points) => pointsNotes(row(more), { tiers, points: of }, wording);

describe('what a seller is told of points', () => {
  it('how many of the next milestone stand, and when fewer do', () => {
    expect(said()).toEqual(['2 points stand; Warned begins at 12.', 'On 3 Mar 2026 1 point is left, if nothing is added.']);
    expect(said({ points: 0, falls_on: null, points_then: null })).toEqual(['No points stand; Warned begins at 12.']);
  });

  it('which milestone is reached, what it means, and which tier it allows', () => {
    expect(said({ points: 24, milestone: 24, next_milestone: null, caps_at: 'good', points_then: 0 })).toEqual([
      '24 points stand.',
      'Milestone 24 is reached, Closed: Closed it is.',
      'While it stands, the tier is at most Good.',
      'On 3 Mar 2026 none is left, if nothing is added.',
    ]);
  });

  it('what the milestone brings or costs', () => {
    const effect = { in_words: 'Your listings are not shown.', visibility: 'hidden' as const };
    const closed = { ...points, milestones: [{ ...milestone(12, 'Closed'), effect }] };
    expect(said({ points: 12, milestone: 12, next_milestone: null }, closed)[2]).toBe('Your listings are not shown.');
  });

  it('a rating as what it starts at, what orders earned, and the points against it', () => {
    const rated: Points = {
      ...points,
      rating: { starts_at: 200, at_most: 1000, why },
      milestones: [milestone(199, 'At risk'), milestone(99, 'Critical')],
    };
    expect(said({ rating: 202, earned: 4, next_milestone: 199, rating_then: 203 }, rated)).toEqual([
      'Rating 202: it starts at 200, orders earned 4, and 2 points stand against it; At risk begins at 199.',
      'On 3 Mar 2026 the rating is 203, if nothing is added.',
    ]);
    expect(said({ points: 1, rating: 199, milestone: 199, next_milestone: null, rating_then: 200 }, rated)[0]).toBe(
      'Rating 199: it starts at 200, and 1 point stands against it.',
    );
    expect(said({ points: 0, rating: 204, earned: 4, next_milestone: null, falls_on: null }, rated)).toEqual([
      'Rating 204: it starts at 200, orders earned 4, and no points stand against it.',
    ]);
  });

  it('each entry by what gave it and the days on which it counts', () => {
    const entry = {
      ...{ seller_id: 's', programme: 'p', entry_id: 'e', kind: 'missed_metric' as const, what: 'late_dispatch', points: 1 },
      ...{ given_on: '2026-11-16', last_day: '2027-02-13', state: 'stands' as const },
    };
    expect(pointsEntry(entry, wording)).toBe('1 point: late dispatch missed, counts from 16 Nov 2026 to 13 Feb 2027 (e)');
    expect(pointsEntry({ ...entry, kind: 'violation', what: 'late_dispatch', points: 2 }, wording)).toBe(
      '2 points: late_dispatch, counts from 16 Nov 2026 to 13 Feb 2027 (e)',
    );
  });
});
