import { spawn } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { argv, env, exit } from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { PutObjectTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { Command } from 'commander';
import { readPolicyFiles } from '../../policies/files.js';
import { HOME } from '../shared/home.js';
import { lazyDuck } from '../shared/lazy-duck.js';
import { policiesOverTime, readNightColumns } from '../shared/night-columns.js';
import { tooLow } from './account/limits.js';
import { rightAccount } from './account/pinned.js';
import { limitsOf } from './account/read-limits.js';
import { S3Store } from './adapters/object-store.js';
import { afterDashboards, beforeDashboards, stacksOfDashboards } from './dashboard/deploy.js';
import { deployPolicies, SUPERSEDED } from './deployed-policies.js';
import { landingKept } from './landing-kept.js';
import { describeEverything } from './night-columns.js';
import { type Settings, settingsOf } from './settings.js';

/** What a deployment wrote down of a stage: names of buckets, workflow and tables by stack. */
export const outputsOf = (stage: string): string => join(HOME, '.cache', 'aws', `${stage}.json`);

/** What every stack of this stage is called, in the order in which they are deployed. */
const stacksOf = ({ stage, groups }: Settings): string[] =>
  groups.flatMap(({ name }) => ['data', 'night', 'mails', 'watch'].map((what) => `scorecards-${stage}-${name}-${what}`));

/**
 * Refuses what would deploy well and fail at night: policies that are not valid, and tables that lack a column of the SQL.
 * Throws with the file and the next step.
 */
async function lookBefore(settings: Settings): Promise<void> {
  for (const group of settings.groups) {
    await policiesOverTime(join(HOME, group.policies));
    const refused = landingKept(await readPolicyFiles(join(HOME, group.policies)), group.firstLandingDay, settings.keep.landing);
    if (refused) throw new Error(`${group.policies}/landing.yaml: ${refused}`);
  }
  const { duck, close } = lazyDuck(join(tmpdir(), 'seller-scorecards', 'deploy'));
  const described = await describeEverything(await duck());
  await close();
  if (!isDeepStrictEqual(described, await readNightColumns()))
    throw new Error(
      'contracts/ledger/night-columns.json: is older than sql/ or policies/; run "npx tsx infra/aws/night-columns.ts" and deploy again',
    );
}

function cdk(args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const running = spawn('npx', ['cdk', ...args], { cwd: HOME, stdio: 'inherit', env });
    running.on('error', failed);
    running.on('exit', (code) =>
      code === 0 ? done() : failed(new Error(`cdk ${args[0]} ended with ${code}; its own words are above`)),
    );
  });
}

/** Refuses another account than the stage's own, and says what the account allows too little of. */
async function lookAtAccount(settings: Settings): Promise<void> {
  for (const line of await rightAccount(settings)) console.log(line);
  for (const region of new Set(settings.groups.map(({ awsRegion }) => awsRegion)))
    for (const line of await tooLow(limitsOf({ region }), region)) console.log(line);
}

/** Puts each group's policies in force. Those that no night reads any more are marked, and the bucket forgets them. */
async function copyPolicies(settings: Settings): Promise<void> {
  const outputs = JSON.parse(await readFile(outputsOf(settings.stage), 'utf8')) as Record<string, Record<string, string>>;
  for (const group of settings.groups) {
    const night = outputs[`scorecards-${settings.stage}-${group.name}-night`];
    if (!night) throw new Error(`${outputsOf(settings.stage)}: says nothing about ${group.name}; deploy it first`);
    const s3 = new S3Client({ region: group.awsRegion });
    const files = await readPolicyFiles(join(HOME, group.policies));
    const store = new S3Store(s3, night.StoreBucket!);
    const { folder, superseded } = await deployPolicies(store, night.PoliciesPrefix!, files);
    const Tagging = { TagSet: [SUPERSEDED] };
    for (const Key of superseded) await s3.send(new PutObjectTaggingCommand({ Bucket: store.bucket, Key, Tagging }));
    console.log(`${group.name}: ${Object.keys(files).length} policy files in force, in ${store.url(folder)}`);
  }
}

const program = new Command('deploy')
  .description('Deploys every stack of a stage, writes down what it made, and puts the policies in force.')
  .option('--stage <stage>', 'as in infra/aws/settings.ts', 'dev')
  .option('--profile <profile>', 'AWS profile to deploy with; else the environment decides')
  .option('--yes', 'do not ask before permissions change', false)
  .action(async ({ stage, profile, yes }: { stage: string; profile?: string; yes: boolean }) => {
    const settings = settingsOf(stage);
    if (profile) env.AWS_PROFILE = profile;
    await lookBefore(settings);
    await lookAtAccount(settings);
    await beforeDashboards(settings, console.log);
    const outputs = outputsOf(stage);
    await mkdir(dirname(outputs), { recursive: true });
    const options = [
      ...['--context', `stage=${stage}`, '--context', 'complete=true', '--no-notices'],
      ...['--require-approval', yes ? 'never' : 'broadening'],
      ...(profile ? ['--profile', profile] : []),
    ];
    await cdk(['deploy', ...stacksOf(settings), ...stacksOfDashboards(settings), '--outputs-file', outputs, ...options]);
    await copyPolicies(settings);
    await afterDashboards(settings, JSON.parse(await readFile(outputs, 'utf8')), {
      say: console.log,
      cdk: (stack, parameters) => cdk(['deploy', '--exclusively', stack, ...parameters, ...options]),
    });
    console.log(`Names of everything: ${relative(HOME, outputs)}. What next: docs/deploy.md, "The first night".`);
  });

try {
  await program.parseAsync(argv);
} catch (error) {
  console.error((error as Error).message);
  exit(1);
}
