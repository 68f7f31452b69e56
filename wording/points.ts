/** What a seller's points say, as sentences: rows of points_standings and points_entries in, text out. */
import type * as z from 'zod';
import type { pointsEntries } from '../contracts/published/points-entries.js';
import type { pointsStandings } from '../contracts/published/points-standings.js';
import type { Programme } from '../policies/policy.js';
import type { Wording } from './wording.js';

export type PointsStandingRow = z.infer<typeof pointsStandings.row>;
export type PointsEntryRow = z.infer<typeof pointsEntries.row>;

type Named = Pick<Programme, 'tiers' | 'points'>;

/** What stands, what it is, and when it falls: a sentence each. */
export function pointsNotes(row: PointsStandingRow, programme: Named, wording: Wording): string[] {
  const { words, format, tierTitle } = wording;
  const say = words.points;
  const milestone = (at: number | null) => programme.points?.milestones.find((one) => one.at === at);
  const [reached, next] = [milestone(row.milestone), milestone(row.next_milestone)];
  const falls =
    row.rating_then !== null
      ? say.ratingThen(format.day(row.falls_on), format.count(row.rating_then))
      : say.falls(format.day(row.falls_on), format.count(row.points_then), row.points_then ?? 0);
  return [
    `${standsOf(row, next, programme, wording)}.`,
    ...(reached ? [say.reached(format.count(reached.at), reached.title, reached.means)] : []),
    ...(reached?.effect ? [reached.effect.in_words] : []),
    ...(row.caps_at ? [say.caps(tierTitle(programme, row.caps_at))] : []),
    ...(row.falls_on ? [falls] : []),
  ];
}

type Milestone = NonNullable<Named['points']>['milestones'][number];

/** `2 points stand; Warned begins at 12`, or the rating and what it is made of. */
function standsOf(row: PointsStandingRow, next: Milestone | undefined, { points }: Named, { words, format }: Wording): string {
  const say = words.points;
  const have = format.count(row.points);
  const total = (): string => {
    if (row.rating === null || !points?.rating) return say.total(row.points, have);
    const [rating, starts] = [format.count(row.rating), format.count(points.rating.starts_at)];
    return say.rating(rating, starts, have, row.points, row.earned ? format.count(row.earned) : undefined);
  };
  return next ? `${total()}; ${say.next(format.count(next.at), next.title)}` : total();
}

/** What gave points, from when to when, and whether it counts. */
export function pointsEntry(row: PointsEntryRow, { words, format, metricTitle }: Wording): string {
  const say = words.points;
  const what = row.kind === 'missed_metric' ? say.missed(words.grammar.inSentence(metricTitle(row.what))) : row.what;
  return say.entry(
    ...([format.count(row.points), row.points, what, format.day(row.given_on), format.day(row.last_day)] as const),
    row.entry_id,
  );
}
