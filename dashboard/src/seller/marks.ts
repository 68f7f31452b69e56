/** What happened while a metric had its weeks: rows and policy in, days with sentences out. Pure. */
import { daysBetween } from '../../../contracts/days.js';
import type { Programme, ProgrammeMetric } from '../../../policies/policy.js';
import type { DecisionRow } from '../../../wording/decision.js';
import { sellerHistory } from '../../../wording/english/seller-history.js';
import type { NotedStanding, StandingRow } from '../../../wording/standing.js';
import type { Wording } from '../../../wording/wording.js';
import type { Exempted } from '../data/history.js';

export const MARKS = ['policy', 'evaluation', 'notice', 'decision', 'exempted'] as const;

export interface Mark {
  kind: (typeof MARKS)[number];
  on: string;
  /** The last day of a span. */
  to?: string | undefined;
  says: string;
}

export interface Happened {
  programme: Programme;
  held: StandingRow | undefined;
  standings: readonly NotedStanding[];
  decisions: readonly DecisionRow[];
  exempted: readonly Exempted[];
}

const say = sellerHistory.mark;
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

const ofPolicy = (programme: Programme, { peaks = [], paused }: Partial<ProgrammeMetric>): Mark[] => [
  { kind: 'policy', on: programme.in_force_from, says: say.policy(programme.version) },
  ...(paused ? [{ kind: 'policy' as const, on: paused.from, says: say.paused }] : []),
  ...peaks.map(({ name, from, to }) => ({ kind: 'policy' as const, on: from, to, says: say.peak(name) })),
];

function ofEvaluations(held: StandingRow | undefined, tier: (key: string) => string): Mark[] {
  if (!held?.evaluated_on) return [];
  const last: Mark = { kind: 'evaluation', on: held.evaluated_on, says: say.evaluated(tier(held.official_tier)) };
  if (!held.since || held.since === held.evaluated_on) return [last];
  return [last, { kind: 'evaluation', on: held.since, says: say.since(tier(held.official_tier)) }];
}

const ofNotice = (row: NotedStanding | undefined, { format }: Wording): Mark[] =>
  row?.notice_on
    ? [
        { kind: 'notice', on: row.notice_on, says: say.notice(format.bound(row.notice_at_most)) },
        ...(row.fresh_until ? [{ kind: 'notice' as const, on: row.fresh_until, says: say.fresh }] : []),
      ]
    : [];

/** A change in effect on the day of its evaluation is told once. */
function ofDecision(row: DecisionRow, tier: (key: string) => string): Mark[] {
  const [from, to] = [tier(row.tier_before), tier(row.tier_after)];
  const at = (on: string | null, says: string): Mark[] => (on ? [{ kind: 'decision', on, says }] : []);
  return [
    ...(row.effective_on === row.evaluated_on ? [] : at(row.evaluated_on, say.decision(from, to))),
    ...at(row.effective_on, say.effective(from, to)),
    ...at(row.appealed_at && dayOf(row.appealed_at), say.appealed),
    ...at(row.given_back_on, say.givenBack(from)),
  ];
}

/** why seven: what is exempted for one reason, week after week, is read as one. */
const APART = 7;

/** What is exempted for a reason, by the first and the last of its days; days far apart are told apart. */
function ofExemptions(rows: readonly Exempted[], metric: string, { words, counted, format, reason }: Wording): Mark[] {
  // A row is an order, however many items it has.
  const noun = counted(metric);
  const { one, many } = noun.many === words.units.items.many ? words.units.orders : noun;
  return [...Map.groupBy(rows, (row) => row.reason).values()].flatMap((alike) => {
    const spans: string[][] = [];
    for (const { cohort_day } of alike.toSorted((a, b) => (a.cohort_day < b.cohort_day ? -1 : 1))) {
      const before = spans.at(-1);
      if (before && daysBetween(before.at(-1)!, cohort_day) <= APART) before.push(cohort_day);
      else spans.push([cohort_day]);
    }
    return spans.map((days): Mark => {
      const [on, to] = [days[0]!, days.at(-1)!];
      const says = say.exempted(format.many(days.length, one, many), reason(metric, alike[0]!.reason));
      return { kind: 'exempted', on, ...(to !== on && { to }), says };
    });
  });
}

/** Marks of a metric between two days, the oldest first; of a span what is within. */
export function marksOf(
  { programme, held, standings, decisions, exempted }: Happened,
  metric: string,
  { first, last }: { first: string; last: string },
  wording: Wording,
): Mark[] {
  const here = (row: { programme: string; metric: string }): boolean =>
    row.programme === programme.programme && row.metric === metric;
  const tier = (key: string): string => wording.tierTitle(programme, key);
  const all = [
    ...ofPolicy(programme, programme.metrics.find((one) => one.metric === metric) ?? {}),
    ...ofEvaluations(held, tier),
    ...ofNotice(standings.find(here), wording),
    ...decisions.filter((row) => row.programme === programme.programme).flatMap((row) => ofDecision(row, tier)),
    ...ofExemptions(exempted.filter(here), metric, wording),
  ];
  return all
    .filter(({ on, to = on }) => to >= first && on <= last)
    .map((mark) => ({
      ...mark,
      on: mark.on < first ? first : mark.on,
      ...(mark.to && { to: mark.to > last ? last : mark.to }),
    }))
    .sort((a, b) => (a.on === b.on ? MARKS.indexOf(a.kind) - MARKS.indexOf(b.kind) : a.on < b.on ? -1 : 1));
}

/** Of a week each row of `nth`, the oldest first, also those in which nothing counted; none where no week is known. */
export function everyWeek<Week extends { nth: number }>(weeks: readonly Week[]): { nth: number; week: Week | undefined }[] {
  const most = Math.max(0, ...weeks.map(({ nth }) => nth));
  return Array.from({ length: most }, (_, at) => most - at).map((nth) => ({ nth, week: weeks.find((one) => one.nth === nth) }));
}
