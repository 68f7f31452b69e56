import { runPrefix } from '../../contracts/run/keys.js';

/** `2026-11-16-001` -> its run date and prefix. */
export const runOf = (run_id: string): { run_id: string; run_date: string; prefix: string } => {
  const run_date = run_id.slice(0, 10);
  return { run_id, run_date, prefix: runPrefix(run_date, run_id.slice(11)) };
};
