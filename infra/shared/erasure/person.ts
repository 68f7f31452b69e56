import { randomBytes } from 'node:crypto';
import { ERASED_ADDRESS, NAMES_SOMEBODY } from '../../../contracts/ledger/erased.js';
import { addressHash } from '../../../lambdas/shared/mail-preferences.js';
import { mailableAddress } from '../../../policies/address.js';
import { quoted } from '../../../sql/literals.js';

const escaped = (value: string): string => value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A word of its own: `b-1` is not in `b-12`. */
const word = (value: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_.+-])${escaped(value)}(?![\\p{L}\\p{N}_-])`, `${flags}u`);
const SOME_ADDRESS = /[^\s"'<>,;:=\\]+@[^\s"'<>,;:=\\]+/g;

/** Who is to be erased: how rows and texts name the person, and what stands there afterwards. */
export interface Person {
  kind: 'buyer' | 'seller_address';
  /** As it was given: a buyer's id, or a seller's. */
  name: string;
  /** The landed dataset whose rows name the person. */
  dataset: 'orders' | 'sellers';
  column: string;
  /** SQL that is true of rows that name the person. */
  isNamed: string;
  standIn: string;
  /** A landed or rejected row as text, without the person; the same text where it names nobody. */
  withoutIn(row: string): string;
  /** Any other text; the same where it names nobody. */
  without(text: string): string;
}

/** The field of a JSON object; undefined where the text is none. */
function fieldOf(row: string, name: string): { value: unknown } | undefined {
  try {
    const parsed = JSON.parse(row) as Record<string, unknown>;
    return parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)
      ? { value: Object.hasOwn(parsed, name) ? parsed[name] : undefined }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A buyer: every row gets the same new name, drawn at random, which leads back to nobody. */
export function theBuyer(id: string): Person {
  const standIn = `erased-${randomBytes(8).toString('hex')}`;
  const named = word(id, 'g');
  const column = NAMES_SOMEBODY.orders;
  return {
    ...{ kind: 'buyer', name: id, dataset: 'orders', column, standIn },
    isNamed: `${column} = ${quoted(id)}`,
    withoutIn(row) {
      const field = fieldOf(row, column);
      return field && String(field.value) !== id ? row : row.replaceAll(named, standIn);
    },
    // why nothing: no other text of a night has buyers, and an id may be a word of its own elsewhere.
    without: (other) => other,
  };
}

/** A seller's addresses, those that rows are known to have, whatever their case, and any other in a rejected row of the seller. */
export function theAddressOf(seller: string, addresses: readonly string[]): Person {
  // why hashes too: by them preferences know an address from which mails came back.
  const hashes = addresses.map((address) => addressHash(seller, mailableAddress(address) ?? address));
  const named = [...addresses, ...hashes].map((address) => word(address, 'gi'));
  const ofSeller = word(seller, '');
  const column = NAMES_SOMEBODY.sellers;
  const without = (other: string): string => named.reduce((left, one) => left.replaceAll(one, ERASED_ADDRESS), other);
  return {
    ...{ kind: 'seller_address', name: seller, dataset: 'sellers', column, standIn: ERASED_ADDRESS, without },
    isNamed: `seller_id = ${quoted(seller)} AND ${column} IS NOT NULL AND ${column} <> ${quoted(ERASED_ADDRESS)}`,
    withoutIn(row) {
      const field = fieldOf(row, 'seller_id');
      const theirs = field ? String(field.value) === seller : ofSeller.test(row);
      return without(theirs ? row.replaceAll(SOME_ADDRESS, ERASED_ADDRESS) : row);
    },
  };
}
