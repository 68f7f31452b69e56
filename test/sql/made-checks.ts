/** Nights that a check stops or warns of, and nights beside them that it lets pass. The run date is 16 November. */
import { LANDING } from '../../contracts/landing/index.js';
import { MADE_POLICIES, type MadeRows, none, rows, withLowVolume } from './made-rows.js';

const COUNTS = 'dataset, dt, file_id, region, landed, accepted, quarantined';
const TODAY = "DATE '2026-11-16'";
const YESTERDAY = "DATE '2026-11-15'";
const counts = (...of: string[]) => ({ landed_counts: rows(COUNTS, ...of) });

const EVENT_DAYS = ['confirmed_day', 'first_scan_day', 'delivered_day', 'cancelled_day'];
const LEDGER = `seller_id, order_id, region, judged_in, weight, placed_day, placed_at, ${EVENT_DAYS.join(', ')}`;
const order = (id: string, judged: string, weight: number, day: string, seller = 's', events: Record<string, string> = {}) =>
  `'${seller}', '${id}', 'GB', '${judged}', ${weight}, ${day}, TIMESTAMP '2026-11-17 08:00:00', ${EVENT_DAYS.map((of) => `CAST(${events[of] ?? 'NULL'} AS DATE)`).join(', ')}`;
const TOMORROW = "DATE '2026-11-17'";

const ledgerChecks: MadeRows[] = [
  {
    path: 'checks/moments_after_the_run_date.sql',
    says: 'orders of tomorrow that stand; not those of tonight, nor one that is taken back',
    reads: {
      ledger: rows(
        LEDGER,
        order('tomorrow', 'now', 1, TOMORROW),
        order('tonight', 'now', 1, TODAY),
        order('taken-back', 'then', 1, TOMORROW),
        order('taken-back', 'then', -1, TOMORROW),
        order('judged-again', 'then', 1, TOMORROW),
        order('judged-again', 'then', -1, TOMORROW),
        order('judged-again', 'now', 1, TOMORROW),
        // Of another seller, or another order, with all else alike: takes nothing back.
        order('tomorrow', 'now', -1, TOMORROW, 'other'),
        order('other', 'now', -1, TOMORROW),
        ...EVENT_DAYS.map((day) => order(day, 'now', 1, TODAY, 's', { [day]: TOMORROW })),
        order('all-tonight', 'now', 1, TODAY, 's', Object.fromEntries(EVENT_DAYS.map((day) => [day, TODAY]))),
      ),
    },
    gives: [
      ...EVENT_DAYS.toSorted().map((day) => `s ${day} GB 2026-11-17T08:00:00.000Z  ${day}`),
      's judged-again GB 2026-11-17T08:00:00.000Z  placed_day',
      's tomorrow GB 2026-11-17T08:00:00.000Z  placed_day',
    ],
  },
  {
    path: 'checks/orders_in_other_currencies.sql',
    says: 'orders that stand in another currency than their region’s, of ninety days',
    reads: {
      ledger: rows(
        'region, currency, weight, placed_day',
        ...["'DE', 'USD', 1, DATE '2026-11-16'", "'DE', 'USD', 1, DATE '2026-08-19'", "'DE', 'EUR', 1, DATE '2026-11-16'"],
        ...["'DE', 'USD', 1, DATE '2026-11-17'", "'DE', 'USD', 1, DATE '2026-08-18'", "'GB', 'EUR', 1, DATE '2026-11-16'"],
        ...["'GB', 'USD', 1, DATE '2026-11-16'", "'GB', 'USD', -1, DATE '2026-11-16'"],
      ),
    },
    gives: ['DE USD 2', 'GB EUR 1'],
  },
  ...judgedOnce('each order once', { judged: [1, 2], before: 1, base: [1, 1, -1], stand: [1, 1] }, []),
  ...judgedOnce('an order twice in the ledger', { judged: [1, 2], before: 1, base: [1], stand: [1, 1, 1] }, ['2 1 1 3 2']),
  ...judgedOnce('an order that is not judged', { judged: [1], before: 1, base: [1], stand: [1, 1] }, ['2 1 1 2 1']),
  ...judgedOnce('an order that was judged twice', { judged: [1, 2, 3], before: 1, base: [1], stand: [1, 1] }, ['2 1 1 2 3']),
  {
    path: 'checks/orders_judged_once.sql',
    says: 'a first night, which judges each order once',
    night: { base_date: undefined },
    reads: {
      orders: rows('order_id', "'a'", "'b'"),
      ledger: rows('weight', '1', '1'),
      order_outcomes: rows('order_id, seller_id, judged_in', "'a', 's', '2026-11-16-001'", "'b', 's', '2026-11-16-001'"),
    },
    gives: [],
  },
];

/** Two orders tonight; `judged` are those of them in tonight's part, the rest weights of the base run's and tonight's ledger. */
function judgedOnce(
  says: string,
  { judged, before, base, stand }: { judged: number[]; before: number; base: number[]; stand: number[] },
  gives: string[],
): MadeRows[] {
  const weights = (of: number[]) => rows('weight', ...of.map(String));
  const reads = {
    orders: rows('order_id', "'1'", "'2'"),
    judged_before: rows('n', ...Array.from({ length: before }, () => '1')),
    base_ledger: weights(base),
    ledger: weights(stand),
    order_outcomes: rows(
      'order_id, seller_id, judged_in',
      ...judged.map((id) => `'${id}', 's', '2026-11-16-001'`),
      // A row that is taken back says in which run it was judged.
      "'1', 's', '2026-11-15-001'",
    ),
  };
  return [{ path: 'checks/orders_judged_once.sql', says, reads, gives }];
}

const METRICS = 'programme, metric, window_days, verdict, unit, met, fault, forgiven, excluded, pending';
const metric = (name: string, numbers: string, verdict = 'met', unit = 'orders', programme = 'both') =>
  `'${programme}', '${name}', 28, '${verdict}', '${unit}', ${numbers}`;
const DETAILS = 'programme, metric, outcome';
const details = (name: string, ...outcomes: string[]) => outcomes.map((outcome) => `'both', '${name}', '${outcome}'`);
const REGIONS = 'region, metric, window_days, met, fault, forgiven, excluded, pending';

const sumChecks: MadeRows[] = [
  {
    path: 'checks/outcome_details_are_what_is_counted.sql',
    says: 'metrics of which other orders are listed than are counted; fewer excluded ones are right',
    reads: {
      outcome_details: rows(
        DETAILS,
        ...details('right', 'fault', 'forgiven', 'excluded'),
        ...details('one_fault_missing', 'fault', 'forgiven'),
        ...details('one_forgiven_more', 'forgiven', 'forgiven'),
        ...details('one_excluded_more', 'excluded', 'excluded'),
        ...details('items', 'fault'),
      ),
      seller_metrics: rows(
        METRICS,
        metric('right', '9, 1, 1, 0, 9'),
        metric('right', '9, 0, 0, 2, 9'),
        metric('one_fault_missing', '9, 2, 1, 0, 9'),
        metric('one_forgiven_more', '9, 0, 1, 0, 9'),
        metric('one_excluded_more', '9, 0, 0, 1, 9'),
        metric('nothing_listed', '9, 1, 0, 5, 9'),
        metric('nothing_to_list', '9, 0, 0, 5, 9'),
        metric('items', '9, 3, 0, 0, 9', 'met', 'items'),
        metric('not_measured', '9, 3, 0, 0, 9', 'not_measured'),
      ),
    },
    gives: [
      'both nothing_listed 1 0 0 0 5 0',
      'both one_excluded_more 0 0 0 0 1 2',
      'both one_fault_missing 2 1 1 1 0 0',
      'both one_forgiven_more 0 0 1 2 0 0',
    ],
  },
  {
    path: 'checks/seller_metrics_add_up.sql',
    says: 'metrics of a programme of every region whose cards count otherwise than the regions, in a window of all sellers',
    night: { policies: withLowVolume('both', 10, 60) },
    reads: {
      seller_metrics: rows(
        METRICS,
        metric('right', '1, 1, 1, 1, 1'),
        metric('right', '4, 3, 2, 1, 0', 'missed'),
        ...['met', 'fault', 'forgiven', 'excluded', 'pending'].map((kind) => metric(kind, '5, 4, 3, 2, 1')),
        metric('german', '5, 4, 3, 2, 1', 'met', 'orders', 'german'),
        metric('unmeasured', '5, 4, 3, 2, 1', 'not_measured'),
        metric('no_such_window', '5, 4, 3, 2, 1'),
        metric('late_dispatch', '5, 4, 3, 2, 1'),
      ),
      region_metrics: rows(
        REGIONS,
        "'ALL', 'right', 28, 5, 4, 3, 2, 1",
        "'GB', 'right', 28, 6, 6, 6, 6, 6",
        "'ALL', 'met', 28, 6, 4, 3, 2, 1",
        "'ALL', 'fault', 28, 5, 5, 3, 2, 1",
        "'ALL', 'forgiven', 28, 5, 4, 4, 2, 1",
        "'ALL', 'excluded', 28, 5, 4, 3, 3, 1",
        "'ALL', 'pending', 28, 5, 4, 3, 2, 2",
        "'ALL', 'german', 28, 6, 6, 6, 6, 6",
        "'ALL', 'unmeasured', 28, 6, 6, 6, 6, 6",
        "'ALL', 'no_such_window', 7, 6, 6, 6, 6, 6",
        "'ALL', 'late_dispatch', 28, 6, 6, 6, 6, 6",
      ),
    },
    gives: ['excluded 28 4 4 5 5 2 3', 'fault 28 4 5 5 5 2 2', 'forgiven 28 4 4 5 5 2 2', 'met 28 4 4 5 6 2 2']
      .concat('pending 28 4 4 5 5 2 2')
      .map((row) => `both ${row}`),
  },
];

const landedChecks: MadeRows[] = [
  {
    path: 'checks/accepted_plus_quarantined_is_landed.sql',
    says: 'a file of which a row is neither accepted nor quarantined; regions of a file are taken together',
    reads: counts(
      `'orders', ${TODAY}, 'whole', 'GB', 3, 2, 1`,
      `'orders', ${TODAY}, 'split', 'GB', 3, 3, 1`,
      `'orders', ${TODAY}, 'split', '?', 2, 1, 0`,
      `'orders', ${TODAY}, 'lost', 'GB', 5, 3, 1`,
    ),
    gives: ['orders 2026-11-16 lost 5 3 1'],
  },
  {
    path: 'checks/region_day_without_orders.sql',
    says: 'a region that must land every day and landed nothing tonight',
    reads: counts(
      `'orders', ${YESTERDAY}, 'a', 'GB', 1, 1, 0`,
      `'orders', ${TODAY}, 'a', 'GB', 1, 0, 1`,
      `'reviews', ${TODAY}, 'b', 'GB', 1, 1, 0`,
      `'orders', ${TODAY}, 'c', 'DE', 1, 1, 0`,
      `'orders', ${TODAY}, 'c', 'FR', 4, 4, 0`,
    ),
    gives: ['GB 2026-11-16 2 6'],
  },
  {
    path: 'checks/region_day_without_orders.sql',
    says: 'a region of which no file says anything',
    reads: { landed_counts: none(COUNTS) },
    gives: ['GB 2026-11-16 0 0'],
  },
  {
    path: 'checks/region_day_without_orders.sql',
    says: 'nothing once one order is accepted',
    reads: counts(`'orders', ${TODAY}, 'a', 'GB', 1, 0, 1`, `'orders', ${TODAY}, 'b', 'GB', 1, 1, 0`),
    gives: [],
  },
  {
    path: 'checks/rows_in_quarantine.sql',
    says: 'datasets with rows in quarantine, over all regions',
    reads: {
      run_quality: rows(
        'dataset, region, quarantined, quarantined_today, refused_files',
        "'orders', 'ALL', 2, 1, 1",
        "'orders', 'GB', 2, 1, 0",
        "'reviews', 'ALL', 0, 0, 0",
      ),
    },
    gives: ['orders ALL 2 1 1'],
  },
  {
    path: 'checks/outcomes_of_metrics_nobody_declared.sql',
    says: 'metrics that nobody declared, with their rows and sellers',
    reads: {
      'accepted outcomes': rows(
        'metric, seller_id',
        ...["'undeclared', 's1'", "'undeclared', 's1'", "'undeclared', 's2'"],
        "'damaged_parcels', 's1'",
      ),
    },
    gives: ['undeclared 3 2'],
  },
  {
    path: 'checks/sellers_nobody_described.sql',
    says: 'sellers without a name',
    reads: { scorecards: rows('seller_id, programme, orders, name', "'s1', 'both', 4, NULL", "'s2', 'both', 5, 'Shop'") },
    gives: ['s1 both 4'],
  },
  {
    path: 'checks/scorecards_are_unique.sql',
    says: 'a seller with two cards of a programme',
    reads: { scorecards: rows('seller_id, programme', ...["'s1', 'both'", "'s1', 'both'", "'s1', 'german'", "'s2', 'both'"]) },
    gives: ['s1 both 2'],
  },
];

/** Orders may be rejected up to 2 %. Sixty landed earlier unless said. */
const rejected = (says: string, today: [number, number], before: [number, number], gives: string[]): MadeRows => ({
  path: 'checks/too_many_rejected.sql',
  says,
  reads: counts(
    `'orders', ${TODAY}, 'a', 'GB', ${today[0]}, 0, ${today[1]}`,
    `'orders', ${YESTERDAY}, 'b', 'GB', ${before[0]}, 0, ${before[1]}`,
  ),
  gives,
});
const rejections: MadeRows[] = [
  rejected('nothing at the limit exactly', [50, 1], [100, 2], []),
  rejected('more than the limit over all days', [50, 1], [99, 2], ['orders 149 3 50 1 0.02']),
  rejected('nothing of two rows, however few there are', [1, 1], [1, 1], []),
  rejected('more than the limit tonight', [20, 3], [1000, 0], ['orders 1020 3 20 3 0.02']),
  rejected('nothing tonight of two rows', [20, 2], [1000, 0], []),
  rejected('nothing tonight of nineteen rows', [19, 3], [1000, 0], []),
  rejected('nothing tonight at the limit exactly', [150, 3], [1000, 0], []),
  rejected('more than the limit tonight by one row', [149, 3], [1000, 0], ['orders 1149 3 149 3 0.02']),
  {
    ...rejected('nothing of a file that somebody decided to do without', [30, 30], [60, 0], []),
    night: {
      policies: {
        ...MADE_POLICIES,
        landing: {
          ...MADE_POLICIES.landing,
          accepted_refusals: [{ file: 'a', file_id: 'a', because: 'a test', on: '2026-11-16' }],
        },
      },
    },
  },
];

const EMPTY = none('file_id');
/** One file of one row of everything; of orders what is said. */
const asRead = (orders: string): Record<string, string> => ({
  ...Object.fromEntries(
    Object.keys(LANDING).flatMap((d) => ['accepted', 'accepted_news'].map((k) => [`${k} ${d}`, rows('file_id', "'f'")])),
  ),
  landed_counts: rows('file_id, landed', "'f', 1"),
  'accepted_news orders': orders,
});
const landedRead: MadeRows[] = (
  [
    ['nothing where each row is read once', rows('file_id', "'f'"), []],
    ['rows that are read twice', rows('file_id', "'f'", "'f'"), ['orders accepted_news 1 1 1 2']],
    ['a file that nobody landed in place of a row', rows('file_id', "'f'", "'g'"), ['orders accepted_news 1 2 1 2']],
    ['rows that are not read', EMPTY, ['orders accepted_news 1 0 1 0']],
    ['as many rows as landed, of fewer files', rows('file_id', 'CAST(NULL AS VARCHAR)'), ['orders accepted_news 1 0 1 1']],
  ] as const
).map(([says, orders, gives]) => ({ path: 'checks/landed_rows_are_read.sql', says, reads: asRead(orders), gives }));

const landedCounted: MadeRows = {
  path: 'checks/landed_rows_are_read.sql',
  says: 'counts of files that do not add up to what landed',
  reads: { ...asRead(rows('file_id', "'f'")), landed_counts: rows('file_id, landed', "'f', 1", "'f', 1") },
  gives: ['every counts 1 1 1 2'],
};

const VERSION = 'seller_id, order_id, updated_at, row_hash';
const NOON = "TIMESTAMP '2026-11-16 12:00:00'";
const LATER = "TIMESTAMP '2026-11-16 12:00:01'";
/** Orders of four ids in two versions of one moment; others whose versions differ in the moment, or not at all. */
const versions = rows(
  VERSION,
  ...['1', '2', '3', '4'].flatMap((id) => [`'s', '${id}', ${NOON}, 1`, `'s', '${id}', ${NOON}, 2`]),
  ...[`'s', '1', ${LATER}, 3`, `'s', '1', ${LATER}, 4`],
  ...[`'s', 'later', ${NOON}, 1`, `'s', 'later', ${LATER}, 2`, `'s', 'again', ${NOON}, 1`, `'s', 'again', ${NOON}, 1`],
  ...[`'s', 'of-two', ${NOON}, 1`, `'t', 'of-two', ${NOON}, 2`],
);
const everyDataset = (kind: string): Record<string, string> =>
  Object.fromEntries(
    Object.values(LANDING).map(({ dataset, key }) => [`${kind} ${dataset}`, none(`${key.join(', ')}, updated_at, row_hash`)]),
  );
/** Datasets besides orders of which a moment may be read as unknown. */
const noOther = (kind: string): Record<string, string> =>
  Object.fromEntries(
    ['applications', 'verifications'].map((dataset) => [`${kind} ${dataset}`, none(`${LANDING[dataset]!.key}, cannot_be`)]),
  );
const recordChecks: MadeRows[] = [
  {
    path: 'checks/versions_of_one_moment.sql',
    says: 'how many orders landed tonight in two versions of one moment, and three of them',
    reads: { ...everyDataset('accepted_news'), 'accepted_news orders': versions, judged_before: none(VERSION) },
    gives: ['orders 4 s 1 s 2 s 3'],
  },
  {
    path: 'checks/versions_of_one_moment.sql',
    says: 'orders that landed tonight under the moment of the version that the night before held, with other content',
    reads: {
      ...everyDataset('accepted_news'),
      'accepted_news orders': rows(VERSION, `'s', 'other', ${NOON}, 1`, `'s', 'same', ${NOON}, 1`, `'s', 'newer', ${LATER}, 1`),
      judged_before: rows(
        VERSION,
        ...[`'s', 'other', ${NOON}, 2`, `'s', 'same', ${NOON}, 1`, `'s', 'newer', ${NOON}, 2`, `'s', 'alone', ${NOON}, 2`],
      ),
    },
    gives: ['orders 1 s other - -'],
  },
  {
    path: 'checks/versions_of_one_moment.sql',
    says: 'on a first night those of all that landed',
    night: { base_date: undefined },
    reads: { ...everyDataset('accepted'), 'accepted orders': versions },
    gives: ['orders 4 s 1 s 2 s 3'],
  },
  {
    path: 'checks/moments_that_cannot_be.sql',
    says: 'how many orders landed tonight with moments that cannot be, by which they are, and two of them',
    reads: {
      ...noOther('accepted_news'),
      'accepted_news orders': rows(
        'seller_id, order_id, cannot_be',
        ...[`'s', '1', ' delivered_at'`, `'s', '2', ' delivered_at'`, `'s', '3', ' delivered_at'`],
        ...[`'t', '4', ' delivered_at first_scan_at'`, `'t', '5', ''`],
      ),
    },
    gives: ['orders delivered_at 3 s 1 s 3', 'orders delivered_at first_scan_at 1 t 4 t 4'],
  },
  {
    path: 'checks/moments_that_cannot_be.sql',
    says: 'on a first night those of all that landed',
    night: { base_date: undefined },
    reads: {
      ...noOther('accepted'),
      'accepted orders': rows('seller_id, order_id, cannot_be', `'s', '1', ' confirmed_at'`),
      'accepted verifications': rows('verification_id, cannot_be', `'v', ' checked_at'`),
    },
    gives: ['orders confirmed_at 1 s 1 s 1', 'verifications checked_at 1 v v'],
  },
  {
    path: 'checks/scans_before_the_order.sql',
    says: 'scans more than a day before the order; not of a day, and not of what is taken back',
    reads: {
      order_outcomes: rows(
        'seller_id, order_id, region, weight, placed_at, first_scan_at',
        ...[
          `'s', 'a-day', 'GB', 1, ${NOON}, TIMESTAMP '2026-11-15 12:00:00'`,
          `'s', 'more', 'GB', 1, ${NOON}, TIMESTAMP '2026-11-15 11:59:59'`,
          `'s', 'back', 'GB', -1, ${NOON}, TIMESTAMP '2026-11-15 11:59:59'`,
        ],
      ),
    },
    gives: ['s more GB 2026-11-16T12:00:00.000Z 2026-11-15T11:59:59.000Z'],
  },
  {
    path: 'checks/sellers_that_differ_in_case.sql',
    says: 'sellers whose ids differ in capital letters alone, described or judged',
    reads: {
      scorecards: rows('seller_id', "'acme'", "'acme'", "'other'"),
      sellers: rows('seller_id', "'Acme'", "'other'", "'ACME'", "'ab'", "'aB'"),
    },
    gives: ['ACME acme 3', 'aB ab 2'],
  },
];

const vanished = (dataset: string, rows: number, gone: number) => ({
  ...{ dataset, rows, gone, files: 1, since: '2026-11-15-001', first: [`${dataset}/dt=2026-11-01/o'neill.jsonl`] },
});
/** Up to one in a hundred rows may be gone. */
const VANISHED = [vanished('orders', 100, 1), vanished('reviews', 100, 2), vanished('cases', 101, 1), vanished('returns', 99, 1)];
const NEWS = 'dataset, fits, judged, unmatched, settled, settled_unmatched, sampled, explained, examples, cause';
const fits = (dataset: string, numbers: string) => `'${dataset}', 'order', ${numbers}, 'some', 'why'`;

const amiss: MadeRows[] = [
  {
    path: 'checks/landed_files_that_cannot_be_read.sql',
    says: 'each file that nobody accepted',
    night: {
      refused: {
        by_dataset: { orders: 2 },
        open: 1,
        first: [{ dataset: 'orders', file: "orders/dt=2026-11-14/it's.json", file_id: 'f1', because: 'no known ending' }],
      },
    },
    reads: {},
    gives: ["orders orders/dt=2026-11-14/it's.json f1 no known ending"],
  },
  { path: 'checks/landed_files_that_cannot_be_read.sql', says: 'nothing where all is read', reads: {}, gives: [] },
  {
    path: 'checks/landed_rows_vanished.sql',
    says: 'datasets of which more rows are gone than may be',
    night: { vanished: VANISHED },
    reads: {},
    gives: [
      "returns 1 99 1 2026-11-15-001 returns/dt=2026-11-01/o'neill.jsonl",
      "reviews 2 100 1 2026-11-15-001 reviews/dt=2026-11-01/o'neill.jsonl",
    ],
  },
  {
    path: 'checks/landed_rows_are_gone.sql',
    says: 'datasets of which rows are gone, up to so many as may be',
    night: { vanished: VANISHED },
    reads: {},
    gives: [
      "cases 1 101 1 2026-11-15-001 cases/dt=2026-11-01/o'neill.jsonl",
      "orders 1 100 1 2026-11-15-001 orders/dt=2026-11-01/o'neill.jsonl",
    ],
  },
  { path: 'checks/landed_rows_are_gone.sql', says: 'nothing where all is there', reads: {}, gives: [] },
  {
    path: 'checks/no_orders_landed.sql',
    says: 'that no order is accepted, though other rows are',
    reads: counts(
      `'orders', ${TODAY}, 'a', 'GB', 2, 0, 2`,
      `'orders', ${TODAY}, 'a', '?', 1, 0, 1`,
      `'orders', ${TODAY}, 'b', 'GB', 1, 0, 1`,
      `'reviews', ${TODAY}, 'c', 'GB', 1, 1, 0`,
    ),
    gives: ['2 4'],
  },
  { path: 'checks/no_orders_landed.sql', says: 'that nothing landed', reads: { landed_counts: none(COUNTS) }, gives: ['0 0'] },
  {
    path: 'checks/no_orders_landed.sql',
    says: 'nothing once one order is accepted',
    reads: counts(`'orders', ${TODAY}, 'a', 'GB', 2, 1, 1`),
    gives: [],
  },
  {
    path: 'checks/rows_that_fit_nothing.sql',
    says: 'datasets of which more than one row in a hundred fits nothing, and of exemptions each',
    reads: {
      orphans: rows(
        NEWS,
        fits('cases', '100, 1, 0, 0, 1, 0'),
        fits('returns', '100, 2, 0, 0, 2, 0'),
        fits('reviews', '99, 1, 0, 0, 1, 0'),
        fits('exemptions', '1000, 1, 0, 0, 1, 0'),
        "'exemptions', 'carrier', 10, 0, 0, 0, 0, 0, '', NULL",
      ),
    },
    gives: ['exemptions order 1 1000 some why', 'returns order 2 100 some why', 'reviews order 1 99 some why'],
  },
  // Half of at least twenty: settled rows, or all of them where half of those looked at fit when written otherwise.
  ...(
    [
      ['nothing at half of the settled rows', '40, 20, 20, 10, 20, 0', false],
      ['one more than half of the settled rows', '40, 20, 20, 11, 20, 0', true],
      ['nothing of nineteen settled rows', '40, 19, 19, 19, 19, 0', false],
      ['nothing of new rows that no cause explains', '20, 20, 0, 0, 20, 9', false],
      ['new rows of which a cause explains half', '20, 20, 0, 0, 20, 10', true],
      ['nothing at half of the new rows', '20, 10, 0, 0, 10, 10', false],
      ['one more than half of the new rows', '20, 11, 0, 0, 11, 11', true],
      ['nothing of nineteen new rows', '19, 19, 0, 0, 19, 19', false],
    ] as const
  ).map(
    ([says, numbers, stops]): MadeRows => ({
      path: 'checks/most_rows_fit_nothing.sql',
      says,
      reads: { orphans: rows(NEWS, fits('reviews', numbers), fits('cases', '1, 0, 0, 0, 0, 0')) },
      gives: stops ? [`reviews order ${numbers.split(', ')[1]} ${numbers.split(', ')[0]} some why`] : [],
    }),
  ),
];

export const MADE_CHECKS: readonly MadeRows[] = [
  ...recordChecks,
  ...amiss,
  ...ledgerChecks,
  ...sumChecks,
  ...landedChecks,
  ...rejections,
  ...landedRead,
  landedCounted,
];
