import { type Day, dayOf, weekdayOf, Zone } from './calendar.js';

export const REGIONS = ['GB', 'IE', 'DE', 'FR', 'IT', 'ES'] as const;
export type RegionCode = (typeof REGIONS)[number];

export interface MarketFacts {
  time_zone: string;
  currency: string;
  locale: string;
  /** Share of the marketplace's orders. */
  share: number;
  /** Days from ship-by to the promised delivery, within the market and from abroad. */
  promise: { home: number; abroad: number };
  /** How the market writes its promise: a moment, or a bare date that means the end of that day. */
  deliver_by: 'moment' | 'day';
  /** Orders in August compared with other months. */
  august: number;
  /** The first carries most parcels. */
  carriers: readonly [string, string];
  areas: readonly string[];
}

const MARKETS: Readonly<Record<RegionCode, MarketFacts>> = {
  GB: {
    time_zone: 'Europe/London',
    currency: 'GBP',
    locale: 'en-GB',
    share: 0.27,
    promise: { home: 3, abroad: 6 },
    deliver_by: 'moment',
    august: 0.97,
    carriers: ['Kestrel Post', 'Swiftline'],
    areas: ['BS', 'CF', 'EH', 'LS', 'M', 'N', 'NR', 'SW'],
  },
  IE: {
    time_zone: 'Europe/Dublin',
    currency: 'EUR',
    locale: 'en-IE',
    share: 0.05,
    promise: { home: 3, abroad: 6 },
    deliver_by: 'moment',
    august: 0.97,
    carriers: ['An Beart', 'Swiftline'],
    areas: ['D', 'H', 'P', 'T', 'V', 'X'],
  },
  DE: {
    time_zone: 'Europe/Berlin',
    currency: 'EUR',
    locale: 'de-DE',
    share: 0.26,
    promise: { home: 3, abroad: 5 },
    deliver_by: 'day',
    august: 0.95,
    carriers: ['Blitzpaket', 'Swiftline'],
    areas: ['01', '10', '20', '30', '40', '50', '60', '70', '80', '90'],
  },
  FR: {
    time_zone: 'Europe/Paris',
    currency: 'EUR',
    locale: 'fr-FR',
    share: 0.18,
    promise: { home: 3, abroad: 5 },
    deliver_by: 'day',
    august: 0.8,
    carriers: ['Colis Vif', 'Swiftline'],
    areas: ['13', '31', '33', '35', '44', '59', '67', '69', '75'],
  },
  IT: {
    time_zone: 'Europe/Rome',
    currency: 'EUR',
    locale: 'it-IT',
    share: 0.13,
    promise: { home: 4, abroad: 6 },
    deliver_by: 'day',
    august: 0.7,
    carriers: ['Corriere Alto', 'Swiftline'],
    areas: ['00', '10', '20', '30', '40', '50', '80', '90'],
  },
  ES: {
    time_zone: 'Europe/Madrid',
    currency: 'EUR',
    locale: 'es-ES',
    share: 0.11,
    promise: { home: 4, abroad: 6 },
    deliver_by: 'day',
    august: 0.78,
    carriers: ['Sol y Ruta', 'Swiftline'],
    areas: ['08', '15', '28', '29', '41', '46', '48'],
  },
};

export interface Market extends MarketFacts {
  code: RegionCode;
  zone: Zone;
}

export type Markets = Readonly<Record<RegionCode, Market>>;

/** The six markets, with calendars that reach from two months before the first day to four months after the last. */
export function openMarkets(first: Day, last: Day): Markets {
  const open = (code: RegionCode): Market => ({
    ...MARKETS[code],
    code,
    zone: new Zone(MARKETS[code].time_zone, first - 60, last + 120),
  });
  return Object.fromEntries(REGIONS.map((code) => [code, open(code)])) as unknown as Markets;
}

/** Monday is the peak, the weekend is slow. */
const WEEKDAYS = [1.28, 1.1, 1.02, 1, 0.96, 0.78, 0.82];

/** How busy a market is on a day, relative to its ordinary weekday: weekday, holidays in August, growth towards Christmas. */
export function demandOn(market: MarketFacts, day: Day, first: Day): number {
  const date = new Date(day * 86_400_000);
  const august = date.getUTCMonth() === 7 ? market.august : 1;
  const growth = 1 + (0.3 * (day - first)) / 120;
  const november = day >= dayOf(`${date.getUTCFullYear()}-11-01`) ? 1.12 : 1;
  return WEEKDAYS[weekdayOf(day)]! * august * growth * november;
}

/** In the sample's one strike, parcels of this carrier wait; the exemption for it is decided days later. */
export const STRIKE = { region: 'FR', carrier: 'Colis Vif', from_days_ago: 22, to_days_ago: 18, decided_days_ago: 12 } as const;
