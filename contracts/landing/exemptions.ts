import * as z from 'zod';
import { day, metrics, moment, text } from '../columns.js';
import { landing } from '../contract.js';

export const exemptions = landing({
  dataset: 'exemptions',
  grain: 'One row per exemption and version; the newest version by updated_at is the exemption.',
  key: ['exemption_id'],
  row: z.object({
    exemption_id: text('The exemption.'),
    metrics: metrics('Metric names it protects, or all.'),
    seller_id: text('Only this seller; null means any.').optional(),
    order_id: text('Only this order; null means any.').optional(),
    region: text('Only orders of this region; null means any.').optional(),
    carrier: text('Only parcels of this carrier; null means any.').optional(),
    valid_from: day('First cohort day protected; null means from the beginning.').optional(),
    valid_to: day('Last cohort day protected; null means without end.').optional(),
    reason: text(
      'Why: carrier_incident, platform_error, declared_closure, force_majeure, dispute_upheld, shared_dispatch or another.',
    ),
    evidence: text('Where the proof is kept.').optional(),
    decided_by: text('Who decided.'),
    decided_at: moment('When it was decided.'),
    updated_at: moment('When this version was made; the newest wins.'),
  }),
  rejected: { at_most: 0.05, why: 'a lost exemption blames a seller wrongly' },
});
