import * as z from 'zod';
import type { SqlFiles } from '../../sql/render.js';
import { defineHandler } from '../shared/define-handler.js';
import { count } from '../shared/metrics.js';
import type { ObjectStore } from '../shared/object-store.js';
import { GateStopped, gate as passGate } from './gate.js';

export const Event = z.object({ prefix: z.string() });

export interface Parts {
  store: ObjectStore;
  sql: SqlFiles;
}

/** Reads what the checks found. A failing check stops the night before anything is public. */
export const gate = (parts: Parts) =>
  defineHandler(Event, async (event) => {
    try {
      const passed = await passGate({ ...parts, ...event });
      count({ GateStopped: 0 });
      return passed;
    } catch (error) {
      if (error instanceof GateStopped) count({ GateStopped: 1 });
      throw error;
    }
  });
