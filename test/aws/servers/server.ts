import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOME } from '../../../infra/shared/home.js';

/** Where servers are installed, once; not part of the project. */
export const TOOLS = join(HOME, '.cache/servers');
export const run = promisify(execFile);

/** What a client needs to speak to a server on this machine. */
export interface Running {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  stop(): Promise<void>;
}

/** Or why there is none; said loudly, so that nobody takes a skipped test for a passed one. */
export type Server = Running | { skipped: string };

export const isRunning = (server: Server): server is Running => 'endpoint' in server;

/** The server, or its absence told on the console. Names what stays unproved. */
export async function serverOrSkip(what: string, start: () => Promise<Running>): Promise<Server> {
  try {
    return await start();
  } catch (error) {
    const skipped = String((error as Error).message)
      .trim()
      .split('\n')
      .slice(-3)
      .join(' ')
      .slice(0, 400);
    console.warn(`\nSKIPPED ${what}: ${skipped}\n`);
    return { skipped };
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Starts a server on a free port of this machine and waits until it answers HTTP. Its folder goes when it stops. */
export async function startServer(
  program: string,
  argumentsOf: (at: { port: number; folder: string }) => string[],
  environment: Record<string, string> = {},
): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'server-'));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn(program, argumentsOf({ port, folder }), {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said = `${said}${bytes}`.slice(-2000);
  });
  child.on('error', (error) => {
    said += error.message;
  });
  const stop = async () => {
    if (!ended(child)) {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  for (let tries = 0; tries < 600 && !ended(child); tries++) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return { endpoint, stop };
    await new Promise((done) => setTimeout(done, 100));
  }
  await stop();
  throw new Error(`${program} did not answer on ${endpoint}: ${said}`);
}
