import { expect, it } from 'vitest';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies, type PolicyRefused } from '../../policies/load.js';

/** The regions that the shipped programme names. */
const OTHERS = ['DE', 'ES', 'FR', 'GB', 'IE', 'IT']
  .map(
    (code) =>
      `  ${code}: { name: X, time_zone: UTC, currency: EUR, must_land_orders_daily: false, dispatch_milestone: first_scan, on_time_scan_saves: true }\n`,
  )
  .join('');

/** What is said of a policy folder whose one region has this zone and currency; nothing of one that is valid. */
async function saidOf(time_zone: string, currency = 'EUR'): Promise<string[]> {
  const files = await readPolicyFiles('policies');
  const region = `{ name: X, time_zone: ${time_zone}, currency: ${currency}, must_land_orders_daily: false, dispatch_milestone: first_scan, on_time_scan_saves: true }`;
  try {
    loadPolicies({ ...files, 'regions.yaml': `regions:\n  XX: ${region}\n${OTHERS}` }, '2026-11-16');
    return [];
  } catch (error) {
    return (error as PolicyRefused).lines.filter((line) => line.startsWith('regions.yaml'));
  }
}

it.each(['Europe/London', 'US/Pacific', 'Asia/Calcutta', 'Africa/Casablanca', 'UTC', 'Etc/GMT+5', 'EST5EDT'])(
  'a region may name its zone %s, also by an older name',
  async (zone) => {
    expect(await saidOf(zone)).toEqual([]);
  },
);

it.each([
  ['EST', 'EST is an offset without summer time; name the place, such as America/New_York'],
  ['GMT+5', 'GMT+5 is an offset and no IANA time zone; name the place, such as Europe/London'],
  ['"+05:00"', '+05:00 is an offset and no IANA time zone; name the place, such as Europe/London'],
  ['Europe/Londn', 'Europe/Londn is not an IANA time zone; write one such as Europe/London'],
  ['constructor', 'constructor is not an IANA time zone; write one such as Europe/London'],
])('the zone %s of a region is refused: its summers would be missed', async (zone, said) => {
  expect(await saidOf(zone)).toEqual([`regions.yaml:2 regions.XX.time_zone: ${said}`]);
});

it.each(['XXX', 'eur', 'EURO', 'QQQ'])('the currency %s of a region is refused', async (currency) => {
  expect(await saidOf('Europe/London', currency)).toEqual([
    `regions.yaml:2 regions.XX.currency: ${currency} is not a currency of ISO 4217; write a code such as EUR`,
  ]);
});

it('as many regions as a night can write teams for are taken, and one more is refused', async () => {
  const files = await readPolicyFiles('policies');
  const said = (many: number): string[] => {
    const more = Array.from(
      { length: many - 6 },
      (_, nth) =>
        `  X${nth}: { name: X, time_zone: UTC, currency: EUR, must_land_orders_daily: false, dispatch_milestone: first_scan, on_time_scan_saves: true }\n`,
    );
    try {
      loadPolicies({ ...files, 'regions.yaml': `regions:\n${OTHERS}${more.join('')}` }, '2026-11-16');
      return [];
    } catch (error) {
      return (error as PolicyRefused).lines;
    }
  };
  expect(said(100)).toEqual([]);
  expect(said(101)).toEqual([
    'regions.yaml:1 regions: has 101 regions, and a night writes for at most 100 teams; make one region of markets that one team looks after',
  ]);
});
