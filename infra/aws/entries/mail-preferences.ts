import { mailPreferences } from '../../../lambdas/mail-preferences/handler.js';
import { linkKeysOfStore } from '../../shared/link-keys.js';
import { DOOR_HEADER } from '../door.js';
import { fromEnvironment } from '../environment-variables.js';
import { theStore } from '../parts/stores.js';

const store = theStore();

export const handler = mailPreferences({
  store,
  keys: () => linkKeysOfStore(store),
  now: () => new Date(),
  door: { header: DOOR_HEADER, secret: fromEnvironment('DOOR_SECRET') },
});
