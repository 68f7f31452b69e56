import * as z from 'zod';
import { dayBefore } from '../../wording/calendar.js';
import { defineHandler } from '../shared/define-handler.js';
import { nextTime } from './next-time.js';

export const Event = z.object({
  /** When the schedule was due, ISO 8601 in UTC; not when it was delivered. */
  scheduled_time: z.iso.datetime({ offset: true }),
});

/** What starts an execution of the workflow. */
export interface Starter {
  /** False when an execution of this name was started before. */
  start(name: string, input: { run_date: string; full: boolean; mails: boolean; wait_until?: string }): Promise<boolean>;
}

/**
 * Starts the night of the local day before the scheduled time. The execution is named after that day, so that a schedule that is
 * delivered twice starts one night; a night that a person starts again has a name of its own. It may wait for late files until the
 * local time, HH:MM, by which it must be published.
 */
export const startNight = (parts: { starter: Starter; timeZone: string; publishedBy?: string }) =>
  defineHandler(Event, async ({ scheduled_time }, { log }) => {
    const run_date = dayBefore(scheduled_time, parts.timeZone);
    const { timeZone, publishedBy } = parts;
    const execution = `${run_date}-scheduled`;
    const started = await parts.starter.start(execution, {
      run_date,
      full: false,
      mails: true,
      ...(publishedBy ? { wait_until: nextTime(scheduled_time, publishedBy, timeZone) } : {}),
    });
    log.info(started ? 'night started' : 'night was started before', { run_date, execution });
    return { run_date, execution, started };
  });
