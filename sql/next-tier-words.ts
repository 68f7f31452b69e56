/** What templates may say of the way to the next tier: how far it is looked, and on which days tiers are decided until then. */
import { addDays } from '../contracts/days.js';
import { nextEvaluationDay } from '../policies/evaluation.js';
import { dateLiteral } from './literals.js';
import type { NightFacts } from './render.js';

/** why 90: a quarter. Of what is later nobody knows whether orders still come as they do now. */
export const HORIZON_DAYS = 90;

export function nextTierWords({ policies: { programmes }, run_date }: NightFacts) {
  const last = addDays(run_date, HORIZON_DAYS);
  return {
    /** The last day that is looked at. */
    horizon: dateLiteral(last),
    /** Days until then on which a programme decides tiers; none of one that is not evaluated. */
    decided_on: programmes.flatMap(({ programme, evaluation }) => {
      const days: { programme: string; day: string }[] = [];
      if (!evaluation) return days;
      for (let day = nextEvaluationDay(evaluation, run_date); day <= last; day = nextEvaluationDay(evaluation, day))
        days.push({ programme, day: dateLiteral(day) });
      return days;
    }),
  };
}
