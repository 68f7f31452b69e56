/** What templates may say of gates and of bounds to keep a tier: who asks, for what, and whether anybody does. */
import { addDays } from '../contracts/days.js';
import { gatesOf } from '../policies/for-pages.js';
import { dateLiteral } from './literals.js';
import type { NightFacts } from './render.js';

export function gateWords({ policies: { programmes }, run_date }: NightFacts) {
  const gates = programmes.flatMap((p) =>
    p.tiers.flatMap(({ key, asks }) =>
      gatesOf(asks).map((gate) => ({
        ...{ programme: p.programme, tier: key, ...gate },
        /** A day before every order where no window is asked for. */
        opens_after: dateLiteral(gate.window_days === null ? run_date : addDays(run_date, -gate.window_days)),
      })),
    ),
  );
  const windows = gates.flatMap(({ window_days }) => window_days ?? []);
  const asking = programmes.filter(({ programme }) => gates.some((gate) => gate.programme === programme));
  const keeping = programmes.filter(({ metrics }) =>
    metrics.some(({ tiers }) => Object.values(tiers).some(({ keep }) => keep !== undefined)),
  );
  return {
    /** Each thing that a tier asks for beside its bounds. */
    gates,
    /** Programmes of which a tier asks for something. */
    programmes_with_gates: asking,
    /** The longest window of a gate that counts orders; 0 where none does. */
    longest_gate_window: Math.max(0, ...windows),
    gates_ask_for_days: gates.some(({ gate }) => gate === 'days_selling'),
    /** Programmes of which a tier is kept by another bound than it is got by, and the place of their standard. */
    keeping: keeping.map(({ programme, tiers, standard }) => ({
      programme,
      standard_rank: tiers.findIndex(({ key }) => key === standard) + 1,
    })),
  };
}
