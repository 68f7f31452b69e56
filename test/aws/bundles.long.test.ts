import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundles, bundle, zippedBytes } from '../../infra/aws/bundle.js';
import { BESIDE, environmentVariablesOf, SCHEDULED, TASKS } from '../../infra/aws/functions.js';
import { namesOf } from '../../infra/aws/names.js';
import { SENDERS } from '../../infra/aws/parts/mails.js';
import { settingsOf } from '../../infra/aws/settings.js';
import night from '../../infra/nightly.asl.json' with { type: 'json' };
import { HOME } from '../../infra/shared/home.js';
import { acceptSqlFiles } from '../../lambdas/accept-files/sql-files.js';

const run = promisify(execFile);
const SIZES = [TASKS, SCHEDULED, BESIDE].flatMap((some) => Object.values(some));
/** Beside the night: what signs in readers of the dashboard, deployed where the settings name one. */
const SIGN_IN = 'sign-in';
const FOLDERS = [...SIZES.map(({ folder }) => folder), SIGN_IN];
/** The one function that carries DuckDB. Its library for this machine stands in for Lambda's, which is a tenth smaller. */
const WITH_DUCKDB = 'accept-files';
const HERE = existsSync(join(HOME, 'node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so'));

describe('the functions as they are deployed', () => {
  let into: string;
  let bundles: Bundles;
  beforeAll(async () => {
    into = await mkdtemp(join(tmpdir(), 'bundles-'));
    bundles = await bundle(FOLDERS, { into, platform: 'linux-x64', withoutDuckdb: 'leave out' });
  }, 300_000);
  afterAll(() => rm(into, { recursive: true, force: true }));

  it('are one bundle per task of the workflow, with an entry for each and none besides', async () => {
    const entries = (await readdir(join(HOME, 'infra/aws/entries'))).map((name) => name.replace(/\.ts$/, ''));
    expect(entries.sort()).toEqual([...FOLDERS].sort());
  });

  it('take less than 2 MB each when zipped, but for the one that carries fonts, which takes less than 3, and the one that carries DuckDB, less than 30', async () => {
    const lines: string[] = [];
    for (const folder of FOLDERS) {
      const bytes = await zippedBytes(bundles[folder]!);
      lines.push(`  ${folder.padEnd(18)} ${(bytes / 1e6).toFixed(2).padStart(6)} MB zipped`);
      expect(bytes, folder).toBeLessThan(folder === WITH_DUCKDB ? 30e6 : folder === 'send-digest' ? 3e6 : 2e6);
      expect(bytes, `${folder} holds something`).toBeGreaterThan(100e3);
    }
    console.log(lines.join('\n'));
  });

  it('carry DuckDB in one function alone', async () => {
    for (const folder of FOLDERS) {
      const has = await stat(join(bundles[folder]!, 'libduckdb.so')).then(
        () => true,
        () => false,
      );
      expect(has, folder).toBe(folder === WITH_DUCKDB && HERE);
    }
  });

  it('carry the checks of landed files where files are accepted, and where a run asks whether the checks have changed', async () => {
    for (const folder of FOLDERS) {
      const found = await readdir(join(bundles[folder]!, 'lambdas/accept-files/sql')).catch(() => []);
      const all = Object.keys(acceptSqlFiles());
      expect(found.sort(), folder).toEqual(['accept-files', 'open-run'].includes(folder) ? all : []);
    }
  });

  // Each in a process of its own with the variables that its deployment gives it and no others: what is missing shows here.
  for (const { folder, needs } of SIZES) {
    it.skipIf(folder === WITH_DUCKDB && !HERE)(
      `${folder} starts from its bundle, and refuses an event that is none`,
      async () => {
        const settings = settingsOf('dev');
        const environment = environmentVariablesOf(needs, namesOf(settings, settings.groups[0]!), settings.groups[0]!, settings);
        const program = `
        const { handler } = await import(${JSON.stringify(join(bundles[folder]!, 'index.mjs'))});
        const error = await handler({ nonsense: true }, {}).then(() => undefined, (error) => error);
        console.log(JSON.stringify({ name: error?.name, message: error?.message }));`;
        const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
          env: {
            ...Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)])),
            AWS_REGION: 'eu-west-1',
            AWS_ACCESS_KEY_ID: 'testing',
            AWS_SECRET_ACCESS_KEY: 'testing',
            POWERTOOLS_LOG_LEVEL: 'SILENT',
          },
        });
        const told = JSON.parse(stdout.trim().split('\n').at(-1)!);
        expect(told.name, told.message).toBe('EventRefused');
      },
    );
  }

  it('sign-in starts from its bundle, and shows nobody anything', async () => {
    const program = `
      const { handler } = await import(${JSON.stringify(join(bundles[SIGN_IN]!, 'index.mjs'))});
      console.log(JSON.stringify(await handler({ rawPath: '/of/GB/x', requestContext: { http: { method: 'GET' } } })));`;
    const names = ['HOST', 'CLIENT_ID', 'SIGNING_KEY', 'KEY_PAIR_ID', 'GROUPS_CLAIM', 'SESSION_MINUTES', 'ISSUER'];
    const env = { ...Object.fromEntries(names.map((name) => [name, '60'])), AWS_REGION: 'eu-west-1' };
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { env });
    expect(JSON.parse(stdout)).toMatchObject({ statusCode: 404 });
  });

  it('share the account’s sending rate by as many as the workflow lets send at once', () => {
    expect(night.States.SendEmails.MaxConcurrency).toBe(SENDERS);
  });
});
