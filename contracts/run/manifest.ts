import type { LedgerPart } from '../ledger/parts.js';

/** What a run that passed its gate holds. Written once by publish, at manifestKey(). */
export interface Manifest {
  run_id: string;
  run_date: string;
  prefix: string;
  status: 'published';
  policy_fingerprint: string;
  policy_versions: Record<string, string>;
  ledger_fingerprint: string;
  base_run_date?: string;
  not_measured: string[];
  /** The night was to mail nobody, as in a backfill; absent otherwise. */
  without_mails?: true;
  /** Parts of each ledger that stand after this run, oldest first; absent in runs of a version without parts. */
  ledger?: Record<string, LedgerPart[]>;
  datasets: Record<string, { files: string[]; rows: number; bytes: number }>;
  /**
   * What readers of each region find, ALL of them leadership: where the list of files lies (contracts/run/teams.ts), and how much they
   * hold. why not the files: every page reads the manifest. Absent in runs of a version without.
   */
  regions?: Record<string, { index: string; files: number; rows: number; bytes: number }>;
  landing: { files: number; landed: number; accepted: number; quarantined: number };
  /** `says`: in sentences; absent in runs of a version that had none. */
  warnings: { check: string; rows: number; description: string; says?: string[] }[];
}
