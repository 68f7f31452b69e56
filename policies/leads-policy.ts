/** From when on a seller's orders are a lead: policies/leads.yaml over defaults. */
import * as z from 'zod';
import { ACTION_KINDS } from '../contracts/landing/enforcement-actions.js';
import { DECLARED, IDENTIFIER_KINDS, type IdentifierKind } from '../contracts/landing/identifiers.js';
import { LEAD_KEYS } from '../leads/index.js';
import type { LeadsPolicy } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { shareOf, why } from './values.js';

const count = (least: number, most: number) => z.number().int('needs a whole number').min(least).max(most);

/** What a value says, to hundredths. why 20: it would link a million accounts by itself. */
const weight = z.number().min(0).max(20).multipleOf(0.01, 'needs a number such as 0.25, with two decimals at most');
const hundredths = (value: number): number => Math.round(value * 100);
const inHundredths = (weights: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(weights).map(([kind, value]) => [kind, hundredths(value)]));
const WEIGHED_KINDS = IDENTIFIER_KINDS.filter((kind) => kind !== DECLARED) as [IdentifierKind, ...IdentifierKind[]];

const LeadsYaml = z
  .strictObject({
    look_back: z.strictObject({ days: count(1, 180), why }).optional(),
    not_looked_for: z.strictObject({ leads: z.array(z.enum(LEAD_KEYS)), why }).optional(),
    brushing: z.strictObject({ orders_per_buyer: count(2, 1000), window_seconds: count(1, 7 * 86_400), why }).optional(),
    scan_before_order: z.strictObject({ hours: count(1, 4320), sellers_of_a_feed: count(2, 1_000_000), why }).optional(),
    late_masking: z.strictObject({ hours_after_due: count(1, 720), orders: count(1, 1_000_000), share: shareOf, why }).optional(),
    // why 500: a value of n accounts is n times n - 1 halves of pairs.
    account_links: z
      .strictObject({
        weights: z.partialRecord(z.enum(WEIGHED_KINDS), weight).optional(),
        linked_from: weight.min(0.01, 'links everybody who shares anything; write 0.01 or more'),
        hub_above: count(2, 500),
        why,
      })
      .optional(),
    re_registration: z.strictObject({ days: count(1, 3660), actions: z.array(z.enum(ACTION_KINDS)).min(1), why }).optional(),
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
  account_links: {
    weights: {
      ...{ bank_account: 500, tax_number: 500, register_number: 500, document: 500, person: 300, payment_card: 300 },
      ...{ device: 200, email: 200, phone: 100, website: 100, address: 50, ip_address: 25, declared_group: 0 },
    },
    linked_from: 100,
    hub_above: 50,
  },
  re_registration: { days: 365, actions: ['suspension', 'closure'] },
};

/** What holds of leads: a run of an earlier version froze policies that say nothing of leads that came later. */
export const leadsOf = ({ leads }: { leads?: Partial<LeadsPolicy> }): LeadsPolicy => ({ ...LEADS_DEFAULTS, ...leads });

/** Undefined where there is no file, or it says nothing; problems stay with the file. */
export function leadsPolicy(file: PolicyFile | undefined): LeadsPolicy | undefined {
  const yaml = file?.check(LeadsYaml);
  if (!yaml || Object.keys(yaml).length === 0) return undefined;
  const { look_back, not_looked_for, account_links: links, ...given } = yaml;
  const usual = LEADS_DEFAULTS.account_links;
  return {
    ...LEADS_DEFAULTS,
    ...given,
    account_links: links
      ? {
          weights: { ...usual.weights, ...inHundredths(links.weights ?? {}) },
          linked_from: hundredths(links.linked_from),
          hub_above: links.hub_above,
        }
      : usual,
    look_back_days: look_back?.days ?? LEADS_DEFAULTS.look_back_days,
    not_looked_for: not_looked_for?.leads ?? [],
  };
}
