import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Installed, TRINO } from './install.js';

/** why 2.5 GB: what remains on a small machine beside the night's own DuckDB. */
const HEAP = '2500m';
const START_WITHIN_SECONDS = 300;

/** A Trino of one node on loopback, with a catalog `hive` over local files that reads as Athena reads. */
export interface TrinoServer {
  url: string;
  stop(): Promise<void>;
}

export async function startTrino(installed: Installed): Promise<TrinoServer> {
  const home = await mkdtemp(join(tmpdir(), 'scorecards-trino-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await writeSettings(home, port, installed.plugins);
  const log = await open(join(home, 'server.log'), 'w');
  const server = spawn(installed.java, [...jvm(home), '-cp', installed.classPath.join(':'), 'Start', TRINO], {
    cwd: home,
    stdio: ['ignore', log.fd, log.fd],
  });
  const dropped = () => server.kill('SIGKILL');
  process.once('exit', dropped);
  const stop = async () => {
    process.off('exit', dropped);
    await end(server);
    await log.close();
    await rm(home, { recursive: true, force: true });
  };
  for (let second = 0; second < START_WITHIN_SECONDS; second++) {
    await sleep(1000);
    if (await isReady(url)) return { url, stop };
    if (server.exitCode !== null) break;
  }
  const lines = (await readFile(join(home, 'server.log'), 'utf8')).split('\n').filter((line) => /ERROR|^\d+\) /.test(line));
  await stop();
  throw new Error(
    `Trino ${TRINO} did not start within ${START_WITHIN_SECONDS} s: ${lines.slice(0, 5).join(' | ') || 'no error in its log'}`,
  );
}

/** why UTC: Athena's clock. A hive table's old timestamps (INT96) are read in the zone of the JVM. */
const jvm = (home: string): string[] => [
  ...[
    `-Xmx${HEAP}`,
    '-XX:+UseG1GC',
    '-XX:+ExitOnOutOfMemoryError',
    '-Djdk.attach.allowAttachSelf=true',
    '-Djol.skipHotspotSAAttach=true',
  ],
  ...['-Duser.timezone=UTC', '-Dfile.encoding=UTF-8', '-Dnode.environment=test', '-Dnode.id=one', `-Dnode.data-dir=${home}/data`],
  ...['-Dnode.bind-ip=127.0.0.1', '-Dnode.internal-address=127.0.0.1'],
  ...[`-Dconfig=${home}/config.properties`, `-Dlog.levels-file=${home}/log.properties`],
];

async function writeSettings(home: string, port: number, plugins: string): Promise<void> {
  const files: Record<string, string[]> = {
    'config.properties': [
      'coordinator=true',
      'node-scheduler.include-coordinator=true',
      `http-server.http.port=${port}`,
      `discovery.uri=http://127.0.0.1:${port}`,
      `plugin.dir=${plugins}`,
      `catalog.config-dir=${home}/catalog`,
      'query.max-memory=1GB',
      'query.max-memory-per-node=1GB',
      'memory.heap-headroom-per-node=500MB',
      'task.concurrency=2',
    ],
    'log.properties': ['io.trino=WARN', 'io.airlift=WARN', 'Bootstrap=WARN'],
    // Milliseconds, as Athena reads and writes timestamps; hive.timestamp-precision is left at what Athena has.
    'catalog/hive.properties': [
      'connector.name=hive_on_local_files',
      'hive.metastore=file',
      `hive.metastore.catalog.dir=local://${home}/metastore`,
      'hive.security=allow-all',
      'hive.parquet.use-column-names=true',
      'hive.timestamp-precision=MILLISECONDS',
      'hive.compression-codec=ZSTD',
    ],
  };
  await mkdir(join(home, 'catalog'), { recursive: true });
  for (const [name, lines] of Object.entries(files)) await writeFile(join(home, name), `${lines.join('\n')}\n`);
}

async function isReady(url: string): Promise<boolean> {
  try {
    const info = (await (await fetch(`${url}/v1/info`)).json()) as { starting: boolean };
    return !info.starting;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  if ((await Promise.race([ended, sleep(20_000, 'slow')])) === 'slow') {
    server.kill('SIGKILL');
    await ended;
  }
}
