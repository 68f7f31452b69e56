import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SERVER = join(import.meta.dirname, 'server');

/** why 435: the last that runs on Java 17, and as old as Athena engine v3 behaves (no CREATE OR REPLACE TABLE). */
export const TRINO = '435';
const JAVA = 17;
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'seller-scorecards', 'trino', TRINO);

export interface Installed {
  java: string;
  /** Class path of the server. */
  classPath: string[];
  /** Folder of plugins. */
  plugins: string;
}

/** Trino from Maven Central: the engine's jars and its hive plugin, about 260 MB, kept in the user's cache. Says why when it cannot. */
export async function installTrino(): Promise<Installed | { reason: string }> {
  const jdk = await findJdk();
  if (!jdk) return { reason: `no JDK ${JAVA} found; set TRINO_JAVA_HOME or JAVA_HOME to one` };
  try {
    await ensure('lib', (folder) =>
      maven(['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`]),
    );
    await ensure('plugin/hive', (folder) =>
      maven([
        'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack',
        `-Dartifact=io.trino:trino-hive:${TRINO}:zip`,
        `-DoutputDirectory=${folder}`,
      ]).then(() => flatten(folder)),
    );
    await compile(jdk);
  } catch (error) {
    return { reason: `Trino ${TRINO} could not be installed: ${firstLine(error)}` };
  }
  return { java: join(jdk, 'bin/java'), classPath: [join(CACHE, 'lib/*'), join(CACHE, 'start')], plugins: join(CACHE, 'plugin') };
}

async function findJdk(): Promise<string | undefined> {
  const installed = await readdir('/usr/lib/jvm').catch(() => []);
  const homes = [process.env.TRINO_JAVA_HOME, process.env.JAVA_HOME, ...installed.map((name) => `/usr/lib/jvm/${name}`)];
  for (const home of homes) {
    if (!home || !existsSync(join(home, 'bin/javac'))) continue;
    const { stderr } = await run(join(home, 'bin/java'), ['-version']);
    if (stderr.includes(`version "${JAVA}.`)) return home;
  }
  return undefined;
}

/**
 * Runs Maven on a copy of the project. why a copy, and why for every goal: plugins keep notes below the project's folder, and
 * without a project they keep them where they were started, in a folder called `${project.basedir}`.
 */
async function maven(args: string[]): Promise<void> {
  const project = await mkdtemp(join(tmpdir(), 'scorecards-maven-'));
  try {
    await cp(join(SERVER, 'pom.xml'), join(project, 'pom.xml'));
    const given = ['-B', '-q', '-f', join(project, 'pom.xml'), `-Dtrino.version=${TRINO}`];
    await run('mvn', [...given, ...args], { maxBuffer: 1e8 });
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/** Fills a folder of the cache once; a broken download leaves nothing behind. */
async function ensure(name: string, fill: (folder: string) => Promise<unknown>): Promise<void> {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return;
  const filling = `${folder}.filling-${process.pid}`;
  await mkdir(filling, { recursive: true });
  try {
    console.log(`Trino ${TRINO}: fetching ${name} into ${CACHE} (once)`);
    await fill(filling);
    await rename(filling, folder);
  } finally {
    await rm(filling, { recursive: true, force: true });
  }
}

/** The zip holds one folder; its files belong one level up. */
async function flatten(folder: string): Promise<void> {
  const [only = ''] = await readdir(folder);
  for (const name of await readdir(join(folder, only))) await rename(join(folder, only, name), join(folder, name));
  await rm(join(folder, only), { recursive: true });
}

/** Compiles the two small classes that start the server and give the hive connector local files; again when they change. */
async function compile(jdk: string): Promise<void> {
  const sources = await Promise.all(['Start.java', 'LocalHive.java'].map((name) => readFile(join(SERVER, name), 'utf8')));
  const mark = createHash('sha256').update(sources.join('\n')).digest('hex');
  const marker = join(CACHE, 'compiled');
  if ((await readFile(marker, 'utf8').catch(() => '')) === mark) return;
  const javac = (target: string, jars: string, source: string) =>
    run(join(jdk, 'bin/javac'), ['-d', target, '-cp', jars, join(SERVER, source)]);
  const lib = join(CACHE, 'lib/*');
  const hive = join(CACHE, 'plugin/hive');
  await javac(join(CACHE, 'start'), lib, 'Start.java');
  const classes = join(CACHE, 'local-hive');
  await javac(classes, `${hive}/*:${lib}`, 'LocalHive.java');
  await mkdir(join(classes, 'META-INF/services'), { recursive: true });
  await writeFile(join(classes, 'META-INF/services/io.trino.spi.Plugin'), 'LocalHive\n');
  await run(join(jdk, 'bin/jar'), ['--create', '--file', join(hive, 'local-hive.jar'), '-C', classes, '.']);
  await writeFile(marker, mark);
}

const firstLine = (error: unknown): string => {
  const text = `${(error as { stdout?: string }).stdout ?? ''}\n${(error as Error).message}`;
  return (text.match(/\[ERROR\] (.+)/)?.[1] ?? (error as Error).message.split('\n')[0] ?? '').slice(0, 300);
};
