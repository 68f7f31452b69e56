/** What a new seller's probation says, as sentences: rows of probations and probation_exits in, text out. */
import type * as z from 'zod';
import type { probationExits } from '../contracts/published/probation-exits.js';
import type { probations } from '../contracts/published/probations.js';
import type { Wording } from './wording.js';

export type ProbationRow = z.infer<typeof probations.row>;
export type ProbationExitRow = z.infer<typeof probationExits.row>;

/** Since when, how many orders a day, and what each way out still needs; of one that is over how it ended. */
export function probationNotes(row: ProbationRow, exits: readonly ProbationExitRow[], wording: Wording): string[] {
  const { format, words } = wording;
  const say = words.probation;
  if (row.state === 'ended') return [say.ended(format.day(row.ended_on), wording.said(row.exit ?? ''))];
  const { orders_a_day_at_most: cap, orders_today: today, most_orders_a_day: most, days_above: above } = row;
  const own = exits.filter(({ seller_id, programme }) => seller_id === row.seller_id && programme === row.programme);
  const ways = Map.groupBy(
    own.toSorted((a, b) => a.place - b.place),
    ({ exit }) => exit,
  );
  return [
    say.since(format.day(row.since), cap, format.count(cap)),
    `${say.soFar(today ?? 0, format.count(today ?? 0), format.count(most))}${above > 0 ? ` ${say.above(above, format.count(above))}` : ''}`,
    ...[...ways].map(([name, asks]) => say.exit(wording.said(name), format.list(asks.map((one) => askInWords(one, wording))))),
  ];
}

function askInWords({ ask, metric, value, needed, window_days, met }: ProbationExitRow, wording: Wording): string {
  const { format, words } = wording;
  const say = words.probation;
  if (ask === 'metric') return say.metric(wording.words.grammar.inSentence(wording.metricTitle(metric ?? '')), met);
  const [much, has] = [format.count(needed), format.count(value)];
  if (ask === 'days') return say.days(needed ?? 0, much, has);
  return say.orders(needed ?? 0, much, window_days === null ? null : format.count(window_days), has);
}

/** why 28 days: as long as expired points are told. */
const TOLD_FOR_DAYS = 28;

/** Of one seller under a programme, for readers who need no history: what lasts, and what has ended lately. */
export function probationNow(
  rows: readonly ProbationRow[],
  exits: readonly ProbationExitRow[],
  { seller_id, programme, run_date }: { seller_id: string; programme: string; run_date: string },
  wording: Wording,
): string[] {
  const row = rows.find((one) => one.seller_id === seller_id && one.programme === programme);
  if (!row) return [];
  const over = row.ended_on === null ? 0 : (Date.parse(run_date) - Date.parse(String(row.ended_on))) / 86_400_000;
  return over > TOLD_FOR_DAYS ? [] : probationNotes(row, exits, wording);
}
