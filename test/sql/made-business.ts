/** When answers were due in business time, where whole nights have few: calendars by day, by hour and of the seller's home. */
import type { Policies } from '../../policies/policy.js';
import { CASE_POLICIES } from '../cases/index.js';
import { type MadeRows, none, rows } from './made-rows.js';

const WITHOUT = new Set(['IE', 'BC']);

/** IE and BC have no calendar. */
export const measuredOn = (settings: Record<string, string | number>): Policies => ({
  ...CASE_POLICIES,
  regions: CASE_POLICIES.regions.map(({ calendar, ...region }) => ({
    ...region,
    ...(WITHOUT.has(region.code) ? {} : { calendar }),
  })),
  metrics: CASE_POLICIES.metrics.map((m) =>
    m.metric === 'slow_response' ? { ...m, settings: { ...m.settings, ...settings } } : m,
  ),
});

const asked = (...conversations: readonly [id: string, region: string, opened_at: string][]): string =>
  rows(
    'conversation_id, seller_id, region, opened_at',
    ...conversations.map(([id, region, at]) => `'${id}', 'seller-${id}', '${region}', TIMESTAMP '${at}'`),
  );
const SELLERS = 'seller_id, home_region';
const made = (
  says: string,
  settings: Record<string, string | number>,
  conversations: string,
  gives: readonly string[],
  sellers = none(SELLERS),
): MadeRows => ({
  ...{
    path: 'outcomes/business_deadlines.sql',
    says,
    reads: {
      conversations,
      sellers,
      orders: none('seller_id, order_id, region'),
      order_events: none('seller_id, order_id, return_requested_at'),
    },
  },
  night: { run_date: '2026-11-20', policies: measuredOn(settings), landed: ['conversations', 'sellers'] },
  ...{ shows: 'subject_id, calendar, due_at', gives },
});

export const MADE_BUSINESS: readonly MadeRows[] = [
  made('counts every day', { on: 'every_day' }, asked(['a', 'GB', '2026-11-13 18:00:00']), []),
  made(
    'counts whole working days, by the wall of the region',
    { on: 'business_days', hours: 24 },
    asked(
      ['friday', 'GB', '2026-11-13 18:00:00'],
      ['half', 'GB', '2026-11-13 18:00:00.5'],
      ['holiday', 'GB', '2026-11-17 12:00:00'],
      ['last', 'GB', '2026-11-05 23:59:59.5'],
      ['midnight', 'GB', '2026-11-14 00:00:00'],
      ['none', 'IE', '2026-11-13 18:00:00'],
      ['old', 'GB', '2025-01-31 12:00:00'],
      ['ordinary', 'FR', '2026-11-17 12:00:00'],
      ['saturday', 'DE', '2026-11-14 12:00:00'],
      ['sunday', 'GB', '2026-11-15 12:00:00'],
    ),
    [
      'friday GB 2026-11-16T18:00:00.000Z',
      'half GB 2026-11-16T18:00:00.500Z',
      'holiday GB 2026-11-19T12:00:00.000Z',
      'last GB 2026-11-06T23:59:59.500Z',
      'midnight GB 2026-11-17',
      'old GB 2025-02-03T12:00:00.000Z',
      'ordinary FR 2026-11-18T12:00:00.000Z',
      'saturday DE 2026-11-16T12:00:00.000Z',
      'sunday GB 2026-11-17',
    ],
  ),
  made(
    'counts a day of 25 hours as 25, and one of 23 as 23',
    { on: 'business_days', hours: 48 },
    asked(
      ['autumn', 'CU', '2026-10-31 16:00:00'],
      ['closing', 'CU', '2026-10-31 05:00:00'],
      ['spring', 'CU', '2026-03-07 17:00:00'],
    ),
    ['autumn CU 2026-11-02T16:00:00.000Z', 'closing CU 2026-11-02T05:00:00.000Z', 'spring CU 2026-03-09T17:00:00.000Z'],
  ),
  made(
    'counts opening hours alone',
    { on: 'business_hours', hours: 8 },
    asked(
      ['early', 'GB', '2026-11-16 06:00:00'],
      ['evening', 'GB', '2026-11-16 18:00:00'],
      ['exact', 'GB', '2026-11-16 10:00:00'],
      ['friday', 'GB', '2026-11-13 17:00:00'],
      ['half', 'GB', '2026-11-16 10:00:00.5'],
      ['twice', 'CU', '2026-11-01 04:00:00'],
    ),
    [
      'early GB 2026-11-16T17:00:00.000Z',
      'evening GB 2026-11-17T17:00:00.000Z',
      'exact GB 2026-11-16T18:00:00.000Z',
      'friday GB 2026-11-16T16:00:00.000Z',
      'half GB 2026-11-17T09:00:00.500Z',
      'twice CU 2026-11-01T12:30:00.000Z',
    ],
  ),
  made(
    'asks the calendar of the seller’s home, if that has one',
    { on: 'business_days', hours: 24, calendar: 'seller_home' },
    asked(
      ['far', 'GB', '2026-11-13 18:00:00'],
      ['german', 'GB', '2026-11-13 18:00:00'],
      ['irish', 'GB', '2026-11-13 18:00:00'],
      ['unknown', 'GB', '2026-11-13 18:00:00'],
    ),
    [
      'far GB 2026-11-16T18:00:00.000Z',
      'german DE 2026-11-14T18:00:00.000Z',
      'irish GB 2026-11-16T18:00:00.000Z',
      'unknown GB 2026-11-16T18:00:00.000Z',
    ],
    rows(SELLERS, "'seller-far', 'CN'", "'seller-german', 'DE'", "'seller-irish', 'IE'"),
  ),
  {
    path: 'outcomes/business_deadlines.sql',
    says: 'when refunds are due of those returned, beside answers',
    reads: {
      conversations: asked(['c', 'GB', '2026-11-13 18:00:00']),
      orders: rows('seller_id, order_id, region', "'s', 'kept', 'GB'", "'s', 'returned', 'GB'", "'t', 'returned', 'GB'"),
      order_events: rows(
        'seller_id, order_id, return_requested_at',
        "'s', 'kept', NULL",
        "'s', 'returned', TIMESTAMP '2026-11-13 18:00:00'",
      ),
      sellers: rows(SELLERS, "'s', 'DE'"),
    },
    night: {
      run_date: '2026-11-20',
      landed: ['conversations', 'orders', 'returns', 'sellers'],
      policies: {
        ...CASE_POLICIES,
        metrics: CASE_POLICIES.metrics.map((m) => {
          const on = { on: 'business_days' };
          if (m.metric === 'slow_response') return { ...m, settings: { ...m.settings, ...on } };
          return m.metric === 'refund_on_time'
            ? { ...m, settings: { ...m.settings, ...on, calendar: 'seller_home', days: 2 } }
            : m;
        }),
      },
    },
    shows: 'subject, seller_id, subject_id, calendar, due_at',
    gives: ['conversation seller-c c GB 2026-11-16T18:00:00.000Z', 'order s returned DE 2026-11-16T18:00:00.000Z'],
  },
];
