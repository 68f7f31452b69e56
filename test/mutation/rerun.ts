import { LANDING } from '../../contracts/landing/index.js';
import { readColumns } from '../../contracts/ledger/accepted.js';
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

/** One run of the chain: its facts, and what its unchanged queries said. */
interface Night {
  facts: RunFacts;
  policies: Policies;
  /** Cheapest first, as far as what each reads allows. */
  paths: string[];
  /** By path: what it reads of this chain's runs, its text, and a fingerprint of its rows. */
  was: Map<string, { reads: string[]; select: string; print: string }>;
  /** By source: the tables that hold its rows. A ledger lies in one table per run that wrote a part of it. */
  tables: Map<string, string[]>;
}

const sourceKey = ({ kind, dataset }: Source): string => `${kind} ${dataset}`;
const isCheck = (path: string): boolean => path.startsWith('checks/');
const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.sql$/, '');
/** Says what every dataset reads: asking it costs as much as a whole night, so it is asked only when it is what changed. */
const READS_ALL = 'checks/landed_rows_are_read.sql';

/**
 * Finished runs, each built on the one before, whose queries can be asked again with one of them changed, as if it had been so from
 * the first night on. What landed and what each run wrote are tables in memory; only what a change touches is asked again.
 */
export class Rerun {
  private readonly nights: Night[] = [];

  private constructor(
    private readonly duck: Duck,
    private readonly files: SqlFiles,
    private readonly id: string,
  ) {}

  /**
   * @param id distinguishes the tables of several chains in one engine
   * @throws when a query asked again does not say what the night stored: then nothing could be concluded from it
   */
  static async of(chain: { store: string; prefixes: string[]; duck: Duck; files: SqlFiles; id: string }): Promise<Rerun> {
    const store = new FolderStore(chain.store);
    const again = new Rerun(chain.duck, chain.files, chain.id);
    for (const prefix of chain.prefixes) {
      const facts = await need<RunFacts>(store, factsKey(prefix));
      const policies = await readPolicies(store, prefix);
      const paths = layersOf(chain.files, { ...facts, policies }).flat();
      const checks = Object.keys(chain.files).filter(isCheck).sort();
      again.nights.push({ facts, policies, paths: [...paths, ...checks], was: new Map(), tables: new Map() });
      await again.load(store, again.nights.length - 1);
    }
    return again;
  }

  private async load(store: FolderStore, nth: number): Promise<void> {
    const night = this.nights[nth]!;
    const seconds = new Map<string, number>();
    for (const path of night.paths) {
      const { sources } = this.render(nth, path, this.files, () => 'nowhere');
      for (const source of sources) if (!night.tables.has(sourceKey(source))) await this.loadSource(store, nth, source);
      const reads = sources.flatMap((source) => night.tables.get(sourceKey(source)) ?? []);
      const { select } = this.render(nth, path, this.files, (source) => this.relation(nth, source, new Set()));
      const since = performance.now();
      const table = this.tableOf(nth, nameOf(path));
      await this.duck.run(`CREATE TABLE ${table} AS ${select}`);
      seconds.set(path, performance.now() - since);
      const print = await this.print(table);
      night.was.set(path, { reads, select, print });
      if (!isCheck(path)) await this.sameAsStored(store, nth, nameOf(path), print);
    }
    this.cheapestFirst(nth, seconds);
  }

  private async loadSource(store: FolderStore, nth: number, source: Source): Promise<void> {
    const { facts, tables } = this.nights[nth]!;
    const { kind, dataset } = source;
    const rows = await locate(store, facts, source);
    if (rows && 'parts' in rows) {
      // Parts of no run of the chain are empty ones that a test has put in.
      const writers = rows.parts.map((part) => this.nights.findIndex((night) => night.facts.prefix === part.run_prefix));
      const of = writers.filter((writer) => writer >= 0).map((writer) => this.tableOf(writer, dataset));
      tables.set(sourceKey(source), of);
      return;
    }
    const table = `${this.id}n${nth}_${kind}_${dataset}`;
    const relation = rows ? new DuckEngine(store, async () => this.duck).relation(rows) : nothingOf(source);
    await this.duck.run(`CREATE TABLE ${table} AS SELECT * FROM ${relation}`);
    tables.set(sourceKey(source), [table]);
  }

  private async sameAsStored(store: FolderStore, nth: number, dataset: string, print: string): Promise<void> {
    const rows = await locate(store, this.nights[nth]!.facts, { kind: 'run', dataset });
    const stored = await this.print(new DuckEngine(store, async () => this.duck).relation(rows!));
    if (stored !== print) throw new Error(`${this.id}: ${dataset} of night ${nth + 1}, asked again, is not what was stored`);
  }

  /** A reader sees the difference in the cheapest dataset that shows it, long before the widest is computed. */
  private cheapestFirst(nth: number, seconds: ReadonlyMap<string, number>): void {
    const night = this.nights[nth]!;
    const own = new Map(night.paths.map((path) => [this.tableOf(nth, nameOf(path)), path]));
    const left = new Set(night.paths);
    const paths: string[] = [];
    while (left.size > 0) {
      const ready = [...left].filter((path) => !night.was.get(path)!.reads.some((table) => left.has(own.get(table) ?? '')));
      const [next] = ready.sort((a, b) => seconds.get(a)! - seconds.get(b)!);
      paths.push(next!);
      left.delete(next!);
    }
    night.paths = paths;
  }

  private render(nth: number, path: string, files: SqlFiles, relations: (source: Source) => string) {
    const { facts, policies } = this.nights[nth]!;
    return renderSelect(path, files, { ...facts, policies }, relations);
  }

  private tableOf(nth: number, dataset: string): string {
    return `${this.id}n${nth}_run_${dataset}`;
  }

  /** The text after FROM; tables that differ are read as they are with the change. */
  private relation(nth: number, source: Source, differing: ReadonlySet<string>): string {
    const tables = this.nights[nth]!.tables.get(sourceKey(source)) ?? [];
    const named = tables.map((table) => (differing.has(table) ? `mutated_${table}` : table));
    if (named.length === 1) return named[0]!;
    return `(${named.map((table) => `SELECT * FROM ${table}`).join(' UNION ALL ')})`;
  }

  /** The same for the same rows in any order. */
  private async print(relation: string): Promise<string> {
    const [row] = await this.duck.run(
      `SELECT CAST(count(*) AS VARCHAR) || ' ' || coalesce(CAST(sum(CAST(hash(t) AS HUGEINT)) AS VARCHAR), '') AS print
       FROM ${relation} AS t`,
    );
    return String(row!.print);
  }

  /**
   * The first thing that a reader would see differ in any of the nights when all of them are computed by other files: a published
   * dataset, a check, or an error; undefined when nothing does.
   */
  async noticed(files: SqlFiles): Promise<string | undefined> {
    const changed = Object.keys(files).filter((path) => files[path] !== this.files[path]);
    const everywhere = changed.some((path) => /^(macros|metrics)\//.test(path));
    /** Tables whose rows are others with the change, of this night and of those before. */
    const differing = new Set<string>();
    for (const [nth, night] of this.nights.entries())
      for (const path of night.paths) {
        const { reads, select: unchanged, print } = night.was.get(path)!;
        const mayDiffer = everywhere ? path !== READS_ALL : changed.includes(path);
        if (!mayDiffer && !reads.some((table) => differing.has(table))) continue;
        try {
          const { name, select } = this.render(nth, path, files, (source) => this.relation(nth, source, differing));
          if (select === unchanged) continue;
          const table = this.tableOf(nth, name);
          await this.duck.run(`CREATE OR REPLACE TABLE mutated_${table} AS ${select}`);
          if ((await this.print(`mutated_${table}`)) === print) continue;
          if (Object.hasOwn(PUBLISHED, name) || isCheck(path)) return `${name} of night ${nth + 1}`;
          differing.add(table);
        } catch (error) {
          return `error: ${(error as Error).message.replaceAll(/\s+/g, ' ').slice(0, 80)}`;
        }
      }
    return undefined;
  }
}

const nothingOf = ({ kind, dataset }: Source): string =>
  emptyRelation(kind === 'counts' ? COUNT_COLUMNS : readColumns(LANDING[dataset]!));
