import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDuck } from '../lambdas/shared/duck.js';
import { quoted, runScript } from './script.js';

/** Runs by-hand.sql over the accepted files of a store and writes its rows to `to`, as Parquet. */
export async function runByHand(given: {
  store: string;
  run_date: string;
  to: string;
  scratch: string;
  memory: string;
  threads: number;
}): Promise<void> {
  const duck = await openDuck({ memoryLimit: given.memory, threads: given.threads, temporaryFolder: given.scratch });
  try {
    await duck.run('SET preserve_insertion_order = false');
    await duck.run(`SET VARIABLE accepted = ${quoted(join(given.store, 'accepted'))}`);
    await duck.run(`SET VARIABLE run_date = DATE ${quoted(given.run_date)}`);
    await runScript(duck, await readFile(join(import.meta.dirname, 'by-hand.sql'), 'utf8'));
    await duck.run(`COPY seller_metrics TO ${quoted(given.to)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)`);
  } finally {
    duck.close();
  }
}

export interface Disagreement {
  seller_id: string;
  metric: string;
  /** The five counts as text; null where there is no row. */
  night: string | null;
  by_hand: string | null;
}

/** Sellers and metrics that the night and the script by hand count differently, and how many rows the script has. */
export async function compareByHand(night: readonly string[], byHand: string): Promise<{ rows: number; differ: Disagreement[] }> {
  const duck = await openDuck();
  try {
    await duck.run(`SET VARIABLE night = [${night.map(quoted).join(', ')}]`);
    await duck.run(`SET VARIABLE by_hand = ${quoted(byHand)}`);
    const differ = await duck.run(await readFile(join(import.meta.dirname, 'equal.sql'), 'utf8'));
    const [counted] = await duck.run(await readFile(join(import.meta.dirname, 'by-hand-rows.sql'), 'utf8'));
    return { rows: Number(counted?.rows), differ: differ as unknown as Disagreement[] };
  } finally {
    duck.close();
  }
}
