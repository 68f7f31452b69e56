import { type LedgerPart, partsToGather } from '../../contracts/ledger/parts.js';
import { shelfOfRuns } from '../../infra/aws/stacks/retention.js';
import { COUNTED } from '../../lambdas/shared/metrics.js';
import { type Amount, bytesOf, type Measured, sum } from './measured.js';
import { LEAST_MOVED, LEAST_SCANNED, PRICES } from './prices.js';

/** Days for which things are kept (infra/aws/settings.ts), and over which the history landed. */
export interface Kept {
  history: number;
  runs: number;
  work: number;
}

/** A month on AWS in USD, line by line. */
export type Month = Record<(typeof LINES)[number], number>;

export const LINES = [
  'Athena',
  'S3: landed files',
  'S3: accepted rows',
  'S3: ledger',
  'S3: runs',
  'S3: working data',
  'S3 requests',
  'Lambda',
  'Step Functions',
  'KMS, alarms, metrics, dashboard, logs',
] as const;

const NIGHTS = 30;
/** Alarms of infra/aws/stacks/watch-stack.ts; a test counts them. */
export const ALARMS = 14;
/** Changes of state a query: prepare, run, collect, and the choices and maps around them. */
const TRANSITIONS_A_QUERY = 6;
/** All other states of a night, shards among them. */
const OTHER_TRANSITIONS = 60;
/** Seconds of 10^9 bytes a query (prepare and collect, a second or so each) and of all other functions of a night. */
const LAMBDA_A_QUERY = 2;
const OTHER_LAMBDA = 60;
/** Landed bytes a second that accept-files takes in with 3,008 MB. why: 64 MB in half a minute (lambdas/open-run/in-shards.ts). */
const ACCEPTED_A_SECOND = 2e6;
const ACCEPT_GIGABYTES = 3;

/** Rows of a ledger that have been written after so many nights of as many rows each, gathered copies among them, per row of a night. */
export function writtenOver(nights: number): number {
  let parts: LedgerPart[] = [];
  let written = 0;
  for (let night = 0; night < nights; night++) {
    const gathered = partsToGather(parts);
    const rows = 1 + gathered.reduce((total, part) => total + part.rows, 0);
    const left = parts.slice(0, parts.length - gathered.length);
    parts = [...left, { run_prefix: `runs/${night}`, files: [], rows, gathered: gathered.length > 0 }];
    written += rows;
  }
  return written;
}

/** Bytes that Athena bills for a night of `times` the measured size. */
export const billed = ({ queries }: Measured, times: number): number =>
  Object.values(queries).reduce((total, query) => total + Math.max(LEAST_SCANNED, bytesOf(query) * times), 0);

/** What a month costs at so many orders of history, of a marketplace of the measured shape: all rows grow as the orders do. */
export function monthOf(measured: Measured, orders: number, kept: Kept): Month {
  const times = orders / measured.orders;
  // As many days hold as many more orders each.
  const daily = times * (measured.days / kept.history);
  const stored = ({ bytes }: Amount, by: number): number => bytes * by * PRICES.stored;
  const queries = Object.values(measured.queries);
  const landedADay = (measured.landing.bytes / measured.days) * daily;
  const lambda = queries.length * LAMBDA_A_QUERY + OTHER_LAMBDA + (landedADay / ACCEPTED_A_SECOND) * ACCEPT_GIGABYTES;
  const transitions = queries.length * TRANSITIONS_A_QUERY + OTHER_TRANSITIONS;
  return {
    Athena: billed(measured, times) * NIGHTS * PRICES.scanned,
    'S3: landed files': stored(measured.landing, times),
    'S3: accepted rows': stored(measured.accepted, times),
    'S3: ledger': stored(measured.ledger_part, daily * writtenOver(kept.history)),
    'S3: runs': runs(measured.run, times, kept.runs),
    'S3: working data': stored(measured.work, daily * kept.work),
    'S3 requests': NIGHTS * (requestsToWrite(measured) + requestsToRead(measured)),
    Lambda: lambda * NIGHTS * PRICES.gigabyteSecond,
    'Step Functions': transitions * NIGHTS * PRICES.transition,
    'KMS, alarms, metrics, dashboard, logs':
      PRICES.key + ALARMS * PRICES.alarm + Object.keys(COUNTED).length * PRICES.metric + PRICES.dashboard + PRICES.logs,
  };
}

/** What a byte and an object cost where runs go once they are rarely read. */
const OLD_RUNS: Readonly<Record<string, { stored: number; moved: number }>> = {
  GLACIER_IR: { stored: PRICES.instant, moved: PRICES.movedToInstant },
  STANDARD_IA: { stored: PRICES.rarelyRead, moved: PRICES.moved },
};

/**
 * Runs of so many days, a night each: the newest in Standard, older ones where they cost less as far as their objects are large enough.
 * Rows grow as the orders do; SQL, policies and manifests do not, and are small.
 */
function runs({ bytes, rows }: Measured['run'], times: number, days: number): number {
  const shelf = shelfOfRuns(days);
  const others = (bytes - rows.reduce((total, size) => total + size, 0)) * days * PRICES.stored;
  return rows.reduce((total, size) => {
    const grown = size * times;
    if (!shelf || grown < LEAST_MOVED) return total + grown * days * PRICES.stored;
    const there = OLD_RUNS[shelf.storageClass.value]!;
    const kept = shelf.after * PRICES.stored + (days - shelf.after) * there.stored;
    return total + grown * kept + NIGHTS * there.moved;
  }, others);
}

const requestsToWrite = ({ run, work, ledger_part }: Measured): number => sum([run, work, ledger_part]).objects * PRICES.put;

/** why 3: the footer of a file, and its columns in two reads. */
const GETS_A_FILE = 3;
/** Of landed files a next night reads the counts of the news alone, so that requests do not grow with the history but where rows are read. */
const requestsToRead = ({ queries }: Measured): number =>
  sum(Object.values(queries).map(({ sources }) => sources)).objects * GETS_A_FILE * PRICES.get;

export const together = (month: Month): number => Object.values(month).reduce((total, line) => total + line, 0);
