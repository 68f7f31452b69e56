import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FolderStore } from '../../../infra/local/object-store.js';
import { describeObjectStore } from '../../suites/object-store-suite.js';

const roots: string[] = [];
const freshStore = async (lockWaits?: ConstructorParameters<typeof FolderStore>[1]) => {
  const root = await mkdtemp(join(tmpdir(), 'folder store é-'));
  roots.push(root);
  return new FolderStore(root, lockWaits);
};
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true, force: true }))));

describeObjectStore('a folder', () => freshStore());

describe('a folder store after a crash', () => {
  it('clears a lock left by a killed process, and still lets exactly one writer win', async () => {
    const store = await freshStore({ each_ms: 10, stale_after: 50, give_up_after: 150 });
    await store.write('published/current.json', 'old');
    const { etag } = (await store.read('published/current.json'))!;
    const lock = `.writing-lock-${createHash('sha256').update('published/current.json').digest('hex').slice(0, 16)}`;
    await writeFile(join(store.root, 'published', lock), '');
    const answers = await Promise.all([1, 2, 3, 4].map((n) => store.replace('published/current.json', `new ${n}`, etag)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect((await store.read('published/current.json'))?.body.toString()).toBe(`new ${answers.indexOf(true) + 1}`);
  }, 20_000);

  it('sees another content behind the same name, size and time of writing', async () => {
    const store = await freshStore();
    const path = join(store.root, 'orders.csv');
    await writeFile(path, 'a,b');
    const then = new Date('2026-11-16T08:00:00Z');
    await utimes(path, then, then);
    const [before] = await store.list('');
    await writeFile(path, 'c,d');
    await utimes(path, then, then);
    const [after] = await store.list('');
    expect(after).toMatchObject({ key: 'orders.csv', size: 3 });
    expect(after!.version).not.toBe(before!.version);
    expect((await store.list(''))[0]!.version).toBe(after!.version);
  });

  it('does not show the half-written file of a killed process', async () => {
    const store = await freshStore();
    await store.write('runs/a.json', '{}');
    await writeFile(join(store.root, 'runs', '.writing-0b5e'), '{"ha');
    expect((await store.list('runs/')).map((o) => o.key)).toEqual(['runs/a.json']);
  });

  it('leaves no temporary file behind when a write fails', async () => {
    const store = await freshStore();
    await store.write('runs/folder/a.json', '{}');
    await expect(store.write('runs/folder', 'cannot be both a folder and an object')).rejects.toThrow();
    expect(await readdir(join(store.root, 'runs'))).toEqual(['folder']);
  });
});
