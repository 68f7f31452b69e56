/** The one object that moves, by compare-and-set: which run readers see. Lies at POINTER. */
export interface Pointer {
  run_id: string;
  run_date: string;
  prefix: string;
  policy_versions: Record<string, string>;
  previous_run_id?: string;
}
