import { expect, test } from 'vitest';
import type { SellerRow } from '../../dashboard/src/sellers/listed.js';
import { Page } from '../../dashboard/src/sellers/open-list.js';

const rows = Array.from({ length: 1234 }, (_, nth) => ({ seller_id: `s${nth}` }) as SellerRow);
const query = { search: '', programme: '', tier: '', moved: '', sort: '' };
const found = { rows: rows.length, sellers: rows.length, all: rows.length, programmes: [], tiers: [] };
const pageOf = () => new Page(query, found, rows.slice(0, 100), async (from, to) => rows.slice(from, to));

test('paper has the rows that have come, in their order and without a hole, and at most as many as asked', async () => {
  const page = pageOf();
  expect(page.atHand(500)).toEqual(rows.slice(0, 100));
  await new Promise<void>((came) => page.need(900, 910, came));
  expect(page.atHand(500)).toHaveLength(100);
  let times = 0;
  await new Promise<void>((all) => page.need(0, 400, () => ++times === 4 && all()));
  expect(page.atHand(500)).toEqual(rows.slice(0, 500));
  expect(page.atHand(120)).toHaveLength(120);
});
