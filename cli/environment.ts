import type { NightOutcome, NightWatcher } from '../infra/shared/night-outcome.js';
import type { Catalog } from '../lambdas/shared/catalog.js';
import type { ObjectStore } from '../lambdas/shared/object-store.js';
import type { NightReport } from './night-report.js';

/** A night that somebody asks for. */
export interface AskedNight {
  /** YYYY-MM-DD. */
  runDate: string;
  /** Judge every order anew instead of reusing final outcomes. */
  full: boolean;
  /** Write mails after publishing. */
  mails: boolean;
  /** A past day that is filled in: its mails, where it writes any, bring no bad news. */
  backfill?: boolean;
  /** For the query engine of a laptop, as DuckDB writes it. */
  memory?: string;
  watch?: NightWatcher;
}

/** Where nights run and results lie: this machine (infra/local/environment.ts) or a deployed stage (infra/aws/adapters/environment.ts). */
export interface Environment {
  /** As messages name it: a folder, or a stage. */
  name: string;
  /** What to add to a command so that it means this environment; begins with a space, or is empty. */
  option: string;
  /** The same for a command that runs nights: with the folders that only those are given. */
  night_option: string;
  store: ObjectStore;
  landing: ObjectStore;
  /** What to know of bytes that were written over, a line each. */
  written_over: string[];
  /** The tables that show what is published. */
  catalog: Catalog;
  /** Sees to it that a night can start. @throws UsageError */
  ready(say: (line: string) => void): Promise<void>;
  /** The newest day for which orders have landed. @throws UsageError */
  newestDay(): Promise<string>;
  /** Never throws for what a night can fail of. `say` hears where else to look while it runs. */
  runNight(asked: AskedNight, say?: (line: string) => void): Promise<NightOutcome>;
  /** What to open when the night is over, a line each. */
  openNext(report: NightReport): string[];
}
