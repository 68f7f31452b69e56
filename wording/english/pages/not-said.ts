/** What the dashboard says where data or a run has nothing to answer with. */
export const notSaid = {
  /** Of a change that cannot be told apart by something, as no landed order says it. */
  apart: {
    carrier: 'No order of these days says which carrier took it, so nothing is said about carriers.',
    category: 'No order of these days says its category, so nothing is said about categories.',
    destination_area: 'No order of these days says its delivery area, so nothing is said about areas.',
    tenure: 'Nothing landed says when these sellers joined, so nothing is said about how long they have been selling.',
  },
  notMeasured: (metric: string) => `${metric} is not measured: nothing that it needs has landed.`,
  nobodyFell: 'Nobody fell since the last run.',
  nothingWaits: 'Nothing waits for a person here.',
  /** Of a list that goes on beyond what is printed. */
  notPrinted: (more: string) => `${more} more are not on paper. Save the list as CSV, or narrow it down, and print again.`,
};
