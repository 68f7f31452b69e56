/** Orders that are signs of abuse, and some that only look like it, of sellers that the sample has too: what a night finds of them is known beforehand. */
import { join } from 'node:path';
import { FolderStore } from '../../infra/local/object-store.js';
import { SAMPLE_LAST_DAY } from '../../sample/marketplace.js';

type Order = Readonly<Record<string, string | number | null>>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CURRENCIES: Readonly<Record<string, string>> = { GB: 'GBP' };
const iso = (at: number): string => new Date(at).toISOString();

/** An order like any other but for what is said of it. Times are hours after it was placed. */
interface Made {
  seller: string;
  region: string;
  placed: number;
  buyer?: string;
  area?: string | null;
  tracking?: string | null;
  carrier?: string;
  scanned?: number;
  minor?: number;
  currency?: string;
}

function landed({ seller, region, placed, buyer, area = null, ...made }: Made, nth: number): Order {
  const { tracking = `TRK99${10_000 + nth}`, carrier = 'Swiftline', scanned = 30, minor = 2000 + 135 * nth } = made;
  return {
    ...{ seller_id: seller, order_id: `lead-${nth}`, buyer_id: buyer ?? `buyer ${nth}`, region, category: 'books' },
    ...{ fulfilment: 'seller', placed_at: iso(placed), ship_by: iso(placed + 48 * HOUR), confirmed_at: iso(placed + 20 * HOUR) },
    ...{ first_scan_at: iso(placed + scanned * HOUR), delivered_at: iso(placed + 140 * HOUR), cancelled_at: null },
    ...{ carrier, tracking_number: tracking, destination_area: area, items: 1, gmv_minor: minor },
    ...{ currency: made.currency ?? CURRENCIES[region] ?? 'EUR', updated_at: `${SAMPLE_LAST_DAY}T02:00:00Z` },
  };
}

const at = (text: string): number => Date.parse(text);
/** So many in a row, some minutes from each other. */
const inARow = (
  many: number,
  minutes: number,
  from: string,
  order: Omit<Made, 'placed'>,
  each: readonly Partial<Made>[],
): Made[] =>
  Array.from({ length: many }, (_, nth) => ({ ...order, placed: at(from) + nth * minutes * MINUTE, ...each[nth % each.length] }));

const MADE: readonly Made[] = [
  // Brushing: open; presents; and half of each, one order of it in a currency that is not the region's.
  ...inARow(6, 3, '2026-11-04T10:00:00Z', { seller: 'always-on-time', region: 'DE', area: '10' }, [
    { buyer: 'a' },
    { buyer: 'b' },
  ]),
  ...inARow(3, 4, '2026-11-05T09:00:00Z', { seller: 'exactly-four', region: 'GB', buyer: 'c' }, [
    ...[{ area: 'SW' }, { area: 'NE' }, { area: 'LS' }],
  ]),
  ...inARow(6, 5, '2026-11-06T18:00:00Z', { seller: 'strike-bound', region: 'FR', tracking: null }, [
    ...[
      { buyer: 'd', area: '75' },
      { buyer: 'd', area: '69' },
      { buyer: 'd', area: '13' },
    ],
    ...[
      { buyer: 'e', area: '75' },
      { buyer: 'e', area: '75', currency: 'USD' },
      { buyer: 'e', area: '75' },
    ],
  ]),
  // Numbers used again: to several places, one of them not known; one buyer's; neighbours', of a seller that does it in two regions.
  ...inARow(3, 500, '2026-11-03T12:00:00Z', { seller: 'slipping-gold', region: 'DE', tracking: 'TRK7700001' }, [
    ...[{ area: '10' }, { area: '20' }, { area: null }],
  ]),
  ...inARow(2, 500, '2026-11-03T12:00:00Z', { seller: 'tiny-teapots', region: 'GB', tracking: 'TRK7700002', area: 'SW' }, [
    { buyer: 'f' },
  ]),
  ...inARow(2, 900, '2026-11-04T12:00:00Z', { seller: 'always-on-time', region: 'IT', tracking: 'TRK7700003', area: '20' }, [{}]),
  ...inARow(2, 700, '2026-11-07T12:00:00Z', { seller: 'always-on-time', region: 'DE', tracking: 'TRK7700004' }, [
    ...[{ area: '10' }, { area: '20' }],
  ]),
  // Scanned before: one seller alone, and a carrier whose times are wrong for five.
  ...inARow(2, 2000, '2026-11-05T12:00:00Z', { seller: 'on-the-mend', region: 'DE' }, [{ scanned: -50 }, { scanned: -30 }]),
  ...['feed-1', 'feed-2', 'feed-3', 'feed-4', 'feed-5'].map(
    (seller): Made => ({ seller, region: 'ES', placed: at('2026-11-04T08:00:00Z'), carrier: 'Feed Wrong', scanned: -40 }),
  ),
  // Confirmed in time, scanned days after it was due.
  ...inARow(12, 700, '2026-11-02T08:00:00Z', { seller: 'late-hider', region: 'ES' }, [{ scanned: 100 }, { scanned: 123 }]),
];

/** Adds the orders to a landing folder. */
export async function landLeads(landing: string): Promise<void> {
  await landOrders(landing, 'leads', MADE.map(landed));
}

const landOrders = (landing: string, name: string, rows: readonly Order[]): Promise<unknown> =>
  new FolderStore(landing).write(
    join('orders', `dt=${SAMPLE_LAST_DAY}`, `${name}.jsonl`),
    rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  );

/** A landing of these orders alone, with shop names, and an order of the last day in each region, without which a night stops. */
export async function landLeadsAlone(landing: string, names: Readonly<Record<string, string>>): Promise<void> {
  await landLeads(landing);
  const today = ['DE', 'ES', 'FR', 'GB', 'IE', 'IT'].map((region, nth) => {
    const placed = at(`${SAMPLE_LAST_DAY}T01:00:00Z`);
    const later = { ship_by: null, confirmed_at: null, first_scan_at: null, delivered_at: null, tracking_number: null };
    return { ...landed({ seller: 'late-hider', region, placed }, 1000 + nth), ...later };
  });
  await landOrders(landing, 'today', today);
  const head = 'seller_id,name,email,locale,home_region,joined_on,status,email_frequency,updated_at';
  const lines = Object.entries(names).map(
    ([seller, name]) => `${seller},"${name.replaceAll('"', '""')}",,,DE,2024-01-01,active,,${SAMPLE_LAST_DAY}T02:00:00Z`,
  );
  await new FolderStore(landing).write(join('sellers', `dt=${SAMPLE_LAST_DAY}`, 'sellers.csv'), [head, ...lines, ''].join('\n'));
}
