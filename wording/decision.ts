/** What a record of a change of tier says, as clauses: a row of decision_records in, text out. */
import type * as z from 'zod';
import type { decisionRecords } from '../contracts/published/decision-records.js';
import type { Programme } from '../policies/policy.js';
import { gateOfRecord } from './gates.js';
import type { Wording } from './wording.js';

export type DecisionRow = z.infer<typeof decisionRecords.row>;

const dayIn = (moment: Date | null): string => (moment ? moment.toISOString().slice(0, 10) : '');

/** The record and the change, why, by which numbers, what became of it, how to contest it, and what came of that. */
export function decisionNotes(row: DecisionRow, programme: Pick<Programme, 'tiers'> | undefined, wording: Wording): string[] {
  const { words, format, tierTitle, metricTitle } = wording;
  const say = words.decision;
  const title = (tier: string): string => tierTitle(programme, tier);
  const { because_metric, appealed_at } = row;
  return [
    say.changed(row.decision_id, title(row.tier_before), title(row.tier_after)),
    gateOfRecord(row, programme, wording) ??
      (because_metric === null ? say.improved : say.confirmed(words.grammar.inSentence(metricTitle(because_metric)))),
    ...(row.notice_on === null
      ? []
      : [
          say.numbers(
            ...[format.count(row.fresh_counted), format.count(row.fresh_fault), format.count(row.fresh_left)],
            ...[format.bound(row.at_most), format.day(row.notice_on)],
          ),
        ]),
    say.status[row.status](format.day(row.evaluated_on), format.day(row.effective_on)),
    ...(row.decided_by === null
      ? row.decided === 'automatically'
        ? [say.automatically]
        : []
      : [say.person(row.decided_by, format.day(dayIn(row.decided_at)), row.reason ?? '')]),
    ...(row.status === 'in_effect' && row.contest_until !== null
      ? [say.contest(format.day(row.contest_until), whereOf(row, say.at))]
      : []),
    ...(row.appeal_outcome === null || appealed_at === null
      ? []
      : [say.appeal[row.appeal_outcome](format.day(dayIn(appealed_at)), row.appeal_decided_by ?? '', row.appeal_reason ?? '')]),
  ];
}

const whereOf = ({ contest_address, contest_url }: DecisionRow, at: (where: string) => string): string => {
  const where = contest_url ?? contest_address;
  return where === null ? '' : at(where);
};
