import type { Duck } from '../shared/duck.js';
import { type Clock, query, type RegionClock } from './queries.js';

/** No accepted moment is before 1970, and on some clocks the first hours of 1970 are the last of the day before. */
const FIRST_YEAR = 1971;

const known = new Map<string, Promise<Clock>>();

/**
 * The regions' clocks from the year before the first of some landing days to the year after the last, as DuckDB's time-zone database
 * has them. Regions whose clocks agree throughout share one.
 */
export function clockAround(duck: Duck, days: readonly string[], regions: readonly RegionClock[]): Promise<Clock> {
  const years = days.map((dt) => Number(dt.slice(0, 4)));
  const first = Math.max(FIRST_YEAR, Math.min(...years) - 1);
  const [from, to] = [`${first}-01-01 00:00:00`, `${Math.max(first + 1, Math.max(...years) + 2)}-01-01 00:00:00`];
  const key = JSON.stringify([from, to, regions.map((r) => [r.code, r.time_zone])]);
  const found = known.get(key) ?? readClock(duck, from, to, regions);
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
