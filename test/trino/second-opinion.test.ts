import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { RunFacts } from '../../contracts/run/facts.js';
import { factsKey } from '../../contracts/run/keys.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { HOME } from '../../infra/shared/home.js';
import { need } from '../../lambdas/shared/read-run-files.js';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';
import { generateSample } from '../../sample/generate.js';
import { readSqlFiles } from '../../sql/files.js';
import { queryFilesOf } from '../../sql/query-files.js';
import { CASE_POLICIES, caseNights, landedFilesOf } from '../cases/index.js';
import { everyMechanic } from '../helpers/every-mechanic.js';
import { importToFolder } from '../helpers/import-to-folder.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { type Opinion, SecondOpinion } from './second-opinion.js';

const url = inject('trinoUrl');
const paths = queryFilesOf(await readSqlFiles());

const none = () => undefined;

/** why 100: Athena refuses a plan of more than 150 stages, and a policy of more metrics needs room. */
const MOST_STAGES = 100;

/** Asks Trino every SQL file of the night that `run` publishes, and sees that it reused outcomes of `base` if it should. */
function everyFileOf(night: string, base: () => string | undefined, run: () => Promise<{ store: string; prefix: string }>): void {
  describe.skipIf(!url)(night, () => {
    let second: SecondOpinion;
    const opinions: Opinion[] = [];

    beforeAll(async () => {
      const { store, prefix } = await run();
      const facts = await need<RunFacts>(new FolderStore(store), factsKey(prefix));
      expect(facts.base_date).toBe(base());
      second = await SecondOpinion.of(url!, store, prefix);
    });
    afterAll(async () => {
      await second?.close();
      const sum = (of: (opinion: Opinion) => number) => opinions.reduce((total, opinion) => total + of(opinion), 0);
      const rows = sum((o) => o.rows).toLocaleString('en');
      const stages = Math.max(...opinions.map((o) => o.stages));
      console.log(
        `${night}: ${opinions.length} files, ${rows} rows equal, at most ${stages} stages, ${(sum((o) => o.read) / 1e6).toFixed(0)} MB read`,
      );
    });

    it.each(paths)('%s: Trino returns the rows of the night, every one and no other', async (path) => {
      const opinion = await second.on(path);
      expect(opinion.columns, 'columns that differ').toEqual([]);
      expect(opinion.examples).toEqual([]);
      expect([opinion.onlyTrino, opinion.onlyNight]).toEqual([0, 0]);
      expect(opinion.misread, 'rows that mails and dashboards would read otherwise').toBe(0);
      expect(opinion.stages).toBeLessThanOrEqual(MOST_STAGES);
      opinions.push(opinion);
    });
  });
}

describe('the sample marketplace', () => {
  let marketplace: TestMarketplace;
  let yesterday: string;
  let today: string;

  beforeAll(async () => {
    if (!url) return;
    marketplace = await TestMarketplace.make();
    // why this size: every branch of the SQL has rows, and a night of it takes seconds.
    const made = await generateSample({ to: marketplace.landing, sellers: 400, orders: 30_000 });
    today = made.last_day;
    yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  });
  afterAll(() => marketplace?.gone());

  everyFileOf('its first night, which judges every order', none, async () => ({
    store: marketplace.store,
    prefix: (await marketplace.published(yesterday)).prefix,
  }));
  everyFileOf(
    'the night after, which reuses what was final',
    () => yesterday,
    async () => ({
      store: marketplace.store,
      prefix: (await marketplace.published(today)).prefix,
    }),
  );
  everyFileOf(
    'a marketplace that lands orders and sellers alone, under everything that a metric can be asked',
    none,
    async () => {
      const shipped = loadPolicies(await readPolicyFiles(join(HOME, 'policies')), today);
      const bare = await TestMarketplace.make(everyMechanic(shipped));
      after(bare);
      for (const name of await readdir(marketplace.landing))
        if (name === 'orders' || name === 'sellers')
          await cp(join(marketplace.landing, name), join(bare.landing, name), { recursive: true });
      return { store: bare.store, prefix: (await bare.published(today)).prefix };
    },
  );
});

describe('the cases of the rules', () => {
  const [longest] = caseNights().sort((a, b) => b.cases.length - a.cases.length);
  everyFileOf(`the ${longest!.cases.length} cases judged on ${longest!.run_date}`, none, async () => {
    const marketplace = await TestMarketplace.make(CASE_POLICIES);
    after(marketplace);
    await marketplace.land(landedFilesOf(longest!.cases));
    return { store: marketplace.store, prefix: (await marketplace.published(longest!.run_date)).prefix };
  });
});

const OLIST = process.env.OLIST_DIR;
if (!OLIST) console.warn('SKIPPED: Olist in Trino; set OLIST_DIR to the folder of its tables');

describe.skipIf(!OLIST)('99,441 real orders', () => {
  let marketplace: TestMarketplace;

  beforeAll(async () => {
    if (!url) return;
    marketplace = await TestMarketplace.make(join(HOME, 'examples/olist/policies'));
    await importToFolder({ mapping: join(HOME, 'examples/olist'), from: OLIST!, to: marketplace.landing });
  });
  afterAll(() => marketplace?.gone());

  everyFileOf('the night of 2018-08-28', none, async () => ({
    store: marketplace.store,
    prefix: (await marketplace.published('2018-08-28')).prefix,
  }));
  everyFileOf(
    'the night of 2018-08-29, on top of it',
    () => '2018-08-28',
    async () => ({
      store: marketplace.store,
      prefix: (await marketplace.published('2018-08-29')).prefix,
    }),
  );
});

const worlds: TestMarketplace[] = [];
const after = (marketplace: TestMarketplace) => worlds.push(marketplace);
afterAll(() => Promise.all(worlds.map((marketplace) => marketplace.gone())));
