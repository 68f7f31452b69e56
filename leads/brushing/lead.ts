import type { LeadRoom } from '../lead.js';

export const brushing: LeadRoom = {
  title: 'Brushing',
  says: 'many orders of few buyers within an hour: sales that may be made up for rank and reviews',
  needs: ['buyer_id'],
  evidence: {
    from_at: 'First order of the window with the most orders.',
    to_at: 'Last order of that window.',
    amount: 'Orders in that window.',
    among: 'Different buyers in it.',
  },
  twins: { presents: 'all of the buyer’s orders go to different places, each to its own' },
  legal_basis:
    'Fair ranking and reviews: Directive 2005/29/EC, Annex I nos. 23b and 23c (EU); DMCC Act 2024, Schedule 20 (UK); 16 CFR Part 465 (US)',
};
