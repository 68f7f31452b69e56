/** Local days in SQL, which never converts zones: their ends are rendered from the clocks of the zones (contracts/zones.ts). */
import { addDays, dayOfEpoch, daysBetween } from '../contracts/days.js';
import { type DayEnds, dayEndsOf } from '../contracts/zones.js';
import type { Policies } from '../policies/policy.js';
import { dateLiteral, quoted } from './literals.js';
import type { NightFacts } from './render.js';

type Night = Pick<NightFacts, 'policies' | 'run_date'>;

/** why ten years back: nothing older is in any window; and a year ahead, because nothing later can have become final. */
export const DAYS_BEFORE = 3660;
export const DAYS_AFTER = 400;

/** Regions whose clocks agreed throughout, and where their days end, newest first. */
interface History {
  codes: string[];
  ends: readonly DayEnds[];
}

/** By policies, and within them by run date: rules ask for hundreds of ends of days in one night. */
const historiesOf = new WeakMap<Policies, { run_date: string; histories: History[] }>();

function histories({ policies, run_date }: Night): readonly History[] {
  const known = historiesOf.get(policies);
  if (known?.run_date === run_date) return known.histories;
  const first = daysBetween('1970-01-01', addDays(run_date, -DAYS_BEFORE));
  const last = daysBetween('1970-01-01', addDays(run_date, DAYS_AFTER));
  const regions = policies.regions.map(({ code, time_zone }): History => {
    const all = dayEndsOf(time_zone);
    return {
      codes: [code],
      ends: all.filter(({ from }, at) => from <= last && (all[at + 1]?.from ?? last + 1) > first).reverse(),
    };
  });
  const found = { run_date, histories: together(regions) };
  historiesOf.set(policies, found);
  return found.histories;
}

function together(regions: readonly History[]): History[] {
  const alike = new Map<string, History>();
  for (const { codes, ends } of regions) {
    const key = JSON.stringify(ends);
    const history = alike.get(key) ?? { codes: [], ends };
    history.codes.push(...codes);
    alike.set(key, history);
  }
  return [...alike.values()];
}

const LITERAL = /^DATE '(\d{4}-\d\d-\d\d)'$/;

/** The histories that a day can meet; of a day that is written out, one end each, so that an engine has less to plan. */
function met(night: Night, day: string): readonly History[] {
  const literal = LITERAL.exec(day)?.[1];
  if (literal === undefined) return histories(night);
  const nth = daysBetween('1970-01-01', literal);
  return together(
    histories(night).map(({ codes, ends }) => ({
      codes,
      ends: [{ from: 0, seconds: (ends.find(({ from }) => from <= nth) ?? ends.at(-1)!).seconds }],
    })),
  );
}

/** SQL for the instant (UTC) at which a local day ends; regions whose clocks agreed throughout share a branch. */
export function endOfDaySql(night: Night, region: string, day: string): string {
  const groups = met(night, day);
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
export function localDaySql(night: Night, region: string, moment: string): string {
  const day = (later: number) => `CAST(${moment} - INTERVAL '12' HOUR + INTERVAL '${later}' DAY AS DATE)`;
  const ends = (later: number) => endOfDaySql(night, region, day(later));
  return `CASE WHEN ${moment} < ${ends(0)} THEN ${day(0)} WHEN ${moment} < ${ends(1)} THEN ${day(1)} ELSE ${day(2)} END`;
}
