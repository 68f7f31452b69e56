/** One visible landed file. */
export interface LandedFile {
  dataset: string;
  dt: string;
  key: string;
  size: number;
  version: string;
}

/** A landed file and what became of it. */
export interface AcceptedFile extends LandedFile {
  file_id: string;
  landed: number;
  accepted: number;
  quarantined: number;
  refused?: string;
  extra_columns: string[];
  non_null: Record<string, number>;
}

/** What open-run found landed, at landingKey(); files that the last run knew already stand with what became of them. */
export interface Landing {
  accept_fingerprint: string;
  /** Landing keys that are no dataset's file; named, not read. */
  ignored: string[];
  files: (LandedFile | AcceptedFile)[];
}

/** Everything a run reads, at inputsKey(): each landed file and what became of it. */
export interface Inputs {
  run_id: string;
  accept_fingerprint: string;
  /** Landing keys that are no dataset's file; named, not read. */
  ignored: string[];
  files: AcceptedFile[];
}
