import type { ObjectStore } from '../../../lambdas/shared/object-store.js';
import type { FolderStore } from '../object-store.js';
import type { ParquetRows } from './parquet-rows.js';
import type { SetAside } from './set-aside.js';

/** Something amiss in a store. Either there is a way to mend it, or it says what a person does. */
export interface Finding {
  /** Its key in the store, or the path of what lies elsewhere. */
  key: string;
  found: string;
  means: string;
  /** What mending does, or what a person is to do. */
  way: string;
  /** Absent where only a person can. Deletes nothing that is the only copy of something. */
  mend?(): Promise<void>;
}

/** What is looked at, and with what. */
export interface Ward {
  store: FolderStore;
  landing: ObjectStore;
  /** As messages name it. */
  landingName: string;
  rows: ParquetRows;
  aside: SetAside;
  now: Date;
}

/** One part of a store, examined. */
export type Look = (ward: Ward) => Promise<Finding[]>;

/** why 8: files are small, and a disk reads some at once better than one after the other. */
export const AT_ONCE = 8;
