import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { S3Store } from '../../infra/aws/adapters/object-store.js';
import { erase } from '../../infra/shared/erasure/erase.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { describeObjectStore } from '../suites/object-store-suite.js';
import { isRunning, type Running, serverOrSkip } from './servers/server.js';
import { versityGateway } from './servers/versity-gateway.js';

const server = await serverOrSkip('the object store against a real S3 server', versityGateway);

describe.skipIf(!isRunning(server))('S3 as a server that we did not write speaks it', () => {
  const { endpoint, region, credentials, stop } = server as Running;
  const s3 = isRunning(server) ? new S3Client({ endpoint, region, credentials, forcePathStyle: true }) : (undefined as never);
  const freshStore = async (): Promise<S3Store> => {
    const bucket = `store-${randomUUID()}`;
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
    return new S3Store(s3, bucket);
  };
  afterAll(() => stop?.());

  describeObjectStore('S3', freshStore);

  describe('beyond the suite', () => {
    let store: S3Store;
    beforeAll(async () => {
      store = await freshStore();
    });

    it('answers 412, and nothing else, to a write whose condition does not hold', async () => {
      await store.write('told-apart', 'one');
      const put = new PutObjectCommand({ Bucket: store.bucket, Key: 'told-apart', Body: 'two', IfNoneMatch: '*' });
      await expect(s3.send(put)).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
      const stale = new PutObjectCommand({ Bucket: store.bucket, Key: 'told-apart', Body: 'two', IfMatch: '"0123"' });
      await expect(s3.send(stale)).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
    });

    it('lets one of fifty writers with clients of their own move the pointer, ten times over', async () => {
      const clients = Array.from(
        { length: 50 },
        () => new S3Store(new S3Client({ endpoint, region, credentials, forcePathStyle: true }), store.bucket),
      );
      await store.write('published/current.json', 'nobody');
      for (let round = 0; round < 10; round++) {
        const { etag } = (await store.read('published/current.json'))!;
        const answers = await Promise.all(
          clients.map((client, n) => client.replace('published/current.json', `round ${round}, writer ${n}`, etag)),
        );
        expect(answers.filter(Boolean)).toHaveLength(1);
        const now = (await store.read('published/current.json'))!.body.toString();
        expect(now).toBe(`round ${round}, writer ${answers.indexOf(true)}`);
      }
    });

    it('says whether anything lies below a prefix', async () => {
      await store.write('work/2026-11-16-001/orders/part-0', 'x');
      expect(await store.holdsAny('work/2026-11-16-001/orders/')).toBe(true);
      expect(await store.holdsAny('work/2026-11-16-001/order/')).toBe(false);
    });

    it('a buyer is erased as on a laptop: rows under another name, rejected rows too, and a proof', async () => {
      const [scratch, duck] = [join(tmpdir(), `erase-${randomUUID()}`), await openDuck({ connections: 2 })];
      const landing = await freshStore();
      await mkdir(scratch, { recursive: true });
      await duck.run(
        `COPY (SELECT 'o-' || i AS order_id, CASE WHEN i < 2 THEN 'b-1' ELSE 'b-2' END AS buyer_id FROM range(5) AS t (i)) TO '${scratch}/rows.parquet'`,
      );
      const key = 'accepted/orders/dt=2026-11-16/a.parquet';
      await store.fromFile(join(scratch, 'rows.parquet'), key);
      const raw = JSON.stringify({ order_id: 'o-9', buyer_id: 'b-1' });
      await store.write('quarantine/orders/dt=2026-11-16/a.jsonl', `${JSON.stringify({ raw, reasons: ['no region'] })}\n`);
      const asked = { store, landing, duck, scratch, who: { buyer: 'b-1' }, because: 'asked', now: new Date(0), look: false };
      const { key: at, proof } = await erase(asked);
      expect(proof.rewritten.map(({ rows }) => rows).sort()).toEqual([1, 2]);
      expect((await store.read(at!))!.body.toString()).not.toContain('b-1"');
      const { path, done } = await store.toFile(key);
      const names = await duck.run(
        `SELECT count(*) FILTER (buyer_id = 'b-2') AS others, count(*) AS all_rows FROM read_parquet('${path}')`,
      );
      expect(names).toEqual([{ others: 3, all_rows: 5 }]);
      expect((await erase(asked)).proof.rewritten).toEqual([]);
      await done();
      duck.close();
      await rm(scratch, { recursive: true, force: true });
    });

    it('uploads a file above 16 MB in parts, and gives back the very bytes', async () => {
      const body = randomBytes(40 * 1024 * 1024 + 17);
      const path = join(tmpdir(), `upload-${randomUUID()}`);
      await writeFile(path, body);
      await store.fromFile(path, 'large/in-parts.parquet');
      const head = await s3.send(new HeadObjectCommand({ Bucket: store.bucket, Key: 'large/in-parts.parquet' }));
      expect(head.ETag).toMatch(/-3"$/);
      expect((await store.read('large/in-parts.parquet'))!.body.equals(body)).toBe(true);
      expect(await store.size('large/in-parts.parquet')).toBe(body.length);
    });

    it('reads ranges: the first bytes, some in the middle, the last', async () => {
      await store.write('ranges', '0123456789');
      expect((await store.readRange('ranges', 0, 3)).toString()).toBe('012');
      expect((await store.readRange('ranges', 4, 5)).toString()).toBe('4');
      expect((await store.readRange('ranges', 7, 10)).toString()).toBe('789');
    });

    it('lists more than one page, all of it, in order', async () => {
      const keys = Array.from({ length: 2_300 }, (_, n) => `pages/${String(n).padStart(5, '0')}`);
      for (let from = 0; from < keys.length; from += 100)
        await Promise.all(keys.slice(from, from + 100).map((key) => store.write(key, 'x')));
      expect((await store.list('pages/')).map(({ key }) => key)).toEqual(keys);
    });

    it('leaves out the empty objects by which consoles show a folder', async () => {
      await s3.send(new PutObjectCommand({ Bucket: store.bucket, Key: 'folders/empty/', Body: Buffer.alloc(0) }));
      await store.write('folders/full/a', 'x');
      expect((await store.list('folders/')).map(({ key }) => key)).toEqual(['folders/full/a']);
    });

    it('says that a bucket is missing instead of calling its objects missing', async () => {
      const nowhere = new S3Store(s3, `nowhere-${randomUUID()}`);
      await expect(nowhere.read('a')).rejects.toThrow(/bucket/i);
      await expect(nowhere.list('')).rejects.toThrow(/bucket/i);
    });
  });
});
