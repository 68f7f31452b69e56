/** What is said of an evaluation that is provisional, or was: rows of evaluations in, sentences out. */
import type * as z from 'zod';
import type { evaluations } from '../contracts/published/evaluations.js';
import { ALL, type Wording } from './wording.js';

export type EvaluationRow = z.infer<typeof evaluations.row>;

/** To whoever runs the marketplace, of a programme by its title; undefined of an evaluation that never was provisional. */
export function evaluationNote(row: EvaluationRow, { words, format, metricTitle }: Wording): string | undefined {
  const say = words.evaluation;
  const day = format.day(row.due_on);
  if (row.state === 'not_held') return say.notHeld(day, row.decided_by ?? '', row.reason ?? '');
  if (row.because === null) return undefined;
  if (row.state !== 'provisional')
    return row.decided_by === null
      ? say.freshAgain(day, format.day(row.evaluated_on))
      : say.released(day, say.why[row.because], row.decided_by, row.reason ?? '');
  const [of, fall] = [row.of_sellers, row.would_fall];
  const fell = say.fell(fall, format.count(fall), of, format.count(of));
  if (row.because === 'data_not_fresh') {
    const where = row.silent_region === ALL || row.silent_region === null ? '' : say.inRegion(row.silent_region);
    return say.provisional.data_not_fresh(day, row.silent_dataset ?? '', where);
  }
  if (!row.too_many) return say.fewer(day, fell, format.day(row.provisional_since));
  const by = row.most_by === 'gate' ? say.gate : words.grammar.inSentence(metricTitle(row.most_by ?? ''));
  const most = row.most_by === null ? '' : say.mostBy(format.count(row.most_sellers ?? 0), by);
  return say.provisional.too_many_would_fall(day, fell, format.share(row.share_allowed), most);
}

/** To a seller; undefined where the evaluation is decided. */
export function evaluationForSeller(row: EvaluationRow | undefined, { words, format }: Wording): string | undefined {
  if (row === undefined) return undefined;
  const say = words.evaluation.seller;
  const day = format.day(row.due_on);
  if (row.state === 'not_held') return say.notHeld(day);
  return row.state === 'provisional' && row.because ? say[row.because](day) : undefined;
}

/** Whether an evaluation is neither decided nor left out. */
export const isProvisional = (row: EvaluationRow | undefined): boolean => row?.state === 'provisional';
