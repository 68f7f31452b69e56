/** The file of all faults that a scorecard mail brings. Numbers come written. */
export const faultsFile = {
  name: 'orders-at-fault',
  columns: ['Programme', 'Metric', 'Order or conversation', 'Region', 'Counts on', 'Leaves your numbers on', 'What happened'],
};
