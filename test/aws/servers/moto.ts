import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Running, run, startServer, TOOLS } from './server.js';

const VERSION = '5.2.5';

/** why not its own command: that answers many at once and looks before it writes, so two conditional writes may both succeed. */
const ONE_AT_A_TIME = `
import sys
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple
run_simple('127.0.0.1', int(sys.argv[1]), DomainDispatcherApplication(create_backend_app), threaded=False)
`;

/** moto, a stand-in for many AWS services in Python, as a server. Installed once; needs Python 3 for that. */
export async function moto(): Promise<Running> {
  const folder = join(TOOLS, `moto-${VERSION}`);
  const program = join(folder, 'bin/python');
  if (!existsSync(join(folder, 'bin/moto_server'))) {
    await mkdir(TOOLS, { recursive: true });
    console.log(`Installing moto ${VERSION} (once, some minutes) ...`);
    await run('python3', ['-m', 'venv', folder], { timeout: 300_000 });
    await run(join(folder, 'bin/pip'), ['install', '--quiet', `moto[server]==${VERSION}`], {
      timeout: 1_200_000,
      maxBuffer: 64e6,
    });
  }
  const server = await startServer(program, ({ port }) => ['-c', ONE_AT_A_TIME, String(port)]);
  return { ...server, region: 'eu-west-1', credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' } };
}
