import * as z from 'zod';
import { defineHandler } from '../shared/define-handler.js';
import type { QueryEngine } from '../shared/query-engine.js';
import { answerLost, considerRetry as consider } from './consider-retry.js';

export const Event = z.object({
  path: z.string(),
  /** As prepare-query answered. */
  query: z.object({ attempt: z.number().int(), statement: z.string(), text: z.string(), token: z.string() }),
  error: z.object({ Error: z.string(), Cause: z.string().optional() }),
});

/** After a failed query: once more into a fresh prefix, or stop with the engine's own message and the name of the SQL file. */
export const considerRetry = ({ engine }: { engine: Pick<QueryEngine, 'stop' | 'forget'> }) =>
  defineHandler(Event, async ({ path, query, error }, { log }) => {
    const { attempt, statement } = query;
    const stays = (what: string) => (why: Error) => {
      log.warn(`${what} stays behind`, { path, statement, why: why.message });
      return undefined;
    };
    // Either may fail without harm: what an old query still writes, it writes below a prefix that nobody reads.
    const account = answerLost(error) ? await engine.stop(query).catch(stays('query')) : undefined;
    await engine.forget(statement).catch(stays('statement'));
    // A Cause is cut off after 32,768 characters, and holds the text of the query before what became of it.
    return consider(path, attempt, account ? { Error: error.Error, Cause: account } : error);
  });
