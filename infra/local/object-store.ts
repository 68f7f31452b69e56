import { createHash, randomUUID } from 'node:crypto';
import { chmod, copyFile, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { POINTER, PUBLISHED_LOG } from '../../contracts/run/keys.js';
import type { ObjectInfo, ObjectStore } from '../../lambdas/shared/object-store.js';
import { typed } from '../../wording/typed.js';
import { makeDurable } from './durable.js';
import { inPlainWords } from './in-plain-words.js';
import { IN_PROGRESS, objectsIn, type PassedBy } from './objects-in.js';
import { parquetProblem } from './parquet-ends.js';
import { isPrivate, OWNER_ONLY } from './private-files.js';

/** What must outlast a power cut at once: it tells readers what is published. */
const isLasting = (key: string): boolean => key === POINTER || key.startsWith(PUBLISHED_LOG);
const etagOf = (body: Buffer): string => createHash('sha256').update(body).digest('hex').slice(0, 32);
const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
/** No such object: not there, below a file, or a mere folder. */
const missing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '');
const exists = (error: unknown): boolean => codeOf(error) === 'EEXIST';

/** Milliseconds and waits. A lock whose file has not changed for so many was left by a killed process. why 5 s: no one compares longer. */
const LOCK_WAITS = { each_ms: 10, stale_after: 500, give_up_after: 1500 };

/**
 * An object store in a folder. Writes go to a temporary name and are renamed, so a reader never sees half an object;
 * `create` hard-links, which the file system refuses if the name is taken; `replace` takes a lock file for the
 * moment of comparing, so that of many writers exactly one wins.
 */
export class FolderStore implements ObjectStore {
  readonly root: string;

  constructor(
    root: string,
    private readonly lockWaits = LOCK_WAITS,
  ) {
    this.root = resolve(root);
  }

  private path(key: string): string {
    const path = resolve(this.root, key);
    if (path !== this.root && !path.startsWith(this.root + sep)) throw new Error(`${key}: leads out of the store`);
    return path;
  }

  /** The file of one object. Refuses keys that would be a second name for another object. */
  private file(key: string): string {
    if (key.split('/').some((part) => part === '' || part === '.' || part === '..' || part.startsWith(IN_PROGRESS)))
      throw new Error(
        `${JSON.stringify(key)} is no key: parts between slashes must not be empty, . or .. (or start with ${IN_PROGRESS})`,
      );
    return this.path(key);
  }

  /** What the machine has against it is said in words that name the folder and the next step. */
  private async trying<T>(doing: 'read' | 'write', key: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const where = doing === 'write' ? `the store ${this.root}` : this.root;
      throw inPlainWords(error, { where, doing, what: key || 'the folder itself' });
    }
  }

  async list(prefix: string, passedBy: PassedBy = () => {}): Promise<ObjectInfo[]> {
    const base = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const place = { folder: this.path(base), key: base, links: [] };
    const found = await this.trying('read', prefix, () => objectsIn(place, prefix, passedBy));
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  async read(key: string): Promise<{ body: Buffer; etag: string } | undefined> {
    try {
      const body = await readFile(this.file(key));
      return { body, etag: etagOf(body) };
    } catch (error) {
      if (missing(error)) return undefined;
      throw inPlainWords(error, { where: this.root, doing: 'read', what: key });
    }
  }

  /** Writes the body under a temporary name beside the object. A failure leaves nothing behind. */
  private async stage(key: string, body: Buffer | string): Promise<string> {
    const path = this.file(key);
    await mkdir(dirname(path), { recursive: true });
    const temporary = join(dirname(path), `${IN_PROGRESS}${randomUUID()}`);
    try {
      await writeFile(temporary, body, { flag: 'wx', ...(isPrivate(key) ? { mode: OWNER_ONLY } : {}) });
      if (isLasting(key)) await makeDurable([temporary]);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return temporary;
  }

  /** Gives a finished temporary file its name. A failure leaves nothing behind. */
  private async moveIntoPlace(temporary: string, key: string): Promise<void> {
    try {
      await rename(temporary, this.file(key));
      if (isLasting(key)) await makeDurable([this.file(key)]);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  write(key: string, body: Buffer | string): Promise<void> {
    return this.trying('write', key, async () => this.moveIntoPlace(await this.stage(key, body), key));
  }

  create(key: string, body: Buffer | string): Promise<boolean> {
    return this.trying('write', key, () => this.createOnce(key, body));
  }

  private async createOnce(key: string, body: Buffer | string): Promise<boolean> {
    const temporary = await this.stage(key, body);
    try {
      await link(temporary, this.file(key));
      if (isLasting(key)) await makeDurable([this.file(key)]);
      return true;
    } catch (error) {
      if (exists(error)) return false;
      throw error;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async replace(key: string, body: Buffer | string, etag: string): Promise<boolean> {
    if ((await this.read(key))?.etag !== etag) return false;
    const release = await this.trying('write', key, () => this.lock(key));
    try {
      const now = await this.read(key);
      if (now?.etag !== etag) return false;
      await this.write(key, body);
      return true;
    } finally {
      await release();
    }
  }

  /**
   * Holds the lock file of a key; resolves to its release. A lock that stays the very same file for five seconds was left by a killed
   * process and is cleared, by whoever first creates the marker of that one file: so two waiters never clear each other's fresh lock.
   */
  private async lock(key: string): Promise<() => Promise<void>> {
    const name = createHash('sha256').update(key).digest('hex').slice(0, 16);
    const path = join(dirname(this.file(key)), `${IN_PROGRESS}lock-${name}`);
    let seen = '';
    let unchanged = 0;
    for (let waits = 0; waits < this.lockWaits.give_up_after; waits++) {
      try {
        await writeFile(path, '', { flag: 'wx' });
        return () => rm(path, { force: true });
      } catch (error) {
        if (!exists(error)) throw error;
      }
      const facts = await stat(path, { bigint: true }).catch(() => undefined);
      const now = facts ? `${facts.ino}-${facts.ctimeNs}` : '';
      unchanged = now !== '' && now === seen ? unchanged + 1 : 0;
      seen = now;
      if (unchanged === this.lockWaits.stale_after) {
        const mine = await writeFile(`${path}-left-${now}`, '', { flag: 'wx' }).then(
          () => true,
          (error) => !exists(error) && Promise.reject(error),
        );
        if (mine) await rm(path, { force: true });
      }
      await new Promise((done) => setTimeout(done, this.lockWaits.each_ms));
    }
    throw new Error(
      `${key}: still locked after ${(this.lockWaits.each_ms * this.lockWaits.give_up_after) / 1000} s; if nobody else is writing, delete ${typed(path)}`,
    );
  }

  /** A second name for the file costs no room. why that may be: nothing here writes into a file that has its name. */
  copy(from: string, to: string): Promise<void> {
    return this.trying('write', to, async () => {
      const target = this.file(to);
      const temporary = join(dirname(target), `${IN_PROGRESS}${randomUUID()}`);
      await mkdir(dirname(target), { recursive: true });
      await link(this.file(from), temporary).catch(() => copyFile(this.file(from), temporary));
      // why removed: of two names of one file, a rename leaves both.
      await rename(temporary, target).finally(() => rm(temporary, { force: true }));
    });
  }

  async delete(key: string): Promise<void> {
    await rm(this.file(key), { force: true }).catch((error) => {
      if (codeOf(error) !== 'ENOTDIR') throw inPlainWords(error, { where: `the store ${this.root}`, doing: 'write', what: key });
    });
  }

  async toFile(key: string): Promise<{ path: string; done(): Promise<void> }> {
    const path = this.file(key);
    const facts = await stat(path).catch((error) => {
      if (missing(error)) return undefined;
      throw inPlainWords(error, { where: this.root, doing: 'read', what: key });
    });
    if (!facts?.isFile()) throw new Error(`${key}: no such object in ${this.root}`);
    return { path, done: async () => {} };
  }

  fromFile(path: string, key: string): Promise<void> {
    return this.trying('write', key, () => this.takeFile(path, key));
  }

  private async takeFile(path: string, key: string): Promise<void> {
    const target = this.file(key);
    await mkdir(dirname(target), { recursive: true });
    if (isPrivate(key)) await chmod(path, OWNER_ONLY);
    try {
      await rename(path, target);
    } catch (error) {
      if (codeOf(error) !== 'EXDEV') throw error;
      const temporary = join(dirname(target), `${IN_PROGRESS}${randomUUID()}`);
      await copyFile(path, temporary);
      await this.moveIntoPlace(temporary, key);
      await rm(path, { force: true });
    }
  }

  /** why not with each write: a night writes thousands of small files, and a sync of each would cost more than writing it. */
  async settle(prefixes: readonly string[]): Promise<void> {
    const objects = await Promise.all(prefixes.map((prefix) => this.list(prefix)));
    await makeDurable(objects.flat().map(({ key }) => this.file(key)));
  }

  parquetProblem(key: string): Promise<string | undefined> {
    return parquetProblem(this.file(key));
  }

  url(key: string): string {
    return this.path(key);
  }
}
