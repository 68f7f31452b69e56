/** A store's dashboard in Debian's Chromium: what tests ask of it, and what went over the wire meanwhile. */
import { chromium, type Locator, type Page } from 'playwright-core';
import { chromiumHere, chromiumMissing } from '../../infra/local/chromium.js';
import { serveDashboard } from '../../infra/local/serve-dashboard.js';

/** Whether the browser is installed; says SKIPPED and how to install it when it is not. */
export function hasChromium(): boolean {
  const missing = chromiumMissing();
  if (missing) console.warn(`SKIPPED pages in a browser: ${missing}`);
  return !missing;
}

export interface Traffic {
  url: string;
  method: string;
  status: number;
  range: string | undefined;
}

export interface OpenDashboard {
  page: Page;
  url: string;
  /** Errors and warnings of the pages. */
  troubles: string[];
  traffic: Traffic[];
  /** Opens a view such as `#/overview?region=DE` from scratch and waits until it has read all that it shows. */
  open(hash: string): Promise<void>;
  at(testid: string): Locator;
  /** Another browser on the same pages, whose reader speaks another language. */
  readIn(locale: string): Promise<Page>;
  close(): Promise<void>;
}

/** Serves the store, whole or to the teams of regions, and opens a browser far from the marketplace's time zones, so that a time shown in the reader's own is wrong. */
export async function openDashboard(store: string, places?: readonly string[]): Promise<OpenDashboard> {
  const server = await serveDashboard({ store, port: 0, ...(places ? { places } : {}) });
  const browser = await chromium.launch(chromiumHere());
  const viewport = { width: 1440, height: 900 };
  const page = await browser.newPage({ viewport, locale: 'en-GB', timezoneId: 'America/New_York' });
  const troubles: string[] = [];
  const traffic: Traffic[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('response', (response) => {
    const { range } = response.request().headers();
    traffic.push({ url: response.url(), method: response.request().method(), status: response.status(), range });
  });
  return {
    page,
    url: server.url,
    troubles,
    traffic,
    async open(hash) {
      await page.goto('about:blank');
      await page.goto(`${server.url}${hash}`);
      await page.waitForFunction(() => document.querySelector('main') && !document.querySelector('.waiting'));
    },
    at: (testid) => page.getByTestId(testid),
    readIn: (locale) => browser.newPage({ viewport, locale, timezoneId: 'America/New_York' }),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
