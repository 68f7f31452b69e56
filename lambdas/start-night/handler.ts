import * as z from 'zod';
import { dayBefore } from '../../wording/calendar.js';
import { defineHandler } from '../shared/define-handler.js';

export const Event = z.object({
  /** When the schedule was due, ISO 8601 in UTC; not when it was delivered. */
  scheduled_time: z.iso.datetime({ offset: true }),
});

/** What starts an execution of the workflow. */
export interface Starter {
  /** False when an execution of this name was started before. */
  start(name: string, input: { run_date: string; full: boolean; mails: boolean }): Promise<boolean>;
}

/**
 * Starts the night of the local day before the scheduled time. The execution is named after that day, so that a schedule that is
 * delivered twice starts one night; a night that a person starts again has a name of its own.
 */
export const startNight = (parts: { starter: Starter; timeZone: string }) =>
  defineHandler(Event, async ({ scheduled_time }, { log }) => {
    const run_date = dayBefore(scheduled_time, parts.timeZone);
    const execution = `${run_date}-scheduled`;
    const started = await parts.starter.start(execution, { run_date, full: false, mails: true });
    log.info(started ? 'night started' : 'night was started before', { run_date, execution });
    return { run_date, execution, started };
  });
