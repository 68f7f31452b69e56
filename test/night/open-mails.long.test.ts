/** Mails of a published run that did not all go out: who says so, by which exit code, and how they are finished. */
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FolderStore } from '../../infra/local/object-store.js';
import { CASE_POLICIES, policiesOf } from '../cases/index.js';
import { type Ran, scorecards } from '../helpers/scorecards.js';
import { TestMarketplace } from './test-marketplace.js';

const MONDAY = '2026-11-16';
const TUESDAY = '2026-11-17';
const REGION = CASE_POLICIES.regions[0]!.code;

/** Their weekly mails are read on Mondays, so that none waits for another day. */
const SELLERS = [9, 10, 11];

const line = (row: object): string => `${JSON.stringify({ updated_at: `${MONDAY}T08:00:00Z`, ...row })}\n`;
const seller = (n: number): string =>
  line({
    seller_id: `S-${n}`,
    name: `Shop ${n}`,
    email: `shop-${n}@sellers.example`,
    home_region: REGION,
    status: 'active',
    joined_on: '2025-01-01',
  });
const order = (n: number): string =>
  line({
    ...{ order_id: `o-${n}`, seller_id: `S-${n}`, region: REGION, currency: 'EUR', items: 1, gmv_minor: 100 },
    ...{
      fulfilment: 'seller',
      placed_at: `${MONDAY}T07:00:00Z`,
      ship_by: '2026-11-18T18:00:00Z',
      deliver_by: '2026-11-20T18:00:00Z',
    },
  });

describe('mails that did not all go out', () => {
  let marketplace: TestMarketplace;
  const ask = (...args: string[]): Promise<Ran> => scorecards(...args, '--store', marketplace.store);
  const night = (day: string, ...more: string[]): Promise<Ran> =>
    ask('night', '--quiet', '--date', day, '--landing', marketplace.landing, '--policies', marketplace.policies, ...more);
  const outbox = () => join(marketplace.store, 'mail/outbox');
  const written = async (): Promise<number> => (await readdir(join(outbox(), '2026-W47')).catch(() => [])).length;

  /** Files with addresses that others than their owner may read. */
  async function readableByOthers(): Promise<string[]> {
    const keys = (await new FolderStore(marketplace.store).list('')).map(({ key }) => key);
    const addresses = keys.filter((key) => /^mail\/|\/mail\/|\/policies\.json$|\/sellers\//.test(key));
    expect(addresses.length).toBeGreaterThan(8);
    const modes = await Promise.all(addresses.map(async (key) => (await stat(join(marketplace.store, key))).mode & 0o077));
    return addresses.filter((_, n) => modes[n] !== 0 && !addresses[n]!.startsWith('receipts/'));
  }

  beforeAll(async () => {
    marketplace = await TestMarketplace.make(policiesOf(REGION));
    await marketplace.land([
      [`sellers/dt=${MONDAY}/a.jsonl`, SELLERS.map(seller).join('')],
      [`orders/dt=${MONDAY}/a.jsonl`, SELLERS.map(order).join('')],
      [`orders/dt=${TUESDAY}/a.jsonl`, order(4)],
    ]);
  });
  afterAll(() => marketplace?.gone());

  it('end a night with 4 when they could not be written, and are written by "mails" once they can be', async () => {
    await mkdir(join(marketplace.store, 'mail'), { recursive: true });
    await writeFile(outbox(), 'a file where the folder should be');
    const lasting = vi.spyOn(FolderStore.prototype, 'settle').mockImplementation(async () => {
      // What readers are shown outlasts a power cut before they are shown it.
      expect(await readdir(join(marketplace.store, 'published'))).toEqual([`${MONDAY}-001`, 'digests']);
      expect(await readdir(join(marketplace.store, `runs/${MONDAY}/001`))).toContain('manifest.json');
    });
    const ran = await night(MONDAY);
    const [prefixes] = lasting.mock.lastCall ?? [];
    lasting.mockRestore();
    expect(prefixes).toEqual(
      expect.arrayContaining([
        `runs/${MONDAY}/001/`,
        `published/${MONDAY}-001/`,
        expect.stringMatching(`^ledger/order_outcomes/${MONDAY}-001/$`),
      ]),
    );
    expect(ran.err).toContain(`Mails of run ${MONDAY}-001: 3 not sent`);
    expect(ran.err).toContain(`npm run scorecards -- mails --run ${MONDAY}-001 --store ${marketplace.store}`);
    expect(ran.code).toBe(4);
    expect((await ask('status')).out).toMatch(/3 not sent/);

    expect((await ask('mails', '--run', `${MONDAY}-001`)).code).toBe(4);
    await rm(outbox());
    expect(await ask('mails', '--run', `${MONDAY}-001`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('3 written, 0 sent before'),
    });
    expect(await written()).toBe(3);
    expect(await readableByOthers()).toEqual([]);
    expect(await ask('mails', '--run', `${MONDAY}-001`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 written, 3 sent before'),
    });
    expect((await ask('status')).out).toMatch(/ done /);
  });

  it('of a night killed after publishing are told by later nights, by its own rerun and by status, and are finished', async () => {
    await rm(join(marketplace.store, 'mail'), { recursive: true });
    await rm(join(marketplace.store, `runs/${MONDAY}/001/mail`), { recursive: true });
    const told = `Mails of run ${MONDAY}-001 are not done`;

    const tuesday = await night(TUESDAY);
    expect(tuesday).toMatchObject({ code: 0, err: expect.stringContaining(told) });
    const again = await night(MONDAY);
    expect(again).toMatchObject({ code: 4, err: expect.stringContaining(told) });
    expect((await ask('status')).out).toContain(told);

    expect(await ask('mails', '--run', `${MONDAY}-002`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('readers never saw this run'),
    });
    expect((await ask('mails', '--run', `${MONDAY}-001`)).code).toBe(0);
    expect(await written()).toBe(3);
    expect((await ask('status')).out).not.toContain('not done');
  });

  it('of which nobody knows whether they went out wait for a person, who says so once', async () => {
    await rm(outbox(), { recursive: true });
    const [entry] = await readdir(join(marketplace.store, 'mail/ledger/scorecard/2026-W47'));
    await writeFile(join(marketplace.store, 'mail/ledger/scorecard/2026-W47', entry!), '');
    const doubtful = await ask('mails', '--run', `${MONDAY}-001`);
    expect(doubtful).toMatchObject({ code: 4, err: expect.stringContaining('1 in doubt') });
    expect(await written()).toBe(0);
    expect(await ask('mails', '--run', `${MONDAY}-001`, '--doubts', 'send')).toMatchObject({ code: 0 });
    expect(await written()).toBe(1);
  });

  it('do not hide that the pointer is damaged: status lists the runs, and publishing one mends it', async () => {
    const pointer = join(marketplace.store, 'published/current.json');
    await writeFile(pointer, '{"run_id": "2026-');
    await writeFile(join(marketplace.store, `runs/${MONDAY}/002/manifest.json`), '');
    const told =
      'published/current.json: is not whole (17 bytes that are no JSON); show a whole run again with "scorecards publish';
    const status = await ask('status');
    expect(status).toMatchObject({ code: 1, err: expect.stringContaining(told) });
    expect(status.out).toContain(`${TUESDAY}-001`);
    expect(status.out).toContain(`damaged: runs/${MONDAY}/002/manifest.json: is empty`);
    expect((await ask('explain', 'S-1')).err).toContain(told);
    expect((await ask('publish', '--run', `${TUESDAY}-001`)).code).toBe(0);
    expect(await ask('status')).toMatchObject({ code: 0, out: expect.stringContaining(`Published: run ${TUESDAY}-001`) });
  });

  it('nor does a night fail for runs before it that lost their files: it judges every order anew, and says why', async () => {
    await rm(join(marketplace.store, 'ledger'), { recursive: true });
    const { code, err } = await night(TUESDAY);
    expect(err).toContain(`Warning: run ${MONDAY}-002: runs/${MONDAY}/002/manifest.json: is empty. It was passed over`);
    expect(err).toMatch(new RegExp(`Warning: run ${MONDAY}-001: ledger/order_outcomes/.*: is gone. It was passed over`));
    expect(code).toBe(0);
  });
});
