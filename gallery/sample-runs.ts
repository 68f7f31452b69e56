/** A sample marketplace whose evaluations have something to say, and nights over it: all that the gallery shows is of these runs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../contracts/days.js';
import { runNight } from '../infra/local/night.js';
import { generateSample } from '../sample/generate.js';
import { SAMPLE_LAST_DAY } from '../sample/marketplace.js';

/** why these: Mondays on which stories were noticed, proposed and decided; the Sunday that brings the digest; and the last day. */
const NIGHTS = [49, 14, 7, 1, 0].map((ago) => addDays(SAMPLE_LAST_DAY, -ago));
/** why this size: enough sellers for tables to scroll, few enough for five nights in half a minute. */
const SIZE = { sellers: 300, orders: 24_000, days: 120 };

export interface Runs {
  /** Folder of the store whose pointer leads to the newest run. */
  store: string;
  /** Prefixes of the runs, by run date, the oldest first. */
  prefixes: ReadonlyMap<string, string>;
  /** When they are read: on the morning after the last day. */
  read_at: string;
  remove(): Promise<void>;
}

/** @throws Error with the night's own words when a night fails. */
export async function sampleRuns(nights: readonly string[] = NIGHTS): Promise<Runs> {
  const folder = await mkdtemp(join(tmpdir(), 'scorecards-gallery-'));
  const [landing, store] = [join(folder, 'landing'), join(folder, 'store')];
  await generateSample({ to: landing, ...SIZE });
  const prefixes = new Map<string, string>();
  for (const runDate of nights) {
    const { error, prefix } = await runNight({
      ...{ runDate, landing, store, policies: 'policies', limits: { memory: '1GB', threads: 2 } },
    });
    if (!prefix || error) throw new Error(`the night of ${runDate} failed: ${error?.message ?? 'no run'}`);
    prefixes.set(runDate, prefix);
  }
  const read_at = `${addDays(SAMPLE_LAST_DAY, 1)}T09:00:00Z`;
  return { store, prefixes, read_at, remove: () => rm(folder, { recursive: true, force: true }) };
}
