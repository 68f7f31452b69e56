import { readFile } from 'node:fs/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { S3Store } from '../../../infra/aws/adapters/object-store.js';
import { answering, s3Error } from '../servers/answering.js';

/** What S3 does seldom and no server does on demand. All else: test/aws/s3-server.test.ts. */
describe('the S3 store when S3 is in trouble', () => {
  let stop: () => Promise<void> = async () => {};
  afterEach(() => stop());
  async function s3(answer: Parameters<typeof answering>[0]) {
    const server = await answering(answer);
    stop = server.stop;
    return { ...server, store: new S3Store(new S3Client({ ...server.client, forcePathStyle: true }), 'store') };
  }
  const written = { status: 200, headers: { etag: '"e1"' } };

  it('asks again when somebody else is writing this moment, and is then first or second', async () => {
    const first = await s3((_, n) => (n < 4 ? s3Error(409, 'ConditionalRequestConflict') : written));
    expect(await first.store.create('a', 'x')).toBe(true);
    expect(first.asked).toHaveLength(4);
    expect(first.asked.map(({ headers }) => headers['if-none-match'])).toEqual(['*', '*', '*', '*']);
    await first.stop();
    const second = await s3((_, n) => (n < 3 ? s3Error(409, 'ConditionalRequestConflict') : s3Error(412, 'PreconditionFailed')));
    expect(await second.store.replace('a', 'x', '"e0"')).toBe(false);
    expect(second.asked.map(({ headers }) => headers['if-match'])).toEqual(['"e0"', '"e0"', '"e0"']);
  });

  it('knows its own write again whose answer was lost, and takes nobody else’s for it', async () => {
    const lost = (body: string) => async (asked: { method: string }, n: number) => {
      if (asked.method === 'GET') return { status: 200, body, headers: { etag: '"e1"' } };
      return n === 1 ? ('cut' as const) : s3Error(412, 'PreconditionFailed');
    };
    const ours = await s3(lost('mine'));
    expect(await ours.store.create('a', 'mine')).toBe(true);
    await ours.stop();
    const theirs = await s3(lost('theirs'));
    expect(await theirs.store.create('a', 'mine')).toBe(false);
  });

  it('says of each file what it is, so that a browser shows a digest instead of saving it', async () => {
    const { store, asked } = await s3(() => written);
    await store.write('published/digests/CH/2026-11-15.de-CH.html', 'x');
    await store.create('published/digests/CH/2026-11-15.de-CH.pdf', 'x');
    await store.replace('published/current.json', '{}', '"e0"');
    const types = ['text/html; charset=utf-8', 'application/pdf', 'application/json'];
    expect(asked.map(({ headers }) => headers['content-type'])).toEqual(types);
  });

  it('does not look back when the first answer was a plain refusal', async () => {
    const { store, asked } = await s3(() => s3Error(412, 'PreconditionFailed'));
    expect(await store.create('a', 'x')).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('calls a forbidden object forbidden, never missing', async () => {
    const { store } = await s3(() => s3Error(403, 'AccessDenied'));
    await expect(store.read('a')).rejects.toThrow('AccessDenied');
    await expect(store.replace('a', 'x', '"e"')).rejects.toThrow('AccessDenied');
  });

  it('downloads again when a download breaks off in the middle', async () => {
    const { store, asked } = await s3((_, n) => ({ ...written, body: 'the whole body', breaksOff: n === 1 }));
    const file = await store.toFile('a.parquet');
    expect(await readFile(file.path, 'utf8')).toBe('the whole body');
    expect(asked).toHaveLength(2);
    await file.done();
  });
});
