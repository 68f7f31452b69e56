/** The list of leads without a browser: in which order they stand, and what is said of what could not be told. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Lead, LookedFor } from '../../dashboard/src/data/leads.js';
import { LookedForRow } from '../../dashboard/src/leads/LookedFor.js';
import { listed } from '../../dashboard/src/leads/listed.js';
import { daysOf, placeOf, strongestOf, titleOf, twinOf } from '../../dashboard/src/leads/said.js';

const lead = (lead_id: string, more: Partial<Lead> = {}): Lead => ({
  ...{
    lead_id,
    lead: 'brushing',
    seller_id: 's-1',
    region: 'DE',
    status: 'open',
    orders: 3,
    explained: 0,
    twin: null,
    buyers: 1,
  },
  ...{ looked_at: 9, first_day: '2026-11-02', last_day: '2026-11-03', most: 3, at_risk_minor: 100, currency: 'EUR', ...more },
});
const asked = { region: 'ALL', lead: '', status: '' };
const idsOf = (rows: readonly Lead[], more: Partial<typeof asked> = {}): string[] =>
  listed(rows, { ...asked, ...more }).map(({ lead_id }) => lead_id);

it('open leads come first, then those with more at risk in units of their currency, then those with more orders', () => {
  const rows = [
    lead('explained', { status: 'explained', at_risk_minor: 0, orders: 90 }),
    lead('few', { orders: 2 }),
    lead('many'),
    lead('yen', { currency: 'JPY', at_risk_minor: 90 }),
    lead('euro', { at_risk_minor: 8900 }),
  ];
  expect(idsOf(rows)).toEqual(['yen', 'euro', 'many', 'few', 'explained']);
});

it('lists the leads of a region, a kind and a status that were asked for', () => {
  const rows = [lead('a'), lead('b', { region: 'GB' }), lead('c', { lead: 'late_masking' }), lead('d', { status: 'explained' })];
  expect(idsOf(rows, { region: 'GB' })).toEqual(['b']);
  expect(idsOf(rows, { lead: 'late_masking' })).toEqual(['c']);
  expect(idsOf(rows, { status: 'explained' })).toEqual(['d']);
  expect(idsOf(rows, { region: 'DE', status: 'open' })).toEqual(['a', 'c']);
});

it('a lead or a twin of another version is told by its key, after those that are known', () => {
  expect([
    titleOf('shared_cards'),
    twinOf('shared_cards', 'one_family'),
    strongestOf({ lead: 'shared_cards', most: 1200 }),
  ]).toEqual([...['Shared cards', 'One family', '1,200']]);
  expect(placeOf('shared_cards')).toBeGreaterThan(placeOf('late_masking'));
  expect(twinOf('brushing', 'several')).toBe('More than one innocent explanation');
  expect(twinOf('brushing', null)).toBe('');
});

it('days say a year once, and twice where it turns', () => {
  expect(daysOf({ first_day: '2026-11-02', last_day: '2026-11-03' })).toBe('2 Nov – 3 Nov 2026');
  expect(daysOf({ first_day: '2026-11-02', last_day: '2026-11-02' })).toBe('2 Nov 2026');
  expect(daysOf({ first_day: '2025-12-30', last_day: '2026-01-03' })).toBe('30 Dec 2025 – 3 Jan 2026');
});

it('what policy does not look for is told apart from what could not be told, and neither is zero', () => {
  const row: LookedFor = {
    ...{ lead: 'late_masking', region: 'DE', is_measured: false, orders: 1200, could_tell: 0, signs: 0, sellers: 0 },
    ...{ open_sellers: 0, first_day: '2026-09-22' },
  };
  const text = (more: Partial<LookedFor>): string =>
    renderToStaticMarkup(<LookedForRow row={{ ...row, ...more }} />).replaceAll(/<[^>]*>/g, ' ');
  expect(text({})).toMatch(/1,200\s+Not measured: no order of these days has ship_by, confirmed_at, first_scan_at/);
  expect(text({ could_tell: 5 })).toMatch(/1,200\s+Not measured: policy does not look for it/);
  expect(text({ is_measured: true, could_tell: 5 })).toMatch(/1,200\s+5\s+0\s+0\s+0/);
});
