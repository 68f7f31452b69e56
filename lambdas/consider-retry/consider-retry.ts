import { createHash } from 'node:crypto';
import { DOCTOR } from '../shared/damaged.js';

/** A query failed for good. The message names the SQL file and says what the engine said. */
export class QueryFailed extends Error {
  override name = 'QueryFailed';
}

/** The error of a failed state. */
export interface StateError {
  Error: string;
  Cause?: string;
}

/** why: three retries wait 10, 20 and 40 s; an ill engine is usually well again within a minute. */
const MOST_ATTEMPTS = 4;
/** why: 15 retries wait 10 s to 5 minutes, half an hour in all at least, as long as Athena lets another query hold its place. */
const MOST_ATTEMPTS_WHEN_BUSY = 16;
/** Seconds. why: who asks less often than every 5 minutes gets no place in between others who do. */
const LONGEST_WAIT = 300;

/** The engine, or what it stands on, is asked for too much at once. Athena does not call all of these retryable. */
const BUSY = /TooManyRequests|Throttl|Rate ?exceeded|SlowDown|reduce your request rate/i;
/** The workflow has asked again for half an hour itself (infra/nightly.asl.json) before it ends with one of these. */
const REFUSED_FOR_LONG = /^Athena\.(TooManyRequests|Throttling)Exception$/;
const FORBIDDEN = /AccessDenied|not authorized|UnrecognizedClient|ExpiredToken/i;
/** why beside Athena's own word: older failures come without one. */
const PASSING = /INTERNAL_ERROR|exhausted resources|ServiceUnavailable/i;
/** Errors with which a state ends although nobody knows how the query does. */
const NO_ANSWER =
  /^States\.(Timeout|HeartbeatTimeout)$|^Athena\.(InternalServer|AmazonAthena|SdkClient|Sdk)|^States\.TaskFailed$/;

interface Account {
  message: string;
  /** Of the query; absent when the error says nothing about it. */
  state?: string;
  /** Athena's own word on whether the same query may succeed later. */
  retryable?: boolean;
  /** The system's fault and not the query's. */
  system: boolean;
}

/** Athena's number for it. */
const SYSTEM = 1;

interface QueryExecution {
  Status?: {
    State?: string;
    StateChangeReason?: string;
    AthenaError?: { Retryable?: boolean; ErrorMessage?: string; ErrorCategory?: number };
  };
}

/** What a failed query's Cause holds when it is the engine's own account of the query, bare or wrapped as GetQueryExecution answers. */
function accountOf({ Error: name, Cause: cause = '' }: StateError): Account {
  try {
    const parsed = JSON.parse(cause) as { QueryExecution?: QueryExecution } & QueryExecution;
    const status = (parsed.QueryExecution ?? parsed).Status;
    if (!status) return { message: cause, system: false };
    const message = status.AthenaError?.ErrorMessage ?? status.StateChangeReason ?? status.State ?? name;
    return {
      message,
      state: status.State,
      retryable: status.AthenaError?.Retryable,
      system: status.AthenaError?.ErrorCategory === SYSTEM,
    };
  } catch {
    return { message: cause, system: false };
  }
}

/** Whether the query may still be running: then it is to be stopped before a fresh one starts, or both would be paid for. */
export function answerLost(error: StateError): boolean {
  const { state, message } = accountOf(error);
  if (state) return state === 'RUNNING' || state === 'QUEUED';
  const said = `${error.Error} ${message}`;
  return NO_ANSWER.test(error.Error) && !BUSY.test(said) && !FORBIDDEN.test(said);
}

/**
 * The next attempt, or an error. Throttling under a general name, a lost answer, a state's timeout and failures that the engine
 * calls retryable are tried again; a user error (wrong SQL, missing column), a missing permission and a cancelled query are not.
 *
 * @throws QueryFailed
 */
export function considerRetry(path: string, attempt: number, error: StateError): { path: string; attempt: number; wait: number } {
  const { message, retryable, state, system } = accountOf(error);
  const said = `${error.Error} ${message}`;
  const stop = (why: string) => new QueryFailed(`sql/${path}: ${message.split('\n')[0] || error.Error} (${why})`);
  if (state === 'CANCELLED')
    throw stop(
      /bytes scanned/i.test(message)
        ? 'the workgroup allows no query to scan more; raise its limit if the night has grown'
        : 'somebody cancelled the query; run the night again when that is wanted',
    );
  if (!state && FORBIDDEN.test(said)) throw stop("not retried: the workflow's role lacks a permission");
  if (REFUSED_FOR_LONG.test(error.Error))
    throw stop(
      'refused for half an hour: other queries of the account hold all places; run the night again later, or ask for more',
    );
  const again = retryable === true || BUSY.test(said) || (retryable === undefined && (PASSING.test(said) || answerLost(error)));
  if (!again && message.includes(DOCTOR)) throw stop('not retried: a file of the store is damaged');
  if (!again && system) throw stop('not retried: nothing is wrong with the query');
  if (!again) throw stop('not retried: the query itself must change');
  const busy = BUSY.test(said);
  if (attempt >= (busy ? MOST_ATTEMPTS_WHEN_BUSY : MOST_ATTEMPTS)) throw stop(`tried ${attempt} times`);
  const wait = Math.min(LONGEST_WAIT, 10 * 2 ** (attempt - 1));
  return { path, attempt: attempt + 1, wait: busy ? spread(wait, `${path} ${attempt}`) : wait };
}

/** Somewhere in the later half of the wait, by its name: queries that were refused together do not come back together. */
function spread(wait: number, name: string): number {
  const drawn = createHash('sha256').update(name).digest().readUInt16BE(0) / 0xffff;
  return Math.ceil((wait / 2) * (1 + drawn));
}
