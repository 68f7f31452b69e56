import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { acceptFiles } from '../../lambdas/accept-files/handler.js';
import { acceptSqlFiles } from '../../lambdas/accept-files/sql-files.js';
import { collectOutput } from '../../lambdas/collect-output/handler.js';
import { considerRetry } from '../../lambdas/consider-retry/handler.js';
import { gate } from '../../lambdas/gate/handler.js';
import { openRun } from '../../lambdas/open-run/handler.js';
import { planEmails } from '../../lambdas/plan-emails/handler.js';
import { planRun } from '../../lambdas/plan-run/handler.js';
import { prepareQuery } from '../../lambdas/prepare-query/handler.js';
import { publish } from '../../lambdas/publish/handler.js';
import { withQualityReport } from '../../lambdas/quality-report/handler.js';
import { registerResults } from '../../lambdas/register-results/handler.js';
import { reportFailure } from '../../lambdas/report-failure/handler.js';
import { sendDigest } from '../../lambdas/send-digest/handler.js';
import { sendEmails } from '../../lambdas/send-emails/handler.js';
import type { DuckLimits } from '../../lambdas/shared/duck.js';
import { readPolicyFiles } from '../../policies/files.js';
import type { Policies } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { HOME } from '../shared/home.js';
import { clearScratch, lazyDuck, scratchFolder } from '../shared/lazy-duck.js';
import { linkKeysOfStore } from '../shared/link-keys.js';
import { NO_CATALOG } from './catalog.js';
import { ofFolders, type WorkedWith } from './in-plain-words.js';
import { Outbox } from './mailer.js';
import { FolderStore } from './object-store.js';
import { DuckEngine } from './query-engine.js';
import { FileLedger } from './send-ledger.js';

export type Task = (event: unknown) => Promise<unknown>;

export interface TaskFolders {
  landing: string;
  store: string;
  policies: string;
  /** Policies as an earlier run froze them, in place of that folder's. */
  sealed?: Policies;
  limits?: DuckLimits;
}

export interface OpenTasks {
  /** By state. */
  tasks: Record<string, Task>;
  /** Ends the queries at work; the tasks that asked them fail. */
  interrupt(): Promise<void>;
  /** Ends the engines and removes their scratch files. Only when no task is at work. */
  close(): Promise<void>;
}

/** The tasks of a night on this machine: folders, DuckDB and an outbox. */
export async function openTasks(folders: TaskFolders): Promise<OpenTasks> {
  const { limits } = folders;
  const store = new FolderStore(folders.store);
  const landing = new FolderStore(folders.landing);
  const scratch = scratchFolder(folders.store);
  await clearScratch(scratch);
  // Two engines, one after the other: accepting keeps rows in the order they landed, computing need not.
  const accepting = lazyDuck(join(scratch, 'accept'), { limits, connections: 2 });
  const computing = lazyDuck(join(scratch, 'compute'), { limits, prelude: join(HOME, 'infra/local/prelude.sql') });
  const sql = await readSqlFiles();
  const engine = new DuckEngine(store, computing.duck);
  const mailer = new Outbox(store);
  const mail = { store, ledger: new FileLedger(store), mailer };
  const tasks: Record<string, Task> = {
    OpenRun: openRun({
      ...{ landing, store, acceptSql: acceptSqlFiles(), sealed: folders.sealed },
      policyFiles: () => readPolicyFiles(folders.policies),
    }),
    AcceptShard: acceptFiles({ landing, store, duck: accepting.duck, scratch }),
    PlanRun: async (event) => {
      await accepting.close();
      return planRun({ store, sql })(event);
    },
    PrepareQuery: prepareQuery({ store, sql, engine }),
    RunQuery: (event) => engine.start(event as { QueryString: string; ClientRequestToken: string }),
    CollectOutput: collectOutput({ store, engine }),
    ConsiderRetry: considerRetry({ engine }),
    Gate: withQualityReport(store, gate({ store, sql })),
    Publish: publish({ store }),
    RegisterResults: registerResults({ store, catalog: NO_CATALOG }),
    PlanEmails: planEmails({ store }),
    SendShard: sendEmails({ ...mail, linkKeys: () => linkKeysOfStore(store) }),
    SendDigest: sendDigest(mail),
    ReportFailure: reportFailure({ store, mailer }),
  };
  const around: WorkedWith[] = [
    { name: 'the policies folder', path: resolve(folders.policies), doing: 'read' },
    { name: 'the landing folder', path: landing.root, doing: 'read' },
    { name: 'the folder for temporary files', path: scratch, doing: 'write' },
  ];
  return {
    tasks: Object.fromEntries(Object.entries(tasks).map(([state, task]) => [state, inWords(task, around)])),
    async interrupt() {
      await accepting.interrupt();
      await computing.interrupt();
    },
    async close() {
      await accepting.close();
      await computing.close();
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
    },
  };
}

/** The same task; what the machine has against a folder is said in words. */
const inWords =
  (task: Task, around: readonly WorkedWith[]): Task =>
  async (event) => {
    try {
      return await task(event);
    } catch (error) {
      throw ofFolders(error, around);
    }
  };
