/** Local days in SQL, which never converts zones: their ends are rendered from the offsets of the zones (end-of-day.ts). */
import { addDays } from '../contracts/days.js';
import { offsetSpans } from './end-of-day.js';
import { dateLiteral, quoted } from './literals.js';
import type { NightFacts } from './render.js';

/** SQL for the instant (UTC) at which a local day ends; regions that share an offset history share a branch. */
export function endOfDaySql(facts: NightFacts, region: string, day: string): string {
  const first = addDays(facts.run_date, -3660);
  const last = addDays(facts.run_date, 400);
  const histories = new Map<string, { codes: string[]; spans: ReturnType<typeof offsetSpans> }>();
  for (const { code, time_zone } of facts.policies.regions) {
    const spans = spansOf(time_zone, first, last);
    const key = JSON.stringify(spans);
    const history = histories.get(key) ?? { codes: [], spans };
    history.codes.push(code);
    histories.set(key, history);
  }
  const groups = [...histories.values()];
  const minutes = (spans: ReturnType<typeof offsetSpans>): string => {
    if (spans.length === 1) return String(spans[0]!.minutes);
    const branches = spans.slice(0, -1).map((span) => `WHEN ${day} >= ${dateLiteral(span.from)} THEN ${span.minutes}`);
    return `CASE ${branches.join(' ')} ELSE ${spans.at(-1)!.minutes} END`;
  };
  const offset =
    groups.length === 1
      ? minutes(groups[0]!.spans)
      : `CASE ${groups.map((group) => `WHEN ${region} IN (${group.codes.map(quoted).join(', ')}) THEN ${minutes(group.spans)}`).join(' ')} END`;
  return `(CAST(${day} AS TIMESTAMP) + INTERVAL '1' DAY - (${offset}) * INTERVAL '1' MINUTE)`;
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

const spanCache = new Map<string, ReturnType<typeof offsetSpans>>();
function spansOf(zone: string, first: string, last: string): ReturnType<typeof offsetSpans> {
  const key = `${zone} ${first} ${last}`;
  const known = spanCache.get(key) ?? offsetSpans(zone, first, last);
  spanCache.set(key, known);
  return known;
}
