import type { JudgedMetric, Programme, ProgrammeMetric } from '../../policies/policy.js';
import { accountableRate, type Counts, count, counted, inWindow, mostFaults, noCounts, rawRate, within } from './counts.js';
import { type Entry, forEachVerdict, type Ledger } from './judge.js';
import { easedBy, reliefsOf } from './reliefs.js';
import { counts as countsIn } from './segments.js';
import { dayText } from './time.js';

export interface SellerMetric {
  seller_id: string;
  programme: string;
  metric: string;
  /** What is counted: orders, items, conversations, or what policy says of the business's own metric. */
  unit: string;
  window_days: number;
  /** Null where the metric is not measured. */
  counts: Counts | null;
  /** What the accountable rate is over. */
  counted: number | null;
  accountable_rate: number | null;
  raw_rate: number | null;
  /** Against the bound of the programme's standard. */
  verdict: 'not_measured' | 'not_assessable' | 'met' | 'missed';
  because:
    | 'no_source'
    | 'paused'
    | 'few_orders'
    | 'few_counted'
    | 'nothing_final'
    | 'within'
    | 'few_buyers'
    | 'few_days'
    | 'above';
  /** The best tier that this metric alone allows; null unless measured and assessable. */
  tier: string | null;
  /** Faults that the standard allows at this volume. */
  allowed: number | null;
  /** Different buyers and cohort days of what is at fault; null where policy has no floor of them, or nothing is measured. */
  fault_buyers: number | null;
  fault_days: number | null;
  bound_said: string;
  alert_at_most: number | null;
  alert_said: string | null;
  /** Faults that keep what is recommended. */
  alert_allowed: number | null;
  alert_exceeded: boolean | null;
}

export interface SellerTier {
  seller_id: string;
  programme: string;
  /** Orders placed in the assessable window, in the regions of the programme. */
  orders: number;
  /** A tier of the programme, or not_assessable, or not_measured. */
  tier: string;
  /** The tier if every pending order turns out met. */
  tier_projected: string;
}

export interface Sellers {
  metrics: SellerMetric[];
  tiers: SellerTier[];
}

interface Tally {
  orders: number;
  /** In the window that applies. */
  counts: Map<string, Told>;
  /** In the longer window of metrics that have one for low volume. */
  longer: Map<string, Told>;
  /** Of metrics that stretch, all that the longest window holds. */
  reach: Map<string, Entry[]>;
  window_days: Map<string, number>;
}

/** What is told of a metric: counts, and what its faults have in common. */
interface Told extends Counts {
  days: Set<number>;
  buyers: Set<string>;
}

const nothingTold = (): Told => ({ ...noCounts(), days: new Set(), buyers: new Set() });

function tell(told: Told, { verdict, weight, buyer_id, subject_id }: Entry): void {
  count(told, verdict, weight);
  if (verdict.outcome !== 'fault') return;
  told.days.add(verdict.day);
  // Whoever is not known is somebody else each time.
  told.buyers.add(buyer_id === null ? `of ${subject_id}` : `buyer ${buyer_id}`);
}

/**
 * Seller metrics and tiers under each programme, over the programme's regions. A seller with nothing in any of the
 * programme's windows is absent; what is not measured makes nobody present.
 */
export function sellers(
  ledger: Ledger,
  programmes: readonly Programme[],
  notMeasured: ReadonlySet<string>,
  held: Held = () => undefined,
): Sellers {
  const metrics: SellerMetric[] = [];
  const tiers: SellerTier[] = [];
  const judged = new Map(ledger.metrics.map((m) => [m.metric, m]));
  for (const asked of programmes.map((one) => asOf(one, dayText(ledger.run_date)))) {
    for (const [seller_id, tally] of tallies(ledger, asked, notMeasured)) {
      const programme = forHolder(asked, held(seller_id, asked.programme));
      for (const m of programme.metrics) {
        const counts = notMeasured.has(askedFor(m)) ? null : tally.counts.get(m.metric)!;
        metrics.push({
          ...{ seller_id, programme: programme.programme, metric: m.metric, counts },
          window_days: tally.window_days.get(m.metric)!,
          unit: unitOf(judged.get(askedFor(m))!),
          counted: counts && counted(counts),
          accountable_rate: counts && accountableRate(counts),
          raw_rate: counts && rawRate(counts),
          bound_said: m.tiers[programme.standard]!.said ?? 'at_most',
          fault_buyers: counts && m.at_least.buyers ? counts.buyers.size : null,
          fault_days: counts && m.at_least.days ? counts.days.size : null,
          ...assessed(programme, m, tally.orders, counts),
          ...warned(programme, m, tally.orders, counts),
        });
      }
      const tierWith = (adjust: (counts: Told) => Told) => tierOf(programme, tally, notMeasured, adjust);
      tiers.push({
        ...{ seller_id, programme: programme.programme, orders: tally.orders },
        tier: tierWith((counts) => counts),
        tier_projected: tierWith((counts) => ({ ...counts, met: counts.met + counts.pending })),
      });
    }
  }
  return { metrics, tiers };
}

/** A pause that begins later is none yet. */
const asOf = (programme: Programme, today: string): Programme => ({
  ...programme,
  metrics: programme.metrics.map(({ paused, ...m }) => (paused && paused.from <= today ? { ...m, paused } : m)),
});

/** The tier that a seller holds under a programme; undefined of who holds none. */
export type Held = (seller_id: string, programme: string) => string | undefined;

/** The programme as it asks whoever holds a tier: that tier, and those below it, by bounds to keep them. Who holds none holds the standard. */
function forHolder(programme: Programme, tier: string | undefined): Programme {
  const keys = programme.tiers.map(({ key }) => key);
  const from = keys.indexOf(tier !== undefined && keys.includes(tier) ? tier : programme.standard);
  const metrics = programme.metrics.map((m) => ({
    ...m,
    tiers: Object.fromEntries(
      Object.entries(m.tiers).map(([key, bound]) => [
        key,
        bound.keep && keys.indexOf(key) >= from ? { ...bound, at_most: bound.keep.at_most } : bound,
      ]),
    ),
  }));
  return { ...programme, metrics };
}

/** The metric that an entry of a programme asks for: that of its key, unless it names another. */
export const askedFor = ({ metric, of }: ProgrammeMetric): string => (of === undefined ? metric : of);

const unitOf = ({ subject, unit, count }: JudgedMetric): string =>
  subject === 'conversation' ? 'conversations' : subject === 'landed' ? (unit ?? 'orders') : count;

function tallies(ledger: Ledger, programme: Programme, notMeasured: ReadonlySet<string>): Map<string, Tally> {
  const run_date = ledger.run_date;
  const judged = new Set(ledger.metrics.map((m) => m.metric));
  for (const metric of programme.metrics.map(askedFor))
    if (!judged.has(metric)) throw new Error(`${programme.programme}: no metric is called ${metric}`);
  const asked = Map.groupBy(programme.metrics, askedFor);
  const found = new Map<string, Tally>();
  const of = (seller: string): Tally => {
    const known = found.get(seller);
    if (known) return known;
    const nothing = () => new Map(programme.metrics.map((m) => [m.metric, nothingTold()]));
    const window_days = new Map(programme.metrics.map((m) => [m.metric, m.window_days]));
    const reach = new Map(programme.metrics.map((m) => [m.metric, [] as Entry[]]));
    const tally = { orders: 0, counts: nothing(), longer: nothing(), reach, window_days };
    found.set(seller, tally);
    return tally;
  };
  const first = run_date - programme.assessable.window_days;
  for (const { seller_id, region, placed_day } of ledger.orders)
    if (programme.regions.includes(region) && placed_day > first) of(seller_id).orders++;
  const reliefs = new Map(programme.metrics.map((m) => [m.metric, reliefsOf(ledger, programme, m)]));
  forEachVerdict(ledger, (judgedEntry) => {
    const { metric, seller_id, region } = judgedEntry;
    if (notMeasured.has(metric.metric) || !programme.regions.includes(region)) return;
    for (const m of asked.get(metric.metric) ?? []) {
      if (!countsIn(m, judgedEntry)) continue;
      const verdict = easedBy(reliefs.get(m.metric)!, judgedEntry);
      const entry = { ...judgedEntry, verdict };
      const window = { run_date, maturation: metric.maturation_days, days: m.window_days };
      if (inWindow(verdict, window)) tell(of(seller_id).counts.get(m.metric)!, entry);
      if (m.low_volume && inWindow(verdict, { ...window, days: m.low_volume.window_days }))
        tell(of(seller_id).longer.get(m.metric)!, entry);
      if (m.stretch && inWindow(verdict, { ...window, days: m.stretch.at_most_days }))
        of(seller_id).reach.get(m.metric)!.push(entry);
    }
  });
  for (const tally of found.values()) {
    lengthen(tally, programme, notMeasured);
    stretchOut(tally, programme, ledger, notMeasured);
  }
  return found;
}

/** Where fewer are counted than policy asks for, the longer window takes the place of the other. */
function lengthen(tally: Tally, programme: Programme, notMeasured: ReadonlySet<string>): void {
  for (const { low_volume, ...m } of programme.metrics) {
    const { metric } = m;
    if (!low_volume || notMeasured.has(askedFor(m)) || counted(tally.counts.get(metric)!) >= low_volume.fewer_than) continue;
    tally.counts.set(metric, tally.longer.get(metric)!);
    tally.window_days.set(metric, low_volume.window_days);
  }
}

/** Day by day further back, until so many are counted or policy says that it is far enough. */
function stretchOut(tally: Tally, programme: Programme, { run_date, metrics }: Ledger, notMeasured: ReadonlySet<string>): void {
  for (const { stretch, ...m } of programme.metrics) {
    const { metric, window_days } = m;
    if (!stretch || notMeasured.has(askedFor(m))) continue;
    const maturation = metrics.find((judged) => judged.metric === askedFor(m))!.maturation_days;
    const all = tally.reach.get(metric)!;
    let days = window_days;
    let told = tally.counts.get(metric)!;
    while (counted(told) < stretch.until && days < stretch.at_most_days) {
      days++;
      told = nothingTold();
      for (const entry of all) if (inWindow(entry.verdict, { run_date, maturation, days })) tell(told, entry);
    }
    tally.counts.set(metric, told);
    tally.window_days.set(metric, days);
  }
}

/** The days that count for a seller and a metric; undefined for who has nothing in any window. */
export function windowsThatApply(ledger: Ledger, programme: Programme, notMeasured: ReadonlySet<string>) {
  const found = tallies(ledger, programme, notMeasured);
  return (seller: string, metric: string): number | undefined => found.get(seller)?.window_days.get(metric);
}

/** What the counts say against the programme's standard. */
function assessed(programme: Programme, m: ProgrammeMetric, orders: number, counts: Told | null) {
  const because = becauseOf(programme, m, orders, counts);
  const met = because === 'within' || because === 'few_buyers' || because === 'few_days';
  const judged = met || because === 'above';
  const byRate = counts && mostFaults(m.tiers[programme.standard]!, counts);
  return {
    because,
    verdict: (because === 'no_source'
      ? 'not_measured'
      : met
        ? 'met'
        : because === 'above'
          ? 'missed'
          : 'not_assessable') as SellerMetric['verdict'],
    tier: judged ? programme.tiers[rankOf(programme, m, counts!)]!.key : null,
    allowed: byRate === null ? null : Math.max(byRate, m.at_least.faults - 1),
  };
}

/** What the counts say against what is recommended: of whom is assessed, and floors hold there too. */
function warned(programme: Programme, { alert, ...m }: ProgrammeMetric, orders: number, counts: Told | null) {
  if (!alert) return { alert_at_most: null, alert_said: null, alert_allowed: null, alert_exceeded: null };
  const because = becauseOf(programme, m, orders, counts);
  const assessed = ['within', 'above', 'few_buyers', 'few_days'].includes(because);
  return {
    ...{ alert_at_most: alert.at_most, alert_said: alert.said ?? 'at_most' },
    alert_allowed: counts && Math.max(mostFaults(alert, counts), m.at_least.faults - 1),
    alert_exceeded: assessed ? !(spared(m, counts!) || within(alert, counts!)) : null,
  };
}

/** Fewer faults, buyers or days than a floor asks for meet whatever is asked. */
const spared = ({ at_least }: Pick<ProgrammeMetric, 'at_least'>, counts: Told): boolean =>
  counts.fault < at_least.faults || counts.buyers.size < (at_least.buyers ?? 0) || counts.days.size < (at_least.days ?? 0);

function becauseOf(
  programme: Programme,
  { at_least, tiers, paused }: ProgrammeMetric,
  orders: number,
  counts: Told | null,
): SellerMetric['because'] {
  if (counts === null) return 'no_source';
  if (paused) return 'paused';
  if (orders < programme.assessable.orders) return 'few_orders';
  if (counted(counts) === 0) return 'nothing_final';
  if (counted(counts) < at_least.counted) return 'few_counted';
  const meets = counts.fault < at_least.faults || within(tiers[programme.standard]!, counts);
  if (meets) return 'within';
  if (counts.buyers.size < (at_least.buyers ?? 0)) return 'few_buyers';
  return counts.days.size < (at_least.days ?? 0) ? 'few_days' : 'above';
}

function tierOf(programme: Programme, tally: Tally, notMeasured: ReadonlySet<string>, adjust: (counts: Told) => Told): string {
  const measured = programme.metrics.filter((m) => !notMeasured.has(askedFor(m)));
  if (measured.length === 0) return 'not_measured';
  if (tally.orders < programme.assessable.orders) return 'not_assessable';
  const assessable = measured
    .filter(({ paused }) => !paused)
    .map((m) => ({ m, counts: adjust(tally.counts.get(m.metric)!) }))
    .filter(({ m, counts }) => counted(counts) > 0 && counted(counts) >= m.at_least.counted);
  if (assessable.length === 0) return 'not_assessable'; // orders enough, but every one left out or pending
  const ranks = assessable.map(({ m, counts }) => rankOf(programme, m, counts));
  return programme.tiers[Math.max(...ranks)]!.key;
}

/** Position, best first, of the best tier whose bound the counts keep; the last tier has no bound. */
function rankOf(programme: Programme, { tiers, at_least }: ProgrammeMetric, counts: Told): number {
  if (spared({ at_least }, counts)) return 0;
  const found = programme.tiers.findIndex(({ key }) => tiers[key] !== undefined && within(tiers[key], counts));
  return found === -1 ? programme.tiers.length - 1 : found;
}
