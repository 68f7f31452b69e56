import type { LeadRoom } from '../lead.js';

export const scan_before_order = {
  title: 'Scanned long before the order',
  says: 'parcels that a carrier had scanned before they were ordered: numbers of other parcels, written to stop the clock',
  needs: ['first_scan_at'],
  evidence: {
    from_at: 'First scan',
    to_at: 'Order placed',
    amount: 'Whole hours between',
  },
  twins: { carrier_feed: 'the same is true of many sellers with this carrier in this region: its times are wrong' },
  legal_basis: 'Contract on dispatch and tracking; fraud on buyers and on the marketplace under national criminal law',
} as const satisfies LeadRoom;
