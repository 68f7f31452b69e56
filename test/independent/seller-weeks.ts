/** The weeks of a seller's metrics, a second time: order by order, from the words of the policy alone. */
import type { Programme, ProgrammeMetric } from '../../policies/policy.js';
import { accountableRate, type Counts, count, counted, noCounts } from './counts.js';
import { forEachVerdict, type Ledger } from './judge.js';
import { easedBy, reliefsOf } from './reliefs.js';
import { counts as countsIn } from './segments.js';
import { askedFor, type Sellers } from './seller-metrics.js';
import type { Day } from './time.js';

export interface SellerWeek {
  seller_id: string;
  programme: string;
  metric: string;
  /** 1 for the newest. */
  nth: number;
  first_day: Day;
  last_day: Day;
  counted: number;
  fault: number;
  rate: number;
}

const WEEKS = 8;

/** The Monday of a day; the first of January 1970 was a Thursday. */
const monday = (day: Day): Day => day - ((((day + 3) % 7) + 7) % 7);

/** Eight weeks, of which the newest is the last that is final as a whole, where anything is at fault in tonight's numbers. */
export function sellerWeeks(
  ledger: Ledger,
  programmes: readonly Programme[],
  notMeasured: ReadonlySet<string>,
  { metrics }: Sellers,
): SellerWeek[] {
  const atFault = new Set(
    metrics.filter(({ counts }) => (counts?.fault ?? 0) > 0).map((m) => `${m.seller_id} ${m.programme} ${m.metric}`),
  );
  const found = new Map<string, { week: Omit<SellerWeek, 'counted' | 'fault' | 'rate'>; counts: Counts }>();
  const asked = programmes.flatMap((programme) =>
    programme.metrics.map((entry) => {
      const room = askedFor(entry);
      const matured = ledger.run_date - ledger.metrics.find((m) => m.metric === room)!.maturation_days;
      const newest = monday(matured + 1) - 7;
      const oldest = Math.max(newest - 7 * (WEEKS - 1), matured - daysForgiven(entry, programmes) + 1);
      return { programme, entry, room, newest, oldest, reliefs: reliefsOf(ledger, programme, entry) };
    }),
  );
  const byRoom = Map.groupBy(asked, ({ room }) => room);
  forEachVerdict(ledger, (judged) => {
    const { metric, seller_id, region, weight, verdict } = judged;
    if (notMeasured.has(metric.metric)) return;
    const first_day = monday(verdict.day);
    for (const { programme, entry, newest, oldest, reliefs } of byRoom.get(metric.metric) ?? []) {
      if (first_day > newest || first_day < oldest) continue;
      const name = `${seller_id} ${programme.programme} ${entry.metric}`;
      if (!atFault.has(name) || !programme.regions.includes(region) || !countsIn(entry, judged)) continue;
      const nth = (newest - first_day) / 7 + 1;
      const of = found.get(`${name} ${nth}`) ?? {
        week: { seller_id, programme: programme.programme, metric: entry.metric, nth, first_day, last_day: first_day + 6 },
        counts: noCounts(),
      };
      count(of.counts, easedBy(reliefs, judged), weight);
      found.set(`${name} ${nth}`, of);
    }
  });
  return [...found.values()].flatMap(({ week, counts }) =>
    counted(counts) === 0 ? [] : [{ ...week, counted: counted(counts), fault: counts.fault, rate: accountableRate(counts)! }],
  );
}

/** How far back a programme looks for what it forgives of the entry by itself; without end where it forgives nothing. */
function daysForgiven(entry: ProgrammeMetric, programmes: readonly Programme[]): number {
  const forgives = (m: ProgrammeMetric): boolean => Boolean(m.peaks || m.collapse);
  if (!forgives(entry)) return Number.POSITIVE_INFINITY;
  const alike = programmes.flatMap(({ evaluation, metrics }) =>
    metrics
      .filter((m) => forgives(m) && askedFor(m) === askedFor(entry))
      .map((m) =>
        Math.max(
          ...[m.window_days, m.low_volume?.window_days ?? 0],
          ...[m.stretch?.at_most_days ?? 0, evaluation?.effect.fresh_days ?? 0],
        ),
      ),
  );
  return Math.max(...alike);
}
