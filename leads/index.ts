import { brushing } from './brushing/lead.js';
import { late_masking } from './late_masking/lead.js';
import type { LeadRoom } from './lead.js';
import { re_registration } from './re_registration/lead.js';
import { reused_tracking } from './reused_tracking/lead.js';
import { scan_before_order } from './scan_before_order/lead.js';

/** Every lead by its key, in the order in which readers see them; leads/<key>/<key>_evidence.sql finds its orders. */
export const LEADS = { brushing, reused_tracking, scan_before_order, late_masking, re_registration } as const satisfies Record<
  string,
  LeadRoom
>;

export type { LeadRoom };
export type LeadKey = keyof typeof LEADS;
export const LEAD_KEYS = Object.keys(LEADS) as [LeadKey, ...LeadKey[]];

/** A lead by key. */
export const leadOf = (key: LeadKey): LeadRoom => LEADS[key];
