/** What a seller's standings say, as sentences: rows of standings and metric_standings in, text out. */
import type * as z from 'zod';
import { addDays } from '../contracts/days.js';
import type { metricStandings } from '../contracts/published/metric-standings.js';
import type { standings } from '../contracts/published/standings.js';
import type { tierMix } from '../contracts/published/tier-mix.js';
import type { Programme } from '../policies/policy.js';
import type { Wording } from './wording.js';

export type StandingRow = z.infer<typeof standings.row>;
export type MetricStandingRow = z.infer<typeof metricStandings.row>;
/** Of one what sentences and marks are made of. */
export type NotedStanding = Omit<MetricStandingRow, 'official_verdict' | 'counted' | 'fault' | 'fault_days'>;

/** A run of an earlier version knows nothing of who holds it. */
type MixRow = Pick<z.infer<typeof tierMix.row>, 'sellers' | 'share'> & { held?: number | null; held_share?: number | null };

type Named = Pick<Programme, 'tiers'> | undefined;

/** What a seller holds under a programme; undefined where nothing was evaluated yet, so that what is proposed is all there is. */
export const heldUnder = (rows: readonly StandingRow[], programme: string): StandingRow | undefined =>
  rows.find((row) => row.programme === programme && row.evaluated_on !== null);

/** How many sellers of a row of tier_mix are shown under its tier: who hold it, or where nothing is held who are proposed for it. */
export const mixShown = ({ sellers, share, held, held_share }: MixRow): { sellers: number; share: number } => ({
  sellers: held ?? sellers,
  share: held_share ?? share,
});

/** The tier that readers are shown: the one held, or where no evaluation was made yet the one proposed. */
export const tierShown = (proposed: string, standing: Pick<StandingRow, 'official_tier' | 'evaluated_on'> | undefined): string =>
  standing && standing.evaluated_on !== null ? standing.official_tier : proposed;

/** Why a seller holds the tier, as a clause in lower case. */
export function heldBecause(row: StandingRow, { words, format, metricTitle }: Wording): string {
  const say = words.standing.because;
  const [since, next] = [format.day(row.since), format.day(row.next_evaluation_on)];
  if (row.because === 'not_evaluated' || row.because === 'not_assessable') return say[row.because](next);
  const because =
    row.because === 'confirmed'
      ? say.confirmed(since, next, words.grammar.inSentence(metricTitle(row.because_metric ?? '')))
      : say[row.because](since, next);
  if (!row.due_on || !row.evaluated_on || row.due_on === row.evaluated_on) return because;
  return `${because}; ${words.standing.missedDay(format.day(row.due_on), format.day(row.evaluated_on))}`;
}

/** What an evaluation tonight would change of it; undefined where nothing. */
export function heldProjected(row: StandingRow, programme: Named, { words, tierTitle }: Wording): string | undefined {
  if (row.projected_tier === row.official_tier) return undefined;
  const tier = tierTitle(programme, row.projected_tier);
  return row.projected_because === 'gate'
    ? words.standing.projectedByGate(tier, tierTitle(programme, row.official_tier))
    : words.standing.projected(tier);
}

/** What stands of one metric, a sentence each; none where the bound is met and no notice stands. */
export function standingNotes(
  row: NotedStanding,
  { programme, next, run_date }: { programme: Named; next: string; run_date: string },
  wording: Wording,
): string[] {
  const { words, format, tierTitle } = wording;
  const say = words.standing;
  const ofNotice = noticeNotes(row, programme, run_date, wording);
  const leftOver =
    row.worst_day && row.beyond_luck
      ? [
          say.leftOver(
            format.shortDay(row.worst_day),
            format.count(row.worst_day_fault),
            format.count(row.fault_left),
            format.count(row.counted_left),
            format.count(row.beyond_luck - 1),
          ),
        ]
      : [];
  if (row.notice_on && row.notice_on < run_date) return ofNotice;
  if (row.verdict === 'watch' && row.at_most !== null)
    return [...ofNotice, say.watch(format.bound(row.at_most), tierTitle(programme, row.held_tier ?? '')), ...leftOver];
  if (row.verdict !== 'notice') return ofNotice;
  return [
    ...(row.notice_on ? ofNotice.slice(0, 1) : [say.wouldNotice(format.day(next))]),
    ...leftOver,
    ...(row.once_in_years ? [say.rare(row.once_in_years)] : []),
    ...ofNotice.slice(1),
    ...(row.to_a_person ? [say.toAPerson] : []),
  ];
}

/** Of the notice that stands, or that tonight ended. */
function noticeNotes(row: NotedStanding, programme: Named, run_date: string, { words, format, tierTitle }: Wording): string[] {
  const say = words.standing;
  const since = [format.count(row.fresh_left), format.count(row.fresh_counted)] as const;
  if (row.notice_on && row.fresh_until && row.settled_from) {
    const bound = format.bound(row.notice_at_most);
    return [
      say.notice(format.day(row.notice_on), tierTitle(programme, row.notice_tier ?? ''), bound),
      say.cure(format.shortDay(addDays(row.notice_on, 1)), format.shortDay(row.fresh_until), bound, format.day(row.settled_from)),
      ...(row.notice_on < run_date ? [say.soFar(...since, format.count(row.fresh_allowed))] : []),
    ];
  }
  if (row.fresh_counted === null) return [];
  return row.verdict === 'confirmed' ? [say.confirmed(...since, format.bound(row.at_most))] : [say.ended(...since)];
}
