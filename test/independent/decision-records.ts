/** A second opinion on decision records, from the words alone: what persons decided of changes of tier, and what each record says. */
import type { Programme } from '../../policies/policy.js';
import { lacking } from './gates.js';
import type { Cell, Court, Row, StandingsNight } from './standings.js';

export interface PersonsDecision {
  decision_id: string;
  outcome: 'approved' | 'departed';
  decided_by: string;
  decided_at: string;
  reason: string;
}
export interface Appeal {
  appeal_id: string;
  decision_id: string;
  submitted_at: string;
  outcome: 'open' | 'granted' | 'refused';
  decided_by: string | null;
  decided_at: string | null;
  reason: string | null;
}

/** A record of the run before, with what it has become by tonight. */
interface Remembered {
  row: Row;
  was: string;
  is: string;
  person: PersonsDecision | undefined;
  appeal: Appeal | undefined;
}
/** The records of a programme by seller. */
export type Board = Map<string, Remembered[]>;

const NOT_HELD = ['departed', 'overturned'];
const later = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** A granted appeal, else the latest one; of two of a moment the one whose id is last. */
function appealAgainst(appeals: readonly Appeal[], id: string): Appeal | undefined {
  const own = appeals
    .filter((one) => one.decision_id === id)
    .sort((a, b) => (`${a.submitted_at} ${a.appeal_id}` < `${b.submitted_at} ${b.appeal_id}` ? 1 : -1));
  return own.find(({ outcome }) => outcome === 'granted') ?? own[0];
}

function becomes(row: Row, person: PersonsDecision | undefined, appeal: Appeal | undefined): string {
  if (row.status === 'withdrawn') return 'withdrawn';
  if (appeal?.outcome === 'granted') return 'overturned';
  if (person?.outcome === 'departed') return 'departed';
  return person || !row.needs_approval ? 'in_effect' : 'proposed';
}

/** What a seller is given back tonight: undefined where nothing of what is undone is held. */
function givenBack(rank: number, own: readonly Remembered[], ranks: (tier: Cell | undefined) => number): number | undefined {
  const undone = own.filter(({ was, is }) => was === 'in_effect' && is !== 'in_effect').map(({ row }) => row);
  const losses = undone.filter(({ direction }) => direction === 'down');
  // Up to the tier of before; or to that before an earlier loss, which was given back after this one was made.
  const best = losses.flatMap((loss) => [
    ranks(loss.tier_before),
    ...own.flatMap(({ row }) =>
      row.direction === 'down' && row.evaluated_on! < loss.evaluated_on! && String(row.given_back_on ?? '') > loss.evaluated_on!
        ? [ranks(row.tier_before)]
        : [],
    ),
  ]);
  if (losses.length > 0 && rank > Math.min(...best)) {
    const steps = losses.reduce((sum, { tier_before, tier_after }) => sum + ranks(tier_after) - ranks(tier_before), 0);
    return Math.max(rank - steps, Math.min(...best));
  }
  const risen = undone.filter(({ direction, tier_after }) => direction === 'up' && ranks(tier_after) === rank);
  return risen.length > 0 ? Math.min(...risen.map(({ tier_before }) => ranks(tier_before))) : undefined;
}

/** Who holds what once persons have decided, and the records that say so. */
export function boardOf(
  night: StandingsNight,
  programme: Programme,
  published: readonly Row[],
  records: readonly Row[],
): { held: Row[]; board: Board } {
  const { decisions = [], appeals = [], run_date } = night;
  const board: Board = Map.groupBy(
    records.map((row) => {
      const person = decisions.find(({ decision_id }) => decision_id === row.decision_id);
      const appeal = appealAgainst(appeals, String(row.decision_id));
      return { row, was: String(row.status), is: becomes(row, person, appeal), person, appeal };
    }),
    ({ row }) => String(row.seller_id),
  );
  const ranks = (tier: Cell | undefined): number => programme.tiers.findIndex(({ key }) => key === tier);
  const held = published.map((standing): Row => {
    const own = board.get(String(standing.seller_id)) ?? [];
    let now = standing;
    const back = givenBack(ranks(standing.official_tier), own, ranks);
    if (back !== undefined) {
      const official_tier = programme.tiers[back]!.key;
      const since = own
        .filter(({ row, was, is }) => was === 'in_effect' && is !== 'in_effect' && row.tier_before === official_tier)
        .map(({ row }) => String(row.since_before))
        .sort()[0];
      now = { ...now, official_tier, since: since ?? run_date, because: 'given_back', because_metric: null };
    }
    const [approved] = own
      .filter(({ row, was, is }) => was !== 'in_effect' && is === 'in_effect' && row.tier_before === now.official_tier)
      .map(({ row }) => row)
      .sort((a, b) => (a.evaluated_on! < b.evaluated_on! ? 1 : -1));
    if (!approved) return now;
    const { tier_after, because, because_metric } = approved;
    return { ...now, official_tier: tier_after!, since: run_date, because: because!, because_metric: because_metric! };
  });
  return { held, board };
}

/** A record of before, as it stands after tonight. */
function carried(court: Court, { row, was, is, person, appeal }: Remembered, tonight: Row | undefined): Row {
  const { run_date } = court.night;
  const held = court.held.get(String(row.seller_id))?.official_tier;
  const status = ((): string => {
    if (held === undefined) return is;
    if (is === 'in_effect' && was !== 'in_effect') return held === row.tier_after ? is : 'withdrawn';
    if (is !== 'proposed') return is;
    if (held !== row.tier_before) return 'withdrawn';
    const says = tonight?.evaluated_on === run_date ? tonight.projected_tier : undefined;
    if (says === undefined || says === row.tier_after) return is;
    // What an evaluation says no more: a rise lapses at once, a loss only where another change is due.
    return row.direction === 'down' && says === row.tier_before ? is : 'withdrawn';
  })();
  const effective_on = status === 'in_effect' && was !== 'in_effect' ? run_date : row.effective_on!;
  return {
    ...row,
    ...{ status, effective_on },
    given_back_on: NOT_HELD.includes(status) ? (was === 'in_effect' ? run_date : row.given_back_on!) : null,
    decided: person ? 'by_a_person' : row.needs_approval ? 'not_yet' : 'automatically',
    ...{ decided_by: person?.decided_by ?? null, decided_at: person?.decided_at ?? null, reason: person?.reason ?? null },
    contest_until: effective_on && row.contest_days !== null ? later(String(effective_on), Number(row.contest_days)) : null,
    ...{ appeal_id: appeal?.appeal_id ?? null, appealed_at: appeal?.submitted_at ?? null },
    ...{ appeal_outcome: appeal?.outcome ?? null, appeal_decided_by: appeal?.decided_by ?? null },
    ...{ appeal_decided_at: appeal?.decided_at ?? null, appeal_reason: appeal?.reason ?? null },
  };
}

/** A record of what tonight's evaluation changed or proposes. */
function made(court: Court, standing: Row, metrics: readonly Row[]): Row {
  const { programme, night, said } = court;
  const before = court.held.get(String(standing.seller_id))!;
  const ranks = (tier: Cell | undefined): number => programme.tiers.findIndex(({ key }) => key === tier);
  const down = ranks(standing.projected_tier) > ranks(before.official_tier);
  const [metric] = metrics
    .filter((row) => down && row.seller_id === standing.seller_id && row.verdict === 'confirmed')
    .sort((a, b) => (a.metric! < b.metric! ? -1 : 1));
  const noticed = metric && said.get(`${metric.seller_id}\n${metric.metric}`);
  const gate = down && !metric ? lacking(night, String(standing.seller_id), programme, before.official_tier!) : undefined;
  const waits = standing.official_tier !== standing.projected_tier;
  const { contest } = programme;
  const { run_date } = night;
  return {
    decision_id: `${programme.programme}:${run_date}:${standing.seller_id}`,
    ...{ seller_id: standing.seller_id!, programme: programme.programme, policy_version: programme.version },
    ...{ evaluated_on: run_date, due_on: court.due_on, tier_before: before.official_tier!, since_before: before.since! },
    ...{ tier_after: standing.projected_tier!, direction: down ? 'down' : 'up' },
    ...{ because: down ? (metric ? 'confirmed' : 'gate') : 'improved', because_metric: metric?.metric ?? null },
    ...{ gate: gate?.gate ?? null, gate_value: gate?.value ?? null, gate_needed: gate?.needed ?? null },
    ...{ notice_on: noticed?.notice_on ?? null, at_most: noticed?.notice_at_most ?? null },
    ...{ counted: metric?.counted ?? null, fault: metric?.fault ?? null, fresh_counted: metric?.fresh_counted ?? null },
    ...{ fresh_fault: metric?.fresh_fault ?? null, fresh_left: metric?.fresh_left ?? null },
    effect: programme.tiers[ranks(standing.projected_tier)]!.effect?.in_words ?? null,
    ...{ needs_approval: waits, status: waits ? 'proposed' : 'in_effect', decided: waits ? 'not_yet' : 'automatically' },
    ...{ decided_by: null, decided_at: null, reason: null, effective_on: waits ? null : run_date, given_back_on: null },
    contest_days: contest?.within_days ?? null,
    contest_until: contest && !waits ? later(run_date, contest.within_days) : null,
    ...{ contest_address: contest?.address ?? null, contest_url: contest?.url ?? null },
    ...{ appeal_id: null, appealed_at: null, appeal_outcome: null },
    ...{ appeal_decided_by: null, appeal_decided_at: null, appeal_reason: null },
  };
}

/** All records after tonight: those of before that are kept still, and what is new. What waits already is not proposed again. */
export function recordsOf(court: Court, standings: readonly Row[], metrics: readonly Row[]): Row[] {
  const { programme, night, board } = court;
  const tonight = new Map(standings.map((row) => [String(row.seller_id), row]));
  const kept = [...board].flatMap(([seller, own]) => own.map((one) => carried(court, one, tonight.get(seller))));
  const isTier = (tier: Cell | undefined): boolean => programme.tiers.some(({ key }) => key === tier);
  const fresh = standings.filter((row) => {
    const before = court.held.get(String(row.seller_id))?.official_tier;
    if (row.evaluated_on !== night.run_date || !isTier(before) || before === row.projected_tier) return false;
    return !kept.some((one) => one.seller_id === row.seller_id && one.status === 'proposed');
  });
  return [...kept, ...fresh.map((row) => made(court, row, metrics))].filter(
    ({ status, contest_until, evaluated_on }) =>
      status === 'proposed' || later(String(contest_until ?? evaluated_on), 366) >= night.run_date,
  );
}
