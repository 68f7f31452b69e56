import type { Duck } from '../shared/duck.js';
import { type Clock, query, type RegionClock } from './queries.js';

const known = new Map<string, Promise<Clock>>();

/**
 * The regions' clocks from the year before a landing day to the year after it, as DuckDB's time-zone database has them.
 * Regions whose clocks agree throughout share one.
 */
export function clockAround(duck: Duck, dt: string, regions: readonly RegionClock[]): Promise<Clock> {
  const year = Number(dt.slice(0, 4));
  const key = JSON.stringify([year, regions.map((r) => [r.code, r.time_zone])]);
  const found = known.get(key) ?? readClock(duck, `${year - 1}-01-01 00:00:00`, `${year + 2}-01-01 00:00:00`, regions);
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

async function readClock(duck: Duck, from: string, to: string, regions: readonly RegionClock[]): Promise<Clock> {
  const zones = [...new Set(regions.map((r) => r.time_zone))].sort();
  const rows = await duck.run(query('clock_switches.sql', { from, to, zones }));
  const kinds = new Map<string, Clock['kinds'][number]>();
  for (const { code, time_zone } of regions) {
    const spans = rows
      .filter((row) => row.time_zone === time_zone)
      .map((row) => ({ until: String(row.until), offset_seconds: Number(row.offset_seconds) }));
    const kind = kinds.get(JSON.stringify(spans)) ?? { codes: [], spans };
    kind.codes.push(code);
    kinds.set(JSON.stringify(spans), kind);
  }
  return { from, to, kinds: [...kinds.values()] };
}
