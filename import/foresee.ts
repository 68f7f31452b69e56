import type { LandingContract } from '../contracts/contract.js';
import { acceptFiles } from '../lambdas/accept-files/accept-files.js';
import { openDuck } from '../lambdas/shared/duck.js';
import type { ObjectStore } from '../lambdas/shared/object-store.js';
import { counted, shown } from './refused.js';

/** What a night would reject of a dataset that is about to land. */
export interface Foreseen {
  dataset: string;
  landed: number;
  rejected: number;
  /** Commonest first. */
  reasons: { reason: string; rows: number; example: { column?: string; value?: string } }[];
}

export interface ToForesee {
  contract: LandingContract;
  /** Landing days with a file each. */
  days: readonly string[];
}

interface Given {
  staging: ObjectStore;
  /** A store for what accepting writes; nothing of it is kept. */
  store: ObjectStore;
  scratch: string;
  /** Regions and metrics that the rows name: which there are is the policy's to say, not the import's. */
  regions: readonly string[];
  metrics: readonly string[];
}

/** Accepts the staged files as a night would, into a store that is thrown away. */
export async function foresee(datasets: readonly ToForesee[], given: Given): Promise<Foreseen[]> {
  const { staging, store, scratch, regions, metrics } = given;
  const duck = await openDuck({ memoryLimit: '1GB', temporaryFolder: scratch });
  try {
    const foreseen: Foreseen[] = [];
    for (const { contract, days } of datasets) {
      const { dataset } = contract;
      const files = await Promise.all(
        days.map(async (dt) => {
          const [object] = await staging.list(`${dataset}/dt=${dt}/`);
          return { dataset, dt, key: object!.key, size: object!.size };
        }),
      );
      const receipts = await acceptFiles({
        ...{ landing: staging, store, files, duck, scratch },
        regions: regions.map((code) => ({ code, time_zone: 'UTC' })),
        own_metrics: metrics,
      });
      const lines: string[] = [];
      for (const { quarantine_key } of receipts)
        if (quarantine_key) lines.push(...(await store.read(quarantine_key))!.body.toString('utf8').trim().split('\n'));
      const sum = (of: (receipt: (typeof receipts)[number]) => number) =>
        receipts.reduce((total, receipt) => total + of(receipt), 0);
      foreseen.push({ dataset, landed: sum((r) => r.landed), rejected: sum((r) => r.quarantined), reasons: reasonsIn(lines) });
    }
    return foreseen;
  } finally {
    duck.close();
  }
}

/** Reasons of quarantined rows, each with a row that has it. */
function reasonsIn(lines: readonly string[]): Foreseen['reasons'] {
  const found = new Map<string, Foreseen['reasons'][number]>();
  for (const line of lines) {
    const { raw, reasons } = JSON.parse(line) as { raw: string; reasons: string[] };
    for (const reason of reasons) {
      const column = /^(\w+): /.exec(reason)?.[1];
      const values = new Map<string, unknown>(Object.entries(objectIn(raw)));
      const value = column === undefined ? undefined : values.get(column);
      const text = value === undefined || value === null ? undefined : String(value);
      const words = text === undefined ? reason : reason.replace(`${text} `, '');
      const known = found.get(words);
      if (known) known.rows++;
      else
        found.set(words, {
          reason: words,
          rows: 1,
          example: { ...(column ? { column } : {}), ...(text ? { value: text } : {}) },
        });
    }
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}

function objectIn(raw: string): object {
  try {
    return JSON.parse(raw) as object;
  } catch {
    return {};
  }
}

const percent = (share: number): string => `${(share * 100).toLocaleString('en', { maximumFractionDigits: 2 })} %`;

/** `12 of 500 rows would be left out by a night (2.4 %, and orders allows 2 %)`. */
export const shareLine = ({ landed, rejected }: Foreseen, { dataset, rejected: { at_most } }: LandingContract): string =>
  `${rejected.toLocaleString('en')} of ${counted(landed, 'row')} would be left out by a night (${percent(rejected / landed)}; ${dataset} may lose ${percent(at_most)})`;

/** `placed_at: is not a moment; write ...: 12 rows, such as "yesterday"`. */
export const reasonLine = ({ reason, rows, example }: Foreseen['reasons'][number], from: string): string =>
  `${reason} (${counted(rows, 'row')}${example.value === undefined ? '' : `, such as ${shown(example.value)}${from}`})`;
