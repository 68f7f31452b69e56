/** When days of a carrier in a region are so unusual that a carrier incident is proposed: policies/incidents.yaml over defaults. */
import * as z from 'zod';
import type { IncidentsPolicy } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { shareOf, why } from './values.js';

const count = (least: number, most: number) => z.number().int('needs a whole number').min(least).max(most);

const UsualYaml = z
  .strictObject({ days: count(14, 180), at_least_days: count(7, 180), why })
  .superRefine((usual, { addIssue }) => {
    if (usual.at_least_days >= usual.days)
      addIssue({
        code: 'custom',
        path: ['at_least_days'],
        message: `a day is compared with the other ${usual.days - 1} of ${usual.days}; write at most ${usual.days - 1}`,
      });
  });

const IncidentsYaml = z
  .strictObject({
    propose: z.strictObject({ value: z.boolean(), why }).optional(),
    usual: UsualYaml.optional(),
    a_day: z
      .strictObject({
        parcels: count(1, 1_000_000),
        late: count(1, 1_000_000),
        sellers: count(2, 1_000_000),
        one_seller_at_most: shareOf,
        why,
      })
      .optional(),
    above: z.strictObject({ share: shareOf, deviations: z.number().min(1).max(20), why }).optional(),
  })
  .nullable();

/**
 * What holds where incidents.yaml says nothing.
 *
 * `usual` why eight weeks: four is what an incident may last, and as long again tells what is usual without it. why fourteen days: two
 * weeks hold every weekday twice; with fewer nobody knows what is usual.
 *
 * `a_day` why thirty parcels: of fewer a share says nothing (docs/decisions/0012). why ten late ones of five sellers, no seller with more
 * than a third: one packer's bad day, or that of two, is not a carrier's.
 *
 * `above` why a twentieth and four standard deviations: the margins by which what lands is called unusual (docs/decisions/0012).
 */
export const INCIDENT_DEFAULTS: IncidentsPolicy = {
  propose: true,
  usual: { days: 56, at_least_days: 14 },
  a_day: { parcels: 30, late: 10, sellers: 5, one_seller_at_most: 0.3333 },
  above: { share: 0.05, deviations: 4 },
};

/** Undefined where there is no file, or it says nothing; problems stay with the file. */
export function incidentsPolicy(file: PolicyFile | undefined): IncidentsPolicy | undefined {
  const yaml = file?.check(IncidentsYaml);
  if (!yaml || Object.keys(yaml).length === 0) return undefined;
  const { propose, ...given } = yaml;
  return { ...INCIDENT_DEFAULTS, ...given, propose: propose?.value ?? INCIDENT_DEFAULTS.propose };
}
