import { STORE } from '../../contracts/run/keys.js';

/** why: they hold addresses of sellers and readers, or who was written to. */
const PRIVATE = new RegExp(
  `^(${STORE.outbox}|${STORE.sendLedger}|${STORE.preferences}|${STORE.linkKeys}|runs/[^/]+/[^/]+/(mail/|policies\\.json$)|(.*/)?sellers/)`,
);

/** Whether only the owner of the store may read an object. */
export const isPrivate = (key: string): boolean => PRIVATE.test(key);
export const OWNER_ONLY = 0o600;
