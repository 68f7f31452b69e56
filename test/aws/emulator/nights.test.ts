import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../../contracts/published/index.js';
import {
  failureKey,
  mailsSaidFolder,
  outputPrefix,
  POINTER,
  readersFolder,
  readersIndexKey,
  runIdOf,
} from '../../../contracts/run/keys.js';
import type { Pointer } from '../../../contracts/run/pointer.js';
import { ALL_REGIONS, forTeams, type ReadersIndex } from '../../../contracts/run/teams.js';
import { FolderStore } from '../../../infra/local/object-store.js';
import type { NightOutcome } from '../../../infra/shared/night-outcome.js';
import type { ObjectStore } from '../../../lambdas/shared/object-store.js';
import { readParquet } from '../../../lambdas/shared/read-parquet.js';
import { need } from '../../../lambdas/shared/read-run-files.js';
import { generateSample } from '../../../sample/generate.js';
import { readSqlFiles } from '../../../sql/files.js';
import { queryFilesOf } from '../../../sql/query-files.js';
import { TestMarketplace } from '../../night/test-marketplace.js';
import { isRunning, serverOrSkip } from '../servers/server.js';
import { bySubject, DATASETS, nameless, outboxOf } from './compared.js';
import { Emulated, type SentMail } from './emulated.js';

/** Sunday and Monday: the first night reads everything, the second builds on it and has the digest. */
const SUNDAY = '2026-11-15';
const MONDAY = '2026-11-16';
const TUESDAY = '2026-11-17';

/** How often each task ran on the laptop. */
function tasksOf({ states }: NightOutcome): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

const started = await serverOrSkip('whole nights on an AWS emulator', () => Emulated.start() as never);

describe.skipIf(!isRunning(started))('nights on an AWS emulator, of which we wrote only the answers of Athena', () => {
  const emulated = started as unknown as Emulated;
  let laptop: TestMarketplace;
  let sunday: NightOutcome & { prefix: string };
  let monday: NightOutcome & { prefix: string };
  let sundayMails: SentMail[];
  let allMails: SentMail[];

  beforeAll(async () => {
    laptop = await TestMarketplace.make();
    await generateSample({ to: laptop.landing, sellers: 60, orders: 3_000, days: 60, lastDay: MONDAY });
    sunday = await laptop.published(SUNDAY, { mails: true });
    sundayMails = await outboxOf(laptop.store);
    monday = await laptop.published(MONDAY, { mails: true });
    allMails = await outboxOf(laptop.store);
    await emulated.deploy('policies');
    await emulated.land(laptop.landing);
    const { deployed, changed } = emulated.deployment.differences;
    console.log(
      [
        `${deployed} resources of three stacks deployed through the emulator's CloudFormation.`,
        'Left out: the version of the workflow and its alias, which the emulator does not make.',
        ...changed.map((change) => `Changed: ${change}.`),
        'Stand-in: StartQueryExecution, GetQueryExecution and StopQueryExecution run the registered statement on DuckDB.',
        'Stand-in: UpdatePartition of Glue deletes the partition and makes it anew.',
        'Not shown by this emulator: permissions (every role may do everything), names of errors thrown in a function,',
        'and that a Map stops its other items when one has failed. Schedules and alarms are made, and not waited for.',
      ].join('\n'),
    );
  });
  afterAll(async () => {
    await laptop?.gone();
    await emulated?.stop?.();
  });

  const pointer = async () => need<Pointer>(emulated.store, POINTER);
  const sameRows = async (prefix: string, expected: string) => {
    for (const dataset of DATASETS)
      expect(nameless(await emulated.rows(prefix, dataset), prefix), dataset).toEqual(
        nameless(await laptop.rows(expected, dataset), expected),
      );
  };

  /** What the mails said lies beside what each team reads, in the same files as on the laptop. */
  const sameMailsSaid = async (prefix: string, expected: string) => {
    const filesOf = async (store: ObjectStore, run: string, place: string) => {
      const folder = mailsSaidFolder(runIdOf(run), place);
      return (await store.list(folder)).map(({ key }) => key.slice(folder.length)).sort();
    };
    const places = Object.keys((await laptop.manifest(expected)).regions ?? {});
    const found = await Promise.all(places.map((place) => filesOf(emulated.store, prefix, place)));
    expect(found.flat().length).toBeGreaterThan(places.length);
    expect(found).toEqual(await Promise.all(places.map((place) => filesOf(new FolderStore(laptop.store), expected, place))));
  };

  /** Each team finds what it finds on the laptop: so many rows of every dataset, and through its tables the same rows of some. */
  const sameForTeams = async (prefix: string, expected: string) => {
    const { regions = {} } = await laptop.manifest(expected);
    const indexOf = (store: ObjectStore, run: string, region: string) =>
      need<ReadersIndex>(store, readersIndexKey(runIdOf(run), region));
    for (const region of Object.keys(regions)) {
      const [here, there] = [
        await indexOf(emulated.store, prefix, region),
        await indexOf(new FolderStore(laptop.store), expected, region),
      ];
      const rows = ({ datasets }: ReadersIndex) => Object.entries(datasets).map(([name, { rows }]) => [name, rows]);
      expect(rows(here), region).toEqual(rows(there));
      const listed = Object.values(here.datasets).flatMap(({ files }) => files);
      const mails = mailsSaidFolder(runIdOf(prefix), region);
      const lying = (await emulated.store.list(readersFolder(runIdOf(prefix), region)))
        .map(({ key }) => key)
        .filter((key) => !key.startsWith(mails));
      if (region !== ALL_REGIONS) expect([...listed, readersIndexKey(runIdOf(prefix), region)].sort()).toEqual(lying);
    }
    for (const dataset of ['scorecards', 'outcome_details', 'region_kpis']) {
      const where = `WHERE run_id = '${runIdOf(prefix)}' AND team = 'GB'`;
      const found = await emulated.athena.select(`SELECT * FROM scorecards_dev_europe.${forTeams(dataset)} ${where}`);
      const { files } = (await indexOf(new FolderStore(laptop.store), expected, 'GB')).datasets[dataset]!;
      const same = await readParquet(new FolderStore(laptop.store), files[0]!);
      const keys = (some: readonly Record<string, unknown>[]) =>
        some.map((row) => PUBLISHED[dataset]!.key.map((name) => String(row[name])).join(' ')).sort();
      expect(
        found.every(({ team }) => team === 'GB'),
        dataset,
      ).toBe(true);
      expect(keys(found), dataset).toEqual(keys(same));
    }
  };

  it("passes through the states of the laptop's night and publishes the same rows", async () => {
    const night = await emulated.night(SUNDAY, 'sunday');
    expect(night).toMatchObject({ status: 'SUCCEEDED', failures: [] });
    expect(night.states).toEqual([
      'OpenRun',
      'AcceptFiles',
      'MayWait',
      'PlanRun',
      'Compute',
      'Gate',
      'Publish',
      'RegisterResults',
      'WorthMailing',
      'PlanEmails',
      'SendEmails',
      'DigestDay',
      'SendDigest',
      'Done',
    ]);
    expect(night.tasks).toEqual(tasksOf(sunday));
    expect(await pointer()).toMatchObject({ run_id: '2026-11-15-001', run_date: SUNDAY, prefix: night.prefix });
    await sameRows(night.prefix, sunday.prefix);
    await sameForTeams(night.prefix, sunday.prefix);
    await sameMailsSaid(night.prefix, sunday.prefix);
    for (const dataset of Object.keys(PUBLISHED))
      expect(await emulated.registered(dataset, SUNDAY), dataset).toMatch(new RegExp(`^${night.prefix}/${dataset}/`));
    expect((await emulated.mails()).sort(bySubject)).toEqual(sundayMails.sort(bySubject));
  });

  it('publishes but mails nobody when a shard of mails fails, and tells the operators', async () => {
    const restore = await emulated.misconfigure('send-emails', { LEDGER_TABLE: 'no-such-table' });
    const night = await emulated.night(MONDAY, 'monday-without-ledger');
    await restore();
    expect(night.states.slice(-3)).toEqual(['SendEmails', 'ReportFailure', 'NightFailed']);
    expect(night).toMatchObject({ status: 'FAILED' });
    expect(night.error).not.toMatch(/ExceedTolerated/);
    // What the shard itself failed of, in the words of DynamoDB.
    expect(night.cause).toMatch(/resource not found|non-existent table|no-such-table/i);
    expect(await need(emulated.store, failureKey(night.prefix))).toMatchObject({ message: night.cause });
    expect(await pointer()).toMatchObject({ run_date: MONDAY, prefix: night.prefix });
    await sameRows(night.prefix, monday.prefix);
    const [operator, ...others] = (await emulated.mails()).slice(sundayMails.length);
    expect(others).toEqual([]);
    expect(operator).toMatchObject({ subject: expect.stringContaining('16 Nov 2026 stopped') });
  });

  it('sends what was not sent when the night is run again, each mail once', async () => {
    const before = (await emulated.mails()).length;
    const night = await emulated.night(MONDAY, 'monday-again');
    expect(night).toMatchObject({ status: 'SUCCEEDED', failures: [] });
    expect(night.states.slice(-3)).toEqual(['SendEmails', 'DigestDay', 'Done']);
    const again = tasksOf(monday);
    delete again.AcceptShard;
    expect(night.tasks).toEqual(again);
    await sameRows(night.prefix, monday.prefix);
    const sent = (await emulated.mails()).slice(before);
    expect([...sundayMails, ...sent].sort(bySubject)).toEqual(allMails.sort(bySubject));
  });

  it('asks again for a throttled query, retries exhausted and endless ones into a fresh prefix, and mails nobody twice', async () => {
    const before = (await emulated.mails()).length;
    emulated.athena.trouble.set('orders', 'throttled').set('seller_metrics', 'exhausted').set('scorecards', 'endless');
    const night = await emulated.night(MONDAY, 'monday-busy');
    expect(night.status).toBe('SUCCEEDED');
    expect(night.failures.map(({ error }) => error)).toEqual([
      'Athena.TooManyRequestsException',
      'States.TaskFailed',
      'States.Timeout',
    ]);
    const queries = queryFilesOf(await readSqlFiles()).length;
    expect(night.tasks).toMatchObject({
      ConsiderRetry: 2,
      PrepareQuery: queries + 2,
      RunQuery: queries + 3,
      CollectOutput: queries,
    });
    for (const path of ['marts/seller_metrics.sql', 'marts/scorecards.sql'])
      for (const file of await emulated.filesOf(night.prefix, path.replace(/^.*\/|\.sql$/g, '')))
        expect(file.startsWith(outputPrefix(night.prefix, path, 2)), file).toBe(true);
    expect(emulated.athena.statesOf('scorecards').slice(-2)).toEqual(['CANCELLED', 'SUCCEEDED']);
    await sameRows(night.prefix, monday.prefix);
    expect(await emulated.mails()).toHaveLength(before);
  });

  it('stops with the words of Athena and the name of the SQL file when a query is wrong', async () => {
    const published = await pointer();
    emulated.athena.trouble.set('orders', 'wrong');
    const night = await emulated.night(MONDAY, 'monday-wrong');
    emulated.athena.trouble.clear();
    expect(night.states.slice(-3)).toEqual(['Compute', 'ReportFailure', 'NightFailed']);
    expect(night.status).toBe('FAILED');
    expect(night.cause).toMatch(/^sql\/staging\/orders\.sql: COLUMN_NOT_FOUND: line 3:8/);
    expect(await pointer()).toEqual(published);
  });

  it('stops at the gate when no orders landed, and readers keep what they had', async () => {
    const published = await pointer();
    const before = (await emulated.mails()).length;
    const night = await emulated.night(TUESDAY, 'tuesday');
    expect(night.states.slice(-3)).toEqual(['Gate', 'ReportFailure', 'NightFailed']);
    expect(night.status).toBe('FAILED');
    const stopped = await laptop.night(TUESDAY);
    expect(night.cause).toBe(stopped.error?.message);
    expect(await need(emulated.store, failureKey(night.prefix))).toMatchObject({ run_date: TUESDAY, message: night.cause });
    expect(await pointer()).toEqual(published);
    expect((await emulated.mails()).slice(before)).toHaveLength(1);
  });
});
