import * as z from 'zod';
import { door } from '../shared/door.js';
import { type ObjectStore, toJson } from '../shared/object-store.js';
import type { QueryEngine } from '../shared/query-engine.js';
import { type DatasetOutput, outputKey } from '../shared/run-files.js';

export const Event = z.object({ prefix: z.string(), dataset: z.string(), attempt: z.number().int(), answer: z.unknown() });

export interface Parts {
  store: ObjectStore;
  engine: QueryEngine;
}

/** Writes down which files a finished query wrote, so that later queries and readers take those and no others. */
export const collectOutput = (parts: Parts) =>
  door(Event, async ({ prefix, dataset, attempt, answer }) => {
    const { files, rows, bytes } = await parts.engine.outputOf(answer);
    const output: DatasetOutput = { dataset, files, rows, bytes, attempt };
    await parts.store.write(outputKey(prefix, dataset), toJson(output));
    return { dataset, rows };
  });
