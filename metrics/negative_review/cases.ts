import {
  casesOf,
  exemption,
  exemptionCases,
  is,
  type LandedRow,
  NIGHT,
  type OutcomeCase,
  order,
  review,
  sellerOf,
  YEAR_END,
} from '../case.js';

interface Told {
  order?: Parameters<typeof order>[1];
  reviews?: LandedRow[];
}

const one = (name: string, id: string, told: Told, outcome: string, reason: string | null = null, day?: string): OutcomeCase => ({
  name,
  run_date: NIGHT,
  landed: { orders: [order(id, told.order)], reviews: told.reviews ?? [] },
  expect: [is(id, 'negative_review', outcome as 'met', reason, day)],
});

const at = (moment: string) => ({ created_at: moment, updated_at: moment, dt: moment.slice(0, 10) });

const strict = { negative_review: { stars_at_most: 3, maturation_days: 20 } } as const;
const asked = casesOf('negative_review');

export const cases: OutcomeCase[] = [
  one(
    'An order with five stars is met, on the day it arrived',
    'nr-five',
    { reviews: [review('nr-five')] },
    'met',
    null,
    '2026-11-06',
  ),
  one('An order with three stars is met', 'nr-three', { reviews: [review('nr-three', { rating: 3 })] }, 'met'),
  one('An order with two stars is at fault', 'nr-two', { reviews: [review('nr-two', { rating: 2 })] }, 'fault', 'stars_2'),
  one('An order with one star is at fault', 'nr-one', { reviews: [review('nr-one', { rating: 1 })] }, 'fault', 'stars_1'),
  one('An order nobody reviewed is met', 'nr-none', {}, 'met'),
  one(
    'An order that has not arrived is not counted, whatever its review',
    'nr-undelivered',
    { order: { delivered_at: null }, reviews: [review('nr-undelivered', { rating: 1 })] },
    'no_row',
  ),
  one(
    'A poor review that the buyer raises later still counts as first written',
    'nr-raised',
    {
      reviews: [
        review('nr-raised', { rating: 1 }),
        review('nr-raised', { rating: 5, updated_at: '2026-11-12T09:00:00Z', dt: '2026-11-12' }),
      ],
    },
    'fault',
    'stars_1',
  ),
  one(
    'A good review that the buyer lowers later still counts as first written',
    'nr-lowered',
    {
      reviews: [review('nr-lowered'), review('nr-lowered', { rating: 1, updated_at: '2026-11-12T09:00:00Z', dt: '2026-11-12' })],
    },
    'met',
  ),
  one(
    'Of two versions of a review that land on one day the earlier one counts',
    'nr-same-day',
    { reviews: [review('nr-same-day', { rating: 5, updated_at: '2026-11-10T10:00:00Z' }), review('nr-same-day', { rating: 2 })] },
    'fault',
    'stars_2',
  ),
  one(
    'The version of a review that landed first counts, even if an older one lands after it',
    'nr-older-later',
    {
      reviews: [
        review('nr-older-later', { rating: 5, updated_at: '2026-11-11T09:00:00Z', dt: '2026-11-11' }),
        review('nr-older-later', { rating: 1, dt: '2026-11-12' }),
      ],
    },
    'met',
  ),
  one(
    'A second, better review does not undo a poor first one',
    'nr-second-better',
    {
      reviews: [
        review('nr-second-better', { rating: 2 }),
        review('nr-second-better', { review_id: 'nr-second-better-2', ...at('2026-11-11T09:00:00Z') }),
      ],
    },
    'fault',
    'stars_2',
  ),
  one(
    'A second, poorer review does not undo a good first one',
    'nr-second-poorer',
    {
      reviews: [
        review('nr-second-poorer'),
        review('nr-second-poorer', { review_id: 'nr-second-poorer-2', rating: 1, ...at('2026-11-11T09:00:00Z') }),
      ],
    },
    'met',
  ),
  one(
    'The first review is the one written first, though it lands last',
    'nr-lands-last',
    {
      reviews: [
        review('nr-lands-last'),
        review('nr-lands-last', { review_id: 'nr-lands-last-2', rating: 1, ...at('2026-11-09T09:00:00Z'), dt: '2026-11-16' }),
      ],
    },
    'fault',
    'stars_1',
  ),
  one(
    'Of two reviews written at one moment the smaller id is the first',
    'nr-tie',
    { reviews: [review('nr-tie', { review_id: 'nr-tie-b' }), review('nr-tie', { review_id: 'nr-tie-a', rating: 1 })] },
    'fault',
    'stars_1',
  ),
  one(
    'A review written before the parcel arrived counts',
    'nr-before',
    { reviews: [review('nr-before', { rating: 1, ...at('2026-11-05T09:00:00Z') })] },
    'fault',
    'stars_1',
  ),
  one(
    'A review written on the fourteenth day after arrival counts',
    'nr-fourteenth',
    { reviews: [review('nr-fourteenth', { rating: 1, ...at('2026-11-20T23:59:59Z') })] },
    'fault',
    'stars_1',
  ),
  one(
    'A review written on the fifteenth day after arrival does not count',
    'nr-fifteenth',
    {
      order: { delivered_at: '2026-11-05T12:00:00Z' },
      reviews: [review('nr-fifteenth', { rating: 1, ...at('2026-11-20T00:00:00Z') })],
    },
    'met',
  ),
  one(
    'An order that arrived thirteen days ago is pending, though its review is poor',
    'nr-pending',
    { order: { delivered_at: '2026-11-07T00:00:00Z' }, reviews: [review('nr-pending', { rating: 1 })] },
    'pending',
    null,
    '2026-11-07',
  ),
  one(
    'A poor review about logistics is forgiven when the parcel was dispatched in time',
    'nr-logistics',
    { reviews: [review('nr-logistics', { rating: 1, about: 'logistics' })] },
    'forgiven',
    'logistics_review',
  ),
  one(
    'Two stars about logistics are forgiven as one star is',
    'nr-logistics-two',
    { reviews: [review('nr-logistics-two', { rating: 2, about: 'logistics' })] },
    'forgiven',
    'logistics_review',
  ),
  one(
    'A poor review about logistics counts when the parcel was dispatched late',
    'nr-logistics-late',
    {
      order: { first_scan_at: '2026-11-04T17:00:01Z' },
      reviews: [review('nr-logistics-late', { rating: 2, about: 'logistics' })],
    },
    'fault',
    'stars_2',
  ),
  one(
    'A poor review about logistics counts when nothing shows that the parcel was dispatched',
    'nr-logistics-unscanned',
    { order: { first_scan_at: null }, reviews: [review('nr-logistics-unscanned', { rating: 2, about: 'logistics' })] },
    'fault',
    'stars_2',
  ),
  one(
    'Where confirmation is dispatch, a confirmation in time forgives a review about logistics',
    'nr-logistics-de',
    {
      order: { region: 'DE', first_scan_at: '2026-11-05T09:00:00Z' },
      reviews: [review('nr-logistics-de', { rating: 1, about: 'logistics' })],
    },
    'forgiven',
    'logistics_review',
  ),
  one(
    'A poor review that does not say what it is about counts',
    'nr-unsaid',
    { reviews: [review('nr-unsaid', { rating: 1, about: null })] },
    'fault',
    'stars_1',
  ),
  one(
    'A review that is first about logistics and later about the product is forgiven as first written',
    'nr-about-edited',
    {
      reviews: [
        review('nr-about-edited', { rating: 1, about: 'logistics' }),
        review('nr-about-edited', { rating: 1, about: 'product', updated_at: '2026-11-12T09:00:00Z', dt: '2026-11-12' }),
      ],
    },
    'forgiven',
    'logistics_review',
  ),
  {
    name: 'In an order of two sellers each is reviewed apart',
    run_date: NIGHT,
    landed: {
      orders: [
        order('nr-shared', { seller_id: 'nr-seller-a' }),
        order('nr-shared-b', { order_id: 'nr-shared', seller_id: 'nr-seller-b' }),
      ],
      reviews: [review('nr-shared', { seller_id: 'nr-seller-c', rating: 1 })],
    },
    expect: [is('nr-shared', 'negative_review', 'met')],
  },
  {
    name: 'An exemption forgives a poor review',
    run_date: NIGHT,
    landed: {
      orders: [order('nr-exempt')],
      reviews: [review('nr-exempt', { rating: 1 })],
      exemptions: [exemption('nr-exempt', { metrics: ['negative_review'], order_id: 'nr-exempt', reason: 'dispute_upheld' })],
    },
    expect: [is('nr-exempt', 'negative_review', 'forgiven', 'dispute_upheld')],
  },
  {
    name: 'That a review is about logistics is named before an exemption that would forgive as well',
    run_date: NIGHT,
    landed: {
      orders: [order('nr-both')],
      reviews: [review('nr-both', { rating: 1, about: 'logistics' })],
      exemptions: [exemption('nr-both', { metrics: 'all', seller_id: sellerOf('nr-both') })],
    },
    expect: [is('nr-both', 'negative_review', 'forgiven', 'logistics_review')],
  },
  asked({
    name: 'Where policy counts up to one star, two stars are met',
    id: 'nr-one-star-policy',
    landed: { orders: [order('nr-one-star-policy')], reviews: [review('nr-one-star-policy', { rating: 2 })] },
    settings: { negative_review: { stars_at_most: 1 } },
    outcome: 'met',
  }),
  asked({
    name: 'Where policy counts up to three stars, three are at fault',
    id: 'nr-three-star-policy',
    landed: { orders: [order('nr-three-star-policy')], reviews: [review('nr-three-star-policy', { rating: 3 })] },
    settings: strict,
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'stars_3',
  }),
  asked({
    name: 'Where policy counts up to three stars, three about logistics are forgiven',
    id: 'nr-three-logistics',
    landed: { orders: [order('nr-three-logistics')], reviews: [review('nr-three-logistics', { rating: 3, about: 'logistics' })] },
    settings: strict,
    run_date: YEAR_END,
    outcome: 'forgiven',
    reason: 'logistics_review',
  }),
  asked({
    name: 'Four stars are met by any policy, also about logistics',
    id: 'nr-four',
    landed: { orders: [order('nr-four')], reviews: [review('nr-four', { rating: 4, about: 'logistics' })] },
    settings: strict,
    run_date: YEAR_END,
    outcome: 'met',
  }),
  asked({
    name: 'Where policy waits twenty days, a review of the twentieth day counts',
    id: 'nr-twenty-days',
    landed: {
      orders: [order('nr-twenty-days')],
      reviews: [review('nr-twenty-days', { rating: 1, ...at('2026-11-26T23:59:59Z') })],
    },
    settings: strict,
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'stars_1',
  }),
  asked({
    name: 'A review about logistics of a parcel dispatched late is forgiven by an exemption alone',
    id: 'nr-exempt-logistics',
    landed: {
      orders: [order('nr-exempt-logistics', { first_scan_at: '2026-11-04T17:00:01Z' })],
      reviews: [review('nr-exempt-logistics', { rating: 1, about: 'logistics' })],
      exemptions: [exemption('nr-exempt-logistics', { metrics: ['negative_review'], order_id: 'nr-exempt-logistics' })],
    },
    outcome: 'forgiven',
    reason: 'carrier_incident',
  }),
  asked({
    name: 'A review about logistics counts when the milestone came only after the review’s final day',
    id: 'nr-logistics-foretold',
    landed: {
      orders: [
        order('nr-logistics-foretold', {
          ship_by: '2026-11-30T17:00:00Z',
          first_scan_at: '2026-11-21T09:00:00Z',
          dt: '2026-11-21',
          updated_at: '2026-11-21T09:00:00Z',
        }),
      ],
      reviews: [review('nr-logistics-foretold', { rating: 1, about: 'logistics' })],
    },
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'stars_1',
  }),
  ...exemptionCases({
    metric: 'negative_review',
    prefix: 'nr',
    reason: 'stars_2',
    cohort_day: '2026-11-06',
    landed: (id, carrier) => ({ orders: [order(id, { carrier })], reviews: [review(id, { rating: 2 })] }),
  }),
];
