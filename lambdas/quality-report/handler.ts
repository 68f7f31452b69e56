import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { qualityPageKey } from '../../contracts/run/keys.js';
import { defineHandler } from '../shared/define-handler.js';
import type { ObjectStore } from '../shared/object-store.js';
import { writeQualityReport } from './quality-report.js';

const Event = z.object({ prefix: z.string() });

type Handler<Result> = (event: unknown, context?: Context) => Promise<Result>;

/**
 * A gate that leaves a report of what landed, whether it lets the night pass or not: who is told that it stopped is told where to
 * look. why in the gate's task and not in one of its own: it is needed on both ways out, and there are no other two.
 * A report that cannot be written stops nothing; the answer says so.
 */
export const withQualityReport = <Result extends object>(store: ObjectStore, gate: Handler<Result>) =>
  defineHandler(Event, async ({ prefix }, { log }) => {
    const report = async (): Promise<string | null> => {
      try {
        await writeQualityReport(store, prefix);
        return qualityPageKey(prefix);
      } catch (error) {
        log.error('the report of data quality was not written', error as Error);
        return null;
      }
    };
    try {
      return { ...(await gate({ prefix })), quality_report: await report() };
    } catch (error) {
      const stopped = error as Error;
      const page = stopped.name === 'GateStopped' ? await report() : null;
      if (page) stopped.message += `\nWhat landed, what was left out and why: ${page}`;
      throw stopped;
    }
  });
