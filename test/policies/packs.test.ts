/** The example packs of examples/programmes: what they say, and where each number is from. */
import { describe, expect, it } from 'vitest';
import { isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Points } from '../../policies/points.js';
import type { Bound, ProgrammeMetric } from '../../policies/policy.js';
import { programmeWords } from '../../wording/english/programme-words.js';
import { windowsSaid } from '../../wording/windows-said.js';
import { scorecards } from '../helpers/scorecards.js';
import { filesOf, folderOf, PACKS, packOn, README } from './packs.js';

const DAY = '2026-11-16';
const BRANDS = /tik\s?tok|amazon|e-?bay|walmart|\bbol\b|zalando/i;

/** A bound as the file says it. */
function shown({ at_most, said }: Bound): string {
  const ofMet = said === 'met_at_least' || said === 'met_above';
  return `${said ?? 'at_most'} ${ofMet ? (1_000_000 - Math.round(at_most * 1_000_000)) / 1_000_000 : at_most}`;
}

/** A metric of a programme in a line: window, floors, bounds from the best tier on. */
function line(metric: ProgrammeMetric): string {
  const { counted, faults, buyers, days } = metric.at_least;
  const floors = Object.entries({ counted, faults, buyers, days }).flatMap(([what, least]) =>
    least ? [`${what} ${least}`] : [],
  );
  const advised = metric.alert ? [`advised ${shown(metric.alert)}`] : [];
  const fewer = metric.low_volume ? [`fewer than ${metric.low_volume.fewer_than}`] : [];
  return [
    `${windowsSaid(metric, programmeWords.asked.windows)} days`,
    ...fewer,
    ...floors,
    ...Object.values(metric.tiers).map(shown),
    ...advised,
  ].join(', ');
}

/** How long each point counts, what gives it, and where milestones are. */
const pointsLine = ({ expire_after_days, violations, missed_metrics, milestones }: Points): string =>
  [
    `${expire_after_days.value} days`,
    ...(violations ? [`violations as ${violations.other}`] : []),
    ...Object.entries(missed_metrics).map(([metric, { points }]) => `${metric} ${points}`),
    `at ${milestones.map(({ at, caps_at }) => (caps_at ? `${at} ${caps_at}` : at)).join(', ')}`,
  ].join(', ');

/** Whom it judges, from when, and each metric in a line. */
function said(pack: string): Record<string, string> {
  const { programmes } = packOn(pack, DAY);
  expect(programmes.map(({ programme }) => programme)).toEqual([pack]);
  const { in_force_from, regions, assessable, evaluation, metrics } = programmes[0]!;
  const judged = `from ${in_force_from}, ${regions.join(' ')}, ${assessable.orders} in ${assessable.window_days} days`;
  const { points } = programmes[0]!;
  return {
    ...(points ? { points: pointsLine(points) } : {}),
    programme: evaluation ? `${judged}, every ${evaluation.every}` : judged,
    ...Object.fromEntries(metrics.map((metric) => [metric.metric, line(metric)])),
  };
}

/** Settings of metrics that a pack changes. */
const settingsOf = (pack: string, metric: string) => {
  const { count, counts_as_met, settings } = packOn(pack, DAY).metrics.find((one) => one.metric === metric)!;
  return { count, counts_as_met, ...settings };
};

describe('the numbers of each pack', () => {
  it('a short-video shop asks for less than its targets, and caps orders from 10 % late on', () => {
    expect(said('short-video-shop-uk')).toEqual({
      programme: 'from 2025-12-21, GB, 30 in 90 days',
      late_dispatch: '30 days, below 0.04, below 0.1',
      seller_cancellation: '30 days, below 0.025, at_most 0.05',
      missing_tracking: '30 days, met_at_least 0.95, met_at_least 0.95',
      negative_review: '60 days, below 0.006, at_most 0.03',
      slow_response: '30 days, met_at_least 0.9, met_at_least 0.85',
      points: '90 days, violations as landed, at 12 watched, 24, 36, 48 restricted',
    });
    expect(settingsOf('short-video-shop-uk', 'late_dispatch')).toMatchObject({ platform_fulfilled: 'counts_as_met' });
    const { regions, programmes } = packOn('short-video-shop-uk', DAY);
    expect(regions.find(({ code }) => code === 'GB')).toMatchObject({ dispatch_milestone: 'confirmed' });
    expect(programmes[0]!.contest).toMatchObject({ within_days: 30 });
    expect(programmes[0]!.tiers.at(-1)!.effect).toMatchObject({ order_cap: { share_of_peak: 0.5 } });
  });

  it('an everything store has one target per metric, and leaves the target itself out of three', () => {
    expect(said('everything-store-uk')).toEqual({
      programme: 'from 2026-02-02, GB, 30 in 90 days',
      late_dispatch: '30 days, below 0.04',
      late_dispatch_10: '10 days, below 0.04',
      seller_cancellation: '7 days, below 0.025',
      missing_tracking: '30 days, met_at_least 0.95',
      missing_tracking_electronics: '30 days, met_at_least 0.95',
      missing_tracking_toys: '30 days, met_at_least 0.95',
      late_delivery: '14 days, counted 20, met_at_least 0.9',
      order_defect: '60 days, below 0.01',
    });
    expect(settingsOf('everything-store-uk', 'late_delivery')).toMatchObject({
      ...{ count: 'items', untracked: 'left_out', maturation_days: 7 },
    });
    expect(settingsOf('everything-store-uk', 'order_defect')).toMatchObject({
      ...{ parts: ['negative_review', 'unresolved_case'], maturation_days: 16 },
    });
    expect(settingsOf('everything-store-uk', 'unresolved_case')).toMatchObject({
      ...{ cases: 'found_against', resolved_by_seller: 'counts' },
    });
  });

  it('auctions and shops look at a year of whoever has few sales, and count buyers', () => {
    expect(said('auctions-and-shops-uk')).toEqual({
      programme: 'from 2021-01-01, GB IE, 100 in 365 days, every 20',
      late_delivery: '90 or 365 days, fewer than 400, faults 6, at_most 0.04, at_most 1',
      unresolved_case: '90 or 365 days, fewer than 400, faults 3, at_most 0.003, at_most 0.003',
      order_defect: '90 or 365 days, fewer than 400, buyers 5, at_most 0.02, at_most 0.02',
      order_defect_top: '90 or 365 days, fewer than 400, buyers 4, at_most 0.005, at_most 1',
    });
    expect(settingsOf('auctions-and-shops-uk', 'order_defect')).toMatchObject({
      parts: ['seller_cancellation', 'unresolved_case'],
    });
    expect(settingsOf('auctions-and-shops-uk', 'late_delivery')).toMatchObject({
      ...{ counts_as_met: ['carrier_delay', 'carrier_incident'], untracked: 'left_out' },
    });
  });

  it('a supermarket has three levels of what is met', () => {
    expect(said('supermarket-us')).toEqual({
      programme: 'from 2024-12-13, GB US, 101 in 90 days',
      seller_cancellation: '90 days, at_most 0.015, at_most 0.02, at_most 0.025',
      late_delivery: '90 days, met_at_least 0.95, met_at_least 0.925, met_at_least 0.9',
      slow_response: '30 days, met_at_least 0.95, met_at_least 0.925, met_at_least 0.9',
    });
    expect(settingsOf('supermarket-us', 'slow_response')).toMatchObject({ hours: 48, maturation_days: 2 });
  });

  it('a shop of the Low Countries judges weeks of items, each on a Wednesday', () => {
    expect(said('low-countries-shop')).toEqual({
      programme: 'from 2021-08-09, BE DE NL, 1 in 42 days, every wednesday',
      late_delivery: '7 days, faults 3, met_at_least 0.93, advised met_at_least 0.95',
      seller_cancellation: '7 days, faults 3, at_most 0.02',
      points: '154 days, late_delivery 1, seller_cancellation 1, at 1, 2, 3, 4',
    });
    expect(settingsOf('low-countries-shop', 'late_delivery')).toMatchObject({ count: 'items', maturation_days: 3 });
    expect(settingsOf('low-countries-shop', 'seller_cancellation')).toMatchObject({
      ...{ count: 'items', maturation_days: 10, final_day: 'after_placed' },
    });
  });

  it('a fashion shop judges whoever has more than 30 orders in seven days', () => {
    expect(said('fashion-shop-de')).toEqual({
      programme: 'from 2024-02-05, DE, 31 in 7 days',
      seller_cancellation: '7 days, at_most 0.01',
      late_delivery: '7 days, met_at_least 0.95',
      refund_on_time: '7 days, met_at_least 0.95',
    });
    expect(settingsOf('fashion-shop-de', 'seller_cancellation')).toMatchObject({ count: 'items', final_day: 'after_placed' });
  });
});

/** Numbers and chosen words of a file that decide something: the line of each, and whether it has a reason beside it. */
function decided(text: string): { line: number; why: boolean; what: string }[] {
  const lines = new LineCounter();
  const found: { line: number; why: boolean; what: string }[] = [];
  visit(parseDocument(text, { lineCounter: lines }), {
    Pair: (_, { key, value }, path) => {
      const name = String((key as { value?: unknown }).value);
      const number = isScalar(value) && typeof value.value === 'number';
      if (!number && !['value', 'counts_as_met', 'in_force_from', 'notice_given_on', 'every'].includes(name)) return;
      // A way out of a probation has one reason for all that it asks for together.
      const exit = path.find((node) => isPair(node) && String(node.key) === 'exits');
      const parent = path.at(exit ? -3 : -1);
      found.push({
        line: lines.linePos((key as { range: [number] }).range[0]).line,
        why: isMap(parent) && parent.has('why'),
        what: name,
      });
    },
  });
  return found;
}

describe.each(PACKS)('the pack %s', (pack) => {
  const files = filesOf(pack);
  const head = files[`${pack}.yaml`]!.split('\nprogramme:')[0]!;
  const texts = [files['metrics.yaml']!, files[`${pack}.yaml`]!];

  it('is in order, and policy check says so', async () => {
    const { code, out, err } = await scorecards('policy', 'check', folderOf(pack), '--date', DAY);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`(${pack}) `);
  });

  it('has a reason beside every number', () => {
    const numbers = texts.flatMap(decided).filter(({ what }) => !['in_force_from', 'notice_given_on'].includes(what));
    expect(numbers.length).toBeGreaterThan(8);
    expect(numbers.filter(({ why }) => !why)).toEqual([]);
  });

  it('names the source of every number, and every source at its top', () => {
    const sources = new Set([...head.matchAll(/^# (\[\d+\]) \S/gm)].map(([, source]) => source));
    const rows = texts.flatMap((text) => {
      const written = text.split('\n');
      return decided(text).map(({ line: at }) => written[at - 1]!);
    });
    expect(rows.filter((row) => !/ # .*(\[\d+\]|\bours\b)/.test(row))).toEqual([]);
    const named = Object.values(files).flatMap((text) => text.match(/\[\d+\]/g) ?? []);
    expect(new Set(named)).toEqual(sources);
    for (const source of sources) expect(named.filter((one) => one === source).length, source).toBeGreaterThan(1);
  });

  it('names no platform but in comments, and there says whose style it is', () => {
    const { programmes, metrics } = packOn(pack, DAY);
    expect(JSON.stringify([pack, programmes, metrics])).not.toMatch(BRANDS);
    expect(head).toMatch(/^# In the style of /);
    expect(head).toMatch(BRANDS);
    expect(head).toContain('\n# not said here: ');
  });

  it('lists every region of the shipped policies, so that no order of the sample is rejected', () => {
    const codes = packOn(pack, DAY).regions.map(({ code }) => code);
    for (const code of ['DE', 'ES', 'FR', 'GB', 'IE', 'IT']) expect(codes).toContain(code);
  });

  it('is told in the README, with the day from which it judges', () => {
    const { in_force_from } = packOn(pack, DAY).programmes[0]!;
    expect(README).toMatch(new RegExp(`^\\| \\[${pack}\\]\\(${pack}\\) \\|.*\\| ${in_force_from} \\|`, 'm'));
  });
});
