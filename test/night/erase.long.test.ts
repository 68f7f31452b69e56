import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAMES_SOMEBODY } from '../../contracts/ledger/erased.js';
import type { Erasure } from '../../contracts/run/erasure.js';
import { planKey } from '../../contracts/run/keys.js';
import type { MailPlan } from '../../contracts/run/mail-plan.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { need } from '../../lambdas/shared/read-run-files.js';
import { generateSample } from '../../sample/generate.js';
import { scorecards } from '../helpers/scorecards.js';
import { ask, TestMarketplace } from './test-marketplace.js';

const [DAY, MONDAY] = ['2026-11-10', '2026-11-16'] as const;
const BUYER = 'buyer-7a';
/** Another buyer, whose id begins alike. */
const ALIKE = 'buyer-7a1';
const DATASETS = ['scorecards', 'seller_metrics', 'outcome_details', 'region_metrics', 'order_outcomes', 'mail_orders'];

describe('an erasure', () => {
  let marketplace: TestMarketplace;
  let store: FolderStore;
  let where: string[];
  let before: Record<string, string[]>;
  let seller: string;
  let address: string;
  let teams: Record<string, string>;

  beforeAll(async () => {
    marketplace = await TestMarketplace.make();
    await generateSample({ to: marketplace.landing, sellers: 60, orders: 3_000, days: 60, lastDay: MONDAY });
    store = new FolderStore(marketplace.store);
    where = ['--store', marketplace.store, '--landing', marketplace.landing];
    const landed = await ask(
      `SELECT * FROM read_json('${marketplace.landing}/orders/dt=${DAY}/*.jsonl*', format = 'newline_delimited') LIMIT 3`,
    );
    const [order] = landed as [Record<string, unknown>];
    const rows = [
      { ...order, order_id: 'erase-1', buyer_id: BUYER },
      { ...order, order_id: 'erase-2', buyer_id: BUYER },
      { ...order, order_id: 'erase-3', buyer_id: ALIKE },
      { ...order, order_id: 'erase-4', buyer_id: BUYER, gmv_minor: -1 },
    ];
    await marketplace.land([[`orders/dt=${DAY}/more.jsonl`, rows.map((row) => JSON.stringify(row)).join('\n')]]);
    const described = await ask(
      `SELECT seller_id, email FROM read_csv('${marketplace.landing}/sellers/*/*.csv', all_varchar = true, union_by_name = true) WHERE email IS NOT NULL AND status = 'active' ORDER BY 1 LIMIT 1`,
    );
    [seller, address] = [String(described[0]!.seller_id), String(described[0]!.email)];
    const notJoined = {
      ...{ seller_id: seller, email: 'old.one@shop.example', name: 'x', home_region: 'GB', joined_on: 'never' },
      ...{ status: 'active', updated_at: '2026-11-06T08:00:00Z' },
    };
    await marketplace.land([[`sellers/dt=2026-11-06/bad.jsonl`, JSON.stringify(notJoined)]]);
    before = await numbers((await marketplace.published(MONDAY, { mails: true })).prefix);
    teams = await ofTeams();
  });
  afterAll(() => marketplace?.gone());

  async function numbers(prefix: string) {
    const all: Record<string, string[]> = {};
    for (const dataset of DATASETS)
      all[dataset] = (await marketplace.rows(prefix, dataset)).map((row) => row.replaceAll(/2026-11-16-00\d/g, 'run'));
    return all;
  }
  /** What readers of regions find, by key. */
  const ofTeams = async (): Promise<Record<string, string>> => {
    const keys = (await store.list('published/')).map(({ key }) => key).filter((key) => key.split('/').length > 3);
    const hashed = keys.map(
      async (key) =>
        [
          key,
          createHash('sha256')
            .update((await store.read(key))!.body)
            .digest('hex'),
        ] as const,
    );
    return Object.fromEntries(await Promise.all(hashed));
  };
  const acceptedBuyers = () =>
    ask(
      `SELECT order_id, buyer_id FROM read_parquet('${marketplace.store}/accepted/orders/*/*.parquet', hive_partitioning = false) WHERE order_id LIKE 'erase-%' ORDER BY 1`,
    );
  const proofs = async (): Promise<Erasure[]> =>
    Promise.all((await store.list('erasures/')).map(({ key }) => need<Erasure>(store, key)));
  /** Keys of text objects that hold a word. */
  const textsWith = async (word: string): Promise<string[]> => {
    const keys = (await store.list('')).map(({ key }) => key).filter((key) => !key.endsWith('.parquet'));
    const bodies = await Promise.all(keys.map(async (key) => (await store.read(key))!.body.toString('utf8')));
    return keys.filter((_, n) => bodies[n]!.includes(word));
  };

  it('says first what names a buyer, and writes nothing', async () => {
    const rows = await acceptedBuyers();
    const { code, out } = await scorecards('erase', '--buyer', BUYER, '--look', ...where);
    expect(code).toBe(0);
    expect(out).toMatch(/Named in 3 rows or lines; nothing is written:/);
    expect(await acceptedBuyers()).toEqual(rows);
    expect(await proofs()).toEqual([]);
  });

  it('of a buyer leaves every row under another name, that of nobody, and says what landed and must go', async () => {
    const { code, out, err } = await scorecards('erase', '--buyer', BUYER, '--because', 'asked by letter', ...where);
    expect(code).toBe(3);
    expect(out).toMatch(/Erased from 3 rows or lines, in 2 files:/);
    expect(err).toContain(`landing/orders/dt=${DAY}/more.jsonl  3 rows or lines`);
    const rows = await acceptedBuyers();
    expect(rows.map(({ order_id }) => order_id)).toEqual(['erase-1', 'erase-2', 'erase-3']);
    expect(rows[0]!.buyer_id).toMatch(/^erased-[0-9a-f]{16}$/);
    expect(rows[1]!.buyer_id).toBe(rows[0]!.buyer_id);
    expect(rows[2]!.buyer_id).toBe(ALIKE);
    const quarantine = await textsWith('erase-4');
    expect(quarantine.some((key) => key.startsWith('quarantine/orders/'))).toBe(true);
    expect(await textsWith(`"${BUYER}`)).toEqual([]);
    expect(await textsWith(`${BUYER}\\"`)).toEqual([]);
  });

  it('finds nobody in what teams of regions read, and leaves every file of it as it was', async () => {
    const now = await ofTeams();
    expect(now).toEqual(teams);
    const files = Object.keys(now).filter((key) => key.endsWith('.parquet'));
    expect(new Set(files.map((key) => key.split('/')[2])).size).toBeGreaterThan(3);
    const named = await Promise.all(
      files.map((key) =>
        ask(`SELECT count(*) AS n FROM '${join(marketplace.store, key)}' AS t WHERE CAST(t AS VARCHAR) LIKE '%buyer-%'`),
      ),
    );
    expect(named.flat().every(({ n }) => Number(n) === 0)).toBe(true);
    expect((await textsWith('buyer-')).filter((key) => key.startsWith('published/'))).toEqual([]);
  });

  it('leaves a proof that names nobody: each file with its bytes before and after, and a second look that finds nothing', async () => {
    const [proof] = (await proofs()) as [Erasure];
    expect(JSON.stringify(proof)).not.toContain(BUYER);
    expect(createHash('sha256').update(`${proof.subject.salt}${BUYER}`).digest('hex')).toBe(proof.subject.sha256);
    expect(proof).toMatchObject({ kind: 'buyer', because: 'asked by letter', unread: [] });
    expect(proof.rewritten.map(({ rows }) => rows).sort()).toEqual([1, 2]);
    for (const { key, before: old, after } of proof.rewritten) {
      expect(
        createHash('sha256')
          .update(await readFile(join(marketplace.store, key)))
          .digest('hex'),
      ).toBe(after);
      expect(old).not.toBe(after);
    }
    expect(proof.looked_at.map(({ rows }) => rows).reduce((a, b) => a + b)).toBe(3);
    expect(proof.afterwards.length).toBeGreaterThan(0);
    expect(proof.afterwards.every(({ rows }) => rows === 0)).toBe(true);
  });

  it('of a seller’s address takes it from rows, runs, mails and rejected rows', async () => {
    expect((await textsWith(address)).some((key) => key.startsWith('mail/outbox/'))).toBe(true);
    const { code, err } = await scorecards('erase', '--seller-address', seller, '--because', 'left us', ...where);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('landing/sellers/') });
    expect(await textsWith(address)).toEqual([]);
    expect(await textsWith('old.one@')).toEqual([]);
    const files = `['${marketplace.store}/accepted/sellers/*/*.parquet', '${marketplace.store}/runs/*/*/sellers/*.parquet']`;
    const left = await ask(
      `SELECT seller_id = '${seller}' AS theirs, count(DISTINCT email) AS addresses, max(email) AS email FROM read_parquet(${files}, hive_partitioning = false, union_by_name = true) GROUP BY 1 ORDER BY 1`,
    );
    expect(left[0]!.addresses).toBeGreaterThan(5);
    expect(left[1]).toEqual({ theirs: true, addresses: 1, email: 'erased' });
  });

  it('changes no number of any seller and nothing for the doctor to find, and mails that seller as one who has no address', async () => {
    const night = await marketplace.published(MONDAY, { full: true, mails: true });
    expect(await numbers(night.prefix)).toEqual(before);
    const { left_out } = await need<MailPlan>(store, planKey(night.prefix));
    expect(left_out.no_address).toBeGreaterThanOrEqual(1);
    expect(left_out.address_unreadable ?? 0).toBe(0);
    const { code, out } = await scorecards('doctor', ...where);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Nothing is amiss') });
  });

  it('is done once what landed is gone too, and finds nothing then', async () => {
    await new FolderStore(marketplace.landing).delete(`orders/dt=${DAY}/more.jsonl`);
    const { code, out } = await scorecards('erase', '--buyer', BUYER, '--because', 'asked by letter', ...where);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^Nothing in \d+ files of the store names it; is the id/),
    });
  });

  it.each([
    [['--because', 'asked'], /say whom, by --buyer ID or by --seller-address SELLER/],
    [['--buyer', 'a', '--seller-address', 'b', '--because', 'asked'], /one of the two/],
    [['--buyer', '', '--because', 'asked'], /the id is empty/],
    [['--buyer', 'a'], /--because: say in a few words why/],
  ])('asked wrongly, with %j, says what to write', async (asked, says) => {
    const { code, err } = await scorecards('erase', ...asked, ...where);
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });
});

it('buyers stand in landed orders alone, and addresses of sellers in the dataset that mails read', async () => {
  const columns = JSON.parse(await readFile('contracts/ledger/night-columns.json', 'utf8')) as Record<string, unknown>;
  const having = (column: string) =>
    Object.entries(columns).flatMap(([dataset, of]) => (JSON.stringify(of).includes(`"${column}"`) ? [dataset] : []));
  expect(having('seller_id').length).toBeGreaterThan(5);
  expect(having(NAMES_SOMEBODY.orders)).toEqual([]);
  expect(having(NAMES_SOMEBODY.sellers)).toEqual(['sellers']);
});
