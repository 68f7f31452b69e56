/** The first rows of the list of sellers stand in a real browser before the list has come, and stay as they are when it comes. */
import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, type OpenDashboard, openDashboard } from './open-browser.js';
import { type SmallNight, smallNight } from './small-night.js';

const present = hasChromium();
let night: SmallNight;
let leadership: OpenDashboard;
let team: OpenDashboard;

beforeAll(async () => {
  if (!present) return;
  night = await smallNight();
  leadership = await openDashboard(night.store);
  team = await openDashboard(night.store, ['DE', 'GB']);
});
afterAll(async () => {
  await leadership?.close();
  await team?.close();
  await night?.remove();
});
afterEach(async () => {
  for (const browser of [leadership, team]) await browser?.page.unrouteAll({ behavior: 'ignoreErrors' });
});

/** What only the list itself reads does not come before it is let through. */
async function heldBack(page: Page): Promise<() => Promise<void>> {
  const waiting: Route[] = [];
  let held = true;
  await page.route('**/scorecards/**', (route) => {
    if (held) waiting.push(route);
    else return route.continue();
  });
  return async () => {
    held = false;
    await Promise.all(waiting.map((route) => route.continue()));
  };
}

const seen = (page: Page) =>
  page.evaluate(() => {
    const list = document.querySelector<HTMLElement>('.list')!;
    const options = (testid: string) =>
      [...document.querySelectorAll(`[data-testid=${testid}] option`)].map((option) => option.textContent);
    return {
      rows: [...list.querySelectorAll('tbody tr')].map((row) => [row.getAttribute('aria-rowindex'), row.innerHTML]),
      rowcount: list.querySelector('table')!.getAttribute('aria-rowcount'),
      count: document.querySelector('[data-testid=seller-count]')!.textContent,
      filters: [options('filter-tier'), options('filter-programme')],
      height: document.documentElement.scrollHeight,
      focus: document.activeElement?.closest('[data-index]')?.getAttribute('data-index'),
      scrolled: list.querySelector('.grid')!.scrollTop,
    };
  });
const begun = (page: Page) => page.locator('.list[data-whole=false] [data-testid=seller-row] a').first().waitFor();
const whole = (page: Page) => page.locator('.list[data-whole=true][aria-busy=false]').waitFor();

describe.skipIf(!present)('the list of sellers', () => {
  test.each([
    ['everywhere', '#/sellers', () => leadership],
    ['in a region', '#/sellers?region=DE', () => leadership],
    ['of a team', '#/sellers?region=DE', () => team],
  ])('%s shows its first rows before it has come, and the same when it has', async (_, hash, of) => {
    const { page, open, troubles } = of();
    const letThrough = await heldBack(page);
    await open(hash);
    await begun(page);
    // Down to where rows of the first hundred are, and the keyboard with it.
    await page.locator('.grid').evaluate((frame) => frame.scrollTo(0, 300));
    await page.locator('[data-index="9"] a').focus();
    await page.waitForTimeout(300);
    const before = await seen(page);
    expect(before.rows.length).toBeGreaterThan(10);
    expect(before).toMatchObject({ focus: '9', scrolled: 300 });
    await page.evaluate(() => {
      Object.assign(globalThis, { jumped: 0 });
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries())
          (globalThis as unknown as { jumped: number }).jumped += (shift as never as { value: number }).value;
      }).observe({ type: 'layout-shift' });
    });
    await letThrough();
    await whole(page);
    await page.waitForTimeout(300);
    expect(await seen(page)).toEqual(before);
    expect(await page.evaluate(() => (globalThis as unknown as { jumped: number }).jumped)).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('that is searched before it has come finds once it has', async () => {
    const { page, open, at } = leadership;
    const letThrough = await heldBack(page);
    await open('#/sellers');
    await begun(page);
    await at('search').fill('slipping-gold');
    expect(await page.locator('.list').getAttribute('aria-busy')).toBe('true');
    await letThrough();
    await whole(page);
    expect(await at('seller-row').locator('.cell-seller .faint').allInnerTexts()).toEqual(['slipping-gold']);
    await at('search').fill('');
    await whole(page);
    expect(await at('seller-row').count()).toBeGreaterThan(10);
  });

  test.each(['sort=orders', 'search=a', 'tier=good', 'who=home', 'moved=up'])(
    'asked for with %s does not begin otherwise',
    async (asked) => {
      const { page } = leadership;
      const letThrough = await heldBack(page);
      await page.goto('about:blank');
      await page.goto(`${leadership.url}#/sellers?${asked}`);
      await page.locator('.waiting').first().waitFor();
      await page.waitForTimeout(1_000);
      expect(await page.locator('.list').count()).toBe(0);
      await letThrough();
      await whole(page);
    },
  );

  test('that cannot be read says so, and is read when it is asked for again', async () => {
    const { page, open } = leadership;
    await page.route('**/scorecards/**', (route) => route.fulfill({ status: 500 }));
    await open('#/sellers');
    await page.getByRole('alert').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await whole(page);
    leadership.troubles.splice(0);
  });

  test('is read whole where a run has not said where it begins', async () => {
    const { page, open, at } = leadership;
    await page.route('**/manifest.json*', async (route) => {
      const response = await route.fetch();
      const manifest = await response.json();
      delete manifest.datasets.first_sellers;
      await route.fulfill({ response, json: manifest });
    });
    await open('#/sellers');
    await whole(page);
    expect(await at('seller-row').count()).toBeGreaterThan(10);
  });
});
