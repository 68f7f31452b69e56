/** Exemptions that cover nothing, over made rows: which are told, and what is named as the cause. The run date is 16 November. */
import { type MadeRows, none, rows } from './made-rows.js';

const EXEMPTION = ['metrics', 'order_id', 'seller_id', 'region', 'carrier', 'valid_from', 'valid_to'] as const;
type Given = Partial<Record<(typeof EXEMPTION)[number], string>>;

const text = (value: string | undefined): string => (value === undefined ? 'CAST(NULL AS VARCHAR)' : `'${value}'`);
const date = (value: string | undefined): string => (value === undefined ? 'CAST(NULL AS DATE)' : `DATE '${value}'`);
const exemption = (id: string, given: Given): string =>
  [
    `'${id}'`,
    ...EXEMPTION.map((name) =>
      (name.startsWith('valid') ? date : text)(name === 'metrics' ? (given.metrics ?? 'all') : given[name]),
    ),
  ].join(', ');

/** An order, which is judged by days from the first to the last. */
const order = (id: string, seller: string, region: string, carrier: string | undefined, first: string, last: string) =>
  `'${id}', '${seller}', '${region}', ${text(carrier)}, ${date(first)}, ${date(last)}`;
const ORDERS = rows(
  'order_id, seller_id, region, carrier, first_day, final_day',
  order('1', 's', 'GB', 'DHL', '2026-11-01', '2026-11-05'),
  order('2', 's', 'GB', 'UPS', '2026-11-03', '2026-11-08'),
  order('3', 't', 'DE', 'UPS', '2026-11-01', '2026-11-04'),
  order('4', 't', 'DE', 'UPS', '2026-11-01', '2026-11-12'),
  order('5', 'u', 'FR', undefined, '2026-11-02', '2026-11-06'),
);
const REFERENCES = rows(
  'dataset, fits, value, fitting',
  "'exemptions', 'carrier', 'dhl', FALSE",
  "'exemptions', 'carrier', 'DHL', TRUE",
  "'exemptions', 'seller', 'nobody', FALSE",
  // Of another dataset, or another kind: keeps no exemption from being told.
  "'outcomes', 'seller', 'described', FALSE",
  "'exemptions', 'order', 'described', FALSE",
  "'exemptions', 'seller', 'UPS', FALSE",
);

const covering = (
  says: string,
  given: Record<string, Given>,
  gives: string[],
  also: Partial<MadeRows['reads']> = {},
): MadeRows => ({
  path: 'checks/exemptions_that_cover_nothing.sql',
  says,
  reads: {
    exemptions: rows(
      ['exemption_id', ...EXEMPTION].join(', '),
      exemption('known', { region: 'PL' }),
      ...Object.entries(given).map(([id, of]) => exemption(id, of)),
    ),
    'accepted_news exemptions': rows('exemption_id', ...Object.keys(given).map((id) => `'${id}'`)),
    ledger: ORDERS,
    references_judged: REFERENCES,
    conversations: none('order_id, seller_id, region, opened_day'),
    landed_outcomes: none('subject_id, seller_id, region, metric, cohort_day'),
    ...also,
  },
  night: { landed: ['orders', 'exemptions', 'conversations', 'outcomes'] },
  shows: 'exemption_id, cause, other_region, other_carrier, first_day, last_day',
  gives,
});

const between = (valid_from: string, valid_to: string): Given => ({ valid_from, valid_to });

export const MADE_EXEMPTIONS: readonly MadeRows[] = [
  covering(
    'none that covers something, and none that names what never landed: that is told elsewhere',
    {
      all: {},
      order: { order_id: '1' },
      'order-of-seller': { order_id: '1', seller_id: 's', region: 'GB', carrier: 'DHL' },
      seller: { seller_id: 's', region: 'GB', carrier: 'UPS' },
      region: { region: 'FR' },
      carrier: { carrier: 'UPS', region: 'DE' },
      'unknown-carrier': { carrier: 'dhl' },
      'unknown-order': { order_id: '99', region: 'PL' },
      'unknown-seller': { seller_id: 'nobody' },
    },
    [],
  ),
  covering(
    'those of a region, or a carrier, that goes with nothing else they name',
    {
      'no-region': { region: 'PL' },
      'of-order': { order_id: '1', region: 'DE' },
      'of-seller': { seller_id: 's', region: 'DE' },
      'order-of-other': { order_id: '1', seller_id: 't', carrier: 'DHL' },
      'order-carrier': { order_id: '1', carrier: 'UPS' },
      'seller-carrier': { seller_id: 't', region: 'DE', carrier: 'DHL' },
      'no-carrier': { region: 'FR', carrier: 'UPS' },
      each: { region: 'DE', carrier: 'DHL' },
    },
    [
      'each region_and_carrier DE UPS - -',
      'no-carrier region_and_carrier DE - - -',
      'no-region region DE - - -',
      'of-order region GB - - -',
      'of-seller region GB - - -',
      'order-carrier carrier GB DHL - -',
      'seller-carrier carrier DE UPS - -',
    ],
  ),
  covering(
    'those whose days are over and had nothing; of a seller only where nothing of his came before',
    {
      'before-all': { region: 'DE', ...between('2025-11-01', '2025-11-30') },
      'until-the-first': { region: 'DE', valid_to: '2026-11-01' },
      'until-before-it': { region: 'DE', valid_to: '2026-10-31' },
      'from-the-last': { region: 'GB', ...between('2026-11-08', '2026-11-15') },
      'from-after-it': { region: 'GB', ...between('2026-11-09', '2026-11-15') },
      'until-tonight': { region: 'GB', ...between('2026-11-09', '2026-11-16') },
      'without-end': { region: 'GB', valid_from: '2026-11-09' },
      'of-the-longest': { carrier: 'UPS', region: 'DE', ...between('2026-11-12', '2026-11-12') },
      'seller-away': { seller_id: 's', ...between('2026-11-09', '2026-11-12') },
      'seller-between': { seller_id: 'u', ...between('2026-11-07', '2026-11-12') },
      'seller-first-day': { seller_id: 'u', ...between('2026-10-01', '2026-11-01') },
      'order-away': { order_id: '1', seller_id: 's', ...between('2026-11-06', '2026-11-12') },
    },
    [
      'before-all days DE UPS 2026-11-01 2026-11-12',
      'from-after-it days DE DHL 2026-11-01 2026-11-08',
      'order-away days GB DHL 2026-11-01 2026-11-05',
      'seller-first-day days FR - 2026-11-02 2026-11-06',
      'until-before-it days DE UPS 2026-11-01 2026-11-12',
    ],
  ),
  covering(
    'those whose days are the wrong way round, or begin more than a year ahead',
    {
      swapped: { region: 'GB', ...between('2026-11-04', '2026-11-03') },
      'one-day': { region: 'GB', ...between('2026-11-03', '2026-11-03') },
      'a-year-ahead': { region: 'GB', valid_from: '2027-11-17' },
      'more-than-a-year': { region: 'GB', valid_from: '2027-11-18' },
    },
    ['more-than-a-year far_ahead DE DHL 2026-11-01 2026-11-08', 'swapped days_swapped DE DHL 2026-11-01 2026-11-08'],
  ),
  covering(
    'those of conversations and of outcomes by what landed of these, and of metrics of which nothing did',
    {
      'reply-order': { metrics: '|slow_response|', order_id: '1' },
      'reply-no-order': { metrics: '|slow_response|', order_id: '2', region: 'GB' },
      'reply-seller': { metrics: '|slow_response|', seller_id: 'c', region: 'GB' },
      'reply-other': { metrics: '|slow_response|', seller_id: 's' },
      'reply-region': { metrics: '|slow_response|', region: 'GB', ...between('2026-11-09', '2026-11-09') },
      'reply-day': { metrics: '|slow_response|', region: 'GB', ...between('2026-11-08', '2026-11-08') },
      'reply-carrier': { metrics: '|slow_response|', carrier: 'DHL' },
      'reply-elsewhere': { metrics: '|slow_response|', region: 'FR' },
      'own-subject': { metrics: '|own|', order_id: 'o-1', seller_id: 'd' },
      'own-seller': { metrics: '|own|', seller_id: 'd' },
      'own-other': { metrics: '|own|', seller_id: 's' },
      'own-region': { metrics: '|own|', region: 'FR', ...between('2026-11-10', '2026-11-10') },
      'own-day': { metrics: '|own|', region: 'FR', ...between('2026-11-11', '2026-11-11') },
      'own-elsewhere': { metrics: '|own|', region: 'GB' },
      'two-metrics': { metrics: '|late_dispatch|own|', region: 'GB' },
      'all-of-conversations': { seller_id: 'c' },
      'all-of-outcomes': { seller_id: 'd' },
      'nobody-judges': { metrics: '|chat_dissatisfaction_of_old|', region: 'GB' },
      described: { seller_id: 'described' },
    },
    [
      'described nothing_judged - - - -',
      'nobody-judges nothing_judged - - - -',
      'own-day days FR - 2026-11-10 2026-11-10',
      'own-elsewhere region FR - - -',
      'own-other nothing_judged - - - -',
      'reply-carrier carrier GB - - -',
      'reply-day days GB - 2026-11-09 2026-11-09',
      'reply-elsewhere region GB - - -',
      'reply-other nothing_judged - - - -',
    ],
    {
      conversations: rows('order_id, seller_id, region, opened_day', "'1', 'c', 'GB', DATE '2026-11-09'"),
      landed_outcomes: rows('subject_id, seller_id, region, metric, cohort_day', "'o-1', 'd', 'FR', 'own', DATE '2026-11-10'"),
    },
  ),
];
