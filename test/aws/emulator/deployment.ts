import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { App } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import cdk from '../../../cdk.json' with { type: 'json' };
import { bundle } from '../../../infra/aws/bundle.js';
import { METRICS_REGION } from '../../../infra/aws/dashboard/names.js';
import { foldersOf } from '../../../infra/aws/functions.js';
import type { Settings } from '../../../infra/aws/settings.js';
import { stage } from '../../../infra/aws/stage.js';
import { run } from '../servers/server.js';
import type { Ministack } from './ministack.js';

interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
}

interface Template {
  Resources: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown }>;
}

/** What is different from what AWS would be given, in words, for whoever reads the test's output. */
export interface Differences {
  changed: string[];
  /** Resources of all stacks; a type that the emulator does not hold would have failed its stack. */
  deployed: number;
}

export interface Deployment {
  settings: Settings;
  /** Outputs of the night stack: names of buckets, tables, workflow. */
  names: Record<string, string>;
  differences: Differences;
}

/** The query task of the deployed workflow, and what answers it here. */
const QUERY_RESOURCE = 'arn:aws:states:::athena:startQueryExecution.sync';

/**
 * Synthesizes the stage as for AWS, with real bundles for this machine, and deploys its stacks through the emulator's CloudFormation.
 * The one change to the workflow: the Resource of its query task becomes `queryActivity`. Throws naming what could not be deployed.
 */
export async function deploy(aws: Ministack, queryActivity: string, settings: Settings): Promise<Deployment> {
  const folder = await mkdtemp(join(tmpdir(), 'scorecards-deploy-'));
  try {
    const platform = process.arch === 'arm64' ? 'linux-arm64' : 'linux-x64';

    const bundles = await bundle(foldersOf(settings), { platform, into: join(folder, 'bundles') });

    const app = new App({ outdir: join(folder, 'out'), context: cdk.context });
    stage(app, settings, (task) => lambda.Code.fromAsset(bundles[task]!));
    const { stacks, directory } = app.synth();

    const put = await bootstrap(aws);
    await uploadAssets(put, directory);

    const differences: Differences = { changed: [], deployed: 0 };
    const names: Record<string, string> = {};
    for (const stack of stacks) {
      if (stack.environment.region === METRICS_REGION) {
        differences.changed.push(`${stack.stackName}: left out, as the emulator has one region`);
        continue;
      }
      const template = structuredClone(stack.template) as Template;
      answerQueriesBy(queryActivity, template, differences);
      withoutVersions(template, differences);
      withoutKeys(template, differences);
      Object.assign(
        names,
        await createStack(aws, stack.stackName, {
          template: await put(`${stack.stackName}.json`, JSON.stringify(template)),
          isProtected: stack.terminationProtection === true,
        }),
      );
      differences.deployed += Object.keys(template.Resources).length;
    }
    return { settings, names, differences };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function answerQueriesBy(activity: string, { Resources }: Template, { changed }: Differences): void {
  for (const { Type, Properties } of Object.values(Resources)) {
    if (Type !== 'AWS::StepFunctions::StateMachine' || !Properties) continue;
    const definition = Properties.DefinitionString as string;
    const [before, after, ...more] = definition.split(JSON.stringify(QUERY_RESOURCE));
    if (after === undefined || more.length > 0)
      throw new Error(`infra/nightly.asl.json: ${QUERY_RESOURCE} is not there exactly once; look at this stand-in again`);
    Properties.DefinitionString = `${before}${JSON.stringify(activity)}${after}`;
    changed.push(`RunQuery: Resource ${QUERY_RESOURCE} -> an activity, which this test answers`);
  }
}

/** Everywhere in a template. */
function putInPlaceOf(found: object, instead: unknown, template: Template): void {
  const text = JSON.stringify(template).replaceAll(JSON.stringify(found), JSON.stringify(instead));
  Object.assign(template, JSON.parse(text));
}

const UNVERSIONED = ['AWS::StepFunctions::StateMachineVersion', 'AWS::StepFunctions::StateMachineAlias', 'AWS::Lambda::Version'];

/** The emulator makes no versions of a workflow; and tests change functions as they are deployed, which no version would notice. */
function withoutVersions(template: Template, { changed }: Differences): void {
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (!UNVERSIONED.includes(Type)) continue;
    delete template.Resources[id];
    if (Type !== 'AWS::Lambda::Version') continue;
    const { Ref: task } = Properties!.FunctionName as { Ref: string };
    putInPlaceOf({ Ref: id }, { 'Fn::GetAtt': [task, 'Arn'] }, template);
    changed.push(`${task}: the function itself in place of its version`);
  }
}

/** The emulator's CloudFormation knows no keys of CloudFront: a name stands for each. */
function withoutKeys(template: Template, { changed }: Differences): void {
  for (const [id, { Type }] of Object.entries(template.Resources)) {
    if (!['AWS::CloudFront::PublicKey', 'AWS::CloudFront::KeyGroup'].includes(Type)) continue;
    delete template.Resources[id];
    for (const named of [{ Ref: id }, { 'Fn::GetAtt': [id, 'Id'] }]) putInPlaceOf(named, id, template);
    changed.push(`${id}: a name in place of a key that CloudFront knows`);
  }
}

type Put = (key: string, body: Buffer | string) => Promise<string>;

/** The bucket and the parameter that `cdk bootstrap` makes. Answers how to put something there; what is put has an address. */
async function bootstrap(aws: Ministack): Promise<Put> {
  const { endpoint, region, credentials, account } = aws;
  const s3 = new S3Client({ endpoint, region, credentials });
  const Bucket = `cdk-hnb659fds-assets-${account}-${region}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await aws.ask('ssm', {
    target: 'AmazonSSM.PutParameter',
    body: { Name: '/cdk-bootstrap/hnb659fds/version', Value: '99', Type: 'String' },
  });
  return async (Key, Body) => {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
    return `${endpoint}/${Bucket}/${Key}`;
  };
}

/** Where `cdk deploy` and `cdk deploy` puts the bundles. */
async function uploadAssets(put: Put, directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.startsWith('asset.') || name.endsWith('.zip')) continue;
    const zip = join(directory, `${name}.zip`);
    await run('python3', ['-c', ZIP, join(directory, name), zip]);
    await put(`${name.slice('asset.'.length)}.zip`, await readFile(zip));
  }
}

/** why stored: packing DuckDB's library takes seconds, and nobody carries this archive anywhere. */
const ZIP = `
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_STORED) as archive:
    for folder, _, names in os.walk(sys.argv[1]):
        for name in names:
            path = os.path.join(folder, name)
            archive.write(path, os.path.relpath(path, sys.argv[1]))
`;

const tag = (text: string, name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];

interface Asked {
  /** Where the template lies. */
  template: string;
  isProtected: boolean;
}

async function createStack(aws: Ministack, name: string, asked: Asked): Promise<Record<string, string>> {
  await aws.ask('cloudformation', {
    Action: 'CreateStack',
    Version: '2010-05-15',
    StackName: name,
    TemplateURL: asked.template,
    EnableTerminationProtection: String(asked.isProtected),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  for (;;) {
    const told = await aws.ask('cloudformation', { Action: 'DescribeStacks', Version: '2010-05-15', StackName: name });
    const status = tag(told, 'StackStatus');
    if (status === 'CREATE_COMPLETE') {
      const outputs = told.matchAll(/<OutputKey>([^<]+)<\/OutputKey>\s*<OutputValue>([^<]*)<\/OutputValue>/g);
      return Object.fromEntries([...outputs].map(([, key, value]) => [key!, value!]));
    }
    if (status !== 'CREATE_IN_PROGRESS') {
      const events = await aws.ask('cloudformation', { Action: 'DescribeStackEvents', Version: '2010-05-15', StackName: name });
      const reasons = [...events.matchAll(/<ResourceStatusReason>([^<]+)<\/ResourceStatusReason>/g)].map(([, reason]) => reason);
      throw new Error(`${name}: ${status}: ${reasons.join('; ')}`);
    }
    await new Promise((done) => setTimeout(done, 250));
  }
}
