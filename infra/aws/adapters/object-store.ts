import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { ObjectInfo, ObjectStore } from '../../../lambdas/shared/object-store.js';
import { contentTypeOf } from '../../shared/content-types.js';

const statusOf = (error: unknown): number | undefined => (error as S3ServiceException).$metadata?.httpStatusCode;
const nameOf = (error: unknown): string => (error as Error).name;
const gone = (error: unknown): boolean => statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket';

/** Bytes per part of an upload. why: S3 wants 5 MB at least and 10,000 parts at most, so objects up to 160 GB fit. */
const PART = 16 * 1024 * 1024;
/** How often a write is tried again whose key somebody else was writing (409), and a download that broke off. */
const RACES = 50;
const DOWNLOADS = 3;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/**
 * An object store in one S3 bucket. `create` and `replace` are S3's own conditional writes: 412 says that somebody was first, 409
 * that somebody is writing this moment, which is no answer yet, so it is asked again.
 *
 * The caller's role needs s3:ListBucket for objects that may be missing: without it S3 answers 403 where it means 404.
 */
export class S3Store implements ObjectStore {
  constructor(
    private readonly s3: S3Client,
    readonly bucket: string,
    /** Where objects are put as files. */
    private readonly folder = tmpdir(),
  ) {}

  /** The object of one key. Refuses keys that would be a second name for another object in a folder store. */
  private at(key: string): { Bucket: string; Key: string } {
    if (key.split('/').some((part) => part === '' || part === '.' || part === '..'))
      throw new Error(`${JSON.stringify(key)} is no key: parts between slashes must not be empty, . or ..`);
    return { Bucket: this.bucket, Key: key };
  }

  /** Whether anything lies below a prefix. */
  async holdsAny(prefix: string): Promise<boolean> {
    const { KeyCount = 0 } = await this.s3.send(new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix, MaxKeys: 1 }));
    return KeyCount > 0;
  }

  async list(prefix: string): Promise<ObjectInfo[]> {
    const found: ObjectInfo[] = [];
    // why url encoding: XML cannot hold every character that a key can.
    const pages = paginateListObjectsV2({ client: this.s3 }, { Bucket: this.bucket, Prefix: prefix, EncodingType: 'url' });
    for await (const page of pages)
      for (const { Key = '', Size = 0, ETag = '' } of page.Contents ?? []) {
        const key = page.EncodingType === 'url' ? decodeURIComponent(Key.replaceAll('+', ' ')) : Key;
        // Consoles and other tools leave empty objects with such names to show a folder.
        if (!key.endsWith('/')) found.push({ key, size: Size, version: `${ETag.replaceAll('"', '')}-${Size}` });
      }
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  async read(key: string): Promise<{ body: Buffer; etag: string } | undefined> {
    try {
      const { Body, ETag = '' } = await this.s3.send(new GetObjectCommand(this.at(key)));
      return { body: Buffer.from(await Body!.transformToByteArray()), etag: ETag };
    } catch (error) {
      if (gone(error)) return undefined;
      throw error;
    }
  }

  async write(key: string, body: Buffer | string): Promise<void> {
    await this.s3.send(new PutObjectCommand({ ...this.at(key), Body: Buffer.from(body), ContentType: contentTypeOf(key) }));
  }

  create(key: string, body: Buffer | string): Promise<boolean> {
    return this.writeIf(key, body, { IfNoneMatch: '*' });
  }

  replace(key: string, body: Buffer | string, etag: string): Promise<boolean> {
    return this.writeIf(key, body, { IfMatch: etag });
  }

  private async writeIf(
    key: string,
    body: Buffer | string,
    condition: { IfNoneMatch: string } | { IfMatch: string },
  ): Promise<boolean> {
    const at = this.at(key);
    for (let race = 1; ; race++) {
      try {
        await this.s3.send(
          new PutObjectCommand({ ...at, Body: Buffer.from(body), ContentType: contentTypeOf(key), ...condition }),
        );
        return true;
      } catch (error) {
        const status = statusOf(error);
        if (status === 412) return this.wasOurs(key, body, error);
        if ('IfMatch' in condition && gone(error)) return false;
        if (status !== 409 || race === RACES) throw error;
        await pause(Math.random() * Math.min(1000, 20 * race));
      }
    }
  }

  /** A refused write that the client had sent more than once may have been refused because of itself: its first answer was lost. */
  private async wasOurs(key: string, body: Buffer | string, error: unknown): Promise<boolean> {
    if (((error as S3ServiceException).$metadata?.attempts ?? 1) === 1) return false;
    const now = await this.read(key);
    return now?.body.equals(Buffer.from(body)) ?? false;
  }

  async copy(from: string, to: string): Promise<void> {
    const { Bucket, Key } = this.at(from);
    const CopySource = `${Bucket}/${Key.split('/').map(encodeURIComponent).join('/')}`;
    await this.s3.send(new CopyObjectCommand({ ...this.at(to), CopySource }));
  }

  async delete(key: string): Promise<void> {
    await this.s3.send(new DeleteObjectCommand(this.at(key)));
  }

  async toFile(key: string): Promise<{ path: string; done(): Promise<void> }> {
    const folder = await mkdtemp(join(this.folder, 's3-'));
    const done = () => rm(folder, { recursive: true, force: true });
    try {
      // why another name each try: a stream that broke off may still hold the file of the try before.
      for (let download = 1; ; download++) {
        const path = join(folder, `${randomUUID()}${key.match(/(\.[A-Za-z0-9]+)+$/)?.[0] ?? ''}`);
        try {
          const { Body } = await this.s3.send(new GetObjectCommand(this.at(key)));
          await pipeline(Body as Readable, createWriteStream(path));
          return { path, done };
        } catch (error) {
          if (gone(error)) throw new Error(`${key}: no such object in s3://${this.bucket}`);
          if (statusOf(error) !== undefined || download === DOWNLOADS) throw error;
        }
      }
    } catch (error) {
      await done();
      throw error;
    }
  }

  async fromFile(path: string, key: string): Promise<void> {
    const params = { ...this.at(key), Body: createReadStream(path), ContentType: contentTypeOf(key) };
    await new Upload({ client: this.s3, params, partSize: PART, queueSize: 3 }).done();
    await rm(path, { force: true });
  }

  url(key: string): string {
    return `s3://${this.bucket}/${key}`;
  }

  /** Bytes of an object, without reading it. Throws naming the key when there is none. */
  async size(key: string): Promise<number> {
    try {
      return (await this.s3.send(new HeadObjectCommand(this.at(key)))).ContentLength ?? 0;
    } catch (error) {
      if (gone(error)) throw new Error(`${key}: no such object in s3://${this.bucket}`);
      throw error;
    }
  }

  /** The bytes from `start` up to, not including, `end`. */
  async readRange(key: string, start: number, end: number): Promise<Buffer> {
    const { Body } = await this.s3.send(new GetObjectCommand({ ...this.at(key), Range: `bytes=${start}-${end - 1}` }));
    return Buffer.from(await Body!.transformToByteArray());
  }
}
