import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { child, type Ended, type Moment, typed } from './child.js';
import { type Calm, type Ground, said } from './ground.js';
import { Random } from './random.js';
import { MONDAY, SUNDAY, TUESDAY } from './small-marketplace.js';
import { contents, mails, published } from './what-a-store-shows.js';

/** A command that is killed, and what must be there when it ended after all. */
export interface Kind {
  name: string;
  /** The store that it begins from. */
  from: string;
  args(ground: Ground, store: string): string[];
  /** Undisturbed runs: the first is what must be there in the end; readers may see any of them on the way. */
  calm: readonly string[];
  /** Only what it does to these paths counts as a moment; all, unless said. */
  paths?: string;
  /** States that it tells of; killed when it says so. */
  says: readonly string[];
}

const NIGHT_SAYS = [
  'open run',
  'accept files',
  'plan run',
  'compute        orders ',
  'compute        scorecards',
  'gate',
  'publish',
];
const night = (day: string) => (ground: Ground, store: string) => ['night', '--date', day, ...ground.where(store)];
const backfill = (ground: Ground, store: string): string[] => [
  'backfill',
  '--mails',
  '--from',
  MONDAY,
  '--to',
  TUESDAY,
  ...ground.where(store),
];

export const KINDS: readonly Kind[] = [
  { name: 'first night', from: 'nothing', args: night(SUNDAY), calm: [SUNDAY], says: NIGHT_SAYS },
  {
    name: 'next night, with mails',
    from: SUNDAY,
    args: night(MONDAY),
    calm: [MONDAY, SUNDAY],
    says: [...NIGHT_SAYS, 'plan emails', 'send emails'],
  },
  { name: 'a published day again', from: MONDAY, args: night(MONDAY), calm: ['again', MONDAY], says: NIGHT_SAYS },
  {
    name: 'backfill of two days',
    from: SUNDAY,
    args: backfill,
    calm: ['both', MONDAY, SUNDAY],
    says: [`${MONDAY}-001  published`],
  },
  {
    ...{ name: 'while publishing', from: SUNDAY, args: night(MONDAY), calm: [MONDAY, SUNDAY], says: [] },
    paths: '/published/|/manifest\\.json|/runs/[^ ]*/\\.writing-',
  },
  { name: 'while mailing', from: SUNDAY, args: night(MONDAY), calm: [MONDAY, SUNDAY], says: [], paths: '/mail/' },
  {
    ...{ name: 'mails finished by hand', from: 'unmailed', calm: ['mails'], says: [], paths: '/mail/' },
    args: (_, store) => ['mails', '--run', `${MONDAY}-001`, '--store', store],
  },
  {
    ...{ name: 'pointer moved by hand', from: 'both', calm: ['back', 'both'], says: [], paths: '/published/' },
    args: (_, store) => ['publish', '--run', `${MONDAY}-001`, '--store', store],
  },
  {
    ...{ name: 'import', from: 'nothing', calm: ['import'], says: [] },
    args: ({ mapping, from }, store) => ['import', '--mapping', mapping, '--from', from, '--to', store],
  },
];

function momentOf(kind: Kind, calm: Calm, random: Random): Moment {
  const chance = random.next();
  if (chance < 0.15 && kind.says.length > 0) return { kind: 'line', says: random.pick(kind.says) };
  if (chance < 0.5 && !kind.paths) return { kind: 'time', ms: Math.round((0.1 + 0.9 * random.next()) * calm.seconds * 1000) };
  const paths = kind.paths ?? '';
  const fitting = calm.operations.filter((path) => new RegExp(paths).test(path));
  return { kind: 'operation', at: random.upTo(fitting.length), when: random.pick(['before', 'half', 'after']), paths };
}

/** What one story came to: how often the command was killed, and what did not hold. */
export interface Told {
  kills: number;
  broken: string[];
}

/** why at most eight: a night that is killed again and again is one that somebody looks at. */
const MOST_KILLS = 8;

/**
 * One story: a command is killed at random moments, up to eight times in a row, and then runs until it ends. The same seed draws the same
 * moments; those in milliseconds fall where this machine is at that time.
 */
export async function story(ground: Ground, kind: Kind, seed: number): Promise<Told> {
  const random = new Random(seed);
  const folder = await mkdtemp(join(ground.folder, 'story-'));
  const store = join(folder, 'store');
  const journal = join(folder, 'journal');
  const told: Told = { kills: 0, broken: [] };
  try {
    await cp(ground.stores[kind.from]!, store, { recursive: true, preserveTimestamps: true }).catch(absent);
    const args = kind.args(ground, store);
    const calm = ground.calm[kind.calm[0]!]!;
    for (let left = random.upTo(MOST_KILLS); left > 0; left--) {
      const moment = momentOf(kind, calm, random);
      const ended = await child(ground.built, args, { moment, watched: { journal } });
      if (ended.signal === 'SIGKILL') told.kills += 1;
      else if (ended.code !== 0 && ended.code !== 4)
        told.broken.push(`a run that was not killed ended with ${ended.code}: ${said(ended)}`);
      told.broken.push(...(await notWhole(ground, kind, store)).map((what) => `after ${JSON.stringify(moment)}: ${what}`));
    }
    told.broken.push(...(await untilItEnds(ground, args, { store, journal })), ...(await different(ground, kind, store)));
    return told;
  } catch (error) {
    told.broken.push((error as Error).message);
    return told;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const absent = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Readers see nothing, or a whole run, at every moment; whatever an import landed is a whole file. */
async function notWhole(ground: Ground, { name, calm }: Kind, store: string): Promise<string[]> {
  if (name === 'import') {
    const landed = Object.entries(await contents(store));
    return landed
      .filter(([path, hash]) => !path.includes('.writing-') && ground.imported[path] !== hash)
      .map(([path]) => `${path} landed, and is not what it must be`);
  }
  const now = await published(store);
  if (!now || calm.some((one) => same(ground.calm[one]!.published, now))) return [];
  return [`readers see a run of ${now.run_date} that is unlike the undisturbed ones`];
}

/** Runs the command, and the commands that it names, until nothing is open. Answers what went wrong. */
async function untilItEnds(
  ground: Ground,
  args: string[],
  { store, journal }: { store: string; journal: string },
): Promise<string[]> {
  const broken: string[] = [];
  let ended = await child(ground.built, args, { watched: { journal } });
  broken.push(...(await writtenTwice(journal)));
  for (let tries = 0; ended.code === 4 && tries < 4; tries++) {
    broken.push(...(await untold(ground, ended, store)));
    const next = nextStep(ended);
    if (!next) return [...broken, `exit code 4 without a next step: ${said(ended)}`];
    ended = await child(ground.built, next);
  }
  if (ended.code !== 0) broken.push(`${typed(args)} ended with ${ended.code}: ${said(ended)}`);
  return broken;
}

/** The command that a message names; of doubts it is decided here that the mails did not go out. */
export function nextStep({ err }: Ended): string[] | undefined {
  const found = /npm run scorecards -- (mails --run \S+ --store (?:'[^']*'|\S+))( --doubts sent)?/.exec(err);
  if (!found) return undefined;
  const words = [...found[1]!.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  return [...words, ...(found[2] ? ['--doubts', 'send'] : [])];
}

/** What exit code 4 speaks of, `status` speaks of too. */
async function untold(ground: Ground, { err }: Ended, store: string): Promise<string[]> {
  const status = await child(ground.built, ['status', '--store', store]);
  const runs = [...new Set(err.match(/run \d{4}-\d\d-\d\d-\d{3}/g))];
  return runs
    .filter((run) => !status.out.includes(`Mails of ${run}`))
    .map((run) => `status does not tell of the mails of ${run}`);
}

async function writtenTwice(journal: string): Promise<string[]> {
  const lines = (await readFile(journal, 'utf8').catch(() => '')).split('\n').filter(Boolean);
  return lines.filter((line, at) => lines.indexOf(line) !== at).map((line) => `${basename(line)} was written twice`);
}

/** What is unlike the undisturbed run when all is over. */
async function different(ground: Ground, kind: Kind, store: string): Promise<string[]> {
  const calm = ground.calm[kind.calm[0]!]!;
  if (kind.name === 'import') {
    const left = (await readdir(dirname(store))).filter((name) => name.includes('.partial-'));
    const landed = Object.entries(await contents(store)).filter(([path]) => !path.includes('.writing-'));
    return [
      ...left.map((name) => `${name} is left behind`),
      ...(same(Object.fromEntries(landed), ground.imported) ? [] : ['the landing is unlike the undisturbed one']),
    ];
  }
  const now = await published(store);
  const wrong = Object.entries(calm.published!.datasets).filter(([dataset, hash]) => now?.datasets[dataset] !== hash);
  const [want, got] = [calm.mails, await mails(store)];
  const names = [...new Set([...Object.keys(want), ...Object.keys(got)])].filter((name) => want[name] !== got[name]);
  return [
    ...(now?.run_date === calm.published!.run_date ? [] : [`published is ${now?.run_date}`]),
    ...wrong.map(([dataset]) => `${dataset} has other bytes`),
    ...names.map((name) => `mail ${name}: ${got[name] ? (want[name] ? 'has other bytes' : 'should not be there') : 'is lost'}`),
  ];
}
