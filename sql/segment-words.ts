import { type JudgedMetric, type Policies, type ProgrammeMetric, roomOf } from '../policies/policy.js';
import type { Segment } from '../policies/segments.js';
import type { NightFacts } from './render.js';

/** What is counted under a name of its own: a metric, or the orders of it that a segment names. */
export interface Series {
  name: string;
  judged: JudgedMetric;
  where?: Segment;
}

type Asking = Pick<Policies, 'metrics'> & { programmes: readonly { metrics: readonly ProgrammeMetric[] }[] };

/** Two entries of the same orders share what is counted. */
const ordersOf = (entry: ProgrammeMetric): string => JSON.stringify([roomOf(entry), entry.where]);

/** Every metric, and after it the segments that programmes ask for, named after the first entry that does. */
export function seriesOf({ metrics, programmes }: Asking): Series[] {
  const entries = programmes.flatMap((p) => p.metrics.filter(({ where }) => where));
  const each = new Map<string, ProgrammeMetric>();
  for (const entry of entries) if (!each.has(ordersOf(entry))) each.set(ordersOf(entry), entry);
  const taken = new Set<string>(metrics.map(({ metric }) => metric));
  const nameFor = (key: string): string => {
    let name = key;
    // Two versions of one programme, side by side in a backtest, may mean other orders by one key.
    for (let nth = 2; taken.has(name); nth++) name = `${key}_${nth}`;
    taken.add(name);
    return name;
  };
  return metrics.flatMap((judged) => [
    { name: judged.metric, judged },
    ...[...each.values()]
      .filter((entry) => roomOf(entry) === judged.metric)
      .map((entry) => ({ name: nameFor(entry.metric), judged, where: entry.where! })),
  ]);
}

/** The name under which what an entry counts is counted. */
export function countedAs(all: readonly Series[], entry: ProgrammeMetric): string {
  const asked = JSON.stringify(entry.where);
  const found = all.find(({ judged, where }) => judged.metric === roomOf(entry) && JSON.stringify(where) === asked);
  return found?.name ?? roomOf(entry);
}

/** What templates may say of segments. */
export function segmentWords({ policies: { programmes, metrics } }: NightFacts) {
  const all = seriesOf({ programmes, metrics });
  const segments = all.flatMap((one) => (one.where ? [{ ...one, where: one.where }] : []));
  return {
    /** Metrics, and segments of them, by the names under which they are counted. */
    series: all,
    segments_of: (metric: string) => segments.filter(({ judged }) => judged.metric === metric),
    counted_as: (entry: ProgrammeMetric): string => countedAs(all, entry),
    /** Entries that count some orders only, with their programme. */
    segment_entries: programmes.flatMap(({ programme, metrics: entries }) =>
      entries.filter(({ where }) => where).map((entry) => ({ ...entry, programme })),
    ),
    /** Whether any of them asks where its seller is at home. */
    asks_for_home: segments.some(({ where }) => where.cross_border !== undefined),
    crosses: (where: Segment | undefined): boolean => where?.cross_border !== undefined,
  };
}
