import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Built, builtEntry } from './built-entry.js';
import { child, type Ended } from './child.js';
import { MONDAY, SUNDAY, smallMarketplace, smallShop, TUESDAY } from './small-marketplace.js';
import { contents, mails, published } from './what-a-store-shows.js';

/** What an undisturbed command left: what readers see, the mails, how long it took and what it changed on the disk. */
export interface Calm {
  published: Awaited<ReturnType<typeof published>>;
  mails: Record<string, string>;
  seconds: number;
  /** Paths of what it changed on the disk, in order. */
  operations: string[];
}

/** A small marketplace, its nights undisturbed, and the stores after each, to begin from. */
export interface Ground {
  built: Built;
  folder: string;
  landing: string;
  policies: string;
  from: string;
  mapping: string;
  /** Store after the night of a day, by day; 'unmailed' is Monday's, killed before its mails. */
  stores: Record<string, string>;
  calm: Record<string, Calm>;
  imported: Record<string, string>;
  /** Where a night reads and writes. */
  where(store: string): string[];
  gone(): Promise<void>;
}

export async function makeGround(): Promise<Ground> {
  const built = await builtEntry();
  const folder = await mkdtemp(join(tmpdir(), 'scorecards-faults-'));
  await chmod(folder, 0o755);
  const { landing, policies } = await smallMarketplace(folder);
  const { from, mapping } = await smallShop(folder);
  const where = (store: string): string[] => ['--landing', landing, '--store', store, '--policies', policies];
  const stores: Ground['stores'] = { nothing: join(folder, 'nothing') };
  const calm: Ground['calm'] = {};
  const ran = async (name: string, from: string, ...args: string[]): Promise<void> => {
    stores[name] = join(folder, `after-${name}`);
    await cp(stores[from]!, stores[name], { recursive: true, preserveTimestamps: true }).catch(() => {});
    calm[name] = await undisturbed(built, folder, args, stores[name]);
  };
  await ran(SUNDAY, 'nothing', 'night', '--date', SUNDAY, ...where(join(folder, `after-${SUNDAY}`)));
  await ran(MONDAY, SUNDAY, 'night', '--date', MONDAY, ...where(join(folder, `after-${MONDAY}`)));
  await ran('again', MONDAY, 'night', '--date', MONDAY, ...where(join(folder, 'after-again')));
  await ran('both', SUNDAY, 'backfill', '--mails', '--from', MONDAY, '--to', TUESDAY, ...where(join(folder, 'after-both')));
  stores.unmailed = join(folder, 'unmailed');
  await cp(stores[SUNDAY]!, stores.unmailed, { recursive: true });
  const killed = await child(built, ['night', '--date', MONDAY, ...where(stores.unmailed)], {
    moment: { kind: 'operation', at: 1, when: 'before', paths: '/mail/shard' },
  });
  if (killed.signal !== 'SIGKILL') throw new Error(`was to be killed before its mails, and ended: ${killed.err}`);
  await cp(stores.unmailed, join(folder, 'after-mails'), { recursive: true });
  calm.mails = await undisturbed(
    built,
    folder,
    ['mails', '--run', `${MONDAY}-001`, '--store', join(folder, 'after-mails')],
    join(folder, 'after-mails'),
  );
  await ran('back', 'both', 'publish', '--run', `${MONDAY}-001`, '--store', join(folder, 'after-back'));
  const to = join(folder, 'imported');
  calm.import = await undisturbed(built, folder, ['import', '--mapping', mapping, '--from', from, '--to', to], to);
  const gone = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    await rm(built.folder, { recursive: true, force: true });
  };
  return { built, folder, landing, policies, from, mapping, stores, calm, imported: await contents(to), where, gone };
}

async function undisturbed(built: Built, folder: string, args: string[], store: string): Promise<Calm> {
  const counts = join(folder, 'operations');
  const ended = await child(built, args, { watched: { counts, journal: '' } });
  if (ended.code !== 0) throw new Error(`undisturbed, ${args.join(' ')} ended with ${ended.code}: ${said(ended)}`);
  return {
    published: await published(store),
    mails: await mails(store),
    seconds: ended.seconds,
    operations: (await readFile(counts, 'utf8')).split('\n'),
  };
}

export const said = ({ out, err }: Ended): string => `${err.trim().slice(0, 2_000)}\n${out.trim().slice(-400)}`.trim();
