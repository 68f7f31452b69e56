import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policiesOf } from '../cases/policies.js';
import { scorecards } from '../helpers/scorecards.js';
import { ask, filesOf, TestMarketplace } from './test-marketplace.js';

const NIGHT = '2026-11-15';

/** An order of which no more is known than who sold it, who bought it and when. */
const order = (seller: string, id: string, buyer: string | null, time: string, more: Record<string, unknown> = {}) => ({
  ...{ seller_id: seller, order_id: id, region: 'GB', fulfilment: 'seller', placed_at: `2026-11-10T${time}Z` },
  ...{ gmv_minor: 1000, currency: 'GBP', updated_at: '2026-11-10T20:00:00Z', ...(buyer ? { buyer_id: buyer } : {}) },
  ...more,
});
const ORDERS = [
  // Exactly an hour from the first to the last; a second longer; three buyers.
  ...['10:00:00', '10:30:00', '11:00:00'].map((time, nth) => order('brushes', `b${nth}`, 'x', time)),
  ...['10:00:00', '10:30:00', '11:00:01'].map((time, nth) => order('slower', `s${nth}`, 'x', time)),
  ...['x', 'y', 'z'].map((buyer, nth) => order('flash', `f${nth}`, buyer, '10:00:00')),
  ...['N', 'E', 'S'].map((area, nth) => order('presents', `p${nth}`, 'x', '12:00:00', { destination_area: area })),
];

describe('leads', () => {
  let marketplace: TestMarketplace;
  let prefix: string;
  const said = (...args: string[]) => scorecards('leads', ...args, '--store', marketplace.store);

  beforeAll(async () => {
    marketplace = await TestMarketplace.make({ files: filesOf(policiesOf('GB')) });
    await marketplace.land([
      [`orders/dt=2026-11-10/a.jsonl`, ORDERS.map((row) => JSON.stringify(row)).join('\n')],
      [`orders/dt=${NIGHT}/a.jsonl`, JSON.stringify(order('today', 't', 'x', '12:00:00', { placed_at: `${NIGHT}T12:00:00Z` }))],
    ]);
    ({ prefix } = await marketplace.published(NIGHT));
  });
  afterAll(() => marketplace?.gone());

  it('are the sellers that the rule finds, and no other', async () => {
    expect(
      await ask(
        `SELECT lead, seller_id, status, twin, CAST(orders AS INTEGER) AS orders FROM ${await marketplace.relation(prefix, 'leads')} ORDER BY 2`,
      ),
    ).toEqual([
      { lead: 'brushing', seller_id: 'brushes', status: 'open', twin: null, orders: 3 },
      { lead: 'brushing', seller_id: 'presents', status: 'explained', twin: 'presents', orders: 3 },
    ]);
  });

  it('name no buyer in anything that is published', async () => {
    const evidence = await ask(`SELECT * FROM ${await marketplace.relation(prefix, 'lead_evidence')}`);
    expect(evidence).toHaveLength(6);
    for (const row of evidence) expect(Object.values(row)).not.toContain('x');
  });

  it('are listed with what was looked for; what did not land is not measured, and not none', async () => {
    const { out, code } = await said();
    expect(code).toBe(0);
    expect(out).toContain('1 lead open, 1 explained by an innocent twin.');
    expect(out).toContain('Brushing: 2 sellers, 1 open; 13 of 13 orders since 21 Sept 2026 could be told');
    expect(out).toContain('Tracking number used again: not measured; no order of 13 landed with tracking_number');
    expect(out).toMatch(/brushing:brushes:GB +open +3 +3 +1 +£30\.00 +10 Nov 2026\n/);
    expect(out).toMatch(/brushing:presents:GB +explained: presents +3 +3 +1 +£0\.00 +10 Nov 2026\n/);
  });

  it('open up into their orders', async () => {
    const { out } = await said('brushing:brushes:GB');
    expect(out).toMatch(/b2 +10 Nov 2026 11:00 +£10\.00 +no\. 1 +10 Nov 2026 10:00 +10 Nov 2026 11:00 +3 +1 +–\n/);
    const json = JSON.parse((await said('brushing:brushes:GB', '--json')).out) as { evidence: { order_id: string }[] };
    expect(json.evidence.map(({ order_id }) => order_id)).toEqual(['b0', 'b1', 'b2']);
  });

  it('are there where no metric is measured, and a seller of whom nothing is can be explained', async () => {
    const { out, code } = await scorecards('explain', 'brushes', '--store', marketplace.store);
    expect(code).toBe(0);
    expect(out).toContain('brushes');
    expect(out).toMatch(/not measured/i);
  });

  it('that there are not are told with those that there are', async () => {
    const { err, code } = await said('brushes');
    expect(code).toBe(2);
    expect(err).toContain('brushes: is no lead of run 2026-11-15-001; of this seller there are brushing:brushes:GB');
    expect((await said('nobody')).err).toContain('"scorecards leads" lists those that it has');
  });
});
