/** Everybody can read and work the pages: at any width, in the dark, by keyboard, on paper, and whatever shops call themselves. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';
import { textsOf } from '../../policies/texts.js';
import { SAMPLE_LAST_DAY } from '../../sample/marketplace.js';
import { frenchPages as french } from '../../wording/french/pages/index.js';
import { germanPages as german } from '../../wording/german/pages/index.js';
import { englishTexts, threeWords } from '../wording/english-fragments.js';
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
  'leads',
  'lead/brushing%3Astrike-bound%3AFR',
  'onboarding',
  'applicants',
  'metrics',
  'sellers',
  'seller/slipping-gold?open=eu-seller-standards%2Flate_dispatch',
  'seller/nobody',
  'faults?metric=late_dispatch',
  'programme',
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
async function found(rules?: string[], on: Page = page()): Promise<string[]> {
  const { violations } = await on.evaluate(async (values) => {
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
    await dashboard.open('#/leads?lead=brushing');
    const found = await dashboard.at('lead').locator('th a').allInnerTexts();
    for (const name of [HOSTILE.html, HOSTILE.formula, HOSTILE.script]) expect(found).toContain(name);
    await dashboard.open('#/seller/always-on-time');
    expect(await dashboard.at('seller-name').innerText()).toBe(HOSTILE.html);
    expect(await page().title()).not.toContain('taken over');
    expect(dashboard.troubles).toEqual([]);
  });
});

describe.skipIf(!present)('by keyboard alone', () => {
  const focus = () =>
    page().evaluate(() => {
      const at = document.activeElement as HTMLElement;
      const shown = at.matches('input[type=radio]') ? (at.nextElementSibling as HTMLElement) : at;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      const { top, left } = at.getBoundingClientRect();
      const own = at.closest('[data-testid]')?.getAttribute('data-testid') ?? '';
      const marked = outlineStyle !== 'none' && outlineWidth !== '0px';
      return { tag: at.tagName, text: at.innerText?.trim() ?? '', own, marked, place: `${at.tagName} ${top + scrollY} ${left}` };
    });
  /** Tabs from the top of a page to its end; answers each stop. */
  async function tabThrough(): Promise<Awaited<ReturnType<typeof focus>>[]> {
    const stops: Awaited<ReturnType<typeof focus>>[] = [];
    for (let pressed = 0; pressed < 250; pressed++) {
      await page().keyboard.press('Tab');
      const stop = await focus();
      if (stop.tag === 'BODY' || (stops.length > 5 && stop.place === stops[0]!.place)) break;
      stops.push(stop);
    }
    return stops;
  }

  test('every control of the overview is reached and marked, the first of all skips to the numbers', async () => {
    await dashboard.open('#/overview');
    const stops = await tabThrough();
    expect(stops[0]!.text).toBe('Skip to the numbers');
    expect(stops.filter(({ marked }) => !marked)).toEqual([]);
    const reached = stops.map(({ own }) => own);
    for (const own of ['region', 'window', 'grouping', 'chart-metric', 'metric-late_dispatch']) expect(reached).toContain(own);
    expect(stops.map(({ text }) => text)).toContain('The numbers as a table');
    const links = await page().locator('main a:visible').count();
    expect(stops.filter(({ tag }) => tag === 'A').length).toBeGreaterThanOrEqual(links);
    await page().evaluate(() => (document.activeElement as HTMLElement).blur());
    await dashboard.open('#/overview');
    await page().keyboard.press('Tab');
    await page().keyboard.press('Enter');
    expect((await focus()).tag).toBe('MAIN');
  });

  test('a seller is found in the list and opened, and Back leads to it again', async () => {
    await dashboard.open('#/sellers');
    const reached = new Set<string>();
    let stop = await focus();
    for (let pressed = 0; pressed < 60 && stop.own !== 'seller-row'; pressed++) {
      await page().keyboard.press('Tab');
      stop = await focus();
      reached.add(stop.own);
      expect(stop.marked, stop.place).toBe(true);
    }
    for (const own of ['search', 'filter-tier', 'filter-who', 'sort-seller', 'seller-row']) expect(reached).toContain(own);
    await page().keyboard.press('ArrowDown');
    await page().waitForFunction(() => document.activeElement?.closest('[data-index="1"]'));
    const { text } = await focus();
    await page().keyboard.press('Enter');
    await dashboard.at('seller-name').waitFor();
    expect(await dashboard.at('seller-name').innerText()).toBe(text);
    await page().goBack();
    await page().waitForFunction(() => document.activeElement?.closest('[data-index="1"]'));
    expect((await focus()).text).toBe(text);
  });
});

describe.skipIf(!present)('Back', () => {
  const scrolls = () =>
    page().evaluate(() => [
      scrollY,
      ...[...document.querySelectorAll('[data-keeps-place]')].map(({ scrollTop }) => scrollTop).filter((top) => top > 0),
    ]);
  test.each([
    ['a list that scrolls by itself', '#/sellers?sort=seller&who=home', '.grid', 180],
    ['a table within a page', '#/metrics?metric=late_dispatch', '[data-testid=beyond] .scroll-y', 420],
    ['a long page', '#/calls', '', 500],
  ])('leads to where %s was left, asked for the same', async (_, hash, part, down) => {
    await page().setViewportSize({ width: 1280, height: 600 });
    await dashboard.open(hash);
    await page().evaluate(
      ([inside, top]) => {
        if (inside) document.querySelector(inside)!.scrollTop = 90;
        scrollTo(0, top);
      },
      [part, down] as const,
    );
    await page().waitForTimeout(300);
    const before = await scrolls();
    expect(before.every((top) => top > 0) && before.length).toBe(part ? 2 : 1);
    const seen = await page().evaluate(() => location.hash);
    const link = page().locator('main a[href^="#/seller/"]');
    const inSight = await link.evaluateAll((links) =>
      links.findIndex((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return (
          top > 300 &&
          bottom < innerHeight - 20 &&
          document.elementFromPoint(one.getBoundingClientRect().left + 3, (top + bottom) / 2) === one
        );
      }),
    );
    expect(inSight).toBeGreaterThan(0);
    await link.nth(inSight).click();
    await dashboard.at('seller-name').waitFor();
    expect(await page().evaluate(() => scrollY)).toBe(0);
    await page().goBack();
    await page().waitForFunction((top) => Math.abs(scrollY - top) < 2 && !document.querySelector('.waiting'), before[0]!, {
      timeout: 5_000,
    });
    await page().waitForTimeout(300);
    expect(await scrolls()).toEqual(before);
    expect(await page().evaluate(() => location.hash)).toBe(seen);
    await page().goForward();
    await dashboard.at('seller-name').waitFor();
    await page().setViewportSize({ width: 1280, height: 900 });
  });
});

describe.skipIf(!present)('sentences, numbers, days and money', () => {
  test.each([
    ['en-US', 'Nov 16, 2026', /^\d+\.\d\d%$/, /^€[\d,]+$/, 'The 28 days to Nov 16, 2026, against the 28 days before'],
    ['fi-FI', '16.11.2026', /^\d+,\d\d\s%$/, /^[\d\s]+\s€$/, 'The 28 days to 16.11.2026, against the 28 days before'],
    ['de-DE', '16. Nov. 2026', /^\d+,\d\d\u00a0%$/, /^[\d.]+\u00a0€$/, german.overview.note(28, '16. Nov. 2026')],
    ['fr-FR', '16 nov. 2026', /^\d+,\d\d\s%$/, /^[\d\s]+\s€$/, french.overview.note(28, '16 nov. 2026')],
  ])('are those of a reader from %s, and English where the language is not written', async (locale, day, rate, money, note) => {
    const reader = await dashboard.readIn(locale);
    await reader.goto(`${dashboard.url}#/overview?region=DE`);
    await reader.waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'));
    expect(await reader.getByTestId('run-date').innerText()).toBe(day);
    expect(await reader.getByTestId('metric-late_dispatch').locator('[data-cell=accountable_rate]').innerText()).toMatch(rate);
    expect(await reader.getByTestId('kpi-gmv').locator('.figure').innerText()).toMatch(money);
    expect(await reader.locator('.page-head .note').innerText()).toBe(note);
    await reader.goto(`${dashboard.url}#/seller/slipping-gold`);
    await reader.getByTestId('seller-name').waitFor();
    const because = reader.getByTestId('card-metric-eu-seller-standards-late_dispatch').locator('[data-cell=accountable_rate]');
    expect(await because.innerText()).toMatch(rate);
    await reader.close();
  });

  /** All that is read or heard on the page but what says itself that it is in English. */
  const saidOn = (reader: Page): Promise<string> =>
    reader.evaluate(() => {
      const heard = [...document.querySelectorAll('[aria-label], [title], [placeholder]')]
        .filter((one) => !one.closest('main [lang=en]'))
        .flatMap((one) => ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''));
      for (const english of document.querySelectorAll('main [lang=en]')) english.remove();
      return [document.title, document.body.textContent, ...heard].join(' . ');
    });

  test('no page says three English words in a row to a reader of German, and no long word sticks out', async () => {
    const english = new Set(englishTexts().flatMap(threeWords));
    expect(english.size).toBeGreaterThan(1_500);
    const reader = await dashboard.readIn('de-DE');
    const pages = [
      ...['overview', 'overview?region=DE&grouping=day', 'movers', 'calls', 'metrics', 'sellers', 'sellers?region=FR&who=home'],
      ...['seller/slipping-gold?open=eu-seller-standards/late_dispatch', 'seller/nobody', 'programme'],
      ...[
        'faults?metric=late_dispatch',
        'quality',
        'leads',
        'onboarding',
        'applicants?by=rejected',
        'lead/reused_tracking%3Aslipping-gold%3ADE',
      ],
    ];
    for (const page of pages) {
      await reader.goto('about:blank');
      await reader.goto(`${dashboard.url}#/${page}`);
      await reader.waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'));
      expect(await reader.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
        'de-DE',
        'ltr',
      ]);
      for (const width of [1280, 360]) {
        await reader.setViewportSize({ width, height: 900 });
        // Pictures are drawn anew once they know the new width.
        const fits = () => document.scrollingElement!.scrollWidth <= innerWidth;
        await reader.waitForFunction(fits, undefined, { timeout: 5000 }).catch(() => {});
        expect(await reader.evaluate(fits), `${page} at ${width}`).toBe(true);
      }
      const said = await saidOn(reader);
      expect(said).toContain(german.app.name);
      expect([...new Set(threeWords(said).filter((words) => english.has(words)))], page).toEqual([]);
    }
    await reader.close();
  });

  test('the programme is read in German to its last reason, and axe finds nothing in it, nor in the checks of the night', async () => {
    const { needed, reasons } = textsOf(loadPolicies(await readPolicyFiles('policies'), SAMPLE_LAST_DAY));
    const reader = await dashboard.readIn('de-DE');
    await reader.addInitScript(AXE);
    for (const hash of ['programme', 'quality']) {
      await reader.goto('about:blank');
      await reader.goto(`${dashboard.url}#/${hash}`);
      await reader.waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'));
      for (const width of LOOKED_AT) {
        await reader.setViewportSize({ width, height: 900 });
        expect(await found(undefined, reader), `${hash} at ${width}`).toEqual([]);
      }
      if (hash !== 'programme') continue;
      const text = await reader.getByTestId('programme-text').innerText();
      expect(text).toContain('Europäische Verkäuferstandards');
      expect([...needed, ...reasons].filter((one) => text.toLowerCase().includes(one.toLowerCase()))).toEqual([]);
      expect(await reader.locator('main [lang=en]').allInnerTexts()).toEqual([]);
      expect(await reader.getByTestId('as-written').count()).toBe(0);
    }
    await reader.close();
  });

  test('the switch shows the page in another language where it stands, and it stays that', async () => {
    const reader = await dashboard.readIn('de-DE');
    const settled = () => reader.waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'));
    await reader.goto(`${dashboard.url}#/sellers?tier=standard`);
    await settled();
    await reader.getByTestId('language').selectOption('fr');
    await reader.waitForFunction(() => document.documentElement.lang === 'fr-FR');
    await settled();
    expect(reader.url()).toContain('#/sellers?tier=standard');
    expect(await reader.locator('h1').innerText()).toBe(french.sellers.title);
    await reader.goto('about:blank');
    await reader.goto(`${dashboard.url}#/sellers`);
    await settled();
    expect(await reader.locator('h1').innerText()).toBe(french.sellers.title);
    await reader.close();
  });
});

describe.skipIf(!present)('on paper', () => {
  /** The text of the page as it is printed, without white space. */
  async function printed(hash: string): Promise<string> {
    await dashboard.open(`#/${hash}`);
    // The rows for paper are asked for once a list has stood still for a second.
    if (hash.startsWith('sellers')) await page().waitForTimeout(1_800);
    const pdf = await page().pdf({ preferCSSPageSize: true, printBackground: true });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    return squeezed(text);
  }
  const squeezed = (text: string): string => text.replace(/\s+/g, '');
  /** First cells of all rows of the tables in a part. */
  const firstCells = (testid: string): Promise<string[]> =>
    dashboard
      .at(testid)
      .locator('tbody tr > :first-child')
      .evaluateAll((cells) => cells.map((cell) => cell.textContent!));

  test('every row of every table is there, also of those that scroll or are folded on a screen', async () => {
    for (const [hash, testids] of [
      ['overview', ['metrics', 'over-time', 'regions', 'tier-mix', 'reasons']],
      ['metrics?metric=late_dispatch', ['beyond', 'distribution']],
      ['movers?by=carrier', ['causes', 'who']],
      ['leads', ['looked-for']],
      ['onboarding', ['funnel', 'weeks', 'reasons', 'cohorts']],
      ['lead/late_masking%3Alate-hider%3AES', ['evidence']],
      ['quality', ['quality', 'drift', 'this-run']],
    ] as const) {
      const text = await printed(hash);
      for (const testid of testids) {
        const cells = await firstCells(testid);
        expect(cells.length, `${hash} ${testid}`).toBeGreaterThan(0);
        for (const cell of cells) expect(text, `${hash} ${testid}`).toContain(squeezed(cell));
      }
      expect(text).not.toContain('Skiptothenumbers');
      expect(text).toContain('Run2026-11-16-001');
    }
  });

  test('a list of sellers prints all that it found, and all orders behind a number', async () => {
    const text = await printed('sellers?sort=seller');
    const [download] = await Promise.all([page().waitForEvent('download'), dashboard.at('save-list').click()]);
    const [, ...saved] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(saved.length).toBeGreaterThan(50);
    for (const line of saved) expect(text).toContain(squeezed(line.split('","')[0]!.slice(1)));
    for (const line of saved) expect(line, 'a formula').not.toMatch(/(^|,)"[=+@-]/);
    expect(saved.join()).toContain(`'=HYPERLINK`);
    expect(text).not.toContain('arenotonpaper');
    const behind = await printed('seller/slipping-gold?open=eu-seller-standards%2Flate_dispatch');
    const orders = await dashboard.at('outcome-detail-row').locator('th').allInnerTexts();
    expect(orders.length).toBeGreaterThan(5);
    for (const order of orders) expect(behind).toContain(squeezed(order));
  });

  test('is dark ink on white paper, whatever the screen is', async () => {
    await page().emulateMedia({ media: 'print', colorScheme: 'dark' });
    await dashboard.open('#/overview');
    const [ink, ground] = await page().evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return [color, backgroundColor];
    });
    expect([ink, ground]).toEqual(['rgb(20, 35, 42)', 'rgb(255, 255, 255)']);
    expect(await page().locator('nav').isVisible()).toBe(false);
    await page().emulateMedia({ media: null, colorScheme: 'light' });
  });
});
