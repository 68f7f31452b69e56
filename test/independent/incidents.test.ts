/** Carrier incidents of drawn lanes, judged again day by day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { MADE_POLICIES, question, rows } from '../sql/made-rows.js';
import { files } from '../sql/rendered.js';

interface LaneDay {
  day: string;
  /** Late parcels by seller. */
  late: number[];
  parcels: number;
}
interface Lane {
  carrier: string;
  days: LaneDay[];
}
interface Exempted {
  carrier: string | null;
  region: string | null;
  seller: string | null;
  from: string | null;
  to: string | null;
}

const FIRST = '2026-09-20';
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.ceil(sorted.length / 2) - 1]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
};

/** The usual share where a day is unusual. */
function usualIfUnusual(day: LaneDay, all: readonly LaneDay[]): number | undefined {
  const [late, sellers] = [sum(day.late), day.late.filter((n) => n > 0).length];
  if (late < 10 || sellers < 5 || Math.max(...day.late) * 1e6 > 333_300 * late) return undefined;
  const others = all.filter((one) => one !== day).map((one) => sum(one.late) / one.parcels);
  if (others.length < 14) return undefined;
  const usual = median(others);
  const spread = median(others.map((share) => Math.abs(share - usual)));
  const p = Math.min(0.95, Math.max(0.05, usual));
  const margin = Math.max(4 * 1.4826 * spread, 0.05 + 4 * Math.sqrt((p * (1 - p)) / day.parcels));
  return late / day.parcels > usual + margin ? usual : undefined;
}

function incidentsOf({ carrier, days }: Lane, exempted: readonly Exempted[]): string[] {
  const told = days.filter(({ parcels }) => parcels >= 30);
  const spans: LaneDay[][] = [];
  let open: LaneDay[] | undefined;
  for (const day of told) {
    if (usualIfUnusual(day, told) === undefined) open = undefined;
    else if (open) open.push(day);
    else {
      open = [day];
      spans.push(open);
    }
  }
  return spans.map((span) => {
    const covered = span.filter(({ day }) =>
      exempted.some(
        (e) =>
          e.seller === null &&
          (e.carrier ?? carrier) === carrier &&
          (e.region ?? 'GB') === 'GB' &&
          (e.from ?? day) <= day &&
          (e.to ?? day) >= day,
      ),
    ).length;
    const bySeller = span[0]!.late.map((_, at) => sum(span.map(({ late }) => late[at]!)));
    return [
      `late_dispatch:GB:${carrier}:${span[0]!.day} ${span.at(-1)!.day} ${span.length} ${covered}`,
      `${sum(span.map(({ parcels }) => parcels))} ${sum(bySeller)} ${bySeller.filter((n) => n > 0).length} ${Math.max(...bySeller)}`,
      covered === span.length ? 'covered' : 'proposed',
    ].join(' ');
  });
}

function drawn(at: number, struck: boolean): Lane {
  let seed = at * 7919 + 17;
  const next = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const [size, rate, strike] = [[2, 6, 16, 40][at % 4]!, [0.02, 0.06, 0.12][at % 3]!, 20 + (at % 30)];
  return {
    carrier: `carrier ${String(at).padStart(2, '0')}`,
    days: Array.from({ length: at % 9 === 8 ? 14 : 56 }, (_, nth) => {
      const weekend = nth % 7 > 4 ? 0.2 : 1;
      const hit = struck && nth >= strike && nth <= strike + (at % 5);
      const sellers = Array.from({ length: 8 }, (_, s) => {
        const parcels = Math.floor(next() * size * 2 * weekend * (s === 0 ? 2 : 1));
        const bad = next() < 0.01 ? 0.8 : rate;
        return { parcels, late: Array.from({ length: parcels }, next).filter((one) => one < (hit ? 0.45 : bad)).length };
      });
      return {
        day: addDays(FIRST, nth),
        late: sellers.map(({ late }) => late),
        parcels: sum(sellers.map(({ parcels }) => parcels)),
      };
    }).filter(({ parcels }) => parcels > 0),
  };
}

const EXEMPTED: readonly Exempted[] = [
  { carrier: 'carrier 02', region: 'GB', seller: null, from: '2026-09-20', to: '2026-11-30' },
  { carrier: 'carrier 03', region: null, seller: null, from: '2026-10-14', to: null },
  { carrier: 'carrier 06', region: 'DE', seller: null, from: null, to: null },
  { carrier: 'carrier 07', region: 'GB', seller: 's-1', from: null, to: null },
  { carrier: null, region: 'GB', seller: null, from: '2026-10-12', to: '2026-10-12' },
];
const text = (value: string | null) => (value === null ? 'CAST(NULL AS VARCHAR)' : `'${value}'`);
const date = (value: string | null) => (value === null ? 'CAST(NULL AS DATE)' : `DATE '${value}'`);

describe('an incident of a carrier', () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await openDuck({ threads: 1 });
  });
  afterAll(() => duck?.close());

  const proposed = async (lanes: readonly Lane[], fault = 1): Promise<Record<string, unknown>[]> => {
    const asked = await question(duck, files, {
      ...{ path: 'marts/proposed_incidents.sql', says: '', gives: [], through: ['marts/unusual_lane_days.sql'] },
      night: { policies: MADE_POLICIES },
      reads: {
        lane_days: rows(
          'metric, region, carrier, cohort_day, seller_id, parcels, late, fault',
          ...lanes.flatMap(({ carrier, days }) =>
            days.flatMap(({ day, late, parcels }) => {
              const of = (seller: string | null, n: number, some: number) =>
                `'late_dispatch', 'GB', '${carrier}', DATE '${day}', ${text(seller)}, CAST(${n} AS BIGINT), CAST(${some} AS BIGINT), CAST(${some * fault} AS BIGINT)`;
              const own = late.flatMap((n, at) => (n > 0 ? [of(`s-${at}`, n, n)] : []));
              return parcels > sum(late) ? [...own, of(null, parcels - sum(late), 0)] : own;
            }),
          ),
        ),
        exemptions: rows(
          'exemption_id, metrics, seller_id, order_id, region, carrier, valid_from, valid_to',
          ...EXEMPTED.map(
            (e, at) =>
              `'x-${at}', '|late_dispatch|', ${text(e.seller)}, CAST(NULL AS VARCHAR), ${text(e.region)}, ${text(e.carrier)}, ${date(e.from)}, ${date(e.to)}`,
          ),
          `'x-other', '|late_delivery|', CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), 'GB', CAST(NULL AS VARCHAR), CAST(NULL AS DATE), CAST(NULL AS DATE)`,
        ),
      },
    });
    return duck.run(asked);
  };
  const day = (value: unknown) => (value as Date).toISOString().slice(0, 10);
  const said = (r: Record<string, unknown>): string =>
    [
      ...[r.incident_id, day(r.last_day), r.unusual_days, r.covered_days, r.parcels, r.late, r.sellers],
      ...[r.most_of_one_seller, r.status],
    ].join(' ');

  it('is proposed where many sellers were late far more than usual, and is covered where an exemption says so', async () => {
    const lanes = Array.from({ length: 24 }, (_, at) => drawn(at, true));
    const expected = lanes.flatMap((lane) => incidentsOf(lane, EXEMPTED)).sort();
    const found = (await proposed(lanes)).map(said);
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(9);
    expect(new Set(found.map((one) => one.split(' ').at(-1)))).toEqual(new Set(['proposed', 'covered']));
  });

  it('says what is usual, and that nobody is at fault where all is forgiven', async () => {
    const lanes = [drawn(11, true)];
    const [one] = await proposed(lanes, 0);
    expect(one!.status).toBe('nobody_at_fault');
    const told = lanes[0]!.days.filter(({ parcels }) => parcels >= 30);
    const struck = told.filter((d) => usualIfUnusual(d, told) !== undefined);
    const usual = sum(struck.map((d) => usualIfUnusual(d, told)! * d.parcels)) / sum(struck.map(({ parcels }) => parcels));
    expect(Number(one!.usual_share)).toBeCloseTo(usual, 5);
  });

  it('is not proposed where nothing happened: 36 lanes of eight weeks with bad days of single sellers', async () => {
    expect(await proposed(Array.from({ length: 36 }, (_, at) => drawn(at, false)))).toEqual([]);
  });
});
