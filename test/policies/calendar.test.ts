import { expect, it } from 'vitest';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies, type PolicyRefused } from '../../policies/load.js';

const files = await readPolicyFiles('policies');
const CODES = ['DE', 'ES', 'FR', 'GB', 'IE', 'IT'];
const GOOD = '{ working_days: [mon, tue, wed, thu, fri], years: [2026], holidays: [], why: "as shops work" }';
const HOURS = GOOD.replace('years', 'hours: { opens: "09:00", closes: "18:00" }, years');
const BY_DAYS = '{ on: { value: business_days, why: "nobody answers on Sundays" } }';

/** Each region on a line of its own, DE on the second. */
const regionsYaml = (german: string, others: string | undefined = german): string =>
  CODES.map((code) => {
    const calendar = code === 'DE' ? german : others;
    return `  ${code}: { name: X, time_zone: UTC, currency: EUR, must_land_orders_daily: false, dispatch_milestone: first_scan, on_time_scan_saves: true${calendar ? `, calendar: ${calendar}` : ''} }`;
  }).join('\n');

function saidOf(german: string, { others = GOOD, response = BY_DAYS }: { others?: string; response?: string } = {}): string[] {
  const metrics = `${files['metrics.yaml']!.replace('\n  slow_response:\n', `\n  slow_response: ${response}\n`)}`;
  try {
    loadPolicies(
      { ...files, 'regions.yaml': `regions:\n${regionsYaml(german, others)}\n`, 'metrics.yaml': metrics },
      '2026-11-16',
    );
    return [];
  } catch (error) {
    return (error as PolicyRefused).lines;
  }
}

const changed = (from: string, to: string): string => {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
};
const at = (key: string, said: string) => [`regions.yaml:2 regions.DE.calendar${key}: ${said}`];

it('answers may be counted on business days where every region has a calendar', () => {
  expect(saidOf(GOOD)).toEqual([]);
});

it.each([
  [
    'a day that is not in the calendar',
    'holidays: []',
    'holidays: [{ on: 2026-02-30, name: Leap }]',
    '.holidays.0.on',
    '2026-02-30 is not in the calendar; write a day that is',
  ],
  [
    'a holiday of a year that is not named',
    'holidays: []',
    'holidays: [{ on: 2027-01-01, name: New Year }]',
    '.holidays.0.on',
    '2027-01-01 (New Year) is in none of the years 2026; add its year to years or take it out',
  ],
  [
    'a holiday that stands twice',
    'holidays: []',
    'holidays: [{ on: 2026-05-01, name: May }, { on: 2026-05-01, name: Day }]',
    '.holidays.1.on',
    '2026-05-01 stands twice; keep one',
  ],
  ['a weekday with a slip', 'fri', 'fry', '.working_days.4', '"fry" is no weekday; did you mean fri?'],
  ['a weekday twice', 'fri', 'mon', '.working_days', 'names mon twice; keep one'],
  [
    'a week without work',
    '[mon, tue, wed, thu, fri]',
    '[]',
    '.working_days',
    'names no day on which anybody works; leave the calendar out',
  ],
  ['a key with a slip', 'holidays', 'hollidays', '.hollidays', 'is not a key we know here; did you mean holidays?'],
  [
    'shops that close before they open',
    'years',
    'hours: { opens: "18:00", closes: "09:00" }, years',
    '.hours.closes',
    '09:00 is not after 18:00, when it opens; write a later time of the same day',
  ],
  [
    'a time that no clock shows',
    'years',
    'hours: { opens: "9 am", closes: "18:00" }, years',
    '.hours.opens',
    '"9 am" is no time of day; write one such as "09:00", and "24:00" for the end of the day',
  ],
] as const)('a calendar with %s is refused', (_, from, to, key, said) => {
  expect(saidOf(changed(from, to))).toContain(at(key, said)[0]);
});

it('a metric in business days is refused where a region has no calendar', () => {
  expect(saidOf(GOOD, { others: '' })).toEqual([
    'metrics.yaml:26 metrics.slow_response.on.value: business_days needs a calendar of every region, and ES, FR, GB, IE, IT have none; add it in regions.yaml, or write every_day',
  ]);
});

it('a metric in opening hours is refused where a calendar has none', () => {
  expect(saidOf(HOURS, { response: BY_DAYS.replace('business_days', 'business_hours') })).toEqual([
    'metrics.yaml:26 metrics.slow_response.on.value: business_hours needs a calendar with hours of every region, and ES, FR, GB, IE, IT have none; add it in regions.yaml, or write every_day',
  ]);
});

it('where nothing is counted in business time, no region needs a calendar', () => {
  expect(saidOf('', { others: '', response: '' })).toEqual([]);
});
