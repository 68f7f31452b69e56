/** A run number that was taken. Written once by open-run, at openedKey(). */
export interface Opened {
  run_id: string;
  run_date: string;
  prefix: string;
  /** Which execution opened it, so that a retried open-run finds its own run again. */
  execution: string;
  /** Whether mails are to be written once it is published; absent in runs of older versions. */
  mails?: boolean;
}

const BACKFILL = 'backfill-';
/** The name of an execution that fills in a past day: its run says so to whoever reads it later. */
export const executionOfBackfill = (name: string): string => `${BACKFILL}${name}`;
export const isOfBackfill = (execution: string): boolean => execution.startsWith(BACKFILL);
