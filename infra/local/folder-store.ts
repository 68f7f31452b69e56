import { createHash, randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { ObjectInfo, ObjectStore } from '../../lambdas/shared/object-store.js';

const IN_PROGRESS = '.writing-';
const etagOf = (body: Buffer): string => createHash('sha256').update(body).digest('hex').slice(0, 32);
const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * An object store in a folder. Writes go to a temporary name and are renamed, so a reader never sees half an object;
 * `create` hard-links, which the file system refuses if the name is taken; `replace` takes a lock file for the
 * moment of comparing, so that of many writers exactly one wins.
 */
export class FolderStore implements ObjectStore {
  readonly root: string;

  constructor(root: string) {
    this.root = resolve(root);
  }

  private path(key: string): string {
    const path = resolve(this.root, key);
    if (path !== this.root && !path.startsWith(this.root + sep)) throw new Error(`${key}: leads out of the store`);
    return path;
  }

  async list(prefix: string): Promise<ObjectInfo[]> {
    const base = prefix.endsWith('/') || prefix === '' ? prefix : prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const entries = await readdir(this.path(base), { recursive: true, withFileTypes: true }).catch((error) => {
      if (missing(error) || error.code === 'ENOTDIR') return [];
      throw error;
    });
    const found: ObjectInfo[] = [];
    for (const entry of entries) {
      if (entry.isDirectory() || entry.name.startsWith(IN_PROGRESS)) continue;
      const path = join(entry.parentPath, entry.name);
      const key = path
        .slice(this.root.length + 1)
        .split(sep)
        .join('/');
      if (!key.startsWith(prefix)) continue;
      const facts = await stat(path, { bigint: true }).catch(() => undefined);
      if (facts?.isFile()) found.push({ key, size: Number(facts.size), version: `${facts.size}-${facts.mtimeNs}` });
    }
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  async read(key: string): Promise<{ body: Buffer; etag: string } | undefined> {
    try {
      const body = await readFile(this.path(key));
      return { body, etag: etagOf(body) };
    } catch (error) {
      if (missing(error)) return undefined;
      throw error;
    }
  }

  private async stage(key: string, body: Buffer | string): Promise<string> {
    const path = this.path(key);
    await mkdir(dirname(path), { recursive: true });
    const temporary = join(dirname(path), `${IN_PROGRESS}${randomUUID()}`);
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(body);
    } finally {
      await file.close();
    }
    return temporary;
  }

  async write(key: string, body: Buffer | string): Promise<void> {
    await rename(await this.stage(key, body), this.path(key));
  }

  async create(key: string, body: Buffer | string): Promise<boolean> {
    const temporary = await this.stage(key, body);
    try {
      await link(temporary, this.path(key));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      await unlink(temporary);
    }
  }

  async replace(key: string, body: Buffer | string, etag: string): Promise<boolean> {
    const lock = join(
      dirname(this.path(key)),
      `${IN_PROGRESS}lock-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`,
    );
    const held = await this.lock(lock);
    try {
      const now = await this.read(key);
      if (now?.etag !== etag) return false;
      await this.write(key, body);
      return true;
    } finally {
      await held();
    }
  }

  /** Waits for the lock at most five seconds; a lock left by a killed process is taken over after that. */
  private async lock(path: string): Promise<() => Promise<void>> {
    await mkdir(dirname(path), { recursive: true });
    for (let tries = 0; ; tries++) {
      try {
        const file = await open(path, 'wx');
        await file.close();
        return () => rm(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        if (tries >= 500) await rm(path, { force: true });
        await new Promise((done) => setTimeout(done, 10));
      }
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  async toFile(key: string): Promise<{ path: string; done(): Promise<void> }> {
    return { path: this.path(key), done: async () => {} };
  }

  async fromFile(path: string, key: string): Promise<void> {
    const target = this.path(key);
    await mkdir(dirname(target), { recursive: true });
    try {
      await rename(path, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      const temporary = join(dirname(target), `${IN_PROGRESS}${randomUUID()}`);
      await copyFile(path, temporary);
      await rename(temporary, target);
      await rm(path, { force: true });
    }
  }

  url(key: string): string {
    return this.path(key);
  }
}
