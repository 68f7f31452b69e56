import type { SESv2ServiceException } from '@aws-sdk/client-sesv2';
import type { Delivery } from '../../../lambdas/shared/mailer.js';

/** SES is asked for too much at once. It has not taken the message. */
const THROTTLED = new Set(['TooManyRequestsException', 'ThrottlingException', 'Throttling']);
/** The request never left: no address, no connection, nobody there, or no credentials to sign it with. */
const NOT_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL']);

interface Failure extends Partial<SESv2ServiceException> {
  code?: string;
  syscall?: string;
}

/**
 * What an error of SendEmail says about the message. SES knows no token by which it would tell a repeated message from a new one, so
 * only what surely did not reach it may be sent again: a refusal that it spelled out (4xx), or a connection that never stood. A
 * timeout, a broken connection and an error inside SES (5xx) may each come after the message was taken.
 */
export function deliveryOf(error: unknown): Delivery {
  const failure = error as Failure;
  const status = failure.$metadata?.httpStatusCode;
  const name = failure.name ?? 'Error';
  const because = `${name}: ${failure.message ?? ''}`.trim();
  if (THROTTLED.has(name)) return { kind: 'not_sent', because, retryable: !/daily|24.hour/i.test(because) };
  if (status !== undefined)
    return status >= 400 && status < 500 && status !== 408
      ? { kind: 'not_sent', because, retryable: false }
      : { kind: 'in_doubt', because };
  if (failure.syscall === 'connect' || NOT_REACHED.has(failure.code ?? '')) return { kind: 'not_sent', because, retryable: true };
  if (name === 'TimeoutError' && /did not establish a connection/.test(because))
    return { kind: 'not_sent', because, retryable: true };
  if (name === 'CredentialsProviderError') return { kind: 'not_sent', because, retryable: false };
  return { kind: 'in_doubt', because };
}
