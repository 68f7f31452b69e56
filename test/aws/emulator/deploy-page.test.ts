/** docs/deploy.md, walked from top to bottom on the emulator: what it has one type does what it says. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POINTER } from '../../../contracts/run/keys.js';
import type { Pointer } from '../../../contracts/run/pointer.js';
import { HOME } from '../../../infra/shared/home.js';
import { need } from '../../../lambdas/shared/read-run-files.js';
import { readPolicyFiles } from '../../../policies/files.js';
import { isRunning, serverOrSkip } from '../servers/server.js';
import { type Typed, typedOn } from './deploy-page.js';
import { Emulated } from './emulated.js';
import { Walk } from './walk.js';

/** Commands that are not run, and why. */
const NOT_RUN: readonly [command: RegExp, because: string][] = [
  [/^npx cdk bootstrap /, "CDK's own stack: the stand-in for cdk makes the bucket and the parameter that it leaves"],
  [/^npx cdk import$/, 'takes resources of a deleted stack into a new one, which no emulator does'],
  [/^git pull && npm ci$/, 'changes the very project that is being tested'],
  [/^npm run smoke\b/, 'has a test of its own on the emulator'],
];

/** Words that are others here, and why. */
const CHANGED: readonly [word: RegExp, here: (scratch: string) => string, because: string][] = [
  [/\/tmp\/landing\b/g, (scratch) => join(scratch, 'landing'), 'a folder of this test'],
  [
    /sample --to/g,
    () => 'sample --sellers 60 --orders 6000 --to',
    'a hundredth of the sample: an emulator in Python takes its time',
  ],
  [/TableList\[\]/g, () => 'TableList[:3]', 'three tables of sixty: a command line is a process each'],
  [/-night:live\b/g, () => '-night', 'the emulator makes no alias of a workflow'],
  [/<account>/g, () => '000000000000', 'the account of the emulator'],
];

const POLICY_FILES = Object.keys(await readPolicyFiles(join(HOME, 'policies'))).length;
const started = await serverOrSkip('docs/deploy.md on an AWS emulator', () => Emulated.start() as never);
const isRun = ({ text }: Typed): boolean => !NOT_RUN.some(([command]) => command.test(text));

describe('docs/deploy.md', () => {
  it('has one type what is walked below: nothing that is left out goes unsaid', () => {
    const typed = typedOn();
    expect(typed.length).toBeGreaterThan(20);
    const begins = typed.filter(isRun).map(({ text }) => text.split(' ').slice(0, 3).join(' '));
    for (const command of [
      ...['npm run synth', 'npm run deploy', 'aws sesv2 create-email-identity', 'npm run scorecards', 'aws s3 cp'],
      ...['aws stepfunctions start-execution', 'SELECT tier, count(*)', 'aws athena start-query-execution', 'npx cdk destroy'],
    ])
      expect(begins, command).toContain(command);
  });
});

describe.skipIf(!isRunning(started))('docs/deploy.md, walked from top to bottom', () => {
  const emulated = started as unknown as Emulated;
  const outputs = join(HOME, '.cache/aws/dev.json');
  let scratch: string;
  let walk: Walk;
  let before: Buffer | undefined;
  let deployments = 0;

  const stacks = async () => {
    const told = await emulated.aws.ask('cloudformation', { Action: 'ListStacks', Version: '2010-05-15' });
    const all = [...told.matchAll(/<StackName>([^<]+)<\/StackName>[\s\S]*?<StackStatus>([^<]+)</g)];
    return all.filter(([, , status]) => status !== 'DELETE_COMPLETE').map(([, name]) => name!);
  };

  /** `cdk deploy` writes outputs by stack; here each stack has those of all. A second deployment finds nothing changed. */
  async function deploy(args: string[]): Promise<string> {
    const named = args.filter((arg) => arg.startsWith('scorecards-'));
    if (deployments++ === 0) await emulated.deployStacks();
    expect((await stacks()).sort()).toEqual(named.sort());
    const byStack = Object.fromEntries(named.map((stack) => [stack, emulated.deployment.names]));
    await writeFile(args[args.indexOf('--outputs-file') + 1]!, JSON.stringify(byStack));
    return 'deployed';
  }

  async function destroy(args: string[]): Promise<string> {
    for (const StackName of args.filter((arg) => arg.startsWith('scorecards-'))) {
      if (!(await stacks()).includes(StackName)) throw new Error(`${StackName}: no such stack`);
      await emulated.aws.ask('cloudformation', { Action: 'DeleteStack', Version: '2010-05-15', StackName });
      for (let tries = 0; (await stacks()).includes(StackName); tries++) {
        if (tries > 100) throw new Error(`${StackName}: is there still`);
        await new Promise((done) => setTimeout(done, 100));
      }
    }
    return 'destroyed';
  }

  async function cdk([command, ...args]: string[]): Promise<string> {
    if (command === 'deploy') return deploy(args);
    if (command === 'destroy') return destroy(args);
    if (command === 'diff') return (await stacks()).join('\n');
    throw new Error(`cdk ${command}: this stand-in knows deploy, diff and destroy`);
  }

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'deploy-page-'));
    before = existsSync(outputs) ? await readFile(outputs) : undefined;
    walk = await Walk.begin({ aws: emulated.aws, athena: emulated.athena.endpoint, cdk, scratch });
  });
  afterAll(async () => {
    await walk?.end();
    await emulated?.stop?.();
    if (before) await writeFile(outputs, before);
    else await rm(outputs, { force: true });
    await rm(scratch, { recursive: true, force: true });
  });

  const here = (text: string): string => CHANGED.reduce((words, [word, to]) => words.replace(word, to(scratch)), text);

  /** What must have come of a command, beside that it did not fail. */
  const THEN: readonly [command: RegExp, then: (said: string) => Promise<void> | void][] = [
    [/^npm run deploy/, (said) => expect(said).toContain(`${POLICY_FILES} policy files in force`)],
    [/^aws kms describe-key/, (said) => expect(said).toMatch(/^"arn:aws:kms:eu-west-1:/)],
    [/^aws s3 cp/, async () => expect((await emulated.landing.list('orders/')).length).toBeGreaterThan(60)],
    [
      /^aws stepfunctions start-execution/,
      async (said) => {
        const night = await emulated.ended((JSON.parse(said) as { executionArn: string }).executionArn);
        expect(night).toMatchObject({ status: 'SUCCEEDED', failures: [] });
        expect(await need<Pointer>(emulated.store, POINTER)).toMatchObject({ run_date: '2026-11-16' });
      },
    ],
    [/^aws athena start-query-execution/, () => expect(emulated.athena.answeredAnalysts.at(-1)).toBeGreaterThan(1)],
    [
      /^npx cdk destroy .*-watch /,
      async () => {
        expect(await stacks()).toEqual(['scorecards-dev-europe-data']);
        expect((await emulated.store.list('runs/')).length).toBeGreaterThan(20);
      },
    ],
    [/^npx cdk destroy .*-data /, async () => expect(await stacks()).toEqual([])],
  ];

  const unseen = new Set(THEN);
  it.each(typedOn().filter(isRun))('$place: $text', async ({ text, kind }) => {
    if (kind === 'sql') return expect((await emulated.athena.select(text)).length).toBeGreaterThan(1);
    const said = await walk.type(here(text));
    for (const one of THEN.filter(([command]) => command.test(text))) {
      await one[1](said);
      unseen.delete(one);
    }
  });

  it('showed all that was to come of it', () => expect([...unseen].map(([command]) => String(command))).toEqual([]));
});
