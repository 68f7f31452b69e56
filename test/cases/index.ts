import { type Dataset, type Landed, type LandedRow, type OutcomeCase, WITNESS } from './case.js';
import { exemptions } from './exemptions.js';
import { lateDelivery } from './late-delivery.js';
import { lateDispatch } from './late-dispatch.js';
import { localDays } from './local-days.js';
import { missingTracking } from './missing-tracking.js';
import { negativeReview } from './negative-review.js';
import { orderDefect } from './order-defect.js';
import { sellerFaultReturn, unresolvedCase } from './returns-and-cases.js';
import { sellerCancellation } from './seller-cancellation.js';
import { slowResponse } from './slow-response.js';
import { visibility } from './visibility.js';

export * from './case.js';

/** Every case, by what it is about. */
export const CASES: Readonly<Record<string, readonly OutcomeCase[]>> = {
  'late dispatch': lateDispatch,
  'seller cancellation': sellerCancellation,
  'missing tracking': missingTracking,
  'late delivery': lateDelivery,
  'negative review': negativeReview,
  'seller-fault return': sellerFaultReturn,
  'unresolved case': unresolvedCase,
  'order defect': orderDefect,
  'slow response': slowResponse,
  exemptions,
  visibility,
  'local days': localDays,
};

export interface CaseNight {
  run_date: string;
  cases: OutcomeCase[];
}

/** The cases as few nights: all that share a run date together, each `alone` one by itself. */
export function caseNights(): CaseNight[] {
  const all = Object.values(CASES).flat();
  const together = Map.groupBy(
    all.filter((c) => !c.alone),
    (c) => c.run_date,
  );
  return [
    ...[...together].map(([run_date, cases]) => ({ run_date, cases })),
    ...all.filter((c) => c.alone).map((c) => ({ run_date: c.run_date, cases: [c] })),
  ].sort((a, b) => (a.run_date < b.run_date ? -1 : 1));
}

/** What such a night finds landed: the rows of its cases and the witness rows, by dataset. */
export function landedOf(cases: readonly { landed: Landed }[]): Record<Dataset, LandedRow[]> {
  const rows = (dataset: Dataset) => [WITNESS, ...cases.map((c) => c.landed)].flatMap((landed) => landed[dataset] ?? []);
  return {
    orders: rows('orders'),
    sellers: rows('sellers'),
    reviews: rows('reviews'),
    returns: rows('returns'),
    cases: rows('cases'),
    conversations: rows('conversations'),
    exemptions: rows('exemptions'),
  };
}

/** The same as landed files: JSON lines by key, such as `orders/dt=2026-11-06/cases.jsonl`. */
export function landedFilesOf(cases: readonly { landed: Landed }[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const [dataset, rows] of Object.entries(landedOf(cases))) {
    for (const { dt, ...row } of rows) {
      const key = `${dataset}/dt=${dt}/cases.jsonl`;
      files.set(key, `${files.get(key) ?? ''}${JSON.stringify(row)}\n`);
    }
  }
  return files;
}
