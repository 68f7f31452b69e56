/** What a seller is told of changes of the own tier that persons decide: rows of decision_records in, sentences out. */
import { addDays } from '../contracts/days.js';
import type { Programme } from '../policies/policy.js';
import type { DecisionRow } from './decision.js';
import type { Wording } from './wording.js';

/** why 28: a mail goes each week; four of them tell what was decided, and then it is known. */
const TOLD_DAYS = 28;

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
/** A reason is a person's text, with or without a full stop. */
const clause = (reason: string | null): string => (reason ?? '').trim().replace(/\.+$/, '');

/** What waits, and what persons said within four weeks: a sentence each, the newest record first. */
export function decisionsForSeller(
  rows: readonly DecisionRow[],
  programme: Pick<Programme, 'programme' | 'tiers'>,
  run_date: string,
  wording: Wording,
): string[] {
  return rows
    .filter((row) => row.programme === programme.programme)
    .sort((a, b) => (a.evaluated_on < b.evaluated_on ? 1 : -1))
    .flatMap((row) =>
      row.status === 'proposed' ? proposal(row, programme, run_date, wording) : outcome(row, programme, run_date, wording),
    );
}

function proposal(row: DecisionRow, programme: Pick<Programme, 'tiers'>, run_date: string, wording: Wording): string[] {
  const { words, format, tierTitle, metricTitle } = wording;
  const say = words.decision.seller;
  const where = [row.contest_address, row.contest_url].filter((one) => one !== null);
  return [
    say.proposed(tierTitle(programme, row.tier_after), format.day(row.evaluated_on)),
    row.because_metric === null
      ? row.because === 'gate'
        ? say.because.gate
        : say.because.improved
      : say.because.confirmed(words.grammar.inSentence(metricTitle(row.because_metric))),
    ...(row.notice_on === null
      ? []
      : [
          say.numbers(
            ...[format.count(row.fresh_counted), format.count(row.fresh_fault), format.count(row.fresh_left)],
            ...[format.bound(row.at_most), format.day(row.notice_on)],
          ),
        ]),
    say.notBefore(tierTitle(programme, row.tier_before), format.day(addDays(run_date, 1))),
    ...(where.length > 0 ? [say.sayNow(format.list(where))] : []),
    ...(row.contest_days === null ? [] : [say.onceInEffect(format.count(row.contest_days))]),
  ];
}

function outcome(
  row: DecisionRow,
  programme: Pick<Programme, 'tiers'>,
  run_date: string,
  { words, format, tierTitle }: Wording,
): string[] {
  const say = words.decision.seller;
  const recent = (moment: Date | null): moment is Date => moment !== null && addDays(dayOf(moment), TOLD_DAYS) >= run_date;
  const after = tierTitle(programme, row.tier_after);
  const { status, decided_at, appealed_at, appeal_outcome } = row;
  const decided = (): string[] => {
    if (!recent(decided_at)) return [];
    const told = [after, format.day(dayOf(decided_at)), clause(row.reason)] as const;
    if (status === 'departed') return [say.departed(...told)];
    return status === 'in_effect' ? [say.approved(...told)] : [];
  };
  const contested = (): string[] => {
    if (appealed_at === null || appeal_outcome === null) return [];
    const day = format.day(dayOf(appealed_at));
    if (appeal_outcome === 'open') return [say.appeal.open(day)];
    if (!recent(row.appeal_decided_at)) return [];
    const tier = appeal_outcome === 'granted' ? tierTitle(programme, row.tier_before) : after;
    return [say.appeal[appeal_outcome](day, tier, clause(row.appeal_reason))];
  };
  return status === 'withdrawn' ? [] : [...decided(), ...contested()];
}
