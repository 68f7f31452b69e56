import * as z from 'zod';
import { daysBetween } from '../../contracts/days.js';
import { POINTER } from '../../contracts/run/keys.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { dayBefore } from '../../wording/calendar.js';
import { defineHandler } from '../shared/define-handler.js';
import { count } from '../shared/metrics.js';
import { type ObjectStore, readJson } from '../shared/object-store.js';

export const Event = z.object({
  /** When the schedule was due, ISO 8601 in UTC. */
  scheduled_time: z.iso.datetime({ offset: true }),
});

/** why 365: nothing published at all is worse than any late night, and must show as such on a chart. */
const NOTHING_PUBLISHED = 365;

export interface Watched {
  /** The run date that should be published by now. */
  expected: string;
  /** The run date that is, or null. */
  published: string | null;
  /** 0 when all is well, also for a run of a later date. */
  days_behind: number;
}

/** Looks at the pointer at the time by which the night must be published, and counts by how many days it is behind. */
export const watchPointer = (parts: { store: ObjectStore; timeZone: string }) =>
  defineHandler(Event, async ({ scheduled_time }, { log }): Promise<Watched> => {
    const expected = dayBefore(scheduled_time, parts.timeZone);
    const pointer = await readJson<Pointer>(parts.store, POINTER);
    const published = pointer?.run_date ?? null;
    const days_behind = published ? Math.max(0, daysBetween(published, expected)) : NOTHING_PUBLISHED;
    count({ PointerDaysBehind: days_behind });
    const watched = { expected, published, days_behind };
    if (days_behind > 0) log.error('the published run is too old', watched);
    else log.info('the published run is the one expected', watched);
    return watched;
  });
