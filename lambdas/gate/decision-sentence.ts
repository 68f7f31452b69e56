/** A decision or appeal that decides nothing, with the likeliest cause: a row of the check decisions_that_decide_nothing. */
type Row = Readonly<Record<string, unknown>>;

const CAUSES: Readonly<Record<string, (row: Row) => string>> = {
  unknown: () =>
    'no such record is kept; likely cause: decision_id, or nights before it that never ran here (scorecards decide --list shows those that wait)',
  withdrawn: () => 'the proposal does not wait any more: the tier held, or what evaluations say, has become another',
  evaluation_over: () => 'another evaluation day has come since, and the newest alone is decided',
  never_provisional: () => 'the evaluation is not provisional, and counts without anybody',
  same_person: ({ decided_by }) => `${decided_by} decided both the change and the appeal; let another person decide the appeal`,
};

export const decisionSentence = (row: Row): string => {
  const what =
    row.dataset === 'appeals' ? `appeal ${row.record} against ${row.decision_id}` : `decision about ${row.decision_id}`;
  return `${what}: ${CAUSES[String(row.cause)]!(row)}`;
};
