import { leadsOf } from '../policies/leads-policy.js';
import type { NightFacts } from './render.js';

/** What templates may say of links between accounts: what a shared value says, and from when on two are linked. */
export const linkWords = ({ policies }: NightFacts) => {
  const { weights, linked_from, hub_above } = leadsOf(policies).account_links;
  return {
    hub_above,
    /** In millionths, as hundredths times ten thousandths are. */
    linked_from: linked_from * 10_000,
    /** '?' stands for none, so that the list is never empty. */
    weighed_kinds: [['?', 0] as const, ...Object.entries(weights).filter(([, hundredths]) => hundredths > 0)].map(
      ([kind, hundredths]) => ({ kind, hundredths }),
    ),
    /** why as constants: logarithms of two engines may differ in their last digit, and one of them decides who is linked. */
    shares: Array.from({ length: hub_above - 1 }, (_, nth) => ({
      sellers: nth + 2,
      share: Math.round(10_000 / Math.log2(nth + 2)),
    })),
  };
};
