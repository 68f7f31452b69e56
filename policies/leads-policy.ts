/** From when on a seller's orders are a lead: policies/leads.yaml over defaults. */
import * as z from 'zod';
import { LEAD_KEYS } from '../leads/index.js';
import type { LeadsPolicy } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { shareOf, why } from './values.js';

const count = (least: number, most: number) => z.number().int('needs a whole number').min(least).max(most);

const LeadsYaml = z
  .strictObject({
    look_back: z.strictObject({ days: count(1, 180), why }).optional(),
    not_looked_for: z.strictObject({ leads: z.array(z.enum(LEAD_KEYS)), why }).optional(),
    brushing: z.strictObject({ orders_per_buyer: count(2, 1000), window_seconds: count(1, 7 * 86_400), why }).optional(),
    scan_before_order: z.strictObject({ hours: count(1, 4320), sellers_of_a_feed: count(2, 1_000_000), why }).optional(),
    late_masking: z.strictObject({ hours_after_due: count(1, 720), orders: count(1, 1_000_000), share: shareOf, why }).optional(),
  })
  .nullable();

/**
 * What holds where leads.yaml says nothing.
 *
 * `look_back_days` why eight weeks: what is made up is made up again, and within a month of a case opened a person has looked.
 *
 * `brushing` why three orders a buyer within an hour: the published rule of a marketplace; a cart of a whole family is one order.
 *
 * `scan_before_order` why a day: shops and carriers may differ by a time zone, not by more. why five sellers: so many do not write the
 * same carrier's numbers by chance.
 *
 * `late_masking` why two days after due: a weekend between two collections. why ten orders and a fifth: of fewer a share says nothing,
 * and every shop has a parcel that was left behind.
 */
export const LEADS_DEFAULTS: LeadsPolicy = {
  look_back_days: 56,
  not_looked_for: [],
  brushing: { orders_per_buyer: 3, window_seconds: 3600 },
  scan_before_order: { hours: 24, sellers_of_a_feed: 5 },
  late_masking: { hours_after_due: 48, orders: 10, share: 0.2 },
};

/** Undefined where there is no file, or it says nothing; problems stay with the file. */
export function leadsPolicy(file: PolicyFile | undefined): LeadsPolicy | undefined {
  const yaml = file?.check(LeadsYaml);
  if (!yaml || Object.keys(yaml).length === 0) return undefined;
  const { look_back, not_looked_for, ...given } = yaml;
  return {
    ...LEADS_DEFAULTS,
    ...given,
    look_back_days: look_back?.days ?? LEADS_DEFAULTS.look_back_days,
    not_looked_for: not_looked_for?.leads ?? [],
  };
}
