import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Duration, RemovalPolicy, Size, Stack, type StackProps } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { HOME } from '../../shared/home.js';
import { daysOfLogs } from '../days-of-logs.js';
import { environmentVariablesOf, type FunctionSize, SCHEDULED, TASKS } from '../functions.js';
import { LIVE } from '../live.js';
import type { Names } from '../names.js';
import { roleOf } from '../roles/grants.js';
import { TASK_GRANTS } from '../roles/night-tasks.js';
import { type Places, placesOf } from '../roles/places.js';
import { workflowGrants } from '../roles/workflow.js';
import type { RegionGroup, Settings } from '../settings.js';

interface Given extends StackProps {
  settings: Settings;
  group: RegionGroup;
  names: Names;
  key: kms.IKey;
  /** The bundled code of a task's folder. */
  codeOf: (folder: string) => lambda.Code;
}

/** Seconds. why 8 h: a night that is not done by then is the alarm's business, and must not meet the next one. */
export const LONGEST_NIGHT = 8 * 3600;

/** The workflow, its tasks, and the two schedules: one starts the night, the other looks whether it came. */
export class NightStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    private readonly given: Given,
  ) {
    super(scope, id, given);
    const at = placesOf(given.names, given.key.keyArn, given.settings.lockManifests !== undefined);
    const tasks = Object.entries(TASKS).map(([task, size]) => [task, this.function(task, size, at)] as const);
    this.workflow(Object.fromEntries(tasks), at);
    this.schedules(at);
    this.outputs();
  }

  private function(task: string, size: FunctionSize, at: Places): lambda.Function {
    const { names, group, settings, codeOf } = this.given;
    const { folder } = size;
    const grants = TASK_GRANTS[task];
    if (!grants) throw new Error(`infra/aws/roles/night-tasks.ts: says nothing about ${task}; add what it may do`);
    const logGroup = new logs.LogGroup(this, `${task}Log`, {
      logGroupName: names.functionLogs(folder),
      retention: daysOfLogs(settings.keep.logs),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new lambda.Function(this, task, {
      functionName: names.functionName(folder),
      description: size.why,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: codeOf(folder),
      role: roleOf(this, `${task}Role`, {
        service: 'lambda.amazonaws.com',
        description: `What ${task} of ${names.base} may do`,
        grants: [...grants(at), at.ownLogs(folder)],
      }),
      memorySize: size.memory,
      timeout: Duration.seconds(size.timeout),
      ...(size.disk ? { ephemeralStorageSize: Size.mebibytes(size.disk) } : {}),
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

  private workflow(tasks: Record<string, lambda.Function>, at: Places): void {
    const { names, settings } = this.given;
    const definition = readFileSync(join(HOME, 'infra/nightly.asl.json'), 'utf8');
    const asked = [...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map((found) => found[1]!))];
    const substitutions: Record<string, string> = { WorkGroup: names.workGroup, Database: names.database };
    for (const name of asked.filter((name) => !(name in substitutions))) {
      const task = tasks[name];
      if (!task) throw new Error(`infra/nightly.asl.json: asks for ${name}; describe it in infra/aws/functions.ts`);
      substitutions[name] = task.currentVersion.functionArn;
    }
    const machine = new sfn.StateMachine(this, 'Night', {
      stateMachineName: names.night,
      definitionBody: sfn.DefinitionBody.fromString(JSON.stringify({ ...JSON.parse(definition), TimeoutSeconds: LONGEST_NIGHT })),
      definitionSubstitutions: substitutions,
      role: roleOf(this, 'NightRole', {
        service: 'states.amazonaws.com',
        description: `What the workflow and the queries of ${names.base} may do`,
        grants: workflowGrants(at),
      }),
      // Shows a night state by state, with how long each function took. Functions trace nothing inside: they have none of their own.
      tracingEnabled: true,
      logs: {
        // State carries keys, never rows, but errors may quote a row: what passed between states stays out of the log.
        includeExecutionData: false,
        level: sfn.LogLevel.ALL,
        destination: new logs.LogGroup(this, 'NightLog', {
          logGroupName: names.nightLogs,
          retention: daysOfLogs(settings.keep.logs),
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
    this.live(machine);
  }

  /**
   * Each deployment publishes what it changed as a version of the workflow, with the versions of its functions, and points the alias at
   * it; nights are started by the alias. why no alias of functions: it would move under a night.
   */
  private live(machine: sfn.StateMachine): void {
    const version = new sfn.CfnStateMachineVersion(this, 'NightVersion', {
      stateMachineArn: machine.stateMachineArn,
      stateMachineRevisionId: machine.stateMachineRevisionId,
    });
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    new sfn.CfnStateMachineAlias(this, 'NightAlias', {
      name: LIVE,
      description: 'The version that nights are started with',
      routingConfiguration: [{ stateMachineVersionArn: version.ref, weight: 100 }],
    });
  }

  private schedules(at: Places): void {
    const { group } = this.given;
    this.daily('StartNight', group.nightAt, at, `Starts the night of the day before, at ${group.nightAt} ${group.timeZone}`);
    this.daily(
      'WatchPointer',
      group.publishedBy,
      at,
      `Looks whether the night is published by ${group.publishedBy} ${group.timeZone}`,
    );
  }

  private daily(task: 'StartNight' | 'WatchPointer', time: string, at: Places, description: string): void {
    const { names, group } = this.given;
    const [hour, minute] = time.split(':').map(Number);
    const target = this.function(task, SCHEDULED[task]!, at);
    const missed = sqs.Queue.fromQueueArn(this, `${task}Missed`, names.missedArn);
    // The scheduler hands the event over and goes; what the function then fails of comes here.
    target.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(3),
      onFailure: new destinations.SqsDestination(missed),
    });
    new scheduler.CfnSchedule(this, `${task}Schedule`, {
      name: `${names.base}-${SCHEDULED[task]!.folder}`,
      description,
      scheduleExpression: `cron(${minute} ${hour} * * ? *)`,
      scheduleExpressionTimezone: group.timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: roleOf(this, `${task}ScheduleRole`, {
          service: 'scheduler.amazonaws.com',
          description: `Hands ${task} of ${names.base} its date`,
          grants: [
            { actions: ['lambda:InvokeFunction'], on: [target.functionArn], because: 'Hands over the scheduled time.' },
            { actions: ['sqs:SendMessage'], on: [names.missedArn], because: 'What could not be delivered is kept.' },
          ],
        }).roleArn,
        input: JSON.stringify({ scheduled_time: '<aws.scheduler.scheduled-time>' }),
        deadLetterConfig: { arn: names.missedArn },
        retryPolicy: { maximumEventAgeInSeconds: 3 * 3600, maximumRetryAttempts: 20 },
      },
    });
  }

  private outputs(): void {
    const { names, group } = this.given;
    const outputs: Record<string, string> = {
      LandingBucket: names.landing,
      StoreBucket: names.store,
      Database: names.database,
      WorkGroup: names.workGroup,
      LedgerTable: names.ledger,
      ConfigurationSet: names.mails,
      StateMachine: names.nightArn,
      PoliciesPrefix: names.policies,
      PoliciesFolder: group.policies,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
