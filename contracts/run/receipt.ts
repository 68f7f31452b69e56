import * as z from 'zod';

/**
 * What became of one landed file. Written once, by accept-files, at receiptKey(). At countsKey() lie the same counts as
 * Parquet, one row per region, for SQL.
 */
export const Receipt = z.object({
  dataset: z.string(),
  /** Landing day, YYYY-MM-DD. */
  dt: z.string(),
  /** Names the accepted file; a hash over content, dataset, landing day, contract and regions. */
  file_id: z.string(),
  /** SHA-256 of the landed bytes, hex; '' of a file that was too large to be read. */
  sha256: z.string(),
  bytes: z.number(),
  landed: z.number(),
  accepted: z.number(),
  quarantined: z.number(),
  /** One clear line when the whole file was refused, such as a missing required column. */
  refused: z.string().optional(),
  /** Columns that the contract does not know; kept out. */
  extra_columns: z.array(z.string()),
  /** Rejected rows by reason. A row with two reasons counts under both. */
  reasons: z.record(z.string(), z.number()),
  /** Accepted rows with a value, by column. */
  non_null: z.record(z.string(), z.number()),
  /** Keys in the store; absent when there is nothing to keep there. */
  accepted_key: z.string().optional(),
  quarantine_key: z.string().optional(),
  counts_key: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;
