import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Running, run, startServer } from '../servers/server.js';

/** Raise it on purpose: what it can hold and how it reads the States Language changes from release to release. */
const VERSION = '1.5.33';
/** Without it, the emulator's Cognito signs with nothing that anybody could check. */
const CRYPTOGRAPHY = '46.0.3';
const ACCOUNT = '000000000000';
const REGION = 'eu-west-1';
/** Ten seconds of a Wait or a Retry take half a second. */
const WAIT_SCALE = 0.05;
const PLANT = '/_plant';

/** The emulator with what a test needs to know of it. */
export interface Ministack extends Running {
  account: string;
  /** Posts a form to one of its query services (CloudFormation), or a JSON body to another; answers the text. */
  ask(service: string, request: Record<string, string> | { target: string; body: object }): Promise<string>;
  /** Puts what lies in a folder of this machine into a bucket. Answers how many objects. */
  plant(folder: string, bucket: string): Promise<number>;
}

/** Installs it once into a folder of this user, outside the project. Throws saying why when it cannot be had. */
async function installed(): Promise<string> {
  if (process.platform !== 'linux') throw new Error(`needs Linux to run the functions' bundles; this is ${process.platform}`);
  const folder = join(homedir(), '.cache/seller-scorecards', `ministack-${VERSION}-cryptography-${CRYPTOGRAPHY}`);
  const whole = join(folder, 'whole');
  const python = join(folder, 'bin/python');
  if (existsSync(whole)) return python;
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  console.log(`Installing ministack ${VERSION} (once, half a minute) ...`);
  await run('python3', ['-m', 'venv', folder], { timeout: 120_000 });
  await run(python, ['-m', 'pip', 'install', '--quiet', `ministack==${VERSION}`, `cryptography==${CRYPTOGRAPHY}`], {
    timeout: 300_000,
    maxBuffer: 64e6,
  });
  await writeFile(whole, '');
  return python;
}

/**
 * why not its own command: that takes its port from the environment only, before this machine has named a free one. Two things more: a
 * function that is refused for want of concurrency has the name that Step Functions gives that (the emulator gives none), and
 * POST ${PLANT} puts a folder of this machine into a bucket by the emulator's own PutObject, a hundred times as fast as over HTTP.
 */
const ON_PORT = `
import json, os, sys
os.environ['GATEWAY_PORT'] = sys.argv.pop(1)
from ministack import app as server
from ministack.services import lambda_svc, s3

execute = lambda_svc._execute_function_with_config_scope
def named(*given):
    result = execute(*given)
    if result.get('throttle'):
        result['body']['errorType'] = 'Lambda.TooManyRequestsException'
    return result
lambda_svc._execute_function_with_config_scope = named

inner = server.app
async def outer(scope, receive, send):
    if scope.get('path') != '${PLANT}':
        return await inner(scope, receive, send)
    body, more = b'', True
    while more:
        part = await receive()
        body, more = body + part.get('body', b''), part.get('more_body', False)
    asked, put = json.loads(body), 0
    for folder, _, names in os.walk(asked['folder']):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, 'rb') as file:
                status, _, answer = s3._put_object(asked['bucket'], os.path.relpath(path, asked['folder']), file.read(), {})
            if status != 200:
                raise RuntimeError(answer)
            put += 1
    await send({'type': 'http.response.start', 'status': 200, 'headers': []})
    await send({'type': 'http.response.body', 'body': str(put).encode()})
server.app = outer
server.main()
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
    plant: async (folder, bucket) => {
      const response = await fetch(`${server.endpoint}${PLANT}`, { method: 'POST', body: JSON.stringify({ folder, bucket }) });
      const text = await response.text();
      if (!response.ok) throw new Error(`${folder}: ${response.status} ${text.slice(0, 2000)}`);
      return Number(text);
    },
    stop: async () => {
      // Its Lambdas are processes too; told to forget everything, it ends them.
      await fetch(`${server.endpoint}/_ministack/reset`, { method: 'POST' }).catch(() => {});
      await server.stop();
      await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
