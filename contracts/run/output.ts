import type { Files } from './teams.js';

/** Which files a finished query wrote. Written by collect-output, at outputKey(); readers take these and no others. */
export interface DatasetOutput {
  dataset: string;
  /** Below which its files lie, and nothing else. */
  prefix: string;
  files: string[];
  rows: number;
  bytes: number;
  attempt: number;
  /** What each region's team may read of it, where it is written for teams: rows of several regions are in the files of each. */
  teams?: Record<string, Files>;
}
