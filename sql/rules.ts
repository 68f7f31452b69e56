/** Outcomes as the ledger stores them: small integers, so that one wide pass can count them. */
export const OUTCOME_CODES = { met: 1, fault: 2, forgiven: 3, excluded: 4, pending: 5 } as const;

/**
 * Every rule that can decide an outcome: its number begins with the code of the outcome it leads to.
 * `code` is the reason readers see.
 */
export const RULES = [
  { number: 201, code: 'missing', description: 'the moment the promise asks for never came' },
  { number: 202, code: 'late', description: 'it came after the promise' },
  { number: 203, code: 'cancelled_by_seller', description: 'the seller cancelled' },
  { number: 204, code: 'cancelled_by_system', description: 'the system cancelled because the seller did not act' },
  { number: 205, code: 'no_number', description: 'no tracking number was given' },
  { number: 206, code: 'no_scan', description: 'the carrier never scanned the parcel' },
  { number: 207, code: 'stars_1', description: 'the first review has one star' },
  { number: 208, code: 'stars_2', description: 'the first review has two stars' },
  { number: 209, code: 'seller_responsible', description: 'a return for which the seller is responsible' },
  { number: 210, code: 'decided_against_seller', description: 'a case decided against the seller and resolved by the platform' },
  { number: 211, code: 'seller_cancellation', description: 'the order is a seller cancellation' },
  { number: 212, code: 'negative_review', description: 'the order has a negative first review' },
  { number: 213, code: 'unresolved_case', description: 'the order has a case decided against the seller' },
  { number: 301, code: 'carrier_delay', description: 'scanned by ship_by, so the carrier was late' },
  { number: 302, code: 'logistics_review', description: 'the review is about logistics and the order was dispatched in time' },
  { number: 401, code: 'platform_fulfilled', description: 'the platform packs and ships' },
  { number: 402, code: 'cancelled_before_due', description: 'cancelled before it had to be shipped' },
  { number: 403, code: 'platform_cancelled', description: 'the platform cancelled' },
  { number: 404, code: 'unattributed', description: 'cancelled, but nobody says by whom' },
  { number: 405, code: 'cancelled', description: 'cancelled' },
] as const;
