import type * as z from 'zod';
import type { sellerMetrics } from '../contracts/published/seller-metrics.js';

/** Whether a metric is met and one fault more would miss its bound: none is left of those that are allowed. */
export const atBound = ({
  verdict,
  fault,
  allowed,
}: Pick<z.infer<typeof sellerMetrics.row>, 'verdict' | 'fault' | 'allowed'>): boolean =>
  verdict === 'met' && allowed !== null && allowed > 0 && fault === allowed;
