/** Evaluations night after night through the product's own SQL, over tables that somebody made or loaded. */
import { PUBLISHED } from '../contracts/published/index.js';
import type { Duck } from '../lambdas/shared/duck.js';
import type { Evaluation } from '../policies/evaluation.js';
import type { Policies } from '../policies/policy.js';
import { emptyRelation, quoted } from '../sql/literals.js';
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
/** What the sellers with news are told from, and what is answered of them alone where a night is asked for news; with what it reads of them. */
const FOUND_FROM = 'seller_metrics';
const OF_NEWS: Readonly<Record<string, readonly string[]>> = {
  seller_days: ['order_outcomes', 'conversation_outcomes', 'landed_outcomes_judged'],
  metric_verdicts: ['seller_metrics', 'seller_days'],
};
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
  /** Whether notices are looked for only where there may be any. */
  news: boolean;
}

interface Asked {
  not_measured?: readonly string[];
  /**
   * Answers `seller_days`, `metric_verdicts` and `metric_standings` of those sellers alone for whom an evaluation may begin, keep or
   * end a notice. Of all others every row would say that there is none: what else is asked is equal. Not for a night that decides
   * nothing, nor for the last one before it, whose verdicts it repeats.
   */
  news?: boolean;
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
  async night(run_date: string, made: Made, { not_measured = [], news = false }: Asked = {}): Promise<void> {
    const night = { run_date, made: { ...NEVER, ...made }, not_measured, news, answered: new Set(this.standing) };
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
    if (night.news && dataset === FOUND_FROM) await this.findNews();
  }

  /**
   * The table `with_news`: sellers with as many faults in some window as a notice asks for beside the worst day, or of whom an earlier
   * notice is remembered. Windows of bounds hold those that a notice looks at.
   */
  private async findNews(): Promise<void> {
    const asked = this.policies.programmes.flatMap(({ programme, evaluation }) =>
      evaluation ? [`programme = ${quoted(programme)} AND fault >= ${evaluation.notice.faults}`] : [],
    );
    const remembered = this.known.includes('metric_standings')
      ? ' UNION SELECT seller_id FROM metric_standings_before WHERE notice_on IS NOT NULL OR counts_after IS NOT NULL'
      : '';
    await this.duck.run(`
      CREATE OR REPLACE TABLE with_news AS
      SELECT seller_id FROM ${FOUND_FROM} WHERE ${['1 = 0', ...asked].join(' OR ')}${remembered}`);
  }

  private rendered(dataset: string, { run_date, made, not_measured, news }: Night) {
    const facts: NightFacts = {
      ...{ run_date, run_id: `${run_date}-trial`, policies: this.policies, not_measured },
      landed: LANDED.filter((one) => Object.hasOwn(made, `accepted_${one}`)),
      ...{ inputs: { accepted: {}, accepted_news: {}, counts: {} } },
      previous_datasets: [...this.known],
    };
    const relation = ({ kind, dataset: read }: Source): string => {
      if (kind === 'previous') return `${read}_before`;
      const name = kind === 'accepted' ? `accepted_${read}` : read;
      const all = Object.hasOwn(made, name) ? made[name]! : name;
      if (!news || !OF_NEWS[dataset]?.includes(name)) return all;
      return `(SELECT * FROM ${all} AS a WHERE seller_id IN (SELECT seller_id FROM with_news))`;
    };
    const path = FOLDERS.map((folder) => `${folder}/${dataset}.sql`).find((one) => Object.hasOwn(this.files, one));
    if (!path) throw new Error(`${dataset}: is neither made nor a dataset that the night's SQL answers`);
    return renderSelect(path, this.files, facts, relation);
  }
}
