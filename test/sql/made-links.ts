/** Links between accounts: what shared values say, which accounts are linked, which are a family, and what is a hub. */

import { LEADS_DEFAULTS } from '../../policies/leads-policy.js';
import type { AccountLinksPolicy, Policies } from '../../policies/policy.js';
import { DRAWN_LINKS } from '../leads/drawn-identifiers.js';
import { MADE_POLICIES, type MadeRows, rows } from './made-rows.js';

const linking = (account_links: AccountLinksPolicy): { policies: Policies } => ({
  policies: { ...MADE_POLICIES, leads: { ...LEADS_DEFAULTS, account_links } },
});

/** Seller, kind, value and the hour of the first time, from the first of November 2026 on. */
type Identifier = [seller: string, kind: string, value: string, hour?: number];
const first = (hour: number): string =>
  `TIMESTAMP '2026-11-0${1 + Math.floor(hour / 24)} ${String(hour % 24).padStart(2, '0')}:00:00'`;
const identifiers = (...held: Identifier[]): string =>
  rows(
    'seller_id, kind, value_hash, first_seen',
    ...held.map(([seller, kind, value, hour = 0]) => `'${seller}', '${kind}', '${value}', ${first(hour)}`),
  );

const shared: MadeRows = {
  path: 'families/shared_identifiers.sql',
  says: 'values of two accounts or more; accounts are numbered by the least of their shared values',
  reads: {
    identifiers: identifiers(
      ...([
        ['a', 'phone', '9', 1],
        ['b', 'phone', '9', 2],
        ['b', 'email', '3', 3],
        ['c', 'email', '3', 4],
      ] as Identifier[]),
      // The same value of another kind, and values of one account alone.
      ...([
        ['a', 'email', '9', 5],
        ['a', 'email', '1', 6],
        ['d', 'email', '0', 7],
      ] as Identifier[]),
    ),
  },
  shows: 'account, seller_id, kind, value_hash, sellers, first_seen',
  gives: [
    '1 b email 3 2 2026-11-01T03:00:00.000Z',
    '1 b phone 9 2 2026-11-01T02:00:00.000Z',
    '2 c email 3 2 2026-11-01T04:00:00.000Z',
    '3 a phone 9 2 2026-11-01T01:00:00.000Z',
  ],
};

const SHARED_COLUMNS = 'account, seller_id, kind, value_hash, sellers, first_seen';
type Shared = [account: number, kind: string, value: string, sellers: number, hour?: number];
const sharedRows = (...held: Shared[]): string =>
  rows(
    SHARED_COLUMNS,
    ...held.map(
      ([account, kind, value, sellers, hour = 0]) =>
        `CAST(${account} AS BIGINT), 's${account}', '${kind}', '${value}', CAST(${sellers} AS BIGINT), ${first(hour)}`,
    ),
  );
const each = (accounts: readonly number[], kind: string, value: string): Shared[] =>
  accounts.map((account) => [account, kind, value, accounts.length, account]);
const weighed: MadeRows = {
  path: 'families/weighed_links.sql',
  says: 'pairs whose values together say enough, by kind; neither hubs nor kinds without weight say anything',
  reads: {
    shared_identifiers: sharedRows(
      // Exactly enough; two kinds that are enough together; one that is not; one that nobody looks at.
      ...each([1, 2], 'email', 'x'),
      ...[...each([3, 4], 'phone', 'x'), ...each([3, 4], 'phone', 'y')],
      ...[...each([5, 6], 'phone', 'x5'), ...each([5, 6], 'address', 'x5')],
      ...each([7, 8], 'device', 'x'),
      // Three accounts with one value: each pair weighs 0.63 of what two would.
      ...each([11, 12, 13], 'bank_account', 'x'),
      ...[...each([12, 13], 'phone', 'z'), ...each([12, 13], 'phone', 'w')],
      // Four may be a family, five are a hub; of one with two phones each pair of values is too little.
      ...each([20, 21, 22, 23], 'bank_account', 'y'),
      ...each([31, 32, 33, 34, 35], 'bank_account', 'z'),
      ...[...each([41, 42], 'phone', 'p'), ...each([41, 43], 'phone', 'q')],
    ),
  },
  night: linking(DRAWN_LINKS),
  shows: 'account, other, seller_id, other_seller_id, kind, shared_values, fewest_sellers, weight, link_weight, since',
  gives: [
    '1 2 s1 s2 email 1 2 1000000 1000000 2026-11-01T02:00:00.000Z',
    '3 4 s3 s4 phone 2 2 1000000 1000000 2026-11-01T04:00:00.000Z',
    '11 12 s11 s12 bank_account 1 3 1261800 1261800 2026-11-01T12:00:00.000Z',
    '11 13 s11 s13 bank_account 1 3 1261800 1261800 2026-11-01T13:00:00.000Z',
    '12 13 s12 s13 bank_account 1 3 1261800 2261800 2026-11-01T13:00:00.000Z',
    '12 13 s12 s13 phone 2 2 1000000 2261800 2026-11-01T13:00:00.000Z',
    ...['20 21', '20 22', '20 23', '21 22', '21 23', '22 23'].map((pair) => {
      const [one, other] = pair.split(' ') as [string, string];
      return `${pair} s${one} s${other} bank_account 1 4 1000000 1000000 2026-11-01T${other}:00:00.000Z`;
    }),
  ],
};
/** Of several values of a kind the rarest, and since when both have had the first of them. */
const several: MadeRows = {
  path: 'families/weighed_links.sql',
  says: 'of several values of a kind how many, the rarest, and since when both have had one',
  reads: {
    shared_identifiers: sharedRows(
      ...([
        [1, 'phone', 'x', 2, 5],
        [2, 'phone', 'x', 2, 9],
        [1, 'phone', 'y', 2, 7],
        [2, 'phone', 'y', 2, 3],
      ] as Shared[]),
      ...([
        [1, 'phone', 'z', 3, 8],
        [2, 'phone', 'z', 3, 8],
        [3, 'phone', 'z', 3, 8],
      ] as Shared[]),
    ),
  },
  night: linking(DRAWN_LINKS),
  shows: 'account, other, kind, shared_values, fewest_sellers, weight, since',
  gives: ['1 2 phone 3 2 1315450 2026-11-01T07:00:00.000Z'],
};

const pairsOf = (...pairs: [hi: number, lo: number][]): string =>
  rows('hi, lo', ...pairs.map((pair) => pair.map((n) => `CAST(${n} AS BIGINT)`).join(', ')));
/** A chain of 60 in which each is linked with the next number; what takes longest. */
const chain = Array.from({ length: 59 }, (_, nth): [number, number] => [nth + 2, nth + 1]);
const gathered: MadeRows = {
  path: 'families/gathered.sql',
  says: 'each account with the first of its family, of a chain of sixty, of a star, and of two that a third is linked with',
  reads: { first_gathered: pairsOf(...chain, [102, 101], [103, 102], [104, 102], [105, 102], [205, 201], [205, 202]) },
  shows: 'hi, lo',
  gives: [...chain.map(([hi]) => `${hi} 1`), '102 101', '103 101', '104 101', '105 101', '202 201', '205 201'],
};
const firstGathered: MadeRows = {
  path: 'families/first_gathered.sql',
  says: 'the same of links, which are there once for each kind',
  reads: {
    weighed_links: rows(
      'account, other',
      ...['1, 2', '1, 2', '2, 3', '4, 5'].map((pair) => pair.replaceAll(/\d/g, 'CAST($& AS BIGINT)')),
    ),
  },
  shows: 'hi, lo',
  gives: ['2 1', '3 1', '5 4'],
};

const LINK_COLUMNS =
  'account, other, seller_id, other_seller_id, kind, shared_values, fewest_sellers, weight, link_weight, since';
type Link = [account: number, other: number, kind: string, weight: number, linkWeight: number];
const links = rows(
  LINK_COLUMNS,
  ...(
    [
      [1, 2, 'email', 1_000_000, 3_000_000],
      [1, 2, 'phone', 2_000_000, 3_000_000],
      [2, 3, 'phone', 1_000_000, 1_000_000],
      // As strong as the one before, by two kinds that say as much.
      [7, 8, 'phone', 750_000, 1_500_000],
      [7, 8, 'email', 750_000, 1_500_000],
      [7, 9, 'email', 1_500_000, 1_500_000],
    ] as Link[]
  ).map(
    ([account, other, kind, weight, all]) =>
      `CAST(${account} AS BIGINT), CAST(${other} AS BIGINT), 's${account}', 's${other}', '${kind}', CAST(1 AS BIGINT), CAST(2 AS BIGINT), CAST(${weight} AS BIGINT), CAST(${all} AS BIGINT), ${first(4)}`,
  ),
);
const families: MadeRows = {
  path: 'marts/account_families.sql',
  says: 'each account of a family, which is called by the one that began first; a seller that is described began when it joined',
  reads: {
    weighed_links: links,
    gathered: pairsOf([2, 1], [3, 1], [8, 7], [9, 7]),
    identifiers: identifiers(
      ...([
        ['s1', 'phone', 'x', 4],
        ['s2', 'phone', 'x', 3],
        ['s3', 'phone', 'x', 1],
        ['s3', 'email', 'x', 26],
      ] as Identifier[]),
      ...([
        ['s7', 'phone', 'x', 1],
        ['s8', 'phone', 'x', 0],
        ['s9', 'phone', 'x', 0],
      ] as Identifier[]),
    ),
    sellers: rows(
      'seller_id, joined_on',
      `'s2', DATE '2026-10-31'`,
      `'s9', DATE '2026-10-01'`,
      `'s8', DATE '2026-10-01'`,
      `'s3', NULL`,
    ),
  },
  gives: [
    's2 s1 3 2026-11-01 1 s2 phone 3',
    's2 s2 3 2026-10-31 2 s1 phone 3',
    's2 s3 3 2026-11-01 1 s2 phone 1',
    's8 s7 3 2026-11-01 2 s8 email 1.5',
    's8 s8 3 2026-10-01 1 s7 email 1.5',
    's8 s9 3 2026-10-01 1 s7 email 1.5',
  ],
};
const accountLinks: MadeRows = {
  path: 'marts/account_links.sql',
  says: 'the reasons of a link, from both of its ends',
  reads: {
    weighed_links: links,
    account_families: rows(
      'seller_id, family',
      `'s1', 's1'`,
      `'s2', 's1'`,
      `'s3', 's1'`,
      `'s7', 's9'`,
      `'s8', 's9'`,
      `'s9', 's9'`,
    ),
  },
  gives: [
    ...['s1 s2 email s1 1 2 1 3', 's1 s2 phone s1 1 2 2 3', 's2 s1 email s1 1 2 1 3', 's2 s1 phone s1 1 2 2 3'],
    ...[
      's2 s3 phone s1 1 2 1 1',
      's3 s2 phone s1 1 2 1 1',
      's7 s8 email s9 1 2 0.75 1.5',
      's7 s8 phone s9 1 2 0.75 1.5',
      's7 s9 email s9 1 2 1.5 1.5',
      's8 s7 email s9 1 2 0.75 1.5',
      's8 s7 phone s9 1 2 0.75 1.5',
      's9 s7 email s9 1 2 1.5 1.5',
    ],
  ].map((row) => `${row} 2026-11-01T04:00:00.000Z`),
};
const hubs: MadeRows = {
  path: 'marts/account_hubs.sql',
  says: 'values of more accounts than a family has, the largest of a kind first; none of a kind that nobody looks at',
  reads: {
    shared_identifiers: sharedRows(
      ...each([1, 2, 3, 4], 'address', 'family'),
      ...[
        ...each([24, 25, 26, 27, 48], 'address', 'b'),
        ...each([1, 2, 3, 4, 5, 6], 'address', 'c'),
        ...each([1, 2, 3, 4, 5], 'address', 'a'),
      ],
      ...[
        ...each([2, 3, 4, 5, 6], 'phone', 'a'),
        ...each([1, 2, 3, 4, 5], 'device', 'a'),
        ...each([1, 2, 3, 4, 5], 'declared_group', 'a'),
      ],
    ),
  },
  night: linking(DRAWN_LINKS),
  gives: ['address 1 6 2026-11-01', 'address 2 5 2026-11-01', 'address 3 5 2026-11-02', 'phone 1 5 2026-11-01'],
};

const FAMILY_ENDS = rows('seller_id, family', `'a', 'a'`, `'b', 'a'`, `'c', 'c'`);
const notWhole: MadeRows = {
  path: 'checks/families_not_whole.sql',
  says: 'links whose accounts are told in two families, once each',
  reads: {
    account_links: rows('seller_id, other_seller_id, family', `'a', 'b', 'a'`, `'b', 'a', 'a'`, `'b', 'c', 'a'`, `'c', 'b', 'c'`),
    account_families: FAMILY_ENDS,
  },
  gives: ['b c a c'],
};

/** Kind, from when, until when by itself, and when lifted. */
type Action = [seller: string, id: string, kind: string, from: string | null, to?: string | null, lifted?: string];
const at = (day: string | null | undefined): string => (day ? `TIMESTAMP '${day} 12:00:00'` : 'CAST(NULL AS TIMESTAMP)');
const actions = (...some: Action[]): string =>
  rows(
    'seller_id, action_id, kind, effective_from, effective_to, lifted_at',
    ...some.map(
      ([seller, id, kind, from, to, lifted]) => `'${seller}', '${id}', '${kind}', ${at(from)}, ${at(to)}, ${at(lifted)}`,
    ),
  );
const members = (...some: [family: string, seller: string, began: string][]): string =>
  rows(
    'family, seller_id, members, began_on',
    ...some.map(([family, seller, began]) => `'${family}', '${seller}', CAST(3 AS BIGINT), DATE '${began}'`),
  );
const again: MadeRows = {
  path: 'marts/re_registrations.sql',
  says: 'accounts that began after the day of an action against another of the family, and what explains it',
  reads: {
    enforcement_actions: actions(
      ['closed', 'c', 'closure', '2026-06-01'],
      // Against whoever came back, and over: looked at like any other.
      ['back', 'b', 'suspension', '2026-07-01', '2026-07-02'],
      // Ended on the last day that is too early, and on the first that is not; proposed, later than tonight, of another kind.
      ...([
        ['old', 'o1', 'suspension', '2025-01-01', '2025-11-16'],
        ['old', 'o2', 'suspension', '2025-01-01', '2025-11-17'],
      ] as Action[]),
      ...([
        ['old', 'o3', 'closure', null],
        ['old', 'o4', 'closure', '2026-11-17'],
        ['old', 'o5', 'warning', '2026-01-01'],
      ] as Action[]),
      ...([
        ['lifted', 'l1', 'closure', '2026-06-01', null, '2026-11-16'],
        ['lifted', 'l2', 'closure', '2026-06-01', null, '2026-11-17'],
      ] as Action[]),
      // Ended tonight, so that it is not in force.
      ['young', 'y', 'suspension', '2026-10-01', '2026-11-16'],
      ['brand', 'g', 'closure', '2026-06-01'],
      // Dealt with already, from tonight on and until tomorrow.
      ...([
        ['dealt', 'd1', 'closure', '2026-01-01'],
        ['dealt-too', 'd2', 'suspension', '2026-11-16', '2026-11-17'],
      ] as Action[]),
    ),
    account_families: members(
      ...([
        ['f', 'closed', '2026-01-01'],
        ['f', 'same-day', '2026-06-01'],
        ['f', 'back', '2026-06-02'],
      ] as [string, string, string][]),
      ...([
        ['f', 'later', '2026-08-01'],
        ['o', 'old', '2024-01-01'],
        ['o', 'young', '2026-01-02'],
      ] as [string, string, string][]),
      ...([
        ['l', 'lifted', '2026-01-01'],
        ['l', 'new', '2026-06-03'],
      ] as [string, string, string][]),
      ...([
        ['g', 'brand', '2026-01-01'],
        ['g', 'brand-two', '2026-06-03'],
        ['g', 'no-brand', '2026-06-03'],
      ] as [string, string, string][]),
      ...([
        ['d', 'dealt', '2025-01-01'],
        ['d', 'dealt-too', '2026-02-01'],
        ['x', 'stranger', '2026-10-01'],
      ] as [string, string, string][]),
    ),
    account_links: rows(
      'seller_id, other_seller_id, link_weight',
      `'back', 'closed', 2E0`,
      `'back', 'closed', 2E0`,
      `'closed', 'back', 2E0`,
      `'young', 'later', 9E0`,
    ),
    identifiers: rows(
      'seller_id, kind, value_hash',
      ...[
        `'brand', 'declared_group', 'G'`,
        `'brand-two', 'declared_group', 'G'`,
        `'no-brand', 'declared_group', 'H'`,
        `'no-brand', 'phone', 'G'`,
      ],
      // Declared twice over, and said once.
      ...[`'brand', 'declared_group', 'G2'`, `'brand-two', 'declared_group', 'G2'`],
    ),
  },
  shows:
    'seller_id, other_seller_id, action_id, members, action_kind, acted_at, ended_at, began_on, days_after, link_weight, twin',
  gives: [
    'back closed c 3 closure 2026-06-01T12:00:00.000Z - 2026-06-02 1 2 -',
    'brand-two brand g 3 closure 2026-06-01T12:00:00.000Z - 2026-06-03 2 - declared_group',
    'later back b 3 suspension 2026-07-01T12:00:00.000Z 2026-07-02T12:00:00.000Z 2026-08-01 31 - -',
    'later closed c 3 closure 2026-06-01T12:00:00.000Z - 2026-08-01 61 - -',
    'new lifted l1 3 closure 2026-06-01T12:00:00.000Z 2026-11-16T12:00:00.000Z 2026-06-03 2 - action_lifted',
    'new lifted l2 3 closure 2026-06-01T12:00:00.000Z - 2026-06-03 2 - -',
    'no-brand brand g 3 closure 2026-06-01T12:00:00.000Z - 2026-06-03 2 - -',
    'young old o2 3 suspension 2025-01-01T12:00:00.000Z 2025-11-17T12:00:00.000Z 2026-01-02 366 - -',
  ],
};

type Back = [seller: string, action: string, acted: string, twin?: string];
const ordersOfBack: MadeRows = {
  path: 'leads/re_registration/re_registration_evidence.sql',
  says: 'every order of an account that came back, after the latest action that nothing explains',
  reads: {
    re_registrations: rows(
      'seller_id, other_seller_id, action_id, acted_at, began_on, days_after, members, twin',
      ...(
        [
          ['a', '1', '2026-06-01'],
          ['a', '2', '2026-06-02'],
          ['a', '3', '2026-06-03', 'action_lifted'],
          ['b', '4', '2026-06-04', 'declared_group'],
          ['none', '5', '2026-06-04'],
        ] as Back[]
      ).map(
        ([seller, action, acted, twin]) =>
          `'${seller}', 'x', '${action}', ${at(acted)}, DATE '2026-07-01', CAST(${action} AS BIGINT), CAST(3 AS BIGINT), ${twin ? `'${twin}'` : 'CAST(NULL AS VARCHAR)'}`,
      ),
    ),
    recent_orders: rows('seller_id, order_id', `'a', 'o1'`, `'a', 'o2'`, `'b', 'o1'`, `'c', 'o1'`),
  },
  shows: 'seller_id, order_id, from_at, to_at, amount, among, other_order_id, twin',
  gives: [
    'a o1 2026-06-02T12:00:00.000Z 2026-07-01 2 3 - -',
    'a o2 2026-06-02T12:00:00.000Z 2026-07-01 2 3 - -',
    'b o1 2026-06-04T12:00:00.000Z 2026-07-01 4 3 - declared_group',
  ],
};

export const MADE_LINKS: readonly MadeRows[] = [
  ...[shared, weighed, several, gathered, firstGathered, families, accountLinks, hubs, notWhole],
  ...[again, ordersOfBack],
];
