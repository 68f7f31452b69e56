import type { LeadRoom } from '../lead.js';

export const late_masking = {
  title: 'Confirmed in time, scanned late',
  says: 'orders confirmed in time and handed over long after they were due: late dispatch that may be hidden',
  needs: ['ship_by', 'confirmed_at', 'first_scan_at'],
  evidence: {
    from_at: 'Due to be handed over',
    to_at: 'First scan',
    amount: 'Whole hours between',
  },
  twins: { late_collection: 'parcels of other sellers with this carrier in this region are scanned as late: it collects late' },
  legal_basis: 'Contract on dispatch; misleading buyers about delivery, Directive 2005/29/EC, article 6 (EU)',
} as const satisfies LeadRoom;
