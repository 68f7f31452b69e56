import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Running, run, startServer } from '../servers/server.js';

/** Raise it on purpose: what it can hold and how it reads the States Language changes from release to release. */
const VERSION = '1.5.33';
const ACCOUNT = '000000000000';
const REGION = 'eu-west-1';
/** Ten seconds of a Wait or a Retry take half a second. */
const WAIT_SCALE = 0.05;

/** The emulator with what a test needs to know of it. */
export interface Ministack extends Running {
  account: string;
  /** Posts a form to one of its query services (CloudFormation), or a JSON body to another; answers the text. */
  ask(service: string, request: Record<string, string> | { target: string; body: object }): Promise<string>;
}

/** Installs it once into a folder of this user, outside the project. Throws saying why when it cannot be had. */
async function installed(): Promise<string> {
  if (process.platform !== 'linux') throw new Error(`needs Linux to run the functions' bundles; this is ${process.platform}`);
  const folder = join(homedir(), '.cache/seller-scorecards', `ministack-${VERSION}`);
  const whole = join(folder, 'whole');
  const python = join(folder, 'bin/python');
  if (existsSync(whole)) return python;
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  console.log(`Installing ministack ${VERSION} (once, half a minute) ...`);
  await run('python3', ['-m', 'venv', folder], { timeout: 120_000 });
  await run(python, ['-m', 'pip', 'install', '--quiet', `ministack==${VERSION}`], { timeout: 300_000, maxBuffer: 64e6 });
  await writeFile(whole, '');
  return python;
}

/** why not its own command: that takes its port from the environment only, before this machine has named a free one. */
const ON_PORT = `
import os, sys
os.environ['GATEWAY_PORT'] = sys.argv.pop(1)
from ministack.app import main
main()
`;

/**
 * ministack: many AWS services in one Python process, with a Step Functions of its own, and Lambdas as processes of the Node that
 * runs this test. Listens on this machine only; everything it holds is gone when it stops. The environment reaches its Lambdas.
 */
export async function ministack(environment: Record<string, string>): Promise<Ministack> {
  const python = await installed();
  const temporary = await mkdtemp(join(tmpdir(), 'ministack-'));
  const server = await startServer(python, ({ port }) => ['-c', ON_PORT, String(port)], {
    BIND_HOST: '127.0.0.1',
    MINISTACK_REGION: REGION,
    MINISTACK_ACCOUNT_ID: ACCOUNT,
    SFN_WAIT_SCALE: String(WAIT_SCALE),
    LOG_LEVEL: 'ERROR',
    TMPDIR: temporary,
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    ...environment,
  });
  const ask: Ministack['ask'] = async (service, request) => {
    const form = !('target' in request);
    const response = await fetch(server.endpoint, {
      method: 'POST',
      headers: {
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/x-amz-json-1.1',
        authorization: `AWS4-HMAC-SHA256 Credential=${ACCOUNT}/20260101/${REGION}/${service}/aws4_request`,
        ...(form ? {} : { 'x-amz-target': String(request.target) }),
      },
      body: form ? new URLSearchParams(request as Record<string, string>).toString() : JSON.stringify(request.body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${service}: ${response.status} ${text.slice(0, 2000)}`);
    return text;
  };
  return {
    ...server,
    region: REGION,
    account: ACCOUNT,
    credentials: { accessKeyId: ACCOUNT, secretAccessKey: 'test' },
    ask,
    stop: async () => {
      // Its Lambdas are processes too; told to forget everything, it ends them.
      await fetch(`${server.endpoint}/_ministack/reset`, { method: 'POST' }).catch(() => {});
      await server.stop();
      await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
