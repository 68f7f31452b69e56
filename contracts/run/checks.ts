/** What one check found. Gate writes the list of them, at gateKey(). */
export interface CheckResult {
  check: string;
  /** fail stops the night, warn only speaks. */
  kind: 'fail' | 'warn';
  description: string;
  /** Rows that must not exist. */
  rows: number;
  /** The first of them, as the check shows them. */
  proof: Record<string, unknown>[];
  /** The same in sentences, with what to do where that depends on what was found. */
  says: string[];
}
