/** Evaluations night after night through the product's own SQL, over tables that somebody made or loaded. */
import { PUBLISHED } from '../contracts/published/index.js';
import type { Duck } from '../lambdas/shared/duck.js';
import type { Policies } from '../policies/policy.js';
import { type NightFacts, renderSelect, type Source, type SqlFiles } from '../sql/render.js';

/** What a night reads, by dataset: the text after FROM. What is not made is asked of the product. */
export type Made = Readonly<Record<string, string>>;

const REMEMBERED = ['metric_standings', 'standings'] as const;
/** In the order in which one reads the other. */
const ASKED = ['seller_metrics', 'scorecards', ...REMEMBERED] as const;
/** Asked too where the ledger itself is given, and not what is counted of it. */
const OF_THE_LEDGER = ['landed_outcomes_judged', 'seller_counts', 'outcome_details', 'seller_days'] as const;

const FOLDERS: Readonly<Record<string, string>> = { landed_outcomes_judged: 'outcomes' };

/** Whether a programme looks at what a metric's faults have in common, for which the night reads them one by one. */
export const hasFloors = ({ programmes }: Pick<Policies, 'programmes'>): boolean =>
  programmes.some(({ metrics }) => metrics.some(({ at_least }) => Boolean(at_least.buyers || at_least.days)));

export class Evaluations {
  private known = false;
  private explained = false;

  constructor(
    private readonly duck: Duck,
    private readonly files: SqlFiles,
    private readonly policies: Policies,
  ) {}

  /** Answers into a table for each dataset. Until `publish`, another night may be asked in its place. */
  async night(run_date: string, made: Made, not_measured: readonly string[] = []): Promise<void> {
    const ofTheLedger = Object.hasOwn(made, 'order_outcomes')
      ? OF_THE_LEDGER.filter((dataset) => dataset !== 'outcome_details' || hasFloors(this.policies))
      : [];
    const asked = [...(this.explained ? [] : ['luck']), ...ofTheLedger, ...ASKED];
    for (const dataset of asked.filter((one) => !Object.hasOwn(made, one)))
      await this.answer(dataset, run_date, made, not_measured);
    this.explained = true;
  }

  /** From now on the nights remember this one. */
  async publish(): Promise<void> {
    for (const dataset of REMEMBERED)
      await this.duck.run(`CREATE OR REPLACE TABLE ${dataset}_before AS SELECT * FROM ${dataset}`);
    this.known = true;
  }

  /** From now on the nights remember what somebody put into the tables `standings_before` and `metric_standings_before`. */
  remember(): void {
    this.known = true;
  }

  private async answer(dataset: string, run_date: string, made: Made, not_measured: readonly string[]): Promise<void> {
    const facts: NightFacts = {
      ...{ run_date, run_id: `${run_date}-trial`, policies: this.policies, not_measured },
      ...{ landed: Object.hasOwn(made, 'accepted_orders') ? ['orders'] : [] },
      ...{ inputs: { accepted: {}, accepted_news: {}, counts: {} } },
      previous_datasets: this.known ? Object.keys(PUBLISHED) : [],
    };
    const relation = ({ kind, dataset: read }: Source): string => {
      if (kind === 'previous') return `${read}_before`;
      const name = kind === 'accepted' ? `accepted_${read}` : read;
      return Object.hasOwn(made, name) ? made[name]! : name;
    };
    const path = `${FOLDERS[dataset] ?? 'marts'}/${dataset}.sql`;
    const { select } = renderSelect(path, this.files, facts, relation);
    await this.duck.run(`CREATE OR REPLACE TABLE ${dataset} AS ${select}`);
  }
}
