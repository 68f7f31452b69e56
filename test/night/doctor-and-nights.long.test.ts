import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FolderStore } from '../../infra/local/object-store.js';
import { type Ran, scorecards } from '../helpers/scorecards.js';
import { DAYS, MENDED, PASSED_OVER } from './damages.js';
import { damage, type NextNight, TwoNights } from './two-nights.js';

const [MONDAY, TUESDAY, WEDNESDAY] = DAYS;
const NEXT = ['--quiet', '--no-mails', '--date', WEDNESDAY];

let nights: TwoNights;
let undamaged: NextNight;
beforeAll(async () => {
  nights = await TwoNights.make();
  undamaged = await nights.nextNight(await nights.copy());
});
afterAll(() => nights?.gone());

const called = (...whats: string[]) =>
  whats.map((what) => [...MENDED, ...PASSED_OVER].find((one) => one.what === what) ?? expect.fail(what));
const at = (store: string, landing = nights.marketplace.landing) => ['--store', store, '--landing', landing];
const doctor = (store: string, ...more: string[]): Promise<Ran> => scorecards('doctor', ...at(store), ...more);
const night = (store: string, ...more: string[]): Promise<Ran> =>
  scorecards('night', ...NEXT, ...at(store), '--policies', nights.marketplace.policies, ...more);
const first = async (store: string, prefix: string): Promise<string> =>
  (await new FolderStore(store).list(prefix))[0]?.key ?? expect.fail(prefix);

describe('scorecards doctor', () => {
  it('finds nothing in a store that is whole, and changes nothing of it', async () => {
    const store = await nights.copy();
    const before = await new FolderStore(store).list('');
    expect(await doctor(store, '--repair')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^Nothing is amiss in .*; \d\d+ Parquet files read from end to end\.\n$/),
    });
    expect(await new FolderStore(store).list('')).toEqual(before);
  });

  // One at a time, and each with a night after it: doctor.long.test.ts.
  it('mends many damages at once; the next night publishes the same bytes as of a store that was never damaged', async () => {
    const store = await nights.copy();
    const ones = called(
      ...['the pointer is half', 'a manifest is half', 'inputs are gone', 'accepted rows have a hole', 'the log is gone'],
      ...['a stray file lies among accepted rows', 'a killed night left a file', 'rejected rows are half'],
    );
    const keys: string[] = [];
    for (const one of ones) keys.push(await damage(store, one));
    const found = await doctor(store);
    for (const key of keys) expect(found.out).toMatch(new RegExp(`^${key}: `, 'm'));
    expect(found.err).toMatch(/^\d+ findings\. Mend \d+ of them: npm run scorecards -- doctor --repair --store /);
    expect(found.code).toBe(3);

    expect(await doctor(store, '--repair')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing is amiss') });
    expect(await doctor(store)).toMatchObject({ code: 0, err: '' });
    expect(await nights.nextNight(store)).toEqual(undamaged);
  });

  it('moves a broken part of the ledger away; what a night has passed over since is nothing new', async () => {
    const store = await nights.copy();
    const key = await damage(store, called('a part of the ledger has a hole')[0]!);
    expect(await doctor(store, '--repair')).toMatchObject({
      code: 0,
      out: expect.stringContaining(`Mended: ${key}: cannot be read (`),
    });
    const next = await nights.nextNight(store);
    expect(next.passed_over).toEqual([`${TUESDAY}-001: ${key}: is gone`]);
    expect(next.rows.seller_metrics).toEqual(undamaged.rows.seller_metrics);
    expect(await doctor(store)).toMatchObject({ code: 0, err: '' });
  });

  it('says what is lost for good, and that a person has to decide', async () => {
    const store = await nights.copy();
    const key = await damage(store, called('accepted rows are cut off')[0]!);
    const nowhere = join(store, '../no-landing');
    for (const more of [[], ['--repair'], []])
      expect(await scorecards('doctor', ...at(store, nowhere), ...more)).toMatchObject({
        code: 3,
        out: expect.stringMatching(
          new RegExp(`${key}: is (cut off|gone).*${nowhere} either; .*\\d+ accepted rows are lost. Put landing/orders`),
        ),
      });
  });

  it('tells mails that are not done, after what it mended, with the code for them', async () => {
    const store = await nights.copy();
    const report = `runs/${MONDAY}/001/mail/shard-0001.done.json`;
    await writeFile(join(store, report), '{"plan_id"');
    expect(await doctor(store)).toMatchObject({ code: 3, out: expect.stringContaining(`${report}: is not whole`) });
    const told = `scorecards -- mails --run ${MONDAY}-001 --store ${store}`;
    expect(await doctor(store, '--repair')).toMatchObject({ code: 4, out: expect.stringContaining(told) });
    expect(await scorecards('mails', '--run', `${MONDAY}-001`, '--store', store)).toMatchObject({
      out: expect.stringContaining('0 written, 3 sent before'),
    });
    expect(await doctor(store)).toMatchObject({ code: 0 });
  });

  it('tells what an import left that was killed, and removes it', async () => {
    const left = `${nights.marketplace.landing}.partial-999999999-left`;
    await mkdir(left);
    const store = await nights.copy();
    expect(await doctor(store)).toMatchObject({ code: 3, out: expect.stringContaining(`${left}: was left by an import`) });
    expect(await doctor(store, '--repair')).toMatchObject({ code: 0, out: expect.stringContaining(`${left}: removed`) });
  });

  it('leaves alone what a night may be writing now', async () => {
    const store = await nights.copy();
    const writing = join(store, 'accepted/.writing-1');
    await writeFile(writing, 'x');
    expect(await doctor(store)).toMatchObject({ code: 0 });
    await utimes(writing, new Date(), new Date(Date.now() - 2 * 3_600_000));
    expect(await doctor(store)).toMatchObject({ code: 3 });
  });

  it('answers wrong usage, and a store that it may not write, in a line', async () => {
    expect(await doctor('no/such/store')).toMatchObject({ code: 2, err: expect.stringContaining('there is no such folder') });
    expect(await scorecards('doctor', '--on', 'aws')).toMatchObject({
      code: 2,
      err: expect.stringContaining('doctor: works on this machine only'),
    });
    const store = await nights.copy();
    await damage(store, called('a receipt is empty')[0]!);
    const readOnly = Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
    const writing = vi.spyOn(FolderStore.prototype, 'fromFile').mockRejectedValue(readOnly);
    const ran = await doctor(store, '--repair');
    writing.mockRestore();
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('is read-only, or not yours to read (EROFS)') });
  });
});

describe('a night over a damaged store', () => {
  it('accepts landed files again whose rows, counts or receipt are damaged, says so, and publishes the same bytes', async () => {
    const store = await nights.copy();
    const [rows, receipt, counts] = [
      await first(store, `accepted/orders/dt=${MONDAY}/`),
      await first(store, `receipts/orders/dt=${TUESDAY}/`),
      await first(store, `counts/dt=${MONDAY}/sellers-`),
    ];
    await rm(join(store, rows));
    await writeFile(join(store, receipt), '{"dataset');
    await writeFile(join(store, counts), 'PAR1 and then nothing');
    const next = await nights.nextNight(store);
    expect(next.accepted_again.sort()).toEqual([
      `landing/orders/dt=${MONDAY}/a.jsonl: ${rows}: is gone`,
      expect.stringMatching(`landing/orders/dt=${TUESDAY}/.*: ${receipt}: is not whole`),
      `landing/sellers/dt=${MONDAY}/a.jsonl: ${counts}: is cut off (21 bytes without the end of a Parquet file)`,
    ]);
    expect(next.files).toEqual(undamaged.files);
    expect(await doctor(store)).toMatchObject({ code: 0 });
  });

  it('stops with the way out where the landed file is gone too, until a person decides', async () => {
    const store = await nights.copy();
    const policies = join(store, '../policies');
    const landing = join(store, '../landing');
    await nights.copyTo({ policies, landing });
    await rm(join(landing, `orders/dt=${MONDAY}`), { recursive: true });
    const key = await first(store, `accepted/orders/dt=${MONDAY}/`);
    await rm(join(store, key));
    const decide = (...args: string[]) =>
      scorecards('landing', ...args, '--because', 'as the test wants', '--policies', policies);
    const stopped = () => scorecards('night', ...NEXT, ...at(store, landing), '--policies', policies);
    await decide('expired', '--before', TUESDAY);
    const { code, err } = await stopped();
    expect(err).toContain(
      `${key}: is gone, and its landed file is gone: 40 accepted rows are lost. Put landing/orders/dt=${MONDAY}/a.jsonl back`,
    );
    expect(err).toContain(`scorecards landing removed --since ${TUESDAY}-001`);
    expect(code).toBe(3);
    await decide('removed', '--since', `${TUESDAY}-001`);
    expect(await stopped()).toMatchObject({ code: 0 });
  });

  it.each([
    [
      'a stray file lies among accepted rows',
      /accepted\/orders\/dt=2026-11-17\/0123\.parquet: cannot be read \(.*the next night accepts/,
    ],
    [
      'accepted rows have a hole',
      /a file of the store cannot be read \(.*"scorecards doctor --repair" finds it and moves it away/,
    ],
  ])('says of a query that fails because %s what to do', async (what, says) => {
    const store = await nights.copy();
    await damage(store, called(what)[0]!);
    const { code, err } = await night(store, '--full');
    expect(err).toMatch(says);
    expect(err).toContain('(not retried: a file of the store is damaged)');
    expect(code).toBe(1);
  });

  it('passes over a run of which a file is cut off', async () => {
    const store = await nights.copy();
    const key = await damage(store, called('a part of the ledger is cut off')[0]!);
    const { code, err } = await night(store);
    expect(err).toMatch(new RegExp(`Warning: run ${TUESDAY}-001: ${key}: is cut off .*It was passed over`));
    expect(code).toBe(0);
  });
});
