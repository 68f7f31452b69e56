import { describe, expect, it } from 'vitest';
import { nextTierDay, nextTierNotes } from '../../wording/next-tier.js';
import { wordingFor } from '../../wording/wording.js';
import { ahead, policies, programme } from '../helpers/mail-run.js';

const wording = wordingFor('en', policies);
const slow = { fault: 12, counted: 196, allowed: 7, enough_on: '2026-12-03', tier_on: '2026-12-07', gone_by_then: 7, spare: 2 };
const dispatch = ahead('s', 'late_dispatch', 'good', slow);
const said = (...rows: Parameters<typeof nextTierNotes>[0]) => nextTierNotes(rows, programme, wording);

describe('the way to the next tier', () => {
  it('is a day, and how much may still go wrong until then', () => {
    expect(said(dispatch)).toEqual([
      'At your pace: Good standing from about 7 Dec 2026, if until then there are at most 2 more orders dispatched late.',
      '7 of the 12 orders dispatched late that count now will have left your numbers by then.',
    ]);
  });

  it('names every metric that misses the bound, and says where nothing more may go wrong', () => {
    const tracking = ahead('s', 'missing_tracking', 'good', { ...slow, decides: false, spare: 0 });
    expect(said(dispatch, tracking)[0]).toBe(
      'At your pace: Good standing from about 7 Dec 2026, if until then there are at most 2 more orders dispatched late and no more parcels without tracking.',
    );
    expect(said(ahead('s', 'late_dispatch', 'good', { ...slow, person_approves: true }))[0]).toContain(
      'from about 7 Dec 2026, once a person has approved it, if',
    );
  });

  it('says so where no day can be named', () => {
    const never = ahead('s', 'late_dispatch', 'good', { ...slow, tier_on: null, gone_by_then: null, spare: null });
    expect(said(never)).toEqual([
      'At your pace Good standing is not in reach by 14 Feb 2027: too many of the 12 at fault under late dispatch still count then, and 7 are allowed. Nobody can name a day yet.',
    ]);
    expect([nextTierDay(dispatch, wording), nextTierDay(never, wording)]).toEqual(['7 Dec 2026', 'after 14 Feb 2027']);
  });

  it('is not told to whom nothing is said, nor of another programme', () => {
    expect(said()).toEqual([]);
    expect(said({ ...dispatch, programme: 'another' })).toEqual([]);
  });
});
