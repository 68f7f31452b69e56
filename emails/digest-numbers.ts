/** The five numbers at the head of a digest, each beside its change and its weeks. */
import type { Policies } from '../policies/policy.js';
import { NONE, sameRate } from '../wording/format.js';
import type { Wording } from '../wording/wording.js';
import type { Words } from '../wording/words.js';
import type { Links } from './digest-links.js';
import type { RegionKpiRow, RegionMetricRow, RegionWeekRow, Tone } from './rows.js';

/** A number beside its change; `tone` says whether the change is welcome, and so does `word`. */
export interface Changed {
  now: string;
  change: string;
  tone: Tone;
}

export interface DigestNumber extends Changed {
  /** The days it counts, where they are not those of the digest. */
  days?: string;
  /** A plain name: of its picture, and of the number among the rows of weeks. */
  name: string;
  title: string;
  /** By week, the newest last; null where nothing is known. */
  weeks: (number | null)[];
  /** What the line of weeks says, in numbers. */
  line: string;
  link?: string;
}

/** why: below this a percentage says less than the number itself. */
const FEW = 10;
const HEADLINES = 5;

interface Counted {
  now: number | null;
  before: number | null;
  whole: boolean;
  /** Half of the interval that chance explains, as a share of the number before; null or absent where it is not known. */
  noise?: number | null;
}

/** A count beside the same a period earlier. More is shown as more, not as better. */
export function counted(
  { now, before, whole, noise }: Counted,
  show: (n: number) => string,
  { words, format }: Wording,
): Changed {
  const say = words.digest;
  if (now === null) return { now: NONE, change: say.currenciesDiffer, tone: 'quiet' };
  if (!whole) return { now: show(now), change: say.noFullEarlier, tone: 'quiet' };
  if (before === null) return { now: show(now), change: say.noEarlier, tone: 'quiet' };
  if (before === now) return { now: show(now), change: say.same, tone: 'quiet' };
  if (before < FEW) return { now: show(now), change: say.was(show(before)), tone: 'quiet' };
  const growth = (now - before) / before;
  const change = format.signedGrowth(growth);
  if (noise == null) return { now: show(now), change, tone: 'quiet' };
  const [low, high] = [format.signedGrowth(growth - noise), format.signedGrowth(growth + noise)];
  const clear = Math.abs(growth) > noise;
  return { now: show(now), change: (clear ? words.digestPage.clear : say.withinNoise)(change, low, high), tone: 'quiet' };
}

/** A fault rate beside the same a period earlier: lower is better, in word and tone, where the change is more than noise. */
export function rated(row: RegionMetricRow | undefined, { words, format }: Wording): Changed {
  const say = words.digest;
  if (!row || row.accountable_rate === null) return { now: NONE, change: say.nothingCounted, tone: 'quiet' };
  const now = format.rate(row.accountable_rate);
  if (!row.previous_whole) return { now, change: say.noFullEarlier, tone: 'quiet' };
  if (row.change === null) return { now, change: say.noEarlier, tone: 'quiet' };
  if (sameRate(row.change, 0)) return { now, change: say.same, tone: 'quiet' };
  const change = format.signedPoints(row.change);
  if (row.change_low === null || row.change_high === null) return { now, change: say.fewSellers(change), tone: 'quiet' };
  const [low, high] = [format.signedPoints(row.change_low), format.signedPoints(row.change_high)];
  if (!row.beyond_noise) return { now, change: say.withinNoise(change, low, high), tone: 'quiet' };
  const better = row.change < 0;
  return { now, change: say.clear(change, better ? say.better : say.worse, low, high), tone: better ? 'good' : 'bad' };
}

export const daysOf = ({ first_day, last_day }: RegionMetricRow, { words, format }: Wording): string =>
  words.digest.daysCounted(format.shortDay(first_day), format.shortDay(last_day));

export type Kpi = keyof Words['digest']['kpi'];

export function kpiOf(row: RegionKpiRow | undefined, kpi: Kpi, wording: Wording): Changed {
  const { words, format } = wording;
  const say = words.digest;
  if (!row) return { now: NONE, change: say.nothingCounted, tone: 'quiet' };
  const whole = row.previous_whole;
  if (kpi === 'gmv') {
    const { currency, orders_in_other_currencies: foreign } = row;
    if (!currency) return { now: NONE, change: row.orders > 0 ? say.currenciesDiffer : say.nothingCounted, tone: 'quiet' };
    const told = { now: row.gmv_minor, before: row.previous_gmv_minor, whole, noise: row.gmv_noise };
    const value = counted(told, (n) => format.shortAmount(n, currency), wording);
    if (!foreign) return value;
    const { one, many } = words.units.orders;
    return { ...value, change: `${value.change}, ${say.withoutForeign(format.many(foreign, one, many))}` };
  }
  const noise = kpi === 'new_sellers' ? null : row[`${kpi}_noise`];
  return counted({ now: row[kpi], before: row[`previous_${kpi}`], whole, noise }, format.count, wording);
}

interface OfRegion {
  kpi: RegionKpiRow | undefined;
  /** Of the region, measured, in the order of the policy. */
  metrics: readonly RegionMetricRow[];
  /** Of the region. */
  weeks: readonly RegionWeekRow[];
  policies: Policies;
}

/** Orders, their value where it can be added, active sellers, and as many metrics as make it five. */
export function numbersOf({ kpi, metrics, weeks }: OfRegion, links: Links, wording: Wording): DigestNumber[] {
  const { words, format, metricTitle } = wording;
  const kpis: Kpi[] = kpi?.currency ? ['orders', 'gmv', 'active_sellers'] : ['orders', 'active_sellers'];
  const withWeeks = (name: string, title: string, kind: RegionWeekRow['kind'], link: string | undefined) => {
    const rows = weeks.filter((row) => row.kind === kind && row.number === name);
    const values = rows.map((row) => (kind === 'rate' ? row.rate : row.amount));
    const shown = rows.map((row) => {
      const value = kind === 'rate' ? row.rate : row.amount;
      if (value === null) return words.digestPage.unknown;
      if (kind === 'rate') return format.rate(value);
      return row.currency ? format.shortAmount(value, row.currency) : format.count(value);
    });
    const last = rows.at(-1);
    const known = last && values.some((value) => value !== null);
    const line = known
      ? words.digestPage.line(title, shown.join(', '), format.shortDay(last.last_day))
      : words.digestPage.noLine(title);
    return { name, title, weeks: known ? values : [], line, ...(link === undefined ? {} : { link }) };
  };
  return [
    ...kpis.map((one) => ({ ...withWeeks(one, words.digest.kpi[one], 'kpi', links.overview), ...kpiOf(kpi, one, wording) })),
    ...metrics.map((row) => ({
      ...withWeeks(row.metric, metricTitle(row.metric), 'rate', links.metric(row.metric)),
      ...rated(row, wording),
      days: daysOf(row, wording),
    })),
  ].slice(0, HEADLINES);
}
