import * as z from 'zod';
import { defineHandler } from '../shared/define-handler.js';
import type { ObjectStore } from '../shared/object-store.js';
import { lookForOrders as look } from './look-for-orders.js';

const Event = z.object({
  prefix: z.string(),
  run_date: z.iso.date(),
  /** When the workflow came here, as it tells. */
  now: z.iso.datetime({ offset: true }),
  /** From then on a night goes on with what there is, and the gate decides. */
  wait_until: z.iso.datetime({ offset: true }),
});

/** Says whether a night should wait for orders that are late. */
export const lookForOrders = (parts: { store: ObjectStore }) =>
  defineHandler(Event, async (event, { log }) => {
    const looked = await look({ ...parts, ...event });
    if (looked.awaited.length > 0)
      log.warn(looked.wait ? 'orders are late: waiting' : 'orders are late: no time left', { ...looked });
    return looked;
  });
