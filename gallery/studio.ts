/** A browser that takes a picture of a mail or a page in every look: phone and desk, light and dark. */
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumHere, chromiumMissing } from '../infra/local/chromium.js';
import { serveDashboard } from '../infra/local/serve-dashboard.js';

export interface Look {
  width: number;
  height: number;
  scheme: 'light' | 'dark';
}
/** why these: a small phone and a desk; a mail is never wider than the latter shows it. */
export const LOOKS: readonly Look[] = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, height: width === 360 ? 740 : 900, scheme })),
);

/** What is taken: a mail by its HTML, or a page of the dashboard by its address. */
export interface Subject {
  kind: string;
  /** Of files. */
  name: string;
  says: string;
  html?: string;
  hash?: string;
  /** Of the reader's browser; English where it is not said. */
  locale?: string;
}

export interface Picture extends Look {
  subject: Subject;
  /** Name of the file. */
  file: string;
}

export interface Studio {
  /** One picture, whole from top to end, or only the first screen. */
  take(subject: Subject, look: Look, path: string, whole?: boolean): Promise<void>;
  /** A picture in every look. */
  takeAll(subject: Subject, folder: string): Promise<Picture[]>;
  close(): Promise<void>;
}

/** @param now what the pages' clock says. @throws Error when no browser is installed, with how to install one. */
export async function openStudio(store: string, now: string): Promise<Studio> {
  const missing = chromiumMissing();
  if (missing) throw new Error(missing);
  const server = await serveDashboard({ store, port: 0 });
  const browser = await chromium.launch(chromiumHere());
  const pages = new Map<string, Promise<Page>>();
  const pageOf = ({ width, height, scheme }: Look, locale = 'en-GB'): Promise<Page> => {
    const look = `${width} ${height} ${scheme} ${locale}`;
    const page = pages.get(look) ?? openPage(browser, { width, height, scheme }, { locale, now });
    pages.set(look, page);
    return page;
  };
  const take: Studio['take'] = async (subject, look, path, whole = true) => {
    const page = await pageOf(look, subject.locale);
    await show(page, subject, server.url);
    await page.screenshot({ path, fullPage: whole });
  };
  return {
    take,
    async takeAll(subject, folder) {
      const pictures: Picture[] = [];
      for (const look of LOOKS) {
        const file = `${subject.name}-${look.width}-${look.scheme}.png`;
        await take(subject, look, join(folder, file));
        pictures.push({ subject, file, ...look });
      }
      return pictures;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function openPage(
  browser: Browser,
  { width, height, scheme }: Look,
  { locale, now }: { locale: string; now: string },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  return page;
}

async function show(page: Page, { html, hash }: Subject, url: string): Promise<void> {
  // why: an address that differs after # alone loads nothing.
  await page.goto('about:blank');
  if (html !== undefined) return page.setContent(html, { waitUntil: 'load' });
  await page.goto(`${url}#/${hash}`);
  await page.waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'));
}
