import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Running, run, startServer, TOOLS } from './server.js';

const VERSION = 'v1.8.0';
const MODULE = `github.com/versity/versitygw/cmd/versitygw@${VERSION}`;

/** The Versity S3 gateway over a folder: an S3 server in Go that knows conditional writes. Built once; needs Go for that. */
export async function versityGateway(): Promise<Running> {
  const folder = join(TOOLS, `versitygw-${VERSION}`);
  const program = join(folder, 'versitygw');
  if (!existsSync(program)) {
    await mkdir(folder, { recursive: true });
    console.log(`Building ${MODULE} (once, some minutes) ...`);
    await run('go', ['install', MODULE], { env: { ...process.env, GOBIN: folder }, timeout: 1_200_000, maxBuffer: 64e6 });
  }
  const credentials = { accessKeyId: 'scorecards-test', secretAccessKey: 'scorecards-test-secret' };
  const server = await startServer(
    program,
    ({ port, folder: data }) => ['--port', `127.0.0.1:${port}`, '--quiet', 'posix', data],
    {
      ROOT_ACCESS_KEY: credentials.accessKeyId,
      ROOT_SECRET_KEY: credentials.secretAccessKey,
    },
  );
  return { ...server, region: 'us-east-1', credentials };
}
