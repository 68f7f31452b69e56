/** What the dashboard's list of what is at fault says. */
export const faultsPage = {
  title: 'At fault',
  back: 'What moved',
  order: 'The newest days first',
  of: (dimension: string, member: string) => `${dimension}: ${member}`,
  days: (first: string, last: string) => `Counted from ${first} to ${last}`,
  count: (rows: string) => `${rows} at fault`,
  items: (items: string, rows: string) => `${items} items at fault, in ${rows} orders`,
  none: 'Nothing of this is at fault in these days.',
  columns: ['Order', 'Seller', 'Day', 'Why', 'Carrier', 'Category', 'Delivery area'],
  conversation: 'Conversation',
  csv: ['order', 'seller', 'region', 'day', 'why', 'carrier', 'category', 'delivery area', 'counts as'],
  download: 'Save as CSV',
  file: 'at-fault',
};
