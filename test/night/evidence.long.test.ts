import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import type { Evidence, Explanation } from '../../contracts/evidence.js';
import { scorecards } from '../helpers/scorecards.js';
import { DECIDED_BY_PERSONS } from './decided-by-persons.js';
import { ask, TestMarketplace } from './test-marketplace.js';

const [FROM, TO] = ['2026-11-02', '2026-11-11'];
const NIGHTS = [FROM, '2026-11-09', '2026-11-10', TO];
const SELLER = 's-1';
const BUYER = 'buyer-of-one-order';
const DECISION = `trusted:2026-11-09:${SELLER}`;

// why one metric: fifty nights ask for no more than they must.
const POLICIES = {
  ...DECIDED_BY_PERSONS,
  metrics: DECIDED_BY_PERSONS.metrics.filter(({ metric }) => metric === 'late_dispatch'),
};

const orderOf = (day: string, at: number, late: boolean) => {
  const scanned = `${late ? addDays(day, 3) : day}T15:00:00Z`;
  return {
    ...{ seller_id: at < 4 ? SELLER : 's-2', order_id: `${day}-${at}`, region: 'GB', fulfilment: 'seller' },
    ...{ buyer_id: day === '2026-10-26' && at === 0 ? BUYER : `buyer-${at}`, placed_at: `${day}T09:00:00Z` },
    ...{ ship_by: `${addDays(day, 1)}T22:00:00Z`, confirmed_at: scanned, first_scan_at: scanned, carrier: 'DHL' },
    ...{ tracking_number: `T${day}${at}`, items: 1, gmv_minor: 1000, currency: 'GBP', updated_at: scanned },
  };
};
const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
/** Of the first week half are sent two days late, and one of the second, which is forgiven. */
const LATE = '2026-11-07-0';
const ordersOf = (day: string): string =>
  lines(Array.from({ length: 6 }, (_, at) => orderOf(day, at, (day < '2026-10-31' && at % 2 === 0) || `${day}-${at}` === LATE)));

describe('an evidence pack', () => {
  let marketplace: TestMarketplace;
  let where: string[];
  let pack: string;
  const evidence = (...args: string[]) => scorecards('evidence', ...args, ...where);
  const build = (to: string, ...more: string[]) =>
    evidence(SELLER, '--from', FROM, '--to', TO, '--out', join(marketplace.folder, to), ...more);
  const verify = (folder = pack) => evidence('--verify', folder);
  const filesIn = async (folder: string): Promise<Record<string, string>> => {
    const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const paths = names.map(({ parentPath, name }) => join(parentPath, name)).sort();
    return Object.fromEntries(
      await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const)),
    );
  };
  const said = async (): Promise<Evidence> => JSON.parse(await readFile(join(pack, 'evidence.json'), 'utf8'));
  /** Alters a file for as long as something is looked at. */
  async function altered<Result>(path: string, look: () => Promise<Result>): Promise<Result> {
    const before = await readFile(path);
    await writeFile(path, Buffer.concat([before, Buffer.from('\n')]));
    try {
      return await look();
    } finally {
      await writeFile(path, before);
    }
  }

  beforeAll(async () => {
    marketplace = await TestMarketplace.make(POLICIES);
    where = ['--store', marketplace.store, '--landing', marketplace.landing];
    pack = join(marketplace.folder, 'pack');
    const seller = {
      ...{ seller_id: SELLER, name: 'One <b>Shop</b>', email: 'one@shop.example', home_region: 'GB', status: 'active' },
      ...{ joined_on: '2025-01-01', email_frequency: 'daily', updated_at: '2026-10-20T08:00:00Z' },
    };
    await marketplace.land([[`sellers/dt=2026-10-25/a.jsonl`, lines([seller])]]);
    const days = Array.from({ length: 60 }, (_, at) => addDays('2026-10-22', at));
    await marketplace.land(days.map((day) => [`orders/dt=${addDays(day, 3)}/a.jsonl`, ordersOf(day)] as const));
    const forgiven = {
      ...{ exemption_id: 'x-1', metrics: ['all'], order_id: LATE, reason: 'carrier_incident', decided_by: 'desk' },
      ...{ decided_at: '2026-11-11T09:00:00Z', updated_at: '2026-11-11T09:00:00Z' },
    };
    await marketplace.land([['exemptions/dt=2026-11-11/a.jsonl', lines([forgiven])]]);
    for (const night of NIGHTS.slice(0, 2)) await marketplace.published(night, { mails: true });
    await scorecards('decide', DECISION, '--approve', '--by', 'ada', '--reason', '=1+1', '--date', '2026-11-10', ...where);
    await marketplace.published(NIGHTS[2]!, { mails: true });
    await scorecards('appeal', DECISION, '--date', TO, ...where);
    await marketplace.published(TO, { mails: true });
    const { code, err } = await build('pack');
    if (code !== 0) throw new Error(err);
  });
  afterAll(() => marketplace?.gone());

  it('says of each night what "explain" prints of it', async () => {
    const { orders, runs } = await said();
    expect(runs.map(({ run_date }) => run_date)).toEqual(NIGHTS);
    for (const { run_id, run_date } of runs) {
      const { out } = await scorecards('explain', SELLER, '--date', run_date, '--json', '--store', marketplace.store);
      const text = await readFile(join(pack, `explanations/${run_id}.json`), 'utf8');
      const { programmes, ...rest } = JSON.parse(text) as Explanation;
      const counted = (programme: string, metric: string) =>
        orders
          .filter((one) => one.programme === programme && one.metric === metric)
          .filter(({ first_run, last_run }) => first_run <= run_id && run_id <= last_run)
          .map(({ first_run: _, last_run: __, programme: ___, metric: ____, ...order }) => order);
      const whole = programmes.map(({ metrics, ...programme }) => ({
        ...programme,
        metrics: metrics.map((row) => ({ ...row, orders: counted(programme.programme, row.metric) })),
      }));
      const printed = JSON.parse(out);
      for (const { metrics } of printed.programmes)
        for (const metric of metrics)
          metric.orders.sort((a: { subject_id: string }, b: { subject_id: string }) => (a.subject_id < b.subject_id ? -1 : 1));
      expect({ ...rest, programmes: whole }).toEqual(printed);
    }
  });

  it('holds the decision, the appeal, the exemption and the mails, and names no buyer and no address', async () => {
    const { decisions, records, mails, days_without_run, orders } = await said();
    expect(decisions.map(({ status, decided_by, appeal_outcome }) => [status, decided_by, appeal_outcome])).toEqual([
      ['proposed', null, null],
      ['in_effect', 'ada', null],
      ['in_effect', 'ada', 'open'],
    ]);
    expect(records.map(({ dataset, id }) => `${dataset} ${id}`)).toEqual([
      expect.stringMatching(/^appeals /),
      `decisions ${DECISION}`,
      'exemptions x-1',
    ]);
    expect(mails).toHaveLength(4);
    expect(mails.filter(({ outcome }) => outcome === 'sent').length).toBeGreaterThan(0);
    expect(days_without_run).toHaveLength(6);
    const forgiven = orders.filter(({ subject_id }) => subject_id === LATE);
    expect(forgiven.map(({ outcome, first_run }) => [outcome, first_run])).toEqual([
      ['fault', '2026-11-10-001'],
      ['forgiven', '2026-11-11-001'],
    ]);
    const all = Object.values(await filesIn(pack)).join('\n');
    expect(all).not.toContain('buyer-');
    expect(all).not.toContain('one@shop.example');
    expect(all).not.toContain(',"=1+1');
    expect(await readFile(join(pack, 'evidence.html'), 'utf8')).toContain('One &lt;b&gt;Shop');
  });

  it('is not written over', async () => {
    const { code, err } = await build('pack');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('holds files already') });
  });

  it.each([25, 50])('after %i further nights is verified', async (nights) => {
    // why one thread: there is next to nothing to share.
    const limits = { memory: '1GB', threads: 1 };
    for (let night = nights - 24; night <= nights; night++) await marketplace.published(addDays(TO, night), { limits });
    const { code, out, err } = await verify();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('it has the same bytes');
  });

  it('comes out of a copy of the store elsewhere in the same bytes', async () => {
    const copy = join(marketplace.folder, 'copied');
    await cp(marketplace.store, copy, { recursive: true });
    expect((await build('again', '--store', copy)).code).toBe(0);
    expect(await filesIn(join(marketplace.folder, 'again'))).toEqual(await filesIn(pack));
  });

  it('is refused when a landed file was altered', async () => {
    const key = 'orders/dt=2026-10-29/a.jsonl';
    const { code, err } = await altered(join(marketplace.landing, key), () => verify());
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining(`landing/${key}: is not what landed`) });
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('is refused when accepted rows or published files were altered, each by its name', async () => {
    const { inputs, files } = await said();
    const accepted = inputs.find(({ dataset }) => dataset === 'orders')!.accepted_key!;
    const published = files.find(({ key }) => key.startsWith('runs/2026-11-10/001/scorecards/'))!.key;
    const ledger = files.find(({ key }) => key.startsWith('ledger/order_outcomes/'))!.key;
    for (const key of [accepted, published, ledger, 'runs/2026-11-10/001/policies.json']) {
      const { code, err } = await altered(join(marketplace.store, key), () => verify());
      expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(new RegExp(`^${key}: was altered `)) });
      expect(err.trim().split('\n'), key).toHaveLength(1);
    }
    expect((await verify()).code).toBe(0);
  });

  it('is refused when it was itself altered, also where its manifest was altered with it', async () => {
    const path = join(pack, 'tables/orders.csv');
    const one = await altered(path, () => verify());
    expect(one).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^tables\/orders\.csv: was altered after the pack was made/),
    });
    const forged = join(marketplace.folder, 'forged');
    await cp(pack, forged, { recursive: true });
    const { contentOfText } = await import('../../cli/evidence/content.js');
    const page = (await readFile(join(forged, 'evidence.html'), 'utf8')).replaceAll('At fault', 'Met');
    const manifest = JSON.parse(await readFile(join(forged, 'manifest.json'), 'utf8'));
    manifest.files['evidence.html'] = contentOfText(page);
    await writeFile(join(forged, 'evidence.html'), page);
    await writeFile(join(forged, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const { code, err } = await verify(forged);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(/^evidence\.html: line \d+ is .*build a new pack\n$/) });
  });

  it('of an altered store is like that store, and from what landed its night says otherwise', async () => {
    const one = async (to: string) => {
      const folder = join(marketplace.folder, to);
      expect((await evidence(SELLER, '--from', '2026-11-10', '--to', '2026-11-10', '--out', folder)).code).toBe(0);
      return evidence('--verify', folder, '--from-landing');
    };
    const { code, out } = await one('honest');
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/Run 2026-11-10-001, made again from \d+ landed files, says the same/),
    });
    const { datasets } = await marketplace.manifest('runs/2026-11-10/001');
    const path = join(marketplace.store, datasets.seller_metrics!.files[0]!);
    const before = await readFile(path);
    await ask(`COPY (SELECT * REPLACE (fault + 1 AS fault) FROM read_parquet('${path}')) TO '${path}.other' (FORMAT parquet)`);
    await rename(`${path}.other`, path);
    expect(await one('lied')).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^run 2026-11-10-001: made again .* says something else: late_dispatch under trusted; /),
    });
    await writeFile(path, before);
  });

  it('says which landed files have expired, and holds by what was accepted of them', async () => {
    const file = join(marketplace.landing, 'orders/dt=2026-10-29/a.jsonl');
    const before = await readFile(file);
    await rm(file);
    const { code, out } = await verify();
    expect(code).toBe(0);
    expect(out).toContain('1 landed file is not in landing any more, and could not be looked at: orders/dt=2026-10-29/a.jsonl');
    await writeFile(file, before);
  });

  it('holds when a buyer was erased, and says so; what landed may be written anew for it', async () => {
    const file = join(marketplace.landing, 'orders/dt=2026-10-29/a.jsonl');
    expect((await scorecards('erase', '--buyer', BUYER, '--because', 'asked', ...where)).code).toBe(3);
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(BUYER, 'nobody'));
    const { code, out, err } = await verify();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /2 files changed by an erasure, not by anything else: accepted\/orders\/\S+, landing\/orders\S+ \(erasures\//,
    );
    expect((await build('erased')).code).toBe(0);
    expect(await filesIn(join(marketplace.folder, 'erased'))).toEqual(await filesIn(pack));
  });

  it('shows the run that it was made of, also once its day was judged again; that run is made again under its own number', async () => {
    await marketplace.published('2026-11-10');
    const { code, out } = await verify();
    expect(code).toBe(0);
    expect(out).toContain('Run 2026-11-10-002 was published since for 10 Nov 2026');
    const folder = join(marketplace.folder, 'second');
    expect((await evidence(SELLER, '--from', '2026-11-10', '--to', '2026-11-10', '--out', folder)).code).toBe(0);
    const again = await evidence('--verify', folder, '--from-landing');
    expect({ code: again.code, out: again.out }).toEqual({
      code: 0,
      out: expect.stringMatching(/Run 2026-11-10-002, made again from \d+ landed files, says the same/),
    });
  });
});
