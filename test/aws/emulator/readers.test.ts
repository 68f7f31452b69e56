/** What sellers and readers ask of a deployed stage: how often mails come, what mail systems report, signing in, what is read from where. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { POINTER, readersIndexKey, runIdOf } from '../../../contracts/run/keys.js';
import { groupOfRegion, placeUrl } from '../../../contracts/run/may-read.js';
import type { ReadersIndex } from '../../../contracts/run/teams.js';
import { afterDashboards, beforeDashboards } from '../../../infra/aws/dashboard/deploy.js';
import { dashboardStacks, signingKeyAt } from '../../../infra/aws/dashboard/names.js';
import { parametersIn } from '../../../infra/aws/dashboard/parameters.js';
import { DOOR_HEADER } from '../../../infra/aws/door.js';
import { type Settings, settingsOf } from '../../../infra/aws/settings.js';
import { FolderStore } from '../../../infra/local/object-store.js';
import { linkKeysOfStore } from '../../../infra/shared/link-keys.js';
import { sellerTag } from '../../../lambdas/mail-feedback/feedback.js';
import { tokenFor } from '../../../lambdas/shared/mail-link.js';
import { readPreferences } from '../../../lambdas/shared/mail-preferences.js';
import { need } from '../../../lambdas/shared/read-run-files.js';
import { generateSample } from '../../../sample/generate.js';
import { TestMarketplace } from '../../night/test-marketplace.js';
import { isRunning, serverOrSkip } from '../servers/server.js';
import { Emulated } from './emulated.js';
import { type Answer, signedFor, Web } from './web.js';

const DAY = '2026-11-16';
const AT = { stage: 'dev', group: 'europe' };
const HOST = 'scorecards.marketplace.example';
const dev = settingsOf('dev');
const certificate = 'arn:aws:acm:us-east-1:000000000000:certificate/0e1f2a3b-0000-4000-8000-000000000000';
const groups = [{ ...dev.groups[0]!, dashboard: { host: HOST, certificate, sessionMinutes: 60, signingKey: 1 } }];
const settings: Settings = { ...dev, groups };

/** The one thing that the emulator cannot be asked under its own name: the function asks Cognito, and is led here. */
const LED_HERE = (endpoint: string) => `
const asked = globalThis.fetch;
globalThis.fetch = (url, more) => asked(String(url).replace(/^https:\\/\\/cognito-idp\\.[^/]+/, ${JSON.stringify(endpoint)}), more);
`;

const started = await serverOrSkip('what sellers and readers ask of an AWS emulator', () => Emulated.start() as never);

describe.skipIf(!isRunning(started))('a stage with a dashboard, on an AWS emulator', () => {
  const emulated = started as unknown as Emulated;
  const { aws } = emulated;
  const web = new Web(aws);
  let laptop: TestMarketplace;
  let scratch: string;
  let publicKey: string;
  let runId: string;
  let signedIn: Answer;
  const said: string[] = [];

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'readers-'));
    laptop = await TestMarketplace.make();
    await generateSample({ to: laptop.landing, sellers: 20, orders: 600, days: 60, lastDay: DAY });
    runId = runIdOf((await laptop.published(DAY)).prefix);

    // As a deployment finds its account.
    for (const [name, value] of Object.entries({
      ...{ AWS_ENDPOINT_URL: aws.endpoint, AWS_ACCESS_KEY_ID: aws.credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: 'test' },
    }))
      vi.stubEnv(name, value);
    await beforeDashboards(settings, (line) => void said.push(line));
    publicKey = (await parametersIn(aws.region).get(signingKeyAt(AT, 1, 'public')))!;
    await emulated.deployStacks(settings);
    await aws.plant(laptop.store, emulated.deployment.names.StoreBucket!);
    console.log(emulated.deployment.differences.changed.filter((change) => !/version/.test(change)).join('\n'));
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await laptop?.gone();
    await emulated?.stop?.();
    await rm(scratch, { recursive: true, force: true });
  });

  describe('a seller', () => {
    const SELLER = 'Käthe & Söhne';
    let page: string;
    let door: Record<string, string>;
    beforeAll(async () => {
      page = `/mail-preferences?t=${tokenFor(SELLER, 'mails', await linkKeysOfStore(emulated.store))}`;
      door = { [DOOR_HEADER]: (await web.variables('mail-preferences')).DOOR_SECRET! };
    });
    const oneClick = () =>
      web.ask('mail-preferences', page, {
        ...{ method: 'POST', body: 'List-Unsubscribe=One-Click' },
        headers: { ...door, 'content-type': 'application/x-www-form-urlencoded' },
      });

    it('is answered through CloudFront alone', async () => {
      expect((await web.ask('mail-preferences', page)).status).toBe(403);
      expect((await web.ask('mail-preferences', page, { headers: { [DOOR_HEADER]: 'guessed' } })).status).toBe(403);
      expect((await web.ask('mail-preferences', `${page}x`, { headers: door })).status).toBe(404);
    });

    it('reads the page in the language of the browser, which changes nothing', async () => {
      const { status, text } = await web.ask('mail-preferences', page, { headers: { ...door, 'accept-language': 'de' } });
      expect(status).toBe(200);
      expect(text).toMatch(/<html lang="de/);
      expect(await readPreferences(emulated.store, SELLER)).toBeUndefined();
    });

    it('stops the mails with one click, and a second click changes nothing', async () => {
      expect((await oneClick()).status).toBe(200);
      const asked = (await readPreferences(emulated.store, SELLER))!;
      expect(asked).toMatchObject({ seller_id: SELLER, asked: { frequency: 'off', by: 'one_click' } });
      expect((await oneClick()).status).toBe(200);
      expect(await readPreferences(emulated.store, SELLER)).toEqual(asked);
    });

    it('is not written to at an address that mails came back from, once SES has reported it', async () => {
      const event = {
        source: 'aws.ses',
        'detail-type': 'Email Bounced',
        detail: {
          mail: { tags: { seller: [sellerTag(SELLER)], 'ses:configuration-set': [emulated.deployment.names.ConfigurationSet!] } },
          bounce: {
            ...{ bounceType: 'Permanent', bounceSubType: 'General', timestamp: '2026-11-16T07:00:00Z' },
            bouncedRecipients: [{ emailAddress: 'kaethe@example.com' }],
          },
        },
      };
      expect(await isTakenByRule(event)).toBe(true);
      expect(await isTakenByRule({ ...event, detail: { ...event.detail, mail: { tags: {} } } })).toBe(false);
      expect(await web.invoke('mail-feedback', event)).toEqual({ noted: true });
      expect(await readPreferences(emulated.store, SELLER)).toMatchObject({ bounced: { because: 'General' } });
    });
  });

  /** Whether the deployed rule hands an event to the function. */
  async function isTakenByRule(event: object): Promise<boolean> {
    const rule = await aws.ask('events', {
      ...{ target: 'AWSEvents.DescribeRule', body: { Name: 'scorecards-dev-europe-mail-feedback' } },
    });
    const { EventPattern } = JSON.parse(rule) as { EventPattern: string };
    const whole = { id: '1', account: aws.account, time: '2026-11-16T07:00:00Z', region: aws.region, resources: [], ...event };
    const body = { EventPattern, Event: JSON.stringify(whole) };
    const told = await aws.ask('events', { target: 'AWSEvents.TestEventPattern', body });
    return (JSON.parse(told) as { Result: boolean }).Result;
  }

  describe('a reader of Great Britain', () => {
    const person = { UserPoolId: '', Username: 'gb@marketplace.example' };
    const PASSWORD = 'long-enough-For-1-test';
    const cognito = (what: string, body: object) =>
      aws.ask('cognito-idp', { target: `AWSCognitoIdentityProviderService.${what}`, body: { ...person, ...body } });

    beforeAll(async () => {
      const { ISSUER } = await web.variables('sign-in');
      person.UserPoolId = ISSUER!.split('/').at(-1)!;
      await cognito('AdminCreateUser', {
        TemporaryPassword: `${PASSWORD}-first`,
        UserAttributes: [{ Name: 'email', Value: person.Username }],
      });
      await cognito('AdminSetUserPassword', { Password: PASSWORD, Permanent: true });
      await cognito('AdminAddUserToGroup', { GroupName: groupOfRegion('GB') });
      const led = join(scratch, 'led-here.mjs');
      await writeFile(led, LED_HERE(aws.endpoint));
      await emulated.misconfigure('sign-in', { NODE_OPTIONS: `--import=${pathToFileURL(led)}` });
    });

    it('is asked to sign in', async () => {
      expect(await web.ask('sign-in', '/me.json')).toMatchObject({ status: 401, text: '{"sign_in":"sign-in"}' });
    });

    it('signs in with Cognito, and comes back to the page that was wanted', async () => {
      const begun = await web.ask('sign-in', `/sign-in?to=${encodeURIComponent('#/quality')}`);
      expect(begun).toMatchObject({ status: 302, location: expect.stringContaining('/oauth2/authorize?') });
      const form = (await web.fetch(begun.location)).text;
      const hidden = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!,
      ]);
      const login = (password: string) =>
        web.fetch(`${aws.endpoint}/login`, {
          method: 'POST',
          body: new URLSearchParams([...hidden, ['username', person.Username], ['password', password]]),
        });
      expect((await login('guessed')).status).toBe(200);
      const back = new URL((await login(PASSWORD)).location);
      expect(back.origin + back.pathname).toBe(`https://${HOST}/signed-in`);

      const cookies = { '__Host-sign-in': begun.cookies['__Host-sign-in']!.value };
      expect(await web.ask('sign-in', `/signed-in${back.search}`)).toMatchObject({ status: 302, location: '/' });
      signedIn = await web.askWith(cookies, 'sign-in', `/signed-in${back.search}`);
      expect(signedIn).toMatchObject({ status: 302, location: '/#/quality' });
    });

    it('may read what is below its own place, and CloudFront knows who signed that', () => {
      expect(signedIn.cookies['CloudFront-Policy']!.path).toBe(placeUrl('GB'));
      expect(signedFor(signedIn, publicKey)).toBe(`https://${HOST}${placeUrl('GB')}*`);
    });

    it('is told its name and its place', async () => {
      const cookies = { '__Host-reader': signedIn.cookies['__Host-reader']!.value };
      const { status, text } = await web.askWith(cookies, 'sign-in', '/me.json');
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({ places: ['GB'], name: person.Username });
    });

    it('reads the same bytes as on the laptop, file by file, and from no other place any', async () => {
      const [edge, onLaptop] = [await web.edge(), new FolderStore(laptop.store)];
      const { datasets } = await need<ReadersIndex>(onLaptop, readersIndexKey(runId, 'GB'));
      const files = [POINTER, readersIndexKey(runId, 'GB'), ...Object.values(datasets).flatMap(({ files }) => files)];
      expect(files.length).toBeGreaterThan(20);
      for (const file of files) {
        const { uri } = edge(`${placeUrl('GB')}${file}`);
        const [found, expected] = [await emulated.store.read(uri!.slice(1)), await onLaptop.read(file)];
        expect(sha(found!.body), file).toBe(sha(expected!.body));
        if (file !== POINTER) expect(edge(`${placeUrl('DE')}${file}`).statusCode, file).toBe(403);
      }
      for (const file of ['send-ledger', 'mail-preferences/x.json', `../ALL/${POINTER}`])
        expect(edge(`${placeUrl('GB')}${file}`).uri, file).toBeUndefined();
    });

    it('signs out of everything', async () => {
      const cookies = { '__Host-reader': signedIn.cookies['__Host-reader']!.value };
      const out = await web.askWith(cookies, 'sign-in', '/sign-out');
      expect(out.location).toMatch(/^https:\/\/scorecards-dev-europe-\d+\.auth\.eu-west-1\.amazoncognito\.com\/logout\?/);
      expect(Object.keys(out.cookies).sort()).toEqual(
        Object.keys(signedIn.cookies)
          .filter((name) => name !== '__Host-sign-in')
          .sort(),
      );
      expect(Object.values(out.cookies).every(({ value }) => value === '')).toBe(true);
    });
  });

  it('has its pages put in place by the deployment, the one that leads to the others last', async () => {
    const { dashboard, watch } = dashboardStacks(AT);
    const deployed: string[] = [];
    await afterDashboards(
      settings,
      { [dashboard]: emulated.deployment.names },
      { say: (line) => void said.push(line), cdk: async (stack) => void deployed.push(stack) },
    );
    expect(said[0]).toBe('europe: signing key 1 of the dashboard is made');
    expect(deployed).toEqual([watch]);
    expect(said.at(-1)).toMatch(
      /files of the dashboard are in place; https:\/\/scorecards\.marketplace\.example\/ must lead to /,
    );
    const index = await fetch(`${aws.endpoint}/${emulated.deployment.names.PagesBucket}/index.html`);
    expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const scripts = [...(await index.text()).matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, path]) => path!);
    expect(scripts.length).toBeGreaterThan(1);
    for (const path of scripts) {
      const asset = await fetch(`${aws.endpoint}/${emulated.deployment.names.PagesBucket}/${path}`);
      expect([path, asset.status, asset.headers.get('cache-control')]).toEqual([path, 200, expect.stringContaining('immutable')]);
    }
  });
});

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
