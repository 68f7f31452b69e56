import * as z from 'zod';
import type { SqlFiles } from '../../sql/render.js';
import { defineHandler } from '../shared/define-handler.js';
import type { ObjectStore } from '../shared/object-store.js';
import type { QueryEngine } from '../shared/query-engine.js';
import { prepareQuery as prepare } from './prepare-query.js';

export const Event = z.object({ prefix: z.string(), path: z.string(), attempt: z.number().int().min(1) });

export interface Parts {
  store: ObjectStore;
  sql: SqlFiles;
  engine: QueryEngine;
}

/** Renders one SQL file for this run, keeps the text with the run, and hands it to the engine under a name. */
export const prepareQuery = (parts: Parts) => defineHandler(Event, async (event) => prepare({ ...parts, ...event }));
