/** What `policy check` says of segments, peaks, faults that count as one, probation and calendars, and what it says is worth a look. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { calendarsInWords, countedOtherwise, probationOf, worthALook } from '../../cli/policy-besides-in-words.js';
import { loadPolicies } from '../../policies/load.js';
import { wordingFor } from '../../wording/wording.js';

const text = (path: string): string => readFileSync(path, 'utf8');
const files = (changes: { regions?: [string, string]; metrics?: [string, string]; programme?: [string, string] } = {}) => ({
  'regions.yaml': text('policies/regions.yaml').replace(...(changes.regions ?? ['', ''])),
  'metrics.yaml': text('policies/metrics.yaml').replace(...(changes.metrics ?? ['', ''])),
  'tracking.yaml': text('test/recompute/every-word/tracking.yaml'),
  'every-word.yaml': text('test/recompute/every-word/every-word.yaml').replace(...(changes.programme ?? ['', ''])),
});
const DAY = '2026-11-16';
const loaded = (changes = {}, day = DAY) => {
  const policies = loadPolicies(files(changes), day);
  return { policies, programme: policies.programmes[0]!, wording: wordingFor('en', policies) };
};

it('which orders an entry counts is told with the carriers of the classes, and what is forgiven with its days', () => {
  const { policies, programme, wording } = loaded();
  expect(countedOtherwise(programme, policies, wording)).toEqual([
    'Late dispatch: Autumn sale, 20 Oct 2026 to 8 Nov 2026: orders of these days may be late by 24 hours more; they count as met',
    'Late dispatch: faults of one day for the same reason count as one; the others count as met',
    'Late dispatch, abroad: to sellers: "Only orders that go to another region than your own count here"; what is not known of an order is not true of it',
    'Late dispatch, post: to sellers: "Only orders that you pack and ship yourself and with a carrier of the class post count here"; what is not known of an order is not true of it; post: an beart and kestrel post',
    'Missing tracking, some goods: to sellers: "Only orders of another category than toys count here"; what is not known of an order is not true of it',
    'Late delivery: Storm, 25 Oct 2026 to 2 Nov 2026: orders of these days may be late by 48 hours more; they count as met',
    'Late delivery: faults of the same buyer on one day count as one; the others count as met',
    'Late delivery, other carriers: to sellers: "Only orders with a carrier that is not of the class fast and that are delivered to United Kingdom or Ireland count here"; what is not known of an order is not true of it; fast: swiftline',
  ]);
});

it('a probation is told by who begins in one, its orders a day and each way out', () => {
  const { programme, wording } = loaded();
  expect(probationOf(programme, wording)).toEqual([
    'probation of who joined on 1 Jan 2026 or later: at most 2 orders a day, which are counted, and turned away by nobody here',
    '  it ends for good by Early: 12 orders in 7 days without cancelled ones',
    '  it ends for good by Proven: 60 orders without cancelled ones, 30 days since joining, the standard of seller cancellation and the standard of missing tracking',
    '  it ends for good by Over: 73 days since joining',
  ]);
  expect(probationOf({ ...programme, probation: undefined }, wording)).toEqual([]);
});

const calendar = (years: string): [string, string] => [
  'on_time_scan_saves: true,\n',
  `on_time_scan_saves: true,\n      calendar: { working_days: [mon, tue, wed, thu, fri], hours: { opens: "09:00", closes: "17:30" }, years: ${years}, holidays: [{ on: 2026-12-25, name: Christmas }], why: made },\n`,
];
/** Every region with the calendar. */
const everywhere = (years: string) => {
  const [from, to] = calendar(years);
  return { ...files(), 'regions.yaml': text('policies/regions.yaml').replaceAll(from, to) };
};
const inHours: [string, string] = ['\n  slow_response:\n', '\n  slow_response: { on: { value: business_hours, why: made } }\n'];
const withCalendars = (years: string, day = DAY) => {
  const made = { ...everywhere(years), 'metrics.yaml': text('policies/metrics.yaml').replace(...inHours) };
  const policies = loadPolicies(made, day);
  return { policies, wording: wordingFor('en', policies) };
};

it('calendars are told by their days, hours and years, and by what is measured so', () => {
  const { policies, wording } = withCalendars('[2026, 2027]');
  const [said] = calendarsInWords(policies, wording);
  expect(said!.split('\n')[0]).toBe('Business time, which passes only then (measured so: slow response by opening hours)');
  expect(said).toContain('\n  GB: Mon, Tue, Wed, Thu and Fri, 09:00 to 17:30, but for 1 holiday of 2026, 2027');
  const { policies: none, wording: plain } = loaded();
  expect(calendarsInWords(none, plain)).toEqual([]);
});

it('a calendar whose last year is soon over, or is over, is worth a look, where anything is measured by it', () => {
  const look = (years: string, day: string): string[] => {
    const { policies, wording } = withCalendars(years, day);
    return worthALook(policies, day, wording);
  };
  expect(look('[2026]', '2026-10-01')).toEqual([]);
  const codes = 'DE, ES, FR, GB, IE and IT';
  expect(look('[2026]', '2026-10-03')).toEqual([
    `Worth a look:\n  holidays of ${codes} are named no longer than 31 Dec 2026: from then on every working day counts, holidays too; name those of 2027 in regions.yaml`,
  ]);
  expect(look('[2026, 2027]', '2026-12-31')).toEqual([]);
  expect(look('[2026]', '2027-02-01')).toEqual([
    `Worth a look:\n  holidays of ${codes} are named no longer than 31 Dec 2026: from then on every working day counts, holidays too; name those of 2027 in regions.yaml`,
  ]);
  const { policies, wording } = withCalendars('[2026]');
  const idle = { ...policies, metrics: policies.metrics.map((m) => ({ ...m, settings: {} })) };
  expect(worthALook(idle, DAY, wording)).toEqual([]);
  const over = { ...policies, programmes: policies.programmes.map((p) => ({ ...p, until: '2026-12-31' })) };
  expect(worthALook(over, DAY, wording)).toEqual([]);
});

it('a metric that looks back more than 400 days, until outcomes are final and all, is worth a look', () => {
  const look = (days: number) => {
    const { policies, wording } = loaded({ programme: ['at_most_days: 90', `at_most_days: ${days}`] });
    return worthALook(policies, DAY, wording);
  };
  expect(look(366 - 14)).toEqual([]);
  const { policies, wording } = loaded({
    programme: ['  order_defect:\n    window_days: 60', '  order_defect:\n    window_days: 366'],
  });
  const mature = policies.metrics.find(({ metric }) => metric === 'order_defect')!.maturation_days;
  expect(worthALook(policies, DAY, wording)).toEqual([
    `Worth a look:\n  Order defect (every-word) looks back ${366 + mature} days, with the ${mature} until an outcome is final: what a seller did then can count against it still, and every night reads that far; a year should do`,
  ]);
  const shorter = loaded({
    programme: ['  order_defect:\n    window_days: 60', `  order_defect:\n    window_days: ${400 - mature}`],
  });
  expect(worthALook(shorter.policies, DAY, shorter.wording)).toEqual([]);
});
