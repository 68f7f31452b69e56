/**
 * A small marketplace and a policy, both drawn from a seed: moments stand on and beside the limits that rules speak of, and every
 * setting of every metric may differ from its default. For nights that are compared with the judge of this folder.
 */
import { stringify } from 'yaml';
import { METRICS } from '../../metrics/index.js';
import type { Setting } from '../../metrics/metric.js';
import type { Region } from '../../policies/policy.js';
import { CASE_POLICIES, landedFilesOf } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import { drawnScore, withDrawnBenchmarks } from '../helpers/drawn-score.js';
import { type Day, day as dayNumber, dayText, endOfLocalDay, HOUR, localDay, type Micros } from './time.js';

export const RANDOM_RUN_DATE = '2026-11-20';
const D = dayNumber(RANDOM_RUN_DATE);
const DAY = 24 * HOUR;
/** What a moment is kept to. */
const MS = 1000;
const WHY = 'drawn';
/** Metrics of the business's own. */
export const OWN = ['damaged_parcels', 'paper2'] as const;

type Row = Record<string, string | number | readonly string[] | null>;

const iso = (moment: Micros): string => {
  const second = Math.floor(moment / 1_000_000);
  return `${new Date(second * 1000).toISOString().slice(0, 19)}.${String(moment - second * 1_000_000).padStart(6, '0')}Z`;
};

/** By turns, so that versions of an order differ in it; few, so that some faults of a seller have a buyer in common. */
const BUYERS = ['b-1', 'b-2', null, 'b-1', 'b-3'];
/** The same; of another number, so that the two do not go together. */
/** Some of them are none, for they say nothing or lead to a door. */
const AREAS = ['SW', 'NR', null, 'unknown', 'sw', 'NA', 'London SW1A-1AA', 'Zone 5', 'SW', 'NR', '10115'];
const CATEGORIES = ['Books', 'media', null, 'books', 'toys', 'media', 'Garden'];

/** Days after which something of a rule ends. */
const LIMITS = [0, 1, 2, 3, 7, 10, 14, 16, 30, 45];

/** A moment near another: hours and days around it, or the end of a local day some days later, or the start of the next. */
function near(draw: Draw, zone: string, moment: Micros): Micros {
  if (draw.chance(0.4)) return endOfLocalDay(zone, localDay(zone, moment) + draw.one(LIMITS)) + draw.whole(0, 1);
  if (draw.chance(0.5)) return moment + draw.one([0, MS, -MS, 24 * HOUR, 24 * HOUR + MS, 14 * DAY, 14 * DAY + MS]);
  return moment + draw.whole(-2, 12) * DAY + draw.whole(0, DAY);
}

/** why not all: a region more would make every drawn night another one, and its reviewed figures with it. */
const REGIONS = CASE_POLICIES.regions.slice(0, 7);

/** What cannot have come before, moved up to it. */
const notBefore = (first: Micros, moment: Micros): Micros => Math.max(first, moment);

class Marketplace {
  readonly rows: { dataset: string; dt: Day; row: Row }[] = [];
  private ids = 0;
  constructor(
    private readonly draw: Draw,
    private readonly regions: readonly Region[],
    private readonly sellers: readonly string[] = numbered('seller', 10),
    private readonly prefix = '',
  ) {}

  /** Orders are told apart by seller and id: two sellers may have one of the same id. */
  id(kind: string): string {
    return `${kind === 'order' ? '' : this.prefix}${kind}-${this.ids++}`;
  }

  /** Lands one or two versions of a record; the second may change it, may land after the run date, or may be the older one. */
  land(dataset: string, row: Row, changed: () => Row): void {
    const { draw } = this;
    // why steps of five days: few landed files, so that the night is quick.
    const dt = D - 5 * draw.whole(0, 4);
    const second = draw.chance(0.25);
    const later = second ? dt + 5 * draw.whole(-1, 5) : dt;
    // No version is made after it landed, and no two are made at once: those of one moment are drawn below.
    const at = Math.min(dt, later) * DAY + this.rows.length * MS;
    this.rows.push({ dataset, dt, row: { ...row, updated_at: iso(at) } });
    if (!second) return;
    this.rows.push({ dataset, dt: later, row: { ...row, ...changed(), updated_at: iso(at + draw.one([-HOUR, HOUR])) } });
  }

  order(): void {
    const { draw } = this;
    const region = draw.one(this.regions);
    const seller_id = draw.one(this.sellers);
    const order_id = this.id('order');
    const zone = region.time_zone;
    const beside = (moment: Micros, share: number) =>
      draw.chance(share) ? iso(notBefore(placed - DAY, near(draw, zone, moment))) : null;
    const placed = endOfLocalDay(zone, D - draw.whole(-1, 140)) + draw.one([0, 1, draw.whole(-DAY, 0)]);
    const due = notBefore(placed, near(draw, zone, placed + draw.one([DAY, DAY, 2 * DAY, 20 * DAY, 50 * DAY])));
    const promised = near(draw, zone, due + 2 * DAY);
    const arrived = notBefore(placed, near(draw, zone, promised - DAY));
    const facts = (): Row => ({
      buyer_id: BUYERS[this.rows.length % BUYERS.length]!,
      category: CATEGORIES[this.rows.length % CATEGORIES.length]!,
      destination_area: AREAS[this.rows.length % AREAS.length]!,
      fulfilment: draw.chance(0.2) ? 'platform' : 'seller',
      confirmed_at: beside(due, 0.8),
      first_scan_at: beside(due, 0.8),
      delivered_at: draw.chance(0.8) ? iso(arrived) : null,
      cancelled_at: draw.chance(0.5) ? beside(draw.one([placed, due]), 0.6) : null,
      cancelled_by: draw.one(['buyer', 'seller', 'system', 'platform', 'unknown', null]),
      carrier: draw.one(['Parcelline', 'Swift', null]),
      tracking_number: draw.chance(0.8) ? 'number' : null,
      items: draw.one([null, 0, 1, 2, 5]),
    });
    const row: Row = {
      ...{ seller_id, order_id, region: region.code, placed_at: iso(placed), currency: region.currency, gmv_minor: 100 },
      ship_by: draw.chance(0.9) ? iso(due) : null,
      deliver_by: draw.one([iso(promised), dayText(localDay(zone, promised)), null]),
    };
    this.land('orders', { ...row, ...facts() }, facts);
    for (let n = draw.whole(0, 2); n > 0; n--) this.about({ seller_id, order_id }, zone, placed, arrived);
    if (draw.chance(0.3)) this.conversation(region, seller_id, order_id, near(draw, zone, placed));
  }

  /** A review, a return and a case of an order, each perhaps. */
  private about(order: Row, zone: string, placed: Micros, arrived: Micros): void {
    const { draw } = this;
    const beside = () => near(draw, zone, draw.one([placed, arrived, arrived + 12 * DAY, placed + 35 * DAY]));
    if (draw.chance(0.4)) {
      const facts = (): Row => ({ rating: draw.whole(1, 5), about: draw.one(['product', 'logistics', 'service', null]) });
      this.land('reviews', { ...order, review_id: this.id('review'), created_at: iso(beside()), ...facts() }, facts);
    }
    if (draw.chance(0.4)) {
      const requested = beside();
      const facts = (): Row => ({
        responsible: draw.one(['seller', 'buyer', 'carrier']),
        refunded_at: draw.chance(0.7)
          ? iso(notBefore(requested - DAY, near(draw, zone, requested + draw.one([0, DAY, 5 * DAY]))))
          : null,
      });
      this.land('returns', { ...order, return_id: this.id('return'), requested_at: iso(requested), ...facts() }, facts);
    }
    if (draw.chance(0.4)) {
      const opened = beside();
      const facts = (): Row => ({
        kind: draw.one(['not_received', 'not_as_described', 'chargeback', 'other']),
        closed_at: draw.chance(0.6) ? iso(notBefore(opened, near(draw, zone, opened))) : null,
        outcome: draw.one(['seller_fault', 'seller_fault', 'no_fault', null]),
        resolved_by: draw.one(['seller', 'platform', null]),
      });
      this.land('cases', { ...order, case_id: this.id('case'), opened_at: iso(opened), ...facts() }, facts);
    }
  }

  conversation(region: Region, seller_id: string, order_id: string | null, opened: Micros): void {
    const { draw } = this;
    const facts = (): Row => ({
      kind: draw.one(['human', 'human', 'human', 'bot', 'spam']),
      satisfaction: draw.one([null, 1, 2, 3, 4, 5]),
      first_reply_at: draw.chance(0.8) ? iso(notBefore(opened, near(draw, region.time_zone, opened))) : null,
    });
    const opened_by = draw.one(['buyer', 'buyer', 'buyer', 'seller']);
    const row = { conversation_id: this.id('chat'), seller_id, order_id, region: region.code, opened_by, opened_at: iso(opened) };
    this.land('conversations', { ...row, ...facts() }, facts);
  }

  anyConversation(): void {
    const { draw } = this;
    const region = draw.one(this.regions);
    const opened = endOfLocalDay(region.time_zone, D - draw.whole(-1, 60)) + draw.one([0, 1, draw.whole(-DAY, 0)]);
    this.conversation(region, `seller-${draw.whole(0, 9)}`, null, opened);
  }

  outcome(): void {
    const { draw } = this;
    const facts = (): Row => ({
      outcome: draw.one(['met', 'fault', 'excluded']),
      reason: draw.one(['dented', 'wet', null]),
      evidence: draw.one(['photo', null]),
      cohort_day: dayText(D - draw.whole(-2, 100)),
    });
    const row = { seller_id: `seller-${draw.whole(0, 10)}`, subject_id: `order-${draw.whole(0, 300)}` };
    const metric = draw.one([...OWN, 'nobody_declared']);
    this.land('outcomes', { ...row, region: draw.one(this.regions).code, metric, ...facts() }, facts);
  }

  exemption(): void {
    const { draw } = this;
    const facts = (): Row => ({
      metrics: draw.chance(0.2)
        ? ['all']
        : [
            ...draw.some(
              METRICS.map((m) => m.key),
              0.3,
            ),
            'late_dispatch',
          ],
      reason: draw.one(['carrier_incident', 'carrier_delay', 'dispute_upheld']),
    });
    const from = D - draw.whole(0, 100);
    const named = draw.one(['seller', 'seller', 'order', 'order', 'order and seller', 'region', 'carrier', 'nobody']);
    // What protects many is short, so that most faults stay faults.
    const broad = !/seller|order/.test(named);
    const to = from + (broad ? draw.whole(0, 4) : draw.whole(-10, 60));
    const row: Row = {
      exemption_id: this.id('exemption'),
      seller_id: named.includes('seller') ? `seller-${draw.whole(0, 9)}` : null,
      order_id: named.includes('order') ? `order-${draw.whole(0, 300)}` : null,
      region: named === 'region' || draw.chance(0.2) ? draw.one(this.regions).code : null,
      carrier: named === 'carrier' || draw.chance(0.2) ? 'Swift' : null,
      valid_from: broad || draw.chance(0.5) ? dayText(from) : null,
      valid_to: broad || draw.chance(0.5) ? dayText(to) : null,
      ...{ decided_by: 'a person', decided_at: iso(from * DAY) },
    };
    this.land('exemptions', { ...row, ...facts() }, facts);
  }

  /** A seller as described twice; joined on and beside the days with which the regions' periods begin. */
  seller(seller_id: string): void {
    const { draw } = this;
    const facts = (): Row => ({
      name: `${seller_id} ${draw.whole(1, 9)}`,
      home_region: draw.one(this.regions).code,
      joined_on: dayText(D - draw.one([0, 7, 14, 28, 56, 90, 180]) - draw.whole(-1, 1)),
      status: draw.one(['probation', 'active', 'restricted']),
    });
    this.land('sellers', { seller_id, ...facts() }, facts);
  }
}

type Landing = Marketplace['rows'][number];

/**
 * What is easily taken for one another: an event that turns out to be another order's, two of an order at the same moment, of which
 * the smaller id is the first, and two versions made at the same moment, of which the one landed later is the newer.
 */
function lookalikes(draw: Draw, orders: readonly Landing[]): Landing[] {
  const rows: Landing[] = [];
  const pairs = orders.slice(1).map((order, n) => [orders[n]!, order] as const);
  for (const [n, [one, other]] of pairs.entries()) {
    const [first, second] = [one, other].map(({ row: { seller_id, order_id } }) => ({ seller_id, order_id }));
    const moment = iso(Date.parse(String(one.row.placed_at)) * MS + draw.whole(0, 12) * DAY);
    const versions = (dataset: string, row: Row) => {
      rows.push({ dataset, dt: D - 15, row: { ...row, ...first, updated_at: iso((D - 15) * DAY + n * MS) } });
      rows.push({ dataset, dt: D + 5 * draw.whole(-1, 2), row: { ...row, ...second, updated_at: iso((D - 4) * DAY + n * MS) } });
    };
    versions('returns', { return_id: `moved-${n}`, requested_at: moment, responsible: 'seller', refunded_at: null });
    versions('cases', { case_id: `moved-${n}`, opened_at: moment, kind: draw.one(['not_received', 'not_as_described']) });
    const asked = { region: one.row.region ?? null, kind: 'human', opened_by: 'buyer', opened_at: moment };
    versions('conversations', { conversation_id: `moved-${n}`, ...asked });
    for (const twin of [1, 2]) {
      const said = { ...second, updated_at: iso((D - 10) * DAY + n * MS) };
      const rating = draw.one([1, 5]);
      const review = { ...said, review_id: `twin-${n}-${twin}`, created_at: moment, rating };
      rows.push({ dataset: 'reviews', dt: D - 10, row: review });
      const returned = { ...said, return_id: `twin-${n}-${twin}`, requested_at: moment, responsible: 'buyer' };
      rows.push({ dataset: 'returns', dt: D - 10, row: { ...returned, refunded_at: rating === 1 ? moment : null } });
    }
    rows.push({ ...one, dt: one.dt + 5, row: { ...one.row, first_scan_at: moment, confirmed_at: null } });
  }
  return rows;
}

const numbered = (what: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${what}-${n}`);

/** Sellers of an order or two each, one in dollars wherever the region is, and descriptions of most sellers. */
function smallSellers(seed: number): Marketplace {
  const draw = new Draw(seed + 1_000_000);
  const names = numbered('small', 12);
  const small = new Marketplace(draw, REGIONS, names, 'small-');
  for (let n = 0; n < 16; n++) small.order();
  for (const { dataset, row } of small.rows)
    if (dataset === 'orders' && (row.seller_id === 'small-0' || row.seller_id === 'small-1')) row.currency = 'USD';
  const orders = small.rows.filter(({ dataset }) => dataset === 'orders');
  const versions = new Map(orders.map((order) => [String(order.row.order_id), order]));
  small.rows.push(...lookalikes(draw, [...versions.values()].slice(2)));
  for (const name of [...names.slice(0, 8), ...numbered('seller', 9)]) small.seller(name);
  return small;
}

/** Landed files by key; with the rows of the cases' witness, so that every metric is measured. */
export function randomLanding(seed: number, size = 500): Map<string, string> {
  const draw = new Draw(seed);
  const marketplace = new Marketplace(draw, REGIONS);
  for (let n = 0; n < size; n++) marketplace.order();
  for (let n = 0; n < size / 4; n++) marketplace.anyConversation();
  for (let n = 0; n < size / 2; n++) marketplace.outcome();
  for (let n = 0; n < size / 12; n++) marketplace.exemption();
  const files = landedFilesOf([]);
  for (const { dataset, dt, row } of [...marketplace.rows, ...smallSellers(seed).rows]) {
    const key = `${dataset}/dt=${dayText(dt)}/drawn.jsonl`;
    files.set(key, `${files.get(key) ?? ''}${JSON.stringify(row)}\n`);
  }
  return files;
}

/** A value that a setting may have; maturation stays short of the marketplace's history. */
function drawnValue(draw: Draw, name: string, setting: Setting): number | string | string[] {
  if (setting.kind === 'choice') return draw.one(setting.choices);
  if (setting.kind === 'metrics') {
    const keys = METRICS.filter((m) => m.subject === 'order' && m.key !== 'order_defect').map((m) => m.key);
    return [draw.one(keys), ...draw.some(keys, 0.3)].filter((key, at, all) => all.indexOf(key) === at);
  }
  if (name === 'maturation_days' || name === 'days_after_ship_by') return draw.one([setting.default, ...LIMITS]);
  return draw.chance(0.5) ? setting.default : draw.whole(setting.at_least, Math.min(setting.at_most, 48));
}

function randomMetrics(draw: Draw): object {
  const judged: Record<string, unknown> = {};
  const forgiven = () => ({
    counts_as_met: draw.some(['carrier_delay', 'logistics_review', 'carrier_incident', 'dispute_upheld'], 0.5),
    why: WHY,
  });
  for (const { key, subject, settings } of METRICS) {
    const drawn: Record<string, unknown> = {};
    for (const [name, setting] of Object.entries(settings)) {
      if (draw.chance(0.6)) drawn[name] = { value: drawnValue(draw, name, setting), why: WHY };
    }
    if (key === 'refund_on_time') {
      const days = draw.one([1, 5, 14]);
      drawn.days = { value: days, why: WHY };
      drawn.maturation_days = { value: days + draw.whole(0, 3), why: WHY };
    }
    if (subject === 'order' && draw.chance(0.3)) drawn.count = { value: 'items', why: WHY };
    if (draw.chance(0.5)) drawn.forgiven = forgiven();
    judged[key] = drawn;
  }
  for (const key of OWN)
    judged[key] = {
      ...{ title: key, unit: draw.one(['orders', 'items', 'days']), why: WHY },
      maturation_days: { value: draw.one(LIMITS), why: WHY },
      ...(draw.chance(0.5) ? { forgiven: forgiven() } : {}),
    };
  return { metrics: judged };
}

/** Floors of what faults have in common, drawn apart so that whatever else is drawn stays as it was. */
const spread = (draw: Draw, window_days: number): object => ({
  ...(draw.chance(0.3) ? { buyers: draw.whole(0, 4) } : {}),
  ...(draw.chance(0.3) ? { days: draw.whole(0, Math.min(4, window_days)) } : {}),
});

/** Per cent at fault as policy may say them; nobody stays below nothing. */
function saidAs(draw: Draw, least: number): (percent: number) => object {
  const leavesOut = least === 0 ? [] : (['below', 'met_above'] as const);
  const said = draw.one(['at_most', 'at_most', 'met_at_least', ...leavesOut]);
  return (percent) => ({ [said]: said.startsWith('met') ? (100 - percent) / 100 : percent / 100 });
}

function randomProgramme(draw: Draw, programme: string, regions: readonly string[], apart: Draw, later: Draw) {
  const bounds = () => {
    const [top, good] = [draw.whole(0, 30), draw.whole(0, 40)];
    const said = saidAs(apart, top);
    const alert = later.chance(0.4) ? { alert: { ...said(later.whole(top, top + good)), why: WHY } } : {};
    return { tiers: { top: { ...said(top), why: WHY }, good: { ...said(top + good), why: WHY } }, ...alert };
  };
  const floor = (days: number) => {
    const drawn = spread(apart, days);
    return { counted: draw.whole(0, 12), faults: draw.whole(0, 4), ...drawn, why: WHY };
  };
  const withLowVolume = <M extends { window_days: number }>(metric: M) =>
    apart.chance(0.3)
      ? {
          ...metric,
          low_volume: { fewer_than: apart.whole(1, 12), window_days: metric.window_days + apart.whole(1, 90), why: WHY },
        }
      : metric;
  const stretched = <M extends { window_days: number; low_volume?: object; at_least?: { counted: number } }>(metric: M) =>
    !metric.low_volume && later.chance(0.4)
      ? {
          ...metric,
          stretch: {
            until: (metric.at_least?.counted ?? 0) + later.whole(1, 12),
            at_most_days: metric.window_days + later.whole(1, 120),
            why: WHY,
          },
        }
      : metric;
  const withFloor = <M extends { window_days: number }>(metric: M) =>
    stretched({
      ...withLowVolume(metric),
      ...(draw.chance(0.5) ? { at_least: floor(metric.window_days) } : {}),
    });
  const keys = [...METRICS.map((m) => m.key as string), ...OWN];
  return {
    ...{ programme, title: programme, version: '1.0', in_force_from: '2020-01-01', regions, standard: 'good' },
    tiers: ['top', 'good', 'below'].map((key) => ({ key, title: key, means: key })),
    assessable: { orders: draw.whole(1, 8), window_days: draw.one([30, 90]), why: WHY },
    metrics: Object.fromEntries(
      keys.map((key) => [key, withFloor({ window_days: draw.one([1, 7, 28, 30, 60, 90]), why: WHY, ...bounds() })]),
    ),
  };
}

/** The same, and some of its metrics once more on other days, under keys of their own. */
function withEntries<P extends { metrics: object }>(again: Draw, programme: P): P {
  const drawn = randomProgramme(again, '', [], again, again).metrics;
  const windowOf = (metric: unknown) => (metric as { window_days: number }).window_days;
  const given = new Map(Object.entries(programme.metrics));
  const more = Object.entries(drawn)
    .filter(([key, metric]) => again.chance(0.4) && windowOf(given.get(key)) !== windowOf(metric))
    .map(([key, metric]) => [`${again.one(['again', 'more'])}_${key}`, { of: key, title: `${key} again`, ...metric }]);
  return { ...programme, metrics: { ...programme.metrics, ...Object.fromEntries(more) } };
}
/** What an order may be asked for; each is drawn or not. */
function drawnWhere(draw: Draw, regions: readonly string[]): object {
  const names = (all: readonly string[]) => {
    const some = [draw.one(all), ...draw.some(all, 0.3)].filter((name, at, each) => each.indexOf(name) === at);
    return draw.chance(0.4) && some.length < all.length ? { not: some } : some;
  };
  const asked = {
    ...(draw.chance(0.5) ? { category: names(['books', 'MEDIA', 'toys', 'nothing']) } : {}),
    ...(draw.chance(0.3) ? { fulfilment: 'seller' } : {}),
    ...(draw.chance(0.4) ? { carrier_class: names(['express', 'slow', 'other']) } : {}),
    ...(draw.chance(0.4) ? { cross_border: draw.chance(0.6) } : {}),
  };
  if (Object.keys(asked).length > 0 || regions.length < 2) return { fulfilment: 'seller', ...asked };
  return { region: names(regions.slice(1)) };
}

/** The same, and some of its metrics of orders once more, of some orders only. */
function withSegments<P extends { metrics: object; regions: readonly string[] }>(draw: Draw, programme: P, judged: object): P {
  const { regions } = programme;
  const orders = METRICS.filter(({ subject }) => subject === 'order').map(({ key }) => key as string);
  const drawn = randomProgramme(draw, '', [], draw, draw).metrics;
  const more = Object.entries(drawn)
    .filter(([key]) => orders.includes(key) && draw.chance(0.5))
    .map(([key, metric]) => [
      `${regions.length === REGIONS.length ? 'some' : 'few'}_${key}`,
      { of: key, title: `${key} of some`, where: drawnWhere(draw, regions), ...metric },
    ]);
  const eased = withReliefs(draw, { metrics: Object.fromEntries(more) }, judged);
  return { ...programme, metrics: { ...programme.metrics, ...eased.metrics } };
}

/** With a score over some of its metrics, which tiers ask for, of some beside the seller's category. */
const withScore = <P extends { metrics: object }>(draw: Draw, beside: Draw, programme: P): P => {
  const asked = { top: { at_least: 0.9, why: WHY }, good: { at_least: 0.6, why: WHY } };
  const score = drawnScore(draw, Object.keys(programme.metrics), asked);
  return { ...programme, score: beside.chance(0.6) ? withDrawnBenchmarks(beside, score) : score };
};

/** With peaks, and faults that count as one, of some entries; floors and counting by items forbid some of them. */
function withReliefs<P extends { metrics: object }>(draw: Draw, programme: P, metrics: object): P {
  const judged = metrics as Record<string, { count?: unknown; maturation_days?: { value: number } }>;
  type Drawn = { of?: string; at_least?: { buyers?: number; days?: number } };
  const eased = Object.entries(programme.metrics).map(([key, metric]: [string, Drawn]) => {
    const room = METRICS.find((m) => m.key === (metric.of ?? key));
    const drawn = [draw.chance(0.6), draw.chance(0.7), draw.whole(0, 40), draw.whole(0, 60), draw.whole(1, 48)] as const;
    const [peaked, folds, from, more, hours] = drawn;
    if (room?.subject !== 'order' || judged[room.key]?.count) return [key, metric];
    const { buyers = 0, days = 0 } = metric.at_least ?? {};
    const kinds = ['buyer_and_day', ...(days ? [] : ['buyer']), ...(buyers ? [] : ['day_and_reason'])];
    const { maturation_days } = room.settings;
    const waits = judged[room.key]?.maturation_days?.value ?? Number(maturation_days.default);
    const peak = {
      name: 'Sale',
      from: dayText(D - from - more),
      to: dayText(D - from),
      extra_hours: Math.min(hours, 24 * waits),
      why: WHY,
    };
    const late = room.key === 'late_dispatch' || room.key === 'late_delivery';
    return [
      key,
      {
        ...metric,
        ...(peaked && late && waits > 0 ? { peaks: [peak] } : {}),
        ...(folds ? { collapse: { same: draw.one(kinds), why: WHY } } : {}),
      },
    ];
  });
  return { ...programme, metrics: Object.fromEntries(eased) };
}

/** With a probation of sellers who joined since some day. */
function withProbation<P extends { metrics: object }>(draw: Draw, programme: P): P & { probation: object } {
  const keys = Object.keys(programme.metrics);
  const many = draw.whole(5, 30);
  const exits = [
    { name: 'Proven', orders: { at_least: many }, metrics: [draw.one(keys)], why: WHY },
    {
      name: 'Fast',
      orders: { at_least: draw.whole(1, many - 1), window_days: draw.whole(20, 60) },
      days: { at_least: draw.whole(1, 40) },
      why: WHY,
    },
    { name: 'Over', days: { at_least: draw.whole(41, 160) }, why: WHY },
  ];
  const of_sellers_since = dayText(D - draw.whole(150, 250));
  return {
    ...programme,
    probation: { of_sellers_since, why: WHY, orders_a_day: { at_most: draw.whole(2, 3), why: WHY }, exits },
  };
}

/** With orders, sales and days that the best tier asks for, each or not. */
function withGates<P extends { tiers: { key: string }[] }>(draw: Draw, programme: P) {
  const window_days = draw.one([30, 90, 200]);
  const asks = {
    ...(draw.chance(0.6) ? { orders: { at_least: draw.whole(1, 12), window_days, why: WHY } } : {}),
    ...(draw.chance(0.6)
      ? { sales: { at_least: draw.whole(1, 200), currency: REGIONS[0]!.currency, window_days: draw.one([7, 60]), why: WHY } }
      : {}),
    days_selling: { at_least: draw.whole(1, 150), why: WHY },
  };
  const [top, ...others] = programme.tiers;
  return { ...programme, tiers: [{ ...top!, asks }, ...others] };
}

/** A policy folder by file: all metrics with drawn settings, one programme of every region and one of some. */
export function randomPolicies(seed: number): Record<string, string> {
  const draw = new Draw(seed);
  const apart = new Draw(seed + 2_000_000);
  const later = new Draw(seed + 3_000_000);
  const again = new Draw(seed + 4_000_000);
  const scored = new Draw(seed + 5_000_000);
  const beside = new Draw(seed + 10_000_000);
  const gated = new Draw(seed + 6_000_000);
  const eased = new Draw(seed + 7_000_000);
  const some = new Draw(seed + 8_000_000);
  const codes = REGIONS.map((r) => r.code);
  const regions = Object.fromEntries(REGIONS.map(({ code, ...region }) => [code, region]));
  const metrics = randomMetrics(draw) as { metrics: object };
  const begun = new Draw(seed + 9_000_000);
  const easing = <P extends { metrics: object }>(programme: P) =>
    withProbation(begun, withReliefs(eased, programme, metrics.metrics));
  const segmented = <P extends { metrics: object; regions: readonly string[] }>(programme: P) =>
    withSegments(some, programme, metrics.metrics);
  return {
    'regions.yaml': stringify({ regions }),
    'metrics.yaml': stringify(metrics),
    'tracking.yaml': stringify({
      carrier_classes: { express: { carriers: ['SWIFT'], why: WHY }, slow: { carriers: ['Nobody'], why: WHY } },
    }),
    'everywhere.yaml': stringify(
      segmented(
        withScore(
          scored,
          beside,
          easing(withEntries(again, withGates(gated, randomProgramme(draw, 'everywhere', codes, apart, later)))),
        ),
      ),
    ),
    'somewhere.yaml': stringify(
      segmented(
        withScore(
          scored,
          beside,
          easing(
            withEntries(
              again,
              withGates(gated, randomProgramme(draw, 'somewhere', [codes[0]!, ...draw.some(codes.slice(1), 0.4)], apart, later)),
            ),
          ),
        ),
      ),
    ),
  };
}
