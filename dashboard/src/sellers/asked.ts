/** What the page asks the worker of the list, and what it answers. */
import type { Found, Order, Query, SellerRow } from './listed.js';

/** A file of the store, and how long it is where that is known. */
export interface File {
  url: string;
  bytes?: number;
}

export interface Opening {
  files: Record<'scorecards' | 'standings' | 'changes' | 'next', File[]> & { selling: File[] | undefined };
  region: { code: string; everywhere: boolean };
  order: Order;
}

/** `nth`: by which the answer is known. Rows are those of what was found last, which `of` names: of another, none are told. */
export type Asked = { nth: number } & (
  | { what: 'open'; opening: Opening }
  | { what: 'find'; query: Query; first: number }
  | { what: 'rows'; of: number; from: number; to: number }
);

export type Answer = { nth: number } & (
  | { what: 'opened' }
  | { what: 'found'; found: Found; rows: SellerRow[] }
  | { what: 'rows'; rows: SellerRow[] }
  | { what: 'failed'; message: string; signedOut: boolean }
);
