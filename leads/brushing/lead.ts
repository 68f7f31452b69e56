import type { LeadRoom } from '../lead.js';

export const brushing = {
  title: 'Brushing',
  says: 'many orders of few buyers in a short time: sales that may be made up for rank and reviews',
  needs: ['buyer_id'],
  evidence: {
    from_at: 'First order of the window',
    to_at: 'Last order of the window',
    amount: 'Orders in the window',
    among: 'Buyers in the window',
  },
  twins: { presents: 'all of the buyer’s orders go to different places, each to its own' },
  legal_basis:
    'Fair ranking and reviews: Directive 2005/29/EC, Annex I nos. 23b and 23c (EU); DMCC Act 2024, Schedule 20 (UK); 16 CFR Part 465 (US)',
} as const satisfies LeadRoom;
