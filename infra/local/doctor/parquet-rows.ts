import type { Duck } from '../../../lambdas/shared/duck.js';
import { quotedPath } from '../copy-to.js';
import type { FolderStore } from '../object-store.js';

export type Counted = { rows: number; problem?: undefined } | { problem: string };

/** Reads Parquet objects from end to end, each once. why all of it: a file may have both its ends and a hole between them. */
export class ParquetRows {
  private readonly seen = new Map<string, Promise<Counted>>();

  constructor(
    private readonly store: FolderStore,
    private readonly duck: () => Promise<Duck>,
  ) {}

  /** @param version of the object; `gone` where it is not there */
  of(key: string, version: string): Promise<Counted> {
    const name = `${key} ${version}`;
    const counted = this.seen.get(name) ?? this.count(key);
    this.seen.set(name, counted);
    return counted;
  }

  get files(): number {
    return this.seen.size;
  }

  private async count(key: string): Promise<Counted> {
    const problem = await this.store.parquetProblem(key);
    if (problem) return { problem };
    const duck = await this.duck();
    try {
      // The hash of whole rows, so that every page of every column is read; a count alone is answered from the footer.
      const from = `read_parquet(${quotedPath(this.store.url(key))}, hive_partitioning = false) AS r`;
      const [counted] = await duck.run(`SELECT count(*) AS found, bit_xor(hash(r)) AS read FROM ${from}`);
      return { rows: Number(counted?.found ?? 0) };
    } catch (error) {
      return { problem: `cannot be read (${String((error as Error).message).split('\n')[0]})` };
    }
  }
}
