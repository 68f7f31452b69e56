import { addDays, dayOfEpoch, daysBetween } from '../../contracts/days.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import { dayEndsOf } from '../../contracts/zones.js';
import type { Policies } from '../../policies/policy.js';

/** why a year: what changed further back or ahead moves no window of tonight. */
const DAYS = 365;

/** How far before UTC's midnight local days end around the run date, by zone of the regions: `[first day, seconds]`. */
export function clocksAround(run_date: string, regions: Policies['regions']): NonNullable<RunFacts['clocks']> {
  const nth = daysBetween('1970-01-01', run_date);
  return Object.fromEntries(
    [...new Set(regions.map(({ time_zone }) => time_zone))].sort().map((zone) => {
      const all = dayEndsOf(zone);
      const near = all.filter(({ from }, at) => from <= nth + DAYS && (all[at + 1]?.from ?? Infinity) > nth - DAYS);
      return [zone, near.map(({ from, seconds }): [string, number] => [dayOfEpoch(from), seconds])];
    }),
  );
}

/** Zones whose days end otherwise than the run before was told, with the first such day that both runs know of. */
export function clockChanges(
  before: Pick<RunFacts, 'clocks' | 'run_date'>,
  now: Pick<RunFacts, 'clocks' | 'run_date'>,
): NonNullable<RunFacts['clock_changes']> {
  const told = new Map(Object.entries(before.clocks ?? {}));
  const first = addDays(now.run_date, -DAYS);
  const last = addDays(before.run_date, DAYS);
  return Object.entries(now.clocks ?? {}).flatMap(([time_zone, ends]) => {
    const then = told.get(time_zone);
    if (!then) return [];
    const days = [first, ...[...ends, ...then].map(([day]) => day)].filter((day) => day >= first && day <= last).sort();
    const changed = days.find((day) => secondsOn(ends, day) !== secondsOn(then, day));
    return changed === undefined
      ? []
      : [
          {
            time_zone,
            from_day: changed,
            hours_before: secondsOn(then, changed) / 3600,
            hours_now: secondsOn(ends, changed) / 3600,
          },
        ];
  });
}

const secondsOn = (ends: readonly [string, number][], day: string): number =>
  (ends.findLast(([from]) => from <= day) ?? ends[0]!)[1];
