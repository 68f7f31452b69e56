import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lazyDuck, scratchFolder } from '../../shared/lazy-duck.js';
import { FolderStore } from '../object-store.js';
import type { Finding, Look, Ward } from './finding.js';
import { lookAtKeptFiles } from './kept-files.js';
import { lookAtLeftovers } from './leftovers.js';
import { lookAtLog } from './log.js';
import { lookAtMailRecords } from './mail-records.js';
import { ParquetRows } from './parquet-rows.js';
import { lookAtPointer } from './pointer.js';
import { lookAtReaders } from './readers.js';
import { lookAtRunFiles } from './run-files.js';
import { lookAtRunRecords } from './run-records.js';
import { SetAside } from './set-aside.js';

/**
 * In the order of mending: a manifest is made anew from inputs, inputs from receipts while those are there, and the pointer shows a
 * run of which all else is known.
 */
const LOOKS: readonly Look[] = [
  lookAtLeftovers,
  lookAtRunRecords,
  lookAtLog,
  lookAtKeptFiles,
  lookAtRunFiles,
  lookAtReaders,
  lookAtPointer,
  lookAtMailRecords,
];

export interface Examined {
  /** What was mended, with what was found; empty unless asked for. */
  mended: Finding[];
  /** What is amiss still. */
  left: Finding[];
  /** Where what was moved lies, in the store. */
  folder: string;
  /** Parquet files read from end to end. */
  files: number;
}

/** Examines a laptop's store, and mends what can be mended where that is asked for. Nothing is deleted: it is moved away. */
export async function examine(asked: { store: string; landing: string; repair: boolean; now: Date }): Promise<Examined> {
  const store = new FolderStore(asked.store);
  const scratch = join(scratchFolder(asked.store), 'doctor');
  const reading = lazyDuck(scratch, { connections: 2 });
  const ward: Ward = {
    store,
    landing: new FolderStore(asked.landing),
    landingName: asked.landing,
    rows: new ParquetRows(store, reading.duck),
    aside: new SetAside(store, asked.now.toISOString().slice(0, 19).replaceAll(':', '-')),
    now: asked.now,
  };
  try {
    const mended = asked.repair ? await mend(ward) : [];
    const left: Finding[] = [];
    for (const look of LOOKS) left.push(...(await look(ward)));
    return { mended, left, folder: ward.aside.folder, files: ward.rows.files };
  } finally {
    await reading.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function mend(ward: Ward): Promise<Finding[]> {
  const mended: Finding[] = [];
  for (const look of LOOKS) {
    for (const finding of await look(ward)) {
      if (!finding.mend) continue;
      await finding.mend();
      mended.push(finding);
    }
  }
  return mended;
}
