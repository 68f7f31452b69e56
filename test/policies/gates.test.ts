import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';

const SILVER = 'asks: { orders: { at_least: 50, window_days: 365, why: some } }';
/** Three tiers above the last; the gates of gold and silver, and the bounds of gold, silver and good, are filled in. */
const made = ({ gold = '', silver = '', good = '', last = '', bounds = {} as Record<string, string>, evaluation = true }) => `
programme: uk
title: UK
version: "1"
in_force_from: 2026-01-01
regions: [GB]
tiers:
  - { key: gold, title: Gold, means: best, ${gold} }
  - { key: silver, title: Silver, means: better, ${silver} }
  - { key: good, title: Good, means: good, ${good} }
  - { key: below, title: Below, means: below, ${last} }
standard: good
assessable: { orders: 1, window_days: 90, why: any }
${evaluation ? 'evaluation: { every: monday, why: weekly }' : ''}
metrics:
  late_dispatch:
    window_days: 30
    why: promised
    tiers:
      gold: { ${bounds.gold ?? 'at_most: 0.02'}, why: best }
      silver: { ${bounds.silver ?? 'at_most: 0.04'}, why: better }
      good: { ${bounds.good ?? 'at_most: 0.05'}, why: good }
`;
const regions = readFileSync('policies/regions.yaml', 'utf8').replace(
  /regional_teams:[\s\S]*?(?=\n {2}\w)/,
  'regional_teams: {}',
);

function told(programme: Parameters<typeof made>[0]): string[] {
  try {
    loadPolicies({ 'uk.yaml': made(programme), 'regions.yaml': regions }, '2026-11-16');
    return [];
  } catch (error) {
    if (error instanceof PolicyRefused) return error.lines;
    throw error;
  }
}
const orders = (at_least: number, days = 365) => `asks: { orders: { at_least: ${at_least}, window_days: ${days}, why: many } }`;

describe('gates of tiers', () => {
  it('says gates of orders, sales and time, of two tiers, the better one asking for more', () => {
    const asks =
      'sales: { at_least: 1000, currency: GBP, window_days: 365, why: sold }, days_selling: { at_least: 90, why: known }';
    expect(told({ gold: `asks: { orders: { at_least: 100, window_days: 365, why: many }, ${asks} }`, silver: SILVER })).toEqual(
      [],
    );
  });
  it.each([
    [{ last: orders(5) }, 'uk.yaml:11 tiers.3.asks: below is the last tier, for whoever meets nothing; take it out'],
    [
      { good: orders(5) },
      'uk.yaml:10 tiers.2.asks: few orders or little time put nobody below the standard (good), and good is no better; take it out, or say in assessable from how many orders on anybody is judged',
    ],
    [
      { gold: orders(20), silver: SILVER },
      'uk.yaml:9 tiers.1.asks.orders.at_least: silver (50) is stricter than gold (20) above it; swap them',
    ],
    [
      { silver: SILVER },
      'uk.yaml:9 tiers.1.asks.orders: gold above it (line 8) does not ask for orders; write it there too, or take it out',
    ],
    [
      { gold: orders(100), silver: orders(50, 90) },
      'uk.yaml:9 tiers.1.asks.orders.window_days: silver looks at 90 days and gold above it at 365 (line 8), so that whoever has enough for gold might not have it for silver; write 365 or more',
    ],
    [
      { gold: 'asks: { sales: { at_least: 10, currency: EUR, window_days: 9, why: sold } }' },
      'uk.yaml:8 tiers.0.asks.sales.currency: EUR is the currency of none of its regions (GBP), so that nobody could ever sell as much; write one of them',
    ],
    [
      { gold: 'asks: { sales: { at_least: 0.001, currency: GBP, window_days: 9, why: sold } }' },
      'uk.yaml:8 tiers.0.asks.sales.at_least: 0.001 is finer than GBP can be paid in; round it',
    ],
    [{ gold: 'asks: {}' }, 'uk.yaml:8 tiers.0.asks: asks for nothing; add orders, sales or days_selling, or take it out'],
    [{ gold: orders(0) }, 'uk.yaml:8 tiers.0.asks.orders.at_least: asks for nothing; write more than 0, or take it out'],
  ])('%j', (programme, line) => {
    expect(told(programme)).toContain(line);
  });
});

describe('bounds to keep a tier', () => {
  const gold = (bound: string) => ({ bounds: { gold: bound } });
  it('keeps a tier by a looser bound than it is got by, said in the same way', () => {
    const files = { 'uk.yaml': made(gold('met_at_least: 0.98, keep: 0.97, keep_why: slack')), 'regions.yaml': regions };
    const [programme] = loadPolicies(files, '2026-11-16').programmes;
    expect(programme!.metrics[0]!.tiers.gold).toMatchObject({ at_most: 0.02, keep: { at_most: 0.03, why: 'slack' } });
  });
  it('late deliveries can cost the badge alone: a standard that allows all of them', () => {
    expect(told({ bounds: { gold: 'at_most: 0.04', silver: 'at_most: 1', good: 'at_most: 1' } })).toEqual([]);
  });
  it.each([
    [gold('at_most: 0.03, keep: 0.02, keep_why: odd'), '.keep: keep (0.02) is stricter than enter (0.03); swap them'],
    [gold('met_at_least: 0.97, keep: 0.98, keep_why: odd'), '.keep: keep (0.98) is stricter than enter (0.97); swap them'],
    [gold('at_most: 0.02, keep: 0.03'), '.keep: needs its reason; add keep_why beside it'],
    [gold('at_most: 0.02, keep_why: odd'), '.keep_why: says why of no number; add keep, or take it out'],
    [
      gold('at_most: 0.02, keep: 0.0300001, keep_why: odd'),
      '.keep: 0.0300001 is finer than one part per million; round it to six decimals',
    ],
    [
      { ...gold('at_most: 0.02, keep: 0.03, keep_why: slack'), evaluation: false },
      '.keep: nobody holds a tier where no evaluation decides it; add evaluation (every: monday, why: ...), or take keep out',
    ],
  ])('%j', (programme, line) => {
    expect(told(programme)).toEqual([`uk.yaml:20 metrics.late_dispatch.tiers.gold${line}`]);
  });
  it('refuses to keep silver by less than gold', () => {
    expect(told({ bounds: { gold: 'at_most: 0.02, keep: 0.06, keep_why: slack' } })).toEqual([
      'uk.yaml:21 metrics.late_dispatch.tiers.silver.at_most: keeping silver (0.04) is stricter than keeping gold (0.06) above it; swap them, or take keep out of gold',
    ]);
  });
});
