import { LANDING } from '../../contracts/landing/index.js';
import { acceptedColumns } from '../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../contracts/ledger/counts.js';
import { PUBLISHED } from '../../contracts/published/index.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import { factsKey } from '../../contracts/run/keys.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { DuckEngine } from '../../infra/local/query-engine.js';
import { locate } from '../../lambdas/prepare-query/locate.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { need, readPolicies } from '../../lambdas/shared/read-run-files.js';
import type { Policies } from '../../policies/policy.js';
import { emptyRelation } from '../../sql/literals.js';
import { layersOf, renderSelect, type Source, type SqlFiles } from '../../sql/render.js';

/**
 * A finished run whose queries can be asked again with one of them changed. What it read and what it wrote are tables in memory;
 * only what a change touches is asked again.
 */
export class Rerun {
  private readonly baseline = new Map<string, string>();

  private constructor(
    private readonly duck: Duck,
    private readonly facts: RunFacts,
    private readonly policies: Policies,
    private readonly files: SqlFiles,
    private readonly id: string,
  ) {}

  /** @param id distinguishes the tables of several runs in one engine; letters only */
  static async of(run: { store: string; prefix: string; duck: Duck; files: SqlFiles; id: string }): Promise<Rerun> {
    const store = new FolderStore(run.store);
    const facts = await need<RunFacts>(store, factsKey(run.prefix));
    const again = new Rerun(run.duck, facts, await readPolicies(store, run.prefix), run.files, run.id);
    const engine = new DuckEngine(store, async () => run.duck);
    const loaded = new Set<string>();
    for (const path of again.paths()) {
      const { sources } = again.render(path, run.files, () => 'nowhere');
      for (const source of sources) {
        const table = again.table(source);
        if (loaded.has(table)) continue;
        loaded.add(table);
        const rows = await locate(store, facts, source);
        await run.duck.run(`CREATE TABLE ${table} AS SELECT * FROM ${rows ? engine.relation(rows) : nothingOf(source)}`);
      }
    }
    for (const path of again.paths()) {
      const { name, select } = again.render(path, run.files, (source) => again.table(source));
      again.baseline.set(path, select);
      const table = again.table({ kind: 'run', dataset: name });
      if (path.startsWith('checks/') || !loaded.has(table)) await run.duck.run(`CREATE OR REPLACE TABLE ${table} AS ${select}`);
    }
    return again;
  }

  /** Datasets of the night in the order in which they are computed, then its checks. */
  private paths(): string[] {
    const checks = Object.keys(this.files).filter((path) => path.startsWith('checks/') && !path.includes('landed_rows_are_read'));
    return [...layersOf(this.files, { ...this.facts, policies: this.policies }).flat(), ...checks.sort()];
  }

  private render(path: string, files: SqlFiles, relations: (source: Source) => string, policies = this.policies) {
    return renderSelect(path, files, { ...this.facts, policies }, relations);
  }

  private table({ kind, dataset }: Source): string {
    return `${this.id}_${kind}_${dataset}`;
  }

  /**
   * The first thing that a reader would see differ when the run is computed by other files or policies: a published dataset, a
   * check, or an error; undefined when nothing does.
   */
  async noticed(changed: { files?: SqlFiles; policies?: Policies }): Promise<string | undefined> {
    const { files = this.files, policies = this.policies } = changed;
    const differing = new Set<string>();
    for (const path of this.paths()) {
      try {
        const relation = (source: Source) =>
          source.kind === 'run' && differing.has(source.dataset) ? `mutated_${source.dataset}` : this.table(source);
        const { name, select } = this.render(path, files, relation, policies);
        if (select === this.baseline.get(path)) continue;
        await this.duck.run(`CREATE OR REPLACE TABLE mutated_${name} AS ${select}`);
        const was = this.table({ kind: 'run', dataset: name });
        const [count] = await this.duck.run(
          `SELECT (SELECT count(*) FROM (SELECT * FROM mutated_${name} EXCEPT ALL SELECT * FROM ${was}))
             + (SELECT count(*) FROM (SELECT * FROM ${was} EXCEPT ALL SELECT * FROM mutated_${name})) AS differing`,
        );
        if (Number(count?.differing) === 0) continue;
        if (Object.hasOwn(PUBLISHED, name) || path.startsWith('checks/')) return name;
        differing.add(name);
      } catch (error) {
        return `error: ${(error as Error).message.slice(0, 80)}`;
      }
    }
    return undefined;
  }
}

const nothingOf = ({ kind, dataset }: Source): string =>
  emptyRelation(kind === 'counts' ? COUNT_COLUMNS : acceptedColumns(LANDING[dataset]!));
