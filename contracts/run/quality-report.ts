import type * as z from 'zod';
import type { landingDrift } from '../published/landing-drift.js';
import type { runQuality } from '../published/run-quality.js';
import type { CheckResult } from './checks.js';
import type { Ignored } from './inputs.js';

type Quality = z.infer<typeof runQuality.row>;
export type Drift = z.infer<typeof landingDrift.row>;

/** One landed row that was rejected, by where it lies and what it is about. */
export interface RejectedRow {
  file: string;
  line: number;
  /** The row's own key as far as it could be read, such as `order_id o-1`; never the row, which may hold what is personal. */
  key?: string;
  reason: string;
}

/** Why rows of a dataset were rejected, commonest first. */
export interface Rejections {
  reasons: { reason: string; rows: number; examples: RejectedRow[] }[];
  /** Reasons that are not among them. */
  more: number;
  /** Files of rejected rows that were looked at, and all there are: newest landing days first. */
  files: { read: number; all: number };
}

/** What a night found in what landed. Written after the gate, at qualityKey(); drawn as a page at qualityPageKey(). */
export interface QualityReport {
  run_id: string;
  run_date: string;
  prefix: string;
  /** Whether the gate stopped the night. */
  stopped: boolean;
  /** `says`: the same in sentences, where the gate wrote them. */
  checks: (CheckResult & { says?: readonly string[] })[];
  datasets: {
    dataset: string;
    quality: Quality;
    /** The same by region, where rows name one. */
    regions: Quality[];
    /** Files refused as a whole, with the one line that says why; the first of them. */
    refused: { file: string; because: string }[];
    refused_files: number;
    /** Columns that the contract does not know; kept out. */
    extra_columns: string[];
    rejections: Rejections;
    /** Folder of its rejected rows. */
    quarantine: string;
    drift: Drift[];
  }[];
  /** Landing keys that are no dataset's file: the first of them, and how many. */
  ignored: Ignored[];
  ignored_files: number;
}
