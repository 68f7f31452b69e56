import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { FolderStore } from '../../../infra/local/object-store.js';
import { FileLedger } from '../../../infra/local/send-ledger.js';
import { describeLedger } from '../../suites/send-ledger-suite.js';

const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true, force: true }))));

describeLedger('the ledger on files', async () => {
  const root = await mkdtemp(join(tmpdir(), 'ledger-'));
  roots.push(root);
  return new FileLedger(new FolderStore(root));
});
