/** The page about onboarding on a night of drawn applications: each number is what DuckDB finds in the published files, and opens exactly its rows. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policiesOf } from '../cases/policies.js';
import { drawnOnboarding, landedOnboarding } from '../night/onboarding-by-hand.js';
import { filesOf, TestMarketplace } from '../night/test-marketplace.js';
import { hasChromium, type OpenDashboard, openDashboard } from './open-browser.js';
import { openPublished, type Published } from './query.js';
import { cellsOf, isoDay, shownCount, shownDay } from './shown.js';

const present = hasChromium();
const NIGHT = '2026-11-15';
const FORMULA = '=HYPERLINK("x")';
const MARKUP = '<img src=x onerror=alert(1)>';

type Row = Record<string, unknown>;
let market: TestMarketplace;
let published: Published;
let dashboard: OpenDashboard;
const at = (testid: string) => dashboard.at(testid);

beforeAll(async () => {
  if (!present) return;
  market = await TestMarketplace.make({ files: filesOf(policiesOf('GB', 'DE')) });
  const drawn = drawnOnboarding(5, NIGHT, 260);
  drawn.applications.forEach((application, nth) => {
    if (nth % 40 === 3) application.channel = MARKUP;
    if (nth % 40 === 7) Object.assign(application, { status: 'rejected', reject_code: FORMULA });
  });
  await market.land(landedOnboarding(drawn, NIGHT));
  await market.published(NIGHT);
  published = await openPublished(market.store);
  dashboard = await openDashboard(market.store);
}, 120_000);
afterAll(async () => {
  await dashboard?.close();
  published?.close();
  await market?.gone();
});

const count = (value: unknown): string => (value === null ? '–' : shownCount(value));
const days = (value: unknown): string => (value === null ? '–' : `${count(value)} ${Number(value) === 1 ? 'day' : 'days'}`);
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const CHOICES = ['ALL', 'DE', 'GB'].flatMap((region) => ['', 'web', 'not_said'].map((channel) => [region, channel] as const));
const hash = (view: string, region: string, channel: string, more = '') =>
  `#/${view}?region=${region}${channel && `&channel=${encodeURIComponent(channel)}`}${more}`;
const counted = (dataset: string, region: string, channel: string, order: string) =>
  published.rows(dataset, `region = '${region}' AND channel = ${quoted(channel || 'ALL')} ORDER BY ${order}`);

describe.skipIf(!present)('onboarding', () => {
  test.each(CHOICES)('of %s, %s: each number is the published one', async (region, channel) => {
    await dashboard.open(hash('onboarding', region, channel));
    for (const row of await counted('onboarding_steps', region, channel, 'place')) {
      const [, ...shown] = await cellsOf(at(`step-${row.step}`));
      const share = new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
      expect(shown).toEqual([
        ...[count(row.reached), share.format(Number(row.reached) / Number(row.applications))],
        ...[days(row.median_days), days(row.p90_days)],
      ]);
    }
    const weeks = await counted('onboarding_funnel', region, channel, 'week DESC');
    expect(weeks.length).toBeGreaterThan(3);
    expect(await at('weeks').locator('tbody tr').count()).toBe(weeks.length);
    for (const week of weeks.slice(0, 4)) {
      const { region: _, channel: __, week: monday, ...numbers } = week;
      expect(await cellsOf(at(`week-${isoDay(monday)}`))).toEqual([shownDay(monday), ...Object.values(numbers).map(count)]);
    }
    const reasons = await counted('onboarding_rejections', region, channel, 'applications DESC, reject_code');
    const codes = await at('reason').locator('th').allInnerTexts();
    expect(codes.sort()).toEqual(
      reasons.map(({ reject_code }) => (reject_code === 'not_said' ? 'not said' : String(reject_code))).sort(),
    );
    const cohorts = await counted('onboarding_cohorts', region, channel, 'month, days');
    for (const row of cohorts) {
      const month = at(`month-${isoDay(row.month)}`);
      expect(await month.locator('[data-cell=sellers]').innerText()).toBe(count(row.sellers));
      expect(await month.locator(`[data-cell="${row.days}"]`).innerText()).toBe(
        row.passed === 0 ? '–' : `${count(row.still_selling)} of ${count(row.passed)}`,
      );
    }
  });

  test('each number opens exactly its applications', async () => {
    const MONTH = `sold_on >= DATE '2026-08-01' AND sold_on < DATE '2026-09-01'`;
    const week = "week = DATE '2026-09-07'";
    const places: [string, string, string][] = [
      ['step-approved', 'reached', `status = 'approved'`],
      ['step-sold', 'reached', 'sold_on IS NOT NULL'],
      ['step-verified', 'reached', 'verified_on IS NOT NULL'],
      ['queue', 'marketplace', `waits_for = 'marketplace'`],
      ['queue', 'overdue', 'is_overdue'],
      ['queue', 'applicant', `waits_for = 'applicant'`],
      ['week-2026-09-07', 'applied', week],
      ['week-2026-09-07', 'completed', `${week} AND completed_on IS NOT NULL`],
      ['week-2026-09-07', 'listed', `${week} AND listed_on IS NOT NULL`],
      ['week-2026-09-07', 'rejected', `${week} AND status = 'rejected'`],
      ['week-2026-09-07', 'withdrawn', `${week} AND status = 'withdrawn'`],
      ['week-2026-09-07', 'waiting', `${week} AND waits_for IS NOT NULL`],
      ['month-2026-08-01', 'sellers', MONTH],
    ];
    const open = async (part: string, cell: string, nth = 0) => {
      await dashboard.open('#/onboarding');
      await at(part).locator(`[data-cell="${cell}"] a`).nth(nth).click();
      await at('applicants').waitFor();
    };
    const expectRows = async (where: string) => {
      const ids = (await at('applicant').locator('th').allInnerTexts()).map((text) => text.split(/\s/)[0]);
      const rows = await published.rows('applicants', where);
      expect(rows.length, where).toBeGreaterThan(0);
      expect(ids.sort()).toEqual(rows.map(({ applicant_id }) => String(applicant_id)).sort());
      expect(await at('applicant-count').innerText()).toBe(
        rows.length === 1 ? '1 application' : `${count(rows.length)} applications`,
      );
    };
    for (const [part, cell, where] of places) {
      await open(part, cell);
      await expectRows(where);
    }
    for (const mark of [30, 60]) {
      await open('month-2026-08-01', String(mark), 0);
      await expectRows(`${MONTH} AND sold_after_${mark}`);
      await open('month-2026-08-01', String(mark), 1);
      await expectRows(`${MONTH} AND sold_after_${mark} IS NOT NULL`);
    }
    await dashboard.open('#/onboarding');
    await at('reason').filter({ hasText: FORMULA }).locator('a').click();
    await at('applicants').waitFor();
    await expectRows(`status = 'rejected' AND reject_code = ${quoted(FORMULA)}`);
    expect(await at('which').innerText()).toContain(`rejected because of ${FORMULA}`);
  });

  test('a choice of channel and region stays in the address, with the list behind, and on the way back', async () => {
    await dashboard.open('#/onboarding');
    await at('filter-channel').selectOption(MARKUP);
    await at('region').selectOption('GB');
    await at('step-applied').locator('a').click();
    await at('applicants').waitFor();
    const rows = await published.rows('applicants', `region = 'GB' AND channel = ${quoted(MARKUP)}`);
    expect(await at('applicant').count()).toBe(rows.length);
    expect(await at('which').innerText()).toBe(`United Kingdom · ${MARKUP}`);
    await dashboard.page.locator('.back a').click();
    await at('funnel').waitFor();
    expect(await at('filter-channel').inputValue()).toBe(MARKUP);
    expect(await at('region').inputValue()).toBe('GB');
  });

  test('the list is saved whole as a table in which nothing is a formula', async () => {
    await dashboard.open('#/applicants?by=rejected');
    const [download] = await Promise.all([dashboard.page.waitForEvent('download'), at('save-csv').click()]);
    const lines = (await readFile(await download.path(), 'utf8')).replace('\uFEFF', '').trim().split('\r\n');
    const rows = await published.rows('applicants', `status = 'rejected'`);
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]!.slice(1, -1).split('","')).toHaveLength(16);
    expect(lines.filter((line) => line.includes(`"'=HYPERLINK(""x"")"`)).length).toBe(
      rows.filter(({ reject_code }) => reject_code === FORMULA).length,
    );
  });

  test('a team sees the applications for its region, and no other', async () => {
    const team = await openDashboard(market.store, ['DE']);
    await team.open('#/applicants');
    const ids = (await team.at('applicant').locator('th').allInnerTexts()).map((text) => text.split(/\s/)[0]);
    const rows = await published.rows('applicants', `region = 'DE'`);
    expect(ids.sort()).toEqual(rows.map(({ applicant_id }) => String(applicant_id)).sort());
    await team.open('#/onboarding');
    const [step] = (await counted('onboarding_steps', 'DE', '', 'place')) as [Row];
    expect((await cellsOf(team.at('step-applied')))[1]).toBe(count(step.applications));
    expect(team.troubles).toEqual([]);
    await team.close();
  });

  test('a run of before says that it did not publish it, and nothing went wrong on any page', async () => {
    expect(dashboard.troubles).toEqual([]);
    const pointer = JSON.parse(await readFile(join(market.store, 'published/current.json'), 'utf8'));
    const path = join(market.store, String(pointer.prefix), 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    const datasets = Object.fromEntries(
      Object.entries(manifest.datasets).filter(([name]) => !/^(applicants|onboarding_)/.test(name)),
    );
    await writeFile(path, JSON.stringify({ ...manifest, datasets }));
    await dashboard.open('#/onboarding');
    expect(await dashboard.page.locator('main').innerText()).toContain('did not publish');
  });
});
