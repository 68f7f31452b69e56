import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEDULED, TASKS } from '../../../infra/aws/functions.js';
import { HOME } from '../../../infra/shared/home.js';

interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds: number;
  BackoffRate: number;
  MaxDelaySeconds: number;
  MaxAttempts: number;
  JitterStrategy: string;
}
interface State {
  Type: string;
  Resource?: string;
  TimeoutSeconds?: number;
  Retry?: Retrier[];
  ItemProcessor?: { States: Record<string, State> };
}

/** Task states of a workflow, also those inside its Maps. */
const tasksIn = (states: Record<string, State>): [string, State][] =>
  Object.entries(states).flatMap(([name, state]) => [
    ...(state.Type === 'Task' ? [[name, state] as [string, State]] : []),
    ...(state.ItemProcessor ? tasksIn(state.ItemProcessor.States) : []),
  ]);

const { States } = JSON.parse(readFileSync(join(HOME, 'infra/nightly.asl.json'), 'utf8'));
const tasks = tasksIn(States);
const ofLambda = tasks.filter(([, { Resource }]) => /^\$\{\w+\}$/.test(Resource!));
const retrierOf = ([name, { Retry = [] }]: [string, State], error: string): Retrier => {
  const found = Retry.filter(({ ErrorEquals }) => ErrorEquals.includes(error));
  expect(found, `${name}: ${error}`).toHaveLength(1);
  return found[0]!;
};

/**
 * Seconds that the waits of a retrier take in all, at least, but once in a thousand: each is drawn evenly between 0 and its bound, so that
 * the sum has half the bounds for its mean and a twelfth of their squares for its variance.
 */
function leastWait({ IntervalSeconds, BackoffRate, MaxDelaySeconds, MaxAttempts }: Retrier): number {
  const bounds = Array.from({ length: MaxAttempts }, (_, n) => Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** n));
  const sum = (of: (bound: number) => number): number => bounds.reduce((total, bound) => total + of(bound), 0);
  return sum((bound) => bound / 2) - 3 * Math.sqrt(sum((bound) => bound ** 2 / 12));
}

describe('retries of the workflow', () => {
  it('are of every task: functions of ours, and queries', () => {
    expect(ofLambda).toHaveLength(Object.keys(TASKS).length);
    expect(tasks.filter((task) => !ofLambda.includes(task)).map(([name]) => name)).toEqual(['RunQuery']);
  });

  it('of functions know each way in which Lambda refuses, fails or runs out of time', () => {
    for (const task of ofLambda) {
      expect(retrierOf(task, 'Lambda.TooManyRequestsException').MaxAttempts).toBe(80);
      for (const fault of ['ServiceException', 'AWSLambdaException', 'SdkClientException', 'ClientExecutionTimeoutException'])
        expect(retrierOf(task, `Lambda.${fault}`).MaxAttempts).toBe(8);
      expect(retrierOf(task, 'Sandbox.Timedout').MaxAttempts).toBe(2);
    }
  });

  it('never try an error of the night itself again: it would be the same', () => {
    const known = /^(Lambda\.\w+|Sandbox\.Timedout|Athena\.(TooManyRequests|Throttling)Exception)$/;
    for (const [name, { Retry = [] }] of tasks)
      for (const error of Retry.flatMap(({ ErrorEquals }) => ErrorEquals)) expect(error, name).toMatch(known);
  });

  it('wait longer each time up to two minutes, drawn at random, so that what was refused together does not return together', () => {
    for (const [name, { Retry = [] }] of tasks)
      for (const retrier of Retry) {
        expect(retrier, name).toMatchObject({ BackoffRate: 2, JitterStrategy: 'FULL' });
        expect(retrier.MaxDelaySeconds, name).toBeLessThanOrEqual(120);
        expect(retrier.MaxDelaySeconds, name).toBeGreaterThan(retrier.IntervalSeconds);
      }
  });

  it('outlast 40 shards of a quarter of an hour in an account of 10 functions at once', () => {
    for (const task of ofLambda)
      expect(leastWait(retrierOf(task, 'Lambda.TooManyRequestsException'))).toBeGreaterThan((40 / 10) * 900);
  });

  it('outlast the half hour that Athena lets another query hold its place', () => {
    const query = tasks.find(([name]) => name === 'RunQuery')!;
    for (const error of ['Athena.TooManyRequestsException', 'Athena.ThrottlingException'])
      expect(leastWait(retrierOf(query, error))).toBeGreaterThan(1800);
  });

  it('hear from Lambda itself that a function ran out of time, and not from the state', () => {
    const longest = Math.max(...[...Object.values(TASKS), ...Object.values(SCHEDULED)].map(({ timeout }) => timeout));
    for (const [name, { TimeoutSeconds }] of ofLambda) expect(TimeoutSeconds, name).toBeGreaterThan(longest);
  });
});
