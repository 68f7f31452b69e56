/** What machines do to a night besides killing it. Each fault is one story: a command meets it, and then runs on a sound machine. */
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { child, type Ended, type How } from './child.js';
import { type Ground, said } from './ground.js';
import { nextStep } from './kills.js';
import type { Random } from './random.js';
import { MONDAY, SUNDAY, TUESDAY } from './small-marketplace.js';
import { mails, published } from './what-a-store-shows.js';

/** A small marketplace of a fault's own, which it may spoil. */
export interface Place {
  ground: Ground;
  folder: string;
  store: string;
  landing: string;
  policies: string;
  random: Random;
  night(day: string, how?: How): Promise<Ended>;
}

export interface Fault {
  name: string;
  /** What of the machine must be there; told when it is not. */
  needs?: readonly Need[];
  /** Meets the fault; answers what did not hold. What is there afterwards is asked by whoever calls. */
  meet(place: Place): Promise<string[]>;
}

export type Need = 'root' | 'tmpfs' | 'setpriv' | 'prlimit';

const can = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** Whether this machine has what a fault needs. */
export const HAS: Readonly<Record<Need, () => boolean>> = {
  root: () => process.getuid?.() === 0,
  tmpfs: () => can('unshare', '-m', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt'),
  setpriv: () => can('setpriv', '--version'),
  prlimit: () => can('prlimit', '--version'),
};

const STACK = /\n\s+at \S|Unexpected end of JSON|node:internal|ZodError|\[object/;
/** why a minute: a failing night waits twenty seconds at most for what is at work. */
const LONGEST = 60;

/** A command that met a fault ends in seconds, as documented, and says what to do. */
export function endedWell(ended: Ended, want: { codes: readonly number[]; says?: RegExp }): string[] {
  const { code, err, out, seconds } = ended;
  const broken: string[] = [];
  if (code === null || !want.codes.includes(code)) broken.push(`ended with ${code ?? ended.signal}: ${said(ended)}`);
  if (STACK.test(err) || STACK.test(out)) broken.push(`shows a stack trace or a dump: ${said(ended)}`);
  if (seconds > LONGEST) broken.push(`took ${seconds.toFixed(0)} s`);
  if (code !== 0 && want.says && !want.says.test(err)) broken.push(`does not say ${want.says}: ${said(ended)}`);
  return broken;
}

/** A place that begins as after Sunday's night. */
export async function placeFor(ground: Ground, random: Random): Promise<Place> {
  const folder = await mkdtemp(join(ground.folder, 'fault-'));
  await chmod(folder, 0o755);
  const [store, landing, policies] = [join(folder, 'store'), join(folder, 'landing'), join(folder, 'policies')];
  await cp(ground.stores[SUNDAY]!, store, { recursive: true });
  await cp(ground.landing, landing, { recursive: true });
  await cp(ground.policies, policies, { recursive: true });
  const where = ['--landing', landing, '--store', store, '--policies', policies];
  const night = (day: string, how?: How): Promise<Ended> => child(ground.built, ['night', '--date', day, ...where], how);
  return { ground, folder, store, landing, policies, random, night };
}

/** On a sound machine, Monday ends as if nothing had been: answers what is otherwise. */
export async function endsAsUndisturbed({ ground, store, night }: Place): Promise<string[]> {
  let ended = await night(MONDAY);
  for (let tries = 0; ended.code === 4 && tries < 4; tries++) ended = await child(ground.built, nextStep(ended) ?? ['status']);
  if (ended.code !== 0) return [`on a sound machine ended with ${ended.code}: ${said(ended)}`];
  const calm = ground.calm[MONDAY]!;
  const [now, written] = [await published(store), await mails(store)];
  return [
    ...Object.entries(calm.published!.datasets).flatMap(([dataset, hash]) =>
      now?.datasets[dataset] === hash ? [] : [`${dataset} has other bytes`],
    ),
    ...(JSON.stringify(written) === JSON.stringify(calm.mails) ? [] : ['the mails are others']),
  ];
}

/** Where a store lies on a disk of so many kB that is full when the night needs more. The mount is gone with the process. */
async function onFullDisk(place: Place, kilobytes: number, which: 'store' | 'temporary files'): Promise<Ended> {
  const at = join(place.folder, 'disk');
  await mkdir(at);
  const kept = join(place.folder, 'kept');
  // What the disk holds is kept, so that the night can go on with it on a larger one.
  const script =
    which === 'store'
      ? `mount -t tmpfs -o size=${kilobytes}k tmpfs ${at} && cp -a ${place.store} ${at}/store 2>/dev/null; "$@"; code=$?; cp -a ${at}/store ${kept}; exit $code`
      : `mount -t tmpfs -o size=${kilobytes}k tmpfs ${at} && "$@"`;
  const store = which === 'store' ? join(at, 'store') : place.store;
  const { landing, policies } = place;
  const ended = await child(
    place.ground.built,
    ['night', '--date', MONDAY, '--landing', landing, '--store', store, '--policies', policies],
    {
      before: ['unshare', '-m', 'sh', '-c', script, 'sh'],
      env: which === 'store' ? {} : { TMPDIR: at },
    },
  );
  if (which === 'store') {
    await rm(place.store, { recursive: true });
    await cp(kept, place.store, { recursive: true, preserveTimestamps: true });
  }
  return ended;
}

/** why 1: what failed is the machine; 4: it failed after publishing, so that mails are open; 0: there was room enough. */
const FULL = { codes: [0, 1, 4], says: /full|not sent|in doubt/ };

const setpriv = ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'];
const as = (what: readonly string[]): How => ({ before: [...what], env: { HOME: '/nonexistent' } });

async function sizeOf(folder: string): Promise<number> {
  const found = spawnSync('du', ['-sk', folder], { encoding: 'utf8' });
  return Number(found.stdout.split('\t')[0]);
}

/** Does something when the night has listed what landed and begins to accept it. */
async function whenItHasBegun(place: Place, act: () => Promise<void>): Promise<Ended> {
  const running = place.night(MONDAY);
  const run = join(place.store, 'runs', MONDAY, '001');
  for (let waits = 0; waits < 3_000; waits++) {
    if ((await readdir(run).catch((): string[] => [])).includes('accept')) break;
    await new Promise((done) => setTimeout(done, 2));
  }
  await new Promise((done) => setTimeout(done, place.random.upTo(100)));
  await act();
  return running;
}

const landedFile = ({ landing }: Place): string => join(landing, `orders/dt=${MONDAY}/orders.jsonl`);

export const FAULTS: readonly Fault[] = [
  {
    name: 'the disk of the store is full',
    needs: ['root', 'tmpfs'],
    async meet(place) {
      const had = await sizeOf(place.store);
      const night = (await sizeOf(place.ground.stores[MONDAY]!)) - had;
      const ended = await onFullDisk(place, had + Math.floor((0.02 + 0.6 * place.random.next()) * night), 'store');
      return endedWell(ended, FULL);
    },
  },
  {
    name: 'the disk is full when mails are written',
    needs: ['root', 'tmpfs'],
    async meet(place) {
      // What the disk cannot take any more is each mail, from the first, second ... on.
      await rm(place.store, { recursive: true });
      await cp(place.ground.stores.unmailed!, place.store, { recursive: true });
      const at = join(place.folder, 'disk');
      await mkdir(at);
      const room = (await sizeOf(place.store)) + 24 + place.random.upTo(120);
      const script = `mount -t tmpfs -o size=${room}k tmpfs ${at} && cp -a ${place.store} ${at}/store; "$@"; code=$?; cp -a ${at}/store/mail ${at}/store/runs ${place.store}/; exit $code`;
      const ended = await child(place.ground.built, ['mails', '--run', `${MONDAY}-001`, '--store', `${at}/store`], {
        before: ['unshare', '-m', 'sh', '-c', script, 'sh'],
      });
      const written = Object.keys(await mails(place.store)).length;
      const all = Object.keys(place.ground.calm[MONDAY]!.mails).length;
      const silent = ended.code === 0 && written < all ? [`exit code 0, and ${written} of ${all} mails are written`] : [];
      return [...silent, ...endedWell(ended, { codes: [0, 1, 4], says: /full|not sent|in doubt/ })];
    },
  },
  {
    name: 'the disk of temporary files is full',
    needs: ['root', 'tmpfs'],
    async meet(place) {
      return endedWell(await onFullDisk(place, place.random.upTo(8), 'temporary files'), {
        codes: [0, 1, 4],
        says: /temporary files.*full/,
      });
    },
  },
  {
    name: 'files may not grow (ulimit -f)',
    async meet(place) {
      const blocks = place.random.upTo(16);
      const limited = ['sh', '-c', `ulimit -f ${blocks}; trap "" XFSZ; exec "$@"`, 'sh'];
      return endedWell(await place.night(MONDAY, { before: limited }), { codes: [0, 1, 4], says: /ulimit -f|not sent|in doubt/ });
    },
  },
  {
    name: 'few files may be open (ulimit -n)',
    async meet(place) {
      const limited = ['sh', '-c', `ulimit -n ${24 + place.random.upTo(16)}; exec "$@"`, 'sh'];
      return endedWell(await place.night(MONDAY, { before: limited }), { codes: [0, 1, 4], says: /ulimit -n|not sent|in doubt/ });
    },
  },
  {
    name: 'the store may not be written',
    needs: ['root', 'setpriv'],
    async meet(place) {
      const ended = await place.night(MONDAY, as(setpriv));
      return endedWell(ended, { codes: [1], says: /the store \S+ cannot be written: \S+: this user may not write there; .*/ });
    },
  },
  {
    name: 'the outbox may not be written',
    needs: ['root', 'setpriv'],
    async meet(place) {
      await mkdir(join(place.store, 'mail/outbox'), { recursive: true });
      spawnSync('chown', ['-R', '65534:65534', place.store]);
      await chmod(join(place.store, 'mail/outbox'), 0o555);
      const ended = await place.night(MONDAY, as(setpriv));
      spawnSync('chown', ['-R', '0:0', place.store]);
      await chmod(join(place.store, 'mail/outbox'), 0o755);
      return endedWell(ended, { codes: [4], says: /not sent.*mails --run/ });
    },
  },
  {
    name: 'a landed file may not be read',
    needs: ['root', 'setpriv'],
    async meet(place) {
      spawnSync('chown', ['-R', '65534:65534', place.store]);
      const path = place.random.pick([
        landedFile(place),
        join(place.landing, `orders/dt=${MONDAY}`),
        join(place.landing, 'orders'),
      ]);
      await chmod(path, 0);
      const ended = await place.night(MONDAY, as(setpriv));
      await chmod(path, 0o755);
      spawnSync('chown', ['-R', '0:0', place.store]);
      return endedWell(ended, { codes: [1, 3], says: /landing.* cannot be read: .*this user may not read there/ });
    },
  },
  {
    name: 'a landed file is gone under way',
    async meet(place) {
      const body = await readFile(landedFile(place));
      const ended = await whenItHasBegun(place, () => rm(landedFile(place)));
      await writeFile(landedFile(place), body);
      return endedWell(ended, { codes: [0, 1, 3], says: /orders\/dt=2026-11-16\/orders.jsonl: .*(put it back|land)|landed/ });
    },
  },
  {
    name: 'a landed file is another under way, of the same size and time',
    async meet(place) {
      const path = landedFile(place);
      const body = await readFile(path, 'utf8');
      const ended = await whenItHasBegun(place, async () => {
        await writeFile(path, body.replaceAll(`${MONDAY}T15:00`, `${MONDAY}T19:00`));
        await utimes(path, new Date('2026-11-16T23:30:00Z'), new Date('2026-11-16T23:30:00Z'));
      });
      await writeFile(path, body);
      await utimes(path, new Date('2026-11-16T23:30:00Z'), new Date('2026-11-16T23:30:00Z'));
      return endedWell(ended, { codes: [0, 1], says: /changed while it was read/ });
    },
  },
  {
    name: 'little memory for Node',
    async meet(place) {
      const ended = await place.night(MONDAY, { env: { NODE_OPTIONS: `--max-old-space-size=${12 + place.random.upTo(12)}` } });
      // Node ends itself then (SIGABRT); nothing half may be left.
      return ended.signal ? [] : endedWell(ended, { codes: [0, 1, 4, 134] }).filter((what) => !/stack trace/.test(what));
    },
  },
  {
    name: 'little memory for the query engine',
    async meet(place) {
      const { ground, landing, policies, store } = place;
      const memory = `${place.random.upTo(24)}MB`;
      const args = [
        'night',
        '--date',
        MONDAY,
        '--memory',
        memory,
        '--landing',
        landing,
        '--store',
        store,
        '--policies',
        policies,
      ];
      return endedWell(await child(ground.built, args), { codes: [0, 1], says: /--memory/ });
    },
  },
  {
    name: 'five commands at once',
    async meet(place) {
      const { ground, store } = place;
      const all = await Promise.all([
        place.night(MONDAY),
        place.night(MONDAY),
        place.night(TUESDAY),
        child(ground.built, ['status', '--store', store]),
        child(ground.built, ['mails', '--run', `${SUNDAY}-001`, '--store', store]),
      ]);
      const broken = all.flatMap((ended) => endedWell(ended, { codes: [0, 4] }));
      const now = await published(store);
      const calm = ground.calm.both!.published!;
      if (now?.run_date !== TUESDAY) broken.push(`published is ${now?.run_date}`);
      // Tuesday compares with Monday if it was published by then; what is counted of orders is the same.
      for (const dataset of ['scorecards', 'seller_metrics', 'outcome_details', 'region_metrics'])
        if (now?.datasets[dataset] !== calm.datasets[dataset]) broken.push(`${dataset} of Tuesday has other bytes`);
      const written = await mails(store);
      const monday = Object.keys(ground.calm[MONDAY]!.mails).filter((name) => !written[name]);
      // Where Tuesday was published first, Monday's night mails nobody, and says so.
      const told =
        all.some(({ code }) => code === 4) ||
        all.slice(0, 2).every(({ out }) => out.includes('nobody is written to about this one'));
      if (monday.length > 0 && !told) broken.push(`lost in silence: ${monday.join(', ')}`);
      // The rest of the story is Monday's, on a store without Tuesday.
      await rm(store, { recursive: true });
      await cp(ground.stores[SUNDAY]!, store, { recursive: true });
      return broken;
    },
  },
];
