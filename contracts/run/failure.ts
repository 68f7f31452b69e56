/** Why a run failed. Written by report-failure, at failureKey(). */
export interface Failure {
  run_date: string;
  prefix: string;
  /** Name of the error. */
  error: string;
  message: string;
}
