import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';

/** What a handler is given beside its event. Logs carry ids and counts, never names or addresses. */
export interface HandlerContext {
  log: Logger;
}

/** An event that does not fit a handler's schema; the message names each field. */
export class EventRefused extends Error {
  override name = 'EventRefused';
}

/**
 * The one way into every Lambda: the event is checked by zod before anything runs, and a refusal names each field.
 * Returns a handler `(event, context?) => Promise<result>`. On AWS the Lambda runtime calls it; on a laptop the workflow does.
 */
export function defineHandler<Schema extends z.ZodType, Result>(
  schema: Schema,
  handle: (event: z.output<Schema>, context: HandlerContext) => Promise<Result>,
): (event: unknown, context?: Context) => Promise<Result> {
  const log = new Logger({ serviceName: 'seller-scorecards' });
  const handler = middy()
    .use(injectLambdaContext(log, { resetKeys: true }))
    .handler(async (event: unknown) => {
      const checked = schema.safeParse(event);
      if (!checked.success) {
        const fields = checked.error.issues.map((issue) => `${issue.path.join('.') || 'event'}: ${issue.message}`);
        throw new EventRefused(fields.join('; '));
      }
      return handle(checked.data, { log });
    });
  return (event, context) => handler(event as never, context ?? ({} as Context)) as Promise<Result>;
}
