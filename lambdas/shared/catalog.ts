/** The tables by which analysts and BI tools know the published datasets: Glue on AWS (infra/aws/adapters/catalog.ts), none on a laptop. */
export interface Catalog {
  /**
   * From now on `dataset where run_date = ...` holds the rows whose files lie below the key prefix, and no others.
   * Doing it again changes nothing.
   */
  point(dataset: string, runDate: string, prefix: string): Promise<void>;
}
