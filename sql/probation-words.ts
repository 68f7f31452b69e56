/** What templates may say of probations: which programmes have one, since when, how many orders a day, and by what it ends. */
import { addDays } from '../contracts/days.js';
import { asksOf } from '../policies/probation.js';
import { dateLiteral } from './literals.js';
import type { NightFacts } from './render.js';

export function probationWords({ policies: { programmes }, run_date }: NightFacts) {
  const with_probation = programmes.flatMap((p) => (p.probation ? [{ ...p, probation: p.probation }] : []));
  const firstDays = with_probation.map(({ probation }) => probation.of_sellers_since).sort();
  return {
    with_probation: with_probation.map((p) => ({
      ...p,
      of_sellers_since: dateLiteral(p.probation.of_sellers_since),
      a_day: p.probation.orders_a_day.at_most,
    })),
    /** The earliest day on which anybody's began. */
    first_probation: dateLiteral(firstDays[0] ?? run_date),
    /** What each way out asks for. */
    exit_asks: with_probation.flatMap(({ programme, probation }) =>
      probation.exits.flatMap((exit, nth) =>
        asksOf(exit).map((ask) => ({
          ...{ programme, exit: exit.name, place: nth + 1, ...ask },
          /** A day before all that there are where no window is asked for. */
          opens_after: dateLiteral(
            ask.window_days === null ? addDays(probation.of_sellers_since, -1) : addDays(run_date, -ask.window_days),
          ),
        })),
      ),
    ),
  };
}
