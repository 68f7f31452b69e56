/**
 * Outcomes as the ledger stores them: small integers, so that one wide pass can count them. A forgiven fault either stays in
 * the accountable rate's denominator as if it were met (6), or is left out of it (3).
 */
export const OUTCOME_CODES = { met: 1, fault: 2, forgiven: 3, excluded: 4, pending: 5, forgiven_as_met: 6 } as const;

/** What is counted of a metric, and the codes that each count holds. `forgiven_as_met` is that part of `forgiven` that counts as met. */
export const COUNTED = [
  { name: 'met', codes: [1] },
  { name: 'fault', codes: [2] },
  { name: 'forgiven', codes: [3, 6] },
  { name: 'forgiven_as_met', codes: [6] },
  { name: 'excluded', codes: [4] },
  { name: 'pending', codes: [5] },
] as const;

/** Numbers of the rules that decide: 100 met, 2xx fault, 3xx forgiven, 4xx excluded. */
export const RULE = {
  met: 100,
  fault: 200,
  forgiven: 300,
  parts_forgiven: 398,
  exempted: 399,
  excluded: 400,
} as const;
