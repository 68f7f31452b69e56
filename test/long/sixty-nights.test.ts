import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { PUBLISHED } from '../../contracts/published/index.js';
import { generateSample } from '../../sample/generate.js';
import { TestMarketplace } from '../night/test-marketplace.js';

/** What a night may know of earlier nights: who changed tier since. Everything else is landing, policy and date alone. */
const REMEMBERS = new Set(['tier_changes']);
const DATASETS = [
  ...Object.keys(PUBLISHED),
  'orders',
  'order_events',
  'order_outcomes',
  'conversation_outcomes',
  'seller_counts',
  'seller_periods',
];

let marketplace: TestMarketplace;
let first: string;
let last: string;
beforeAll(async () => {
  marketplace = await TestMarketplace.make();
  const made = await generateSample({ to: marketplace.landing, sellers: 40, orders: 3_200, days: 75 });
  last = made.last_day;
  first = addDays(last, -59);
});
afterAll(() => marketplace?.gone());

it('sixty nights, each reusing the final outcomes of the one before, end in the rows of a full computation', async () => {
  let reused = '';
  let prefix = '';
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const night = await marketplace.published(day);
    prefix = night.prefix;
    const planned = night.results.find((told) => told.state === 'PlanRun')!.result;
    reused = String(planned.base_run_date);
    // Compared in full now and then on the way, and on the last day.
    if (day !== last && Number(day.slice(-2)) % 15 !== 0) continue;
    const full = (await marketplace.published(day, { full: true })).prefix;
    for (const dataset of DATASETS)
      if (!REMEMBERS.has(dataset))
        expect(await marketplace.rows(prefix, dataset), `${dataset} of ${day}`).toEqual(await marketplace.rows(full, dataset));
    for (const dataset of Object.keys(PUBLISHED))
      if (!REMEMBERS.has(dataset))
        expect(await marketplace.bytes(prefix, dataset), `${dataset} of ${day}`).toEqual(await marketplace.bytes(full, dataset));
  }
  expect(reused).toBe(addDays(last, -1));
});
