import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policiesOf } from '../cases/policies.js';
import { scorecards } from '../helpers/scorecards.js';
import { ask, filesOf, TestMarketplace } from './test-marketplace.js';

const NIGHT = '2026-11-15';
const LANDED = { updated_at: `${NIGHT}T08:00:00Z` };

const seller = (seller_id: string, joined_on: string) => ({
  ...{ seller_id, name: seller_id, home_region: 'GB', joined_on, status: 'active' },
  ...LANDED,
});
const has = (seller_id: string, kind: string, value_hash: string) => ({
  ...{ seller_id, kind, value_hash, first_seen: '2026-01-02T10:00:00Z' },
  ...LANDED,
});
const closed = (seller_id: string, more: Record<string, unknown> = {}) => ({
  ...{ action_id: `of-${seller_id}`, seller_id, kind: 'closure', effective_from: '2026-06-01T10:00:00Z', ...LANDED },
  ...more,
});
/** Sold by whoever began in June, and by two others. */
const order = (seller_id: string) => ({
  ...{ seller_id, order_id: `order-${seller_id}`, region: 'GB', fulfilment: 'seller', placed_at: '2026-11-10T10:00:00Z' },
  ...{ gmv_minor: 1000, currency: 'GBP', updated_at: '2026-11-10T20:00:00Z' },
});

/** An account that was closed, and one that began later with the same: came back, lifted, of one declared owner, of one forwarder. */
const PAIRS = ['back', 'lifted', 'brand', 'forwarded'];
const CROWD = Array.from({ length: 60 }, (_, nth) => `crowd-${nth}`);
const SELLERS = [
  ...PAIRS.flatMap((name) => [seller(`${name}-old`, '2025-01-01'), seller(`${name}-new`, '2026-07-01')]),
  // Linked with who came back and not with who was closed; it has sold nothing.
  seller('back-too', '2026-08-01'),
];
const IDENTIFIERS = [
  ...['old', 'new'].flatMap((age) => [
    ...['back', 'lifted', 'brand'].map((name) => has(`${name}-${age}`, 'bank_account', `iban-of-${name}`)),
    has(`brand-${age}`, 'declared_group', 'group-1'),
    has(`forwarded-${age}`, 'bank_account', `iban-${age}`),
    has(`forwarded-${age}`, 'device', 'of-the-forwarder'),
  ]),
  ...['back-new', 'back-too'].map((one) => has(one, 'phone', '44-1')),
  ...CROWD.map((one) => has(one, 'device', 'of-the-forwarder')),
];
const ACTIONS = [
  ...[closed('back-old'), closed('brand-old'), closed('forwarded-old')],
  closed('lifted-old', { lifted_at: '2026-06-20T10:00:00Z', lifted_reason: 'appeal' }),
];
const lines = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

describe('families of accounts', () => {
  let marketplace: TestMarketplace;
  let prefix: string;
  const rowsOf = async (dataset: string, columns: string) =>
    (await ask(`SELECT ${columns} FROM ${await marketplace.relation(prefix, dataset)} ORDER BY ALL`)).map((row) =>
      Object.values(row).join(' '),
    );
  const said = (...args: string[]) => scorecards(...args, '--store', marketplace.store);

  beforeAll(async () => {
    marketplace = await TestMarketplace.make({ files: filesOf(policiesOf('GB')) });
    await marketplace.land([
      [`orders/dt=2026-11-10/a.jsonl`, lines(PAIRS.map((name) => order(`${name}-new`)))],
      [
        `orders/dt=${NIGHT}/a.jsonl`,
        lines([{ ...order('today'), placed_at: `${NIGHT}T12:00:00Z`, updated_at: `${NIGHT}T12:00:00Z` }]),
      ],
      [`sellers/dt=${NIGHT}/a.jsonl`, lines(SELLERS)],
      [`identifiers/dt=${NIGHT}/a.jsonl`, lines(IDENTIFIERS)],
      [`enforcement_actions/dt=${NIGHT}/a.jsonl`, lines(ACTIONS)],
    ]);
    ({ prefix } = await marketplace.published(NIGHT));
  });
  afterAll(() => marketplace?.gone());

  it('are the accounts that links lead to from each other; who shares a forwarder’s device alone is in none', async () => {
    expect(await rowsOf('account_families', 'family, seller_id, members')).toEqual([
      ...['back-old back-new 3', 'back-old back-old 3', 'back-old back-too 3'],
      ...['brand-old brand-new 2', 'brand-old brand-old 2', 'lifted-old lifted-new 2', 'lifted-old lifted-old 2'],
    ]);
    expect(await rowsOf('account_hubs', 'kind, hub, sellers')).toEqual(['device 1 62']);
  });

  it('tell who began after another was closed: also through a third, and before it sells anything', async () => {
    expect(await rowsOf('re_registrations', "seller_id, other_seller_id, days_after, coalesce(twin, '-') AS twin")).toEqual([
      ...['back-new back-old 30 -', 'back-too back-old 61 -'],
      ...['brand-new brand-old 30 declared_group', 'lifted-new lifted-old 30 action_lifted'],
    ]);
    expect(await rowsOf('leads', 'lead_id, status, orders, looked_at, at_risk_minor')).toEqual([
      're_registration:back-new:GB open 1 1 1000',
      're_registration:brand-new:GB explained 1 1 0',
      're_registration:lifted-new:GB explained 1 1 0',
    ]);
    expect((await said('leads')).out).toContain(
      'Registered again: 3 sellers, 1 open; 4 of 5 orders since 21 Sept 2026 could be told',
    );
  });

  it('are shown with the reasons of each link, and with who came back', async () => {
    const { out, code } = await said('family', 'back-too');
    expect(code).toBe(0);
    expect(out).toContain('Family back-old: 3 accounts');
    expect(out).toMatch(/back-new +1 Jul 2026 +2 +back-old +bank_account +5\.00\n/);
    expect(out).toMatch(/back-new ~ back-old +bank_account +1 +2 +5\.00 +5\.00 +2 Jan 2026 10:00\n/);
    expect(out).toMatch(/back-too +1 Aug 2026 +closure +back-old +1 Jun 2026 10:00 +– +–/);
    const json = JSON.parse((await said('family', 'back-old', '--json')).out) as { links: { kind: string }[] };
    expect(json.links.map(({ kind }) => kind)).toEqual(['bank_account', 'phone']);
  });

  it('publish no value that accounts share', async () => {
    for (const dataset of ['account_families', 'account_links', 'account_hubs', 're_registrations', 'lead_evidence'])
      for (const row of await rowsOf(dataset, '*')) expect(row).not.toMatch(/iban-|44-1|of-the-forwarder|group-1/);
  });

  it('of who is linked with nobody are told as such', async () => {
    const { err, code } = await said('family', 'forwarded-new');
    expect(code).toBe(2);
    expect(err).toContain('forwarded-new: is linked with no account in run 2026-11-15-001; it shares too little with any');
  });
});
