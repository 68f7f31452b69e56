import { jsonOf } from './damaged.js';

/**
 * Where landed files, runs and the pointer live: a folder on a laptop (infra/local/object-store.ts), S3 on AWS
 * (infra/aws/adapters/object-store.ts). One test suite runs against every implementation.
 *
 * Keys are slash-separated and relative to the store, such as `runs/2026-11-21/001/manifest.json`.
 */
export interface ObjectInfo {
  key: string;
  /** Bytes. */
  size: number;
  /** Changes whenever the content may have changed; opaque. */
  version: string;
}

export interface ObjectStore {
  /**
   * Every object whose key starts with the prefix, sorted by key (code unit order). What lies there and is none, such as a link to
   * nothing, is told with the reason.
   */
  list(prefix: string, passedBy?: (key: string, because: string) => void): Promise<ObjectInfo[]>;
  /** The whole object, or undefined when there is none. `etag` is what `replace` compares. */
  read(key: string): Promise<{ body: Buffer; etag: string } | undefined>;
  /** Writes or overwrites. Never leaves half an object behind. */
  write(key: string, body: Buffer | string): Promise<void>;
  /** Writes only if there is no such object; false when there is one already. */
  create(key: string, body: Buffer | string): Promise<boolean>;
  /** Compare-and-set: writes only if the object still has this etag; false when it has changed or gone. */
  replace(key: string, body: Buffer | string, etag: string): Promise<boolean>;
  /** Gives an object a second place; what is there is replaced. Neither changes with the other. */
  copy(from: string, to: string): Promise<void>;
  delete(key: string): Promise<void>;
  /** A local file with the object's bytes: the file itself in a folder store, a download on S3. Not to be written to. */
  toFile(key: string): Promise<{ path: string; done(): Promise<void> }>;
  /** Takes a finished local file into the store (moved or uploaded). Overwrites. */
  fromFile(path: string, key: string): Promise<void>;
  /** Resolves when what lies below the prefixes would outlast a power cut. Absent where whatever is written does, as on S3. */
  settle?(prefixes: readonly string[]): Promise<void>;
  /**
   * What is amiss with a Parquet object by its ends and size: gone, empty, cut off, or no Parquet; undefined while nothing is. Absent
   * where an object is there as a whole or not at all, as on S3.
   */
  parquetProblem?(key: string): Promise<string | undefined>;
  /** How SQL names an object or a prefix: an absolute path, or an s3:// address. */
  url(key: string): string;
}

/** Reads a JSON object, or undefined when there is none. @throws ObjectDamaged naming the key and the way out */
export async function readJson<T>(store: ObjectStore, key: string): Promise<T | undefined> {
  const found = await store.read(key);
  return found && jsonOf<T>(key, found.body);
}

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
