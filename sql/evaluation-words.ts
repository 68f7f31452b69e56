import { addDays } from '../contracts/days.js';
import { PUBLISHED } from '../contracts/published/index.js';
import { ALL_REGIONS } from '../contracts/run/teams.js';
import { evaluationDay, nextEvaluationDay } from '../policies/evaluation.js';
import { needsOf } from '../policies/needs.js';
import { type ProgrammeMetric, roomOf } from '../policies/policy.js';
import { warningWeights } from './early-warning.js';
import { dateLiteral, emptyRelation, ppm } from './literals.js';
import { luckOf, MOST_FAULTS, YEARS } from './luck.js';
import type { NightFacts } from './render.js';
import { countedAs, seriesOf } from './segment-words.js';

/** What templates may say of evaluations: when they are due, what they count, and what luck explains. */
export function evaluationWords(facts: NightFacts) {
  const { metrics, programmes } = facts.policies;
  const evaluated = programmes.flatMap((p) => (p.evaluation ? [{ ...p, evaluation: p.evaluation }] : []));
  const reach = Math.max(
    1,
    ...evaluated.flatMap((p) => [p.evaluation.effect.fresh_days, ...p.metrics.map((m) => m.window_days)]),
  );
  return {
    /** Programmes whose tiers are decided on evaluation days. */
    evaluated: evaluated.map((p) => ({
      ...p,
      due_on: dateLiteral(evaluationDay(p.evaluation, facts.run_date)),
      next_on: dateLiteral(nextEvaluationDay(p.evaluation, facts.run_date)),
      losses_wait: p.evaluation.approval ? 1 : 0,
      rises_wait: p.evaluation.approval?.needed_for === 'all_changes' ? 1 : 0,
      standard_rank: p.tiers.findIndex((tier) => tier.key === p.standard) + 1,
    })),
    /** Which landed rows each is judged by: datasets and regions; ALL is a dataset as a whole. */
    evaluated_sources: evaluated.flatMap((p) => sourcesOf(p, metrics)),
    /** Their names; '?' stands for none, so that the list is never empty. */
    evaluated_names: ['?', ...evaluated.map((p) => p.programme)],
    evaluated_metrics: metrics.filter(
      ({ metric }) => !facts.not_measured.includes(metric) && evaluated.some((p) => p.metrics.some((m) => roomOf(m) === metric)),
    ),
    /** Matured days that an evaluation looks at. */
    evaluated_days: reach,
    /** A relation like that of a published dataset, without rows: for what no run before has published. */
    none_of: (dataset: string) => emptyRelation(PUBLISHED[dataset]!.columns),
    published_before: (dataset: string) => facts.previous_datasets?.includes(dataset) ?? false,
    luck_years: YEARS,
    most_faults: MOST_FAULTS,
    luck_rows: () => luckRows(evaluated),
    warning_weights: () => warningRows(facts, evaluated),
    first_day: dateLiteral(FIRST_DAY),
  };
}

/** From which days are numbered where one number must hold a count and a day. */
const FIRST_DAY = '1970-01-01';

type Evaluated = NightFacts['policies']['programmes'][number] & {
  evaluation: NonNullable<NightFacts['policies']['programmes'][number]['evaluation']>;
};

function sourcesOf({ programme, regions, metrics }: Evaluated, judged: NightFacts['policies']['metrics']) {
  const asked = new Set(metrics.map(roomOf));
  const needs = judged.filter(({ metric }) => asked.has(metric)).flatMap(needsOf);
  // why orders in any case: what is assessable and what gates ask for is counted from them.
  const datasets = [...new Set(['orders', ...needs.map((need) => need.split('.')[0]!)])].sort();
  return datasets.flatMap((dataset) => [ALL_REGIONS, ...regions].map((region) => ({ programme, dataset, region })));
}

/** What is allowed to get a tier or to keep one, in millionths, each once. */
const boundsOf = (tiers: ProgrammeMetric['tiers']): number[] => [
  ...new Set(Object.values(tiers).flatMap(({ at_most, keep }) => [at_most, keep?.at_most ?? at_most].map(ppm))),
];

/** One row per programme, metric and bound of a tier, each bound of a metric once. */
function warningRows({ run_date, policies }: NightFacts, evaluated: readonly Evaluated[]) {
  const all = seriesOf(policies);
  return evaluated.flatMap(({ programme, metrics, evaluation }) =>
    metrics.flatMap((entry) => {
      const { metric, window_days, tiers } = entry;
      const room = countedAs(all, entry);
      const judged = policies.metrics.find((m) => m.metric === roomOf(entry))!;
      const opens_after = dateLiteral(addDays(run_date, -judged.maturation_days - window_days));
      return boundsOf(tiers).flatMap((at_most_ppm) => {
        const weights = warningWeights(at_most_ppm, evaluation.early_warning);
        return weights ? [{ programme, metric, room, at_most_ppm, opens_after, ...weights }] : [];
      });
    }),
  );
}

/** One row per programme, bound and number of faults, each bound of a programme once. */
function luckRows(evaluated: readonly Evaluated[]) {
  return evaluated.flatMap(({ programme, metrics, evaluation }) => {
    return [...new Set(metrics.flatMap(({ tiers }) => boundsOf(tiers)))]
      .sort((a, b) => a - b)
      .flatMap((bound) => luckOf(bound, evaluation.notice.luck_below, evaluation.to_a_person.times_the_bound))
      .map((row) => ({ programme, ...row }));
  });
}
