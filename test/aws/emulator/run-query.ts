import { Agent } from 'node:http';
import {
  AthenaClient,
  type AthenaServiceException,
  GetQueryExecutionCommand,
  StartQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import {
  CreateActivityCommand,
  GetActivityTaskCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import type { Ministack } from './ministack.js';

/** How many queries are waited for at once; as many as a layer of the night has. */
const AT_ONCE = 8;
/** Milliseconds between looks at a running query. */
const LOOK = 50;
/** Milliseconds of running after which the answer of an endless query is given up, as the state's timeout of an hour would. */
const PATIENCE = 5_000;

/** Characters of a failure's cause that Step Functions keeps. */
const MOST_CAUSE = 32_768;

interface Asked {
  QueryString: string;
  ClientRequestToken: string;
  QueryExecutionContext: { Catalog: string; Database: string };
  WorkGroup: string;
}

/**
 * `startQueryExecution.sync` in the place of Step Functions' own, which the emulator does not have: starts the query, waits for its
 * end, and tells success and failure in the same words. It is an activity, so that the workflow sees a task like any other.
 */
export async function answerQueries(aws: Ministack, athenaEndpoint: string) {
  const { endpoint, region, credentials } = aws;
  const states = new SFNClient({ endpoint, region, credentials });
  // why no connection is kept: nothing is tried again here, so none may have gone stale between two queries.
  const requestHandler = { httpAgent: new Agent({ keepAlive: false }) };
  const athena = new AthenaClient({ endpoint: athenaEndpoint, region, credentials, maxAttempts: 1, requestHandler });
  const { activityArn } = await states.send(new CreateActivityCommand({ name: 'run-query' }));
  const stopping = new AbortController();

  async function outcome(asked: Asked): Promise<{ output: object } | { error: string; cause: string }> {
    try {
      const { QueryExecutionId } = await athena.send(new StartQueryExecutionCommand(asked));
      for (let since = Date.now(); Date.now() - since < PATIENCE; ) {
        const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId }));
        const state = QueryExecution?.Status?.State;
        if (state === 'SUCCEEDED') return { output: { QueryExecution } };
        if (state === 'QUEUED') since = Date.now();
        else if (state !== 'RUNNING')
          return { error: 'States.TaskFailed', cause: JSON.stringify(QueryExecution).slice(0, MOST_CAUSE) };
        await new Promise((done) => setTimeout(done, LOOK));
      }
      return { error: 'States.Timeout', cause: '' };
    } catch (error) {
      const { name, message } = error as AthenaServiceException;
      return { error: `Athena.${name}`, cause: message };
    }
  }

  const worker = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const task = await states
        .send(new GetActivityTaskCommand({ activityArn }), { abortSignal: stopping.signal })
        .catch(() => undefined);
      if (!task?.taskToken) continue;
      const { taskToken } = task;
      const told = await outcome(JSON.parse(task.input!) as Asked);
      if ('output' in told) await states.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(told.output) }));
      else await states.send(new SendTaskFailureCommand({ taskToken, ...told }));
    }
  };
  const workers = Promise.all(Array.from({ length: AT_ONCE }, worker));
  return {
    activityArn: activityArn!,
    stop: async () => {
      stopping.abort();
      await workers;
    },
  };
}
