/**
 * The Olist files as records, straight from the Parquet as published, without any landing: so that the import mapping of
 * examples/olist is itself compared with a second reading.
 */
import { join } from 'node:path';
import type { Region } from '../../policies/policy.js';
import { readParquet } from './parquet.js';
import { type Exemption, noRecords, type Order, type Records, type Review, TypedMoment } from './records.js';
import { type Day, endOfLocalDay, localDay, type Micros, momentOfWall } from './time.js';

const ZONE = 'America/Sao_Paulo';
const DAY = 24 * 3600 * 1_000_000;

type Row = Record<string, unknown>;

const rowsOf = async (folder: string, table: string): Promise<Row[]> =>
  (await readParquet(join(folder, `${table}.parquet`))).rows;

/** A naive Brazilian clock time as a moment. */
const moment = (value: unknown): Micros | null => (value instanceof TypedMoment ? momentOfWall(ZONE, value.micros) : null);

const groupBy = (rows: readonly Row[], name: string): Map<string, Row[]> => Map.groupBy(rows, (row) => row[name] as string);

export interface Olist {
  records: Records;
  regions: Pick<Region, 'code' | 'time_zone' | 'dispatch_milestone' | 'on_time_scan_saves'>[];
}

/**
 * @param folder holds orders.parquet, order_items.parquet, customers.parquet, order_reviews.parquet, products.parquet
 * @param onTimeScanSaves the policy switch, the same for every region
 */
export async function readOlist(folder: string, onTimeScanSaves = true): Promise<Olist> {
  const [orders, items, customers, reviews, products] = await Promise.all(
    ['orders', 'order_items', 'customers', 'order_reviews', 'products'].map((table) => rowsOf(folder, table)),
  );
  const itemsOf = groupBy(items!, 'order_id');
  const reviewsOf = groupBy(reviews!, 'order_id');
  const stateOf = new Map(customers!.map((row) => [row.customer_id as string, row.customer_state as string]));
  const buyerOf = new Map(customers!.map((row) => [row.customer_id as string, row.customer_unique_id as string]));

  /** The state, and the first two of the postcode's five digits. */
  const areaOf = new Map(
    customers!.map((row) => [
      row.customer_id as string,
      `${row.customer_state as string}-${(row.customer_zip_code_prefix as string).slice(0, 2)}`,
    ]),
  );
  const categoryOf = new Map(
    products!.map((row) => [row.product_id as string, (row.product_category_name ?? null) as string | null]),
  );

  const records = noRecords();
  const firstOrderOf = new Map<string, Day>();
  for (const row of orders!) {
    const order_id = row.order_id as string;
    const bySeller = groupBy(itemsOf.get(order_id) ?? [], 'seller_id');
    if (bySeller.size === 0) continue;
    const history = historyOf(row);
    const region = stateOf.get(row.customer_id as string)!;
    const destination_area = areaOf.get(row.customer_id as string)!;
    const buyer_id = buyerOf.get(row.customer_id as string)!;
    for (const [seller_id, its] of bySeller) {
      const ship_by = Math.min(...its.map((item) => moment(item.shipping_limit_date)!));
      const worth = { gmv_minor: its.reduce((sum, { price }) => sum + Math.round(Number(price) * 100), 0), currency: 'BRL' };
      const items = its.length;
      const category = categoryOf.get(dearestOf(its).product_id as string) ?? null;
      records.orders.push(
        ...history.map((version) => ({
          ...{ ...version, order_id, seller_id, buyer_id, region, destination_area, ship_by, items, category, ...worth },
        })),
      );
      firstOrderOf.set(seller_id, Math.min(history[0]!.dt, firstOrderOf.get(seller_id) ?? history[0]!.dt));
    }
    if (bySeller.size > 1) records.exemptions.push(sharedDispatch(order_id, history[0]!));
    else records.reviews.push(...firstReview(reviewsOf.get(order_id) ?? [], order_id, [...bySeller.keys()][0]!));
  }
  for (const [seller_id, dt] of firstOrderOf)
    records.sellers.push(Object.assign({ dt, updated_at: dt * DAY }, { seller_id, joined_on: dt }));
  const regions = [...new Set(stateOf.values())].sort().map((code) => ({
    ...{ code, time_zone: ZONE, on_time_scan_saves: onTimeScanSaves },
    dispatch_milestone: 'first_scan' as const,
  }));
  return { records, regions };
}

/** The dearest item; of equally dear ones the first in the basket. */
const dearestOf = (items: readonly Row[]): Row =>
  [...items].sort((a, b) => Number(b.price) - Number(a.price) || Number(a.order_item_id) - Number(b.order_item_id))[0]!;

type OrderVersion = Omit<
  Order,
  | 'order_id'
  | 'seller_id'
  | 'buyer_id'
  | 'region'
  | 'destination_area'
  | 'ship_by'
  | 'items'
  | 'category'
  | 'gmv_minor'
  | 'currency'
>;

/** The versions of an order as they would have landed: one per distinct moment, each knowing what had happened by then. */
function historyOf(row: Row): OrderVersion[] {
  const placed_at = moment(row.order_purchase_timestamp)!;
  const approved_at = moment(row.order_approved_at);
  const first_scan_at = moment(row.order_delivered_carrier_date);
  const delivered_at = moment(row.order_delivered_customer_date);
  const called_off = row.order_status === 'canceled' || row.order_status === 'unavailable';
  const cancelled_at = called_off ? (approved_at ?? placed_at) : null;
  const promised = (row.order_estimated_delivery_date as TypedMoment).micros / DAY;
  const moments = [placed_at, approved_at, first_scan_at, delivered_at].filter((m) => m !== null);
  const versions = [...new Set(moments.map((m) => Math.max(m, placed_at)))].sort((a, b) => a - b);
  return versions.map((updated_at) => {
    const known = (m: Micros | null) => (m !== null && m <= updated_at ? m : null);
    return {
      ...{ dt: localDay(ZONE, updated_at), updated_at, placed_at, fulfilment: 'seller' },
      ...{ deliver_by: endOfLocalDay(ZONE, Math.floor(promised)), confirmed_at: null, carrier: null, tracking_number: null },
      first_scan_at: known(first_scan_at),
      delivered_at: known(delivered_at),
      cancelled_at: known(cancelled_at),
      cancelled_by: known(cancelled_at) === null ? null : 'unknown',
    };
  });
}

/**
 * Some review ids serve several orders, so the order is part of the id here.
 * Seventeen reviews have no date and cannot be anybody's first.
 */
function firstReview(rows: readonly Row[], order_id: string, seller_id: string): Review[] {
  const dated = rows.flatMap((row) => {
    const created_at = moment(row.review_creation_date);
    return created_at === null ? [] : [{ created_at, id: row.review_id as string, rating: Number(row.review_score) }];
  });
  const [found] = dated.sort((a, b) => a.created_at - b.created_at || (a.id < b.id ? -1 : 1));
  if (!found) return [];
  const { created_at, rating } = found;
  const dt = localDay(ZONE, created_at);
  return [
    { review_id: `${found.id} ${order_id}`, order_id, seller_id, rating, about: null, created_at, updated_at: created_at, dt },
  ];
}

const sharedDispatch = (order_id: string, { dt, updated_at }: OrderVersion): Exemption => ({
  ...{
    exemption_id: `shared-dispatch-${order_id}`,
    order_id,
    dt,
    updated_at,
    metrics: ['late_dispatch'],
    reason: 'shared_dispatch',
  },
  ...{ seller_id: null, region: null, carrier: null, valid_from: null, valid_to: null },
});
