import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { UsageError } from '../../shared/usage-error.js';
import { STAGES } from '../settings.js';

/** A deployed stage's region group, as the outputs of its night stack describe it. */
export interface Deployed {
  stage: string;
  group: string;
  /** AWS region. */
  region: string;
  landingBucket: string;
  storeBucket: string;
  database: string;
  /** Athena's; all that the group is made of has this name in front. */
  workGroup: string;
  /** ARN. */
  stateMachine: string;
}

/**
 * Looks up what a stage's region group is made of: where it lies is in infra/aws/settings.ts, its names are outputs of its night stack, so
 * that whoever may read the stack can work with it from any machine.
 *
 * @param ask the client of an AWS region
 * @throws UsageError where the settings know no such stage or group, and where AWS knows no such stack or may not tell
 */
export async function deployed(
  chosen: { stage: string; group?: string },
  ask: (region: string) => CloudFormationClient = (region) => new CloudFormationClient({ region }),
): Promise<Deployed> {
  const { stage } = chosen;
  const settings = Object.hasOwn(STAGES, stage) ? STAGES[stage] : undefined;
  if (!settings)
    throw new UsageError(`--stage ${stage}: is not in infra/aws/settings.ts; choose ${Object.keys(STAGES).join(' or ')}`);
  const names = settings.groups.map(({ name }) => name);
  const group = settings.groups.find(({ name }) => (chosen.group ? name === chosen.group : names.length === 1));
  if (!group)
    throw new UsageError(
      `${chosen.group ? `--group ${chosen.group}` : `--stage ${stage}`}: infra/aws/settings.ts has the groups ${names.join(', ')}; choose with --group`,
    );
  const stack = `scorecards-${stage}-${group.name}-night`;
  const outputs = await outputsOf(ask(group.awsRegion), stack, group.awsRegion, stage);
  const need = (name: string): string => {
    const value = outputs.get(name);
    if (!value) throw new UsageError(`stack ${stack}: has no output ${name}; deploy it again with this version`);
    return value;
  };
  return {
    ...{ stage, group: group.name, region: group.awsRegion },
    landingBucket: need('LandingBucket'),
    storeBucket: need('StoreBucket'),
    database: need('Database'),
    workGroup: need('WorkGroup'),
    stateMachine: need('StateMachine'),
  };
}

async function outputsOf(
  client: CloudFormationClient,
  stack: string,
  region: string,
  stage: string,
): Promise<Map<string, string>> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    return new Map(Stacks[0]?.Outputs?.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  } catch (error) {
    const { message, name } = error as Error;
    if (/does not exist/.test(message))
      throw new UsageError(
        `--stage ${stage}: this account has no stack ${stack} in ${region}; run "npm run deploy -- --stage ${stage}", or choose the account with --profile`,
      );
    throw new UsageError(
      `--stage ${stage}: stack ${stack} in ${region} cannot be read (${name}: ${message}); sign in with --profile, as someone who may do cloudformation:DescribeStacks`,
    );
  }
}
