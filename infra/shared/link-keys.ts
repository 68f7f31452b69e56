import { STORE } from '../../contracts/run/keys.js';
import { type LinkKeys, linkKeysOf, newLinkKeys } from '../../lambdas/shared/mail-link.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';

/** What links of this store's mails are signed with; made when first asked for, in a file that its owner alone reads. */
export async function linkKeysOfStore(store: ObjectStore): Promise<LinkKeys> {
  const found = await store.read(STORE.linkKeys);
  if (found) return linkKeysOf(found.body.toString('utf8'));
  await store.create(STORE.linkKeys, newLinkKeys());
  return linkKeysOfStore(store);
}
