import { fork } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareByHand } from './by-hand.js';
import { dayBefore, lastDay, type Marketplace } from './marketplace.js';
import type { Cost } from './night-cost.js';
import type { Limits, Step, StepCost } from './step.js';

export interface BenchReport {
  orders: number;
  days: number;
  run_date: string;
  limits: Limits;
  /** Absent when the landed files of an earlier benchmark were used again. */
  generated?: StepCost;
  /** The first night: accepts all but the last day (or, of a single night, all) and judges everything. */
  first: StepCost;
  /** The night of the last day after it: accepts one day, judges what is open. Absent of a single night. */
  incremental?: StepCost;
  /** Nights of the last day that judge everything, alternating with the script by hand. */
  full: StepCost[];
  by_hand: StepCost[];
  /** Rows of seller_metrics that both agree on. */
  equal_rows: number;
  ratios: Record<'compute' | 'seller_metrics', { seconds: number; cpu: number }>;
  peak_mb: number;
}

export interface Wanted {
  marketplace: Omit<Marketplace, 'to'>;
  limits: Limits;
  /** How many full nights after the incremental one, each between two runs of the script by hand; 0: a single night and the script. */
  pairs: number;
  /** Use the landed files that an earlier benchmark kept. */
  reuse: boolean;
  /** A folder of its own for landing, store and scratch files. */
  work: string;
  /** Leave the folder behind. */
  keep: boolean;
  say(line: string): void;
}

/** Runs one step in a process of its own. */
function inChild(step: Step): Promise<StepCost> {
  return new Promise((done, failed) => {
    const child = fork(join(import.meta.dirname, 'step.ts'));
    child.once('message', (answer: { cost?: StepCost; error?: string }) =>
      answer.cost ? done(answer.cost) : failed(new Error(answer.error)),
    );
    child.once('exit', (code) => failed(new Error(`${step.step}: its process ended with ${code} before it answered`)));
    child.once('error', failed);
    child.send(step);
  });
}

/** Cost of the queries of a night, of all or of those named. */
export function queriesOf(night: StepCost, names?: readonly string[]): { seconds: number; cpu: number } {
  const queries = night.parts!.filter((part: Cost) => part.state === 'RunQuery' && (!names || names.includes(part.subject)));
  const sum = (of: 'seconds' | 'cpu') => queries.reduce((total, query) => total + query[of], 0);
  return { seconds: sum('seconds'), cpu: sum('cpu') };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** @throws Error when the night and the script by hand count any seller differently. */
export async function measure(wanted: Wanted): Promise<BenchReport> {
  const { marketplace, limits, work, say } = wanted;
  const [landing, store, scratch] = ['landing', 'store', 'scratch'].map((name) => join(work, name)) as [string, string, string];
  for (const folder of [store, scratch, ...(wanted.reuse ? [] : [landing])]) await rm(folder, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  const run_date = lastDay(marketplace);
  const reported = async (what: string, step: Step): Promise<StepCost> => {
    const cost = await inChild(step);
    say(`${what}: ${cost.seconds.toFixed(1)} s, ${cost.cpu.toFixed(1)} s of processor time, peak ${cost.peak_mb} MB`);
    return cost;
  };
  try {
    const night = (what: string, on: string, full: boolean) =>
      reported(what, { step: 'night', landing, store, run_date: on, full, limits });
    const to = join(work, 'by-hand.parquet');
    const byHand = () => reported('by hand', { step: 'by hand', store, run_date, to, scratch, limits });

    const generated = wanted.reuse
      ? undefined
      : await reported('generate', { step: 'generate', marketplace: { ...marketplace, to: landing }, limits });
    const first = await night('first night', wanted.pairs === 0 ? run_date : dayBefore(marketplace), false);
    const incremental = wanted.pairs === 0 ? undefined : await night('next night', run_date, false);
    const full = wanted.pairs === 0 ? [first] : [];
    const by_hand = [await byHand()];
    let equal = await agreed(incremental ?? first, to);
    for (let pair = 0; pair < wanted.pairs; pair++) {
      full.push(await night('next night, in full', run_date, true));
      by_hand.push(await byHand());
      equal = await agreed(full.at(-1)!, to);
    }
    const ratio = (names?: readonly string[]) => {
      const over = (of: 'seconds' | 'cpu') => mean(full.map((f) => queriesOf(f, names)[of])) / mean(by_hand.map((h) => h[of]));
      return { seconds: over('seconds'), cpu: over('cpu') };
    };
    return {
      orders: marketplace.orders,
      days: marketplace.days,
      run_date,
      limits,
      ...(generated ? { generated } : {}),
      first,
      ...(incremental ? { incremental } : {}),
      full,
      by_hand,
      equal_rows: equal,
      ratios: { compute: ratio(), seller_metrics: ratio(['seller_counts', 'seller_metrics']) },
      peak_mb: Math.max(...[first, incremental, ...full].map((night) => night?.peak_mb ?? 0)),
    };
  } finally {
    if (!wanted.keep) await rm(work, { recursive: true, force: true });
  }
}

async function agreed(night: StepCost, byHand: string): Promise<number> {
  const { rows, differ } = await compareByHand(night.seller_metrics!, byHand);
  if (rows === 0) throw new Error('by-hand.sql counts nothing; look at the accepted files');
  if (differ.length > 0)
    throw new Error(
      `${differ.length} of ${rows} rows of seller_metrics differ from bench/by-hand.sql; the first: ${JSON.stringify(differ[0])}`,
    );
  return rows;
}
