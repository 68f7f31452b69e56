/** An evaluation that is provisional: a row of the check evaluations_provisional, and what a person does about it. */
import { type EvaluationRow, evaluationNote } from '../../wording/evaluation.js';
import { typed } from '../../wording/typed.js';
import { wordingFor } from '../../wording/wording.js';

type Row = Readonly<Record<string, unknown>>;

const wording = wordingFor('en');
const COMMAND = 'npm run scorecards --';

/** As JSON writes a day of Parquet, and as Parquet gives it. */
const dayOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);
/** Counts come as they are counted; a metric by its key, since what a programme calls it is not in the row. */
const typedRow = (row: Row): EvaluationRow =>
  ({
    ...row,
    ...{ due_on: dayOf(row.due_on), provisional_since: dayOf(row.provisional_since) },
    ...{ would_fall: Number(row.would_fall), of_sellers: Number(row.of_sellers), most_sellers: Number(row.most_sellers) },
  }) as unknown as EvaluationRow;

export const provisionalSays = {
  row: (row: Row): string => `${row.programme}: ${evaluationNote(typedRow(row), wording)}`,
  next: (rows: readonly Row[]): string[] => [
    "Who would move: standings of this run, where projected_tier is not official_tier. Land what is missing, or exempt what was a carrier's or a system's (dataset exemptions); then",
    ...rows.flatMap(({ evaluation_id }) => [
      `  ${COMMAND} decide ${typed(String(evaluation_id))} --approve --by NAME --reason "..."   (the next night makes it up)`,
      `  ${COMMAND} decide ${typed(String(evaluation_id))} --depart --by NAME --reason "..."    (it is left out)`,
    ]),
  ],
};
