/** What templates may say of the weeks that a seller's mail draws. */
import { addDays } from '../contracts/days.js';
import { type ProgrammeMetric, roomOf } from '../policies/policy.js';
import { dateLiteral } from './literals.js';
import { reliefWords } from './relief-words.js';
import type { NightFacts } from './render.js';
import { wholeWeeks } from './whole-weeks.js';

/** why eight: two windows of the usual month, and so what counts beside what is before it. */
const WEEKS = 8;

export function sellerWeekWords(facts: NightFacts) {
  const { metrics, programmes } = facts.policies;
  const { relieves, relieved_metrics } = reliefWords(facts);
  const judgedAs = (m: ProgrammeMetric) => metrics.find(({ metric }) => metric === roomOf(m))!;
  return {
    /** Most matured days that these weeks reach back: six may lie between the newest Sunday and the newest matured day. */
    seller_weeks_days: 7 * WEEKS + 6,
    /**
     * The newest whole weeks that are final for an entry of a programme. Of one that forgives by itself none further back than it is asked
     * what it forgives, so that no week says more than a card of that week did.
     */
    seller_weeks_of(m: ProgrammeMetric) {
      const { maturation_days } = judgedAs(m);
      const weeks = wholeWeeks(facts.run_date, maturation_days).slice(0, WEEKS);
      const days = relieved_metrics.find(({ judged }) => judged.metric === roomOf(m))?.days ?? 0;
      const opens_after = dateLiteral(addDays(facts.run_date, -maturation_days - days));
      return relieves(m) ? weeks.filter(({ first }) => first > opens_after) : weeks;
    },
    /** Entries that count the items of orders, with their programme; '?' stands for none. */
    counts_items: [
      '?',
      ...programmes.flatMap((p) =>
        p.metrics.filter((m) => judgedAs(m)?.count === 'items').map((m) => `${p.programme} ${m.metric}`),
      ),
    ],
  };
}
