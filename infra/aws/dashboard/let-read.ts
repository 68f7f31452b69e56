/**
 * What CloudFront runs before it answers with a file of the store. CloudFront has then checked that the reader's cookies were signed for
 * the place in the address (`/of/GB/*`), so that the place is the reader's; the rule says which files are read from there.
 *
 * Bundled by infra/aws/dashboard/edge.ts: CloudFront's functions import nothing, and know ES5 with const and let.
 */
import { ruleOf } from '../../../contracts/run/may-read.js';

/** Put in by the bundler: contracts/run/who-reads.ts reads them off the contracts, which are too large for here. */
declare const READ_BY: { leadership: readonly string[]; teams: readonly string[] };

interface Request {
  uri: string;
  querystring: Record<string, unknown>;
}

const mayRead = ruleOf(READ_BY);

export function handler(event: { request: Request }): unknown {
  const request = event.request;
  const answer = mayRead([request.uri.split('/')[2] || ''], request.uri);
  if (!answer.allowed)
    return {
      statusCode: answer.status,
      statusDescription: answer.status === 403 ? 'Forbidden' : 'Not Found',
      headers: {
        'content-type': { value: 'text/plain; charset=utf-8' },
        'cache-control': { value: 'no-store' },
        'x-content-type-options': { value: 'nosniff' },
      },
      body: `${answer.because}\n`,
    };
  request.uri = `/${answer.key}`;
  request.querystring = {};
  return request;
}
