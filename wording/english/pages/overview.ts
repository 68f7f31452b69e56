/** What the dashboard's first page says of a region. */
import { plural as s } from '../plural.js';

export const overview = {
  note: (days: number, lastDay: string) => `The ${days} days to ${lastDay}, against the ${days} days before`,
  /** `place` is a region's name, or all regions. */
  noOrders: (place: string, days: number) => `No order was placed in ${place} in these ${days} days.`,
  orders: 'Orders',
  goods: 'Value of goods',
  activeSellers: 'Active sellers',
  newSellers: 'New sellers',
  notAssessable: 'of active sellers have too few orders to be judged',
  excluded: 'of all outcomes count for nobody, for a stated reason',
  concentration: 'Late dispatch, top 1% of sellers',
  concentrationNote: 'of late dispatches come from the 1% of active sellers with most',
  each: 'a total of each currency, of the regions that have it',
  /** Orders that a sum leaves out. */
  eachWithout: (n: number, shown: string) => `without ${shown} ${s(n, 'order', 'orders')} in another currency than the region’s`,
  without: (n: number, shown: string) => `, without ${shown} ${s(n, 'order', 'orders')} in another currency`,
  otherCurrency: 'nothing ordered in a currency of its region',
  nothingOrdered: 'nothing ordered',
  /** Behind a change, a space before it: `+4% from 1,204`. */
  from: (before: string) => ` from ${before}`,
  noneBefore: ' none before',
  metrics: {
    title: 'Metrics',
    note: 'Share of orders at fault in the newest days that are final; less is better. Red and green only where a change is more than noise; beside it the interval that sellers and days explain.',
    none: (days: number) => `Nothing counted in this region in these ${days} days.`,
    metric: 'Metric',
    rate: 'Rate',
    orders: 'Orders',
    accountable: 'Accountable',
    accountableMeans: 'At fault / (met + at fault + forgiven as met): every order weighs the same',
    change: 'Change',
    changeMeans: 'Accountable rate against the period before, in percentage points',
    raw: 'Raw',
    rawMeans: 'With what protections forgive: (at fault + forgiven) / (met + at fault + forgiven)',
    bySeller: 'By seller',
    bySellerMeans: "Mean of the sellers' accountable rates: every seller weighs the same",
    pendingMeans: 'Counted once final; not in any rate yet',
    sellers: 'Sellers',
    sellersMeans: 'Sellers with at least one order counted',
    notMeasured: 'Not measured',
    /** Names of columns that have not landed; a separator before it. */
    needs: (columns: string) => ` · needs ${columns}`,
    nothingFinal: (n: number, shown: string) => `Nothing is final yet; ${shown} ${s(n, 'order', 'orders')} pending`,
    allPending: 'all pending',
    noOrders: 'no orders',
  },
  overTime: {
    title: 'Over time',
    grouped: 'Grouped by',
    groupings: { week: 'Week', day: 'Day' },
    notMeasured: (metric: string) => `${metric} is not measured: nothing has landed that it is made of.`,
    none: 'Nothing counted in this region in the last 180 days.',
    metric: 'Metric on the chart',
    notFinal: 'Not final yet',
    /** The name of the picture. */
    chart: { week: (metric: string) => `${metric}, per week`, day: (metric: string) => `${metric}, per day` },
    inTable: (chart: string) => `${chart}. The numbers are in the table below.`,
    bars: 'Bars are orders counted.',
    /** `why` is a clause that says why it takes so long. */
    final: (n: number, days: string, why: string) =>
      `An outcome is final ${days} ${s(n, 'day', 'days')} after its cohort day: ${why}.`,
    finalPlain: (n: number, days: string) => `An outcome is final ${days} ${s(n, 'day', 'days')} after its cohort day.`,
    table: 'The numbers as a table',
    tableOf: 'Numbers over time',
    sevenDays: 'Seven days',
    day: 'Day',
    span: (first: string, last: string) => `${first} to ${last}`,
    accountable: 'Accountable',
    raw: 'Raw',
  },
  tiers: {
    title: 'Tier mix',
    note: 'Sellers with orders in the region, by the tier that they hold; without evaluations, by the one proposed tonight.',
    none: (place: string) => `No programme judges sellers in ${place}.`,
    /** Heard of a link that leads to the list of them. */
    list: (n: number, shown: string, tier: string) => `${shown} ${s(n, 'seller', 'sellers')}, ${tier}: the list`,
    sellers: (n: number, shown: string) => `${shown} ${s(n, 'seller', 'sellers')}`,
  },
  regions: {
    title: 'Regions side by side',
    note: 'Accountable rates, every order weighing the same.',
    none: (days: number) => `No region has an order in these ${days} days.`,
    regions: 'Regions',
    region: 'Region',
    change: 'Change',
  },
  reasons: {
    title: 'Left out and forgiven',
    note: "Left out: counts for nobody. Forgiven: a fault that a protection takes off the seller's account.",
    none: (days: number) => `No order was left out or forgiven in these ${days} days.`,
    /** `outcome` is the word for left out, or for forgiven. */
    noneOf: (outcome: string) => `${outcome}: none.`,
    metric: 'Metric',
    orders: 'Orders',
  },
};
