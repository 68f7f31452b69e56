import { describe, expect, it } from 'vitest';
import { type ProbationExitRow, type ProbationRow, probationNotes, probationNow } from '../../wording/probation.js';
import { wordingFor } from '../../wording/wording.js';

const wording = wordingFor('en');
const row: ProbationRow = {
  ...{ seller_id: 's', programme: 'shop', policy_version: '1', state: 'in_probation', status: 'active', since: '2026-10-01' },
  ...{ orders_a_day_at_most: 30, orders_today: 3, most_orders_a_day: 12, days_above: 0, exit: null, ended_on: null },
};
const asks = (exit: string, place: number, more: Partial<ProbationExitRow>): ProbationExitRow => ({
  ...{ seller_id: 's', programme: 'shop', exit, place, ask: 'orders', metric: null, value: 43, needed: 100 },
  ...{ window_days: null, met: false, ...more },
});
const EXITS = [
  asks('Over', 2, { ask: 'days', value: 46, needed: 60 }),
  asks('Proven', 1, {}),
  asks('Proven', 1, { ask: 'metric', metric: 'late_dispatch', value: 0, needed: 1, met: true }),
  asks('Fast', 3, { window_days: 7, value: 1, needed: 1 }),
  asks('Of another', 1, { programme: 'other' }),
];

describe('a probation is told', () => {
  it('since when, how many orders a day may come in and did, and what each way out still needs', () => {
    expect(probationNotes(row, EXITS, wording)).toEqual([
      'In probation since 1 Oct 2026: at most 30 orders a day.',
      'There were 3 today; the most on one day so far: 12.',
      'Ends (Proven) with 100 orders (there are 43) and the standard of late dispatch met (it is).',
      'Ends (Over) with 60 days since joining (46 so far).',
      'Ends (Fast) with 1 order in 7 days (there are 1).',
    ]);
    expect(probationNotes({ ...row, orders_a_day_at_most: 1, orders_today: 1, days_above: 1 }, [], wording)).toEqual([
      'In probation since 1 Oct 2026: at most 1 order a day.',
      'There was 1 today; the most on one day so far: 12. On 1 day there were more than that.',
    ]);
  });

  it('as over, with the way out, for 28 days', () => {
    const over: ProbationRow = { ...row, state: 'ended', orders_today: null, exit: 'Proven', ended_on: '2026-10-19' };
    const now = (run_date: string, programme = 'shop') =>
      probationNow([over], EXITS, { seller_id: 's', programme, run_date }, wording);
    expect(now('2026-11-16')).toEqual(['Probation ended on 19 Oct 2026 (Proven): orders are no longer capped.']);
    expect(now('2026-11-17')).toEqual([]);
    expect(now('2026-11-16', 'other')).toEqual([]);
    expect(probationNow([row], EXITS, { seller_id: 's', programme: 'shop', run_date: '2026-11-16' }, wording)).toHaveLength(5);
  });
});
