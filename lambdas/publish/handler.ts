import * as z from 'zod';
import { defineHandler } from '../shared/define-handler.js';
import type { ObjectStore } from '../shared/object-store.js';
import { publish as publishRun } from './publish.js';

export const Event = z.object({ prefix: z.string() });

/** Writes the manifest and moves the one pointer by compare-and-set. */
export const publish = (parts: { store: ObjectStore }) =>
  defineHandler(Event, async (event) => publishRun({ ...parts, ...event }));
