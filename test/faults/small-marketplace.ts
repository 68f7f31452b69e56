/** As little as a night can be of and still mail: one region, one metric, six sellers, three days around a Monday. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addDays } from '../../contracts/days.js';

export const SUNDAY = '2026-11-15';
export const MONDAY = '2026-11-16';
export const TUESDAY = '2026-11-17';

const SELLERS = ['ada', 'bo', 'cy', 'di', 'ed', 'flo'];
const ORDERS_A_DAY = 3;

const REGIONS = `
GB: { name: United Kingdom, time_zone: Europe/London, currency: GBP, must_land_orders_daily: false, dispatch_milestone: first_scan, on_time_scan_saves: true }
`;
const why = 'why: "as the test wants"';
const POLICIES: Readonly<Record<string, string>> = {
  'regions.yaml': `regions:
  ${REGIONS.trim()}
mails:
  from: "Seller Scorecards <scorecards@marketplace.example>"
  leadership: [leadership@marketplace.example]
  regional_teams: { GB: [team-gb@marketplace.example] }
  operators: [operators@marketplace.example]
`,
  'metrics.yaml': 'metrics:\n  late_dispatch:\n',
  'standards.yaml': `programme: standards
title: Standards
version: "1.0"
in_force_from: 2020-01-01
regions: [GB]
tiers:
  - { key: good, title: Good, means: "Meets the standard." }
  - { key: below, title: Below, means: "Does not." }
standard: good
assessable: { orders: 2, window_days: 90, ${why} }
metrics:
  late_dispatch:
    window_days: 30
    ${why}
    at_least: { counted: 1, ${why} }
    tiers:
      good: { at_most: 0.3, ${why} }
`,
};

const order = (seller: string, day: string, n: number): string => {
  // Whose tier falls on Tuesday, when Sunday's orders are final.
  const late = seller === 'bo' || (seller === 'cy' && n === 0) || (seller === 'di' && day === SUNDAY);
  return JSON.stringify({
    ...{ seller_id: seller, order_id: `${seller}-${day}-${n}`, region: 'GB', fulfilment: 'seller' },
    ...{ placed_at: `${day}T08:0${n}:00Z`, ship_by: `${day}T17:00:00Z` },
    first_scan_at: late ? `${addDays(day, 1)}T09:00:00Z` : `${day}T15:00:00Z`,
    ...{ gmv_minor: 1_000 + n, currency: 'GBP', updated_at: `${day}T23:00:00Z` },
  });
};

/** Orders of a day land with it; on Tuesday one of Saturday's lands again, in time after all. */
function ordersOf(day: string, last: string): string {
  const rows = SELLERS.flatMap((seller) => Array.from({ length: ORDERS_A_DAY }, (_, n) => order(seller, day, n)));
  if (day === last) {
    const again = { ...JSON.parse(order('bo', addDays(day, -3), 1)), first_scan_at: `${addDays(day, -3)}T15:00:00Z` };
    rows.push(JSON.stringify({ ...again, updated_at: `${day}T20:00:00Z` }));
  }
  return `${rows.join('\n')}\n`;
}

const SELLER_ROWS = SELLERS.map(
  (seller) =>
    `${seller},${seller.toUpperCase()} Ltd,${seller}@seller.example,GB,2026-01-01,active,${seller === 'di' ? 'changes' : 'daily'},2026-01-01T00:00:00Z`,
);

/** Lands five days that end on `last`, and writes the policies, below a folder. */
export async function smallMarketplace(folder: string, last: string = TUESDAY): Promise<{ landing: string; policies: string }> {
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const [name, text] of Object.entries(POLICIES)) await write(`policies/${name}`, text);
  for (let ago = 4; ago >= 0; ago--) {
    const day = addDays(last, -ago);
    await write(`landing/orders/dt=${day}/orders.jsonl`, ordersOf(day, last));
  }
  const head = 'seller_id,name,email,home_region,joined_on,status,email_frequency,updated_at';
  await write(`landing/sellers/dt=${addDays(last, -4)}/sellers.csv`, `${[head, ...SELLER_ROWS].join('\n')}\n`);
  return { landing: join(folder, 'landing'), policies: join(folder, 'policies') };
}

/** A shop's own files and the mapping that lands them. */
export async function smallShop(folder: string): Promise<{ from: string; mapping: string }> {
  await mkdir(join(folder, 'shop'), { recursive: true });
  await mkdir(join(folder, 'mapping'), { recursive: true });
  const days = Array.from({ length: 6 }, (_, n) => addDays(SUNDAY, -n));
  const lines = days.flatMap((day, n) => SELLERS.map((seller) => `${seller}-${n},${seller},${day} 10:00:00,9.${n}0`));
  await writeFile(join(folder, 'shop/sales.csv'), `${['no,shop,bought,price', ...lines].join('\n')}\n`);
  await writeFile(
    join(folder, 'mapping/orders.sql'),
    `select no as order_id, shop as seller_id, 'GB' as region, 'seller' as fulfilment, bought::timestamp as placed_at,
  round(price::double * 100)::bigint as gmv_minor, 'GBP' as currency, bought::timestamp as updated_at, bought::date as landed_on
from source.sales`,
  );
  return { from: join(folder, 'shop'), mapping: join(folder, 'mapping') };
}
