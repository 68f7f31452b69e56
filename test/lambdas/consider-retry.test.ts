import { describe, expect, it } from 'vitest';
import { QueryFailed } from '../../lambdas/consider-retry/consider-retry.js';
import { considerRetry } from '../../lambdas/consider-retry/handler.js';

const PATH = 'marts/scorecards.sql';

/** Athena's account of a query that ended, as `.sync` puts it into the Cause. */
const ended = (state: string, reason: string, athena?: { Retryable: boolean; ErrorCategory: number }) => ({
  Error: 'States.TaskFailed',
  Cause: JSON.stringify({
    QueryExecution: {
      QueryExecutionId: '0e0e0e0e-0000-4000-8000-000000000001',
      Query: `EXECUTE scorecards_0123456789abcdef`,
      Status: {
        State: state,
        StateChangeReason: reason,
        ...(athena ? { AthenaError: { ...athena, ErrorType: 1, ErrorMessage: reason } } : {}),
      },
    },
  }),
});

interface Case {
  what: string;
  error: { Error: string; Cause?: string };
  /** The old query is stopped before anything else. */
  stops: boolean;
  /** Again, or the words with which the night stops. */
  leads: 'again' | RegExp;
}

const CASES: Case[] = [
  {
    what: 'too many queries at once, for as long as the workflow itself asked again',
    error: { Error: 'Athena.TooManyRequestsException', Cause: 'You have exceeded the limit for the number of queries' },
    stops: false,
    leads: /exceeded the limit for the number of queries \(refused for half an hour: other queries/,
  },
  {
    what: 'a throttled call under the general name',
    error: { Error: 'Athena.AmazonAthenaException', Cause: 'Rate exceeded (Service: AmazonAthena; Status Code: 400)' },
    stops: false,
    leads: 'again',
  },
  {
    what: 'a failure that Athena calls retryable',
    error: ended('FAILED', 'INTERNAL_ERROR_QUERY_ENGINE', { Retryable: true, ErrorCategory: 1 }),
    stops: false,
    leads: 'again',
  },
  {
    what: 'S3 asking to slow down, which Athena does not call retryable',
    error: ended('FAILED', 'HIVE_CANNOT_OPEN_SPLIT: Please reduce your request rate. (Status Code: 503; SlowDown)', {
      Retryable: false,
      ErrorCategory: 2,
    }),
    stops: false,
    leads: 'again',
  },
  {
    what: 'a scale that was too large for the moment, told without a verdict',
    error: ended('FAILED', 'Query exhausted resources at this scale factor'),
    stops: false,
    leads: 'again',
  },
  {
    what: 'wrong SQL',
    error: ended('FAILED', 'COLUMN_NOT_FOUND: line 3:5: Column late_ratio cannot be resolved', {
      Retryable: false,
      ErrorCategory: 2,
    }),
    stops: false,
    leads: /^sql\/marts\/scorecards\.sql: COLUMN_NOT_FOUND: line 3:5: Column late_ratio cannot be resolved \(not retried/,
  },
  {
    what: 'a failure of which Athena says nothing',
    error: ended('FAILED', 'HIVE_BAD_DATA: Field rating is not an INT32'),
    stops: false,
    leads: /HIVE_BAD_DATA/,
  },
  {
    what: 'a full disk of the engine on a laptop, which another try would fill again',
    error: ended('FAILED', 'IO Error: No space left on device', { Retryable: false, ErrorCategory: 1 }),
    stops: false,
    leads: /No space left on device \(not retried: nothing is wrong with the query\)/,
  },
  {
    what: 'a query that somebody cancelled',
    error: ended('CANCELLED', 'Query cancelled by user'),
    stops: false,
    leads: /somebody cancelled/,
  },
  {
    what: 'a query that scanned more than the workgroup allows',
    error: ended('CANCELLED', 'Query cancelled! : Bytes scanned limit was exceeded'),
    stops: false,
    leads: /Bytes scanned limit was exceeded \(the workgroup allows/,
  },
  { what: 'a lost answer', error: { Error: 'Athena.SdkClientException', Cause: 'Read timed out' }, stops: true, leads: 'again' },
  {
    what: 'an answer that came back as an internal error, the query perhaps running',
    error: { Error: 'Athena.InternalServerException', Cause: 'We encountered an internal error' },
    stops: true,
    leads: 'again',
  },
  { what: 'a state that timed out', error: { Error: 'States.Timeout' }, stops: true, leads: 'again' },
  {
    what: 'a state that ended while its query was still queued',
    error: ended('QUEUED', 'Query is queued'),
    stops: true,
    leads: 'again',
  },
  {
    what: 'a statement that Athena refuses to start',
    error: { Error: 'Athena.InvalidRequestException', Cause: 'Prepared statement scorecards_0123 does not exist' },
    stops: false,
    leads: /scorecards_0123 does not exist \(not retried/,
  },
  {
    what: 'a missing permission, told under the general name',
    error: { Error: 'Athena.AmazonAthenaException', Cause: 'You are not authorized to perform: athena:StartQueryExecution' },
    stops: false,
    leads: /lacks a permission/,
  },
  {
    what: 'an error of the workflow itself',
    error: { Error: 'States.Runtime', Cause: 'The JSONPath could not be found' },
    stops: false,
    leads: /JSONPath/,
  },
];

/** `account`: what the engine says of the query that is to be stopped, when it had failed by itself. */
function listening(account?: string) {
  const told: string[] = [];
  const engine = {
    stop: async ({ text }: { text: string }) => {
      told.push(`stop ${text}`);
      return account;
    },
    forget: async (statement: string) => void told.push(`forget ${statement}`),
  };
  return { told, engine };
}

const eventOf = (error: Case['error'], attempt = 1) => ({
  path: PATH,
  query: {
    dataset: 'scorecards',
    path: PATH,
    attempt,
    statement: 'scorecards_0123456789abcdef',
    text: 'EXECUTE scorecards_0123456789abcdef',
    token: 'f'.repeat(64),
  },
  error,
});

describe('after a query that did not succeed', () => {
  for (const { what, error, stops, leads } of CASES) {
    it(`${what}: ${leads === 'again' ? 'once more, later' : 'the night stops'}${stops ? ', and the old query is stopped first' : ''}`, async () => {
      const { told, engine } = listening();
      const answer = considerRetry({ engine })(eventOf(error));
      if (leads === 'again') {
        expect(await answer).toEqual({ path: PATH, attempt: 2, wait: expect.any(Number) });
        expect((await answer).wait).toBeGreaterThanOrEqual(5);
        expect((await answer).wait).toBeLessThanOrEqual(10);
      } else {
        await expect(answer).rejects.toThrow(leads);
        await expect(answer).rejects.toBeInstanceOf(QueryFailed);
      }
      expect(told).toEqual([
        ...(stops ? ['stop EXECUTE scorecards_0123456789abcdef'] : []),
        'forget scorecards_0123456789abcdef',
      ]);
    });
  }

  it('waits twice as long before each further try, and gives up after the fourth with the engine’s words', async () => {
    const { engine } = listening();
    const busy = ended('FAILED', 'INTERNAL_ERROR', { Retryable: true, ErrorCategory: 1 });
    const ask = considerRetry({ engine });
    expect(await ask(eventOf(busy, 2))).toMatchObject({ attempt: 3, wait: 20 });
    expect(await ask(eventOf(busy, 3))).toMatchObject({ attempt: 4, wait: 40 });
    await expect(ask(eventOf(busy, 4))).rejects.toThrow('sql/marts/scorecards.sql: INTERNAL_ERROR (tried 4 times)');
  });

  it('when the engine is busy, asks for half an hour, no two queries at the same moments', async () => {
    const { engine } = listening();
    const ask = considerRetry({ engine });
    const throttled = { Error: 'Athena.AmazonAthenaException', Cause: 'Rate exceeded (Service: AmazonAthena; Status Code: 400)' };
    const waits = async (path: string): Promise<number[]> => {
      const attempts = Array.from({ length: 15 }, (_, n) => n + 1);
      return Promise.all(attempts.map(async (attempt) => (await ask({ ...eventOf(throttled, attempt), path })).wait));
    };
    const one = await waits(PATH);
    expect(one.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThanOrEqual(1800);
    for (const [n, wait] of one.entries()) {
      const bound = Math.min(300, 10 * 2 ** n);
      expect(wait, `wait ${n + 1}`).toBeGreaterThanOrEqual(bound / 2);
      expect(wait, `wait ${n + 1}`).toBeLessThanOrEqual(bound);
    }
    const other = await waits('marts/tier_mix.sql');
    expect(one.filter((wait, n) => wait === other[n]).length).toBeLessThan(5);
    await expect(ask(eventOf(throttled, 16))).rejects.toThrow(/Rate exceeded .*\(tried 16 times\)/);
  });

  it('of a query whose text was so long that the cause breaks off before the end, asks the engine what became of it', async () => {
    const { Cause } = ended('FAILED', 'COLUMN_NOT_FOUND: line 3:5', { Retryable: false, ErrorCategory: 2 });
    const cutOff = { Error: 'States.TaskFailed', Cause: `{"QueryExecution":{"Query":"UNLOAD (${'SELECT 1 '.repeat(3600)}` };
    const failed = considerRetry(listening(Cause))(eventOf(cutOff));
    await expect(failed).rejects.toThrow('sql/marts/scorecards.sql: COLUMN_NOT_FOUND: line 3:5 (not retried');
    const passing = ended('FAILED', 'INTERNAL_ERROR', { Retryable: true, ErrorCategory: 1 }).Cause;
    expect(await considerRetry(listening(passing))(eventOf(cutOff))).toMatchObject({ attempt: 2 });
  });

  it('tries again although the old query could not be stopped: the fresh one writes elsewhere', async () => {
    const engine = {
      stop: () => Promise.reject(new Error('unreachable')),
      forget: () => Promise.reject(new Error('unreachable')),
    };
    expect(await considerRetry({ engine })(eventOf({ Error: 'States.Timeout' }))).toMatchObject({ attempt: 2 });
  });
});
