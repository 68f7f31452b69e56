import { conversation, is, NIGHT, type OutcomeCase, order, UNSHIPPED } from '../../metrics/case.js';

/** Judged then is whatever was due in that half-year. why one night: each costs seconds. */
const SOME_MONTHS_LATER = '2018-03-31';

/** An order of São Paulo in October 2017 that was shipped late, so that no scan saves its delivery. */
const paulista = (id: string, changes: Parameters<typeof order>[1]) =>
  order(id, {
    region: 'SP',
    placed_at: '2017-10-04T15:00:00Z',
    ship_by: '2017-10-06T15:00:00Z',
    confirmed_at: null,
    first_scan_at: '2017-10-09T15:00:00Z',
    delivered_at: null,
    deliver_by: '2017-10-14',
    dt: '2017-10-16',
    updated_at: '2017-10-16T12:00:00Z',
    ...changes,
  });

/** As above, in February 2018. */
const carnival = (id: string, changes: Parameters<typeof order>[1]) =>
  paulista(id, {
    placed_at: '2018-02-05T15:00:00Z',
    ship_by: '2018-02-07T15:00:00Z',
    first_scan_at: '2018-02-09T15:00:00Z',
    deliver_by: '2018-02-17',
    dt: '2018-02-20',
    updated_at: '2018-02-20T12:00:00Z',
    ...changes,
  });

/** An order of London in October 2026, shipped late. */
const london = (id: string, changes: Parameters<typeof order>[1]) =>
  order(id, {
    placed_at: '2026-10-19T10:00:00Z',
    ship_by: '2026-10-21T16:00:00Z',
    confirmed_at: null,
    first_scan_at: '2026-10-22T10:00:00Z',
    delivered_at: null,
    deliver_by: '2026-10-25',
    dt: '2026-10-30',
    updated_at: '2026-10-30T10:00:00Z',
    ...changes,
  });

const delivery = (
  name: string,
  row: ReturnType<typeof order>,
  run_date: string,
  outcome: string,
  reason: string | null,
  day: string,
) => ({
  name,
  run_date,
  landed: { orders: [row] },
  expect: [is(String(row.order_id), 'late_delivery', outcome as 'met', reason, day)],
});

/** An order whose promised day is the second last day of October or a day of November 2026, shipped late. */
const autumn = (id: string, region: string, deliver_by: string, delivered_at: string) =>
  london(id, {
    ...{ region, deliver_by, delivered_at, placed_at: '2026-10-20T10:00:00Z', ship_by: '2026-10-22T16:00:00Z' },
    ...{ first_scan_at: '2026-10-23T16:00:00Z', dt: '2026-11-15', updated_at: '2026-11-15T10:00:00Z' },
  });

export const localDays: OutcomeCase[] = [
  delivery(
    'In Casablanca, on UTC since 20 September 2026, a parcel of half past eleven at night is in time',
    autumn('tz-ma', 'MA', '2026-11-12', '2026-11-12T23:30:00Z'),
    NIGHT,
    'met',
    null,
    '2026-11-12',
  ),
  delivery(
    'In Vancouver, which no longer sets its clocks back, a parcel of half past midnight is late',
    autumn('tz-bc', 'BC', '2026-11-12', '2026-11-13T07:30:00Z'),
    NIGHT,
    'fault',
    'late',
    '2026-11-12',
  ),
  delivery(
    'In Havana, where the first hour of 1 November comes twice, the day before ends with the first midnight',
    autumn('tz-cu-eve', 'CU', '2026-10-31', '2026-11-01T04:00:00Z'),
    NIGHT,
    'fault',
    'late',
    '2026-10-31',
  ),
  delivery(
    'In Havana a parcel of the last second before the first midnight is in time',
    autumn('tz-cu-eve-met', 'CU', '2026-10-31', '2026-11-01T03:59:59Z'),
    NIGHT,
    'met',
    null,
    '2026-10-31',
  ),
  delivery(
    'In Havana the day whose first hour comes twice lasts 25 hours',
    autumn('tz-cu-long', 'CU', '2026-11-01', '2026-11-02T04:59:59Z'),
    NIGHT,
    'met',
    null,
    '2026-11-01',
  ),
  delivery(
    'In São Paulo a promised day ends at its midnight, the eve of the day that begins at one',
    paulista('dst-sp-spring', { delivered_at: '2017-10-15T02:59:59Z' }),
    SOME_MONTHS_LATER,
    'met',
    null,
    '2017-10-14',
  ),
  delivery(
    'In São Paulo a parcel that arrives at one on the day that has no midnight is late',
    paulista('dst-sp-spring-late', { delivered_at: '2017-10-15T03:00:00Z' }),
    SOME_MONTHS_LATER,
    'fault',
    'late',
    '2017-10-14',
  ),
  delivery(
    'In São Paulo the shortened day itself ends after 23 hours',
    paulista('dst-sp-short', { deliver_by: '2017-10-15', delivered_at: '2017-10-16T02:00:00Z' }),
    SOME_MONTHS_LATER,
    'fault',
    'late',
    '2017-10-15',
  ),
  delivery(
    'In São Paulo a day whose last hour comes twice ends with the second',
    carnival('dst-sp-autumn', { delivered_at: '2018-02-18T02:59:59Z' }),
    SOME_MONTHS_LATER,
    'met',
    null,
    '2018-02-17',
  ),
  delivery(
    'In São Paulo a parcel that arrives after the second 23rd hour is late',
    carnival('dst-sp-autumn-late', { delivered_at: '2018-02-18T03:00:00Z' }),
    SOME_MONTHS_LATER,
    'fault',
    'late',
    '2018-02-17',
  ),
  {
    name: 'In São Paulo an order due within the repeated hour counts on the day that repeats it',
    run_date: SOME_MONTHS_LATER,
    landed: { orders: [carnival('dst-sp-cohort', { ship_by: '2018-02-18T02:30:00Z', first_scan_at: '2018-02-18T02:30:01Z' })] },
    expect: [is('dst-sp-cohort', 'late_dispatch', 'fault', 'late', '2018-02-17')],
  },
  {
    name: 'In São Paulo an order due at one on the day without a midnight counts on that day',
    run_date: SOME_MONTHS_LATER,
    landed: { orders: [paulista('dst-sp-one', { ship_by: '2017-10-15T03:00:00Z', first_scan_at: '2017-10-15T03:00:00Z' })] },
    expect: [is('dst-sp-one', 'late_dispatch', 'met', null, '2017-10-15')],
  },
  delivery(
    'In London the day on which clocks go back lasts 25 hours',
    london('dst-gb-long', { delivered_at: '2026-10-25T23:59:59Z' }),
    NIGHT,
    'met',
    null,
    '2026-10-25',
  ),
  delivery(
    'In London the day before clocks go back ends an hour before UTC’s',
    london('dst-gb-eve', { deliver_by: '2026-10-24', delivered_at: '2026-10-24T23:00:00Z' }),
    NIGHT,
    'fault',
    'late',
    '2026-10-24',
  ),
  {
    name: 'In London a final day on which clocks go back lasts to its own midnight',
    run_date: NIGHT,
    landed: {
      orders: [
        london('dst-gb-final', { ship_by: '2026-10-23T16:00:00Z', first_scan_at: '2026-10-25T23:59:59Z' }),
        london('dst-gb-final-after', { ship_by: '2026-10-23T16:00:00Z', first_scan_at: '2026-10-26T00:00:00Z' }),
      ],
    },
    expect: [
      is('dst-gb-final', 'late_dispatch', 'fault', 'late', '2026-10-23'),
      is('dst-gb-final-after', 'late_dispatch', 'fault', 'missing', '2026-10-23'),
    ],
  },
  {
    name: 'In London an order due just after midnight in summer counts on the day that has begun',
    run_date: NIGHT,
    landed: { orders: [london('dst-gb-summer', { ship_by: '2026-10-22T23:30:00Z', first_scan_at: '2026-10-22T10:00:00Z' })] },
    expect: [is('dst-gb-summer', 'late_dispatch', 'met', null, '2026-10-23')],
  },
  {
    name: 'In New York an order placed before midnight there belongs to the run date, though UTC is a day ahead',
    run_date: NIGHT,
    landed: {
      orders: [
        order('tz-ny', {
          ...UNSHIPPED,
          region: 'NY',
          placed_at: '2026-11-21T04:59:59Z',
          ship_by: '2026-11-24T22:00:00Z',
          dt: NIGHT,
        }),
        order('tz-ny-after', {
          ...UNSHIPPED,
          region: 'NY',
          placed_at: '2026-11-21T05:00:00Z',
          ship_by: '2026-11-24T22:00:00Z',
          dt: NIGHT,
        }),
      ],
    },
    expect: [is('tz-ny', 'seller_cancellation', 'pending', null, NIGHT), is('tz-ny-after', 'seller_cancellation', 'no_row')],
  },
  {
    name: 'In Auckland an order placed after midnight there is of the day to come, though UTC is a day behind',
    run_date: NIGHT,
    landed: {
      orders: [
        order('tz-nz', {
          ...UNSHIPPED,
          region: 'NZ',
          placed_at: '2026-11-20T10:59:59Z',
          ship_by: '2026-11-24T05:00:00Z',
          dt: NIGHT,
        }),
        order('tz-nz-after', {
          ...UNSHIPPED,
          region: 'NZ',
          placed_at: '2026-11-20T11:00:00Z',
          ship_by: '2026-11-24T05:00:00Z',
          dt: NIGHT,
        }),
      ],
    },
    expect: [is('tz-nz', 'seller_cancellation', 'pending', null, NIGHT), is('tz-nz-after', 'seller_cancellation', 'no_row')],
  },
  {
    name: 'In Berlin a moment given with its offset counts on Berlin’s day',
    run_date: NIGHT,
    landed: {
      orders: [order('tz-de', { region: 'DE', ship_by: '2026-11-05T00:30:00+01:00', confirmed_at: '2026-11-04T23:30:00Z' })],
    },
    expect: [is('tz-de', 'late_dispatch', 'met', null, '2026-11-05')],
  },
  {
    name: 'Twenty-four hours are hours, also on a day that has 25',
    run_date: NIGHT,
    landed: {
      conversations: [
        conversation('dst-sr-long', {
          opened_at: '2026-10-24T11:00:00Z',
          first_reply_at: '2026-10-25T11:30:00Z',
          updated_at: '2026-10-26T10:00:00Z',
          dt: '2026-10-26',
        }),
      ],
    },
    expect: [is('dst-sr-long', 'slow_response', 'fault', 'late', '2026-10-24')],
  },
  {
    name: 'On the eve of a day of 23 hours, a reply within 24 hours but after the day that followed is not seen in time',
    run_date: SOME_MONTHS_LATER,
    landed: {
      conversations: [
        conversation('dst-sr-short', {
          opened_at: '2018-03-24T23:30:00Z',
          first_reply_at: '2018-03-25T23:15:00Z',
          dt: '2018-03-26',
          updated_at: '2018-03-26T08:00:00Z',
        }),
      ],
    },
    expect: [is('dst-sr-short', 'slow_response', 'fault', 'missing', '2018-03-24')],
  },
];
