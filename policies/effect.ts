/** What a tier, or a milestone of points, brings or costs a seller. */
import * as z from 'zod';
import type { TierEffect } from './policy.js';
import { shareOf, why } from './values.js';

export const wholeDays = (least: number) =>
  z.number().int('needs whole days').min(least, `needs ${least} or more days`).max(366, 'needs at most 366 days');
const part = z.strictObject({ share: shareOf, why });

/** From best to worst. */
export const VISIBILITY = ['raised', 'normal', 'reduced', 'hidden'] as const;
export const ADS = ['allowed', 'not_allowed'] as const;

export const EFFECT = z.strictObject({
  in_words: z.string().min(3, 'say in a sentence what it means for a seller'),
  visibility: z.enum(VISIBILITY).optional(),
  ads: z.enum(ADS).optional(),
  order_cap: z.strictObject({ share_of_peak: shareOf, why }).optional(),
  payout_days: z.strictObject({ value: wholeDays(0), why }).optional(),
  reserve: part.optional(),
  commission: part.optional(),
});

/** Something with an effect, among others from the best to the worst: a tier, or a milestone of points. */
export interface Rung {
  path: readonly PropertyKey[];
  name: string;
  effect: TierEffect | undefined;
}
