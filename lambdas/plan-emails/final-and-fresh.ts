import { openedKey, POINTER, runDateOf } from '../../contracts/run/keys.js';
import { isOfBackfill, type Opened } from '../../contracts/run/opened.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { type ObjectStore, readJson } from '../shared/object-store.js';
import { noneIfDamaged } from '../shared/read-run-files.js';

/**
 * Whether a run may tell sellers bad news: nobody should read of a drop that is of another day than today's, or that may yet be taken back.
 * Not where readers see a later day by now, and not in a backfill that was asked for mails. An evaluation that is not final moves nobody and gives no
 * notice, and so has no bad news. The one place where this is asked.
 */
export async function isFinalAndFresh(store: ObjectStore, prefix: string): Promise<boolean> {
  const pointer = await readJson<Pointer>(store, POINTER).catch(noneIfDamaged);
  if (pointer && pointer.run_date > runDateOf(prefix)) return false;
  const opened = await readJson<Opened>(store, openedKey(prefix)).catch(noneIfDamaged);
  return !isOfBackfill(opened?.execution ?? '');
}
