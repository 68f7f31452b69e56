/** All regions together: what leadership reads. No region may be called so. */
export const ALL_REGIONS = 'ALL';

/** Codes of regions. why so: each is a folder of the store, and part of names on AWS. */
export const REGION_CODE = /^[A-Z0-9_-]{1,16}$/;

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
export interface ReadersIndex {
  run_id: string;
  run_date: string;
  region: string;
  /** By published dataset; of one without rows for this region no file. */
  datasets: Record<string, Files>;
}
