import { LEAD_KEYS, LEADS } from '../leads/index.js';
import { leadsOf } from '../policies/leads-policy.js';
import { ppm } from './literals.js';
import type { NightFacts } from './render.js';

/** What templates may say of leads: from when on orders are one, and which are looked for. */
export const leadWords = ({ policies }: NightFacts) => {
  const leads = leadsOf(policies);
  return {
    leads,
    /** Of a seller's parcels at most so many millionths may be none that late_masking counts. */
    most_unmasked_ppm: 1_000_000 - ppm(leads.late_masking.share),
    /** All, those that nobody looks for too: `looked_for` tells. */
    lead_rooms: LEAD_KEYS.map((lead) => ({
      lead,
      needs: LEADS[lead].needs,
      looked_for: !leads.not_looked_for.includes(lead),
    })),
  };
};
