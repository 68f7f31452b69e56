/** What a lead says of itself: a sign of abuse, for a person to look into. It is never part of a score. */
export interface LeadRoom {
  /** For persons, in English; other languages say it in wording/<language>/pages/leads.ts. */
  title: string;
  /** What the orders of a seller have in common, as half a sentence. */
  says: string;
  /** Columns of orders, or datasets about their sellers, without which nothing can be told of an order. */
  needs: readonly string[];
  /** What `from_at`, `to_at`, `amount`, `among` and `other_order_id` of its evidence are, as heads of a table; without a line: always null. */
  evidence: Partial<Record<'from_at' | 'to_at' | 'amount' | 'among' | 'other_order_id', string>>;
  /** Innocent explanations that are tested, by the code in `twin`: what would explain it, and how it is told. */
  twins: Readonly<Record<string, string>>;
  /** Why one may look for it, and what it may breach. */
  legal_basis: string;
}
