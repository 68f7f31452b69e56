/** A line of the log of finished runs, at publishedLogKey(). Written once by publish. */
export interface PublishedLog {
  run_id: string;
  prefix: string;
  /** Whether readers came to see the run; absent in logs of older versions. */
  moved?: boolean;
}
