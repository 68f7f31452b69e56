import * as z from 'zod';
import type { Catalog } from '../shared/catalog.js';
import { defineHandler } from '../shared/define-handler.js';
import type { ObjectStore } from '../shared/object-store.js';
import { registerResults as register } from './register-results.js';

export const Event = z.object({
  prefix: z.string(),
  /** A person moved the pointer to this run. */
  moved: z.boolean().optional(),
});

/** Points the tables that analysts query at a run that passed its gate. */
export const registerResults = (parts: { store: ObjectStore; catalog: Catalog }) =>
  defineHandler(Event, async (event) => register({ ...parts, ...event }));
