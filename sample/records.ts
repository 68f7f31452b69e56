import type { Day, Moment } from './calendar.js';
import type { Market, RegionCode } from './markets.js';

/** The marketplace's own records, each once and whole; landing.ts says which version of them lands when. */
export interface Seller {
  seller_id: string;
  /** Short name inside the ids of orders, reviews and the rest. */
  tag: string;
  name: string;
  home: RegionCode;
  joined: Day;
  email_frequency: 'weekly' | 'changes' | 'off';
  status: 'probation' | 'active' | 'restricted' | 'suspended' | 'closed';
  /** Later versions of the description. */
  changes: { at: Moment; status?: Seller['status']; email_frequency?: Seller['email_frequency'] }[];
  /** False for a seller of whom only orders are known. */
  described: boolean;
}

export type CancelledBy = 'buyer' | 'seller' | 'system' | 'platform' | 'unknown';

export interface Order {
  seller_id: string;
  order_id: string;
  /** Number of the buyer; lands hashed. */
  buyer: number;
  market: Market;
  category: string;
  fulfilment: 'seller' | 'platform';
  placed: Moment;
  ship_by: Moment;
  /** The day whose end the buyer was promised. */
  deliver_by: Day;
  confirmed?: Moment;
  scanned?: Moment;
  delivered?: Moment;
  cancelled?: { at: Moment; by: CancelledBy; reason: string };
  carrier: string;
  tracking?: string;
  area: string;
  items: number;
  gmv_minor: number;
  /** A version that lands days after its day: 0 is the order as placed, -1 its last. */
  lands_late?: { version: number; days: number };
}

export interface Review {
  review_id: string;
  seller_id: string;
  order_id: string;
  market: Market;
  rating: number;
  about?: 'product' | 'logistics' | 'service' | 'unknown';
  created: Moment;
  edited?: { at: Moment; rating: number };
}

export interface Return {
  return_id: string;
  seller_id: string;
  order_id: string;
  market: Market;
  requested: Moment;
  responsible: 'seller' | 'buyer' | 'carrier' | 'platform' | 'unknown';
  reason: string;
  refunded: Moment;
}

export interface Case {
  case_id: string;
  seller_id: string;
  order_id: string;
  market: Market;
  kind: 'not_received' | 'not_as_described' | 'chargeback' | 'other';
  opened: Moment;
  closed: Moment;
  outcome: 'seller_fault' | 'no_fault' | 'withdrawn';
  resolved_by: 'seller' | 'platform';
}

export interface Conversation {
  conversation_id: string;
  seller_id: string;
  market: Market;
  order_id?: string;
  opened_by: 'buyer' | 'seller' | 'platform';
  opened: Moment;
  /** Absent when nobody ever replied. */
  replied?: Moment;
  kind: 'human' | 'bot' | 'spam';
  survey?: { at: Moment; satisfaction: number };
}

export interface Exemption {
  exemption_id: string;
  metrics: readonly string[] | 'all';
  seller_id?: string;
  order_id?: string;
  region?: RegionCode;
  carrier?: string;
  valid_from?: Day;
  valid_to?: Day;
  reason: string;
  decided: Moment;
  /** A second decision that moves the end. */
  extended?: { at: Moment; valid_to: Day };
}

export interface Violation {
  violation_id: string;
  seller_id: string;
  market: Market;
  rule: string;
  severity: 'low' | 'medium' | 'high' | 'critical';
  points: number;
  issued: Moment;
  /** A second version that takes it back. */
  withdrawn?: Moment;
}

/** What a person said of a change of tier. */
export interface Decision {
  decision_id: string;
  market: Market;
  outcome: 'approved' | 'departed';
  by: string;
  reason: string;
  decided: Moment;
}

export interface Appeal {
  decision_id: string;
  market: Market;
  submitted: Moment;
  /** Another person decides it later: a second version. */
  outcome: 'granted' | 'refused';
  by: string;
  reason: string;
  decided: Moment;
}

/** Somebody who wants to sell. */
export interface Application {
  applicant_id: string;
  /** Once it is approved. */
  seller_id?: string;
  /** Unknown of a few, who count for no region. */
  region?: RegionCode;
  market: Market;
  channel?: string;
  entity_type: 'company' | 'partnership' | 'sole_trader' | 'private_person';
  submitted: Moment;
  completed?: Moment;
  ended?: { at: Moment; status: 'approved' | 'rejected' | 'withdrawn'; by?: string; reject_code?: string };
  listed?: Moment;
}

/** A check of who an applicant is. */
export interface Verification {
  verification_id: string;
  application: Application;
  kind: 'id' | 'bank' | 'tax';
  requested: Moment;
  checked?: Moment;
  passed: boolean;
  reason?: string;
}

export interface Marketplace {
  sellers: Seller[];
  orders: Order[];
  reviews: Review[];
  returns: Return[];
  cases: Case[];
  conversations: Conversation[];
  exemptions: Exemption[];
  violations: Violation[];
  decisions: Decision[];
  appeals: Appeal[];
  applications: Application[];
  verifications: Verification[];
}

export const emptyMarketplace = (): Marketplace => ({
  sellers: [],
  orders: [],
  reviews: [],
  returns: [],
  cases: [],
  conversations: [],
  exemptions: [],
  violations: [],
  decisions: [],
  appeals: [],
  applications: [],
  verifications: [],
});
