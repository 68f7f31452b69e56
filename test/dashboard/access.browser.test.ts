/** Everybody can read and work the pages: at any width, in the dark, by keyboard, on paper, and whatever shops call themselves. */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE, hostileNight } from './hostile-night.js';
import { hasChromium, type OpenDashboard, openDashboard } from './open-browser.js';

const present = hasChromium();
const { source: AXE } = createRequire(import.meta.url)('axe-core') as { source: string };

/** Every page, with all that unfolds on it. */
const PAGES = [
  'overview',
  'overview?region=GB&grouping=day',
  'movers?metric=late_dispatch',
  'movers?by=carrier',
  'calls',
  'metrics',
  'sellers',
  'seller/slipping-gold?open=eu-seller-standards%2Flate_dispatch',
  'seller/nobody',
  'quality',
];
const WIDTHS = [320, 360, 768, 1280, 1920];
/** why not all: what axe looks at changes only where a phone's layout begins; and in the dark, which changes colours alone, only these are looked at. */
const LOOKED_AT = [360, 1280];
const DARK = 1280;

let night: Awaited<ReturnType<typeof hostileNight>>;
let dashboard: OpenDashboard;
const page = (): Page => dashboard.page;

beforeAll(async () => {
  if (!present) return;
  night = await hostileNight();
  dashboard = await openDashboard(night.store);
});
afterAll(async () => {
  await dashboard?.close();
  await night?.remove();
});

async function openWhole(hash: string): Promise<void> {
  await dashboard.open(`#/${hash}`);
  await page().evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function look(width: number, scheme: 'light' | 'dark' = 'light'): Promise<void> {
  await page().setViewportSize({ width, height: 900 });
  await page().emulateMedia({ colorScheme: scheme });
  await page().evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** What axe finds, as `rule: element`. */
async function found(rules?: string[]): Promise<string[]> {
  const { violations } = await page().evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ resultTypes: ['violations'], ...(values ? { runOnly: { type: 'rule', values } } : {}) });
  }, rules);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

describe.skipIf(!present)('every page', () => {
  test.each(PAGES)('%s: nothing bars a reader, and nothing sticks out, at any width, light and dark', async (hash) => {
    await openWhole(hash);
    await page().evaluate(AXE);
    for (const width of WIDTHS) {
      await look(width);
      const wide = await page().evaluate(() => document.scrollingElement!.scrollWidth - innerWidth);
      expect(wide, `at ${width}`).toBeLessThanOrEqual(0);
      if (LOOKED_AT.includes(width)) expect(await found(), `at ${width}`).toEqual([]);
    }
    await look(DARK, 'dark');
    expect(await found(['color-contrast']), 'in the dark').toEqual([]);
    await look(1280);
  });

  test('shows as text whatever a shop, a carrier or a category is called', async () => {
    await dashboard.open('#/sellers');
    const names = await dashboard.at('seller-row').locator('a').allInnerTexts();
    for (const name of [HOSTILE.html, HOSTILE.script, HOSTILE.formula, HOSTILE.long]) expect(names).toContain(name);
    await dashboard.open('#/movers?by=carrier');
    expect(await dashboard.at('mover').locator('th').allInnerTexts()).toContain(HOSTILE.script);
    await dashboard.open('#/seller/always-on-time');
    expect(await dashboard.at('seller-name').innerText()).toBe(HOSTILE.html);
    expect(await page().title()).not.toContain('taken over');
    expect(dashboard.troubles).toEqual([]);
  });
});
