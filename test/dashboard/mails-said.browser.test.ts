/** What the mail said, opened on a seller's page in a browser, against the mails that a night wrote. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FolderStore } from '../../infra/local/object-store.js';
import { generateSample } from '../../sample/generate.js';
import { SAMPLE_LAST_DAY } from '../../sample/marketplace.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { hasChromium, type OpenDashboard, openDashboard } from './open-browser.js';

const { source: AXE } = createRequire(import.meta.url)('axe-core') as { source: string };
const present = hasChromium();

let market: TestMarketplace;
let dashboard: OpenDashboard;
let mails: { seller: string; subject: string; text: string }[] = [];

beforeAll(async () => {
  if (!present) return;
  market = await TestMarketplace.make();
  await generateSample({ to: market.landing, sellers: 60, orders: 4500, days: 120, lastDay: SAMPLE_LAST_DAY });
  await market.published(SAMPLE_LAST_DAY, { mails: true });
  const written = await new FolderStore(market.store).list('mail/outbox/');
  const read = written.map(async ({ key }) => {
    const { subject = '', text = '' } = await PostalMime.parse(await readFile(join(market.store, key)));
    return {
      seller: /\/scorecard(?:-change|-notice|-daily|-monthly)?-(.+?)(?:-[0-9a-f]{32})?\.eml$/.exec(key)?.[1] ?? '',
      subject,
      text,
    };
  });
  mails = (await Promise.all(read)).filter(({ seller }) => seller !== '');
  dashboard = await openDashboard(market.store);
}, 300_000);
afterAll(async () => {
  await dashboard?.close();
  await market?.gone();
});

const at = (testid: string) => dashboard.at(testid);
const isOfText = (text: string) => (line: string) => text.split(/\r?\n/).includes(line);

async function opened(seller: string): Promise<void> {
  await dashboard.open(`#/seller/${seller}`);
  await at('mails-said').locator('summary').click();
  await dashboard.page.waitForFunction(() => document.querySelector('.mails-said') && !document.querySelector('.waiting'));
}

describe.skipIf(!present)('what the mail said', () => {
  test('is shown word for word of every fourth seller who was mailed in this night, once it is opened, and not asked for before', async () => {
    expect(mails.length).toBeGreaterThan(5);
    const languages = new Set<string | null>();
    for (const { seller, subject, text } of mails.filter((_, nth) => nth % 4 === 0)) {
      const before = dashboard.traffic.length;
      await dashboard.open(`#/seller/${seller}`);
      expect(dashboard.traffic.slice(before).filter(({ url }) => url.includes('mails_said'))).toEqual([]);
      await opened(seller);
      const mail = at('mail-said').first().locator('blockquote');
      const [first, ...lines] = (await mail.locator('p').allTextContents()).map((line) => line.trim());
      expect(first).toBe(subject);
      expect(lines.length).toBeGreaterThan(4);
      expect(lines.filter((line) => !isOfText(text)(line))).toEqual([]);
      languages.add(await mail.getAttribute('lang'));
    }
    expect(languages.size).toBeGreaterThan(1);
    expect(dashboard.troubles).toEqual([]);
  });

  test.each([360, 1280])('has nothing that axe finds, and no sideways scrolling, at a width of %i', async (width) => {
    await dashboard.page.setViewportSize({ width, height: 900 });
    await opened(mails[0]!.seller);
    await dashboard.page.evaluate(AXE);
    const { violations } = await dashboard.page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await dashboard.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
