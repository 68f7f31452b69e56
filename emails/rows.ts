/** The rows the mails show, as the contracts type them. */
import type * as z from 'zod';
import type { leads } from '../contracts/published/leads.js';
import type { mailOrders } from '../contracts/published/mail-orders.js';
import type { onboardingFunnel } from '../contracts/published/onboarding-funnel.js';
import type { reasonCounts } from '../contracts/published/reason-counts.js';
import type { regionKpis } from '../contracts/published/region-kpis.js';
import type { regionMetrics } from '../contracts/published/region-metrics.js';
import type { regionWeeks } from '../contracts/published/region-weeks.js';
import type { runQuality } from '../contracts/published/run-quality.js';
import type { scorecards } from '../contracts/published/scorecards.js';
import type { sellerMetrics } from '../contracts/published/seller-metrics.js';
import type { tierChanges } from '../contracts/published/tier-changes.js';
import type { tierMix } from '../contracts/published/tier-mix.js';
import type { TierLook } from '../wording/wording.js';

export type ScorecardRow = z.infer<typeof scorecards.row>;
export type SellerMetricRow = z.infer<typeof sellerMetrics.row>;
export type MailOrderRow = z.infer<typeof mailOrders.row>;
export type TierChangeRow = z.infer<typeof tierChanges.row>;
export type RegionKpiRow = z.infer<typeof regionKpis.row>;
export type RegionMetricRow = z.infer<typeof regionMetrics.row>;
export type RegionWeekRow = z.infer<typeof regionWeeks.row>;
export type TierMixRow = z.infer<typeof tierMix.row>;
export type ReasonCountRow = z.infer<typeof reasonCounts.row>;
export type RunQualityRow = z.infer<typeof runQuality.row>;
export type ApplicationWeekRow = z.infer<typeof onboardingFunnel.row>;
export type LeadRow = z.infer<typeof leads.row>;

/** A file that a mail brings. */
export interface Attachment {
  filename: string;
  contentType: string;
  /** Text, or the bytes of a picture. */
  content: string | Uint8Array;
  /** Of a picture within the mail: the name by which its HTML has it, after `cid:`. */
  cid?: string;
}

/** A mail, ready to be sent. */
export interface Rendered {
  subject: string;
  html: string;
  text: string;
  attachments?: Attachment[];
}

/** How a state is coloured; its word always stands beside the colour. */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

export const TIER_TONES: Record<TierLook, Tone> = { best: 'good', fine: 'good', low: 'warn', worst: 'bad', none: 'quiet' };
