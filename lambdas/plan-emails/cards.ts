import { createHash } from 'node:crypto';
import { bucketOf } from '../../contracts/run/buckets.js';
import type { Run } from '../shared/run-reader.js';

/** What a card shows beside what only says when it was made. Pending orders are none of it: they have no result yet. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  scorecards: ['programme', 'tier'],
  seller_metrics: ['programme', 'metric', 'verdict', 'met', 'fault', 'forgiven', 'excluded'],
  standings: ['programme', 'official_tier'],
  metric_standings: ['programme', 'metric', 'notice_on'],
};

export interface Card {
  /** A short name for the numbers of the card: the same as long as a mail would say the same. */
  card: string;
  /** Whether a notice begins in this run. */
  noticed: boolean;
}

/** The card of each seller. Read bucket by bucket, so that the rows of a large marketplace are never held together. */
export async function cardsOf(run: Run, sellers: readonly string[]): Promise<Map<string, Card>> {
  const cards = new Map<string, Card>();
  const buckets: string[][] = Array.from({ length: run.buckets }, () => []);
  for (const seller of sellers) buckets[bucketOf(seller, run.buckets)]!.push(seller);
  for (const some of buckets) {
    const lines = new Map<string, string[]>(some.map((seller) => [seller, []]));
    const noticed = new Set<unknown>();
    for (const [dataset, columns] of Object.entries(SHOWN)) {
      if (!run.has(dataset) || some.length === 0) continue;
      for (const row of await run.columns(dataset, ['seller_id', ...columns], new Set(some))) {
        if (row.notice_on === run.run_date) noticed.add(row.seller_id);
        lines.get(String(row.seller_id))?.push(JSON.stringify([dataset, ...columns.map((column) => said(row[column]))]));
      }
    }
    for (const [seller, said] of lines) {
      const card = createHash('sha256').update(said.sort().join('\n')).digest('hex').slice(0, 12);
      cards.set(seller, { card, noticed: noticed.has(seller) });
    }
  }
  return cards;
}

const said = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
