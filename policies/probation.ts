/** Probation of new sellers: how many orders a day they may take, and by what it ends. */
import * as z from 'zod';
import { didYouMean } from './nearest.js';
import type { PolicyFile } from './policy-file.js';
import { dayOf, why, windowDays } from './values.js';

/** why a million: no seller has so many of anything. */
const whole = z
  .number()
  .int('needs a whole number')
  .min(1, 'asks for nothing; write 1 or more, or take it out')
  .max(1_000_000, 'needs at most a million');

const ExitYaml = z
  .strictObject({
    name: z.string().min(1).max(40, 'is longer than 40 letters; write a short name'),
    orders: z.strictObject({ at_least: whole, window_days: windowDays.optional() }).optional(),
    days: z.strictObject({ at_least: whole }).optional(),
    metrics: z.array(z.string()).min(1, 'names no metric; add one, or take it out').optional(),
    why,
  })
  .refine(
    ({ orders, days, metrics }) => Boolean(orders ?? days ?? metrics),
    'asks for nothing, so that nobody would begin a probation; add orders, days or metrics',
  );

export const ProbationYaml = z.strictObject({
  of_sellers_since: dayOf,
  why,
  orders_a_day: z.strictObject({ at_most: whole, why }),
  exits: z.array(ExitYaml).min(1, 'has no way out; add one'),
});

export type Probation = z.output<typeof ProbationYaml>;
type Exit = Probation['exits'][number];

/** What an exit asks for, all of which must be there on one night. `needed` of a metric is what its standard allows. */
export interface Ask {
  ask: 'orders' | 'days' | 'metric';
  metric: string | null;
  needed: number | null;
  window_days: number | null;
}

export const asksOf = ({ orders, days, metrics = [] }: Exit): Ask[] => [
  ...(orders ? [{ ask: 'orders' as const, metric: null, needed: orders.at_least, window_days: orders.window_days ?? null }] : []),
  ...(days ? [{ ask: 'days' as const, metric: null, needed: days.at_least, window_days: null }] : []),
  ...metrics.map((metric) => ({ ask: 'metric' as const, metric, needed: null, window_days: null })),
];

/** Whether whoever has what `later` asks for has what `earlier` asks for. */
function implies(later: Exit, earlier: Exit): boolean {
  const { orders, days, metrics = [] } = earlier;
  const within = (exit: Exit): number => exit.orders?.window_days ?? Number.POSITIVE_INFINITY;
  return (
    (!orders || (later.orders !== undefined && later.orders.at_least >= orders.at_least && within(later) <= within(earlier))) &&
    (!days || (later.days !== undefined && later.days.at_least >= days.at_least)) &&
    metrics.every((metric) => later.metrics?.includes(metric))
  );
}

/** Refuses ways out that nobody could take. */
export function checkProbation(
  file: PolicyFile,
  { probation, metrics }: { probation?: Probation | undefined; metrics: Readonly<Record<string, unknown>> },
): void {
  if (!probation) return;
  const { exits, orders_a_day } = probation;
  for (const [nth, exit] of exits.entries()) {
    const at = ['probation', 'exits', nth];
    const line = (earlier: number): number => file.lineOf(['probation', 'exits', earlier]);
    const twin = exits.findIndex(({ name }) => name === exit.name);
    if (twin < nth) file.refuse([...at, 'name'], `${exit.name} is the name of another one (line ${line(twin)}); write another`);
    for (const [place, metric] of (exit.metrics ?? []).entries())
      if (!Object.hasOwn(metrics, metric))
        file.refuse(
          [...at, 'metrics', place],
          `${metric} is not a metric of this programme; ${didYouMean(metric, Object.keys(metrics))}`,
        );
    const { at_least = 0, window_days = 0 } = exit.orders ?? {};
    if (window_days > 0 && at_least > window_days * orders_a_day.at_most)
      file.refuse(
        [...at, 'orders', 'at_least'],
        `${at_least} orders in ${window_days} days are more than ${orders_a_day.at_most} a day (line ${file.lineOf(['probation', 'orders_a_day'])}), so that nobody could leave by ${exit.name}; write ${window_days * orders_a_day.at_most} or less`,
      );
    const before = exits.slice(0, nth).findIndex((earlier) => implies(exit, earlier));
    if (before >= 0)
      file.refuse(
        at,
        `whoever has what ${exit.name} asks for has left by ${exits[before]!.name} (line ${line(before)}) already; write it before that one, ask for less, or take it out`,
      );
  }
}
