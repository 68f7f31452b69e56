/** The dashboard in Chromium, with the processor slowed down or not: how much travels, and how long a reader waits. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumHere } from '../../infra/local/chromium.js';
import { serveDashboard } from '../../infra/local/serve-dashboard.js';
import { countedWire, type Wire } from './wire.js';

/** kB are 1,000 bytes on the wire, heads of answers included; times in ms. */
export interface Figures {
  /** How many times slower than it is the processor is made for the page. */
  slowdown: number;
  first_view: { kb: number; requests: number; heads: number; numbers: number; interactive: number; answers: number; cls: number };
  list: {
    sellers: number;
    first_row: number;
    whole: number;
    kb: number;
    key: number;
    key_late: number;
    sort: number;
    cls: number;
  };
  seller: { kb: number; requests: number; shown: number; cls: number };
}

/** Notes in the page, from before its first script, when what is looked for is there, long tasks, and how far things jumped. */
function watch(): void {
  const seen = { numbers: 0, row: 0, card: 0, busyUntil: 0, cls: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.busyUntil = startTime + duration;
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!shift.hadRecentInput) seen.cls += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const now = performance.now();
    const there = (selector: string) => document.querySelector(selector) !== null;
    if (!seen.numbers && there('[data-testid=tiles] .figure') && there('[data-testid=metrics] tbody tr')) seen.numbers = now;
    if (!seen.row && there('[data-testid=seller-row] a')) seen.row = now;
    if (!seen.card && there('[data-testid=seller-name]') && there('.metric-card')) seen.card = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

interface Seen {
  numbers: number;
  row: number;
  card: number;
  busyUntil: number;
  cls: number;
}
const seenIn = (page: Page): Promise<Seen> => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

/** Until all is read that the page shows, and half a second after that. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'), undefined, {
    timeout: 120_000,
  });
  await page.waitForTimeout(500);
}

async function freshPage(browser: Browser, slowdown: number): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  // What a compiler that keeps the names of functions leaves in their text.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, context };
}

/**
 * From an input until the picture after it is drawn, in ms, the slowest of what is given; and the same until a list that it asks for
 * stands there.
 */
async function answers(page: Page, inputs: (() => Promise<void>)[]): Promise<{ drawn: number; there: number }> {
  let [drawn, there] = [0, 0];
  for (const input of inputs) {
    await page.evaluate(() => {
      const timed = { drawn: 0, there: 0 };
      Object.assign(globalThis, { timed });
      let start = 0;
      const began = (event: Event) => {
        if (start) return;
        start = event.timeStamp;
        requestAnimationFrame(() =>
          setTimeout(() => {
            timed.drawn = performance.now() - start;
          }),
        );
        const look = () => {
          if (document.querySelector('[aria-busy=true]')) return requestAnimationFrame(look);
          timed.there = performance.now() - start;
        };
        requestAnimationFrame(look);
      };
      addEventListener('keydown', began, { capture: true, once: true });
      addEventListener('pointerdown', began, { capture: true, once: true });
    });
    await input();
    await page.waitForFunction(() => {
      const { drawn, there } = (globalThis as unknown as { timed: { drawn: number; there: number } }).timed;
      return drawn > 0 && there > 0;
    });
    const timed = await page.evaluate(() => (globalThis as unknown as { timed: { drawn: number; there: number } }).timed);
    drawn = Math.max(drawn, timed.drawn);
    there = Math.max(there, timed.there);
    await page.waitForTimeout(300);
  }
  return { drawn, there };
}

const kb = (bytes: number): number => Math.round(bytes / 100) / 10;
const ms = (time: number): number => Math.round(time);
const cls = (value: number): number => Math.round(value * 10_000) / 10_000;

async function firstView(browser: Browser, wire: Wire, slowdown: number): Promise<Figures['first_view']> {
  const { page, context } = await freshPage(browser, slowdown);
  wire.since();
  await page.goto(`${wire.url}#/overview`);
  await settled(page);
  const { bytes, requests } = wire.since();
  const seen = await seenIn(page);
  const { drawn } = await answers(page, [() => page.getByTestId('window').getByText('7 days').click()]);
  await context.close();
  return {
    kb: kb(bytes),
    requests: Object.values(requests).reduce((sum, n) => sum + n, 0),
    heads: requests.HEAD ?? 0,
    numbers: ms(seen.numbers),
    interactive: ms(Math.max(seen.numbers, seen.busyUntil)),
    answers: ms(drawn),
    cls: cls(seen.cls),
  };
}

/** Until the list itself is there, of which the first rows have been shown before. */
const whole = (page: Page): Promise<unknown> => page.waitForSelector('.list:not([data-whole=false])', { timeout: 120_000 });

async function list(browser: Browser, wire: Wire, slowdown: number): Promise<Figures['list']> {
  const { page, context } = await freshPage(browser, slowdown);
  wire.since();
  await page.goto(`${wire.url}#/sellers`);
  await whole(page);
  const all = await page.evaluate(() => performance.now());
  await settled(page);
  const { bytes } = wire.since();
  const seen = await seenIn(page);
  const sellers = Number((await page.getByTestId('seller-count').innerText()).replaceAll(/\D/g, ''));
  await page.getByTestId('search').focus();
  const keys = [...'gold'].map((key) => () => page.keyboard.press(key));
  const key = await answers(page, keys);
  await page.getByTestId('search').fill('');
  await page.waitForTimeout(1500);
  const sort = await answers(
    page,
    ['seller', 'tier'].map((name) => () => page.getByTestId(`sort-${name}`).click()),
  );
  await context.close();
  return {
    sellers,
    first_row: ms(seen.row),
    whole: ms(all),
    kb: kb(bytes),
    key: ms(key.drawn),
    key_late: ms(key.there),
    sort: ms(sort.there),
    cls: cls(seen.cls),
  };
}

/** From the list, by a click, as readers do: the app and what the list read are there already. */
async function seller(browser: Browser, wire: Wire, slowdown: number): Promise<Figures['seller']> {
  const { page, context } = await freshPage(browser, slowdown);
  await page.goto(`${wire.url}#/sellers?search=slipping-gold`);
  await settled(page);
  wire.since();
  const start = await page.evaluate(() => performance.now());
  await page.getByTestId('seller-row').first().getByRole('link').click();
  await page.getByTestId('seller-name').waitFor();
  await settled(page);
  await page.locator('.unfold').first().click();
  await page.getByText(/^Counted from/).waitFor();
  await settled(page);
  const { bytes, requests } = wire.since();
  const seen = await seenIn(page);
  await context.close();
  const all = Object.values(requests).reduce((sum, n) => sum + n, 0);
  return { kb: kb(bytes), requests: all, shown: ms(seen.card - start), cls: cls(seen.cls) };
}

/** The median of each figure over the rounds. */
function median<T extends object>(rounds: readonly T[]): T {
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return Object.fromEntries(
    Object.keys(rounds[0]!).map((name) => [name, middle(rounds.map((one) => one[name as keyof T] as number))]),
  ) as T;
}

/** @param store for the first view; @param large for the list and the seller's page */
export async function measureDashboard(given: {
  store: string;
  large: string;
  slowdowns: readonly number[];
  rounds: number;
}): Promise<Figures[]> {
  const browser = await chromium.launch(chromiumHere());
  const measured = async <T extends object>(store: string, one: (wire: Wire) => Promise<T>): Promise<T> => {
    const server = await serveDashboard({ store, port: 0 });
    const wire = await countedWire(server.url);
    const rounds: T[] = [];
    try {
      for (let round = 0; round < given.rounds; round++) rounds.push(await one(wire));
    } finally {
      await wire.close();
      await server.close();
    }
    return median(rounds);
  };
  try {
    const figures: Figures[] = [];
    for (const slowdown of given.slowdowns)
      figures.push({
        slowdown,
        first_view: await measured(given.store, (wire) => firstView(browser, wire, slowdown)),
        list: await measured(given.large, (wire) => list(browser, wire, slowdown)),
        seller: await measured(given.large, (wire) => seller(browser, wire, slowdown)),
      });
    return figures;
  } finally {
    await browser.close();
  }
}
