/** How much of the landed may be amiss before a night stops, and what a person has accepted: policies/landing.yaml over defaults. */
import * as z from 'zod';
import { LANDING_DATASETS } from '../contracts/landing/index.js';
import type { LandingPolicy, OrphanLimit } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { dayOf, shareOf, why } from './values.js';

/** Datasets whose rows must fit an order, a seller or a region that landed. */
const NOT_ABOUT_ORDERS: readonly string[] = [
  ...['orders', 'sellers', 'decisions', 'appeals', 'applications', 'verifications', 'identifiers', 'enforcement_actions'],
];
const FITTED = LANDING_DATASETS.filter((dataset) => !NOT_ABOUT_ORDERS.includes(dataset));

const rowsOf = z.number().int('needs a whole number of rows').min(1, 'needs at least one row');
const orphans = z.strictObject({ at_most: shareOf, at_least: rowsOf, why });
const because = z.string().min(3, 'say because of what, in a few words');
/** Who reads the file a year from now sees what was decided, why and when. */
const decision = { because, on: dayOf };

const LandingYaml = z
  .strictObject({
    rows_vanished: z.strictObject({ at_most: shareOf, why }).optional(),
    orphans: z.partialRecord(z.enum(FITTED), orphans).optional(),
    landing_keeps_days: z
      .strictObject({ value: z.number().int('needs whole days').min(1, 'needs at least one day'), why })
      .optional(),
    expired: z.array(z.strictObject({ before: dayOf, ...decision })).optional(),
    removed: z
      .array(
        z.strictObject({
          since: z.string().regex(/^\d{4}-\d{2}-\d{2}-\d{3,}$/, 'needs a run id such as 2026-11-16-001'),
          ...decision,
        }),
      )
      .optional(),
    accepted_refusals: z.array(z.strictObject({ file: z.string().min(1), file_id: z.string().min(1), ...decision })).optional(),
  })
  .nullable();

/**
 * What holds where landing.yaml says nothing.
 *
 * `rows_vanished` why 1 %: days that are landed again come out a few rows shorter, a folder that is gone does not.
 *
 * `orphans` why half of at least twenty: of orders placed before the first landed day a review may well come in, but where most rows fit
 * nothing the ids are written in another way, and every number that needs them is too good. Exemptions and outcomes alike.
 */
const ORPHANS: OrphanLimit = { at_most: 0.5, at_least: 20 };
export const LANDING_DEFAULTS: LandingPolicy = {
  rows_vanished: { at_most: 0.01 },
  orphans: Object.fromEntries(FITTED.map((dataset) => [dataset, ORPHANS])),
  expired: [],
  removed: [],
  accepted_refusals: [],
};

/** The settings of the gate; problems stay with the file. */
export function landingPolicy(file: PolicyFile | undefined): LandingPolicy {
  const yaml = file?.check(LandingYaml);
  if (!yaml) return LANDING_DEFAULTS;
  const { landing_keeps_days, orphans: limits = {}, ...given } = yaml;
  return {
    ...LANDING_DEFAULTS,
    ...given,
    ...(landing_keeps_days ? { landing_keeps_days: landing_keeps_days.value } : {}),
    orphans: { ...LANDING_DEFAULTS.orphans, ...limits },
  };
}
