/** The page about leads on a small real night: each number is what DuckDB finds in the published files, and opens exactly its rows. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEADS, type LeadKey } from '../../leads/index.js';
import { SAMPLE_LAST_DAY } from '../../sample/marketplace.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { landLeadsAlone } from './land-leads.js';
import { hasChromium, type OpenDashboard, openDashboard } from './open-browser.js';
import { openPublished, type Published } from './query.js';
import { cellsOf, shownCount as count, shownDay } from './shown.js';

const present = hasChromium();
const NAMES = { 'always-on-time': '=Always("on time")', 'slipping-gold': 'Slipping & Söhne', 'strike-bound': 'Grève Express' };
const nameOf = (seller: unknown): string => (NAMES as Record<string, string>)[String(seller)] ?? String(seller);
const titleOf = (lead: unknown): string => LEADS[String(lead) as LeadKey].title;

type Row = Record<string, unknown>;
let market: TestMarketplace;
let published: Published;
let dashboard: OpenDashboard;
const at = (testid: string) => dashboard.at(testid);

beforeAll(async () => {
  if (!present) return;
  market = await TestMarketplace.make();
  await landLeadsAlone(market.landing, NAMES);
  await market.published(SAMPLE_LAST_DAY);
  published = await openPublished(market.store);
  dashboard = await openDashboard(market.store);
}, 120_000);
afterAll(async () => {
  await dashboard?.close();
  published?.close();
  await market?.gone();
});

const money = (minor: unknown, currency: unknown, digits: number): string =>
  new Intl.NumberFormat('en-GB', {
    ...{ style: 'currency', currency: String(currency), minimumFractionDigits: digits, maximumFractionDigits: digits },
  }).format(Number(minor) / 100);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const twinOf = ({ lead, twin }: Row): string => {
  const said: Readonly<Record<string, string>> = LEADS[String(lead) as LeadKey].twins;
  return twin === null ? '' : twin === 'several' ? 'More than one innocent explanation' : capital(said[String(twin)]!);
};
const here = (region: string): string => (region === 'ALL' ? 'true' : `region = '${region}'`);

/** The leads that a condition keeps, in the order of the page. */
const leadsOf = async (where: string): Promise<Row[]> =>
  published.rows('leads', `${where} ORDER BY status = 'open' DESC, at_risk_minor DESC, orders DESC, lead_id`);

async function expectListed(where: string, region: string): Promise<void> {
  const expected = await leadsOf(where);
  const rows = await at('lead').all();
  expect(rows.length).toBe(expected.length);
  expect(await at('lead-count').innerText()).toBe(expected.length === 1 ? '1 lead' : `${expected.length} leads`);
  for (const [nth, row] of rows.entries()) {
    const lead = expected[nth]!;
    const [seller, title, status, orders, buyers, risk, days, most] = await cellsOf(row);
    expect(seller!.split('\n')).toEqual([...new Set([nameOf(lead.seller_id), lead.seller_id])]);
    expect(title!.split('\n')[0]).toBe(titleOf(lead.lead));
    expect(title!.split('\n').length).toBe(region === 'ALL' ? 2 : 1);
    const partly = Number(lead.explained) > 0 ? [`${lead.explained} of ${lead.orders} explained`] : [];
    expect(status!.split('\n')).toEqual(lead.status === 'open' ? ['Open', ...partly] : ['Explained', twinOf(lead)]);
    expect(orders).toBe(`${count(lead.orders)} of ${count(lead.looked_at)}`);
    expect(buyers).toBe(count(lead.buyers));
    expect(risk).toBe(money(lead.at_risk_minor, lead.currency, 0));
    const [from, to] = [shownDay(lead.first_day), shownDay(lead.last_day)];
    expect(days).toBe(from === to ? to : `${from.replace(' 2026', '')} – ${to}`);
    expect(most).toMatch(new RegExp(`^${count(lead.most)} `));
  }
}

describe.skipIf(!present)('leads', () => {
  test.each(['ALL', 'DE', 'GB', 'FR', 'ES', 'IE'])(
    'of %s: what was looked for, and what was found, are what was published, and what could not be told is no zero',
    async (region) => {
      await dashboard.open(`#/leads?region=${region}`);
      const looked = await published.rows('leads_looked_for', `region = '${region}'`);
      expect(looked.length).toBe(Object.keys(LEADS).length);
      for (const row of looked) {
        const [, orders, ...found] = await cellsOf(at(`looked-for-${row.lead}`));
        expect(orders).toBe(count(row.orders));
        if (row.is_measured) expect(found).toEqual([row.could_tell, row.signs, row.sellers, row.open_sellers].map(count));
        else expect(found).toEqual([`Not measured: no order of these days has ${LEADS[row.lead as LeadKey].needs.join(', ')}`]);
      }
      if (region === 'FR') expect(await cellsOf(at('looked-for-reused_tracking'))).toHaveLength(3);
      if (region === 'IE') expect(await at('no-leads').innerText()).toBe('No sign of this was found here.');
      else await expectListed(here(region), region);
    },
  );

  test('every lead was found, open and explained ones, and one of each half', async () => {
    const found = await published.rows('leads');
    expect(new Set(found.map(({ lead }) => lead)).size).toBe(4);
    expect(new Set(found.map(({ twin }) => twin))).toEqual(
      new Set([null, 'presents', 'one_parcel', 'one_place', 'carrier_feed']),
    );
    expect(found.filter(({ status, explained }) => status === 'open' && Number(explained) > 0)).toHaveLength(1);
  });

  test('a number of what was found opens exactly those leads, and choices stay in the address', async () => {
    await dashboard.open('#/leads');
    const links = at('looked-for-brushing').locator('a');
    await links.nth(1).click();
    await expectListed(`lead = 'brushing' AND status = 'open'`, 'ALL');
    expect(dashboard.page.url()).toContain('lead=brushing&status=open');
    await dashboard.page.goBack();
    await expectListed('true', 'ALL');
    await links.nth(0).click();
    await expectListed(`lead = 'brushing'`, 'ALL');
    await at('filter-status').selectOption('explained');
    await expectListed(`lead = 'brushing' AND status = 'explained'`, 'ALL');
    await dashboard.open(new URL(dashboard.page.url()).hash);
    expect(await at('filter-lead').inputValue()).toBe('brushing');
    await expectListed(`lead = 'brushing' AND status = 'explained'`, 'ALL');
    await at('filter-lead').selectOption('late_masking');
    expect(await at('no-leads').count()).toBe(1);
  });

  test('each lead opens exactly its orders, with what tells of each, and Back leads to its link in the list', async () => {
    await dashboard.open('#/leads?status=');
    const all = await leadsOf('true');
    expect(all.length).toBeGreaterThan(12);
    for (const [nth, lead] of all.entries()) {
      await at('lead').nth(nth).locator('[data-cell=lead] a').click();
      await at('evidence-row').first().waitFor();
      const { evidence, says, legal_basis, twins } = LEADS[lead.lead as LeadKey];
      expect(await dashboard.page.locator('h1').innerText()).toBe(`${titleOf(lead.lead)} · ${nameOf(lead.seller_id)}`);
      expect(await dashboard.page.locator('.page-head .note').innerText()).toContain(capital(says));
      expect(await at('no-finding').innerText()).toMatch(/a lead, not a finding/);
      expect(await at('legal-basis').innerText()).toContain(legal_basis);
      const rows = await published.rows(
        'lead_evidence',
        `lead = '${lead.lead}' AND seller_id = '${lead.seller_id}' AND region = '${lead.region}' ORDER BY from_at, placed_at, order_id`,
      );
      expect(rows.length).toBe(Number(lead.orders));
      expect(await at('evidence-count').innerText()).toBe(rows.length === 1 ? '1 order' : `${rows.length} orders`);
      expect(await at('lead-facts').locator('[data-cell=risk]').innerText()).toBe(money(lead.at_risk_minor, lead.currency, 0));
      const heads = await at('evidence').locator('thead th').allInnerTexts();
      for (const head of Object.values(evidence)) expect(heads).toContain(head);
      const shown = await at('evidence-row').all();
      expect(shown.length).toBe(rows.length);
      for (const [of, row] of shown.entries()) await expectEvidence(row, rows[of]!, Object.keys(evidence));
      for (const [twin, said] of Object.entries(twins)) {
        const explained = rows.filter((row) => row.twin === twin).length;
        expect(await at(`twin-${twin}`).innerText()).toBe(`${capital(said)} (explains ${explained} of ${rows.length})`);
      }
      await dashboard.page.goBack();
      await dashboard.page.waitForFunction(
        (id) => (document.activeElement as HTMLAnchorElement)?.hash?.startsWith(`#/lead/${encodeURIComponent(id)}`),
        String(lead.lead_id),
      );
    }
    expect(dashboard.troubles).toEqual([]);
  });

  async function expectEvidence(row: ReturnType<typeof at>, order: Row, columns: readonly string[]): Promise<void> {
    const cell = (name: string) => row.locator(`[data-cell=${name}]`);
    expect(await row.locator('th').innerText()).toBe(order.order_id);
    expect(await cell('buyer').innerText()).toBe(count(order.buyer));
    expect(await cell('value').innerText()).toBe(money(order.gmv_minor, order.currency, 2));
    expect(await cell('twin').innerText()).toBe(twinOf(order) || '–');
    for (const column of columns) {
      const value = order[column];
      if (value instanceof Date) expect(await cell(column).locator('time').getAttribute('datetime')).toBe(value.toISOString());
      else expect(await cell(column).innerText()).toBe(value === null ? '–' : typeof value === 'number' ? count(value) : value);
    }
  }

  test('a lead has an address of its own, in the time of its region, and one that is gone says so', async () => {
    await dashboard.open('#/lead/late_masking%3Alate-hider%3AES');
    expect(await at('evidence-row').count()).toBe(12);
    // 08:00 UTC is an hour later in Spain; two days after it was placed it was due.
    expect(await at('evidence-row').first().locator('[data-cell=from_at]').innerText()).toBe('4 Nov 2026 09:00');
    await dashboard.page.locator('.page-head a').click();
    await at('seller-name').waitFor();
    await dashboard.open('#/lead/brushing%3Anobody%3ADE');
    expect(await at('no-such-lead').innerText()).toMatch(/no such lead/);
  });

  test('both lists are saved whole as tables in which nothing is a formula', async () => {
    const saved = async (): Promise<string[][]> => {
      const [download] = await Promise.all([dashboard.page.waitForEvent('download'), at('save-csv').click()]);
      const lines = (await readFile(await download.path(), 'utf8')).replace('\uFEFF', '').trim().split('\r\n');
      return lines.map((line) => line.slice(1, -1).split('","'));
    };
    await dashboard.open('#/leads?lead=brushing');
    const [head, ...lines] = await saved();
    const rows = await leadsOf(`lead = 'brushing'`);
    expect(lines.map(([seller]) => seller)).toEqual(rows.map(({ seller_id }) => seller_id));
    const [first] = lines.filter(([seller]) => seller === 'always-on-time');
    expect(first![1]).toBe(`'=Always(""on time"")`);
    const risk = head!.indexOf('value at risk');
    expect(lines.map((line) => Math.round(Number(line[risk]) * 100))).toEqual(rows.map((row) => Number(row.at_risk_minor)));
    await dashboard.open('#/lead/reused_tracking%3Aslipping-gold%3ADE');
    const [titles, ...orders] = await saved();
    expect(titles).toContain('Another order with it');
    const evidence = await published.rows(
      'lead_evidence',
      `lead = 'reused_tracking' AND seller_id = 'slipping-gold' ORDER BY placed_at`,
    );
    expect(orders.map((line) => line[titles!.indexOf('Another order with it')])).toEqual(
      evidence.map((row) => row.other_order_id),
    );
    expect(orders.map((line) => line[titles!.indexOf('placed')])).toEqual(
      evidence.map((row) => (row.placed_at as Date).toISOString()),
    );
  });

  test('a team sees the leads of its region, and apart from them those of its sellers elsewhere', async () => {
    const team = await openDashboard(market.store, ['DE']);
    await team.open('#/leads');
    const idsIn = (panel: string): Promise<string[]> =>
      team
        .at(panel)
        .locator('[data-cell=lead] a')
        .evaluateAll((links) => links.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.split(/[/?]/)[2]!)));
    expect(await idsIn('leads')).toEqual((await leadsOf(`region = 'DE'`)).map(({ lead_id }) => lead_id));
    const own = Object.keys(NAMES).map((seller) => `'${seller}'`);
    const elsewhere = await leadsOf(`region <> 'DE' AND seller_id IN (${own.join()})`);
    expect(elsewhere.length).toBe(2);
    expect(await idsIn('leads-elsewhere')).toEqual(elsewhere.map(({ lead_id }) => lead_id));
    expect(await team.at('leads-elsewhere').locator('[data-cell=lead]').first().innerText()).toContain('France');
    expect(await team.at('looked-for-brushing').locator('> *').nth(1).innerText()).toBe(
      count((await published.rows('leads_looked_for', `lead = 'brushing' AND region = 'DE'`))[0]!.orders),
    );
    expect(team.troubles).toEqual([]);
    await team.close();
  });

  test('a run that was published before there were leads says so', async () => {
    const path = join(
      market.store,
      String(JSON.parse(await readFile(join(market.store, 'published/current.json'), 'utf8')).prefix),
    );
    const manifest = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8'));
    const { leads: _, lead_evidence: __, leads_looked_for: ___, ...datasets } = manifest.datasets;
    await writeFile(join(path, 'manifest.json'), JSON.stringify({ ...manifest, datasets }));
    for (const hash of ['leads', 'lead/brushing%3Aalways-on-time%3ADE']) {
      await dashboard.open(`#/${hash}`);
      expect(await at('missing-leads').innerText()).toMatch(/did not publish leads/);
    }
    await dashboard.open('#/leads');
    expect(await at('missing-leads_looked_for').count()).toBe(1);
  });
});
