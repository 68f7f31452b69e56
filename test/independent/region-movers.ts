/** Who moved the rates of regions: every member's part of a change, from what was judged alone. */
import { counted } from './counts.js';
import { forEachVerdict, type Ledger } from './judge.js';
import { newest } from './newest.js';
import type { Records } from './records.js';
import { REGION_WINDOWS, type RegionMetric } from './region-metrics.js';
import type { Day } from './time.js';

export interface Mover {
  region: string;
  metric: string;
  window_days: number;
  dimension: string;
  place: number;
  kind: 'member' | 'unknown' | 'others';
  member: string | null;
  members: number;
  counted: number;
  fault: number;
  previous_counted: number;
  previous_fault: number;
  contribution_ppm: number;
  rate_ppm: number;
  mix_ppm: number;
}

interface Span {
  counted: number;
  fault: number;
}
interface Member {
  member: string | null;
  now: Span;
  before: Span;
}

/** So many that raised a rate most are named, and so many that lowered it. */
const NAMED = 8;
const FINE = 1e12;
/** As SQL rounds: halves away from nothing. */
const nearest = (x: number): number => Math.sign(x) * Math.round(Math.abs(x)) || 0;
const toPpm = (fine: number): number => nearest(fine / 1e6);

/**
 * @param compared rows of region_metrics whose periods are compared: with both periods whole and counted
 */
export function regionMovers(ledger: Ledger, records: Records, compared: readonly RegionMetric[]): Mover[] {
  const tallies = tally(ledger, records);
  return compared.flatMap((change) => {
    const { region, metric, window_days } = change;
    const found = ['seller', 'carrier', 'category', 'destination_area', 'tenure', 'region'].flatMap((dimension) => {
      const members = tallies.get([region, metric, window_days, dimension].join(' '));
      return members ? partsOf(change, dimension, [...members.values()]) : [];
    });
    return [...found, ...causesOf(change, found)];
  });
}

/** Members by region, metric, window and dimension. */
function tally(ledger: Ledger, records: Records): Map<string, Map<string | null, Member>> {
  const D = ledger.run_date;
  const joined = joinedOn(records, D);
  const tallies = new Map<string, Map<string | null, Member>>();
  forEachVerdict(ledger, ({ metric: { metric, maturation_days }, region, seller_id, verdict, weight, of_order }) => {
    if (!['met', 'fault'].includes(verdict.outcome) && !verdict.counts_as_met) return;
    const members = {
      seller: seller_id,
      tenure: tenureOf(D, joined(seller_id)),
      ...(of_order && {
        ...{ carrier: of_order.carrier, destination_area: of_order.destination_area },
        category: of_order.category?.toLowerCase() ?? null,
      }),
    };
    for (const place of [region, 'ALL'])
      for (const days of REGION_WINDOWS) {
        const ago = D - maturation_days - verdict.day;
        if (ago < 0 || ago >= 2 * days) continue;
        for (const [dimension, member] of Object.entries({ ...members, ...(place === 'ALL' && { region }) })) {
          const key = [place, metric, days, dimension].join(' ');
          const of = tallies.get(key) ?? new Map<string | null, Member>();
          tallies.set(key, of);
          const one = of.get(member) ?? { member, now: { counted: 0, fault: 0 }, before: { counted: 0, fault: 0 } };
          of.set(member, one);
          const span = ago < days ? one.now : one.before;
          span.counted += weight;
          if (verdict.outcome === 'fault') span.fault += weight;
        }
      }
  });
  return tallies;
}

/** The day on which a seller joined, as last described. */
export function joinedOn(records: Records, D: Day): (seller: string) => Day | undefined {
  const described = newest(records.sellers as never[], D, ({ seller_id }: { seller_id: string }) => seller_id);
  return (seller) => (described as Map<string, { joined_on: Day }>).get(seller)?.joined_on;
}

export function tenureOf(D: Day, joined: Day | undefined): string | null {
  if (joined === undefined) return null;
  if (D - joined < 90) return 'under_90_days';
  return D - joined < 365 ? 'under_a_year' : 'longer';
}

interface Effect extends Member {
  rate: number;
  mix: number;
  kind: Mover['kind'];
  members: number;
}

const overall = (change: RegionMetric) => {
  const [now, before] = [change.now.counts!, change.previous.counts!];
  return { n: counted(now), N: counted(before), rate: now.fault / counted(now), previous: before.fault / counted(before) };
};

/** A member's rate effect and mix effect, in units of 1e-12. */
function effectOf(change: RegionMetric, { member, now, before }: Member): Effect {
  const { n, N, rate, previous } = overall(change);
  const [share, shareBefore] = [now.counted / n, before.counted / N];
  const [own, ownBefore] = [now, before].map(({ fault, counted }) => (counted > 0 ? fault / counted : undefined));
  const [is, was] = [own ?? ownBefore!, ownBefore ?? own!];
  return {
    ...{ member, now, before, members: 1, kind: member === null ? 'unknown' : 'member' },
    rate: nearest(FINE * (((share + shareBefore) / 2) * (is - was))),
    mix: nearest(FINE * ((share - shareBefore) * ((is + was) / 2 - (rate + previous) / 2))),
  };
}

const both = ({ rate, mix }: Effect): number => rate + mix;
const largestFirst = (a: Effect, b: Effect): number =>
  Math.abs(both(b)) - Math.abs(both(a)) || ((a.member ?? '') < (b.member ?? '') ? -1 : 1);

function partsOf(change: RegionMetric, dimension: string, members: readonly Member[]): Mover[] {
  const effects = members.map((member) => effectOf(change, member)).sort(largestFirst);
  const named = [1, -1].flatMap((way) => effects.filter((one) => Math.sign(both(one)) === way).slice(0, NAMED));
  const others = effects.filter((one) => !named.includes(one));
  const sum = (of: (one: Effect) => number) => others.reduce((all, one) => all + of(one), 0);
  const span = (of: (one: Effect) => Span) => ({ counted: sum((o) => of(o).counted), fault: sum((o) => of(o).fault) });
  const rest: Effect = {
    ...{ member: null, kind: 'others', members: others.length, rate: sum((o) => o.rate), mix: sum((o) => o.mix) },
    ...{ now: span((o) => o.now), before: span((o) => o.before) },
  };
  const shown = [...named.sort(largestFirst), ...(others.length > 0 ? [rest] : [])];
  const { rate, previous } = overall(change);
  const { region, metric, window_days } = change;
  let [rates, all] = [0, 0];
  return shown.map((one, at) => {
    const [rateBefore, allBefore] = [toPpm(rates), toPpm(all)];
    rates += one.rate;
    all += both(one);
    const contribution_ppm = (at === shown.length - 1 ? nearest(1e6 * (rate - previous)) : toPpm(all)) - allBefore;
    const rate_ppm = toPpm(rates) - rateBefore;
    return {
      ...{ region, metric, window_days, dimension, place: at + 1, kind: one.kind, member: one.member, members: one.members },
      ...{ counted: one.now.counted, fault: one.now.fault },
      ...{ previous_counted: one.before.counted, previous_fault: one.before.fault },
      ...{ contribution_ppm, rate_ppm, mix_ppm: contribution_ppm - rate_ppm },
    };
  });
}

/** What sellers' rates did apart from what is forgiven, what the mix of sellers did, and what is forgiven. */
function causesOf(change: RegionMetric, parts: readonly Mover[]): Mover[] {
  const { region, metric, window_days, now, previous } = change;
  const sellers = parts.filter(({ dimension }) => dimension === 'seller');
  const gap = ({ accountable_rate: own, raw_rate: raw }: RegionMetric['now']): number => own! - raw!;
  const forgiven = nearest(1e6 * (gap(now) - gap(previous)));
  const rate = sellers.reduce((all, one) => all + one.rate_ppm, 0) - forgiven;
  const mix = sellers.reduce((all, one) => all + one.mix_ppm, 0);
  return Object.entries({ rate, mix, forgiven }).map(([member, part], at) => ({
    ...{ region, metric, window_days, dimension: 'cause', place: at + 1, kind: 'member' as const, member, members: 1 },
    ...{ counted: counted(now.counts!), fault: now.counts!.fault },
    ...{ previous_counted: counted(previous.counts!), previous_fault: previous.counts!.fault },
    contribution_ppm: part,
    rate_ppm: member === 'mix' ? 0 : part,
    mix_ppm: member === 'mix' ? part : 0,
  }));
}
