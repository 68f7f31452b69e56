/** A week of nights on the emulator to which something happens each; every one publishes what the laptop's does. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Landing } from '../../../contracts/run/inputs.js';
import { landingKey, openedKey, POINTER } from '../../../contracts/run/keys.js';
import type { Opened } from '../../../contracts/run/opened.js';
import type { Pointer } from '../../../contracts/run/pointer.js';
import { FolderStore } from '../../../infra/local/object-store.js';
import type { NightOutcome } from '../../../infra/shared/night-outcome.js';
import { toJson } from '../../../lambdas/shared/object-store.js';
import { need } from '../../../lambdas/shared/read-run-files.js';
import { readPolicyFiles } from '../../../policies/files.js';
import { generateSample } from '../../../sample/generate.js';
import { TestMarketplace } from '../../night/test-marketplace.js';
import { isRunning, serverOrSkip } from '../servers/server.js';
import { bySubject, DATASETS, nameless, outboxOf } from './compared.js';
import { Emulated, type EmulatedNight, type SentMail } from './emulated.js';
import { asRead, copies, forget, landHourly, takeIn } from './many-names.js';

type Night = NightOutcome & { prefix: string };

const [SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY] = ['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'];
const TRIAL = 'trial-standards.yaml';
/** why: 50 files a day land as many names in 400 days. */
const NAMES = 20_000;
/** Athena's own limit on the text of a statement, in bytes. */
const MOST_BYTES = 262_144;
/** Functions that a Map calls many times at once. */
const CALLED_AT_ONCE = ['accept-files', 'prepare-query', 'collect-output'];

const started = await serverOrSkip('a week of nights on an AWS emulator', () => Emulated.start() as never);

/** The project's policies, and a second programme of the same bounds. */
async function withTrial() {
  const files = await readPolicyFiles('policies');
  const own = files['eu-seller-standards.yaml']!;
  return { files: { ...files, [TRIAL]: own.replace('programme: eu-seller-standards', 'programme: trial-standards') } };
}

describe.skipIf(!isRunning(started))('a week of nights on an AWS emulator', () => {
  const emulated = started as unknown as Emulated;
  let laptop: TestMarketplace;
  let expected: Record<'sunday' | 'monday' | 'tuesday' | 'wednesday', Night>;
  let sundayMails: SentMail[];
  let tuesdayMails: SentMail[];
  let wednesday: EmulatedNight;

  beforeAll(async () => {
    laptop = await TestMarketplace.make(await withTrial());
    await generateSample({ to: laptop.landing, sellers: 60, orders: 3_000, days: 60, lastDay: THURSDAY });
    const landing = new FolderStore(laptop.landing);
    await landHourly(laptop, async (key) =>
      gunzipSync((await landing.read(key))!.body)
        .toString()
        .split('\n'),
    );
    await emulated.deploy(laptop.policies);
    await emulated.land(laptop.landing, (key) => !key.startsWith(`orders/dt=${TUESDAY}/`));

    const sunday = await laptop.published(SUNDAY!, { mails: true });
    sundayMails = await outboxOf(laptop.store);
    // As a night that is killed once it is published: mails were to go out, and nothing of them is there.
    const monday = await laptop.published(MONDAY!, { mails: false });
    const store = new FolderStore(laptop.store);
    const opened = await need<Opened>(store, openedKey(monday.prefix));
    await store.write(openedKey(monday.prefix), toJson({ ...opened, mails: true }));
    const tuesday = await laptop.published(TUESDAY!, { mails: true });
    tuesdayMails = await outboxOf(laptop.store);
    await rm(join(laptop.policies, TRIAL));
    expected = { sunday, monday, tuesday, wednesday: await laptop.published(WEDNESDAY!, { mails: false }) };
  });
  afterAll(async () => {
    await laptop?.gone();
    await emulated?.stop?.();
  });

  const sameRows = async (prefix: string, laptops: string) => {
    for (const dataset of DATASETS)
      expect(nameless(await emulated.rows(prefix, dataset), prefix), dataset).toEqual(
        nameless(await laptop.rows(laptops, dataset), laptops),
      );
  };
  const programmesOf = async (prefix: string) => {
    const rows = await emulated.rows(prefix, 'scorecards');
    return [...new Set(rows.map((row) => (JSON.parse(row) as { programme: string }).programme))].sort();
  };
  const pointer = () => need<Pointer>(emulated.store, POINTER);

  it("a throttled account's night takes longer, and publishes the same", async () => {
    for (const folder of CALLED_AT_ONCE) await emulated.atOnce(folder, 2);
    const night = await emulated.night(SUNDAY!, 'sunday');
    for (const folder of CALLED_AT_ONCE) await emulated.atOnce(folder, undefined);
    expect(night.status).toBe('SUCCEEDED');
    expect([...new Set(night.failures.map(({ error }) => error))]).toEqual(['Lambda.TooManyRequestsException']);
    console.log(`A throttled account refused ${night.failures.length} calls of functions in the night's own execution.`);
    await sameRows(night.prefix, expected.sunday.prefix);
    expect(await programmesOf(night.prefix)).toEqual(['eu-seller-standards', 'trial-standards']);
    expect((await emulated.mails()).sort(bySubject)).toEqual(sundayMails.sort(bySubject));
  });

  it('a Monday that is killed once it is published has mailed nobody', async () => {
    await emulated.atOnce('register-results', 0);
    const monday = await emulated.start(MONDAY!, 'monday');
    await emulated.reaches(monday, 'RegisterResults');
    await emulated.kill(monday);
    await emulated.atOnce('register-results', undefined);
    const night = await emulated.ended(monday);
    expect(night.status).toBe('ABORTED');
    expect(night.states).not.toContain('PlanEmails');
    expect(await pointer()).toMatchObject({ run_date: MONDAY, prefix: night.prefix });
    await sameRows(night.prefix, expected.monday.prefix);
    expect(await emulated.mails()).toHaveLength(sundayMails.length);
  });

  it("a late file is waited for, and that night sends the killed Monday's mails", async () => {
    // The emulator waits a twentieth of the time that it is told to.
    const wait_until = new Date(Date.now() + 240_000).toISOString();
    const tuesday = await emulated.start(TUESDAY!, 'tuesday', { wait_until });
    await emulated.reaches(tuesday, 'WaitForOrders');
    await emulated.land(laptop.landing, (key) => key.startsWith(`orders/dt=${TUESDAY}/`));
    const night = await emulated.ended(tuesday);
    expect(night).toMatchObject({ status: 'SUCCEEDED', failures: [] });
    expect(night.states.filter((state) => state === 'OpenRun').length).toBeGreaterThan(1);
    await sameRows(night.prefix, expected.tuesday.prefix);
    const sent = (await emulated.mails()).slice(sundayMails.length);
    expect(sent.length).toBeGreaterThan(10);
    expect([...sundayMails, ...sent].sort(bySubject)).toEqual(tuesdayMails.sort(bySubject));
  });

  it('a programme that is removed and deployed is in force no longer', async () => {
    await emulated.deployPolicies(laptop.policies);
    wednesday = await emulated.night(WEDNESDAY!, 'wednesday', false);
    expect(wednesday).toMatchObject({ status: 'SUCCEEDED', failures: [] });
    expect(await programmesOf(wednesday.prefix)).toEqual(['eu-seller-standards']);
    await sameRows(wednesday.prefix, expected.wednesday.prefix);
  });

  it('20,000 landed names of history make no statement longer, and change no number', async () => {
    const ofWednesday = emulated.athena.statements.splice(0);
    const made = await copies(laptop, expected.wednesday.prefix, { to: join(laptop.folder, 'many'), names: NAMES });
    await takeIn(laptop, expected.wednesday.prefix, made);
    const { LandingBucket, StoreBucket } = emulated.deployment.names;
    expect(await emulated.aws.plant(made.landing, LandingBucket!)).toBe(NAMES);
    expect(await emulated.aws.plant(made.store, StoreBucket!)).toBe(3 * NAMES);
    await asRead(emulated.store, wednesday.prefix, made);
    emulated.athena.alsoIn(made.store);

    const thursday = await laptop.published(THURSDAY!, { mails: false });
    const night = await emulated.night(THURSDAY!, 'thursday', false);
    expect(night).toMatchObject({ status: 'SUCCEEDED', failures: [] });
    const { files } = await need<Landing>(emulated.store, landingKey(night.prefix));
    expect(files.filter((file) => 'file_id' in file).length).toBeGreaterThan(NAMES);
    await sameRows(night.prefix, thursday.prefix);

    const longest = (some: typeof ofWednesday) => some.reduce((most, one) => (one.bytes > most.bytes ? one : most));
    const ofThursday = emulated.athena.statements;
    // A night has as many statements as the next; before them lie those of earlier nights.
    const [before, after] = [longest(ofWednesday.slice(-ofThursday.length)), longest(ofThursday)];
    console.log(
      `Longest statement: ${before.bytes} bytes with ${files.length - made.files.length} landed names, ${after.bytes} (${after.name}) with ${files.length}; Athena takes ${MOST_BYTES}.`,
    );
    expect(after.bytes).toBeLessThan(MOST_BYTES / 2);
    expect(Math.abs(after.bytes - before.bytes)).toBeLessThan(2_000);
    await forget(made);
  });
});
