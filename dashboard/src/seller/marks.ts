/** What happened while a metric had its weeks: rows and policy in, days with sentences out. Pure. */
import { daysBetween } from '../../../contracts/days.js';
import type { Programme, ProgrammeMetric } from '../../../policies/policy.js';
import type { DecisionRow } from '../../../wording/decision.js';
import type { IncidentRow } from '../../../wording/for-persons.js';
import type { NotedStanding, StandingRow } from '../../../wording/standing.js';
import type { Wording } from '../../../wording/wording.js';
import type { Listed } from '../data/history.js';
import { PAGE } from '../speech.js';

const sellerHistory = PAGE.sellerHistory;

export const MARKS = ['policy', 'evaluation', 'notice', 'decision', 'exempted', 'proposed'] as const;

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
  /** What is at fault, forgiven or left out of its numbers. */
  listed: readonly Listed[];
  /** Incidents that nobody has granted. */
  incidents: readonly IncidentRow[];
}

const say = sellerHistory.mark;
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

const ofPolicy = (programme: Programme, { peaks = [], paused }: Partial<ProgrammeMetric>): Mark[] => [
  { kind: 'policy', on: programme.in_force_from, says: say.policy(programme.version) },
  ...(paused ? [{ kind: 'policy' as const, on: paused.from, says: say.paused }] : []),
  ...peaks.map(({ name, from, to }) => ({ kind: 'policy' as const, on: from, to, says: say.peak(name) })),
];

/** The last evaluation, and since when the tier is held, unless a record of that day says more. */
function ofEvaluations(held: StandingRow | undefined, records: readonly DecisionRow[], tier: (key: string) => string): Mark[] {
  if (!held?.evaluated_on) return [];
  const told = new Set(records.flatMap((row) => [row.evaluated_on, row.effective_on]));
  const holds = tier(held.official_tier);
  const days = new Map<string | null, string>([
    [held.since, say.since(holds)],
    [held.evaluated_on, say.evaluated(holds)],
  ]);
  return [...days].flatMap(([on, says]) => (on && !told.has(on) ? [{ kind: 'evaluation' as const, on, says }] : []));
}

const ofNotice = (row: NotedStanding | undefined, { format }: Wording): Mark[] =>
  row?.notice_on
    ? [
        { kind: 'notice', on: row.notice_on, says: say.notice(format.bound(row.notice_at_most)) },
        ...(row.fresh_until ? [{ kind: 'notice' as const, on: row.fresh_until, says: say.fresh }] : []),
      ]
    : [];

/** Notices that a change of tier confirmed, which no longer stand; `standing` is the one that does. */
const ofConfirmed = (records: readonly DecisionRow[], metric: string, standing: string | null, { format }: Wording): Mark[] =>
  [...Map.groupBy(records, (row) => (row.because_metric === metric ? row.notice_on : null))].flatMap(([on, [row]]) =>
    on && on !== standing ? [{ kind: 'notice' as const, on, says: say.notice(format.bound(row!.at_most)) }] : [],
  );

/** The evaluation that said another tier, and what became of it; a change in effect on the day of its evaluation is told once. */
function ofDecision(row: DecisionRow, tier: (key: string) => string): Mark[] {
  const [from, to] = [tier(row.tier_before), tier(row.tier_after)];
  const at = (on: string | null, says: string): Mark[] => (on ? [{ kind: 'decision', on, says }] : []);
  return [
    {
      kind: 'evaluation',
      on: row.evaluated_on,
      says: row.effective_on === row.evaluated_on ? say.changed(from, to) : say.proposes(from, to),
    },
    ...(row.effective_on === row.evaluated_on ? [] : at(row.effective_on, say.effective(from, to))),
    ...at(row.appealed_at && dayOf(row.appealed_at), say.appealed),
    ...at(row.given_back_on, say.givenBack(from)),
  ];
}

/** why seven: what is exempted for one reason, week after week, is read as one. */
const APART = 7;

/** A row is an order, however many items it has. */
function ordersOf(rows: number, metric: string, { words, counted, format }: Wording): string {
  const noun = counted(metric);
  const { one, many } = noun.many === words.units.items.many ? words.units.orders : noun;
  return format.many(rows, one, many);
}

/** Incidents that are proposed and not granted, of a carrier by which some of these are at fault. */
function ofProposals(incidents: readonly IncidentRow[], rows: readonly Listed[], metric: string, wording: Wording): Mark[] {
  return incidents
    .filter((incident) => incident.metric === (wording.room(metric)?.key ?? metric))
    .flatMap((incident): Mark[] => {
      const { region, carrier, first_day: on, last_day: to } = incident;
      const late = rows.filter(
        (row) =>
          row.outcome === 'fault' &&
          row.region === region &&
          row.carrier === carrier &&
          row.cohort_day >= on &&
          row.cohort_day <= to,
      );
      if (late.length === 0) return [];
      const says = say.incident(carrier, region, ordersOf(late.length, metric, wording));
      return [{ kind: 'proposed', on, ...(to !== on && { to }), says }];
    });
}

/** What is exempted for a reason, by the first and the last of its days; days far apart are told apart. */
function ofExemptions(rows: readonly Listed[], metric: string, wording: Wording): Mark[] {
  const { reason } = wording;
  const granted = rows.filter(({ exemption_id }) => exemption_id !== null);
  return [...Map.groupBy(granted, (row) => row.reason).values()].flatMap((alike) => {
    const spans: string[][] = [];
    for (const { cohort_day } of alike.toSorted((a, b) => (a.cohort_day < b.cohort_day ? -1 : 1))) {
      const before = spans.at(-1);
      if (before && daysBetween(before.at(-1)!, cohort_day) <= APART) before.push(cohort_day);
      else spans.push([cohort_day]);
    }
    return spans.map((days): Mark => {
      const [on, to] = [days[0]!, days.at(-1)!];
      const says = say.exempted(ordersOf(days.length, metric, wording), reason(metric, alike[0]!.reason));
      return { kind: 'exempted', on, ...(to !== on && { to }), says };
    });
  });
}

/** Marks of a metric between two days, the oldest first; of a span what is within. */
export function marksOf(
  { programme, held, standings, decisions, listed, incidents }: Happened,
  metric: string,
  { first, last }: { first: string; last: string },
  wording: Wording,
): Mark[] {
  const here = (row: { programme: string; metric: string }): boolean =>
    row.programme === programme.programme && row.metric === metric;
  const tier = (key: string): string => wording.tierTitle(programme, key);
  const records = decisions.filter((row) => row.programme === programme.programme);
  const own = listed.filter(here);
  const standing = standings.find(here);
  const all = [
    ...ofPolicy(programme, programme.metrics.find((one) => one.metric === metric) ?? {}),
    ...ofEvaluations(held, records, tier),
    ...ofNotice(standing, wording),
    ...ofConfirmed(records, metric, standing?.notice_on ?? null, wording),
    ...records.flatMap((row) => ofDecision(row, tier)),
    ...ofExemptions(own, metric, wording),
    ...ofProposals(incidents, own, metric, wording),
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
