import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareByHand } from './by-hand.js';
import { inChild } from './child.js';
import { dayBack, lastDay } from './marketplace.js';
import { type Measured, queriesOf, type RatioName, ratioOfPairs, type Took } from './ratios.js';
import { linkRecentLanding } from './recent-landing.js';
import type { Limits, Step, StepCost } from './step.js';

/** Days of history at which a next night is compared with the next night of a short history. */
const LONG_HISTORY = 365;
const SHORT_HISTORY = 90;
/** Most days whose files are accepted beside a bare COPY. why 100: seven files a day are then enough to see what a file costs. */
const ACCEPTED_DAYS = 100;

export interface BenchReport {
  orders: number;
  /** Days over which the orders landed. */
  history: number;
  run_date: string;
  limits: Limits;
  pairs: number;
  ratios: Record<RatioName, Measured>;
  /** Highest resident memory of any night, in MB (10^6 bytes). */
  peak_mb: number;
  /** Highest resident memory of a next night. */
  next_peak_mb?: number;
  /** Bytes that the queries of the last next night read from files; absent where the system does not count them. */
  next_bytes_read?: number;
  /** Rows of seller_metrics that the last night and the script by hand agree on. */
  equal_rows: number;
  steps: {
    /** Absent when the landed files of an earlier benchmark were used again. */
    generate?: StepCost;
    /** The first night: accepts the history and judges everything. */
    first: StepCost;
    /** Nights of the last days one after the other; each accepts one day and judges what can have changed. */
    next: StepCost[];
    /** The same nights on a store that knows the last 90 days only. */
    next_90: StepCost[];
    /** Nights of the last day that judge everything. */
    full: StepCost[];
    by_hand: StepCost[];
    /** Accepting the landed files of at most 100 days, beside a bare COPY of them. */
    accept: StepCost;
  };
}

export interface Wanted {
  orders: number;
  history: number;
  days_per_file: number;
  limits: Limits;
  /** How many next nights and how many full nights, each followed by the script by hand; 0: a single night and the script. */
  pairs: number;
  /** Use the landed files that an earlier benchmark kept. */
  reuse: boolean;
  /** A folder of its own for landing, store and scratch files. */
  work: string;
  /** Leave the folder behind. */
  keep: boolean;
  say(line: string): void;
}

/**
 * Generates a marketplace, runs its nights and, in turn with them, the script by hand.
 *
 * @throws Error when a night fails, or when the night and the script by hand count any seller differently.
 */
export async function measure(wanted: Wanted): Promise<BenchReport> {
  const { limits, work, say, pairs } = wanted;
  const at = (name: string): string => join(work, name);
  const days = { days: wanted.history };
  const run_date = lastDay(days);
  const long = wanted.history === LONG_HISTORY && pairs > 0;

  const reported = async (what: string, step: Step): Promise<StepCost> => {
    const cost = await inChild(step);
    say(`${what}: ${cost.seconds.toFixed(1)} s, ${cost.cpu.toFixed(1)} s of processor time, peak ${cost.peak_mb} MB`);
    return cost;
  };
  const night = (what: string, on: string, { full = false, of = '' } = {}) =>
    reported(what, { step: 'night', landing: at(`landing${of}`), store: at(`store${of}`), run_date: on, full, limits });
  const byHand = (on: string) =>
    reported('by hand', {
      step: 'by hand',
      store: at('store'),
      run_date: on,
      to: at('by-hand.parquet'),
      scratch: at('scratch'),
      limits,
    });

  for (const folder of ['store', 'store-90', 'landing-90', 'scratch', ...(wanted.reuse ? [] : ['landing'])])
    await rm(at(folder), { recursive: true, force: true });
  await mkdir(at('scratch'), { recursive: true });
  try {
    const marketplace = { orders: wanted.orders, ...days, days_per_file: wanted.days_per_file, daily: pairs, to: at('landing') };
    const generate = wanted.reuse ? undefined : await reported('generate', { step: 'generate', marketplace, limits });

    const first = await night('first night', dayBack(days, pairs));
    const next_90: StepCost[] = [];
    if (long) {
      await linkRecentLanding(at('landing'), at('landing-90'), dayBack(days, SHORT_HISTORY - 1));
      await night('first night of 90 days', dayBack(days, pairs), { of: '-90' });
    }
    const next: StepCost[] = [];
    const by_hand: StepCost[] = [];
    const nextPairs: [Took, Took][] = [];
    const historyPairs: [Took, Took][] = [];
    const fullPairs: [Took, Took][] = [];
    let equal_rows = 0;
    for (let back = pairs - 1; back >= 0; back--) {
      const on = dayBack(days, back);
      next.push(await night('next night', on));
      if (long) {
        next_90.push(await night('next night of 90 days', on, { of: '-90' }));
        historyPairs.push([queriesOf(next.at(-1)!), queriesOf(next_90.at(-1)!)]);
      }
      by_hand.push(await byHand(on));
      equal_rows = await agreed(next.at(-1)!, at('by-hand.parquet'));
      nextPairs.push([queriesOf(next.at(-1)!), by_hand.at(-1)!]);
    }
    const full = pairs === 0 ? [first] : [];
    for (let pair = 0; pair < Math.max(1, pairs); pair++) {
      if (pairs > 0) full.push(await night('full night', run_date, { full: true }));
      by_hand.push(await byHand(run_date));
      equal_rows = await agreed(full.at(-1)!, at('by-hand.parquet'));
      fullPairs.push([queriesOf(full.at(-1)!), by_hand.at(-1)!]);
    }

    const acceptedDays = Math.min(wanted.history, ACCEPTED_DAYS);
    const accept = await reported('accept to copy', {
      step: 'accept to copy',
      orders: Math.ceil((wanted.orders * acceptedDays) / wanted.history),
      days: acceptedDays,
      limits,
    });

    const nextRatio: Measured = pairs > 0 ? ratioOfPairs(nextPairs) : { not_measured: 'there is no next night with --pairs 0' };
    const needsLong = { not_measured: `needs --history ${LONG_HISTORY} and at least one pair` };
    const next_bytes_read = next.length > 0 ? queriesOf(next.at(-1)!).bytes_read : undefined;
    return {
      orders: wanted.orders,
      history: wanted.history,
      run_date,
      limits,
      pairs,
      ratios: {
        full: ratioOfPairs(fullPairs),
        next: nextRatio,
        next_365: long ? nextRatio : needsLong,
        next_365_to_90: long ? ratioOfPairs(historyPairs) : needsLong,
        accept_to_copy: { seconds: accept.accept_to_copy!.ratio },
      },
      peak_mb: Math.max(...[first, ...next, ...full].map((one) => one.peak_mb)),
      ...(next.length > 0 ? { next_peak_mb: Math.max(...next.map((one) => one.peak_mb)) } : {}),
      ...(next_bytes_read === undefined ? {} : { next_bytes_read }),
      equal_rows,
      steps: { ...(generate ? { generate } : {}), first, next, next_90, full, by_hand, accept },
    };
  } finally {
    if (!wanted.keep) await rm(work, { recursive: true, force: true });
  }
}

/**
 * How many rows of seller_metrics both have.
 *
 * @throws Error when they count any seller differently, or nothing at all.
 */
export async function agreed(night: StepCost, byHand: string, of = 'bench/by-hand.sql'): Promise<number> {
  const { rows, differ } = await compareByHand(night.seller_metrics!, byHand);
  if (rows === 0) throw new Error(`${of} counts nothing; look at the accepted files`);
  if (differ.length > 0)
    throw new Error(
      `${differ.length} of ${rows} rows of seller_metrics differ from ${of}; the first: ${JSON.stringify(differ[0])}`,
    );
  return rows;
}
