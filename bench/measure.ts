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
  const { work, pairs } = wanted;
  const at = (name: string): string => join(work, name);
  const days = { days: wanted.history };
  for (const folder of ['store', 'store-90', 'landing-90', 'scratch', ...(wanted.reuse ? [] : ['landing'])])
    await rm(at(folder), { recursive: true, force: true });
  await mkdir(at('scratch'), { recursive: true });
  try {
    const steps = stepsOf(wanted);
    const generate = wanted.reuse ? undefined : await steps.generate();
    const first = await steps.night('first night', dayBack(days, pairs));
    if (isLong(wanted)) {
      await linkRecentLanding(at('landing'), at('landing-90'), dayBack(days, SHORT_HISTORY - 1));
      await steps.night('first night of 90 days', dayBack(days, pairs), { of: '-90' });
    }
    const next = await nextNights(wanted, steps);
    const full = await fullNights(wanted, steps, first);
    const accept = await steps.accept();
    return reportOf(wanted, { generate, first, next, full, accept });
  } finally {
    if (!wanted.keep) await rm(work, { recursive: true, force: true });
  }
}

/** Whether next nights of a long history are compared with those of a short one. */
const isLong = ({ history, pairs }: Wanted): boolean => history === LONG_HISTORY && pairs > 0;

/** What is measured, each in a process of its own and said as it ends. */
function stepsOf({ limits, work, say, pairs, ...wanted }: Wanted) {
  const at = (name: string): string => join(work, name);
  const reported = async (what: string, step: Step): Promise<StepCost> => {
    const cost = await inChild(step);
    say(`${what}: ${cost.seconds.toFixed(1)} s, ${cost.cpu.toFixed(1)} s of processor time, peak ${cost.peak_mb} MB`);
    return cost;
  };
  const { orders, history, days_per_file } = wanted;
  const marketplace = { orders, days: history, days_per_file, daily: pairs, to: at('landing') };
  const acceptedDays = Math.min(history, ACCEPTED_DAYS);
  return {
    generate: () => reported('generate', { step: 'generate', marketplace, limits }),
    night: (what: string, on: string, { full = false, of = '' } = {}) =>
      reported(what, { step: 'night', landing: at(`landing${of}`), store: at(`store${of}`), run_date: on, full, limits }),
    /** The script by hand on what that night accepted; it must count every seller as the night did. */
    byHand: async (night: StepCost, on: string) => {
      const to = at('by-hand.parquet');
      const cost = await reported('by hand', {
        ...{ step: 'by hand', store: at('store'), run_date: on, to, scratch: at('scratch'), limits },
      });
      return { cost, equal_rows: await agreed(night, to) };
    },
    accept: () =>
      reported('accept to copy', {
        step: 'accept to copy',
        orders: Math.ceil((orders * acceptedDays) / history),
        days: acceptedDays,
        limits,
      }),
  };
}

type Steps = ReturnType<typeof stepsOf>;

/** Nights of some days, each followed by the script by hand. */
interface Nights {
  nights: StepCost[];
  by_hand: StepCost[];
  /** Queries of a night beside the script by hand. */
  pairs: [Took, Took][];
  equal_rows: number;
}

/** The nights of the last days one after the other, on both stores where the history is long. */
async function nextNights(wanted: Wanted, steps: Steps): Promise<Nights & { next_90: StepCost[]; history: [Took, Took][] }> {
  const done: Awaited<ReturnType<typeof nextNights>> = {
    ...{ nights: [], by_hand: [], pairs: [], equal_rows: 0 },
    ...{ next_90: [], history: [] },
  };
  for (let back = wanted.pairs - 1; back >= 0; back--) {
    const on = dayBack({ days: wanted.history }, back);
    const night = await steps.night('next night', on);
    done.nights.push(night);
    if (isLong(wanted)) {
      const short = await steps.night('next night of 90 days', on, { of: '-90' });
      done.next_90.push(short);
      done.history.push([queriesOf(night), queriesOf(short)]);
    }
    await addByHand(done, steps, night, on);
  }
  return done;
}

/** Nights of the last day that judge everything; without next nights the first one is such a night. */
async function fullNights(wanted: Wanted, steps: Steps, first: StepCost): Promise<Nights> {
  const on = lastDay({ days: wanted.history });
  const done: Nights = { nights: [], by_hand: [], pairs: [], equal_rows: 0 };
  for (let pair = 0; pair < Math.max(1, wanted.pairs); pair++) {
    const night = wanted.pairs > 0 ? await steps.night('full night', on, { full: true }) : first;
    done.nights.push(night);
    await addByHand(done, steps, night, on);
  }
  return done;
}

async function addByHand(done: Nights, steps: Steps, night: StepCost, on: string): Promise<void> {
  const { cost, equal_rows } = await steps.byHand(night, on);
  done.by_hand.push(cost);
  done.equal_rows = equal_rows;
  done.pairs.push([queriesOf(night), cost]);
}

interface Measurements {
  generate: StepCost | undefined;
  first: StepCost;
  next: Awaited<ReturnType<typeof nextNights>>;
  full: Nights;
  accept: StepCost;
}

function reportOf(wanted: Wanted, { generate, first, next, full, accept }: Measurements): BenchReport {
  const { orders, history, limits, pairs } = wanted;
  const nextRatio: Measured = pairs > 0 ? ratioOfPairs(next.pairs) : { not_measured: 'there is no next night with --pairs 0' };
  const needsLong = { not_measured: `needs --history ${LONG_HISTORY} and at least one pair` };
  const last = next.nights.at(-1);
  const next_bytes_read = last && queriesOf(last).bytes_read;
  return {
    ...{ orders, history, run_date: lastDay({ days: history }), limits, pairs },
    ratios: {
      full: ratioOfPairs(full.pairs),
      next: nextRatio,
      next_365: isLong(wanted) ? nextRatio : needsLong,
      next_365_to_90: isLong(wanted) ? ratioOfPairs(next.history) : needsLong,
      accept_to_copy: { seconds: accept.accept_to_copy!.ratio },
    },
    peak_mb: Math.max(...[first, ...next.nights, ...full.nights].map((one) => one.peak_mb)),
    ...(last ? { next_peak_mb: Math.max(...next.nights.map((one) => one.peak_mb)) } : {}),
    ...(next_bytes_read === undefined ? {} : { next_bytes_read }),
    equal_rows: full.equal_rows,
    steps: {
      ...(generate ? { generate } : {}),
      ...{ first, next: next.nights, next_90: next.next_90, full: full.nights },
      by_hand: [...next.by_hand, ...full.by_hand],
      accept,
    },
  };
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
