/** Words for the codes in the data. What is not known here is shown as the code, with spaces. */
import { metricOf } from '../../../metrics/index.js';
import type { Programme } from '../../../policies/policy.js';
import type { PublicPolicies } from './run.js';

export const ALL = 'ALL';

const spaced = (code: string): string => {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const metricTitle = (metric: string): string => metricOf(metric)?.title ?? spaced(metric);

export const regionName = (policies: PublicPolicies, code: string): string =>
  code === ALL ? 'All regions' : (policies.regions.find((region) => region.code === code)?.name ?? code);

export const zoneOf = (policies: PublicPolicies, code: string): string =>
  policies.regions.find((region) => region.code === code)?.time_zone ?? 'UTC';

export const programmeOf = (policies: PublicPolicies, key: string): Programme | undefined =>
  policies.programmes.find((programme) => programme.programme === key);

const UNJUDGED: Record<string, string> = { not_assessable: 'Not assessable', not_measured: 'Not measured' };

export function tierTitle(policies: PublicPolicies, programme: string, tier: string): string {
  return UNJUDGED[tier] ?? programmeOf(policies, programme)?.tiers.find(({ key }) => key === tier)?.title ?? spaced(tier);
}

/**
 * How a tier looks: 'best', 'fine' (meets the standard), 'low', 'worst' (do not), or 'none' (not judged).
 * The policy says which tier is the standard; the names of tiers mean nothing here.
 */
export type TierLook = 'best' | 'fine' | 'low' | 'worst' | 'none';
export function tierLook(policies: PublicPolicies, programme: string, tier: string): TierLook {
  const found = programmeOf(policies, programme);
  const place = found?.tiers.findIndex(({ key }) => key === tier) ?? -1;
  if (!found || place < 0) return 'none';
  const standard = found.tiers.findIndex(({ key }) => key === found.standard);
  if (place <= standard) return place < standard ? 'best' : 'fine';
  return place === found.tiers.length - 1 ? 'worst' : 'low';
}

/** Tiers of a programme from best to worst, then the states of those not judged. */
export const tierOrder = (policies: PublicPolicies, programme: string): string[] => [
  ...(programmeOf(policies, programme)?.tiers.map(({ key }) => key) ?? []),
  'not_assessable',
  'not_measured',
];

const REASONS: Record<string, string> = {
  late: 'Late',
  missing: 'Never happened',
  cancelled_by_seller: 'Cancelled by the seller',
  cancelled_by_system: 'Cancelled for want of a seller action',
  no_number: 'No tracking number',
  no_scan: 'Never scanned',
  stars_1: 'First review has 1 star',
  stars_2: 'First review has 2 stars',
  seller_responsible: 'Seller is responsible',
  decided_against_seller: 'Decided against the seller',
  carrier_delay: 'Carrier was late',
  carrier_incident: 'Carrier incident',
  logistics_review: 'Review is about the carrier',
  platform_fulfilled: 'Fulfilled by the platform',
  platform_cancelled: 'Cancelled by the platform',
  cancelled_before_due: 'Cancelled before it was due',
  cancelled: 'Cancelled',
  unattributed: 'Nobody named as canceller',
};
export const reasonTitle = (reason: string): string => REASONS[reason] ?? spaced(reason);
export const codeTitle = spaced;

/** A sentence of the marts with titles for the keys of metrics and tiers in it. */
export function inWords(policies: PublicPolicies, programme: string, sentence: string): string {
  const words = sentence
    .replace(/\b[a-z]+(?:_[a-z]+)+\b/g, (key) => metricOf(key)?.title ?? key)
    .replace(/\b(from|of) ([a-z_]+)\b/g, (whole, link: string, key: string) => {
      const tier = programmeOf(policies, programme)?.tiers.find((one) => one.key === key);
      return tier ? `${link} ${tier.title}` : whole;
    });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const VERDICTS: Record<string, string> = {
  met: 'Met',
  missed: 'Missed',
  not_measured: 'Not measured',
  not_assessable: 'Not assessable',
};
