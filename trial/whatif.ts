/** What a seller's tier and verdicts would be, had some further orders of today been at fault, or met: the night's own SQL, asked twice. */
import { addDays } from '../contracts/days.js';
import type { Duck } from '../lambdas/shared/duck.js';
import type { JudgedMetric, Policies } from '../policies/policy.js';
import { dateLiteral, quoted } from '../sql/literals.js';
import { OUTCOME_CODES } from '../sql/outcome-codes.js';
import type { SqlFiles } from '../sql/render.js';
import { Evaluations, type FROZEN, REMEMBERED, withoutBreaker } from './evaluations.js';
import { type AskedEntry, knownOf, regionFor } from './further-orders.js';
import { loadJudged, type RunRelations } from './judged-rows.js';

/** Further orders (or conversations, or whatever the metric counts) on the newest day that counts tonight. */
export interface Change {
  metric: string;
  fault: number;
  met: number;
  /** Of orders that an entry under a key of its own counts. */
  entry?: AskedEntry;
}

export interface WhatIf {
  duck: Duck;
  files: SqlFiles;
  policies: Policies;
  run: { run_date: string; not_measured: readonly string[]; relations: RunRelations };
  /** What the run before published, as text after FROM; absent where none did. */
  before?: Partial<Record<(typeof REMEMBERED)[number], string>>;
  /** What the run itself says of all sellers together, as text after FROM: one seller's rows cannot tell it. */
  frozen?: Partial<Record<(typeof FROZEN)[number], string>>;
  seller: string;
  changes: readonly Change[];
}

type Row = Record<string, unknown>;
/** Rows of the seller, by dataset. */
export type Judged = Record<(typeof ANSWERS)[number], Row[]>;
const ANSWERS = ['seller_metrics', 'scorecards', 'standings', 'metric_standings', 'tier_gates', 'scores'] as const;

export interface WhatIfAnswer {
  /** Where the further ones are counted: the region that brought most of the seller's orders, else its own. */
  region: string;
  /** The same of entries that count orders of some regions only, by key; null where no region may be theirs. */
  regions: Readonly<Record<string, string | null>>;
  before: Judged;
  after: Judged;
}

/** The day on which further ones are counted: the newest that is final. */
export const dayOf = ({ maturation_days }: JudgedMetric, run_date: string): string => addDays(run_date, -maturation_days);

/** Undefined where the run has no scorecard of the seller. */
export async function whatIf(asked: WhatIf): Promise<WhatIfAnswer | undefined> {
  const { duck, run, policies } = asked;
  const own = `seller_id = ${quoted(asked.seller)}`;
  const rows = { ...(await loadJudged(duck, run.relations, policies, own)), ...asked.frozen };
  const evaluations = new Evaluations(duck, asked.files, ofOneSeller(policies), ['tier_gates', 'scores']);
  if (asked.before) {
    for (const [dataset, relation] of Object.entries(asked.before))
      await duck.run(`CREATE OR REPLACE TABLE ${dataset}_before AS SELECT * FROM ${relation} AS r WHERE ${own}`);
    evaluations.remember(REMEMBERED.filter((dataset) => Object.hasOwn(asked.before!, dataset)));
  }
  const answer = async (): Promise<Judged> => {
    await evaluations.night(run.run_date, rows, { not_measured: run.not_measured });
    const found = {} as Judged;
    for (const dataset of ANSWERS) found[dataset] = await duck.run(`SELECT * FROM ${dataset}`);
    return found;
  };
  const before = await answer();
  if (before.scorecards.length === 0) return undefined;
  const { region, home } = await regionOf(duck);
  const regions = Object.fromEntries(
    asked.changes.flatMap(({ entry }) => (entry ? [[entry.key, regionFor(entry, region, home) ?? null]] : [])),
  );
  for (const change of asked.changes)
    for (const [outcome, count] of [
      ['fault', change.fault],
      ['met', change.met],
    ] as const)
      if (count > 0)
        await duck.run(
          furtherSql(policies, { ...asked, ...change, outcome, count, region: regions[change.entry?.key ?? ''] ?? region }),
        );
  return { region, regions, before, after: await answer() };
}

/** One seller is all sellers here, and more than a share of all falls with each: whether an evaluation is held, the run has said. */
const ofOneSeller = (policies: Policies): Policies => ({
  ...policies,
  programmes: policies.programmes.map((programme) =>
    programme.evaluation ? { ...programme, evaluation: withoutBreaker(programme.evaluation) } : programme,
  ),
});

async function regionOf(duck: Duck): Promise<{ region: string; home: string | null }> {
  const [most] = await duck.run(
    'SELECT region FROM loaded_order_outcomes GROUP BY region HAVING sum(weight) > 0 ORDER BY sum(weight) DESC, region LIMIT 1',
  );
  const [own] = await duck.run('SELECT home_region AS region FROM loaded_sellers');
  return { region: String((most ?? own)?.region ?? ''), home: (own?.region ?? null) as string | null };
}

interface Further extends Pick<WhatIf, 'seller' | 'run'> {
  metric: string;
  outcome: 'fault' | 'met';
  count: number;
  region: string;
  entry?: AskedEntry;
}

const TABLES = {
  order: 'loaded_order_outcomes',
  conversation: 'loaded_conversation_outcomes',
  landed: 'loaded_landed_outcomes_judged',
} as const;

/** Rows beside those of the ledger, of one metric and no other. why one of weight 1 each: faults are also looked at one by one. */
function furtherSql({ metrics }: Policies, { metric, outcome, count, region, seller, run, entry }: Further): string {
  const judged = metrics.find((m) => m.metric === metric)!;
  const day = dateLiteral(dayOf(judged, run.run_date));
  const id = `'what-if-${outcome}-' || n`;
  const code = `CAST(${OUTCOME_CODES[outcome]} AS INTEGER)`;
  const shared = { seller_id: quoted(seller), region: quoted(region) };
  const counted = { units: 'CAST(1 AS BIGINT)', weight: 'CAST(1 AS INTEGER)', [metric]: code, [`${metric}_day`]: day };
  const known = knownOf(entry?.where ?? {});
  const columns: Record<string, string> = {
    order: { ...shared, ...counted, placed_day: day, final_day: dateLiteral(run.run_date), ...known },
    conversation: { ...shared, ...counted },
    landed: { ...shared, subject_id: id, metric: quoted(metric), cohort_day: day, outcome: code },
  }[judged.subject];
  const listed = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  return `INSERT INTO ${TABLES[judged.subject]} BY NAME SELECT ${listed.join(', ')} FROM range(${count}) AS r (n)`;
}
