import {
  conversation,
  exemption,
  type Landed,
  landedOutcome,
  lostCase,
  order,
  returned,
  review,
  sellerOf,
} from '../../metrics/case.js';

const WITNESS_DAY = { dt: '2017-01-12', updated_at: '2017-01-12T09:00:00Z' };

/** Rows of years ago in which every column has a value, so that every metric is measured in every case. */
export const WITNESS: Landed = {
  sellers: [
    {
      ...WITNESS_DAY,
      seller_id: sellerOf('witness'),
      name: 'Witness Goods',
      home_region: 'GB',
      joined_on: '2017-01-01',
      status: 'active',
      email_frequency: 'off',
    },
  ],
  orders: [
    order('witness', {
      ...WITNESS_DAY,
      placed_at: '2017-01-02T10:00:00Z',
      ship_by: '2017-01-04T17:00:00Z',
      deliver_by: '2017-01-09',
      confirmed_at: '2017-01-03T09:00:00Z',
      first_scan_at: '2017-01-03T15:00:00Z',
      delivered_at: '2017-01-06T12:00:00Z',
      cancelled_at: '2017-01-10T12:00:00Z',
      cancelled_by: 'buyer',
    }),
  ],
  reviews: [review('witness', { ...WITNESS_DAY, created_at: '2017-01-08T09:00:00Z' })],
  returns: [
    returned('witness', {
      ...WITNESS_DAY,
      responsible: 'buyer',
      requested_at: '2017-01-08T09:00:00Z',
      refunded_at: '2017-01-09T09:00:00Z',
    }),
  ],
  cases: [
    lostCase('witness', {
      ...WITNESS_DAY,
      opened_at: '2017-01-08T09:00:00Z',
      closed_at: '2017-01-09T09:00:00Z',
      outcome: 'withdrawn',
      resolved_by: 'seller',
    }),
  ],
  conversations: [
    conversation('witness', {
      ...WITNESS_DAY,
      order_id: 'witness',
      opened_at: '2017-01-08T09:00:00Z',
      first_reply_at: '2017-01-08T10:00:00Z',
      satisfaction: 5,
    }),
  ],
  exemptions: [exemption('witness', { ...WITNESS_DAY, decided_at: '2017-01-12T09:00:00Z', seller_id: sellerOf('witness') })],
  outcomes: [landedOutcome('witness', { ...WITNESS_DAY, cohort_day: '2017-01-04', outcome: 'met', reason: null })],
};
