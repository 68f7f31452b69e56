/** Each example pack judges one small marketplace for a night, as the README of the packs says. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainSellers } from '../../cli/explain.js';
import { Explained } from '../../contracts/explanation.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { publishedRuns } from '../../lambdas/shared/read-run-files.js';
import { generateSample } from '../../sample/generate.js';
import { SAMPLE_LAST_DAY } from '../../sample/marketplace.js';
import { STORIES } from '../../sample/stories.js';
import { readSqlFiles } from '../../sql/files.js';
import { scorecards } from '../helpers/scorecards.js';
import { compareRun } from '../independent/compare.js';
import { printed, Reader } from '../recompute/nights.js';
import { readBeside, readProgramme } from '../recompute/policy-files.js';
import { filesOf, folderOf, PACKS, packOn } from './packs.js';

let root: string;
let landing: string;
let duck: Duck;
beforeAll(async () => {
  duck = await openDuck();
  root = await mkdtemp(join(tmpdir(), 'packs-'));
  landing = join(root, 'landing');
  await generateSample({ to: landing, sellers: 30, orders: 5000, days: 60 });
});
afterAll(async () => {
  duck?.close();
  await rm(root, { recursive: true, force: true });
});

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

    // A reader with the programme's file and what explain prints comes to the same.
    const files = filesOf(pack);
    const reader = new Reader(readProgramme(files[`${pack}.yaml`]!), readBeside(files['regions.yaml']!, files['tracking.yaml']));
    const sellers = STORIES.map((story) => story.seller_id);
    const asked = { store: new FolderStore(store), duck, sql: await readSqlFiles(), prefix: run!.prefix, sellers };
    for (const found of await explainSellers(asked)) reader.read(printed(Explained.parse(found)));
    expect(reader.differences).toEqual([]);
    expect(reader.seen.cards).toBeGreaterThan(4);
  });
});
