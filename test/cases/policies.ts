import { type OutcomeCase, OWN_METRIC, type Settings } from '../../metrics/case.js';
import { METRICS } from '../../metrics/index.js';
import type { Calendar } from '../../policies/calendar.js';
import { judgedMetrics } from '../../policies/judged-metrics.js';
import { LANDING_DEFAULTS } from '../../policies/landing-policy.js';
import type { JudgedMetric, Policies, Region } from '../../policies/policy.js';
import { WEEKDAYS } from '../../policies/weekdays.js';

const region = (
  code: string,
  name: string,
  time_zone: string,
  currency: string,
  dispatch_milestone: Region['dispatch_milestone'],
  on_time_scan_saves: boolean,
): Region => ({
  ...{ code, name, time_zone, currency, must_land_orders_daily: false, dispatch_milestone, on_time_scan_saves },
  calendar: CALENDARS[code] ?? calendar(5, ['09:00', '18:00']),
});

/** Asked only where a case says that business time counts. */
const calendar = (
  days: number,
  hours?: [opens: string, closes: string],
  ...holidays: [on: string, name: string][]
): Calendar => ({
  working_days: [...WEEKDAYS.slice(0, days)],
  hours: hours && { opens: hours[0], closes: hours[1] },
  years: [2026],
  holidays: holidays.map(([on, name]) => ({ on, name })),
  why: 'as shops of the case work',
});

const CALENDARS: Readonly<Record<string, Calendar>> = {
  GB: calendar(5, ['09:00', '18:00'], ['2026-11-18', 'Market Day']),
  DE: calendar(6, ['08:00', '20:00'], ['2026-11-18', 'Buß- und Bettag']),
  FR: calendar(5, ['09:00', '18:00'], ['2026-11-20', 'Jour de marché']),
  // Clocks go back at one in the night to Sunday, over midnight: the day has 25 hours, and shops open at half past it.
  CU: calendar(7, ['00:30', '24:00']),
};

const REGIONS = [
  region('GB', 'United Kingdom', 'Europe/London', 'GBP', 'first_scan', true),
  region('DE', 'Germany', 'Europe/Berlin', 'EUR', 'confirmed', true),
  region('FR', 'France', 'Europe/Paris', 'EUR', 'first_scan', false),
  region('IE', 'Ireland', 'Europe/Dublin', 'EUR', 'first_scan', true),
  region('SP', 'São Paulo', 'America/Sao_Paulo', 'BRL', 'first_scan', true),
  region('NY', 'New York', 'America/New_York', 'USD', 'first_scan', true),
  region('NZ', 'New Zealand', 'Pacific/Auckland', 'NZD', 'first_scan', true),
  region('MA', 'Morocco', 'Africa/Casablanca', 'MAD', 'first_scan', true),
  region('BC', 'British Columbia', 'America/Vancouver', 'CAD', 'first_scan', true),
  region('CU', 'Cuba', 'America/Havana', 'CUP', 'first_scan', true),
];

const OWN: JudgedMetric = {
  metric: OWN_METRIC,
  title: 'Damaged parcels',
  subject: 'landed',
  maturation_days: 5,
  count: 'orders',
  counts_as_met: ['carrier_delay'],
  settings: {},
  unit: 'orders',
  why: 'our carriers pay only where the packing was right',
};

function withSettings(metric: JudgedMetric, { counts_as_met, count, ...settings }: Settings = {}): JudgedMetric {
  return {
    ...metric,
    counts_as_met: [...(counts_as_met ?? metric.counts_as_met)],
    count: count ?? metric.count,
    maturation_days: (settings.maturation_days as number | undefined) ?? metric.maturation_days,
    settings: { ...metric.settings, ...(settings as JudgedMetric['settings']) },
  };
}

/**
 * The policies that cases are judged under: every metric by its defaults, or by the settings of the case. In DE the
 * confirmation is dispatch, elsewhere the first scan; in FR no scan saves.
 */
export function casePolicies(settings: OutcomeCase['settings'] = {}): Policies {
  const metrics = [
    ...judgedMetrics(
      undefined,
      METRICS.map(({ key }) => key),
    ),
    OWN,
  ].map((metric) => withSettings(metric, settings[metric.metric as typeof OWN_METRIC]));
  return {
    regions: REGIONS,
    metrics,
    programmes: [
      {
        programme: 'case-standards',
        title: 'Standards of the cases',
        version: '1.0',
        in_force_from: '2016-01-01',
        regions: REGIONS.map((r) => r.code),
        tiers: [
          { key: 'good', title: 'Good', means: 'at most one in ten at fault' },
          { key: 'below', title: 'Below', means: 'more than that' },
        ],
        standard: 'good',
        assessable: { orders: 1, window_days: 90, why: 'a case is about one order' },
        metrics: metrics.map(({ metric }) => ({
          metric,
          window_days: 90,
          why: 'a window long enough for every case',
          at_least: { counted: 0, faults: 0 },
          tiers: { good: { at_most: 0.1, why: 'any bound will do here' } },
        })),
      },
    ],
    mails: { from: 'Scorecards <scorecards@market.example>', leadership: [], regional_teams: {}, operators: [] },
    landing: LANDING_DEFAULTS,
    fingerprint: `cases ${JSON.stringify(settings)}`,
  };
}

export const CASE_POLICIES: Policies = casePolicies();

/** The same for some of the regions: what a night asks is shorter then, and quicker to plan. */
export function policiesOf(...codes: readonly string[]): Policies {
  const { regions, programmes, ...more } = CASE_POLICIES;
  const there = (code: string): boolean => codes.includes(code);
  return {
    ...more,
    regions: regions.filter(({ code }) => there(code)),
    programmes: programmes.map((programme) => ({ ...programme, regions: programme.regions.filter(there) })),
  };
}
