/** Evaluations night after night through the product's own SQL, over tables of days and counts that somebody made. */
import { PUBLISHED } from '../../contracts/published/index.js';
import { someNight } from '../../infra/shared/night-columns.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { Policies } from '../../policies/policy.js';
import { renderSelect, type Source, type SqlFiles } from '../../sql/render.js';

/** What a night reads, by dataset: the text after FROM. What is not made is asked of the product. */
export type Made = Readonly<Record<string, string>>;

const REMEMBERED = ['metric_standings', 'standings'] as const;
/** In the order in which one reads the other. */
const ASKED = ['seller_metrics', 'scorecards', ...REMEMBERED] as const;

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
    const asked = [...(this.explained ? [] : ['luck']), ...ASKED.filter((dataset) => !Object.hasOwn(made, dataset))];
    for (const dataset of asked) await this.answer(dataset, run_date, made, not_measured);
    this.explained = true;
  }

  /** From now on the nights remember this one. */
  async publish(): Promise<void> {
    this.known = true;
    for (const dataset of REMEMBERED) {
      await this.duck.run(`CREATE OR REPLACE TABLE ${dataset}_before AS SELECT * FROM ${dataset}`);
    }
  }

  private async answer(dataset: string, run_date: string, made: Made, not_measured: readonly string[]): Promise<void> {
    const facts = {
      ...someNight(this.policies, 'later'),
      ...{ run_date, not_measured, previous_datasets: this.known ? Object.keys(PUBLISHED) : [] },
    };
    const relation = ({ kind, dataset: read }: Source): string =>
      kind === 'previous' ? `${read}_before` : Object.hasOwn(made, read) ? made[read]! : read;
    const { select } = renderSelect(`marts/${dataset}.sql`, this.files, facts, relation);
    await this.duck.run(`CREATE OR REPLACE TABLE ${dataset} AS ${select}`);
  }
}
