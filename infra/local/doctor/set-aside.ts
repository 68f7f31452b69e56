import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { STORE } from '../../../contracts/run/keys.js';
import { readJson, toJson } from '../../../lambdas/shared/object-store.js';
import type { FolderStore } from '../object-store.js';
import { IN_PROGRESS } from '../objects-in.js';

/** What a repair took out of the store, or found gone; beside what it moved. */
interface Noted {
  key: string;
  found: string;
}

const NOTES = 'what.json';

/** Where a repair moves what is damaged: a folder of its own in the store, so that nothing is deleted. */
export class SetAside {
  private noted: Noted[] = [];

  /** @param when names the folder; of no other repair */
  constructor(
    private readonly store: FolderStore,
    when: string,
  ) {
    this.folder = `${STORE.damaged}${when}/`;
  }

  readonly folder: string;

  /** Moves an object away, if it is there, and notes what was found. */
  async take(key: string, found: string): Promise<void> {
    await this.takePath(join(this.store.root, key), key);
    this.noted.push({ key, found });
    await this.store.write(`${this.folder}${NOTES}`, toJson(this.noted));
  }

  /** The same of a file that is no object. `name` is how it is called among what was moved. */
  async takePath(path: string, name: string): Promise<void> {
    if ((await stat(path).catch(() => undefined)) === undefined) return;
    await this.store.fromFile(path, `${this.folder}${name.replaceAll(IN_PROGRESS, 'unfinished-')}`);
  }

  /** Keys that a repair took away or found gone: nothing new, while nothing lies there again. */
  async known(): Promise<Set<string>> {
    const keys = new Set<string>();
    for (const { key } of await this.store.list(STORE.damaged)) {
      if (!key.endsWith(`/${NOTES}`)) continue;
      for (const noted of (await readJson<Noted[]>(this.store, key).catch(() => undefined)) ?? []) keys.add(noted.key);
    }
    return keys;
  }
}
