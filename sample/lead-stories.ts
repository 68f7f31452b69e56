import type { Batch, Story } from './stories.js';

/** Ordinary orders beside what a lead is about, a few a week. */
const ordinary = (count: number): Batch => ({ count, placed: [40, 12] });
const NOT_ENOUGH = { tier: 'not_assessable' } as const;

/** Sellers whose orders are a sign of abuse, and the innocent ones whose orders look like it. */
export const LEAD_STORIES: readonly Story[] = [
  {
    seller_id: 'paid-praise',
    name: 'Paid Praise',
    home: 'GB',
    beside: true,
    description:
      'Two buyers place eight orders within half an hour, and two others the same a week later: sales that may be made up.',
    expect: { ...NOT_ENOUGH, leads: [{ lead: 'brushing', status: 'open', orders: 16, twin: null }] },
    orders: [
      ordinary(10),
      { count: 8, placed: [20, 20], burst: { minutes: 30, buyers: 2, places: 1 } },
      { count: 8, placed: [13, 13], burst: { minutes: 30, buyers: 2, places: 1 } },
    ],
  },
  {
    seller_id: 'birthday-boxes',
    name: 'Birthday Boxes',
    home: 'DE',
    beside: true,
    description:
      'One buyer sends five boxes to five places within half an hour: presents, which explain what looks like made-up sales.',
    expect: { ...NOT_ENOUGH, leads: [{ lead: 'brushing', status: 'explained', orders: 5, twin: 'presents' }] },
    orders: [ordinary(12), { count: 5, placed: [16, 16], burst: { minutes: 30, buyers: 1, places: 5 } }],
  },
  {
    seller_id: 'flash-sale',
    name: 'Flash Sale',
    home: 'ES',
    beside: true,
    description: 'Sells twenty within half an hour, each to another buyer: a good half-hour, and no lead.',
    expect: { ...NOT_ENOUGH, leads: [] },
    orders: [{ count: 20, placed: [15, 15], burst: { minutes: 30, buyers: 20 } }],
  },
  {
    seller_id: 'office-lunch',
    name: 'Office Lunch',
    home: 'FR',
    beside: true,
    description: 'Six colleagues order nine things to one place within half an hour: six buyers, and no lead.',
    expect: { ...NOT_ENOUGH, leads: [] },
    orders: [ordinary(12), { count: 9, placed: [15, 15], burst: { minutes: 30, buyers: 6, places: 1 } }],
  },
  {
    seller_id: 'phantom-parcels',
    name: 'Phantom Parcels',
    home: 'IT',
    beside: true,
    description: 'Writes one tracking number on six orders of six buyers, which go to six places.',
    expect: { ...NOT_ENOUGH, leads: [{ lead: 'reused_tracking', status: 'open', orders: 6, twin: null }] },
    orders: [ordinary(12), { count: 6, placed: [18, 18], burst: { minutes: 300, buyers: 6, places: 6 }, one_number: true }],
  },
  {
    seller_id: 'one-big-parcel',
    name: 'One Big Parcel',
    home: 'IE',
    beside: true,
    description: 'A buyer orders three times in an afternoon and gets one parcel: the number that the orders share is explained.',
    expect: { ...NOT_ENOUGH, leads: [{ lead: 'reused_tracking', status: 'explained', orders: 3, twin: 'one_parcel' }] },
    orders: [ordinary(12), { count: 3, placed: [18, 18], burst: { minutes: 300, buyers: 1, places: 1 }, one_number: true }],
  },
  {
    seller_id: 'borrowed-scans',
    name: 'Borrowed Scans',
    home: 'GB',
    beside: true,
    description:
      'Five parcels were scanned 50 hours before they were ordered: numbers of other parcels, written to stop the clock.',
    expect: { ...NOT_ENOUGH, leads: [{ lead: 'scan_before_order', status: 'open', orders: 5, twin: null }] },
    orders: [ordinary(12), { count: 5, placed: [24, 12], scanned_before: 50 }],
  },
  {
    seller_id: 'pressed-early',
    name: 'Pressed Early',
    home: 'DE',
    beside: true,
    description: 'Confirms 24 orders in time and hands twelve of them over three days after they were due.',
    expect: {
      ...NOT_ENOUGH,
      counts: { late_dispatch: { fault: 12 } },
      leads: [{ lead: 'late_masking', status: 'open', orders: 12, twin: null }],
    },
    orders: [
      { count: 12, placed: [30, 10] },
      { count: 12, placed: [30, 10], scanned_after_due: 72 },
    ],
  },
];
