import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { manifestKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { type NightRequest, runNight } from '../../infra/local/night.js';
import { FolderStore } from '../../infra/local/object-store.js';
import type { NightOutcome } from '../../infra/shared/night-outcome.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { need } from '../../lambdas/shared/read-run-files.js';
import type { PolicyFiles } from '../../policies/load.js';
import type { Bound, JudgedMetric, Policies } from '../../policies/policy.js';
import type { Names, Segment } from '../../policies/segments.js';
import { STANDING_ORDERS, standingOrders } from './standing-orders.js';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

type TestPolicies = Pick<Policies, 'regions' | 'metrics' | 'programmes' | 'carrier_classes'>;

/** Policies as the files of a folder. */
export function filesOf({ regions, metrics, programmes, carrier_classes }: TestPolicies): PolicyFiles {
  const byCode = Object.fromEntries(regions.map(({ code, ...region }) => [code, region]));
  const byMetric = Object.fromEntries(metrics.map((metric) => [metric.metric, metricYaml(metric)]));
  const files: PolicyFiles = { 'regions.yaml': stringify({ regions: byCode }), 'metrics.yaml': stringify({ metrics: byMetric }) };
  for (const { metrics: judged, ...programme } of programmes) {
    const byName = Object.fromEntries(
      judged.map(({ metric, at_least, tiers, alert, where, ...rest }) => [
        metric,
        {
          ...{ ...rest, at_least: { why: 'as the test wants', ...at_least } },
          tiers: Object.fromEntries(Object.entries(tiers).map(([tier, bound]) => [tier, boundYaml(bound)])),
          ...(alert ? { alert: boundYaml(alert) } : {}),
          ...(where ? { where: whereYaml(where) } : {}),
        },
      ]),
    );
    files[`${programme.programme}.yaml`] = stringify({ ...programme, metrics: byName });
  }
  if (carrier_classes) {
    const classes = Object.entries(carrier_classes).map(([name, carriers]) => [name, { carriers, why: 'as the test wants' }]);
    files['tracking.yaml'] = stringify({ carrier_classes: Object.fromEntries(classes) });
  }
  return files;
}

/** What an entry counts, as a file says it: carriers follow from their classes. */
const whereYaml = ({ carrier: _, category, carrier_class, ...rest }: Segment): object => {
  const named = ({ names, not }: Names) => (not ? { not: names } : names);
  return {
    ...rest,
    ...(category ? { category: named(category) } : {}),
    ...(carrier_class ? { carrier_class: named(carrier_class) } : {}),
  };
};

/** A bound as it was said. */
const boundYaml = ({ at_most, said, why }: Bound): object => ({
  [said ?? 'at_most']: said?.startsWith('met') ? (1_000_000 - Math.round(at_most * 1_000_000)) / 1_000_000 : at_most,
  why,
});

function metricYaml(metric: JudgedMetric): object {
  const why = 'as the test wants';
  const forgiven = { counts_as_met: metric.counts_as_met, why };
  if (metric.subject === 'landed') {
    const { title, unit, maturation_days } = metric;
    return { title, unit, why: metric.why, maturation_days: { value: maturation_days, why }, forgiven };
  }
  const settings = Object.entries(metric.settings).map(([name, value]) => [name, { value, why }]);
  const count = metric.subject === 'order' ? { count: { value: metric.count, why } } : {};
  return { ...Object.fromEntries(settings), ...count, forgiven };
}

/** A marketplace of its own in a temporary folder: landing, store, policies, and nights over them. */
export class TestMarketplace {
  private constructor(
    readonly folder: string,
    readonly policies: string,
  ) {}

  /** @param policies a folder, the policies themselves, or the texts of their files by name. */
  static async make(policies: string | TestPolicies | { files: PolicyFiles } = 'policies'): Promise<TestMarketplace> {
    const folder = await mkdtemp(join(tmpdir(), 'scorecards-marketplace-'));
    if (typeof policies === 'string') return new TestMarketplace(folder, policies);
    const store = new FolderStore(join(folder, 'policies'));
    const files = 'files' in policies ? policies.files : filesOf(policies);
    for (const [name, text] of Object.entries(files)) await store.write(name, text);
    return new TestMarketplace(folder, join(folder, 'policies'));
  }

  get landing(): string {
    return join(this.folder, 'landing');
  }

  get store(): string {
    return join(this.folder, 'store');
  }

  /** Lands files by key, such as `orders/dt=2026-11-06/a.jsonl`. */
  async land(files: Iterable<readonly [string, string | Buffer]>): Promise<void> {
    const landing = new FolderStore(this.landing);
    for (const [key, body] of files) await landing.write(key, body);
  }

  night(runDate: string, more: Partial<NightRequest> = {}): Promise<NightOutcome> {
    return runNight({ runDate, landing: this.landing, store: this.store, policies: this.policies, mails: false, ...more });
  }

  /** A night that must be published. */
  async published(runDate: string, more: Partial<NightRequest> = {}): Promise<NightOutcome & { prefix: string }> {
    const outcome = await this.night(runDate, more);
    if (outcome.error) throw new Error(`${outcome.failed_state}: ${outcome.error.message}`);
    return outcome as NightOutcome & { prefix: string };
  }

  manifest(prefix: string): Promise<Manifest> {
    return need<Manifest>(new FolderStore(this.store), manifestKey(prefix));
  }

  /** Rows of a dataset of a run as JSON lines, sorted; two runs are equal when these are. */
  async rows(prefix: string, dataset: string): Promise<string[]> {
    const rows = await ask(`SELECT to_json(r) AS row FROM ${await this.relation(prefix, dataset)} AS r ORDER BY row`);
    return rows.map((row) => String(row.row));
  }

  /** The text after FROM for a dataset of a run, or for STANDING_ORDERS. */
  async relation(prefix: string, dataset: string): Promise<string> {
    if (dataset === STANDING_ORDERS) return standingOrders(this.store, prefix);
    const { datasets } = await this.manifest(prefix);
    return `read_parquet(${list(datasets[dataset]?.files.map((key) => join(this.store, key)) ?? [])}, hive_partitioning = false)`;
  }

  /** Bytes of every file of a dataset of a run. */
  async bytes(prefix: string, dataset: string): Promise<Buffer[]> {
    const { datasets } = await this.manifest(prefix);
    return Promise.all((datasets[dataset]?.files ?? []).map((key) => readFile(join(this.store, key))));
  }

  async gone(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

const list = (files: readonly string[]): string => `[${files.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ')}]`;

let duck: Promise<Duck> | undefined;
/** Rows of a query, for looking at results from outside the night. */
export async function ask(sql: string): Promise<Record<string, unknown>[]> {
  duck ??= openDuck();
  return (await duck).run(sql);
}
