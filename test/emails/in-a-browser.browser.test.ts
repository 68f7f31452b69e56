/** Scorecard mails as a phone shows them, in Debian's Chromium: every golden mail. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumHere } from '../../infra/local/chromium.js';
import { english } from '../../wording/english/index.js';
import { hasChromium } from '../dashboard/open-browser.js';

const folder = join(import.meta.dirname, 'golden');
const MAILS = readdirSync(folder).filter((name) => /^scorecard-.*\.html$/.test(name));
const PHONE = { width: 360, height: 740 };

interface Drawn {
  text: string;
  bottom: number;
}
interface Pair {
  text: string;
  contrast: number;
  wanted: number;
}

/** What is read with its lower edge, block by block. */
const blocks = (page: Page): Promise<Drawn[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('p, h2')].map((one) => ({
      text: (one.textContent ?? '').replaceAll('\u00a0', ' '),
      bottom: one.getBoundingClientRect().bottom,
    })),
  );

/** Every text with the contrast of its colour on what lies behind it, as WCAG 2 computes it, and what AA asks for. */
const contrasts = (page: Page): Promise<Pair[]> =>
  page.evaluate(() => {
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string): number => {
      const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const behind = (from: Element | null): string => {
      for (let at = from; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (channels(colour)[3] !== 0) return colour;
      }
      return 'rgb(255, 255, 255)';
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const pairs: Pair[] = [];
    while (texts.nextNode()) {
      const { textContent, parentElement } = texts.currentNode;
      const text = (textContent ?? '').replaceAll('\u00a0', ' ').trim();
      if (!text || !parentElement || parentElement.getClientRects().length === 0) continue;
      const style = getComputedStyle(parentElement);
      const [light, dark] = [luminance(style.color), luminance(behind(parentElement))].sort((a, b) => b - a) as [number, number];
      const size = Number.parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      pairs.push({ text, contrast: (light + 0.05) / (dark + 0.05), wanted: large ? 3 : 4.5 });
    }
    return pairs;
  });

describe.runIf(hasChromium())('a scorecard mail on a screen', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch(chromiumHere());
    page = await browser.newPage();
    await page.route('**/*', (route) => route.abort());
  });
  afterAll(() => browser?.close());

  const shown = async (mail: string, { width = PHONE.width, scheme = 'light' as 'light' | 'dark' } = {}): Promise<void> => {
    await page.setViewportSize({ ...PHONE, width });
    await page.emulateMedia({ colorScheme: scheme });
    await page.setContent(readFileSync(join(folder, mail), 'utf8'));
  };

  it.each(MAILS)(
    'says on a phone’s first screen how the seller stands as of which day, what it means and what to do first: %s',
    async (mail) => {
      await shown(mail);
      const read = await blocks(page);
      const at = (text: string | RegExp): number =>
        read.findIndex((one) => (typeof text === 'string' ? one.text === text : text.test(one.text)));
      const verdict = at(/^Your tier at the end of 16 Nov 2026 · /);
      const first = at(english.scorecard.firstHeading);
      // The tier, and a sentence about it; what to do, in one.
      expect(first).toBeGreaterThan(verdict + 2);
      expect(verdict).toBeGreaterThan(0);
      for (const { text, bottom } of read.slice(verdict, first + 2)) expect(bottom, text).toBeLessThanOrEqual(PHONE.height);
    },
  );

  it.each(MAILS)('needs no sideways scrolling on the narrowest phone: %s', async (mail) => {
    await shown(mail, { width: 320 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it.each(MAILS)('can be read by weak eyes, light and dark: %s', async (mail) => {
    for (const scheme of ['light', 'dark'] as const) {
      await shown(mail, { scheme });
      const pairs = await contrasts(page);
      expect(pairs.length).toBeGreaterThan(20);
      expect(
        pairs.filter(({ contrast, wanted }) => contrast < wanted),
        scheme,
      ).toEqual([]);
    }
  });
});
