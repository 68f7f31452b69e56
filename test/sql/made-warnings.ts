/** Early warnings, day by day: what adds, what takes, when the sum warns and since when it rises. The run date is 16 November. */
import { addDays } from '../../contracts/days.js';
import { warningWeights } from '../../sql/early-warning.js';
import { EVALUATED } from './made-evaluations.js';
import { type MadeRows, rows } from './made-rows.js';

const SETTINGS = EVALUATED.programmes[0]!.evaluation!.early_warning;
const WEIGHTS = warningWeights(100_000, SETTINGS)!;
/** What four faults of four counted come to, which is where these nights warn. */
const AT_FOUR = (4 * (WEIGHTS.fault - WEIGHTS.counted)) / 1e6;
const night = {
  policies: {
    ...EVALUATED,
    programmes: EVALUATED.programmes.map((p) =>
      p.evaluation ? { ...p, evaluation: { ...p.evaluation, early_warning: { ...SETTINGS, warns_at: AT_FOUR } } } : p,
    ),
  },
};

const date = (value: string | undefined): string => `CAST(${value ? `'${value}'` : 'NULL'} AS DATE)`;
interface Standing {
  verdict?: string;
  notice?: string;
  settled?: string;
  at_most?: number;
  metric?: string;
  programme?: string;
}
const standing = (
  seller: string,
  { verdict = 'met', notice, settled, at_most = 0.1, metric = 'late_dispatch', programme = 'both' }: Standing = {},
) => `'${seller}', '${programme}', '${metric}', '${verdict}', ${date(notice)}, CAST(${at_most} AS DOUBLE), ${date(settled)}`;
type Day = readonly [day: string, counted: number, fault: number, region?: string, metric?: string];
const days = (seller: string, ...some: readonly Day[]): string[] =>
  some.map(
    ([day, counted, fault, region = 'GB', metric = 'late_dispatch']) =>
      `'${seller}', '${region}', '${metric}', DATE '${day}', CAST(${counted} AS BIGINT), CAST(${fault} AS BIGINT)`,
  );
/** A fault a day of one counted. */
const bad = (first: string, many: number): Day[] => Array.from({ length: many }, (_, at) => [addDays(first, at), 1, 1]);

const reads = (...sellers: readonly (readonly [string, Standing, ...Day[]])[]): MadeRows['reads'] => ({
  metric_standings: rows(
    'seller_id, programme, metric, verdict, notice_on, at_most, counts_after',
    ...sellers.map(([seller, of]) => standing(seller, of)),
  ),
  seller_days: rows(
    'seller_id, region, metric, cohort_day, counted, fault',
    ...sellers.flatMap(([seller, , ...some]) => days(seller, ...some)),
  ),
});

const whoIsWarned: MadeRows = {
  path: 'marts/early_warnings.sql',
  says: 'whom it warns: who is met or watched, under no notice, of days in the window that settled none before',
  night,
  reads: reads(
    ['met', {}, ...bad('2026-11-01', 4)],
    ['watch', { verdict: 'watch' }, ...bad('2026-11-01', 4)],
    ['missed', { verdict: 'missed' }, ...bad('2026-11-01', 4)],
    ['notice', { notice: '2026-11-09' }, ...bad('2026-11-01', 4)],
    ['three', {}, ...bad('2026-11-01', 3)],
    ['in the window', {}, ...bad('2026-10-18', 4)],
    ['before it', {}, ...bad('2026-10-17', 4)],
    ['begun before it', {}, ...bad('2026-10-17', 5)],
    ['elsewhere too', {}, ...bad('2026-11-01', 4), ...bad('2026-11-01', 4).map(([day, n, f]): Day => [day, n, f, 'FR'])],
    ['settled', { settled: '2026-10-31' }, ...bad('2026-11-01', 4)],
    ['settled then', { settled: '2026-11-01' }, ...bad('2026-11-01', 4)],
    ['settled long ago', { settled: '2026-09-01' }, ...bad('2026-10-17', 4)],
    ['other bound', { at_most: 0.07 }, ...bad('2026-11-01', 4)],
    ['no programme', { programme: 'german' }, ...bad('2026-11-01', 4)],
    ['other metric', { metric: 'late_delivery' }, ...bad('2026-11-01', 4)],
    ['elsewhere', {}, ...bad('2026-11-01', 8).map(([day, counted, fault]): Day => [day, counted, fault, 'FR'])],
    ['two regions', {}, ...bad('2026-11-01', 4), ...bad('2026-11-01', 4).map(([day]): Day => [day, 3, 0, 'DE'])],
    [
      'delivery',
      { metric: 'late_delivery' },
      ...bad('2026-11-01', 8).map(([day, n, f]): Day => [day, n, f, 'GB', 'late_delivery']),
    ],
  ),
  gives: [
    'begun before it both late_dispatch 0.1 6.437748 6.437748 2026-10-21 2026-10-18 4 4',
    'delivery both late_delivery 0.1 12.875496 6.437748 2026-11-04 2026-11-01 8 8',
    'elsewhere too both late_dispatch 0.1 6.437748 6.437748 2026-11-04 2026-11-01 4 4',
    'in the window both late_dispatch 0.1 6.437748 6.437748 2026-10-21 2026-10-18 4 4',
    'met both late_dispatch 0.1 6.437748 6.437748 2026-11-04 2026-11-01 4 4',
    'settled both late_dispatch 0.1 6.437748 6.437748 2026-11-04 2026-11-01 4 4',
    'watch both late_dispatch 0.1 6.437748 6.437748 2026-11-04 2026-11-01 4 4',
  ],
};
const howItAdds: MadeRows = {
  ...whoIsWarned,
  says: 'how days add: of one day a fifth of what is counted, rounded up, and one at least; never below nothing',
  reads: reads(
    ['a day of one bad parcel', {}, ['2026-11-01', 5, 5], ...bad('2026-11-02', 4)],
    ['b day of two', {}, ['2026-11-01', 6, 6], ...bad('2026-11-02', 4)],
    ['c one of two', {}, ['2026-11-01', 9, 1], ...bad('2026-11-02', 4)],
    ['d good days before', {}, ['2026-10-20', 40, 0], ...bad('2026-10-22', 1), ['2026-10-24', 40, 0], ...bad('2026-11-01', 4)],
    ['e rises and sinks', {}, ...bad('2026-10-20', 5), ['2026-10-26', 5, 0], ...bad('2026-10-28', 2)],
    ['f over again', {}, ...bad('2026-10-20', 5), ['2026-10-26', 30, 0], ...bad('2026-10-28', 1)],
    ['g still above', {}, ...bad('2026-10-20', 6), ['2026-10-26', 1, 0]],
    ['h from nothing twice', {}, ['2026-10-19', 9, 0], ...bad('2026-10-20', 6), ['2026-10-28', 90, 0], ...bad('2026-11-01', 5)],
    ['i below by a hair', {}, ...bad('2026-10-20', 4), ['2026-10-26', 1, 0]],
    ['j back', {}, ...bad('2026-10-20', 4), ['2026-10-26', 4, 0], ...bad('2026-10-28', 1)],
    ['k empty days', {}, ['2026-10-20', 0, 0], ...bad('2026-10-21', 4)],
  ),
  gives: [
    'a day of one bad parcel both late_dispatch 0.1 7.317897 6.437748 2026-11-05 2026-11-01 9 9',
    'b day of two both late_dispatch 0.1 8.927334 6.437748 2026-11-04 2026-11-01 10 10',
    'c one of two both late_dispatch 0.1 6.588609 6.437748 2026-11-05 2026-11-01 13 5',
    'd good days before both late_dispatch 0.1 6.437748 6.437748 2026-11-04 2026-11-01 4 4',
    'e rises and sinks both late_dispatch 0.1 10.354449 6.437748 2026-10-23 2026-10-20 12 7',
    'g still above both late_dispatch 0.1 9.4743 6.437748 2026-10-23 2026-10-20 7 6',
    'h from nothing twice both late_dispatch 0.1 8.047185 6.437748 2026-11-04 2026-11-01 5 5',
    'j back both late_dispatch 0.1 7.317897 6.437748 2026-10-28 2026-10-20 9 5',
    'k empty days both late_dispatch 0.1 6.437748 6.437748 2026-10-24 2026-10-21 4 4',
  ],
};

const WHY = 'made';
const keepers: MadeRows = {
  ...whoIsWarned,
  says: 'whom it warns by the bound that keeps a tier, where that is the one that applies',
  night: {
    policies: {
      ...night.policies,
      programmes: night.policies.programmes.map((p) => ({
        ...p,
        metrics: p.metrics.map((m) => ({
          ...m,
          tiers: Object.fromEntries(
            Object.entries(m.tiers).map(([tier, bound]) => [tier, { ...bound, keep: { at_most: 0.15, why: WHY } }]),
          ),
        })),
      })),
    },
  },
  reads: reads(['gets it', {}, ...bad('2026-11-01', 5)], ['keeps it', { at_most: 0.15 }, ...bad('2026-11-01', 5)]),
  shows: 'seller_id, at_most',
  gives: ['gets it 0.1', 'keeps it 0.15'],
};

const oneRegion: MadeRows = {
  ...whoIsWarned,
  says: 'whom it warns in a programme of one region: who is at fault there',
  night: {
    policies: { ...night.policies, programmes: night.policies.programmes.map((p) => ({ ...p, regions: ['GB'] })) },
  },
  reads: reads(
    ['here', {}, ...bad('2026-11-01', 4)],
    ['there', {}, ...bad('2026-11-01', 4).map(([day, n, f]): Day => [day, n, f, 'DE'])],
  ),
  shows: 'seller_id',
  gives: ['here'],
};

export const MADE_WARNINGS: readonly MadeRows[] = [whoIsWarned, howItAdds, keepers, oneRegion];
