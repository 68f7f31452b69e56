import { rm } from 'node:fs/promises';
import type { Ground } from './ground.js';
import { endsAsUndisturbed, FAULTS, HAS, placeFor } from './machine.js';
import { Random } from './random.js';
import type { Tally } from './run-kills.js';

/** Meets every fault so many times. What this machine cannot do is said to `skipped`, never passed by in silence. */
export async function runMachine(
  ground: Ground,
  asked: { seed: number; times: number; only?: string; broke(what: string): void; skipped(what: string): void },
): Promise<Tally[]> {
  const tallies: Tally[] = [];
  const seeds = new Random(asked.seed);
  for (const fault of FAULTS) {
    if (asked.only && fault.name !== asked.only) continue;
    const missing = (fault.needs ?? []).filter((need) => !HAS[need]());
    if (missing.length > 0) {
      asked.skipped(`SKIPPED ${fault.name}: this machine has no ${missing.join(', no ')}`);
      continue;
    }
    const tally = { kind: fault.name, tried: 0, held: 0 };
    tallies.push(tally);
    for (let time = 0; time < asked.times; time++) {
      const seed = asked.only && time === 0 ? asked.seed : seeds.upTo(2 ** 31);
      const place = await placeFor(ground, new Random(seed));
      const broken = await fault
        .meet(place)
        .then(async (met) => [...met, ...(await endsAsUndisturbed(place))])
        .catch((error: Error) => [error.message]);
      await rm(place.folder, { recursive: true, force: true });
      tally.tried += 1;
      if (broken.length === 0) tally.held += 1;
      else
        asked.broke(
          `${fault.name}: ${broken.join('\n  ')}\n  again: FAULTS_SEED=${seed} npm run soak:kills -- --machine 1 --only "${fault.name}"`,
        );
    }
  }
  return tallies;
}
