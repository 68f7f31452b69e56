/** What of a store was looked at for an erasure: objects of one place. */
export interface LookedAt {
  /** Prefix of keys. */
  place: string;
  files: number;
  /** Rows, or lines of text, that named the person before. */
  rows: number;
}

/** One object that was written anew. */
export interface Rewritten {
  key: string;
  rows: number;
  /** SHA-256 of its bytes, hex. */
  before: string;
  after: string;
}

/** The proof of an erasure, at erasureKey(). It names nobody: who knows the name can tell by the salted hash that it is meant. */
export interface Erasure {
  kind: 'buyer' | 'seller_address';
  /** SHA-256 over salt and name, hex. */
  subject: { salt: string; sha256: string };
  because: string;
  /** ISO 8601. */
  at: string;
  looked_at: LookedAt[];
  rewritten: Rewritten[];
  /** The same places afterwards: every number of rows is 0. */
  afterwards: LookedAt[];
  /** Files of the store that nobody could read, and so nobody could erase from. */
  unread: string[];
  /** Landed files that name the person still; nobody here writes what landed. */
  landed: { key: string; rows: number }[];
}
