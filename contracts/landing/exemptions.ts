import * as z from 'zod';
import { day, id, metrics, moment, text, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

/** Reasons that have words of their own; others are shown as they were written. */
export const EXEMPTION_REASONS = [
  'carrier_incident',
  'platform_error',
  'declared_closure',
  'force_majeure',
  'dispute_upheld',
  'shared_dispatch',
] as const;

export const exemptions = landing({
  dataset: 'exemptions',
  grain: 'One row per exemption and version; the newest version by updated_at is the exemption.',
  key: ['exemption_id'],
  row: z.object({
    exemption_id: id('The exemption.'),
    metrics: metrics('Metric names it protects, or all.'),
    seller_id: id('Only this seller; null means any.').optional(),
    order_id: id('Only this order; null means any.').optional(),
    region: text('Only orders of this region; null means any.').optional(),
    carrier: text('Only parcels of this carrier; null means any.').optional(),
    valid_from: day('First cohort day protected; null, or a day before 1995, means from the beginning.', 'start').optional(),
    valid_to: day('Last cohort day protected; null, or a day after 2199, means without end.', 'end').optional(),
    reason: text(`Why: ${EXEMPTION_REASONS.join(', ')} or another.`),
    evidence: text('Where the proof is kept.').optional(),
    decided_by: text('Who decided.'),
    decided_at: moment('When it was decided.'),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  rejected: { at_most: 0.05, why: 'a lost exemption blames a seller wrongly' },
});
