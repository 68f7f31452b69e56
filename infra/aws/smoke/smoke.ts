import { join } from 'node:path';
import { argv, env, exit } from 'node:process';
import { AthenaClient } from '@aws-sdk/client-athena';
import { GlueClient } from '@aws-sdk/client-glue';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { Command } from 'commander';
import { readPolicyFiles } from '../../../policies/files.js';
import { loadPolicies, PolicyRefused } from '../../../policies/load.js';
import { HOME } from '../../shared/home.js';
import { UsageError } from '../../shared/usage-error.js';
import { rightAccount } from '../account/pinned.js';
import { limitsOf } from '../account/read-limits.js';
import { deployed } from '../operate/deployed.js';
import { settingsOf } from '../settings.js';
import { askAll } from './ask.js';
import { AtHand, type Clients } from './at-hand.js';
import { queryStarter } from './start-query.js';

/** Exit codes, as those of the command line: wrong usage, and something that is not as a night needs it. */
const USAGE = 2;
const FAILED = 3;

interface Chosen {
  stage: string;
  group?: string;
  profile?: string;
  mail: boolean;
}

async function atHand({ stage, group: name, profile, mail }: Chosen, now: Date): Promise<AtHand> {
  if (profile) env.AWS_PROFILE = profile;
  const at = await deployed({ stage, ...(name ? { group: name } : {}) });
  const settings = settingsOf(stage);
  const group = settings.groups.find((one) => one.name === at.group)!;
  await rightAccount(settings).catch((error: Error) => {
    throw new UsageError(error.message);
  });
  const client = { region: at.region };
  const clients: Clients = {
    s3: new S3Client(client),
    athena: new AthenaClient(client),
    glue: new GlueClient(client),
    lambda: new LambdaClient(client),
    // why 10: Step Functions takes about one TestState a second.
    states: new SFNClient({ ...client, maxAttempts: 10 }),
    ses: new SESv2Client(client),
  };
  const today = now.toISOString().slice(0, 10);
  const { mails } = loadPolicies(await readPolicyFiles(join(HOME, group.policies)), today);
  return new AtHand({
    ...{ at, settings, group, clients, now },
    limits: limitsOf(client),
    start: await queryStarter(clients, at.stateMachine),
    rights: 'judged',
    sender: mail ? mails.from : undefined,
    digits: 6,
  });
}

const program = new Command('smoke')
  .description(
    'Asks a deployed stage what only a real account can answer, a line each, and takes away what it wrote. About five minutes.',
  )
  .option('--stage <stage>', 'as in infra/aws/settings.ts', 'dev')
  .option('--group <group>', 'as in infra/aws/settings.ts; needed where the stage has several')
  .option('--profile <profile>', 'AWS profile to ask with; else the environment decides')
  .option('--mail', "also send one mail, to SES's own simulator of a recipient", false)
  .exitOverride(({ exitCode }) => exit(exitCode === 0 ? 0 : USAGE))
  .action(async (chosen: Chosen) => {
    const at = await atHand(chosen, new Date());
    const failed = await askAll(at, (line) => console.log(line));
    if (failed > 0) exit(FAILED);
  });

try {
  await program.parseAsync(argv);
} catch (error) {
  console.error((error as Error).message);
  exit(error instanceof UsageError || error instanceof PolicyRefused ? USAGE : 1);
}
