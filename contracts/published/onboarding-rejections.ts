import * as z from 'zod';
import { count, text } from '../columns.js';
import { published } from '../contract.js';

export const onboardingRejections = published({
  dataset: 'onboarding_rejections',
  grain: 'One row per region (and ALL), channel (and ALL) and code by which applications were rejected.',
  key: ['region', 'channel', 'reject_code'],
  row: z.object({
    region: text('The region applied for, or ALL, which alone has the applications that name none.'),
    channel: text('The channel, `not_said`, or ALL.'),
    reject_code: text('The code, as it landed; `not_said` where none did.'),
    applications: count('Applications rejected by it: that many rows of applicants.'),
  }),
});
