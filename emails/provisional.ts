/** Of an evaluation that is not decided, a mail says so, and nothing that only the evaluation would make of a seller. */
import type { Programme } from '../policies/policy.js';
import { type EvaluationRow, evaluationForSeller, isProvisional } from '../wording/evaluation.js';
import type { MetricStandingRow } from '../wording/standing.js';
import type { Wording } from '../wording/wording.js';

interface Mail {
  /** Of all programmes; absent of a run of a version that knew no provisional ones. */
  evaluations?: readonly EvaluationRow[];
}
type Of = Pick<Programme, 'programme'>;

const evaluationOf = ({ evaluations = [] }: Mail, { programme }: Of): EvaluationRow | undefined =>
  evaluations.find((row) => row.programme === programme);

export const undecided = (mail: Mail, programme: Of): boolean => isProvisional(evaluationOf(mail, programme));

/** Why the tier is held, and that its evaluation is not decided. */
export function withUndecided(because: string, mail: Mail, programme: Of, wording: Wording): string {
  const said = evaluationForSeller(evaluationOf(mail, programme), wording);
  return said === undefined ? because : `${because}. ${said}`;
}

/** A metric as the last evaluation that was decided left it. */
export const asDecided = (row: MetricStandingRow, mail: Mail, programme: Of): MetricStandingRow =>
  undecided(mail, programme) ? { ...row, verdict: row.official_verdict ?? 'met' } : row;
