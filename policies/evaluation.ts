/**
 * When the tiers of a programme are decided, and when a missed bound is more than luck: a notice first, and an effect only if
 * fresh days miss the bound too. docs/fairness.md says why these numbers.
 */
import * as z from 'zod';
import { addDays, weekday } from '../contracts/days.js';
import { shareOf, why } from './values.js';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const count = (least: number, most: number) => z.number().int('needs a whole number').min(least).max(most);

const NoticeYaml = z.strictObject({
  // why these bounds: a luck of a half is no evidence, and the table has no smaller one than one in ten thousand.
  luck_below: z.number().min(0.0001, 'needs a chance from 0.0001 to 0.2').max(0.2, 'needs a chance from 0.0001 to 0.2'),
  faults: count(1, 60),
  days: count(1, 60),
  why,
});
const EffectYaml = z
  .strictObject({ fresh_days: count(7, 90), within_days: count(7, 366), faults: count(1, 60), why })
  .superRefine(({ fresh_days, within_days }, { addIssue }) => {
    if (within_days < fresh_days)
      addIssue({
        code: 'custom',
        path: ['within_days'],
        message: `a notice lapses after ${within_days} days, before its ${fresh_days} fresh days are over; write at least ${fresh_days}`,
      });
  });
const TIMES = 'needs a number from 1.1 to 20';
const BreakerYaml = z.strictObject({ share: shareOf, sellers: count(1, 1_000_000), why });
const ApprovalYaml = z.strictObject({
  needed_for: z.enum(['losses', 'all_changes'], {
    error: ({ input }) => `${JSON.stringify(input) ?? 'nothing'} is not known; write losses, or all_changes for rises too`,
  }),
  why,
});
const EarlyWarningYaml = z.strictObject({
  warns: z.boolean().default(true),
  good: z
    .number()
    .min(0.05, 'needs a share of the bound from 0.05 to 0.9')
    .max(0.9, 'needs a share of the bound from 0.05 to 0.9'),
  bad: z.number().min(1.1, TIMES).max(20, TIMES),
  day_at_most: z.number().min(1, 'needs a number from 1 to 20').max(20, 'needs a number from 1 to 20'),
  warns_at: z.number().min(1, 'needs a number from 1 to 50').max(50, 'needs a number from 1 to 50'),
  why,
});
const OverturnedYaml = z.strictObject({ share: shareOf, appeals: count(1, 1_000_000), why });
const PersonYaml = z.strictObject({ times_the_bound: z.number().min(1.1, TIMES).max(20, TIMES), faults: count(1, 60), why });

// why 28: every month has it.
export const EvaluationDay = z.union([z.enum(WEEKDAYS), count(1, 28)], {
  error: ({ input }) =>
    `${JSON.stringify(input) ?? 'nothing'} is no evaluation day; write a weekday such as monday, or a day of the month from 1 to 28`,
});

export const EvaluationYaml = z.strictObject({
  every: EvaluationDay,
  why,
  notice: NoticeYaml.default({
    ...{ luck_below: 0.05, faults: 3, days: 4 },
    why: 'one bad day is never enough, and luck alone gives a seller at the bound this in fewer than one look of twenty',
  }),
  effect: EffectYaml.default({
    ...{ fresh_days: 28, within_days: 84, faults: 2 },
    why: 'four weeks that nobody has judged before; twelve, so that small sellers have enough orders',
  }),
  to_a_person: PersonYaml.default({
    ...{ times_the_bound: 2, faults: 5 },
    why: 'so far above the bound that buyers should not wait eight weeks',
  }),
  circuit_breaker: BreakerYaml.default({
    ...{ share: 0.05, sellers: 20 },
    why: 'one seller in twenty does not grow worse within a week: data or a carrier did',
  }),
  // A warning, by which nothing is decided: a rate of so many times the bound is told from one of so many.
  early_warning: EarlyWarningYaml.default({
    ...{ warns: true, good: 0.4, bad: 2, day_at_most: 2, warns_at: 5 },
    why: 'a shop that became three times too late hears of it some days before a notice; of good ones one in a hundred a year does',
  }),
  // Absent: what an evaluation says takes effect at once.
  approval: ApprovalYaml.optional(),
  overturned: OverturnedYaml.default({
    ...{ share: 0.2, appeals: 5 },
    why: 'a rule that is wrong about more than one in five who contest it should rest; of fewer than five, one appeal alone would be a fifth',
  }),
});

export type Evaluation = z.output<typeof EvaluationYaml>;

/** The newest evaluation day that is not after a day, YYYY-MM-DD. */
export function evaluationDay({ every }: Pick<Evaluation, 'every'>, day: string): string {
  if (typeof every === 'string') return addDays(day, -((weekday(day) - WEEKDAYS.indexOf(every) - 1 + 7) % 7));
  const inMonth = `${day.slice(0, 8)}${String(every).padStart(2, '0')}`;
  if (inMonth <= day) return inMonth;
  return `${addDays(`${day.slice(0, 8)}01`, -1).slice(0, 8)}${String(every).padStart(2, '0')}`;
}

/** The first evaluation day after a day. */
export function nextEvaluationDay(evaluation: Pick<Evaluation, 'every'>, day: string): string {
  let next = addDays(day, 1);
  while (evaluationDay(evaluation, next) !== next) next = addDays(next, 1);
  return next;
}
