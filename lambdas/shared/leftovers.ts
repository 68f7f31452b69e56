/** What nights leave behind outside of the store, where others count or list it (infra/aws/adapters/leftovers.ts). */
export interface Leftovers {
  /** Removes what no night needs any more, as of a night's run date; answers how much. */
  clear(runDate: string): Promise<Record<string, number>>;
}
