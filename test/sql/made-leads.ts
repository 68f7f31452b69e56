/** Leads: which orders are looked at, which are a sign, which innocent twin explains one, and what a seller's come to. */

import { LEADS_DEFAULTS } from '../../policies/leads-policy.js';
import type { LeadsPolicy, Policies } from '../../policies/policy.js';
import { drawnOrders, foundByHand, WINDOW } from '../leads/brushing-by-hand.js';
import { MADE_POLICIES, type MadeRows, none, rows } from './made-rows.js';

const asking = (asked: Partial<LeadsPolicy>): { policies: Policies } => ({
  policies: { ...MADE_POLICIES, leads: { ...LEADS_DEFAULTS, ...asked } },
});

interface Judged {
  seller?: string;
  dt?: string;
  day?: string;
  hash?: number;
  weight?: number;
}
const BIGINT_OF = (value: number): string => `CAST(${value} AS BIGINT)`;
/** As the ledger knows it. */
const judged = (order: string, { seller = 'a', dt = '2026-11-16', day = '2026-11-10', hash = 1, weight = 1 }: Judged = {}) =>
  `'${seller}' AS seller_id, '${order}' AS order_id, 'GB' AS region, DATE '${day}' AS placed_day, DATE '${dt}' AS dt, ${BIGINT_OF(hash)} AS row_hash,
    ${weight} AS weight, 'one' AS judged_in`;
/** As it landed. */
const landed = (order: string, buyer: string | null, { seller = 'a', dt = '2026-11-16', hash = 1 }: Judged = {}) =>
  `'${seller}' AS seller_id, '${order}' AS order_id, ${buyer ? `'${buyer}'` : 'NULL'} AS buyer_id, '${order}-${hash}' AS tracking_number,
    DATE '${dt}' AS dt, ${BIGINT_OF(hash)} AS row_hash`;
const DAYS = ['2026-11-06', '2026-11-07', '2026-11-16', '2026-11-17'];
const looked: MadeRows = {
  path: 'marts/recent_orders.sql',
  says: 'the orders of the days looked back on as they stand; buyers by number within the seller, of the landed row that was judged',
  reads: {
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [
        ...[judged('one'), judged('one', { seller: 'b' }), judged('two'), judged('three'), judged('twice', { hash: 2 })],
        ...[judged('taken'), judged('taken', { weight: -1 }), judged('gone')],
        // The first and the last day that are looked at, and those beside them.
        ...DAYS.map((day) => judged(day, { day })),
        // Landed a month before the first of those days, and a day earlier.
        ...[judged('early', { dt: '2026-10-07' }), judged('earlier', { dt: '2026-10-06' })],
      ],
    },
    'accepted orders': {
      of: 'accepted orders',
      rows: [
        ...[landed('one', 'bo'), landed('one', 'xi', { seller: 'b' }), landed('two', 'al'), landed('three', null)],
        // Another version, the same again, another day's.
        ...[landed('twice', 'zz'), landed('twice', 'bo', { hash: 2 }), landed('twice', 'bo', { hash: 2 })],
        ...[landed('taken', 'al'), landed('gone', 'al', { dt: '2026-11-15' })],
        ...DAYS.map((day) => landed(day, 'bo')),
        ...[landed('early', 'bo', { dt: '2026-10-07' }), landed('earlier', 'bo', { dt: '2026-10-06' })],
      ],
    },
  },
  night: asking({ look_back_days: 10 }),
  shows: 'seller_id, order_id, buyer, tracking_number',
  gives: [
    'a 2026-11-07 2 2026-11-07-1',
    'a 2026-11-16 2 2026-11-16-1',
    'a earlier - -',
    'a early 2 early-1',
    'a gone - -',
    'a one 2 one-1',
    'a three - three-1',
    'a twice 2 twice-2',
    'a two 1 two-1',
    'b one 1 one-1',
  ],
};

interface Recent {
  seller: string;
  id: string;
  at?: string;
  buyer?: number | null;
  area?: string | null;
  region?: string;
  carrier?: string | null;
  number?: string | null;
  fulfilment?: string;
  due?: string | null;
  confirmed?: string | null;
  scanned?: string | null;
  cancelled?: string | null;
  gmv?: number;
  currency?: string;
}
const moment = (value: string | null | undefined): string => (value ? `TIMESTAMP '2026-11-${value}'` : 'CAST(NULL AS TIMESTAMP)');
const words = (value: string | null | undefined): string => (value ? `'${value}'` : 'NULL');
const recent = (...orders: Recent[]) => ({
  of: 'recent_orders',
  rows: orders.map(
    (o) =>
      `${words(o.seller)} AS seller_id, ${words(o.id)} AS order_id, ${words(o.region ?? 'GB')} AS region, ${words(o.fulfilment ?? 'seller')} AS fulfilment,
      CAST(${o.buyer ?? 'NULL'} AS BIGINT) AS buyer, ${moment(o.at ?? '10 12:00:00')} AS placed_at, DATE '2026-11-${(o.at ?? '10').slice(0, 2)}' AS placed_day,
      ${moment(o.due)} AS ship_by, ${moment(o.confirmed)} AS confirmed_at, ${moment(o.scanned)} AS first_scan_at, ${moment(o.cancelled)} AS cancelled_at,
      ${words(o.carrier === undefined ? 'post' : o.carrier)} AS carrier, ${words(o.number)} AS tracking_number, ${words(o.area)} AS destination_area,
      CAST(${o.gmv ?? 100} AS BIGINT) AS gmv_minor, ${words(o.currency ?? 'GBP')} AS currency`,
  ),
});

const EVIDENCE = 'seller_id, order_id, from_at, to_at, amount, among, other_order_id, twin';
/** Three orders of a buyer within twenty minutes. */
const thrice = (seller: string, areas: readonly (string | null)[], buyer: number | null = 1): Recent[] =>
  areas.map((area, nth) => ({ ...{ seller, id: `${seller}${nth}`, buyer, area }, at: `10 12:${nth}0:00` }));
const brushing: MadeRows = {
  path: 'leads/brushing/brushing_evidence.sql',
  says: 'the window with the most orders of each; presents where a known buyer sends each order to another place',
  reads: {
    recent_orders: recent(
      ...[...thrice('brushes', ['N1', 'N1', 'N2']), ...thrice('gives', ['N1', 'N2', 'N3'])],
      ...[...thrice('hides', ['N1', null, 'N2']), ...thrice('unknown', ['N1', 'N1', 'N1'], null)],
      // Another buyer in between, an hour after the first: of two windows the one with four orders stands; six orders of two buyers stand, too.
      ...[...thrice('two', ['N1', 'N1', 'N1']), ...thrice('two', ['E1', 'E1', 'E1'], 2).map((o) => ({ ...o, id: `e${o.id}` }))],
      { seller: 'two', id: 'late', buyer: 1, area: 'N1', at: '10 13:10:00' },
      // Of the windows that hold an order the one with four stands, not one with three of those.
      ...['10 12:00:00', '10 12:05:00', '10 12:10:00', '10 12:15:00', '10 13:02:00'].map((at, nth) => ({
        ...{ seller: 'strong', id: `s${nth}`, buyer: 1, at },
      })),
      // Among five orders of one buyer one of another, who sends nothing to several places; nor does one who is not known.
      ...[
        ...thrice('mixed', ['N1', 'N1', 'N1']),
        ...thrice('mixed', ['N1', 'N1', null], 1).map((o) => ({ ...o, id: `m${o.id}` })),
      ].slice(0, 5),
      { seller: 'mixed', id: 'other', buyer: 2, area: 'N7', at: '10 12:05:00' },
      ...[
        ...thrice('masked', ['N1', 'N1', 'N1']),
        ...thrice('masked', ['N1', 'N1', null], 1).map((o) => ({ ...o, id: `m${o.id}` })),
      ].slice(0, 5),
      { seller: 'masked', id: 'other', buyer: null, area: 'N7', at: '10 12:05:00' },
      // Two presents among four orders of another buyer.
      ...[...thrice('pair', ['N1', 'N1', 'N1']), { seller: 'pair', id: 'p3', buyer: 1, area: 'N1', at: '10 12:05:00' }],
      ...['N1', 'N2'].map((area, nth) => ({ seller: 'pair', id: `g${nth}`, buyer: 2, area, at: '10 12:05:00' })),
      // Exactly an hour, and a second more.
      ...['10 12:00:00', '10 12:00:00', '10 13:00:00'].map((at, nth) => ({ seller: 'hour', id: `h${nth}`, buyer: 1, at })),
      ...['10 12:00:00', '10 12:00:00', '10 13:00:01'].map((at, nth) => ({ seller: 'more', id: `m${nth}`, buyer: 1, at })),
    ),
  },
  shows: EVIDENCE,
  gives: [
    'brushes brushes0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 3 1 - -',
    'brushes brushes1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 3 1 - -',
    'brushes brushes2 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 3 1 - -',
    'gives gives0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 3 1 - presents',
    'gives gives1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 3 1 - presents',
    'gives gives2 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 3 1 - presents',
    'hides hides0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 3 1 - -',
    'hides hides1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 3 1 - -',
    'hides hides2 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 3 1 - -',
    'hour h0 2026-11-10T12:00:00.000Z 2026-11-10T13:00:00.000Z 3 1 - -',
    'hour h1 2026-11-10T12:00:00.000Z 2026-11-10T13:00:00.000Z 3 1 - -',
    'hour h2 2026-11-10T12:00:00.000Z 2026-11-10T13:00:00.000Z 3 1 - -',
    'masked masked0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'masked masked1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'masked masked2 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'masked mmasked0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'masked mmasked1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'masked other 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'mixed mixed0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'mixed mixed1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'mixed mixed2 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'mixed mmixed0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'mixed mmixed1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'mixed other 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'pair g0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - presents',
    'pair g1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - presents',
    'pair p3 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'pair pair0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'pair pair1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'pair pair2 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'strong s0 2026-11-10T12:00:00.000Z 2026-11-10T12:15:00.000Z 4 1 - -',
    'strong s1 2026-11-10T12:00:00.000Z 2026-11-10T12:15:00.000Z 4 1 - -',
    'strong s2 2026-11-10T12:00:00.000Z 2026-11-10T12:15:00.000Z 4 1 - -',
    'strong s3 2026-11-10T12:00:00.000Z 2026-11-10T12:15:00.000Z 4 1 - -',
    'strong s4 2026-11-10T12:05:00.000Z 2026-11-10T13:02:00.000Z 4 1 - -',
    'two etwo0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'two etwo1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'two etwo2 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'two two0 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'two two1 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
    'two two2 2026-11-10T12:00:00.000Z 2026-11-10T12:20:00.000Z 6 2 - -',
  ],
};

const early = (seller: string, scanned: string, more: Partial<Recent> = {}): Recent => ({
  ...{ seller, id: `${seller}-${scanned.slice(0, 2)}`, scanned },
  ...more,
});
const scanned: MadeRows = {
  path: 'leads/scan_before_order/scan_before_order_evidence.sql',
  says: 'scans more than a day before the order; of three sellers with a carrier in a region, that carrier’s feed',
  reads: {
    recent_orders: recent(
      ...[early('a', '09 11:59:59'), early('b', '09 12:00:00'), early('c', '07 11:30:00', { carrier: null })],
      ...[early('d', '08 12:00:00', { carrier: 'van' }), early('e', '08 12:00:00', { carrier: 'van' })],
      ...[early('f', '08 12:00:00', { carrier: 'van' }), early('f', '07 12:00:00', { carrier: 'van' })],
      early('g', '08 12:00:00', { carrier: 'van', region: 'DE' }),
      ...[early('j', '08 12:00:00', { carrier: 'cart' }), early('j', '07 12:00:00', { carrier: 'cart' })],
      early('k', '08 12:00:00', { carrier: 'cart' }),
      early('c', '06 11:30:00', { carrier: null }),
      early('h', '06 11:30:00', { carrier: null }),
      early('i', '06 11:30:00', { carrier: null }),
    ),
  },
  night: asking({ scan_before_order: { hours: 24, sellers_of_a_feed: 3 } }),
  shows: EVIDENCE,
  gives: [
    'a a-09 2026-11-09T11:59:59.000Z 2026-11-10T12:00:00.000Z 24 - - -',
    'c c-06 2026-11-06T11:30:00.000Z 2026-11-10T12:00:00.000Z 96 - - -',
    'c c-07 2026-11-07T11:30:00.000Z 2026-11-10T12:00:00.000Z 72 - - -',
    'd d-08 2026-11-08T12:00:00.000Z 2026-11-10T12:00:00.000Z 48 - - carrier_feed',
    'e e-08 2026-11-08T12:00:00.000Z 2026-11-10T12:00:00.000Z 48 - - carrier_feed',
    'f f-07 2026-11-07T12:00:00.000Z 2026-11-10T12:00:00.000Z 72 - - carrier_feed',
    'f f-08 2026-11-08T12:00:00.000Z 2026-11-10T12:00:00.000Z 48 - - carrier_feed',
    'g g-08 2026-11-08T12:00:00.000Z 2026-11-10T12:00:00.000Z 48 - - -',
    'h h-06 2026-11-06T11:30:00.000Z 2026-11-10T12:00:00.000Z 96 - - -',
    'i i-06 2026-11-06T11:30:00.000Z 2026-11-10T12:00:00.000Z 96 - - -',
    'j j-07 2026-11-07T12:00:00.000Z 2026-11-10T12:00:00.000Z 72 - - -',
    'j j-08 2026-11-08T12:00:00.000Z 2026-11-10T12:00:00.000Z 48 - - -',
    'k k-08 2026-11-08T12:00:00.000Z 2026-11-10T12:00:00.000Z 48 - - -',
  ],
};

const sent = (id: string, number: string | null, at: string, more: Partial<Recent> = {}): Recent => ({
  ...{ seller: 'a', id, number, at: `${at} 12:00:00`, buyer: 1, area: 'N1' },
  ...more,
});
const reused: MadeRows = {
  path: 'leads/reused_tracking/reused_tracking_evidence.sql',
  says: 'orders of a seller with one number of one carrier; one parcel of one buyer, and one place, explain them',
  reads: {
    recent_orders: recent(
      // Three places and two.
      ...[sent('r1', 'X1', '03'), sent('r2', 'x1', '02', { buyer: 2, area: 'N2' }), sent('r3', 'X1', '04', { area: 'N3' })],
      // One buyer and one place; the place not known of one; not known of any buyer.
      ...[sent('p1', 'P', '03'), sent('p2', 'P', '04')],
      ...[sent('q1', 'Q', '03'), sent('q2', 'Q', '04', { area: null })],
      ...[sent('u1', 'U', '03', { area: null, buyer: null }), sent('u2', 'U', '04', { area: null, buyer: null })],
      ...[sent('v1', 'V', '03', { area: null }), sent('v2', 'V', '04', { area: null, buyer: 2 })],
      // One buyer, two places; two buyers, one place.
      ...[sent('b1', 'B', '03'), sent('b2', 'B', '04', { area: 'N2' })],
      ...[sent('n1', 'N', '03'), sent('n2', 'N', '04', { buyer: 2 })],
      // Another carrier, another seller, none, cancelled.
      ...[sent('c1', 'C', '03'), sent('c2', 'C', '04', { carrier: 'van' }), sent('c3', 'C', '04', { seller: 'b' })],
      ...[
        sent('o1', null, '03'),
        sent('o2', null, '04'),
        sent('k1', 'K', '03'),
        sent('k2', 'K', '04', { cancelled: '05 12:00:00' }),
      ],
      ...[sent('w1', 'W', '03', { carrier: null, area: 'N2' }), sent('w2', 'W', '03', { carrier: null })],
    ),
  },
  shows: EVIDENCE,
  gives: [
    'a b1 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 2 b2 -',
    'a b2 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 2 b1 -',
    'a n1 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 1 n2 one_place',
    'a n2 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 1 n1 one_place',
    'a p1 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 1 p2 one_parcel',
    'a p2 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 1 p1 one_parcel',
    'a q1 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 - q2 one_parcel',
    'a q2 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 - q1 one_parcel',
    'a r1 2026-11-02T12:00:00.000Z 2026-11-04T12:00:00.000Z 3 3 r2 -',
    'a r2 2026-11-02T12:00:00.000Z 2026-11-04T12:00:00.000Z 3 3 r1 -',
    'a r3 2026-11-02T12:00:00.000Z 2026-11-04T12:00:00.000Z 3 3 r2 -',
    'a u1 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 - u2 -',
    'a u2 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 - u1 -',
    'a v1 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 - v2 -',
    'a v2 2026-11-03T12:00:00.000Z 2026-11-04T12:00:00.000Z 2 - v1 -',
    'a w1 2026-11-03T12:00:00.000Z 2026-11-03T12:00:00.000Z 2 2 w2 -',
    'a w2 2026-11-03T12:00:00.000Z 2026-11-03T12:00:00.000Z 2 2 w1 -',
  ],
};

/** Due at noon of the 5th; confirmed in time and scanned 48 hours and a second later, unless said. */
const handed = (seller: string, nth: number, more: Partial<Recent> = {}): Recent => ({
  ...{ seller, id: `${seller}${nth}`, due: '05 12:00:00', confirmed: '05 12:00:00', scanned: '07 12:00:01' },
  ...more,
});
const IN_TIME = { scanned: '07 12:00:00' };
const parcels = (seller: string, masked: number, fine: number, more: Partial<Recent> = {}): Recent[] => [
  ...Array.from({ length: masked }, (_, nth) => handed(seller, nth, more)),
  ...Array.from({ length: fine }, (_, nth) => handed(seller, masked + nth, { ...more, ...IN_TIME })),
];
const masked: MadeRows = {
  path: 'leads/late_masking/late_masking_evidence.sql',
  says: 'parcels confirmed in time and scanned late, of sellers with two or more and half of theirs; late collection where others with the carrier have as many',
  reads: {
    recent_orders: recent(
      // Half of four; two of five; one of two.
      ...[...parcels('half', 2, 2), ...parcels('few', 2, 3), ...parcels('one', 1, 1)],
      // Nothing of these counts: the platform ships them, they are cancelled, confirmed late, or a moment is not known.
      ...parcels('platform', 2, 0, { fulfilment: 'platform' }),
      ...parcels('cancelled', 2, 0, { cancelled: '06 12:00:00' }),
      ...parcels('late', 2, 0, { confirmed: '05 12:00:01' }),
      ...[...parcels('undue', 2, 0, { due: null }), ...parcels('unconfirmed', 2, 0, { confirmed: null })],
      ...parcels('unscanned', 2, 0, { scanned: null }),
      ...parcels('known', 2, 2, { carrier: 'van' }),
      // Others with the lorry: one of two is late, and so it collects late; in another region nobody else has it.
      ...[...parcels('l', 2, 0, { carrier: 'lorry' }), ...parcels('m', 1, 1, { carrier: 'lorry' })],
      ...parcels('n', 2, 0, { carrier: 'lorry', region: 'DE' }),
      // One other parcel, late as it is, says nothing; of three others one is too few; carriers that nobody names are not one.
      ...[...parcels('o', 2, 0, { carrier: 'ship' }), ...parcels('p', 1, 0, { carrier: 'ship' })],
      ...[...parcels('q', 2, 0, { carrier: 'bike' }), ...parcels('r', 1, 2, { carrier: 'bike' })],
      ...[...parcels('s', 2, 0, { carrier: null }), ...parcels('t', 2, 0, { carrier: null })],
    ),
  },
  night: asking({ late_masking: { hours_after_due: 48, orders: 2, share: 0.5 } }),
  shows: 'seller_id, order_id, from_at, to_at, amount, among, other_order_id, twin',
  gives: ['half', 'known', 'l', 'n', 'o', 'q', 's', 't'].flatMap((seller) =>
    [0, 1].map(
      (nth) =>
        `${seller} ${seller}${nth} 2026-11-05T12:00:00.000Z 2026-11-07T12:00:01.000Z 48 - - ${seller === 'l' ? 'late_collection' : '-'}`,
    ),
  ),
};

const SIGN_COLUMNS = 'seller_id, order_id, from_at, to_at, amount, among, other_order_id, twin';
const sign = (order: string, amount: number, twin: string | null = null): string =>
  `'a', '${order}', TIMESTAMP '2026-11-05 12:00:00', TIMESTAMP '2026-11-06 12:00:00', CAST(${amount} AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS VARCHAR), ${twin ? `'${twin}'` : 'CAST(NULL AS VARCHAR)'}`;
const evidence: MadeRows = {
  path: 'marts/lead_evidence.sql',
  says: 'the signs of every lead that is looked for, with their orders',
  reads: {
    recent_orders: recent({ seller: 'a', id: 'one', buyer: 4 }, { seller: 'a', id: 'two' }, { seller: 'b', id: 'one' }),
    brushing_evidence: rows(SIGN_COLUMNS, sign('two', 3), sign('one', 3), sign('gone', 3)),
    reused_tracking_evidence: rows(SIGN_COLUMNS, sign('one', 2)),
    scan_before_order_evidence: rows(SIGN_COLUMNS, sign('one', 30, 'carrier_feed')),
    late_masking_evidence: none(SIGN_COLUMNS),
    re_registration_evidence: none(SIGN_COLUMNS),
  },
  night: asking({ not_looked_for: ['reused_tracking'] }),
  gives: [
    'brushing a one GB 2026-11-10T12:00:00.000Z 2026-11-10 100 GBP 4 2026-11-05T12:00:00.000Z 2026-11-06T12:00:00.000Z 3 - - -',
    'brushing a two GB 2026-11-10T12:00:00.000Z 2026-11-10 100 GBP - 2026-11-05T12:00:00.000Z 2026-11-06T12:00:00.000Z 3 - - -',
    'scan_before_order a one GB 2026-11-10T12:00:00.000Z 2026-11-10 100 GBP 4 2026-11-05T12:00:00.000Z 2026-11-06T12:00:00.000Z 30 - - carrier_feed',
  ],
};

const FOUND_COLUMNS = 'lead, seller_id, order_id, region, placed_day, gmv_minor, currency, buyer, amount, twin';
interface Found {
  lead?: string;
  seller?: string;
  region?: string;
  day?: string;
  gmv?: number;
  currency?: string;
  buyer?: number;
  amount?: number;
  twin?: string;
}
const foundRow = (order: string, f: Found = {}): string =>
  `'${f.lead ?? 'brushing'}', '${f.seller ?? 'a'}', '${order}', '${f.region ?? 'GB'}', DATE '2026-11-${f.day ?? '05'}', CAST(${f.gmv ?? 100} AS BIGINT),
   '${f.currency ?? 'GBP'}', CAST(${f.buyer ?? 'NULL'} AS BIGINT), CAST(${f.amount ?? 3} AS BIGINT), ${f.twin ? `'${f.twin}'` : 'CAST(NULL AS VARCHAR)'}`;
const leads: MadeRows = {
  path: 'marts/leads.sql',
  says: 'a seller’s orders of a lead in a region, what they are worth, and whether a twin explains all',
  reads: {
    lead_evidence: rows(
      FOUND_COLUMNS,
      ...[foundRow('1', { buyer: 1, day: '04' }), foundRow('2', { buyer: 1, amount: 5 }), foundRow('3', { buyer: 2, day: '06' })],
      ...[foundRow('4', { currency: 'EUR' }), foundRow('5', { twin: 'presents', gmv: 7 })],
      foundRow('6', { region: 'DE', currency: 'EUR' }),
      foundRow('gone', { seller: 'gone' }),
      ...[foundRow('7', { seller: 'b', twin: 'presents' }), foundRow('8', { seller: 'b', twin: 'presents' })],
      ...[
        foundRow('9', { lead: 'reused_tracking', twin: 'one_parcel' }),
        foundRow('0', { lead: 'reused_tracking', twin: 'one_place' }),
      ],
    ),
    recent_orders: recent(
      ...['1', '2', '3', '4', '5', '9', '0', 'x'].map((id) => ({ seller: 'a', id })),
      { seller: 'a', id: '6', region: 'DE' },
      ...['7', '8'].map((id) => ({ seller: 'b', id })),
      { seller: 'c', id: '7' },
    ),
  },
  gives: [
    'brushing:a:DE brushing a DE open 1 0 - 0 1 2026-11-05 2026-11-05 3 100 EUR',
    'brushing:a:GB brushing a GB open 5 1 presents 2 8 2026-11-04 2026-11-06 5 300 GBP',
    'brushing:b:GB brushing b GB explained 2 2 presents 0 2 2026-11-05 2026-11-05 3 0 GBP',
    'reused_tracking:a:GB reused_tracking a GB explained 2 2 several 0 8 2026-11-05 2026-11-05 3 0 GBP',
  ],
};

const LEAD_COLUMNS = 'lead, seller_id, region, status, orders';
const lookedFor: MadeRows = {
  path: 'marts/leads_looked_for.sql',
  says: 'of how many orders of a region each lead could be told, and what was found',
  reads: {
    leads: rows(
      LEAD_COLUMNS,
      "'brushing', 'a', 'GB', 'open', CAST(3 AS BIGINT)",
      "'brushing', 'a', 'DE', 'open', CAST(4 AS BIGINT)",
      "'brushing', 'b', 'GB', 'explained', CAST(5 AS BIGINT)",
    ),
    identifiers: rows('seller_id', "'a'", "'a'", "'c'"),
    recent_orders: recent(
      { seller: 'a', id: '1', buyer: 1 },
      { seller: 'a', id: '2', buyer: 1, scanned: '05 12:00:00' },
      { seller: 'b', id: '3', scanned: '05 12:00:00', confirmed: '05 12:00:00' },
      { seller: 'b', id: '4', scanned: '05 12:00:00', confirmed: '05 12:00:00', due: '05 12:00:00' },
      { seller: 'a', id: '5', buyer: 1, region: 'DE', number: 'X' },
    ),
  },
  night: asking({ not_looked_for: ['late_masking'], look_back_days: 10 }),
  gives: [
    'brushing ALL true 5 3 12 2 1 2026-11-07',
    'brushing DE true 1 1 4 1 1 2026-11-07',
    'brushing GB true 4 2 8 2 1 2026-11-07',
    'late_masking ALL false 5 1 0 0 0 2026-11-07',
    'late_masking DE false 1 0 0 0 0 2026-11-07',
    'late_masking GB false 4 1 0 0 0 2026-11-07',
    're_registration ALL true 5 3 0 0 0 2026-11-07',
    're_registration DE true 1 1 0 0 0 2026-11-07',
    're_registration GB true 4 2 0 0 0 2026-11-07',
    'reused_tracking ALL true 5 1 0 0 0 2026-11-07',
    'reused_tracking DE true 1 1 0 0 0 2026-11-07',
    'reused_tracking GB false 4 0 0 0 0 2026-11-07',
    'scan_before_order ALL true 5 3 0 0 0 2026-11-07',
    'scan_before_order DE false 1 0 0 0 0 2026-11-07',
    'scan_before_order GB true 4 3 0 0 0 2026-11-07',
  ],
};

/** Drawn orders in windows of ten seconds, which are tried one by one. */
const drawn = drawnOrders(4, 40);
const brushingDrawn: MadeRows = {
  path: 'leads/brushing/brushing_evidence.sql',
  says: 'the orders that the rule, tried on every window, finds',
  reads: {
    recent_orders: recent(
      ...drawn.map(({ seller, id, at, buyer }) => ({
        seller,
        id,
        buyer,
        at: `10 00:${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
      })),
    ),
  },
  night: asking({ brushing: { orders_per_buyer: 3, window_seconds: WINDOW } }),
  shows: 'seller_id, order_id',
  gives: foundByHand(drawn, 3),
};

/** Nothing landed: no lead is found, and none is said to be measured. */
const nothing: MadeRows = {
  path: 'marts/leads_looked_for.sql',
  says: 'nothing where no orders are looked at',
  reads: { leads: none(LEAD_COLUMNS), recent_orders: recent(), identifiers: none('seller_id') },
  gives: [],
};

/** Where no action against anybody landed nobody can be told to have come back. */
const noActions: MadeRows = {
  path: 'marts/leads_looked_for.sql',
  says: 'that nobody was looked for who came back where no action landed',
  reads: { leads: none(LEAD_COLUMNS), recent_orders: recent({ seller: 'a', id: '1' }), identifiers: rows('seller_id', "'a'") },
  night: { ...asking({ look_back_days: 10 }), landed: ['orders', 'identifiers'] },
  shows: 'lead, region, is_measured, could_tell',
  gives: ['brushing', 'late_masking', 're_registration', 'reused_tracking', 'scan_before_order'].flatMap((lead) =>
    ['ALL', 'GB'].map((region) => `${lead} ${region} false 0`),
  ),
};

export const MADE_LEADS: readonly MadeRows[] = [
  looked,
  brushing,
  brushingDrawn,
  scanned,
  reused,
  masked,
  evidence,
  leads,
  lookedFor,
  nothing,
  noActions,
];
