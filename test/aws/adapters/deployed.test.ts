import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { afterEach, describe, expect, it } from 'vitest';
import { deployed } from '../../../infra/aws/operate/deployed.js';
import { answering } from '../servers/answering.js';

const XMLNS = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';
const OUTPUTS = {
  LandingBucket: 'l',
  StoreBucket: 's',
  Database: 'd',
  WorkGroup: 'w',
  StateMachine: 'arn:aws:states:eu-west-1:1:stateMachine:n',
};
const stackWith = (outputs: Record<string, string>): string =>
  `<DescribeStacksResponse xmlns="${XMLNS}"><DescribeStacksResult><Stacks><member><StackName>x</StackName><CreationTime>2026-11-16T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${Object.entries(
    outputs,
  )
    .map(([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`)
    .join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
const errorWith = (code: string, message: string): string =>
  `<ErrorResponse xmlns="${XMLNS}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

describe('what a deployed stage is made of', () => {
  let server: Awaited<ReturnType<typeof answering>> | undefined;
  afterEach(() => server?.stop());
  const asking = async (status: number, body: string, chosen: { stage: string; group?: string } = { stage: 'dev' }) => {
    server = await answering(() => ({ status, body, headers: { 'content-type': 'text/xml' } }));
    return deployed(chosen, (region) => new CloudFormationClient({ ...server!.client, region, maxAttempts: 1 }));
  };

  it('is read from its night stack, on any machine', async () => {
    expect(await asking(200, stackWith(OUTPUTS))).toEqual({
      ...{ stage: 'dev', group: 'europe', region: 'eu-west-1', landingBucket: 'l', storeBucket: 's', database: 'd' },
      workGroup: 'w',
      stateMachine: OUTPUTS.StateMachine,
    });
    expect(server!.asked[0]!.body).toContain('StackName=scorecards-dev-europe-night');
  });

  it('is unknown where the account has no such stack, may not be asked, or has an older one: each with what to do', async () => {
    const nothing = errorWith('ValidationError', 'Stack with id scorecards-dev-europe-night does not exist');
    await expect(asking(400, nothing)).rejects.toThrow(
      /has no stack scorecards-dev-europe-night in eu-west-1; run "npm run deploy/,
    );
    await expect(asking(403, errorWith('AccessDenied', 'not authorized'))).rejects.toThrow(
      /cannot be read \(AccessDenied.*may do cloudformation:DescribeStacks/,
    );
    await expect(asking(200, stackWith({ StoreBucket: 's' }))).rejects.toThrow(/has no output LandingBucket; deploy it again/);
  });

  it('needs a stage and a group of the settings', async () => {
    await expect(deployed({ stage: 'constructor' })).rejects.toThrow(/--stage constructor: is not in .* choose dev or prod/);
    await expect(deployed({ stage: 'dev', group: 'asia' })).rejects.toThrow(/--group asia: .* has the groups europe/);
  });
});
