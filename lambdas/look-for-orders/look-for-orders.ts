import type { Landing } from '../../contracts/run/inputs.js';
import { countsKey, landingKey } from '../../contracts/run/keys.js';
import { acceptedIds } from '../shared/accepted-ids.js';
import { inTurns } from '../shared/in-turns.js';
import type { ObjectStore } from '../shared/object-store.js';
import { readParquet } from '../shared/read-parquet.js';
import { need, readPolicies } from '../shared/read-run-files.js';

/** Seconds. why 15 minutes: a look lists all of landing, and nobody sees before the deadline whether a night ended ten minutes later. */
export const BETWEEN_LOOKS = 15 * 60;
/** why 16: each is a small object. */
const READ_AT_ONCE = 16;

export interface Looked {
  /** Regions that must land orders every day, and of which no order of the run date is accepted yet. */
  awaited: string[];
  /** Whether to wait and look again. */
  wait: boolean;
  /** For how long. */
  seconds: number;
}

/**
 * Looks whether each region that must land orders every day has landed one for the run date: the very question that stops a night at
 * the gate (sql/checks/region_day_without_orders.sql), asked while a late file can still come. No marker is asked of who lands files.
 */
export async function lookForOrders(given: {
  store: ObjectStore;
  prefix: string;
  run_date: string;
  /** ISO 8601. */
  now: string;
  wait_until: string;
}): Promise<Looked> {
  const { store, prefix, run_date } = given;
  const { regions } = await readPolicies(store, prefix);
  const here = await regionsWithOrders(store, prefix, run_date);
  const awaited = regions.filter((one) => one.must_land_orders_daily && !here.has(one.code)).map(({ code }) => code);
  const left = Math.ceil((Date.parse(given.wait_until) - Date.parse(given.now)) / 1000);
  const wait = awaited.length > 0 && left > 0;
  return { awaited, wait, seconds: wait ? Math.min(BETWEEN_LOOKS, left) : 0 };
}

async function regionsWithOrders(store: ObjectStore, prefix: string, runDate: string): Promise<Set<unknown>> {
  const { files } = await need<Landing>(store, landingKey(prefix));
  const ids = await acceptedIds(store, prefix);
  const ofDay = files.filter(({ dataset, dt }) => dataset === 'orders' && dt === runDate);
  const here = new Set<unknown>();
  await inTurns(ofDay, READ_AT_ONCE, async (file) => {
    const id = 'file_id' in file ? file.file_id : ids.get(file.key);
    if (id === undefined) return;
    const counts = await readParquet(store, countsKey('orders', runDate, id), { columns: ['region', 'accepted'] });
    for (const { region, accepted } of counts) if (Number(accepted) > 0) here.add(region);
  });
  return here;
}
