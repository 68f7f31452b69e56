import { expect, it } from 'vitest';
import { LEADS_DEFAULTS, leadsOf } from '../../policies/leads-policy.js';
import type { LeadsPolicy } from '../../policies/policy.js';
import { linkWords } from '../../sql/link-words.js';
import { MADE_POLICIES } from '../sql/made-rows.js';

/** As a run froze it before accounts were linked. */
const { account_links: _, re_registration: __, ...earlier } = { ...LEADS_DEFAULTS, look_back_days: 10 };

it('a run that froze its leads before accounts were linked is asked by the defaults of what came later, and by its own of the rest', () => {
  expect(leadsOf({ leads: earlier })).toEqual({ ...LEADS_DEFAULTS, look_back_days: 10 });
  expect(leadsOf({})).toEqual(LEADS_DEFAULTS);
  const night = { policies: { ...MADE_POLICIES, leads: earlier as LeadsPolicy } };
  expect(linkWords(night as Parameters<typeof linkWords>[0]).hub_above).toBe(LEADS_DEFAULTS.account_links.hub_above);
});

it('what a file says of one lead leaves the others to the defaults', () => {
  const brushing = { orders_per_buyer: 5, window_seconds: 60 };
  expect(leadsOf({ leads: { brushing } })).toEqual({ ...LEADS_DEFAULTS, brushing });
});
