import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetPartitionCommand, GlueClient } from '@aws-sdk/client-glue';
import { S3Client } from '@aws-sdk/client-s3';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import {
  DescribeExecutionCommand,
  paginateGetExecutionHistory,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { manifestKey } from '../../../contracts/run/keys.js';
import type { Manifest } from '../../../contracts/run/manifest.js';
import { S3Store } from '../../../infra/aws/adapters/object-store.js';
import { deployPolicies } from '../../../infra/aws/deployed-policies.js';
import { TASKS } from '../../../infra/aws/functions.js';
import { type Settings, settingsOf } from '../../../infra/aws/settings.js';
import { FolderStore } from '../../../infra/local/object-store.js';
import { need } from '../../../lambdas/shared/read-run-files.js';
import { readPolicyFiles } from '../../../policies/files.js';
import { ask } from '../../night/test-marketplace.js';
import { StandInAthena } from './athena.js';
import { type Deployment, deploy } from './deployment.js';
import { type Ministack, ministack } from './ministack.js';
import { answerQueries } from './run-query.js';

/** One night as the emulator's Step Functions tells it. */
export interface EmulatedNight {
  status: string;
  error?: string;
  cause?: string;
  /** States of the workflow itself, in order. */
  states: string[];
  /** How often each task was asked, those inside a Map too, by the name of its state. */
  tasks: Record<string, number>;
  /** Errors of tasks, in order. */
  failures: { error: string; cause: string }[];
  /** What the run left in the state; empty when it did not come so far. */
  prefix: string;
}

export interface SentMail {
  to: string;
  subject: string;
}

/** The deployed stage on the emulator, with everything a test asks of it. */
export class Emulated {
  private constructor(
    private readonly folder: string,
    readonly aws: Ministack,
    readonly athena: StandInAthena,
    private readonly queries: Awaited<ReturnType<typeof answerQueries>>,
  ) {}

  deployment!: Deployment;
  landing!: S3Store;
  store!: S3Store;
  private states!: SFNClient;
  private glue!: GlueClient;

  /** Emulator and stand-ins, nothing deployed yet. Throws saying why when the emulator cannot be had. */
  static async start(): Promise<Emulated> {
    const folder = await mkdtemp(join(tmpdir(), 'emulated-'));
    const athena = await StandInAthena.listen(join(folder, 'athena'));
    try {
      const aws = await ministack({ AWS_ENDPOINT_URL_ATHENA: athena.endpoint, AWS_ENDPOINT_URL_GLUE: athena.endpoint });
      return new Emulated(folder, aws, athena, await answerQueries(aws, athena.endpoint));
    } catch (error) {
      await athena.stop();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get endpoint(): string {
    return this.aws.endpoint;
  }

  async stop(): Promise<void> {
    await this.queries.stop();
    await this.aws.stop();
    await this.athena.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Deploys the stage and puts policies where the deployment puts them. */
  async deploy(policies: string, change: Partial<Settings> = {}): Promise<void> {
    await this.deployStacks(change);
    // As whoever has the domain must: a stage takes its identity as given.
    const { endpoint, region, credentials } = this.aws;
    const EmailIdentity = this.deployment.settings.mailDomain;
    await new SESv2Client({ endpoint, region, credentials }).send(new CreateEmailIdentityCommand({ EmailIdentity }));
    await this.deployPolicies(policies);
  }

  /** What `cdk deploy` does of it. */
  async deployStacks(change: Partial<Settings> = {}): Promise<void> {
    const { endpoint, region, credentials } = this.aws;
    const client = { endpoint, region, credentials };
    this.deployment = await deploy(this.aws, this.queries.activityArn, { ...settingsOf('dev'), ...change });
    const { names } = this.deployment;
    const s3 = new S3Client(client);
    this.landing = new S3Store(s3, names.LandingBucket!);
    this.store = new S3Store(s3, names.StoreBucket!);
    this.states = new SFNClient(client);
    this.glue = new GlueClient(client);
    await this.athena.over(this.aws, names.StoreBucket!);
  }

  /** Puts a folder of policies in force, as `npm run deploy` does. */
  async deployPolicies(policies: string): Promise<void> {
    await deployPolicies(this.store, this.deployment.names.PoliciesPrefix!, await readPolicyFiles(policies));
  }

  /** Lands what lies in a folder, or of that the files whose keys are wanted. */
  async land(folder: string, wanted: (key: string) => boolean = () => true): Promise<void> {
    const from = new FolderStore(folder);
    for (const { key } of await from.list('')) if (wanted(key)) await this.landing.write(key, (await from.read(key))!.body);
  }

  /** One execution of the deployed workflow, to its end. */
  async night(runDate: string, name: string, mails = true): Promise<EmulatedNight> {
    return this.ended(await this.start(runDate, name, { mails }));
  }

  /** Starts an execution of the deployed workflow; answers its ARN. */
  async start(runDate: string, name: string, more: { mails?: boolean; wait_until?: string } = {}): Promise<string> {
    const input = JSON.stringify({ run_date: runDate, full: false, mails: true, ...more });
    const stateMachineArn = this.deployment.names.StateMachine;
    const { executionArn } = await this.states.send(new StartExecutionCommand({ stateMachineArn, name, input }));
    return executionArn!;
  }

  async ended(executionArn: string): Promise<EmulatedNight> {
    for (;;) {
      const told = await this.states.send(new DescribeExecutionCommand({ executionArn }));
      if (told.status !== 'RUNNING')
        return { status: told.status!, error: told.error, cause: told.cause, ...(await this.historyOf(executionArn)) };
      await new Promise((done) => setTimeout(done, 200));
    }
  }

  /** Resolves once an execution has come to a state. Throws when it ended before. */
  async reaches(executionArn: string, state: string): Promise<void> {
    for (;;) {
      const { status } = await this.states.send(new DescribeExecutionCommand({ executionArn }));
      if ((await this.historyOf(executionArn)).states.includes(state)) return;
      if (status !== 'RUNNING') throw new Error(`${executionArn}: is ${status} and never came to ${state}`);
      await new Promise((done) => setTimeout(done, 200));
    }
  }

  /** Kills an execution, as somebody does in the console. */
  async kill(executionArn: string): Promise<void> {
    await this.states.send(new StopExecutionCommand({ executionArn }));
  }

  /** How many calls of a function may run at once; further ones are refused. Undefined: as many as the account may. */
  async atOnce(folder: string, most: number | undefined): Promise<void> {
    const at = `${this.aws.endpoint}/2017-10-31/functions/scorecards-dev-europe-${folder}/concurrency`;
    const answer = await fetch(
      at,
      most === undefined ? { method: 'DELETE' } : { method: 'PUT', body: JSON.stringify({ ReservedConcurrentExecutions: most }) },
    );
    if (!answer.ok) throw new Error(`${folder}: ${answer.status} ${await answer.text()}`);
  }

  private async historyOf(executionArn: string) {
    const night: Pick<EmulatedNight, 'states' | 'tasks' | 'failures' | 'prefix'> = {
      states: [],
      tasks: {},
      failures: [],
      prefix: '',
    };
    for await (const page of paginateGetExecutionHistory({ client: this.states }, { executionArn }))
      for (const event of page.events ?? []) {
        if (event.stateEnteredEventDetails) night.states.push(event.stateEnteredEventDetails.name!);
        const failure = event.taskFailedEventDetails;
        if (failure) night.failures.push({ error: failure.error ?? '', cause: failure.cause ?? '' });
        if (event.type === 'TaskScheduled') {
          const task = taskOf(event.taskScheduledEventDetails!.resource!);
          night.tasks[task] = (night.tasks[task] ?? 0) + 1;
        }
        const output = event.stateExitedEventDetails?.output;
        if (event.stateExitedEventDetails?.name === 'OpenRun' && output)
          // Without one where the run could not be opened: the failures say why.
          night.prefix = (JSON.parse(output) as { run?: { prefix: string } }).run?.prefix ?? '';
      }
    return night;
  }

  /** Rows of a dataset of a run as JSON lines, sorted, as TestMarketplace.rows returns them. */
  async rows(prefix: string, dataset: string): Promise<string[]> {
    const { datasets } = await need<Manifest>(this.store, manifestKey(prefix));
    const paths: string[] = [];
    for (const [n, key] of (datasets[dataset]?.files ?? []).entries()) {
      paths.push(join(this.folder, `rows-${n}.parquet`));
      await writeFile(paths[n]!, (await this.store.read(key))!.body);
    }
    if (paths.length === 0) return [];
    const list = paths.map((path) => `'${path}'`).join(', ');
    const rows = await ask(`SELECT to_json(r) AS row FROM read_parquet([${list}]) AS r ORDER BY row`);
    return rows.map((row) => String(row.row));
  }

  /** Keys of the files of a dataset of a run. */
  async filesOf(prefix: string, dataset: string): Promise<string[]> {
    const { datasets } = await need<Manifest>(this.store, manifestKey(prefix));
    return datasets[dataset]?.files ?? [];
  }

  /** Mails that SES took, in the order in which it did. */
  async mails(): Promise<SentMail[]> {
    const response = await fetch(`${this.aws.endpoint}/_ministack/ses/messages`);
    const told = (await response.json()) as { messages: Record<string, { To: string[]; Subject: string }[]> };
    return (told.messages[this.aws.account] ?? []).map(({ To, Subject }) => ({ to: To.join(), subject: Subject }));
  }

  /** Where the catalogue says that a published dataset of a day lies: a key prefix. */
  async registered(dataset: string, runDate: string): Promise<string> {
    const at = { DatabaseName: this.deployment.names.Database, TableName: dataset, PartitionValues: [runDate] };
    const { Partition } = await this.glue.send(new GetPartitionCommand(at));
    return Partition!.StorageDescriptor!.Location!.slice(this.store.url('').length);
  }

  /** Changes the environment of a deployed function; answers how to put it back. */
  async misconfigure(folder: string, change: Record<string, string>): Promise<() => Promise<void>> {
    const path = `/2015-03-31/functions/scorecards-dev-europe-${folder}/configuration`;
    const asked = await fetch(`${this.aws.endpoint}${path}`);
    const { Environment } = (await asked.json()) as { Environment: { Variables: Record<string, string> } };
    const set = async (Variables: Record<string, string>) => {
      const body = JSON.stringify({ Environment: { Variables } });
      const answer = await fetch(`${this.aws.endpoint}${path}`, { method: 'PUT', body });
      if (!answer.ok) throw new Error(`${folder}: ${answer.status} ${await answer.text()}`);
    };
    await set({ ...Environment.Variables, ...change });
    return () => set(Environment.Variables);
  }
}

/** The state inside a Map, by the placeholder of its function. */
const ITEMS: Readonly<Record<string, string>> = { AcceptFiles: 'AcceptShard', SendEmails: 'SendShard' };

/** `arn:...:function:scorecards-dev-europe-open-run` -> `OpenRun`. */
function taskOf(resource: string): string {
  if (resource.includes(':activity:')) return 'RunQuery';
  const found = Object.entries(TASKS).find(([, { folder }]) => resource.endsWith(`-europe-${folder}`));
  if (!found) throw new Error(`${resource}: is no task of the night`);
  return ITEMS[found[0]] ?? found[0];
}
