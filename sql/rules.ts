/** Outcomes as the ledger stores them: small integers, so that one wide pass can count them. */
export const OUTCOME_CODES = { met: 1, fault: 2, forgiven: 3, excluded: 4, pending: 5 } as const;

/**
 * Every rule that can decide an outcome: its number begins with the code of the outcome it leads to.
 * `word` is the reason readers see.
 */
export const RULES = [
  { number: 201, word: 'missing', says: 'the moment the promise asks for never came' },
  { number: 202, word: 'late', says: 'it came after the promise' },
  { number: 203, word: 'cancelled_by_seller', says: 'the seller cancelled' },
  { number: 204, word: 'cancelled_by_system', says: 'the system cancelled because the seller did not act' },
  { number: 205, word: 'no_number', says: 'no tracking number was given' },
  { number: 206, word: 'no_scan', says: 'the carrier never scanned the parcel' },
  { number: 207, word: 'stars_1', says: 'the first review has one star' },
  { number: 208, word: 'stars_2', says: 'the first review has two stars' },
  { number: 209, word: 'seller_responsible', says: 'a return for which the seller is responsible' },
  { number: 210, word: 'decided_against_seller', says: 'a case decided against the seller and resolved by the platform' },
  { number: 211, word: 'seller_cancellation', says: 'the order is a seller cancellation' },
  { number: 212, word: 'negative_review', says: 'the order has a negative first review' },
  { number: 213, word: 'unresolved_case', says: 'the order has a case decided against the seller' },
  { number: 301, word: 'carrier_delay', says: 'scanned by ship_by, so the carrier was late' },
  { number: 302, word: 'logistics_review', says: 'the review is about logistics and the order was dispatched in time' },
  { number: 401, word: 'platform_fulfilled', says: 'the platform packs and ships' },
  { number: 402, word: 'cancelled_before_due', says: 'cancelled before it had to be shipped' },
  { number: 403, word: 'platform_cancelled', says: 'the platform cancelled' },
  { number: 404, word: 'unattributed', says: 'cancelled, but nobody says by whom' },
  { number: 405, word: 'cancelled', says: 'cancelled' },
] as const;
