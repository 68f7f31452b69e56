import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FolderStore } from '../../infra/local/object-store.js';

/** An empty folder store that is gone when the running test is over. */
export async function freshStore(): Promise<FolderStore> {
  const root = await mkdtemp(join(tmpdir(), 'scorecards-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return new FolderStore(root);
}
