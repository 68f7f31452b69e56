import type { LeadRoom } from '../lead.js';

export const reused_tracking = {
  title: 'Tracking number used again',
  says: 'several orders with one tracking number: parcels that may not exist',
  needs: ['tracking_number'],
  evidence: {
    from_at: 'First order with the number',
    to_at: 'Last order with the number',
    amount: 'Orders with the number',
    among: 'Places they go to',
    other_order_id: 'Another order with it',
  },
  twins: {
    one_parcel: 'one buyer, and no two places: ordered several times, sent in one parcel',
    one_place: 'all go to one place, as to neighbours or a forwarder',
  },
  legal_basis: 'Contract on dispatch and tracking; fraud on buyers and on the marketplace under national criminal law',
} as const satisfies LeadRoom;
