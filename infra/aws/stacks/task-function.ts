import { Duration, RemovalPolicy, Size, type Stack, type StackProps } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { daysOfLogs } from '../days-of-logs.js';
import { environmentVariablesOf, type FunctionSize } from '../functions.js';
import type { Names } from '../names.js';
import { roleOf } from '../roles/grants.js';
import { TASK_GRANTS } from '../roles/night-tasks.js';
import { type Places, placesOf } from '../roles/places.js';
import type { RegionGroup, Settings } from '../settings.js';

export interface GivenFunctions extends StackProps {
  settings: Settings;
  group: RegionGroup;
  names: Names;
  key: kms.IKey;
  /** The bundled code of a task's folder. */
  codeOf: (folder: string) => lambda.Code;
}

export const placesIn = ({ names, key, settings }: GivenFunctions): Places =>
  placesOf(names, key.keyArn, settings.lockManifests !== undefined);

/**
 * A task as a function, which may do what infra/aws/roles says of it and writes into a log of its own.
 *
 * @param atOnce how many of it may run at once, which are then its own; as many as the account lets where nothing is said
 */
export function taskFunction(
  stack: Stack,
  given: GivenFunctions,
  task: string,
  size: FunctionSize,
  atOnce?: number,
): lambda.Function {
  const { names, group, settings, codeOf } = given;
  const { folder } = size;
  const at = placesIn(given);
  const grants = TASK_GRANTS[task];
  if (!grants) throw new Error(`infra/aws/roles/night-tasks.ts: says nothing about ${task}; add what it may do`);
  const logGroup = new logs.LogGroup(stack, `${task}Log`, {
    logGroupName: names.functionLogs(folder),
    retention: daysOfLogs(settings.keep.logs),
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return new lambda.Function(stack, task, {
    functionName: names.functionName(folder),
    description: size.why,
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    handler: 'index.handler',
    code: codeOf(folder),
    role: roleOf(stack, `${task}Role`, {
      service: 'lambda.amazonaws.com',
      description: `What ${task} of ${names.base} may do`,
      grants: [...grants(at), at.ownLogs(folder)],
    }),
    memorySize: size.memory,
    timeout: Duration.seconds(size.timeout),
    ...(size.disk ? { ephemeralStorageSize: Size.mebibytes(size.disk) } : {}),
    ...(atOnce === undefined ? {} : { reservedConcurrentExecutions: atOnce }),
    environment: {
      ...environmentVariablesOf(size.needs, names, group, settings),
      METRICS_NAMESPACE: names.metrics.namespace,
      METRICS_SERVICE: names.metrics.service,
      NODE_OPTIONS: '--enable-source-maps',
      POWERTOOLS_LOG_LEVEL: 'INFO',
    },
    logGroup,
    // why kept: a night under way, and the versions of the workflow that one may go back to, call the versions they were made with.
    currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
  });
}
