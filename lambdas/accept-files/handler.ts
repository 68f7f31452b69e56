import * as z from 'zod';
import { type AcceptedShardFiles, AcceptShard } from '../../contracts/run/accept-shard.js';
import { doneKey, policiesKey } from '../../contracts/run/keys.js';
import type { Policies } from '../../policies/policy.js';
import { defineHandler } from '../shared/define-handler.js';
import type { Duck } from '../shared/duck.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { acceptFiles as accept } from './accept-files.js';
import type { LargestFiles } from './too-large.js';

const Event = z.object({
  /** Key in the store of the list of landed files. */
  shard: z.string().endsWith('.json'),
});

/** What became of a shard. Numbers only: the state of the night carries keys, never rows. */
export interface AcceptedShard {
  shard: string;
  files: number;
  landed: number;
  accepted: number;
  quarantined: number;
  /** Files refused as a whole. */
  refused: number;
  /** Files accepted before whose rows were damaged or gone in the store, the first few, with what was found. */
  accepted_again: string[];
}

/** why 3: these lines are state of the workflow, which is to stay small. */
const MOST_TOLD = 3;

/**
 * The Lambda that accepts the files of one shard under the run's frozen regions. Beside the shard it leaves
 * `<shard>.done.json`: `[{ dataset, dt, key, version?, file_id }]` in the shard's order. Asked again, it finds the receipts and
 * writes the same list.
 */
export const acceptFiles = (parts: {
  landing: ObjectStore;
  store: ObjectStore;
  duck: () => Promise<Duck>;
  scratch: string;
  largest?: LargestFiles;
}) =>
  defineHandler(Event, async ({ shard }, { log }): Promise<AcceptedShard> => {
    const { landing, store, scratch, largest } = parts;
    const { run_prefix, files } = AcceptShard.parse(await read(store, shard));
    const { regions, metrics, tracking } = await read<Policies>(store, policiesKey(run_prefix));
    const own_metrics = metrics.filter(({ subject }) => subject === 'landed').map(({ metric }) => metric);
    const duck = await parts.duck();
    const total: AcceptedShard = {
      shard,
      files: files.length,
      landed: 0,
      accepted: 0,
      quarantined: 0,
      refused: 0,
      accepted_again: [],
    };
    const again = (key: string, problem: string): void => {
      log.warn('file accepted again', { key, problem });
      if (total.accepted_again.length < MOST_TOLD) total.accepted_again.push(`landing/${key}: ${problem}`);
    };
    const receipts = await accept({ landing, store, files, regions, own_metrics, tracking, duck, scratch, largest, again });
    const done: AcceptedShardFiles = files.map((file, at) => {
      const receipt = receipts[at]!;
      total.landed += receipt.landed;
      total.accepted += receipt.accepted;
      total.quarantined += receipt.quarantined;
      total.refused += receipt.refused ? 1 : 0;
      const { dataset, dt, key, version } = file;
      const { file_id, refused } = receipt;
      if (refused) log.warn('file refused', { dataset, dt, file_id, refused });
      return { dataset, dt, key, ...(version === undefined ? {} : { version }), file_id };
    });
    await store.write(doneKey(shard), toJson(done));
    log.info('shard accepted', { ...total });
    return total;
  });

async function read<T>(store: ObjectStore, key: string): Promise<T> {
  const found = await readJson<T>(store, key);
  if (found === undefined) throw new Error(`${key}: is missing from the store; open the run again`);
  return found;
}
