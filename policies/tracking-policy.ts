/** What is no tracking number in this marketplace: policies/tracking.yaml, beside what the contract of orders knows. */
import * as z from 'zod';
import type { TrackingPolicy } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { type CarrierClasses, CarrierClassesYaml, carrierClasses } from './segments.js';
import { why } from './values.js';

const word = z
  .string()
  .refine((text) => /[\p{L}\p{N}]/u.test(text), 'needs a letter or a digit; text of signs alone is no number anyway');

/** What RE2 has not, so that nothing takes longer than the text is long: looking around and back. */
const LOOKS_AROUND = /\(\?<?[=!]|\\[1-9k]/;
const form = z.string().superRefine((pattern, context) => {
  if (LOOKS_AROUND.test(pattern))
    context.addIssue('needs a pattern that looks neither around nor back; write the forms apart with |');
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    context.addIssue(`is no regular expression (${(error as Error).message}); write one such as [A-Z]{2}[0-9]{9}GB`);
  }
});

const TrackingYaml = z
  .strictObject({
    words_for_none: z.strictObject({ words: z.array(word).min(1, 'needs at least one word'), why }).optional(),
    carriers: z.record(z.string().min(1), z.strictObject({ form, why })).optional(),
    carrier_classes: CarrierClassesYaml.optional(),
  })
  .nullable();

/** Undefined where there is no file, or it says nothing; problems stay with the file. */
export function trackingPolicy(file: PolicyFile | undefined): TrackingPolicy | undefined {
  const yaml = file?.check(TrackingYaml);
  if (!yaml) return undefined;
  const words_for_none = (yaml.words_for_none?.words ?? []).map((one) => one.trim().toLowerCase()).sort();
  const carriers = Object.entries(yaml.carriers ?? {})
    .map(([carrier, { form: pattern }]) => ({ carrier: carrier.trim().toLowerCase(), form: pattern }))
    .sort((a, b) => (a.carrier < b.carrier ? -1 : 1));
  return words_for_none.length + carriers.length > 0 ? { words_for_none, carriers } : undefined;
}

/** Carriers by class, of what the same file says; it has nothing to do with numbers, and nothing is read anew for it. */
export const carrierClassesOf = (file: PolicyFile | undefined): CarrierClasses =>
  file ? carrierClasses(file, file.check(TrackingYaml)?.carrier_classes) : {};
