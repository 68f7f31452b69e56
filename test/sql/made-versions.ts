/** Which of two versions made at one moment counts, over made rows. Unless said, the one that must not count landed a day later. */
import type { MadeRows } from './made-rows.js';

const made = (clock: string, day = '2026-11-09'): string => `TIMESTAMP '${day} ${clock}:00'`;
const landed = (dt: string, hash: number): string => `${made('12:00')} AS updated_at, DATE '${dt}' AS dt, ${hash} AS row_hash`;

/** `earlier` and `later` are what two versions say beside what both must. */
interface Pair {
  earlier: string;
  later?: string;
}
const versions = (both: string, { earlier, later }: Pair): string[] => [
  [both, landed('2026-11-09', 1), earlier].join(', '),
  [both, landed('2026-11-10', 2), ...(later ? [later] : [])].join(', '),
];

const ORDER = `'s' AS seller_id, 'GB' AS region, ${made('08:00', '2026-11-01')} AS placed_at`;
/** By order, what its two versions say; the category says which of them counts. */
const ORDERS: Readonly<Record<string, Pair>> = {
  'a-moment-more-than-all-else': {
    earlier: `'right' AS category, ${made('09:00')} AS confirmed_at`,
    later: `'wrong' AS category, 'c' AS carrier, 't' AS tracking_number, 2 AS items, 'buyer' AS cancelled_by,
      ${made('09:00')} AS ship_by, ${made('09:00')} AS deliver_by`,
  },
  'b-two-moments-more-than-one': {
    earlier: `'right' AS category, ${made('07:00')} AS confirmed_at, ${made('08:00')} AS first_scan_at`,
    later: `'wrong' AS category, ${made('09:00')} AS delivered_at`,
  },
  'c-a-value-more': { earlier: "'right' AS category, 2 AS items", later: "'wrong' AS category" },
  'd-a-number-more': { earlier: "'right' AS category, 't' AS tracking_number", later: "'wrong' AS category" },
  'e-a-promise-is-a-value': {
    earlier: `'right' AS category, 2 AS items, 'c' AS carrier`,
    later: `'wrong' AS category, ${made('09:00', '2026-12-24')} AS ship_by`,
  },
  'f-a-value-before-a-later-moment': {
    earlier: `'right' AS category, 2 AS items, ${made('09:00')} AS confirmed_at`,
    later: `'wrong' AS category, ${made('10:00')} AS confirmed_at`,
  },
  'g-the-later-last-moment': {
    earlier: `'right' AS category, ${made('09:00')} AS confirmed_at, ${made('11:00')} AS delivered_at`,
    later: `'wrong' AS category, ${made('10:00')} AS confirmed_at, ${made('10:00')} AS delivered_at`,
  },
  'h-the-later-only-moment': {
    earlier: `'right' AS category, ${made('11:00')} AS cancelled_at`,
    later: `'wrong' AS category, ${made('10:00')} AS cancelled_at`,
  },
  'i-what-no-outcome-rests-on': {
    earlier: "'wrong' AS category, 'b' AS buyer_id, 'r' AS cancel_reason, 'AB' AS destination_area",
    later: "'right' AS category",
  },
  'j-else-what-landed-later': {
    earlier: `'wrong' AS category, ${made('09:00')} AS confirmed_at`,
    later: `'right' AS category, ${made('09:00')} AS confirmed_at`,
  },
};
const orderVersions = Object.entries(ORDERS).flatMap(([id, pair]) => versions(`'${id}' AS order_id, ${ORDER}`, pair));
const RIGHT = Object.keys(ORDERS).map((id) => `${id} right`);

/** Where orders went, as accepted by a version that kept whatever was written. */
const WENT = ['SW', 'SP-01', 'Zone 5', '1010 Wien', 'D02 AF30', 'London sw1a-1aa', '1012 AB', 'M11AA', '10115', 'C1425CLA'];

const orders: MadeRows[] = [
  {
    path: 'staging/orders.sql',
    says: 'no postcode in full, though an earlier version accepted it',
    night: { base_date: undefined },
    reads: {
      'accepted orders': {
        of: 'accepted orders',
        rows: WENT.map((area, n) => `'${n}' AS order_id, ${ORDER}, ${landed('2026-11-09', n)}, '${area}' AS destination_area`),
      },
    },
    shows: "order_id, coalesce(destination_area, 'unknown')",
    gives: WENT.map((area, n) => `${n} ${n < 4 ? area : 'unknown'}`),
  },
  {
    path: 'staging/orders.sql',
    says: 'the version of an order that knows more, by moments, then by other values, then by the last moment',
    night: { base_date: undefined },
    reads: { 'accepted orders': { of: 'accepted orders', rows: orderVersions } },
    shows: 'order_id, category',
    gives: RIGHT,
  },
  {
    path: 'staging/orders.sql',
    says: 'the same of a version that was judged before and one that landed since, whichever knows more',
    reads: {
      'accepted_news orders': {
        of: 'accepted orders',
        rows: ['a', 'b'].map((id) => `'${id}' AS order_id, ${ORDER}, ${landed('2026-11-10', 1)}, 'news' AS category`),
      },
      judged_before: {
        of: 'judged_before',
        rows: [
          `'a' AS order_id, ${ORDER}, ${landed('2026-11-08', 3)}, 'known' AS category, TRUE AS has_tracking`,
          `'b' AS order_id, ${ORDER}, ${landed('2026-11-08', 3)}, 'known' AS category, FALSE AS has_tracking`,
        ],
      },
    },
    shows: 'order_id, category',
    gives: ['a known', 'b news'],
  },
];

const CONVERSATION = `'s' AS seller_id, 'GB' AS region, 'buyer' AS opened_by, 'human' AS kind, DATE '2026-11-01' AS opened_day`;
const EXEMPTION = `'late_dispatch' AS metrics, 'storm' AS reason, 'ops' AS decided_by`;
const others: MadeRows[] = [
  {
    path: 'staging/conversations.sql',
    says: 'the version of a conversation that knows more, the last moment being that of its opening where it has no reply',
    reads: {
      'accepted conversations': {
        of: 'accepted conversations',
        rows: [
          ...versions(`'a-reply' AS conversation_id, ${CONVERSATION}, ${made('08:00')} AS opened_at`, {
            earlier: `'right' AS order_id, ${made('09:00')} AS first_reply_at`,
            later: "'wrong' AS order_id, 5 AS satisfaction",
          }),
          ...versions(`'b-opening' AS conversation_id, ${CONVERSATION}`, {
            earlier: `'right' AS order_id, ${made('09:00')} AS opened_at`,
            later: `'wrong' AS order_id, ${made('08:00')} AS opened_at`,
          }),
          ...versions(`'c-late-reply' AS conversation_id, ${CONVERSATION}`, {
            earlier: `'right' AS order_id, ${made('07:00')} AS opened_at, ${made('10:00')} AS first_reply_at`,
            later: `'wrong' AS order_id, ${made('08:00')} AS opened_at, ${made('09:00')} AS first_reply_at`,
          }),
        ],
      },
    },
    shows: 'conversation_id, order_id',
    gives: ['a-reply right', 'b-opening right', 'c-late-reply right'],
  },
  {
    path: 'staging/exemptions.sql',
    says: 'the version of an exemption that names more, then the one decided later',
    reads: {
      'accepted exemptions': {
        of: 'accepted exemptions',
        rows: [
          ...versions(`'a-scope' AS exemption_id, ${EXEMPTION}`, {
            earlier: `'right' AS seller_id, 'GB' AS region, ${made('08:00')} AS decided_at`,
            later: `'wrong' AS seller_id, ${made('09:00')} AS decided_at`,
          }),
          ...versions(`'b-decided' AS exemption_id, ${EXEMPTION}`, {
            earlier: `'right' AS seller_id, ${made('09:00')} AS decided_at`,
            later: `'wrong' AS seller_id, ${made('08:00')} AS decided_at`,
          }),
        ],
      },
    },
    shows: 'exemption_id, seller_id',
    gives: ['a-scope right', 'b-decided right'],
  },
  {
    path: 'staging/decisions.sql',
    says: 'the version of a decision that was made last; of two made at one moment the one that landed later',
    reads: {
      'accepted decisions': {
        of: 'accepted decisions',
        rows: [
          ...versions("'a-later' AS decision_id", { earlier: "'wrong' AS reason", later: "'right' AS reason" }),
          ...versions("'b-another' AS decision_id", { earlier: "'wrong' AS reason", later: "'right' AS reason" }),
        ],
      },
    },
    shows: 'decision_id, reason',
    gives: ['a-later right', 'b-another right'],
  },
  {
    path: 'staging/appeals.sql',
    says: 'the version of an appeal that knows its outcome',
    reads: {
      'accepted appeals': {
        of: 'accepted appeals',
        rows: [
          ...versions("'a-decided' AS appeal_id", {
            earlier: `'right' AS reason, ${made('09:00')} AS decided_at`,
            later: "'wrong' AS reason",
          }),
          ...versions("'b-another' AS appeal_id", { earlier: "'wrong' AS reason", later: "'right' AS reason" }),
        ],
      },
    },
    shows: 'appeal_id, reason',
    gives: ['a-decided right', 'b-another right'],
  },
  {
    path: 'staging/identifiers.sql',
    says: 'the version of a value of an account that knows more; another kind or account is another value',
    reads: {
      'accepted identifiers': {
        of: 'accepted identifiers',
        rows: [
          ...versions("'a' AS seller_id, 'phone' AS kind, '1' AS value_hash", {
            earlier: `${made('08:00')} AS first_seen, ${made('09:00')} AS last_seen`,
            later: `${made('07:00')} AS first_seen`,
          }),
          ...versions("'a' AS seller_id, 'email' AS kind, '1' AS value_hash", {
            earlier: `${made('07:00')} AS first_seen`,
            later: `${made('08:00')} AS first_seen`,
          }),
          ...versions("'b' AS seller_id, 'email' AS kind, '1' AS value_hash", {
            earlier: `${made('07:00')} AS first_seen`,
            later: `${made('09:00')} AS first_seen`,
          }),
        ],
      },
    },
    shows: 'seller_id, kind, value_hash, first_seen',
    gives: ['a email 1 2026-11-09T08:00:00.000Z', 'a phone 1 2026-11-09T08:00:00.000Z', 'b email 1 2026-11-09T09:00:00.000Z'],
  },
  {
    path: 'staging/enforcement_actions.sql',
    says: 'the version of an action that knows that it was lifted',
    reads: {
      'accepted enforcement_actions': {
        of: 'accepted enforcement_actions',
        rows: [
          ...versions("'a' AS action_id", {
            earlier: `'right' AS seller_id, ${made('09:00')} AS lifted_at`,
            later: "'wrong' AS seller_id",
          }),
          ...versions("'b' AS action_id", { earlier: "'wrong' AS seller_id", later: "'right' AS seller_id" }),
        ],
      },
    },
    shows: 'action_id, seller_id',
    gives: ['a right', 'b right'],
  },
  {
    path: 'staging/sellers.sql',
    says: 'the version of a seller that knows more; of one that knows as much the one that landed later',
    reads: {
      'accepted sellers': {
        of: 'accepted sellers',
        rows: [
          ...versions("'a-knows' AS seller_id", {
            earlier: "'right' AS name, 'x@example.com' AS email",
            later: "'wrong' AS name",
          }),
          ...versions("'b-later' AS seller_id", { earlier: "'wrong' AS name", later: "'right' AS name" }),
        ],
      },
    },
    shows: 'seller_id, name',
    gives: ['a-knows right', 'b-later right'],
  },
];

export const MADE_VERSIONS: readonly MadeRows[] = [...orders, ...others];
