/** Rows that fit no order, seller or carrier, over made rows: who is one, and which cause is the likeliest. */
import { type MadeRows, none, type Rows, rows } from './made-rows.js';

const ledger = (...orders: string[]) => rows('seller_id, order_id, carrier, placed_at', ...orders);
const order = (seller: string, id: string, carrier = 'DHL', placed = '2026-10-01') =>
  `'${seller}', '${id}', '${carrier}', TIMESTAMP '${placed} 10:00:00'`;

const COLUMNS: Readonly<Record<string, string>> = {
  reviews: 'seller_id, order_id, created_at',
  returns: 'seller_id, order_id, requested_at',
  cases: 'seller_id, order_id, opened_at',
  conversations: 'seller_id, order_id, opened_at',
  exemptions: 'seller_id, order_id, carrier, decided_at',
  outcomes: 'seller_id, cohort_day',
  violations: 'seller_id, issued_at',
};
const SHOWS = 'dataset, fits, judged, unmatched, settled, settled_unmatched, sampled, explained, cause, examples';

const orphans = (says: string, landed: Record<string, string[]>, orders: string, gives: string[]): MadeRows => ({
  path: 'marts/orphans.sql',
  through: ['marts/references_judged.sql'],
  says,
  reads: {
    ledger: orders,
    sellers: rows('seller_id', "'described'"),
    ...Object.fromEntries(
      Object.entries(COLUMNS).map(([dataset, columns]): [string, string | Rows] => [
        `accepted_news ${dataset}`,
        landed[dataset] ? rows(columns, ...landed[dataset]) : none(columns),
      ]),
    ),
  },
  shows: SHOWS,
  gives,
});

const at = (seller: string, id: string | null, day: string) =>
  `'${seller}', ${id === null ? 'NULL' : `'${id}'`}, TIMESTAMP '${day} 10:00:00'`;
const NEW = '2026-10-09';
const exemption = (given: { seller?: string; order?: string; carrier?: string; day?: string }) =>
  [given.seller, given.order, given.carrier]
    .map((value) => (value === undefined ? 'CAST(NULL AS VARCHAR)' : `'${value}'`))
    .concat(`TIMESTAMP '${given.day ?? NEW} 10:00:00'`)
    .join(', ');

/** One review whose id differs from that of the one order. */
const cause = (id: string, landed: string, says: string, seller = 's', of = 's'): MadeRows =>
  orphans(
    `that ${JSON.stringify(id)} is ${JSON.stringify(landed)} but for ${says}`,
    { reviews: [at(seller, id, NEW)] },
    ledger(order(of, landed)),
    [`reviews order 1 1 0 0 1 1 ${says} ${id} (${landed}${seller === of ? '' : ` of ${of}`} landed)`],
  );

export const MADE_ORPHANS: readonly MadeRows[] = [
  orphans(
    'how many rows of each dataset are about an order that landed, of the same seller',
    {
      reviews: [at('s', '1', NEW), at('s', 'gone', NEW), at('s', 'gone', '2026-10-10')],
      returns: [at('s', '2', NEW)],
      cases: [at('s', 'never', NEW)],
      conversations: [at('s', null, NEW), at('s', '1', NEW)],
    },
    // The first is judged anew; the second has goods of two sellers.
    ledger(order('s', '1'), order('s', '1'), order('s', '2'), order('t', '2')),
    [
      'cases order 1 1 0 0 1 0 - never',
      'conversations order 1 0 0 0 0 0 - ',
      'returns order 1 0 0 0 0 0 - ',
      'reviews order 2 1 0 0 1 0 - gone',
    ],
  ),
  orphans(
    'nothing of rows from before the first order, and which are thirty days younger than it',
    {
      reviews: [
        at('s', 'older', '2026-09-30'),
        at('s', 'same-moment', '2026-10-01'),
        at('s', 'just-unsettled', '2026-10-30'),
        at('s', 'settled', '2026-10-31'),
        at('s', '1', '2026-11-10'),
        at('s', 'older-and-again', '2026-09-30'),
        at('s', 'older-and-again', '2026-11-10'),
      ],
    },
    ledger(order('s', '1'), order('s', '2', 'DHL', '2026-10-05')),
    ['reviews order 4 3 2 1 3 0 - just-unsettled, same-moment, settled'],
  ),
  cause('#1001', '1001', 'a prefix or suffix'),
  cause('1001', 'ORD-1001', 'a prefix or suffix'),
  cause('1001-GB', '1001', 'a prefix or suffix'),
  cause('1001.0', '1001', 'a number written with .0'),
  cause('1001', '001001', 'leading zeros'),
  cause('ab12', 'AB12', 'letter case'),
  cause('Blue', 'blue', 'letter case'),
  cause(' 1001', '1001', 'spaces before or after the id'),
  cause('1001', '1001', 'seller_id: letter case', 'S7', 's7'),
  cause('1001', '1001', 'seller_id: the order is of another seller', 's7', 's8'),
  orphans(
    'the cause of most, three examples, and no cause of what another seller has under a like id',
    {
      reviews: [at('s', '#1', NEW), at('s', '#2', NEW), at('s', '03', NEW), at('s', '#9', NEW), at('s', '1', NEW)],
    },
    ledger(...['1', '2', '3'].map((id) => order('s', id)), order('other', '9')),
    ['reviews order 5 4 0 0 4 3 a prefix or suffix #1 (1 landed), #2 (2 landed), #9'],
  ),
  orphans(
    'of two orders that are like it the first by name, and the cause that is the first by name',
    { reviews: [at('s', '1', NEW)] },
    ledger(order('s', '01'), order('s', '#1')),
    ['reviews order 1 1 0 0 1 1 a prefix or suffix 1 (#1 landed)'],
  ),
  orphans(
    'of two causes of as many rows the first by name',
    { reviews: [at('s', '#1', NEW), at('s', '02', NEW)] },
    ledger(order('s', '1'), order('s', '2')),
    ['reviews order 2 2 0 0 2 2 a prefix or suffix #1 (1 landed), 02 (2 landed)'],
  ),
  orphans(
    'examples by id, those of one id by seller',
    { reviews: [at('b', '7', NEW), at('a', '7', NEW)] },
    ledger(order('a', '07')),
    ['reviews order 2 2 0 0 2 1 leading zeros 7 (07 landed), 7'],
  ),
  orphans(
    'the causes of a hundred of more',
    { reviews: Array.from({ length: 101 }, (_, nth) => at('s', `gone-${100 + nth}`, NEW)) },
    ledger(order('s', '1')),
    ['reviews order 101 101 0 0 100 0 - gone-100, gone-101, gone-102'],
  ),
  orphans(
    'exemptions whose order, seller or carrier never landed, whenever they were decided',
    {
      exemptions: [
        exemption({ order: '1' }),
        exemption({ seller: 's', order: '1' }),
        exemption({ seller: 'other', order: '1' }),
        exemption({ seller: 's' }),
        exemption({ seller: 'described' }),
        exemption({ seller: 'Described', day: '2026-09-01' }),
        exemption({ carrier: 'DHL' }),
        exemption({ carrier: 'dhl ', day: '2026-09-01' }),
        exemption({ carrier: 'Nobody' }),
      ],
    },
    ledger(order('s', '1'), order('s', '2')),
    [
      'exemptions carrier 3 2 0 0 2 1 letter case Nobody, dhl  (DHL landed)',
      'exemptions order 3 1 0 0 1 1 seller_id: the order is of another seller 1 (1 of s landed)',
      'exemptions seller 3 1 0 0 1 1 letter case Described (described landed)',
    ],
  ),
  orphans(
    'outcomes of sellers of whom nobody knows',
    { outcomes: ["'s', DATE '2026-10-09'", "'described', DATE '2026-10-09'", "'nobody', DATE '2026-11-09'"] },
    ledger(order('s', '1'), order('described', '2')),
    ['outcomes seller 3 1 1 1 1 0 - nobody'],
  ),
  orphans(
    'violations of sellers of whom nobody knows',
    { violations: ["'s', TIMESTAMP '2026-10-09 10:00:00'", "'nobody', TIMESTAMP '2026-11-09 10:00:00'"] },
    ledger(order('s', '1')),
    ['violations seller 2 1 1 1 1 0 - nobody'],
  ),
  orphans(
    'no outcome of a seller who has orders and is not described',
    { outcomes: ["'s', DATE '2026-10-09'"] },
    ledger(order('s', '1')),
    ['outcomes seller 1 0 0 0 0 0 - '],
  ),
];
