/**
 * What an evidence pack says about one seller, at evidence.json of its folder. Nothing in it is a clock's reading: it follows from the
 * store alone. `first_run` and `last_run`: the runs of the pack, in a row, that said so.
 */
import type * as z from 'zod';
import type { Explained } from './explanation.js';
import type { decisionRecords } from './published/decision-records.js';
import type { pointsEntries } from './published/points-entries.js';
import type { restatements } from './published/restatements.js';
import type { tierChanges } from './published/tier-changes.js';

/** A row as JSON has it: moments as ISO 8601 in UTC. */
type AsJson<Row> = { [Name in keyof Row]: Exclude<Row[Name], Date> | (Date extends Row[Name] ? string : never) };

type ExplainedProgramme = z.infer<typeof Explained>['programmes'][number];
type ExplainedMetric = ExplainedProgramme['metrics'][number];
export type Order = ExplainedMetric['orders'][number];

/** What "explain --json" prints of a run, without its orders: they are those of `orders` whose runs hold this one. */
export type Explanation = Omit<z.infer<typeof Explained>, 'programmes'> & {
  programmes: (Omit<ExplainedProgramme, 'metrics'> & { metrics: Omit<ExplainedMetric, 'orders'>[] })[];
};

interface Span {
  first_run: string;
  last_run: string;
}

/** One published run. Hashes are SHA-256, hex. */
export interface EvidenceRun {
  run_id: string;
  run_date: string;
  /** Whether the run has a scorecard of the seller. */
  has_scorecard: boolean;
  /** The version of the product that made it; null of a run that does not say. */
  made_by: string | null;
  /** Hash over the rules, their SQL and the settings that outcomes follow from (the run's ledger_fingerprint). */
  rules: string;
  /** Hash over all SQL that the run asked, as it lies beside the run. */
  sql_sha256: string;
  policy_fingerprint: string;
  policy_versions: Record<string, string>;
  /** The file of the pack that has these policies. */
  policies: string;
  previous_run_id: string | null;
  /** The run whose final outcomes it goes on from; null where it judged every order itself. */
  base_run_date: string | null;
  not_measured: string[];
  /** What landed and was read: contents, and their rows. */
  inputs: number;
  rows_landed: number;
  rows_accepted: number;
  rows_rejected: number;
}

/** One landed file that a run read, and the rows that were accepted of it. */
export interface EvidenceInput extends Span {
  dataset: string;
  /** Landing day. */
  dt: string;
  /** Where it landed, below landing/. */
  key: string;
  file_id: string;
  /** Of the landed bytes, as the run recorded them; null of a file too large to be read. */
  landed_sha256: string | null;
  landed_bytes: number;
  landed: number;
  accepted: number;
  rejected: number;
  refused: string | null;
  /** Where the accepted rows lie in the store, and their bytes before any erasure; null where no row was accepted. */
  accepted_key: string | null;
  accepted_sha256: string | null;
}

/** One object of a run that the pack was read from, with its bytes before any erasure. */
export interface EvidenceFile extends Span {
  key: string;
  sha256: string;
}

export type EvidenceOrder = Span & { programme: string; metric: string } & Order;
export type EvidenceDecision = Span & AsJson<z.infer<typeof decisionRecords.row>>;
export type EvidencePoints = Span & z.infer<typeof pointsEntries.row>;

/** Why the seller was written to or not by a run, and what became of it. */
export interface EvidenceMail {
  run_id: string;
  day: string;
  campaign: string | null;
  not_mailed: string | null;
  /** Null where the mail was not seen to yet. */
  outcome: string | null;
  /** The moment in the mail's Date header, ISO 8601; null where none was written. */
  dated: string | null;
  locale: string | null;
  subject: string | null;
  /** How it begins. */
  said: string | null;
}

/** What a person or an authority landed about the seller, or that forgave one of its orders; every version. */
export interface EvidenceRecord {
  dataset: string;
  id: string;
  updated_at: string;
  /** The landing day and the file (inputs: file_id) that it came in. */
  dt: string;
  file_id: string;
  record: Record<string, unknown>;
}

export interface Evidence {
  seller_id: string;
  name: string | null;
  home_region: string | null;
  from: string;
  to: string;
  /** Of each day the run that was published last. */
  runs: EvidenceRun[];
  days_without_run: string[];
  explanations: Explanation[];
  orders: EvidenceOrder[];
  decisions: EvidenceDecision[];
  points: EvidencePoints[];
  tier_changes: ({ run_id: string } & z.infer<typeof tierChanges.row>)[];
  restatements: ({ run_id: string } & z.infer<typeof restatements.row>)[];
  mails: EvidenceMail[];
  records: EvidenceRecord[];
  inputs: EvidenceInput[];
  files: EvidenceFile[];
}

/** What a pack is, at manifest.json of its folder. */
export interface PackManifest {
  /** Counted up when packs are written in another way. */
  pack: 1;
  seller_id: string;
  from: string;
  to: string;
  /** Ids of the runs that it shows. */
  runs: string[];
  /** The version of the product that made it. */
  made_by: string;
  /** Every other file of the folder, by name. */
  files: Record<string, { sha256: string; bytes: number }>;
}
