/** Each example pack judges one small marketplace for a night, as the README of the packs says. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderStore } from '../../infra/local/object-store.js';
import { publishedRuns } from '../../lambdas/shared/read-run-files.js';
import { generateSample } from '../../sample/generate.js';
import { SAMPLE_LAST_DAY } from '../../sample/marketplace.js';
import { scorecards } from '../helpers/scorecards.js';
import { compareRun } from '../independent/compare.js';
import { folderOf, PACKS, packOn } from './packs.js';

let root: string;
let landing: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'packs-'));
  landing = join(root, 'landing');
  await generateSample({ to: landing, sellers: 30, orders: 5000, days: 60 });
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe.each(PACKS)('the pack %s', (pack) => {
  it('publishes the night of a small sample, with a scorecard of its programme for whoever it judges', async () => {
    const store = join(root, pack);
    const options = { '--date': SAMPLE_LAST_DAY, '--landing': landing, '--store': store, '--policies': folderOf(pack) };
    const { code, err } = await scorecards('night', ...Object.entries(options).flat(), '--no-mails', '--quiet');
    expect({ code, err }).toEqual({ code: 0, err: '' });

    const [run] = await publishedRuns(new FolderStore(store));
    const policies = packOn(pack, SAMPLE_LAST_DAY);
    const compared = await compareRun({ store, prefix: run!.prefix, runDate: SAMPLE_LAST_DAY, policies, landed: landing });
    expect(compared.differences).toEqual([]);
    expect(compared.notMeasured).toEqual([]);
    expect(compared.rows.scorecards).toBeGreaterThan(4);
  });
});
