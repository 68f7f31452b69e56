import { addApplications } from './applications.js';
import { type Day, dayOf, textOf } from './calendar.js';
import { openMarkets } from './markets.js';
import { addRandomSellers } from './random-sellers.js';
import { emptyMarketplace, type Marketplace } from './records.js';
import type { Span } from './shops.js';
import { simulateStory } from './simulate-story.js';
import { STORIES } from './stories.js';

/** A Monday, so that the night of the sample's last day writes the weekly digests. */
export const SAMPLE_LAST_DAY = '2026-11-16';

export interface SampleSize {
  /** Sellers with an order or more, the named ones included. */
  sellers: number;
  /** Orders placed; the stories are simulated in full even where they alone are more. */
  orders: number;
  /** Days up to the last one, which is counted. */
  days: number;
  /** YYYY-MM-DD. */
  lastDay: string;
  seed: number;
}

export const SAMPLE_SIZE: SampleSize = { sellers: 2200, orders: 260_000, days: 120, lastDay: SAMPLE_LAST_DAY, seed: 7 };

/** The stories reach back two months; with fewer days they would not come out. */
const FEWEST_DAYS = 60;

export interface DrawnMarketplace extends Marketplace {
  span: Span;
  first_day: string;
  last_day: string;
}

/** Draws all records of a sample, in memory. The same size gives the same records. Throws on fewer than 60 days. */
export function drawMarketplace(size: SampleSize): DrawnMarketplace {
  if (size.days < FEWEST_DAYS)
    throw new Error(`sample: ${size.days} days are too few for its stories; ask for ${FEWEST_DAYS} or more`);
  const last: Day = dayOf(size.lastDay);
  const first: Day = last - size.days + 1;
  const span: Span = { seed: size.seed, first, last, markets: openMarkets(first, last) };
  const marketplace = emptyMarketplace();
  const told = STORIES.filter((story) => !story.beside);
  for (const story of told) simulateStory(marketplace, story, span, size.orders);
  const others = Math.max(0, size.sellers - told.length);
  addRandomSellers(marketplace, others, Math.max(others, size.orders - marketplace.orders.length), span);
  for (const story of STORIES) if (story.beside) simulateStory(marketplace, story, span, size.orders);
  addApplications(marketplace, span);
  return { ...marketplace, span, first_day: textOf(first), last_day: textOf(last) };
}
