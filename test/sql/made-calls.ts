/** Whom to call first, over made rows. Tiers of `both` are top, good and below and are evaluated; those of `german` are not. */
import { EVALUATED } from './made-evaluations.js';
import { type MadeRows, none, rows } from './made-rows.js';

interface Told {
  seller: string;
  programme?: string;
  /** The tier proposed, the one held, and what an evaluation tonight would make of it. */
  tiers: [proposed: string, held?: string, projected?: string];
  because?: string;
  /** Of each metric: at fault, counted, pending, verdict; and floors. */
  metrics?: [metric: string, numbers: string, verdict: string | null, more?: string][];
  orders?: number;
  home?: string | null;
  email?: string;
}
const DISPATCH = 'late_dispatch';
const DELIVERY = 'late_delivery';
const FLOORS = '0, NULL, 0, NULL, 0';
const TOLD: readonly Told[] = [
  {
    ...{ seller: 'a-tonight', tiers: ['below', 'good', 'below'], because: 'confirmed', orders: 10 },
    metrics: [[DISPATCH, '6, 40, 0', 'confirmed']],
  },
  { seller: 'b-gate', tiers: ['good', 'top', 'good'], because: 'gate', metrics: [[DISPATCH, '0, 40, 0', 'met']] },
  { seller: 'c-notice', tiers: ['below', 'good', 'good'], metrics: [[DISPATCH, '5, 40, 5', 'notice']], orders: 20 },
  { seller: 'd-luck', tiers: ['below', 'good', 'good'], metrics: [[DISPATCH, '5, 40, 0', 'watch']], orders: 60, email: '' },
  { seller: 'e-expected', tiers: ['good', 'good', 'good'], metrics: [[DISPATCH, '4, 40, 5', 'met']], orders: 12 },
  { seller: 'e-stays', tiers: ['good', 'good', 'top'], metrics: [[DISPATCH, '3, 40, 10', 'met']], orders: 12 },
  {
    ...{ seller: 'f-german', programme: 'german', tiers: ['good'], orders: 8, home: null },
    metrics: [[DISPATCH, '2, 30, 10', null]],
  },
  {
    ...{ seller: 'g-two', tiers: ['below', 'good', 'good'], orders: 5 },
    metrics: [
      [DISPATCH, '9, 40, 0', 'watch'],
      [DELIVERY, '10, 40, 0', 'watch'],
    ],
  },
  {
    ...{ seller: 'g-two', programme: 'german', tiers: ['good'], orders: 5 },
    metrics: [[DISPATCH, '1, 40, 0', null]],
  },
  {
    ...{ seller: 'h-notice-first', tiers: ['below', 'good', 'good'], orders: 5 },
    metrics: [
      [DISPATCH, '9, 40, 0', 'watch'],
      [DELIVERY, '9, 40, 0', 'notice'],
    ],
  },
  {
    ...{ seller: 'i-confirmed-first', tiers: ['below', 'good', 'good'], orders: 5 },
    metrics: [
      [DISPATCH, '5, 40, 0', 'confirmed'],
      [DELIVERY, '12, 40, 0', 'notice'],
    ],
  },
  {
    ...{ seller: 'i-first-by-name', tiers: ['below', 'good', 'good'], orders: 4 },
    metrics: [
      [DISPATCH, '5, 40, 0', 'watch'],
      [DELIVERY, '9, 40, 0', 'watch'],
    ],
  },
  ...(['1, 2, NULL, 0', '2, 2, NULL, 0', 'NULL, 0, 1, 2', 'NULL, 0, 2, 2'] as const).map(
    (floor, at): Told => ({
      ...{ seller: `j-${['one-buyer', 'two-buyers', 'one-day', 'two-days'][at]}`, tiers: ['below', 'good', 'good'], orders: 1 },
      metrics: [[DISPATCH, '6, 40, 0', 'watch', `0, ${floor}`]],
    }),
  ),
  {
    ...{ seller: 'k-floor', tiers: ['good', 'good', 'good'], orders: 1 },
    metrics: [[DISPATCH, '6, 40, 0', 'met', '7, NULL, 0, NULL, 0']],
  },
  {
    ...{ seller: 'k-over-the-floor', tiers: ['below', 'good', 'good'], orders: 1 },
    metrics: [[DISPATCH, '7, 40, 0', 'watch', '7, NULL, 0, NULL, 0']],
  },
  { seller: 'l-not-judged', tiers: ['good', 'good', 'good'], metrics: [['?', '9, 40, 0', null]], orders: 1 },
  { seller: 'm-lowest', tiers: ['below', 'below', 'below'], metrics: [[DISPATCH, '9, 40, 0', 'watch']], orders: 1 },
  {
    ...{ seller: 'n-newcomer', tiers: ['good', 'not_evaluated', 'good'], orders: 3 },
    metrics: [[DISPATCH, '5, 40, 0', 'watch']],
  },
  {
    ...{ seller: 'o-none-held', tiers: ['not_assessable', 'not_assessable', 'below'], orders: 3 },
    metrics: [[DISPATCH, '5, 40, 0', 'watch']],
  },
];

const quoted = (text: string | null | undefined): string => (text == null ? 'NULL' : `'${text}'`);
const programmeOf = ({ programme = 'both' }: Told): string => programme;
const METRICS =
  'seller_id, programme, metric, tier, fault, counted, pending, faults_from, fault_buyers, buyers_from, fault_days, days_from';
const described = TOLD.filter(({ home, programme }) => home !== null && programme === undefined);

const calls: MadeRows = {
  path: 'marts/calls.sql',
  says: 'whose tier may fall, because of which metric, how likely, and how many orders are at stake',
  night: { policies: EVALUATED },
  reads: {
    scorecards: rows(
      'seller_id, programme, name, home_region, tier',
      ...TOLD.map(
        (one) =>
          `'${one.seller}', '${programmeOf(one)}', 'Shop', ${quoted(one.home === undefined ? 'GB' : one.home)}, '${one.tiers[0]}'`,
      ),
    ),
    standings: rows(
      'seller_id, programme, official_tier, projected_tier, projected_because',
      ...TOLD.filter(({ tiers }) => tiers[1]).map(
        (one) => `'${one.seller}', '${programmeOf(one)}', '${one.tiers[1]}', '${one.tiers[2]}', '${one.because ?? 'kept'}'`,
      ),
    ),
    seller_metrics: rows(
      METRICS,
      ...TOLD.flatMap((one) =>
        one.metrics!.map(([metric, numbers, , floors = FLOORS]) => {
          const [judged, name] = metric === '?' ? ['NULL', DISPATCH] : [`'${one.tiers[0]}'`, metric];
          const values = `${numbers}, ${floors}`.replaceAll(/\w+/g, 'CAST($& AS BIGINT)');
          return `'${one.seller}', '${programmeOf(one)}', '${name}', ${judged}, ${values}`;
        }),
      ),
    ),
    metric_standings: rows(
      'seller_id, programme, metric, verdict, is_beyond_luck',
      ...TOLD.flatMap((one) =>
        one
          .metrics!.filter(([, , verdict]) => verdict)
          .map(
            ([metric, , verdict]) =>
              `'${one.seller}', '${programmeOf(one)}', '${metric}', '${verdict}', ${verdict !== 'met' && verdict !== 'watch'}`,
          ),
      ),
    ),
    seller_periods: rows(
      'seller_id, currency, orders_current_28d, gmv_current_28d',
      ...TOLD.filter(({ orders, tiers, programme }) => orders && !(programme && tiers.length === 1 && orders === 5)).map(
        ({ seller, orders }) => `'${seller}', 'GBP', CAST(${orders! - 1} AS BIGINT), CAST(${orders! * 100} AS BIGINT)`,
      ),
      ...TOLD.filter(({ orders, tiers, programme }) => orders && !(programme && tiers.length === 1 && orders === 5)).map(
        ({ seller }) => `'${seller}', 'EUR', CAST(1 AS BIGINT), CAST(7 AS BIGINT)`,
      ),
    ),
    sellers: rows(
      'seller_id, home_region, email',
      ...described.map(({ seller, email }) => `'${seller}', 'GB', ${email === '' ? 'NULL' : "'shop@example.com'"}`),
    ),
  },
  gives: [
    'a-tonight both 3 Shop GB mail good evaluation below confirmed late_dispatch 1 6 40 0.1 0 6 40 4 confirmed true 10 1000 GBP 100 10',
    'b-gate both 13 Shop GB mail top evaluation good gate - 0 - - - - - - - - - 0 - - 100 0',
    'c-notice both 2 Shop GB mail good missed - - late_dispatch 1 5 40 0.1 5 6 45 4 notice true 20 2000 GBP 75 15',
    'd-luck both 1 Shop GB no_address good missed - - late_dispatch 1 5 40 0.1 0 5 40 4 watch false 60 6000 GBP 25 15',
    'e-expected both 6 Shop GB mail good expected - - late_dispatch 1 4 40 0.1 5 5 45 4 met false 12 1200 GBP 25 3',
    'f-german german 1 Shop - not_described good expected - - late_dispatch 1 2 30 0.07 10 3 40 2 - - 8 - - 50 4',
    'g-two both 7 Shop GB mail good missed - - late_dispatch 2 9 40 0.1 0 9 40 4 watch false 5 500 GBP 25 1.25',
    'h-notice-first both 4 Shop GB mail good missed - - late_delivery 2 9 40 0.2 0 9 40 8 notice true 5 500 GBP 75 3.75',
    'i-confirmed-first both 5 Shop GB mail good missed - - late_dispatch 2 5 40 0.1 0 5 40 4 confirmed true 5 500 GBP 75 3.75',
    'i-first-by-name both 8 Shop GB mail good missed - - late_delivery 2 9 40 0.2 0 9 40 8 watch false 4 400 GBP 25 1',
    'j-two-buyers both 10 Shop GB mail good missed - - late_dispatch 1 6 40 0.1 0 6 40 4 watch false 1 100 GBP 25 0.25',
    'j-two-days both 11 Shop GB mail good missed - - late_dispatch 1 6 40 0.1 0 6 40 4 watch false 1 100 GBP 25 0.25',
    'k-over-the-floor both 12 Shop GB mail good missed - - late_dispatch 1 7 40 0.1 0 7 40 6 watch false 1 100 GBP 25 0.25',
    'n-newcomer both 9 Shop GB mail good missed - - late_dispatch 1 5 40 0.1 0 5 40 4 watch false 3 300 GBP 25 0.75',
  ],
};

export const MADE_CALLS: readonly MadeRows[] = [
  calls,
  {
    ...calls,
    says: 'nobody where nobody is judged',
    reads: { ...calls.reads, scorecards: none('seller_id, programme, name, home_region, tier') },
    gives: [],
  },
];
