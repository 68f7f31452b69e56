/** What the dashboard says of leads: the list of them, and the orders behind one. Numbers and days come written. */
import type { LeadKey } from '../../../leads/index.js';
import { plural as s } from '../plural.js';

const orders = (n: number, shown: string) => `${shown} ${s(n, 'order', 'orders')}`;
const hours = (n: number, shown: string) => `${shown} ${s(n, 'hour', 'hours')}`;

export const leadsPage = {
  title: 'Leads',
  note: 'Signs of abuse for a person to look into. They are no part of any score, and no seller is told of them.',
  looked: {
    title: 'What was looked for',
    days: (first: string, last: string) => `Orders placed from ${first} to ${last}`,
    columns: ['Lead', 'Orders looked at', 'Could be told', 'Signs found', 'Sellers', 'Open'],
    notMeasured: 'Not measured',
    /** `columns` are names of data. */
    lacks: (columns: string) => `no order of these days has ${columns}`,
    leftOut: 'policy does not look for it',
    nothing: 'No order of these days was placed here.',
  },
  found: 'Leads found',
  order: 'Open ones first, then by value at risk: what the orders are worth that nothing innocent explains.',
  currencies: 'Values of different currencies stand in the order of their figures.',
  lead: 'Lead',
  allLeads: 'All leads',
  status: 'Status',
  allStatuses: 'Open and explained',
  statuses: { open: 'Open', explained: 'Explained' },
  /** Of an open lead, how many of its orders something innocent explains. */
  partly: (explained: string, orders: string) => `${explained} of ${orders} explained`,
  several: 'More than one innocent explanation',
  seller: 'Seller',
  region: 'Region',
  orders: 'Orders',
  buyers: 'Buyers',
  risk: 'Value at risk',
  days: 'Days',
  most: 'Strongest',
  of: (orders: string, all: string) => `${orders} of ${all}`,
  /** The strongest of the orders, by what the lead measures. */
  strongest: {
    brushing: (n: number, shown: string) => `${orders(n, shown)} in the window`,
    reused_tracking: (n: number, shown: string) => `${orders(n, shown)} with one number`,
    scan_before_order: hours,
    late_masking: hours,
    re_registration: (n, shown) => `${shown} ${s(n, 'day', 'days')} after the action`,
  } satisfies Record<LeadKey, (n: number, shown: string) => string>,
  count: (n: number, shown: string) => `${shown} ${s(n, 'lead', 'leads')}`,
  none: 'No sign of this was found here.',
  /** Shown to the team of a region. */
  elsewhere: 'Of sellers at home here, among orders of other regions',
  download: 'Save as CSV',
  file: 'leads',
  csv: ['seller', 'name', 'region', 'lead', 'status', 'explained orders', 'explanation', 'orders', 'looked at', 'buyers'],
  csvMore: ['value at risk', 'currency', 'first day', 'last day', 'strongest'],
  /** The page of one lead. */
  opened: {
    unknown: 'This run has no such lead: its orders may be too old by now, or were corrected.',
    noFinding: 'This is a lead, not a finding. Whoever looks into it decides; nothing here counts against the seller by itself.',
    facts: 'At a glance',
    title: 'Its orders',
    count: orders,
    buyer: 'Buyer',
    buyers: 'Buyers are numbers within the seller; who they are is not published.',
    order: 'Order',
    placed: 'Placed',
    value: 'Value',
    explained: 'Explained by',
    twins: 'What would explain it innocently',
    explains: (orders: string, all: string) => `explains ${orders} of ${all}`,
    basis: 'Legal basis',
    /** Of the evidence; the names of its columns come as heads of the table. */
    csv: ['seller', 'order', 'region', 'placed', 'buyer', 'value', 'currency', 'explained by'],
    file: 'lead',
  },
};
