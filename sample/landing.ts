import { DAY, type Day, HOUR, type Moment, naiveUtc, type Zone } from './calendar.js';
import type { DrawnMarketplace } from './marketplace.js';
import {
  appealRow,
  applicationRow,
  caseRow,
  conversationRow,
  decisionRow,
  exemptionRow,
  orderMoments,
  orderRow,
  type Row,
  returnRow,
  reviewRow,
  sellerRow,
  verificationRow,
  violationRow,
} from './rows.js';

export const DATASETS = [
  'orders',
  'sellers',
  'reviews',
  'returns',
  'cases',
  'conversations',
  'exemptions',
  'violations',
  'decisions',
  'appeals',
  'applications',
  'verifications',
] as const;
export type Dataset = (typeof DATASETS)[number];

/** A version to land: the record as it stood at a moment. The row is made when it is written, not before. */
type Version = () => Row;

/** Half way, the help desk's export changes from lines of JSON to typed Parquet. */
export const typedFrom = ({ span }: DrawnMarketplace): Day => span.first + Math.floor((span.last - span.first + 1) / 2);

/** What lands, by dataset and day. */
type Landing = Readonly<Record<Dataset, Map<Day, Version[]>>>;

/**
 * Says which version of each record lands on which day: one for every local day on which it changed, as it stood at the end of
 * that day. Sellers are an export of Mondays: all on the first day, what changed every seventh day after. What changes
 * after the last day does not land.
 */
export function landingOf(marketplace: DrawnMarketplace): Landing {
  const { first, last, markets } = marketplace.span;
  const landing = Object.fromEntries(DATASETS.map((dataset) => [dataset, new Map<Day, Version[]>()])) as unknown as Landing;
  const land = (dataset: Dataset, day: Day, row: Version) => {
    if (day < first || day > last) return;
    const versions = landing[dataset].get(day);
    if (versions) versions.push(row);
    else landing[dataset].set(day, [row]);
  };
  const daysOf = (zone: Zone, moments: readonly (Moment | undefined)[]): Day[] =>
    [...new Set(moments.filter((moment) => moment !== undefined).map((moment) => zone.dayOf(moment)))].sort((a, b) => a - b);
  const landDaily = (dataset: Dataset, zone: Zone, moments: readonly (Moment | undefined)[], row: (asOf: Moment) => Row) => {
    for (const day of daysOf(zone, moments)) land(dataset, day, () => row(zone.endOf(day)));
  };

  for (const order of marketplace.orders) {
    const { zone } = order.market;
    const days = daysOf(zone, orderMoments(order));
    const late = order.lands_late;
    days.forEach((day, index) => {
      const delay = late && index === (late.version + days.length) % days.length ? late.days : 0;
      land('orders', day + delay, () => orderRow(order, zone.endOf(day)));
    });
  }
  for (const seller of marketplace.sellers.filter((one) => one.described)) {
    const described = seller.joined * DAY + 9 * HOUR;
    for (const moment of [described, ...seller.changes.map((change) => change.at)]) {
      const weeks = Math.max(0, Math.ceil((Math.floor(moment / DAY) - first) / 7));
      land('sellers', first + 7 * weeks, () => sellerRow(seller, markets[seller.home].locale, described, moment));
    }
  }
  for (const review of marketplace.reviews) {
    landDaily('reviews', review.market.zone, [review.created, review.edited?.at], (asOf) => reviewRow(review, asOf));
  }
  for (const one of marketplace.returns) {
    landDaily('returns', one.market.zone, [one.requested, one.refunded], (asOf) => returnRow(one, asOf));
  }
  for (const one of marketplace.cases) {
    landDaily('cases', one.market.zone, [one.opened, one.closed], (asOf) => caseRow(one, asOf));
  }
  for (const talk of marketplace.conversations) {
    const { zone } = talk.market;
    const written = (day: Day) => (day < typedFrom(marketplace) ? (moment: Moment) => zone.iso(moment) : naiveUtc);
    const moments = [talk.opened, talk.replied, talk.survey?.at];
    for (const day of daysOf(zone, moments))
      land('conversations', day, () => conversationRow(talk, zone.endOf(day), written(day)));
  }
  landWhatIsDecided(marketplace, (dataset, zone, moments, row) => {
    // What was decided before the first day lands with it.
    for (const day of daysOf(zone, moments)) land(dataset, Math.max(first, day), () => row(zone.endOf(day)));
  });
  return landing;
}

/** What the marketplace and its people say of sellers, applicants, days and changes of tier, and may change later. */
function landWhatIsDecided(
  { exemptions, violations, decisions, appeals, applications, verifications, span: { markets } }: DrawnMarketplace,
  land: (dataset: Dataset, zone: Zone, moments: readonly (Moment | undefined)[], row: (asOf: Moment) => Row) => void,
): void {
  for (const exemption of exemptions) {
    const { zone } = markets[exemption.region ?? 'GB'];
    land('exemptions', zone, [exemption.decided, exemption.extended?.at], (asOf) => exemptionRow(exemption, zone, asOf));
  }
  for (const violation of violations) {
    const { zone } = violation.market;
    land('violations', zone, [violation.issued, violation.withdrawn], (asOf) => violationRow(violation, asOf));
  }
  for (const decision of decisions) land('decisions', decision.market.zone, [decision.decided], () => decisionRow(decision));
  for (const appeal of appeals) {
    land('appeals', appeal.market.zone, [appeal.submitted, appeal.decided], (asOf) => appealRow(appeal, asOf));
  }
  for (const one of applications) {
    const moments = [one.submitted, one.completed, one.ended?.at, one.listed];
    land('applications', one.market.zone, moments, (asOf) => applicationRow(one, asOf));
  }
  for (const check of verifications) {
    const { zone } = check.application.market;
    land('verifications', zone, [check.requested, check.checked], (asOf) => verificationRow(check, asOf));
  }
}
