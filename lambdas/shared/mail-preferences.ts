import { createHash } from 'node:crypto';
import { type Frequency, NO_MAILS, USUAL_FREQUENCY } from '../../contracts/landing/sellers.js';
import { STORE } from '../../contracts/run/keys.js';
import type { MailPreferences } from '../../contracts/run/mail-preferences.js';
import { jsonOf } from './damaged.js';
import { inTurns } from './in-turns.js';
import { type ObjectStore, readJson, toJson } from './object-store.js';
import { noneIfDamaged } from './read-run-files.js';

const hash = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** why a hash: an id may hold what a file name cannot. */
export const preferencesKey = (seller_id: string): string => `${STORE.preferences}${hash(seller_id)}.json`;
/** An address as preferences know it; of another seller it is another. */
export const addressHash = (seller_id: string, address: string): string => hash(seller_id, address.toLowerCase());

/** @throws ObjectDamaged */
export const readPreferences = (store: ObjectStore, seller_id: string): Promise<MailPreferences | undefined> =>
  readJson<MailPreferences>(store, preferencesKey(seller_id));

/** why 32: each is a small read, of which S3 answers many at once. */
const AT_ONCE = 32;

/** Of all sellers of whom anything was heard. One that is damaged is left to whoever sends: nothing goes out on it. */
export async function allPreferences(store: ObjectStore): Promise<Map<string, MailPreferences>> {
  const objects = await store.list(STORE.preferences);
  const found = await inTurns(objects, AT_ONCE, ({ key }) => readJson<MailPreferences>(store, key).catch(noneIfDamaged));
  return new Map(found.flatMap((one) => (one ? [[one.seller_id, one] as const] : [])));
}

/** Changes what is known of a seller by compare-and-set: of changes at the same time none is lost. One that says nothing new writes nothing. */
export async function changePreferences(
  store: ObjectStore,
  seller_id: string,
  change: (before: MailPreferences) => MailPreferences,
): Promise<MailPreferences> {
  const key = preferencesKey(seller_id);
  for (;;) {
    const found = await store.read(key);
    const before = found ? jsonOf<MailPreferences>(key, found.body) : { seller_id };
    const after = change(before);
    if (after === before) return before;
    if (found ? await store.replace(key, toJson(after), found.etag) : await store.create(key, toJson(after))) return after;
  }
}

/** What a seller asked for. Asking again for what stands changes nothing, so that a click that comes twice is one. */
export const asking =
  (frequency: Frequency, by: 'page' | 'one_click' | 'complaint', at: string) =>
  (before: MailPreferences): MailPreferences =>
    before.asked?.frequency === frequency ? before : { ...before, asked: { frequency, at, by } };

/** As landed with a seller. */
export interface LandedWish {
  email_frequency: string | null;
  updated_at: Date;
}

/**
 * How often a seller is written to: the newer of what landed and what was asked for on the page. why none stands until the seller says
 * otherwise: a shop's record lands anew for any reason, with the frequency that it always had, and who stopped our mails may not get them
 * again by that.
 */
export function frequencyOf(landed: LandedWish, asked: MailPreferences['asked']): Frequency {
  const usual = (landed.email_frequency ?? USUAL_FREQUENCY) as Frequency;
  if (!asked) return usual;
  if (asked.frequency === NO_MAILS) return NO_MAILS;
  return landed.email_frequency !== null && landed.updated_at.getTime() > Date.parse(asked.at) ? usual : asked.frequency;
}

/** Whether mails to this address of a seller came back for good. */
export const hasBounced = (preferences: MailPreferences | undefined, address: string): boolean =>
  preferences?.bounced?.address_hash === addressHash(preferences?.seller_id ?? '', address);
