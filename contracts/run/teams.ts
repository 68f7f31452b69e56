import type { Manifest } from './manifest.js';

/** All regions together: what leadership reads. No region may be called so. */
export const ALL_REGIONS = 'ALL';

/** Codes of regions. why so: each is a folder of the store, and part of names on AWS. */
export const REGION_CODE = /^[A-Z0-9_-]{1,16}$/;

/** Where what mails said lies, beside the published datasets of a region's readers. */
export const MAILS_SAID = 'mails_said';

/** Whose readers find what was said to a seller: those of its home region; of a seller without a known one leadership alone. */
export const placeOfMails = (home_region: string | null, regions: readonly { code: string }[]): string =>
  regions.some(({ code }) => code === home_region) ? home_region! : ALL_REGIONS;

const PREFIX = 'team_';
/** The query that gives each team its rows of a dataset, and the table over them: `scorecards` -> `team_scorecards`. */
export const forTeams = (dataset: string): string => `${PREFIX}${dataset}`;
export const isForTeams = (name: string): boolean => name.startsWith(PREFIX);
/** `team_scorecards` -> `scorecards`. */
export const datasetForTeams = (name: string): string => name.slice(PREFIX.length);

/** Files that hold rows of one dataset, and how much they hold. */
export interface Files {
  files: string[];
  rows: number;
  bytes: number;
}

/** What the readers of one region may read of a run. Written by publish before the pointer moves, at readersIndexKey(). */
export interface ReadersIndex<Policies = unknown> {
  run_id: string;
  run_date: string;
  region: string;
  /** By published dataset; of one without rows for this region no file. */
  datasets: Record<string, Files>;
  /** What pages say of the run beside its rows, and of its policies all but who is mailed; absent in runs of a version without. */
  run?: Pick<Manifest, (typeof SAID_OF_A_RUN)[number]>;
  policies?: Policies;
}

/** Of a manifest what every reader may know. why no warnings: they quote rows of all regions. */
export const SAID_OF_A_RUN = ['policy_fingerprint', 'policy_versions', 'not_measured', 'without_mails'] as const;
