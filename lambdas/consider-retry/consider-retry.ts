/** A query failed for good. The message names the SQL file and says what the engine said. */
export class QueryFailed extends Error {
  override name = 'QueryFailed';
}

/** why: three retries wait 10, 20 and 40 s; a busy engine is usually free again within a minute. */
const MOST_ATTEMPTS = 4;

interface AthenaError {
  Retryable?: boolean;
  ErrorMessage?: string;
}

/** What a failed query's Cause holds when it is the engine's own account of the query. */
function accountOf(cause: string | undefined): { message: string; retryable?: boolean; state?: string } {
  try {
    const told = JSON.parse(cause ?? '') as {
      QueryExecution?: { Status?: { State?: string; StateChangeReason?: string; AthenaError?: AthenaError } };
    };
    const status = (told.QueryExecution ?? (told as NonNullable<typeof told.QueryExecution>)).Status;
    if (!status) return { message: cause ?? '' };
    return {
      message: status.AthenaError?.ErrorMessage ?? status.StateChangeReason ?? status.State ?? '',
      retryable: status.AthenaError?.Retryable,
      state: status.State,
    };
  } catch {
    return { message: cause ?? '' };
  }
}

const THROTTLED = /TooManyRequests|Throttl|RateExceeded|SlowDown|exhausted resources/i;

/**
 * The next attempt, or an error. Throttling, a lost answer, a state's timeout and failures that the engine calls retryable
 * are tried again; a user error (wrong SQL, missing column) and a cancelled query are not.
 *
 * @throws QueryFailed
 */
export function considerRetry(
  path: string,
  attempt: number,
  error: { Error: string; Cause?: string },
): { path: string; attempt: number; wait: number } {
  const { message, retryable, state } = accountOf(error.Cause);
  const stop = (why: string) => new QueryFailed(`sql/${path}: ${message.split('\n')[0] || error.Error} (${why})`);
  if (state === 'CANCELLED') throw stop('somebody cancelled the query; run the night again when that is wanted');
  const again =
    retryable ??
    (error.Error === 'States.Timeout' ||
      error.Error === 'States.HeartbeatTimeout' ||
      THROTTLED.test(`${error.Error} ${message}`) ||
      /Athena\.(InternalServer|AmazonAthena|SdkClient|Sdk)/.test(error.Error));
  if (!again) throw stop('not retried: the query itself must change');
  if (attempt >= MOST_ATTEMPTS) throw stop(`tried ${attempt} times`);
  return { path, attempt: attempt + 1, wait: 10 * 2 ** (attempt - 1) };
}
