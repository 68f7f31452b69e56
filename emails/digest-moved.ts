/** Three sentences on what moved and why: which rate, by its own or by who sold more, and by whom. */
import type { Wording } from '../wording/wording.js';
import { kpiOf } from './digest-numbers.js';
import type { RegionKpiRow, RegionMetricRow } from './rows.js';

/** Parts of a change of a rate, as the run tells them apart. */
export interface MoverRow {
  region: string;
  metric: string;
  window_days: number;
  dimension: string;
  place: number;
  kind: string;
  member: string | null;
  contribution_ppm: number;
}

interface Moved {
  /** Of the region, measured, in the order of the policy. */
  metrics: readonly RegionMetricRow[];
  kpi: RegionKpiRow | undefined;
  /** Of the region; absent where the run does not tell changes apart. */
  movers?: readonly MoverRow[] | undefined;
  nameOf(seller_id: string): string;
}

/** why three: a leader reads them before a meeting. */
const NAMED = 3;
const PPM = 1_000_000;

/** How many times over a change is what chance explains. */
const clearness = ({ change, change_high }: RegionMetricRow): number =>
  change === null || change_high === null ? 0 : Math.abs(change) / Math.max(change_high - change, Number.MIN_VALUE);

/** The rate that moved most beyond noise; undefined where none did. */
export const mostMoved = (metrics: readonly RegionMetricRow[]): RegionMetricRow | undefined =>
  metrics.filter((row) => row.beyond_noise).sort((a, b) => clearness(b) - clearness(a))[0];

export function movedInWords({ metrics, kpi, movers, nameOf }: Moved, wording: Wording): string[] {
  const { words, format, metricTitle } = wording;
  const [say, all] = [words.digestPage, words.digest];
  const row = mostMoved(metrics);
  const concentration =
    typeof kpi?.fault_share_top_1pct === 'number' && metrics.some(({ metric }) => metric === 'late_dispatch')
      ? [all.concentration(format.share(kpi.fault_share_top_1pct))]
      : [];
  const orders = kpi?.previous_whole
    ? [say.ordersMoved(kpiOf(kpi, 'orders', wording).change, kpiOf(kpi, 'active_sellers', wording).change)]
    : [];
  if (!row) {
    const compared = metrics.some(({ change }) => change !== null);
    return [compared ? say.nothingMoved : say.nothingCompared, ...orders, ...concentration];
  }
  const { change, change_low, change_high } = row as { [name in 'change' | 'change_low' | 'change_high']: number };
  const [low, high] = [change_low, change_high]
    .map(Math.abs)
    .sort((a, b) => a - b)
    .map(format.points);
  const what = (change > 0 ? say.rose : say.fell)(
    ...([metricTitle(row.metric), format.points(change), format.rate(row.accountable_rate), low!, high!] as const),
  );
  const parts = (movers ?? []).filter((one) => one.metric === row.metric && one.window_days === row.window_days);
  if (parts.length === 0) return [what, ...orders, ...concentration].slice(0, NAMED);
  return [what, why(parts, wording), ...who(parts, change, nameOf, wording)];
}

function why(parts: readonly MoverRow[], { words, format }: Wording): string {
  const of = (cause: string): number =>
    (parts.find(({ dimension, member }) => dimension === 'cause' && member === cause)?.contribution_ppm ?? 0) / PPM;
  const [rate, mix, forgiven] = ['rate', 'mix', 'forgiven'].map((cause) => format.signedPoints(of(cause))) as [
    string,
    string,
    string,
  ];
  const say = words.digestPage;
  return of('forgiven') === 0 ? say.why(rate, mix) : say.whyForgiven(rate, mix, forgiven);
}

/** The largest parts that go the way of the change. */
function who(parts: readonly MoverRow[], change: number, nameOf: Moved['nameOf'], { words, format }: Wording): string[] {
  const say = words.digestPage;
  const largest = (dimension: string) =>
    parts
      .filter((one) => one.dimension === dimension && one.kind === 'member' && one.contribution_ppm * change > 0)
      .sort((a, b) => a.place - b.place);
  const part = (name: string, { contribution_ppm }: MoverRow) => say.part(name, format.signedPoints(contribution_ppm / PPM));
  const sellers = largest('seller')
    .slice(0, NAMED)
    .map((one) => part(nameOf(one.member!), one));
  const [carrier] = largest('carrier');
  if (sellers.length === 0) return [];
  const named = format.list(sellers);
  return [carrier ? say.whoAndCarrier(named, part(carrier.member!, carrier)) : say.who(named)];
}
