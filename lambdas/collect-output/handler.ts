import * as z from 'zod';
import { outputKey, outputPrefix } from '../../contracts/run/keys.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import { defineHandler } from '../shared/define-handler.js';
import { type ObjectStore, toJson } from '../shared/object-store.js';
import type { QueryEngine } from '../shared/query-engine.js';

export const Event = z.object({
  prefix: z.string(),
  /** File below sql/. */
  path: z.string(),
  /** As prepare-query answered. */
  query: z.object({ dataset: z.string(), attempt: z.number().int(), statement: z.string() }),
  /** The engine's. */
  answer: z.unknown(),
});

export interface Parts {
  store: ObjectStore;
  engine: QueryEngine;
}

/** Writes down which files a finished query wrote, so that later queries and readers take those and no others. */
export const collectOutput = (parts: Parts) =>
  defineHandler(Event, async ({ prefix: run_prefix, path, query: { dataset, attempt, statement }, answer }, { log }) => {
    const prefix = outputPrefix(run_prefix, path, attempt);
    const { files, rows, bytes, teams } = await parts.engine.outputOf(answer, { dataset, run_prefix, outputPrefix: prefix });
    const output: DatasetOutput = { dataset, prefix, files, rows, bytes, attempt, ...(teams ? { teams } : {}) };
    await parts.store.write(outputKey(run_prefix, dataset), toJson(output));
    await parts.engine
      .forget(statement)
      .catch((error: Error) => log.warn('statement stays behind', { statement, why: error.message }));
    return { dataset, rows };
  });
