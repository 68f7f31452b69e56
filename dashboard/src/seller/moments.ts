/** Which moments prove a metric, in the order a reader wants them. The rest is shown when a row is unfolded. */
import type { OutcomeDetail } from '../data/rows.js';

export type MomentName = {
  [Name in keyof OutcomeDetail]: OutcomeDetail[Name] extends Date | null ? Name : never;
}[keyof OutcomeDetail];

const PROOF: Record<string, readonly MomentName[]> = {
  late_dispatch: ['ship_by', 'confirmed_at', 'first_scan_at'],
  seller_cancellation: ['placed_at', 'cancelled_at'],
  missing_tracking: ['confirmed_at', 'first_scan_at'],
  late_delivery: ['first_scan_at', 'deliver_by', 'delivered_at'],
  negative_review: ['delivered_at', 'reviewed_at'],
  seller_fault_return: ['delivered_at', 'returned_at'],
  unresolved_case: ['placed_at', 'case_closed_at'],
  order_defect: ['cancelled_at', 'reviewed_at', 'case_closed_at'],
  slow_response: ['opened_at', 'first_reply_at'],
};

export const proofOf = (metric: string): readonly MomentName[] => PROOF[metric] ?? ['placed_at'];
