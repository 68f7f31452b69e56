/** Evaluations night after night through the product's own SQL, over tables that somebody made or loaded. */
import { PUBLISHED } from '../contracts/published/index.js';
import type { Duck } from '../lambdas/shared/duck.js';
import type { Evaluation } from '../policies/evaluation.js';
import type { Policies } from '../policies/policy.js';
import { emptyRelation } from '../sql/literals.js';
import { type NightFacts, renderSelect, type Source, type SqlFiles } from '../sql/render.js';

/** What a night reads, by dataset: the text after FROM. What is not made is asked of the product. */
export type Made = Readonly<Record<string, string>>;

/** What the next night remembers of one, where it is asked for or given. */
export const REMEMBERED = ['metric_standings', 'standings', 'points_entries', 'decision_records'] as const;
/** What it remembers besides that is of all sellers together: categories, frozen for a quarter, and whether an evaluation is held. */
export const FROZEN = ['seller_categories', 'category_benchmarks', 'evaluations'] as const;
/** Landed rows that may be given, under their names after `accepted_`. */
export const LANDED = ['orders', 'violations', 'decisions', 'appeals'] as const;
/** What a night is asked for; whatever these read is asked before them. */
const ASKED = ['seller_metrics', 'scorecards', 'metric_standings', 'standings'] as const;
/** Nobody lands anything here, so that nothing is unlike the days before. */
const NEVER: Made = { landing_drift: emptyRelation(PUBLISHED.landing_drift!.columns) };
/** The same every night. */
const ONCE: ReadonlySet<string> = new Set(['luck']);
const FOLDERS = ['marts', 'outcomes', 'staging'] as const;

/**
 * Rules of evaluations where nobody is there to approve or to release anything: what an evaluation says is taken as said. why a share of
 * all: more sellers than all never fall.
 */
export const withoutPersons = (evaluation: Evaluation): Evaluation => ({
  ...withoutBreaker(evaluation),
  approval: undefined,
});
export const withoutBreaker = (evaluation: Evaluation): Evaluation => ({
  ...evaluation,
  circuit_breaker: { ...evaluation.circuit_breaker, share: 1 },
});

interface Night {
  run_date: string;
  made: Made;
  not_measured: readonly string[];
  answered: Set<string>;
}

export class Evaluations {
  private known: readonly string[] = [];
  private answered = new Set<string>();
  private readonly standing = new Set<string>();

  constructor(
    private readonly duck: Duck,
    private readonly files: SqlFiles,
    private readonly policies: Policies,
    /** Datasets that are asked for besides, such as records of what persons decide. */
    private readonly also: readonly string[] = [],
  ) {}

  /** Answers into a table for each dataset. Until `publish`, another night may be asked in its place. */
  async night(run_date: string, made: Made, not_measured: readonly string[] = []): Promise<void> {
    const night = { run_date, made: { ...NEVER, ...made }, not_measured, answered: new Set(this.standing) };
    for (const dataset of [...ASKED, ...this.also]) await this.answer(dataset, night);
    this.answered = night.answered;
  }

  /** From now on the nights remember this one. */
  async publish(): Promise<void> {
    this.known = [...REMEMBERED, ...FROZEN].filter((dataset) => this.answered.has(dataset));
    for (const dataset of this.known)
      await this.duck.run(`CREATE OR REPLACE TABLE ${dataset}_before AS SELECT * FROM ${dataset}`);
  }

  /** From now on the nights remember what somebody put into the tables named after these datasets and `_before`. */
  remember(datasets: readonly (typeof REMEMBERED)[number][]): void {
    this.known = datasets;
  }

  private async answer(dataset: string, night: Night): Promise<void> {
    if (Object.hasOwn(night.made, dataset) || night.answered.has(dataset)) return;
    night.answered.add(dataset);
    if (ONCE.has(dataset)) this.standing.add(dataset);
    const { select, sources } = this.rendered(dataset, night);
    for (const { kind, dataset: read } of sources) if (kind === 'run' || kind === 'ledger') await this.answer(read, night);
    await this.duck.run(`CREATE OR REPLACE TABLE ${dataset} AS ${select}`);
  }

  private rendered(dataset: string, { run_date, made, not_measured }: Night) {
    const facts: NightFacts = {
      ...{ run_date, run_id: `${run_date}-trial`, policies: this.policies, not_measured },
      landed: LANDED.filter((one) => Object.hasOwn(made, `accepted_${one}`)),
      ...{ inputs: { accepted: {}, accepted_news: {}, counts: {} } },
      previous_datasets: [...this.known],
    };
    const relation = ({ kind, dataset: read }: Source): string => {
      if (kind === 'previous') return `${read}_before`;
      const name = kind === 'accepted' ? `accepted_${read}` : read;
      return Object.hasOwn(made, name) ? made[name]! : name;
    };
    const path = FOLDERS.map((folder) => `${folder}/${dataset}.sql`).find((one) => Object.hasOwn(this.files, one));
    if (!path) throw new Error(`${dataset}: is neither made nor a dataset that the night's SQL answers`);
    return renderSelect(path, this.files, facts, relation);
  }
}
