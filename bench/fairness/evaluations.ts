/** Evaluations night after night through the product's own SQL, over tables of days, metrics and scorecards that somebody made. */
import { PUBLISHED } from '../../contracts/published/index.js';
import { someNight } from '../../infra/shared/night-columns.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { Policies } from '../../policies/policy.js';
import { renderSelect, type Source, type SqlFiles } from '../../sql/render.js';

/** What an evaluation reads of the night: the text after FROM. */
export type Made = Readonly<Record<'seller_days' | 'seller_metrics' | 'scorecards', string>>;

const REMEMBERED = ['metric_standings', 'standings'] as const;

export class Evaluations {
  private known = false;
  private explained = false;

  constructor(
    private readonly duck: Duck,
    private readonly files: SqlFiles,
    private readonly policies: Policies,
  ) {}

  /** Answers into the tables metric_standings and standings. Until `publish`, another night may be asked in its place. */
  async night(run_date: string, made: Made, not_measured: readonly string[] = []): Promise<void> {
    if (!this.explained) await this.answer('luck', run_date, made, not_measured);
    this.explained = true;
    for (const dataset of REMEMBERED) await this.answer(dataset, run_date, made, not_measured);
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
      kind === 'previous' ? `${read}_before` : Object.hasOwn(made, read) ? made[read as keyof Made] : read;
    const { select } = renderSelect(`marts/${dataset}.sql`, this.files, facts, relation);
    await this.duck.run(`CREATE OR REPLACE TABLE ${dataset} AS ${select}`);
  }
}
