/** The evaluation days of one or two policies over the judged rows of a run, one after the other, each remembering the one before. */
import { addDays } from '../contracts/days.js';
import type { Duck } from '../lambdas/shared/duck.js';
import { type Evaluation, nextEvaluationDay } from '../policies/evaluation.js';
import type { Policies, Programme } from '../policies/policy.js';
import { dateLiteral, quoted } from '../sql/literals.js';
import type { SqlFiles } from '../sql/render.js';
import type { Naming } from '../wording/wording.js';
import { Evaluations, type Made, withoutPersons } from './evaluations.js';

export type SideName = 'policy' | 'against';
export type Sides = Partial<Record<SideName, Programme>>;

/** why Mondays: a programme without evaluations proposes tiers every night, and a week is how often mails speak of them. */
const UNSAID = 'monday';
/** The rule of a programme's evaluation days. */
export const dayRule = ({ evaluation }: Programme): Pick<Evaluation, 'every'> => ({ every: evaluation?.every ?? UNSAID });

/** A programme's evaluation days from one day to another, both included. */
export function evaluationDays(programme: Programme, from: string, to: string): string[] {
  const days: string[] = [];
  const rule = dayRule(programme);
  for (let day = nextEvaluationDay(rule, addDays(from, -1)); day <= to; day = nextEvaluationDay(rule, day)) days.push(day);
  return days;
}

/** Metrics by the names that the sides give them; where the two differ, by those of the policy. */
export const namesTried = ({ policies, sides }: { policies: Policies; sides: Sides }): Naming => ({
  metrics: policies.metrics,
  programmes: [sides.against, sides.policy].flatMap((side) => side ?? []),
});

const TABLES = `
  CREATE OR REPLACE TABLE tier_days (side VARCHAR, seller_id VARCHAR, day DATE, decides BOOLEAN, tier VARCHAR);
  CREATE OR REPLACE TABLE metric_days (side VARCHAR, seller_id VARCHAR, metric VARCHAR, day DATE, what VARCHAR)`;

const REMEMBERED_AT_THE_END = ['seller_metrics', 'scorecards', 'standings', 'metric_standings', 'tier_gates'] as const;
/** Under this name the last night's answer of each dataset stays. */
export const lastNight = (dataset: (typeof REMEMBERED_AT_THE_END)[number]): string => `last_${dataset}`;

/**
 * Programmes by the name of their side, so that two versions of one programme are two. Where a person must approve a change or release
 * an evaluation, that is taken as done.
 */
export const named = (sides: Sides): Programme[] =>
  Object.entries(sides).map(([side, { evaluation, ...programme }]) => ({
    ...programme,
    programme: side,
    ...(evaluation ? { evaluation: withoutPersons(evaluation) } : {}),
  }));

interface Given {
  duck: Duck;
  files: SqlFiles;
  policies: Policies;
  sides: Sides;
  rows: Made;
  from: string;
  to: string;
  not_measured: readonly string[];
}

/**
 * Leaves `tier_days`, `metric_days` and the last night's datasets in the engine. The last night is `to`, whether an evaluation day or
 * not. why policies of the same days together: the ledger is then counted once for both.
 */
export async function trialNights(given: Given): Promise<void> {
  const { duck, sides, from, to } = given;
  for (const statement of TABLES.split(';')) await duck.run(statement);
  for (const dataset of REMEMBERED_AT_THE_END) await duck.run(`DROP TABLE IF EXISTS ${lastNight(dataset)}`);
  const together = Map.groupBy(named(sides), (programme) => String(dayRule(programme).every));
  for (const programmes of together.values()) {
    const evaluations = new Evaluations(duck, given.files, { ...given.policies, programmes }, ['tier_gates']);
    const days = evaluationDays(programmes[0]!, from, to);
    // The last night's rows are wanted whole, and so are the verdicts that it repeats where it decides nothing.
    const whole = days.at(-1) ?? to;
    for (const day of new Set([...days, to])) {
      await evaluations.night(day, given.rows, { not_measured: given.not_measured, news: day < whole });
      await evaluations.publish();
      await keep(duck, programmes, day, days.includes(day));
    }
    for (const dataset of REMEMBERED_AT_THE_END) {
      const last = lastNight(dataset);
      await duck.run(`CREATE TABLE IF NOT EXISTS ${last} AS SELECT * FROM ${dataset} WHERE 1 = 0`);
      await duck.run(`INSERT INTO ${last} SELECT * FROM ${dataset}`);
    }
  }
}

const list = (values: readonly string[]): string => `(${['?', ...values].map(quoted).join(', ')})`;

/** The tier held where evaluations decide, else the one proposed; and what was said of each metric. */
async function keep(duck: Duck, programmes: readonly Programme[], day: string, decides: boolean): Promise<void> {
  const evaluated = list(programmes.filter(({ evaluation }) => evaluation).map(({ programme }) => programme));
  const at = dateLiteral(day);
  await duck.run(`
    INSERT INTO tier_days
    SELECT programme, seller_id, ${at}, ${decides}, tier FROM scorecards WHERE programme NOT IN ${evaluated}
    UNION ALL
    SELECT programme, seller_id, ${at}, ${decides}, official_tier FROM standings WHERE official_tier <> 'not_evaluated'`);
  if (!decides) return;
  await duck.run(`
    INSERT INTO metric_days
    SELECT programme, seller_id, metric, ${at}, 'missed' FROM seller_metrics WHERE verdict = 'missed'
    UNION ALL
    SELECT programme, seller_id, metric, ${at}, 'noticed' FROM metric_standings WHERE notice_on = ${at}
    UNION ALL
    SELECT programme, seller_id, metric, ${at}, 'confirmed' FROM metric_standings WHERE official_verdict = 'confirmed'
    UNION ALL
    SELECT programme, seller_id, metric, ${at}, 'to_a_person' FROM metric_standings WHERE to_a_person`);
}
