/**
 * A second opinion on points, written from the words of the programme: which entries a seller has on a night, which of them count, and
 * what so many mean.
 */
import type { Programme } from '../../policies/policy.js';
import { newest } from './newest.js';
import type { Violation } from './records.js';
import type { SellerMetric, SellerTier } from './seller-metrics.js';
import { type Day, day as dayNumber, dayText, localDay } from './time.js';

export interface Entry {
  seller_id: string;
  programme: string;
  entry_id: string;
  kind: string;
  what: string;
  points: number;
  given_on: string;
  last_day: string;
  state: string;
}

export interface Standing {
  seller_id: string;
  programme: string;
  points: number;
  entries: number;
  earned: number | null;
  rating: number | null;
  milestone: number | null;
  next_milestone: number | null;
  caps_at: string | null;
  falls_on: string | null;
  points_then: number | null;
  rating_then: number | null;
}

export interface PointsNight {
  /** YYYY-MM-DD. */
  run_date: string;
  programmes: readonly Programme[];
  /** Time zone by region. */
  zones: ReadonlyMap<string, string>;
  violations: readonly Violation[];
  metrics: readonly (Pick<SellerMetric, 'seller_id' | 'programme' | 'metric' | 'verdict'> & { orders: number })[];
}

type WithPoints = Programme & { points: NonNullable<Programme['points']> };

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const isOn = (every: string | number, date: string): boolean =>
  typeof every === 'string' ? new Date(date).getUTCDay() === WEEK.indexOf(every) : Number(date.split('-')[2]) === every;

/** How many points a violation has. */
function worth({ points: { violations } }: WithPoints, { rule, severity, points }: Violation): number {
  const byRule = new Map(Object.entries(violations!.rules)).get(rule);
  const bySeverity = new Map<string, { points: number } | undefined>(Object.entries(violations!.severities)).get(severity ?? '');
  return (byRule ?? bySeverity)?.points ?? (violations!.other === 'landed' ? (points ?? 0) : 0);
}

/** The last of so many days, the first one counted. */
const lastOf = (first: Day, { points }: WithPoints): Day => first + points.expire_after_days.value - 1;

/** Entries of a programme for metrics missed: those remembered, and tonight's. */
function misses(programme: WithPoints, night: PointsNight, before: readonly Entry[]): Entry[] {
  const { points, evaluation } = programme;
  const remembered = before.filter((one) => one.programme === programme.programme && one.kind === 'missed_metric');
  const when = evaluation?.every ?? points.looked_at?.every;
  if (when === undefined || !isOn(when, night.run_date)) return remembered;
  const tonight = night.metrics
    .filter((m) => m.programme === programme.programme && m.verdict === 'missed' && points.missed_metrics[m.metric])
    .map(({ seller_id, metric }) => ({
      ...{ seller_id, programme: programme.programme, kind: 'missed_metric', what: metric, state: '' },
      entry_id: `${programme.programme} ${metric} ${night.run_date} ${seller_id}`,
      points: points.missed_metrics[metric]!.points,
      ...{ given_on: night.run_date, last_day: dayText(lastOf(dayNumber(night.run_date), programme)) },
    }));
  return [...remembered, ...tonight];
}

export function entriesOf(night: PointsNight, before: readonly Entry[]): Entry[] {
  const tonight = dayNumber(night.run_date);
  const known = newest(night.violations, tonight, (one) => one.violation_id);
  const told = [...known.values()]
    .map((one) => ({ ...one, day: localDay(night.zones.get(one.region)!, one.issued_at) }))
    .filter(({ day }) => day <= tonight);
  const takenBack = new Set(told.filter(({ status }) => status === 'withdrawn').map(({ violation_id }) => violation_id));
  const programmes = withPoints(night.programmes).map((programme) => ({ programme, missed: misses(programme, night, before) }));
  // What takes a missed metric back is no violation, under whatever programme.
  const ids = new Set(programmes.flatMap(({ missed }) => missed.map(({ entry_id }) => entry_id)));
  return programmes.flatMap(({ programme, missed }) => {
    const found = told.filter(
      ({ region, violation_id }) =>
        programme.points.violations !== undefined && programme.regions.includes(region) && !ids.has(violation_id),
    );
    const given = found.map((one): Entry => {
      const own = one.expires_at === null ? Number.POSITIVE_INFINITY : localDay(night.zones.get(one.region)!, one.expires_at);
      return {
        ...{ seller_id: one.seller_id, programme: programme.programme, entry_id: one.violation_id, kind: 'violation' },
        ...{ what: one.rule, points: worth(programme, one), given_on: dayText(one.day), state: '' },
        last_day: dayText(Math.min(own, lastOf(one.day, programme))),
      };
    });
    return [...missed, ...given]
      .filter(({ last_day }) => tonight - dayNumber(last_day) <= 28)
      .map((one) => ({
        ...one,
        state: takenBack.has(one.entry_id) ? 'withdrawn' : one.last_day < night.run_date ? 'expired' : 'stands',
      }));
  });
}

const withPoints = (programmes: readonly Programme[]): WithPoints[] =>
  programmes.filter((p): p is WithPoints => p.points !== undefined);

const total = (entries: readonly Entry[]): number => entries.reduce((sum, { points }) => sum + points, 0);

export function standingsOfPoints(night: PointsNight, entries: readonly Entry[]): Standing[] {
  return withPoints(night.programmes).flatMap((programme) => {
    const here = <Row extends { programme: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.programme === programme.programme);
    const [metrics, own] = [here(night.metrics), here(entries)];
    const everyone = new Set([...metrics, ...own].map(({ seller_id }) => seller_id));
    return [...everyone].map((seller_id) => {
      const orders = Math.max(0, ...metrics.filter((m) => m.seller_id === seller_id).map((m) => m.orders));
      return standing(
        programme,
        { seller_id, orders },
        own.filter((one) => one.seller_id === seller_id),
      );
    });
  });
}

function standing(programme: WithPoints, seller: { seller_id: string; orders: number }, entries: readonly Entry[]): Standing {
  const { rating, milestones } = programme.points;
  const stand = entries.filter(({ state }) => state === 'stands');
  const earned = rating?.earned ? Math.floor(seller.orders / rating.earned.per_orders) * rating.earned.points : null;
  const rated = (points: number): number | null =>
    rating ? Math.max(0, Math.min(rating.at_most, rating.starts_at + (earned ?? 0) - points)) : null;
  const points = total(stand);
  const ends = stand.filter((one) => one.points > 0).map(({ last_day }) => last_day);
  const first = ends.sort()[0];
  const then = first === undefined ? null : total(stand.filter(({ last_day }) => last_day > first));
  const isReached = ({ at }: { at: number }): boolean => (rating ? rated(points)! <= at : points >= at);
  const reached = milestones.filter(isReached);
  return {
    ...{ seller_id: seller.seller_id, programme: programme.programme, points, entries: stand.length, earned },
    ...{ rating: rated(points), milestone: reached.at(-1)?.at ?? null },
    next_milestone: milestones.find((one) => !isReached(one))?.at ?? null,
    caps_at: reached.flatMap(({ caps_at }) => caps_at ?? []).at(-1) ?? null,
    falls_on: first === undefined ? null : dayText(dayNumber(first) + 1),
    ...{ points_then: then, rating_then: then === null ? null : rated(then) },
  };
}

/** Tiers no better than points, or whatever else caps them, allow. */
export function capped(
  tiers: readonly SellerTier[],
  programmes: readonly Programme[],
  standings: readonly Pick<Standing, 'seller_id' | 'programme' | 'caps_at'>[],
): SellerTier[] {
  return tiers.map((row) => {
    const keys = programmes.find(({ programme }) => programme === row.programme)!.tiers.map(({ key }) => key);
    const caps = standings
      .filter((one) => one.seller_id === row.seller_id && one.programme === row.programme)
      .map(({ caps_at }) => (caps_at === null ? -1 : keys.indexOf(caps_at)));
    const worst = Math.max(-1, ...caps);
    const worse = (tier: string): string => (keys.includes(tier) && worst > keys.indexOf(tier) ? keys[worst]! : tier);
    return { ...row, tier: worse(row.tier), tier_projected: worse(row.tier_projected) };
  });
}
