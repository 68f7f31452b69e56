/**
 * The points ledger of a programme: points per violation and missed metric, how long each counts, and what so many bring. Or a rating:
 * a number to begin with, from which points are taken and to which orders add.
 */
import * as z from 'zod';
import { SEVERITIES } from '../contracts/landing/violations.js';
import { EFFECT } from './effect.js';
import { EvaluationDay } from './evaluation.js';
import { why } from './values.js';

/** why a million: no ledger counts so far. */
const whole = (least: number) =>
  z.number().int('needs a whole number').min(least, `needs ${least} or more`).max(1_000_000, 'needs at most a million');
const days = z
  .number()
  .int('needs whole days')
  .min(1, 'needs 1 day or more: points of no day never count')
  .max(1098, 'needs at most 1098 days');
const given = z.strictObject({ points: whole(0), why });

const MilestoneYaml = z.strictObject({
  at: whole(0),
  title: z.string().min(1),
  means: z.string().min(3, 'say in a sentence what it means for a seller'),
  effect: EFFECT.optional(),
  caps_at: z.string().optional(),
  why,
});

export const PointsYaml = z.strictObject({
  why,
  expire_after_days: z.strictObject({ value: days, why }),
  rating: z
    .strictObject({
      starts_at: whole(1),
      at_most: whole(1),
      earned: z.strictObject({ points: whole(1), per_orders: whole(1), why }).optional(),
      why,
    })
    .optional(),
  violations: z
    .strictObject({
      rules: z.record(z.string().min(1), given).default({}),
      severities: z.partialRecord(z.enum(SEVERITIES), given).default({}),
      other: z.enum(['landed', 'none']),
      why,
    })
    .optional(),
  looked_at: z.strictObject({ every: EvaluationDay, why }).optional(),
  missed_metrics: z.record(z.string(), z.strictObject({ points: whole(1), why })).default({}),
  milestones: z.array(MilestoneYaml).min(1, 'needs at least one milestone: points that lead nowhere say nothing'),
});

export type Points = z.output<typeof PointsYaml>;
