import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../contracts/days.js';
import { FREQUENCIES, type Frequency } from '../../contracts/landing/sellers.js';
import {
  type Morning,
  mailDayOf,
  morningAfter,
  type SellerTonight,
  whatIsSent,
} from '../../lambdas/plan-emails/who-is-written-to.js';
import { addressHash } from '../../lambdas/shared/mail-preferences.js';

const landed = (email_frequency: Frequency | null, more: object = {}) => ({
  ...{ seller_id: 'S-1', email: 'shop@sellers.example', status: 'active', email_frequency },
  ...{ updated_at: new Date('2026-11-01T00:00:00Z'), ...more },
});
const tonight = (email_frequency: Frequency | null, more: Partial<SellerTonight> = {}): SellerTonight => ({
  seller_id: 'S-1',
  seller: landed(email_frequency),
  ...{ preferences: undefined, news: undefined, told: undefined, card: 'new', ...more },
});
/** The run of a day, whose mails are read the morning after. */
const run = (run_date: string, bad_news = true): Morning => morningAfter(run_date, bad_news);
const said = (seller: SellerTonight, morning: Morning): string => {
  const decided = whatIsSent(seller, morning);
  return 'not' in decided ? decided.not : `${decided.campaign} ${decided.period}`;
};
const asked = (frequency: Frequency, at = '2026-11-10T12:00:00Z') => ({
  preferences: { seller_id: 'S-1', asked: { frequency, at, by: 'page' as const } },
});
// The mails of S-1 go out on Thursdays.
const [SUNDAY, TUESDAY, WEDNESDAY, THURSDAY, SATURDAY] = [
  '2026-11-15',
  '2026-11-17',
  '2026-11-18',
  '2026-11-19',
  '2026-11-21',
] as const;

describe('a weekly mail', () => {
  it('comes on the seller’s own morning of the week, and later in it where that night failed', () => {
    expect(mailDayOf('S-1')).toBe(4);
    expect(said(tonight('weekly'), run(SUNDAY))).toBe('not_its_day');
    expect(said(tonight('weekly'), run(TUESDAY))).toBe('not_its_day');
    expect(said(tonight('weekly'), run(WEDNESDAY))).toBe('scorecard 2026-W47');
    expect(said(tonight('weekly'), run(SATURDAY))).toBe('scorecard 2026-W47');
    expect(said(tonight(null), run(WEDNESDAY))).toBe('scorecard 2026-W47');
  });

  it('comes once a week, and counts a mail about news of that week', () => {
    const told = { run_date: SUNDAY, card: 'old' };
    expect(said(tonight('weekly', { told }), run(WEDNESDAY))).toBe('sent_this_week');
    expect(said(tonight('weekly', { told: { ...told, run_date: '2026-11-14' } }), run(WEDNESDAY))).toBe('scorecard 2026-W47');
  });

  it('does not come where nothing changed since the mail before, however long ago that was', () => {
    const told = { run_date: '2026-08-05', card: 'same' };
    expect(said(tonight('weekly', { told, card: 'same' }), run(WEDNESDAY))).toBe('nothing_changed');
    expect(said(tonight('weekly', { told, card: 'other' }), run(WEDNESDAY))).toBe('scorecard 2026-W47');
  });

  it('is spread over five mornings, about evenly', () => {
    const days = Array.from({ length: 5_000 }, (_, n) => mailDayOf(`S-${n}`));
    for (const day of [1, 2, 3, 4, 5]) {
      const share = days.filter((one) => one === day).length / days.length;
      expect(share, `morning ${day}`).toBeGreaterThan(0.17);
      expect(share, `morning ${day}`).toBeLessThan(0.23);
    }
  });
});

describe('other frequencies', () => {
  it('daily: every morning on which something changed, and once a day', () => {
    const told = { run_date: TUESDAY, card: 'same' };
    expect(said(tonight('daily', { told }), run(WEDNESDAY))).toBe('scorecard-daily 2026-11-18');
    expect(said(tonight('daily', { told, card: 'same' }), run(WEDNESDAY))).toBe('nothing_changed');
    expect(said(tonight('daily', { told }), run(TUESDAY))).toBe('sent_today');
    expect(said(tonight('daily', { news: 'change' }), run(TUESDAY))).toBe('scorecard-change 2026-11-17');
  });

  it('monthly: from the seller’s first morning of the month on, until it was sent', () => {
    expect(said(tonight('monthly'), run('2026-11-30'))).toBe('not_its_day');
    expect(said(tonight('monthly'), run('2026-12-01'))).toBe('not_its_day');
    expect(said(tonight('monthly'), run('2026-12-02'))).toBe('scorecard-monthly 2026-12');
    expect(said(tonight('monthly'), run('2026-12-20'))).toBe('scorecard-monthly 2026-12');
    const told = { run_date: '2026-11-30', card: 'old' };
    expect(said(tonight('monthly', { told }), run('2026-12-20'))).toBe('sent_this_month');
    expect(said(tonight('monthly', { told: { ...told, run_date: '2026-11-29' } }), run('2026-12-20'))).toBe(
      'scorecard-monthly 2026-12',
    );
    for (let day = '2026-01-01'; day < '2027-12-31'; day = addDays(day, 1)) {
      const due = said(tonight('monthly'), run(addDays(day, -1))) !== 'not_its_day';
      const firsts = Number(day.slice(8)) > 7 || weekday(day) === 4 || (weekday(day) + 3) % 7 < Number(day.slice(8));
      expect(due, day).toBe(firsts);
    }
  });

  it('changes: after a change of tier, and else never', () => {
    expect(said(tonight('changes', { news: 'change' }), run(TUESDAY))).toBe('scorecard-change 2026-11-17');
    expect(said(tonight('changes'), run(WEDNESDAY))).toBe('nothing_changed');
  });

  it('a good change waits for the week or the month of who asked for that', () => {
    expect(said(tonight('weekly', { news: 'change' }), run(TUESDAY))).toBe('not_its_day');
    expect(said(tonight('monthly', { news: 'change' }), run('2026-11-30'))).toBe('not_its_day');
  });
});

describe('bad news', () => {
  it.each(FREQUENCIES)('goes out the next morning to who asked for "%s", but for none', (frequency) => {
    const [drop, notice] =
      frequency === 'off' ? ['wants_none', 'wants_none'] : ['scorecard-change 2026-11-15', 'scorecard-notice 2026-11-15'];
    const told = { run_date: '2026-11-14', card: 'new' };
    expect(said(tonight(frequency, { news: 'drop', told }), run(SUNDAY))).toBe(drop);
    expect(said(tonight(frequency, { news: 'notice', told }), run(SUNDAY))).toBe(notice);
  });

  it('is not told by a run that is not final and fresh', () => {
    for (const news of ['drop', 'notice'] as const)
      expect(said(tonight('weekly', { news }), run(WEDNESDAY, false))).toBe('not_final');
    expect(said(tonight('weekly'), run(WEDNESDAY, false))).toBe('scorecard 2026-W47');
    expect(said(tonight('changes', { news: 'change' }), run(WEDNESDAY, false))).toBe('scorecard-change 2026-11-18');
  });
});

describe('what the seller asked for on the page', () => {
  it('holds over what landed before, and what lands later holds over it', () => {
    expect(said(tonight('weekly', asked('daily')), run(TUESDAY))).toBe('scorecard-daily 2026-11-17');
    const later = { seller: landed('changes', { updated_at: new Date('2026-11-11T00:00:00Z') }) };
    expect(said(tonight('weekly', { ...asked('daily'), ...later }), run(TUESDAY))).toBe('nothing_changed');
  });

  it('no mails stands, whatever lands later, until the page says otherwise', () => {
    const later = { seller: landed('weekly', { updated_at: new Date('2026-11-12T00:00:00Z') }) };
    expect(said(tonight('weekly', { ...asked('off'), ...later, news: 'drop' }), run(WEDNESDAY))).toBe('wants_none');
    expect(said(tonight('off', asked('weekly')), run(WEDNESDAY))).toBe('scorecard 2026-W47');
  });

  it('a record that says nothing of mails takes nothing back, however new', () => {
    const later = { seller: landed(null, { updated_at: new Date('2026-11-12T00:00:00Z') }) };
    expect(said(tonight(null, { ...asked('changes'), ...later }), run(WEDNESDAY))).toBe('nothing_changed');
  });
});

describe('an address', () => {
  const bounced = { address_hash: addressHash('S-1', 'shop@sellers.example'), at: '2026-11-10T00:00:00Z', because: 'General' };
  it('from which mails came back for good is written to no more, and another of the seller is', () => {
    const preferences = { seller_id: 'S-1', bounced };
    expect(said(tonight('daily', { preferences, news: 'drop' }), run(TUESDAY))).toBe('suppressed');
    expect(
      said(tonight('daily', { preferences, seller: landed('daily', { email: 'Shop@Sellers.example' }) }), run(TUESDAY)),
    ).toBe('suppressed');
    expect(said(tonight('daily', { preferences, seller: landed('daily', { email: 'new@sellers.example' }) }), run(TUESDAY))).toBe(
      'scorecard-daily 2026-11-17',
    );
  });

  it.each([
    ['müller@sellers.example', 'address_unreadable'],
    ['nobody', 'address_unreadable'],
    ['shop@bücher.example', 'scorecard 2026-W47'],
    [null, 'no_address'],
    ['erased', 'no_address'],
  ])('%s: %s', (email, says) => {
    expect(said(tonight('weekly', { seller: landed('weekly', { email }) }), run(WEDNESDAY))).toBe(says);
  });

  it('of a seller who has closed, or whom nobody described, is not written to', () => {
    expect(said(tonight('weekly', { seller: landed('weekly', { status: 'closed' }), news: 'drop' }), run(THURSDAY))).toBe(
      'closed',
    );
    expect(said(tonight('weekly', { seller: undefined, news: 'drop' }), run(THURSDAY))).toBe('not_described');
  });
});
