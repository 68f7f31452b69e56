import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { HOME } from '../../shared/home.js';
import { daysOfLogs } from '../days-of-logs.js';
import { SCHEDULED, TASKS } from '../functions.js';
import { LIVE } from '../live.js';
import { roleOf } from '../roles/grants.js';
import type { Places } from '../roles/places.js';
import { workflowGrants } from '../roles/workflow.js';
import { type GivenFunctions, placesIn, taskFunction } from './task-function.js';

/** Seconds. why 8 h: a night that is not done by then is the alarm's business, and must not meet the next one. */
export const LONGEST_NIGHT = 8 * 3600;

/** The workflow, its tasks, and the two schedules: one starts the night, the other looks whether it came. */
export class NightStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    private readonly given: GivenFunctions,
  ) {
    super(scope, id, given);
    const at = placesIn(given);
    const tasks = Object.entries(TASKS).map(([task, size]) => [task, taskFunction(this, given, task, size)] as const);
    this.workflow(Object.fromEntries(tasks), at);
    this.schedules();
    this.outputs();
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

  private schedules(): void {
    const { group } = this.given;
    this.daily('StartNight', group.nightAt, `Starts the night of the day before, at ${group.nightAt} ${group.timeZone}`);
    this.daily(
      'WatchPointer',
      group.publishedBy,
      `Looks whether the night is published by ${group.publishedBy} ${group.timeZone}`,
    );
  }

  private daily(task: 'StartNight' | 'WatchPointer', time: string, description: string): void {
    const { names, group } = this.given;
    const [hour, minute] = time.split(':').map(Number);
    const target = taskFunction(this, this.given, task, SCHEDULED[task]!);
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
