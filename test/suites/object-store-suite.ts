import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ObjectStore, readJson, toJson } from '../../lambdas/shared/object-store.js';

const ODD_KEYS = [
  'odd/with spaces and  two.txt',
  'odd/ünïcödé-名前-🧾.csv',
  'odd/quote\'and"double.txt',
  'odd/percent%20plus+amp&question?hash#.txt',
  'odd/dt=2026-11-20/equals.txt',
  'odd/.hidden',
  'odd/star*[brackets]{braces}.txt',
  'odd/back\\slash.txt',
];

/** Everything lambdas/shared/object-store.ts promises, against any implementation. `make` answers an empty store of its own. */
export function describeObjectStore(name: string, make: () => Promise<ObjectStore>): void {
  describe(`${name} keeps the promises of an object store`, () => {
    let store: ObjectStore;
    let scratch: string;
    const text = async (key: string) => (await store.read(key))?.body.toString('utf8');

    beforeAll(async () => {
      store = await make();
      scratch = await mkdtemp(join(tmpdir(), 'object-store-'));
    });
    afterAll(() => rm(scratch, { recursive: true, force: true }));

    it('gives back the bytes that were written', async () => {
      const body = Buffer.from([0, 255, 10, 13, 0]);
      await store.write('plain/bytes.bin', body);
      expect((await store.read('plain/bytes.bin'))?.body).toEqual(body);
    });

    it('reads nothing where there is nothing, also below an object and at a bare prefix', async () => {
      await store.write('nothing/here.txt', 'x');
      expect(await store.read('nothing/there.txt')).toBeUndefined();
      expect(await store.read('never/was/such/a/place')).toBeUndefined();
      expect(await store.read('nothing/here.txt/below')).toBeUndefined();
      expect(await store.read('nothing')).toBeUndefined();
    });

    it('keeps an empty object apart from no object', async () => {
      await store.write('empty/object', '');
      expect(await text('empty/object')).toBe('');
      expect((await store.list('empty/')).map((o) => o.size)).toEqual([0]);
    });

    it('overwrites, and the last write stands', async () => {
      await store.write('over/a.txt', 'first, and longer');
      await store.write('over/a.txt', 'second');
      expect(await text('over/a.txt')).toBe('second');
    });

    it('shows a reader one whole version or the other while writers overwrite', async () => {
      const versions = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(300_000));
      await store.write('whole/object', versions[0]!);
      const seen: (string | undefined)[] = [];
      await Promise.all([
        ...versions.map((version) => store.write('whole/object', version)),
        ...Array.from({ length: 20 }, async () => seen.push(await text('whole/object'))),
      ]);
      expect(seen.every((one) => one !== undefined && versions.includes(one))).toBe(true);
    });

    it('creates once: the second create is refused and changes nothing', async () => {
      expect(await store.create('once/a.txt', 'mine')).toBe(true);
      expect(await store.create('once/a.txt', 'yours')).toBe(false);
      expect(await text('once/a.txt')).toBe('mine');
    });

    it('lets exactly one of fifty simultaneous creates win', async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => store.create('race/create', `writer ${n}`)));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await text('race/create')).toBe(`writer ${answers.indexOf(true)}`);
    });

    it('creates again after a delete', async () => {
      await store.create('again/a', 'one');
      await store.delete('again/a');
      expect(await store.create('again/a', 'two')).toBe(true);
      expect(await text('again/a')).toBe('two');
    });

    it('replaces only what has not changed since it was read', async () => {
      await store.write('cas/a', 'one');
      const { etag } = (await store.read('cas/a'))!;
      expect(await store.replace('cas/a', 'two', etag)).toBe(true);
      expect(await store.replace('cas/a', 'three', etag)).toBe(false);
      expect(await text('cas/a')).toBe('two');
    });

    it('replaces nothing where there is nothing, or nothing any more', async () => {
      await store.write('cas/gone', 'one');
      const { etag } = (await store.read('cas/gone'))!;
      await store.delete('cas/gone');
      expect(await store.replace('cas/gone', 'two', etag)).toBe(false);
      expect(await store.replace('cas/never', 'two', etag)).toBe(false);
      expect(await store.read('cas/gone')).toBeUndefined();
      expect(await store.read('cas/never')).toBeUndefined();
    });

    it('lets exactly one of fifty simultaneous replaces win', async () => {
      await store.write('race/replace', 'start');
      const { etag } = (await store.read('race/replace'))!;
      const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => store.replace('race/replace', `writer ${n}`, etag)));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await text('race/replace')).toBe(`writer ${answers.indexOf(true)}`);
    });

    it('loses no step when many count up by reading and replacing', async () => {
      await store.write('race/counter', '0');
      await Promise.all(
        Array.from({ length: 10 }, async () => {
          for (;;) {
            const now = (await store.read('race/counter'))!;
            if (await store.replace('race/counter', String(Number(now.body) + 1), now.etag)) return;
          }
        }),
      );
      expect(await text('race/counter')).toBe('10');
    });

    it('copies to a second place, and neither changes with the other', async () => {
      for (const key of ['copy/from here.txt', ...ODD_KEYS]) {
        await store.write(key, 'first');
        await store.write('copy/to/there', 'something else');
        await store.copy(key, 'copy/to/there');
        await store.copy(key, 'copy/to/there');
        await store.write(key, 'second');
        expect(await text('copy/to/there'), key).toBe('first');
        await store.copy(key, 'copy/to/there');
        await store.write('copy/to/there', 'third');
        expect(await text(key), key).toBe('second');
        await store.delete(key);
        expect(await text('copy/to/there'), key).toBe('third');
      }
      expect((await store.list('copy/')).map((o) => o.key)).toEqual(['copy/to/there']);
      await expect(store.copy('copy/never/was', 'copy/to/here')).rejects.toThrow();
    });

    it('deletes, and deleting what is not there is no error', async () => {
      await store.write('delete/a', 'x');
      await store.delete('delete/a');
      await store.delete('delete/a');
      await store.delete('delete/never/was');
      expect(await store.read('delete/a')).toBeUndefined();
      expect(await store.list('delete/')).toEqual([]);
    });

    it('lists by prefix, whole keys, sorted by code unit, with sizes', async () => {
      for (const key of ['list/b/2', 'list/a', 'list/Z', 'list/b/10', 'list/b-side', 'listing/other', 'list/ä'])
        await store.write(key, key);
      const keys = async (prefix: string) => (await store.list(prefix)).map((o) => o.key);
      expect(await keys('list/')).toEqual(['list/Z', 'list/a', 'list/b-side', 'list/b/10', 'list/b/2', 'list/ä']);
      expect(await keys('list/b')).toEqual(['list/b-side', 'list/b/10', 'list/b/2']);
      expect(await keys('list/b/1')).toEqual(['list/b/10']);
      expect(await keys('list')).toContain('listing/other');
      expect(await keys('nowhere/')).toEqual([]);
      expect(await keys('list/a/')).toEqual([]);
      expect((await store.list('list/ä'))[0]?.size).toBe(Buffer.byteLength('list/ä'));
    });

    it('lists everything under the empty prefix', async () => {
      await store.write('top-level', 'x');
      await store.write('some/where/deep', 'x');
      const keys = (await store.list('')).map((o) => o.key);
      expect(keys).toEqual(expect.arrayContaining(['top-level', 'some/where/deep']));
      expect(keys).toEqual([...keys].sort());
    });

    it('shows in listings that content has changed', async () => {
      await store.write('version/a', 'one');
      const before = (await store.list('version/'))[0]!.version;
      expect((await store.list('version/'))[0]!.version).toBe(before);
      await new Promise((done) => setTimeout(done, 5));
      await store.write('version/a', 'two, longer');
      expect((await store.list('version/'))[0]!.version).not.toBe(before);
    });

    it('leaves nothing but the objects behind after many writers', async () => {
      await Promise.all(
        Array.from({ length: 30 }, async (_, n) => {
          await store.write('tidy/one', `${n}`);
          await store.create('tidy/two', `${n}`);
          const now = await store.read('tidy/one');
          if (now) await store.replace('tidy/one', `again ${n}`, now.etag);
        }),
      );
      expect((await store.list('tidy/')).map((o) => o.key)).toEqual(['tidy/one', 'tidy/two']);
    });

    for (const key of ODD_KEYS) {
      it(`keeps the odd key ${key}`, async () => {
        expect(await store.create(key, key)).toBe(true);
        const read = (await store.read(key))!;
        expect(read.body.toString('utf8')).toBe(key);
        expect(await store.replace(key, `${key}!`, read.etag)).toBe(true);
        expect((await store.list('odd/')).map((o) => o.key)).toContain(key);
        const file = await store.toFile(key);
        expect(await readFile(file.path, 'utf8')).toBe(`${key}!`);
        await file.done();
        await store.delete(key);
        expect(await store.read(key)).toBeUndefined();
      });
    }

    for (const key of ['', '/', '/etc/passwd', '../out', 'a/../../out', 'a/../b', './a', 'a//b', 'a/']) {
      it(`refuses the key ${JSON.stringify(key)}, which is another name for something else`, async () => {
        await expect(store.write(key, 'x')).rejects.toThrow(/key/);
        await expect(store.create(key, 'x')).rejects.toThrow(/key/);
        await expect(store.read(key)).rejects.toThrow(/key/);
      });
    }

    it('keeps a large object, through memory and through files', async () => {
      const body = randomBytes(24 * 1024 * 1024);
      await store.write('large/a', body);
      expect((await store.read('large/a'))!.body.equals(body)).toBe(true);
      const file = await store.toFile('large/a');
      expect((await readFile(file.path)).equals(body)).toBe(true);
      await file.done();
      expect((await store.list('large/'))[0]?.size).toBe(body.length);
    });

    it('takes a finished file in, overwriting, with spaces and unicode in its name', async () => {
      const path = join(scratch, 'ein Bericht – é.txt');
      await store.write('from/a', 'old');
      await writeFile(path, 'from a file');
      await store.fromFile(path, 'from/a');
      expect(await text('from/a')).toBe('from a file');
    });

    it('says which key is missing when a file of it is asked for', async () => {
      await expect(store.toFile('missing/file.parquet')).rejects.toThrow('missing/file.parquet');
    });

    it('names objects for SQL so that a prefix of a key is a prefix of its address', () => {
      expect(store.url('runs/2026-11-20/001/x.parquet').startsWith(store.url('runs/2026-11-20/001'))).toBe(true);
      expect(store.url('a b/ü.parquet').endsWith('a b/ü.parquet')).toBe(true);
    });

    it('reads JSON back as it was written, and nothing as undefined', async () => {
      await store.write('json/a.json', toJson({ n: 1, words: ['ä', '🧾'] }));
      expect(await readJson(store, 'json/a.json')).toEqual({ n: 1, words: ['ä', '🧾'] });
      expect(await readJson(store, 'json/b.json')).toBeUndefined();
    });
  });
}
