import { AthenaClient } from '@aws-sdk/client-athena';
import { GlueClient } from '@aws-sdk/client-glue';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../../contracts/published/index.js';
import { runIdOf } from '../../../contracts/run/keys.js';
import { limitsOf } from '../../../infra/aws/account/read-limits.js';
import { askAll } from '../../../infra/aws/smoke/ask.js';
import { AtHand } from '../../../infra/aws/smoke/at-hand.js';
import { asYourself } from '../../../infra/aws/smoke/start-query.js';
import { generateSample } from '../../../sample/generate.js';
import { TestMarketplace } from '../../night/test-marketplace.js';
import { isRunning, serverOrSkip } from '../servers/server.js';
import { Emulated } from './emulated.js';

const MONDAY = '2026-11-16';
/**
 * Bytes: a quarter of what Athena takes, and half of it for what reads no landed rows. The quick tests hold every statement to the
 * same with 20,000 landed files.
 */
const MOST_BYTES = { landed: 65_536, computed: 131_072 };
const readsLanded = (text: string): boolean => text.includes('"run_inputs"');

const started = await serverOrSkip('nights whose queries are started by their text', () => Emulated.start() as never);

describe.skipIf(!isRunning(started))('a stage that starts its queries by their text, on an AWS emulator', () => {
  const emulated = started as unknown as Emulated;
  let laptop: TestMarketplace;

  beforeAll(async () => {
    laptop = await TestMarketplace.make();
    await generateSample({ to: laptop.landing, sellers: 40, orders: 1_000, days: 60, lastDay: MONDAY });
    await emulated.deploy('policies', { queries: 'inline' });
    await emulated.land(laptop.landing);
  });
  afterAll(async () => {
    await laptop?.gone();
    await emulated?.stop?.();
  });

  it('publishes the same rows as the laptop, prepares nothing, and tries a failed query again', async () => {
    const expected = await laptop.published(MONDAY);
    emulated.athena.trouble.set('orders', 'exhausted').set('scorecards', 'endless');
    const night = await emulated.night(MONDAY, 'inline', false);
    expect(night).toMatchObject({ status: 'SUCCEEDED', tasks: { ConsiderRetry: 2 } });
    expect(emulated.athena.asked.filter((text) => text.startsWith('EXECUTE'))).toEqual([]);
    expect(emulated.athena.asked.length).toBeGreaterThan(30);
    expect(await emulated.athena.preparedStatements(emulated.deployment.names.WorkGroup!)).toEqual([]);
    const nameless = (rows: readonly string[], prefix: string) => rows.map((row) => row.replaceAll(runIdOf(prefix), 'this run'));
    for (const dataset of [...Object.keys(PUBLISHED), 'order_outcomes'])
      expect(nameless(await emulated.rows(night.prefix, dataset), night.prefix).sort(), dataset).toEqual(
        nameless(await laptop.rows(expected.prefix, dataset), expected.prefix).sort(),
      );
  });

  it('stops with the words of Athena for a query that is wrong, although its text fills the cause of the failure', async () => {
    emulated.athena.trouble.set('order_outcomes', 'wrong');
    const night = await emulated.night(MONDAY, 'inline-wrong', false);
    emulated.athena.trouble.clear();
    expect(night.status).toBe('FAILED');
    expect(night.cause).toMatch(/^sql\/outcomes\/order_outcomes\.sql: COLUMN_NOT_FOUND: line 3:8/);
    expect(night.tasks.ConsiderRetry).toBe(1);
  });

  it('asks in statements that are small, and none names a landed file', async () => {
    const texts = emulated.athena.asked.map((text) => ({ text, bytes: Buffer.byteLength(text) }));
    const [largest] = texts.toSorted((a, b) => b.bytes - a.bytes);
    const place = largest!.text.split('\n').at(-1);
    console.log(`The largest of ${texts.length} statements has ${largest!.bytes.toLocaleString('en')} bytes: ${place}`);
    expect(texts.filter(({ text }) => readsLanded(text)).length).toBeGreaterThan(5);
    for (const { text, bytes } of texts)
      expect(bytes, text.slice(-200)).toBeLessThanOrEqual(MOST_BYTES[readsLanded(text) ? 'landed' : 'computed']);
    const landed = (await emulated.store.list('receipts/')).map(({ key }) => key.split('/').at(-1)!.replace('.json', ''));
    expect(landed.length).toBeGreaterThan(30);
    for (const { text } of texts) expect(landed.filter((id) => text.includes(id))).toEqual([]);
  });

  it('is asked by the smoke as far as an emulator can answer, which leaves nothing behind', async () => {
    const { names, settings } = emulated.deployment;
    const { endpoint, region, credentials } = emulated.aws;
    const client = { endpoint, region, credentials };
    const athena = new AthenaClient({ ...client, endpoint: emulated.athena.endpoint });
    const clients = {
      athena,
      s3: new S3Client(client),
      glue: new GlueClient(client),
      lambda: new LambdaClient(client),
      states: new SFNClient(client),
      ses: new SESv2Client(client),
    };
    const at = new AtHand({
      ...{ settings, clients, now: new Date() },
      at: {
        ...{ stage: settings.stage, group: 'europe', region },
        landingBucket: names.LandingBucket!,
        storeBucket: names.StoreBucket!,
        database: names.Database!,
        workGroup: names.WorkGroup!,
        stateMachine: names.StateMachine!,
      },
      group: settings.groups[0]!,
      limits: limitsOf(client),
      start: asYourself(athena, 'an emulator judges no rights'),
      rights: 'not judged',
      sender: 'scorecards@marketplace.example',
      digits: 4,
    });
    const lying = async () => [...(await emulated.store.list('')), ...(await emulated.landing.list(''))].map(({ key }) => key);
    const before = await lying();
    const lines: string[] = [];
    const failed = await askAll(at, (line) => lines.push(line));
    console.log(lines.join('\n'));
    expect(lines.slice(0, -1).map((line) => line.slice(0, 34).trim())).toEqual([
      "NOT ASKED  the night's rights",
      "PASS       the night's rights",
      'PASS       UNLOAD',
      'PASS       UNLOAD',
      'PASS       written files',
      'PASS       written files',
      'PASS       the first landing day',
      'PASS       the first landing day',
      'NOT ASKED  many at once',
      'PASS       many at once',
      'PASS       the pointer',
      'NOT ASKED  the pointer',
      'PASS       mails',
      'PASS       mails',
      'PASS       mails',
    ]);
    expect(lines.at(-1)).toMatch(/^\d+ objects that this wrote are deleted\.$/);
    expect(failed).toBe(0);
    expect(await lying()).toEqual(before);
    expect(await emulated.athena.preparedStatements(names.WorkGroup!)).toEqual([]);
  });
});
