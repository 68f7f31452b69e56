import { DISK } from './disk.js';
import type { Names } from './names.js';
import type { RegionGroup, Settings } from './settings.js';

export interface FunctionSize {
  /** Folder below lambdas/, and the entry below infra/aws/entries/. */
  folder: string;
  /** MB; a Lambda's share of the processor grows with it, one whole core at 1,769. */
  memory: number;
  /** Seconds. */
  timeout: number;
  /** MB below /tmp; 512 come for free. */
  disk?: number;
  why: string;
  /** Parts it is given by environment variables. */
  needs: readonly Part[];
}

type Part =
  | 'landing'
  | 'days'
  | 'store'
  | 'policies'
  | 'athena'
  | 'queries'
  | 'glue'
  | 'ledger'
  | 'mails'
  | 'commands'
  | 'night'
  | 'schedule'
  | 'deadline'
  | 'keep'
  | 'lock'
  | 'door';

const LISTS = 'reads and writes some dozens of small objects; time is S3 latency';

/** The tasks of infra/nightly.asl.json by placeholder, and how large each is. */
export const TASKS: Readonly<Record<string, FunctionSize>> = {
  OpenRun: {
    folder: 'open-run',
    memory: 1024,
    timeout: 300,
    why: 'lists all of landing: 1,000 names a call and about 0.1 s each, so 1 M landed files in 100 s, at 300 bytes a name',
    needs: ['landing', 'store', 'policies', 'days', 'athena', 'glue', 'keep'],
  },
  AcceptFiles: {
    folder: 'accept-files',
    memory: 3008,
    timeout: 900,
    disk: DISK,
    why: 'DuckDB with two threads; 3,008 MB is what every account may have; the disk holds what the largest file takes that is read (infra/aws/disk.ts)',
    needs: ['landing', 'store'],
  },
  LookForOrders: {
    folder: 'look-for-orders',
    memory: 512,
    timeout: 120,
    why: 'reads the counts of the order files of one day, one small object each',
    needs: ['store'],
  },
  PlanRun: {
    folder: 'plan-run',
    memory: 1769,
    timeout: 600,
    why: 'reads a receipt per landed file: 10,000 of them in about a minute, and their counts are held in memory',
    needs: ['store'],
  },
  PrepareQuery: {
    folder: 'prepare-query',
    memory: 1024,
    timeout: 120,
    why: 'renders one SQL file and reads the inputs of the run, about 1 kB per landed file',
    needs: ['store', 'athena', 'queries', 'glue'],
  },
  CollectOutput: {
    folder: 'collect-output',
    memory: 512,
    timeout: 120,
    why: 'reads the data manifest of one query and registers one partition',
    needs: ['store', 'athena', 'queries', 'glue'],
  },
  ConsiderRetry: {
    folder: 'consider-retry',
    memory: 256,
    timeout: 10,
    why: 'looks at one error',
    needs: ['athena', 'queries', 'glue', 'store'],
  },
  Gate: {
    folder: 'gate',
    memory: 1024,
    timeout: 300,
    why: 'reads the Parquet of about a dozen checks, few rows each',
    needs: ['store'],
  },
  Publish: { folder: 'publish', memory: 512, timeout: 120, why: LISTS, needs: ['store', 'lock'] },
  RegisterResults: { folder: 'register-results', memory: 512, timeout: 300, why: LISTS, needs: ['store', 'glue'] },
  PlanEmails: {
    folder: 'plan-emails',
    memory: 2048,
    timeout: 600,
    why: 'holds id, address and frequency of every seller: 1 M sellers are about 600 MB as objects',
    needs: ['store', 'mails', 'ledger'],
  },
  SendEmails: {
    folder: 'send-emails',
    memory: 1769,
    timeout: 900,
    why: 'decodes the row groups of its sellers and renders their mails, about 10 ms of one core each; a shard holds what the rate of the account sends in 600 s',
    needs: ['store', 'ledger', 'mails'],
  },
  SendDigest: {
    folder: 'send-digest',
    memory: 1769,
    timeout: 300,
    why: 'renders one digest per region, leadership and language that is read there',
    needs: ['store', 'ledger', 'mails'],
  },
  ReportFailure: { folder: 'report-failure', memory: 512, timeout: 60, why: LISTS, needs: ['store', 'mails', 'commands'] },
};

/** What stands beside the night: it starts it, and it looks whether it came. */
export const SCHEDULED: Readonly<Record<string, FunctionSize>> = {
  StartNight: {
    folder: 'start-night',
    memory: 256,
    timeout: 30,
    why: 'one call to Step Functions',
    needs: ['night', 'schedule', 'deadline'],
  },
  WatchPointer: {
    folder: 'watch-pointer',
    memory: 256,
    timeout: 30,
    why: 'reads one small object',
    needs: ['store', 'schedule'],
  },
};

/** What sellers and mail systems call, beside the night. */
export const BESIDE: Readonly<Record<string, FunctionSize>> = {
  MailPreferences: {
    folder: 'mail-preferences',
    memory: 512,
    timeout: 10,
    why: 'reads or writes one small object and renders one page; a person waits for it',
    needs: ['store', 'door'],
  },
  MailFeedback: {
    folder: 'mail-feedback',
    memory: 256,
    timeout: 30,
    why: 'writes one small object per mail that came back',
    needs: ['store'],
  },
};

/** Folders of all that is deployed, but for the sign-in of dashboards. */
export const FOLDERS: readonly string[] = [TASKS, SCHEDULED, BESIDE].flatMap((some) =>
  Object.values(some).map(({ folder }) => folder),
);

/** Folders of all that a stage deploys. */
export const foldersOf = ({ groups }: Pick<Settings, 'groups'>): readonly string[] =>
  groups.some(({ dashboard }) => dashboard) ? [...FOLDERS, 'sign-in'] : FOLDERS;

/** Stands for the secret between CloudFront and the page of preferences; CloudFormation puts it in. */
export const doorSecret = ({ door }: Names): string => `{{resolve:secretsmanager:${door}}}`;

/** Environment variables by part; the entries below infra/aws/entries/ read them. */
export function environmentVariablesOf(
  needs: readonly Part[],
  names: Names,
  group: RegionGroup,
  settings: Settings,
): Record<string, string> {
  const { lockManifests } = settings;
  const known: Record<Part, Record<string, string>> = {
    landing: { LANDING_BUCKET: names.landing },
    days: { FIRST_LANDING_DAY: group.firstLandingDay },
    store: { STORE_BUCKET: names.store },
    policies: { POLICIES_PREFIX: names.policies },
    athena: { WORKGROUP: names.workGroup },
    queries: { QUERIES: settings.queries },
    glue: { GLUE_DATABASE: names.database },
    ledger: { LEDGER_TABLE: names.ledger },
    mails: { SES_CONFIGURATION_SET: names.mails },
    commands: { COMMAND_OPTION: ` --on aws --stage ${settings.stage} --group ${group.name}` },
    night: { STATE_MACHINE_ARN: names.liveNightArn },
    lock: lockManifests ? { LOCK_MODE: lockManifests.mode, LOCK_DAYS: String(lockManifests.days) } : {},
    keep: { KEEP_RUNS: String(settings.keep.runs), KEEP_WORK: String(settings.keep.work) },
    // As CloudFormation reads it out of Secrets Manager.
    door: { DOOR_SECRET: doorSecret(names) },
    schedule: { TIME_ZONE: group.timeZone },
    deadline: { PUBLISHED_BY: group.publishedBy },
  };
  return Object.assign({}, ...needs.map((need) => known[need]));
}
