/** Teams at the laptop's server, and what pages find there: by the rule that CloudFront's edge asks too. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as keys from '../../contracts/run/keys.js';
import type { Me } from '../../contracts/run/me.js';
import { NothingToRead, NotYetReadable } from '../../dashboard/src/data/reader.js';
import { openRun } from '../../dashboard/src/data/run.js';
import { SignedOut } from '../../dashboard/src/data/signed-out.js';
import { mustBeRegions, placesNamed } from '../../infra/local/readers.js';
import { serveDashboard } from '../../infra/local/serve-dashboard.js';

const RUN = 'runs/2026-11-16/001';
const ID = keys.runIdOf(RUN);
const RULES = { regions: [{ code: 'GB', name: 'United Kingdom' }], metrics: [], programmes: [] };
const file = (region: string) => `${keys.readersDatasetFolder(ID, region, 'scorecards')}part-0.parquet`;
const index = (region: string) => ({
  ...{ run_id: ID, run_date: '2026-11-16', region },
  datasets: { scorecards: { files: [file(region)], rows: 1, bytes: 4 } },
  run: { policy_fingerprint: 'abc', policy_versions: {}, not_measured: ['contact_rate'] },
  policies: RULES,
});
const HELD: Record<string, unknown> = {
  [keys.POINTER]: { run_id: ID, run_date: '2026-11-16', prefix: RUN, policy_versions: {} },
  [keys.manifestKey(RUN)]: {
    run_id: ID,
    run_date: '2026-11-16',
    not_measured: [],
    warnings: [],
    datasets: { decision_figures: { files: [] } },
  },
  [keys.policiesKey(RUN)]: { ...RULES, mails: { leadership: ['boss@market.example'] } },
  ...Object.fromEntries(['GB', 'DE'].map((region) => [keys.readersIndexKey(ID, region), index(region)])),
  [keys.readersIndexKey(ID, 'IE')]: { ...index('IE'), policies: undefined },
  [file('GB')]: 'PAR1',
  [file('DE')]: 'PAR1',
  [`${keys.datasetFolder(RUN, 'scorecards')}part-0.parquet`]: 'PAR1',
};

let store: string;
let servers: Record<string, Awaited<ReturnType<typeof serveDashboard>>>;
beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), 'readers-'));
  for (const [key, value] of Object.entries(HELD)) {
    await mkdir(dirname(join(store, key)), { recursive: true });
    await writeFile(join(store, key), JSON.stringify(value));
  }
  const serve = (as: string) => serveDashboard({ store, port: 0, places: placesNamed(as), say: () => {} });
  servers = { leadership: await serve('leadership'), GB: await serve('GB'), two: await serve('DE, GB'), IE: await serve('IE') };
}, 60_000);
afterAll(async () => {
  for (const server of Object.values(servers ?? {})) await server.close();
  await rm(store, { recursive: true });
});
afterEach(() => vi.unstubAllGlobals());

/** Asks with the path exactly as written. */
const ask = (as: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(servers[as]!.url);
    request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode!, body }));
    })
      .on('error', reject)
      .end();
  });

describe('the team of GB, at the laptop’s server', () => {
  it('reads its own files, by ranges too', async () => {
    expect(await ask('GB', `/of/GB/${file('GB')}`, { range: 'bytes=1-3' })).toEqual({ status: 206, body: 'PAR' });
    expect((await ask('GB', `/of/GB/${keys.POINTER}`)).status).toBe(200);
  });

  it('is told in plain words that the rest is not for it', async () => {
    const refused = [
      `/store/${keys.POINTER}`,
      `/store/${keys.manifestKey(RUN)}`,
      `/store/${keys.policiesKey(RUN)}`,
      `/of/DE/${file('DE')}`,
    ];
    const other = [`/of/GB/${file('DE')}`, `/of/GB/${keys.manifestKey(RUN)}`, `/of/ALL/${file('GB')}`];
    for (const path of [...refused, ...other]) {
      const answer = await ask('GB', path);
      const asked = path === `/store/${keys.policiesKey(RUN)}` ? 404 : 403;
      expect(answer.status, path).toBe(asked);
      if (asked === 403) expect(answer.body).toMatch(/^This is (for the readers of|not for the team of) .+\. You read GB\.\n$/);
    }
  });

  it('gets nothing by a path that is written in another way', async () => {
    const encoded = (text: string) => text.replaceAll('DE', '%44%45');
    const tried = [
      `/of/GB/published/${ID}/GB/../DE/index.json`,
      `/of/GB/published/${ID}/GB/..%2fDE/index.json`,
      encoded(`/of/GB/${file('DE')}`),
    ];
    for (const path of [
      ...tried,
      `/of//GB/${file('GB')}`,
      `/x/../of/DE/${file('DE')}`,
      `/%6ff/DE/${file('DE')}`,
      `/of/GB/${file('DE')}%00`,
    ])
      expect((await ask('GB', path)).status, path).toBe(404);
  });
});

it('leadership reads all of it, and no addresses', async () => {
  for (const key of [keys.POINTER, keys.manifestKey(RUN), file('GB'), keys.readersIndexKey(ID, 'DE')])
    for (const at of ['/store/', '/of/ALL/']) expect((await ask('leadership', at + key)).status, at + key).toBe(200);
  expect(JSON.parse((await ask('leadership', `/store/${keys.policiesKey(RUN)}`)).body)).toEqual(RULES);
});

const page = (as: string) => vi.stubGlobal('document', { querySelector: () => null, baseURI: servers[as]!.url });

describe('pages', () => {
  it('show a team its region, whatever region the address asks for, and say what the run is', async () => {
    page('GB');
    for (const region of ['GB', 'DE', 'ALL']) {
      const { reader, manifest, policies, publishes, decisionFigures } = await openRun(region);
      expect(reader).toMatchObject({ place: 'GB', places: ['GB'], isTeam: true });
      expect(manifest).toMatchObject({
        run_id: ID,
        not_measured: ['contact_rate'],
        datasets: { scorecards: { files: [file('GB')] } },
      });
      expect(policies).toEqual(RULES);
      expect(publishes('decision_figures')).toBe(false);
      expect(await decisionFigures()).toEqual([]);
    }
  });

  it('let a reader of several regions choose one', async () => {
    page('two');
    expect((await openRun('GB')).reader.place).toBe('GB');
    expect((await openRun('FR')).reader).toMatchObject({ place: 'DE', places: ['DE', 'GB'] });
  });

  it('show leadership the run as before, also one that was published before there were indexes with policies', async () => {
    page('leadership');
    const { reader, manifest, policies } = await openRun('GB');
    expect(reader).toMatchObject({ place: 'ALL', isTeam: false });
    expect(Object.keys(manifest.datasets)).toEqual(['decision_figures']);
    expect(policies).toEqual(RULES);
  });

  it('say of a run that is older than the regions’ pages that it is, and never that it is broken', async () => {
    page('IE');
    await expect(openRun()).rejects.toThrow(NotYetReadable);
  });

  const answering = (status: number, me: Partial<Me> | { sign_in: string }) => {
    vi.stubGlobal('document', { querySelector: () => null, baseURI: 'https://scorecards.example/' });
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(me), { status }));
  };
  it('lead to the sign-in where there is one, and tell whoever is in no group', async () => {
    answering(401, { sign_in: 'sign-in' });
    const signedOut = (await openRun().catch((error) => error)) as SignedOut;
    expect(signedOut).toBeInstanceOf(SignedOut);
    expect(signedOut.signIn).toBe('sign-in');
    answering(200, { places: [], store: 'of/{place}/', sign_out: 'sign-out' });
    const nothing = (await openRun().catch((error) => error)) as NothingToRead;
    expect(nothing).toBeInstanceOf(NothingToRead);
    expect(nothing.signOut).toBe('sign-out');
  });
});

it('--as names regions, or leadership', () => {
  expect(placesNamed('GB')).toEqual(['GB']);
  const regions = [
    { code: 'DE', name: 'Germany' },
    { code: 'GB', name: 'United Kingdom' },
  ];
  expect(() => mustBeRegions(['DE', 'GB', 'ALL'], regions)).not.toThrow();
  expect(() => mustBeRegions(['UK'], regions)).toThrow('--as UK: is no region of what is published; did you mean GB?');
  expect(() => mustBeRegions(['XX'], regions)).toThrow('choose among DE, GB, or leadership');
  expect(placesNamed('GB,DE')).toEqual(['DE', 'GB']);
  expect(placesNamed('leadership')).toEqual(['ALL']);
  for (const wrong of ['gb', 'ALL', 'GB,,DE', '../DE', 'region-GB?'])
    expect(() => placesNamed(wrong)).toThrow(/is no region; write a code/);
});
