/** Which orders are judged again, when, and what is counted of the ledger, over made rows. The run date is 16 November. */
import type { Policies } from '../../policies/policy.js';
import { OUTCOME_CODES } from '../../sql/outcome-codes.js';
import { MADE_POLICIES, type MadeRows, none, type Rows, rows } from './made-rows.js';

const ORDER = "'s' AS seller_id, 'GB' AS region, TIMESTAMP '2026-11-02 10:00:00' AS placed_at, DATE '2026-11-02' AS placed_day";
const placed = (id: string, more = ''): string => `'${id}' AS order_id, ${ORDER}${more}`;
const opened = (id: string, moment: string): string =>
  `'s' AS seller_id, '${id}' AS order_id, TIMESTAMP '${moment}' AS case_opened_at`;

const recheck: MadeRows = {
  path: 'outcomes/order_outcomes.sql',
  says: 'on which day a moment that lies ahead comes about',
  night: { base_date: undefined },
  reads: {
    orders: {
      of: 'orders',
      rows: [
        ...['a-just-in-time', 'b-at-midnight', 'c-by-noon', 'd-later', 'e-later-still'].map((id) => placed(id)),
        placed('f-tonight', ", DATE '2026-11-16' AS delivered_day"),
        placed('g-tomorrow', ", DATE '2026-11-17' AS delivered_day"),
        placed('h-the-sooner', ", DATE '2026-11-19' AS delivered_day, DATE '2026-11-18' AS cancelled_day"),
      ],
    },
    order_events: {
      of: 'order_events',
      rows: [
        opened('a-just-in-time', '2026-11-16 23:59:59.999999'),
        opened('b-at-midnight', '2026-11-17 00:00:00'),
        opened('c-by-noon', '2026-11-17 11:59:00'),
        // No day of any zone begins later than twelve hours before that of UTC.
        opened('d-later', '2026-11-20 11:59:00'),
        opened('e-later-still', '2026-11-20 12:00:00'),
      ],
    },
    exemption_candidates: none('subject, seller_id, subject_id, metric, exemption_id, reason'),
    judged_before: none('order_id'),
  },
  shows: 'order_id, recheck_on',
  gives: [
    ...['a-just-in-time -', 'b-at-midnight 2026-11-17', 'c-by-noon 2026-11-17', 'd-later 2026-11-19', 'e-later-still 2026-11-20'],
    ...['f-tonight -', 'g-tomorrow 2026-11-17', 'h-the-sooner 2026-11-18'],
  ],
};

const forgivenReview: MadeRows = {
  path: 'outcomes/order_outcomes.sql',
  says: 'that as many stars as still count are forgiven where the review is about logistics and dispatch was in time',
  night: { base_date: undefined },
  reads: {
    ...recheck.reads,
    orders: {
      of: 'orders',
      rows: [
        placed(
          'a',
          `, TIMESTAMP '2026-10-03' AS delivered_at, DATE '2026-10-03' AS delivered_day, TIMESTAMP '2026-10-02' AS ship_by,
          TIMESTAMP '2026-10-02' AS milestone_at, DATE '2026-10-02' AS milestone_day`,
        ),
      ],
    },
    order_events: {
      of: 'order_events',
      rows: ["'s' AS seller_id, 'a' AS order_id, 2 AS rating, 'logistics' AS about, TIMESTAMP '2026-10-05' AS reviewed_at"],
    },
  },
  shows: 'order_id, negative_review_reason',
  gives: ['a logistics_review'],
};

const KEYS = 'seller_id, order_id';
const LEDGER = 'seller_id, order_id, region, carrier, recheck_on, first_day, final_day';
const SCOPE = 'exemption_id, seller_id, order_id, region, carrier, valid_from, valid_to';
const NO_KEYS = none(KEYS);
const of = (id: string, seller: string, region: string, carrier: string, recheckOn = 'NULL'): string =>
  `'${seller}', '${id}', '${region}', '${carrier}', ${recheckOn}, DATE '2026-10-01', DATE '2026-11-01'`;
const LEDGER_ROWS = rows(
  LEDGER,
  ...[of('1', 's1', 'GB', 'Swift'), of('2', 's1', 'DE', 'Parcelline'), of('3', 's2', 'GB', 'Parcelline')],
);
const decided = (says: string, scope: string, gives: string[]): MadeRows => ({
  path: 'outcomes/orders_to_judge.sql',
  says: `orders of a decided exemption: ${says}`,
  reads: {
    'accepted exemptions': rows(SCOPE, `'new', ${scope}`, "'known', NULL, NULL, NULL, NULL, NULL, NULL"),
    'accepted_news exemptions': rows('exemption_id', "'new'"),
    ...{ 'accepted_news orders': NO_KEYS, event_news: NO_KEYS, 'base_ledger order_outcomes': LEDGER_ROWS },
  },
  shows: KEYS,
  gives,
});
const NOBODY = none(SCOPE);
const toJudge: MadeRows[] = [
  decided('of all', 'NULL, NULL, NULL, NULL, NULL, NULL', ['s1 1', 's1 2', 's2 3']),
  decided('of an order', "NULL, '2', NULL, NULL, NULL, NULL", ['s1 2']),
  decided('of an order, whoever is named with it', "'s2', '2', NULL, NULL, NULL, NULL", ['s1 2']),
  decided('of a seller', "'s1', NULL, NULL, NULL, NULL, NULL", ['s1 1', 's1 2']),
  decided('of a region', "NULL, NULL, 'GB', NULL, NULL, NULL", ['s1 1', 's2 3']),
  decided('of a carrier', "NULL, NULL, NULL, 'Swift', NULL, NULL", ['s1 1']),
  decided('of a seller and a carrier', "'s1', NULL, NULL, 'Parcelline', NULL, NULL", ['s1 2']),
  decided('until their first day', "'s2', NULL, NULL, NULL, NULL, DATE '2026-10-01'", ['s2 3']),
  decided('no longer on their first day', "'s2', NULL, NULL, NULL, NULL, DATE '2026-09-30'", []),
  decided('from their final day on', "'s2', NULL, NULL, NULL, DATE '2026-11-01', NULL", ['s2 3']),
  decided('later than their final day', "'s2', NULL, NULL, NULL, DATE '2026-11-02', NULL", []),
  {
    path: 'outcomes/orders_to_judge.sql',
    says: 'what landed, what something landed for, and that of which a moment has come about, each once',
    reads: {
      'accepted exemptions': NOBODY,
      'accepted_news exemptions': none('exemption_id'),
      'accepted_news orders': rows(KEYS, "'s1', 'landed'", "'s1', 'both'", "'s1', 'landed'"),
      event_news: rows(KEYS, "'s1', 'event'", "'s1', 'both'"),
      'base_ledger order_outcomes': rows(
        LEDGER,
        of('yesterday', 's', 'GB', 'Swift', "DATE '2026-11-15'"),
        of('tonight', 's', 'GB', 'Swift', "DATE '2026-11-16'"),
        of('tomorrow', 's', 'GB', 'Swift', "DATE '2026-11-17'"),
      ),
    },
    shows: KEYS,
    gives: ['s tonight', 's yesterday', 's1 both', 's1 event', 's1 landed'],
  },
];

/** Two orders that were never handed over; one exemption. */
const exempted = (says: string, scope: string, gives: string[]): MadeRows => ({
  path: 'outcomes/exemption_candidates.sql',
  says: `orders that one exemption covers: ${says}`,
  reads: {
    orders: {
      of: 'orders',
      rows: [
        "'1' AS order_id, 's1' AS seller_id, 'GB' AS region, 'Swift' AS carrier",
        "'2' AS order_id, 's2' AS seller_id, 'DE' AS region, 'Parcelline' AS carrier",
      ].map((order) => `${order}, TIMESTAMP '2026-10-03 10:00:00' AS ship_by, DATE '2026-10-03' AS ship_by_day`),
    },
    order_events: { of: 'order_events', rows: [] },
    conversations: { of: 'conversations', rows: [] },
    landed_outcomes: { of: 'landed_outcomes', rows: [] },
    exemptions: { of: 'exemptions', rows: [`'e' AS exemption_id, '|late_dispatch|' AS metrics, 'storm' AS reason, ${scope}`] },
  },
  shows: 'subject_id, metric, exemption_id, reason',
  gives,
});
const FIRST = ['1 late_dispatch e storm'];
const candidates: MadeRows[] = [
  exempted('of an order', "'1' AS order_id", FIRST),
  exempted('of a seller', "'s1' AS seller_id", FIRST),
  exempted('of a region', "'GB' AS region", FIRST),
  exempted('of a carrier', "'Swift' AS carrier", FIRST),
  exempted('of all', "DATE '2026-10-03' AS valid_from", [...FIRST, '2 late_dispatch e storm']),
  exempted('of nothing any more', "DATE '2026-10-02' AS valid_to", []),
];

const CONVERSATION_ROWS: Rows = { of: 'conversation_outcomes', rows: [] };
/**
 * Late dispatch is final after two days, so that ninety days and the ninety before begin on 19 May; what lands is kept for as long as
 * the slowest metric takes, 45 days.
 */
const dispatched = (day: string, more = "DATE '2026-11-02' AS placed_day"): string =>
  `'GB' AS region, 2 AS late_dispatch, DATE '${day}' AS late_dispatch_day, 'late' AS late_dispatch_reason, 1 AS weight, 1 AS units, ${more}`;
const landed = (day: string): string => `'GB' AS region, 'damaged_parcels' AS metric, DATE '${day}' AS cohort_day, 1 AS outcome`;
const outcomesOfRegions: MadeRows = {
  path: 'marts/region_outcomes.sql',
  says: 'as far back as the periods of regions reach, orders placed by the run date',
  reads: {
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [
        ...['2026-05-19', '2026-05-18', '2026-05-17', '2026-05-16'].map((day) => dispatched(day)),
        dispatched('2026-11-12', "DATE '2026-11-16' AS placed_day"),
        dispatched('2026-11-11', "DATE '2026-11-17' AS placed_day"),
        dispatched('2026-11-16'),
        dispatched('2026-11-17'),
      ],
    },
    conversation_outcomes: CONVERSATION_ROWS,
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: ['2026-04-06', '2026-04-05'].map(landed) },
  },
  shows: 'metric, cohort_day, outcome, orders',
  gives: [
    ...['damaged_parcels 2026-04-06 1 1', 'late_dispatch 2026-05-19 2 1', 'late_dispatch 2026-11-12 2 1'],
    'late_dispatch 2026-11-16 5 1',
  ],
};

/** A seller's currencies, orders and value in a region. */
const sold = (id: string, region: string, currency: string, weight = 1, day = '2026-11-10', final = '2026-12-01'): string =>
  `'s' AS seller_id, '${id}' AS order_id, '${region}' AS region, '${currency}' AS currency, ${weight} AS weight, 100 AS gmv_minor,
   DATE '${day}' AS placed_day, DATE '${final}' AS final_day`;
const periods: MadeRows = {
  path: 'marts/seller_periods.sql',
  says: 'the value in the currency of the region, and how many orders are in another; orders of tomorrow are none yet',
  reads: {
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [
        ...[sold('1', 'DE', 'EUR'), sold('2', 'DE', 'EUR', 1, '2026-11-17')],
        ...[
          sold('1', 'GB', 'EUR'),
          sold('2', 'GB', 'GBP'),
          sold('3', 'GB', 'GBP'),
          sold('4', 'GB', 'EUR'),
          sold('4', 'GB', 'EUR', -1),
        ],
        ...[
          sold('5', 'GB', 'USD', 1, '2026-11-17'),
          sold('6', 'GB', 'USD', 1, '2026-10-19'),
          sold('7', 'GB', 'USD', 1, '2026-10-20'),
        ],
        ...[sold('1', 'elsewhere', 'EUR', 1, '2026-11-17'), sold('9', 'DE', 'EUR').replace("'s'", "'t'")],
        // All that was ordered there is taken back: it is no region of the seller's.
        ...['left', 'FR'].flatMap((region) => [sold('8', region, 'EUR'), sold('8', region, 'EUR', -1)]),
      ],
    },
    conversation_outcomes: {
      of: 'conversation_outcomes',
      rows: [
        ['s', 'DE'],
        ['s', 'FR'],
        ['s', 'asked'],
        ['u', 'DE'],
      ].map(([seller, region]) => `'${seller}' AS seller_id, '${region}' AS region, 1 AS weight`),
    },
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [`'s' AS seller_id, ${landed('2026-09-20')}`] },
  },
  shows: `seller_id, region, currency, orders_current_28d, gmv_current_28d, foreign_current_28d, foreign_previous_28d,
    damaged_parcels_current_90d_counted`,
  gives: [
    ...['s DE EUR 1 100 0 0 0', 's FR - 0 0 0 0 0', 's GB GBP 4 200 2 1 1', 's asked - 0 0 0 0 0'],
    // What is only asked about brings no currency.
    ...['t DE EUR 1 100 0 0 0', 'u DE - 0 0 0 0 0'],
  ],
};

const codes = (id: string, code: string, reason = 'NULL', weight = 1): string =>
  `'${id}' AS order_id, 's' AS seller_id, ${weight} AS weight, ${code} AS late_dispatch, ${reason} AS late_dispatch_reason,
   1 AS late_delivery, DATE '2026-12-24' AS late_dispatch_day`;
const mayBeListed: MadeRows = {
  path: 'outcomes/listed_outcomes.sql',
  says: 'what is anything but met, excluded for more than what it is, and whatever takes such a row back',
  reads: {
    order_outcomes: {
      of: 'order_outcomes',
      rows: [
        codes('asked-in-none', 'NULL'),
        codes('excluded', '4', "'cancelled_by_buyer'"),
        codes('fault', '2', "'late'"),
        codes('fault', '2', "'late'", -1),
        codes('forgiven', '3', "'exemption'"),
        codes('forgiven-as-met', '6', "'exemption'"),
        codes('met', '1'),
        codes('met', '1', 'NULL', -1),
        codes('platform-fulfilled', '4', "'platform_fulfilled'"),
        `'of-another-metric' AS order_id, 's' AS seller_id, 1 AS weight, 1 AS late_dispatch, 2 AS late_delivery, 'late' AS late_delivery_reason`,
      ],
    },
  },
  shows: 'order_id, weight, late_dispatch_reason, late_delivery',
  gives: [
    ...['excluded 1 cancelled_by_buyer 1', 'fault -1 late 1', 'fault 1 late 1', 'forgiven 1 exemption 1'],
    ...['forgiven-as-met 1 exemption 1', 'of-another-metric 1 - 2'],
  ],
};

const listedOrder = (id: string, placedOn: string, more = ''): string =>
  `'${id}' AS order_id, 's' AS seller_id, 'GB' AS region, 'now' AS judged_in, 1 AS weight, 2 AS late_dispatch, 'late' AS late_dispatch_reason,
   DATE '2026-11-10' AS late_dispatch_day, DATE '${placedOn}' AS placed_day, DATE '2026-11-20' AS final_day ${more}`;
const detailsOfOrders: MadeRows = {
  path: 'marts/outcome_details.sql',
  says: 'orders placed by the run date',
  reads: {
    'ledger listed_outcomes': {
      of: 'order_outcomes',
      rows: ['2026-11-16', '2026-11-17'].map((day) => listedOrder(`of-${day}`, day)),
    },
    conversation_outcomes: CONVERSATION_ROWS,
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [] },
  },
  shows: 'subject_id, metric, outcome, reason',
  gives: ['of-2026-11-16 late_dispatch fault late'],
};

/** An order as the run of the 15th judged it and as it is judged now: met, then late unless said. */
interface Judged {
  id: string;
  was?: string;
  is: string;
  metric?: string;
}
const judgedAgain: Judged[] = [
  { id: 'case', is: "TIMESTAMP '2026-11-01' AS case_opened_at" },
  { id: 'exemption', is: "'e' AS late_dispatch_exemption, TIMESTAMP '2026-11-01' AS case_opened_at" },
  { id: 'order', is: '2 AS row_hash, 5 AS rating' },
  { id: 'policy', is: '1 AS row_hash' },
  { id: 'question', is: "TIMESTAMP '2026-11-01' AS contacted_at" },
  { id: 'return', is: "TIMESTAMP '2026-11-01' AS refunded_at, TIMESTAMP '2026-11-01' AS contacted_at" },
  { id: 'review', is: '5 AS rating' },
  {
    id: 'final-then',
    metric: 'seller_cancellation',
    was: "DATE '2026-11-15' AS seller_cancellation_final",
    is: "2 AS row_hash, DATE '2026-11-14' AS seller_cancellation_final",
  },
  {
    id: 'open-then',
    metric: 'seller_cancellation',
    was: "DATE '2026-11-16' AS seller_cancellation_final",
    is: "2 AS row_hash, DATE '2026-11-14' AS seller_cancellation_final",
  },
];
const judgedRow = (outcome: number, run: string, { id, metric = 'late_dispatch' }: Judged, more: string): string =>
  `'${id}' AS order_id, 's' AS seller_id, 'GB' AS region, '${run}' AS judged_in, 1 AS weight, ${outcome} AS ${metric},
   DATE '2026-10-01' AS ${metric}_day, ${more}`;
const restated: MadeRows = {
  path: 'marts/restatements.sql',
  says: 'what was final on the day of the run before and is otherwise now, and what changed it',
  reads: {
    judged_before: {
      of: 'order_outcomes',
      rows: judgedAgain.map((one) => judgedRow(1, '2026-11-15-001', one, one.was ?? '1 AS row_hash')),
    },
    order_outcomes: {
      of: 'order_outcomes',
      rows: judgedAgain.map((one) =>
        judgedRow(2, '2026-11-16-001', one, one.is.includes('row_hash') ? one.is : `${one.is}, 1 AS row_hash`),
      ),
    },
    conversation_outcomes: CONVERSATION_ROWS,
    'previous conversation_outcomes': CONVERSATION_ROWS,
  },
  shows: 'subject_id, previous_outcome, outcome, changed_by',
  gives: [
    'case met fault cases',
    'exemption met fault exemptions',
    'final-then met fault orders',
    'order met fault orders',
  ].concat([
    'policy met fault policy',
    'question met fault conversations',
    'return met fault returns',
    'review met fault reviews',
  ]),
};

const eventsNobodyLooksAt: MadeRows = {
  path: 'staging/order_events.sql',
  says: 'events of sources that a rule looks at, and none of the others',
  night: {
    base_date: undefined,
    policies: { ...MADE_POLICIES, metrics: MADE_POLICIES.metrics.filter(({ metric }) => metric === 'negative_review') },
  },
  reads: {
    'accepted reviews': { of: 'accepted reviews', rows: ["'1' AS order_id, 's' AS seller_id, 'r' AS review_id, 5 AS rating"] },
    'accepted returns': { of: 'accepted returns', rows: ["'2' AS order_id, 's' AS seller_id, 'r' AS return_id"] },
    'accepted cases': { of: 'accepted cases', rows: [] },
    'accepted conversations': {
      of: 'accepted conversations',
      rows: ["'3' AS order_id, 's' AS seller_id, 'c' AS conversation_id, 'buyer' AS opened_by, 'human' AS kind"],
    },
  },
  shows: 'order_id, rating',
  gives: ['1 5'],
};

const NO_EVENTS = Object.fromEntries(
  [
    ['reviews', 'review_id'],
    ['cases', 'case_id'],
    ['conversations', 'conversation_id'],
  ].flatMap(([dataset, key]) => ['accepted', 'accepted_news'].map((kind) => [`${kind} ${dataset}`, none(`${key}, ${KEYS}`)])),
);
const eventNews: MadeRows = {
  path: 'staging/event_news.sql',
  says: 'the order that an event belongs to and the one that it belonged to, and no order of what belongs to none',
  reads: {
    ...NO_EVENTS,
    'accepted returns': rows(`return_id, ${KEYS}`, "'moved', 's', 'was'", "'moved', 's', 'is'", "'old', 's', 'untouched'"),
    'accepted_news returns': rows(`return_id, ${KEYS}`, "'moved', 's', 'is'"),
    'accepted_news conversations': rows(`conversation_id, ${KEYS}`, "'asked', 's', NULL"),
  },
  shows: KEYS,
  gives: ['s is', 's was'],
};

/** A seller with an order of which nothing counts yet is there all the same: whether it is judged hangs on it. */
const onlyPlaced: MadeRows = {
  path: 'marts/seller_counts.sql',
  says: 'who has orders, also where no metric counts any',
  reads: {
    'ledger order_outcomes': { of: 'order_outcomes', rows: [sold('1', 'GB', 'GBP'), sold('2', 'GB', 'GBP', 1, '2026-11-17')] },
    conversation_outcomes: { of: 'conversation_outcomes', rows: [] },
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [] },
  },
  shows: 'seller_id, region, placed_90',
  gives: ['s GB 1'],
};

const [BOTH] = MADE_POLICIES.programmes as [Policies['programmes'][0]];
const carriedBy = (order: string, carrier: string | null): string =>
  `${sold(order, 'GB', 'GBP')}, ${carrier === null ? 'NULL' : `'${carrier}'`} AS carrier, ${OUTCOME_CODES.fault} AS late_dispatch,
   DATE '2026-11-10' AS late_dispatch_day`;
/** All classes of carriers, and the others: that comes down to whoever is known. */
const anyCarrier: MadeRows = {
  path: 'marts/seller_counts.sql',
  says: 'of all classes of carriers together every order whose carrier is known',
  night: {
    policies: {
      ...MADE_POLICIES,
      programmes: [
        {
          ...BOTH,
          metrics: [
            {
              ...BOTH.metrics[0]!,
              metric: 'any_carrier',
              of: 'late_dispatch',
              title: '',
              where: { carrier: { names: [], not: true } },
            },
          ],
        },
      ],
    },
  },
  reads: {
    'ledger order_outcomes': { of: 'order_outcomes', rows: [carriedBy('1', 'ups'), carriedBy('2', 'dhl'), carriedBy('3', null)] },
    conversation_outcomes: { of: 'conversation_outcomes', rows: [] },
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [] },
  },
  shows: 'seller_id, any_carrier_28_fault',
  gives: ['s 2'],
};

const OF_A_FILE = 'dataset, dt, file_id, region, landed, accepted, quarantined, late, newest_updated_at';
const ofAFile = (id: string, day: string): string => `'orders', DATE '${day}', '${id}', 'GB', 3, 2, 1, 0, NULL`;
const countedFiles = (says: string, night: MadeRows['night'], gives: string[]): MadeRows => ({
  path: 'staging/landed_counts.sql',
  says,
  ...(night ? { night } : {}),
  reads: {
    'counts news': rows(OF_A_FILE, ofAFile('tonight', '2026-11-16'), ofAFile('late', '2026-11-14')),
    'previous landed_counts': rows(OF_A_FILE, ofAFile('yesterday', '2026-11-15')),
  },
  gives: gives.map((one) => `${one} GB 3 2 1 0 -`),
});
const counted: MadeRows[] = [
  countedFiles('files that are news, beside those that the base run counted', undefined, [
    ...['orders 2026-11-14 late', 'orders 2026-11-15 yesterday', 'orders 2026-11-16 tonight'],
  ]),
  countedFiles('without a base run all files, which are all news', { base_date: undefined }, [
    ...['orders 2026-11-14 late', 'orders 2026-11-16 tonight'],
  ]),
];

export const MADE_LEDGER: readonly MadeRows[] = [
  ...[
    recheck,
    anyCarrier,
    ...counted,
    forgivenReview,
    ...toJudge,
    ...candidates,
    outcomesOfRegions,
    onlyPlaced,
    periods,
    mayBeListed,
    detailsOfOrders,
    restated,
    eventsNobodyLooksAt,
    eventNews,
  ],
];
