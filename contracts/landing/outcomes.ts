import * as z from 'zod';
import { day, id, oneOf, text, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const outcomes = landing({
  dataset: 'outcomes',
  grain:
    'One row per seller, metric, subject and version, of a metric that the business measures itself and declares in policies/metrics.yaml; the newest version by updated_at is the outcome.',
  key: ['seller_id', 'metric', 'subject_id'],
  row: z.object({
    seller_id: id('The seller.'),
    subject_id: id('What is judged: an order, a conversation, a listing, a day; unique per seller and metric.'),
    region: text('The market it counts in; one of the regions in regions.yaml.'),
    metric: text('The metric, as policies/metrics.yaml names it.'),
    cohort_day: day('The local day on which it counts.'),
    outcome: oneOf(['met', 'fault', 'excluded'], 'What it means for the metric.'),
    reason: text('Why it is a fault or excluded, as a short code; null where met.').optional(),
    evidence: text('What proves it, such as a link or a number; shown to the seller.').optional(),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  rejected: { at_most: 0.05, why: 'as reviews' },
});
