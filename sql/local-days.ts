/** Local days in SQL, which never converts zones: their ends are rendered from the clocks of the zones (contracts/zones.ts). */
import { addDays, dayOfEpoch, daysBetween } from '../contracts/days.js';
import { type DayEnds, dayEndsOf } from '../contracts/zones.js';
import { dateLiteral, quoted } from './literals.js';
import type { NightFacts } from './render.js';

/** why ten years back: nothing older is in any window; and a year ahead, because nothing later can have become final. */
const DAYS_BEFORE = 3660;
const DAYS_AFTER = 400;

/** SQL for the instant (UTC) at which a local day ends; regions whose clocks agreed throughout share a branch. */
export function endOfDaySql(facts: NightFacts, region: string, day: string): string {
  const first = daysBetween('1970-01-01', addDays(facts.run_date, -DAYS_BEFORE));
  const last = daysBetween('1970-01-01', addDays(facts.run_date, DAYS_AFTER));
  const histories = new Map<string, { codes: string[]; ends: readonly DayEnds[] }>();
  for (const { code, time_zone } of facts.policies.regions) {
    const all = dayEndsOf(time_zone);
    const ends = all.filter(({ from }, at) => from <= last && (all[at + 1]?.from ?? last + 1) > first).reverse();
    const key = JSON.stringify(ends);
    const history = histories.get(key) ?? { codes: [], ends };
    history.codes.push(code);
    histories.set(key, history);
  }
  const groups = [...histories.values()];
  const seconds = (ends: readonly DayEnds[]): string => {
    if (ends.length === 1) return String(ends[0]!.seconds);
    const branches = ends.slice(0, -1).map((one) => `WHEN ${day} >= ${dateLiteral(dayOfEpoch(one.from))} THEN ${one.seconds}`);
    return `CASE ${branches.join(' ')} ELSE ${ends.at(-1)!.seconds} END`;
  };
  const offset =
    groups.length === 1
      ? seconds(groups[0]!.ends)
      : `CASE ${groups.map((group) => `WHEN ${region} IN (${group.codes.map(quoted).join(', ')}) THEN ${seconds(group.ends)}`).join(' ')} END`;
  return `(CAST(${day} AS TIMESTAMP) + INTERVAL '1' DAY - (${offset}) * INTERVAL '1' SECOND)`;
}

/**
 * SQL for the local day of an instant. why not by the offset at that instant: days are told apart by their ends everywhere else.
 * No zone is more than 12 hours behind UTC or 14 ahead, so that one of three days is it.
 */
export function localDaySql(facts: NightFacts, region: string, moment: string): string {
  const day = (later: number) => `CAST(${moment} - INTERVAL '12' HOUR + INTERVAL '${later}' DAY AS DATE)`;
  const ends = (later: number) => endOfDaySql(facts, region, day(later));
  return `CASE WHEN ${moment} < ${ends(0)} THEN ${day(0)} WHEN ${moment} < ${ends(1)} THEN ${day(1)} ELSE ${day(2)} END`;
}
