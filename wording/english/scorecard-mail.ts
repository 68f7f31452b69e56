/** What a scorecard mail says. Numbers, days and moments come written. */
import { plural as s } from './plural.js';

export const scorecard = {
  kicker: 'Seller scorecard',
  subject: (tier: string, headline: string) => `Your scorecard: ${tier} – ${headline}`,
  subjectChanged: (from: string, to: string, headline: string) => `Your tier changes: ${from} → ${to} – ${headline}`,
  greeting: (shop: string | undefined) => (shop ? `Hello ${shop},` : 'Hello,'),
  intro: (day: string) => `this is how your shop stands at the end of ${day}.`,
  introChanged: (day: string) =>
    `your programme tier is different since the last run. This is how your shop stands at the end of ${day}.`,
  moreMissed: (n: number) => ` and ${n} more missed`,
  rateOverBound: (metric: string, rate: string, bound: string) => `${metric} ${rate} (${bound} allowed)`,
  allMet: (n: number) => (n === 1 ? 'the one metric judged meets the standard' : `all ${n} metrics judged meet the standard`),
  nothingMeasured: 'no metric could be measured',
  tierLabel: 'Your tier',
  tierLadder: 'Tiers, best first',
  changed: (from: string, to: string) => `Before: ${from}. Now: ${to}.`,
  metricsHeading: 'Your numbers',
  pieces: (fault: string, counted: string, noun: string, what: string) => `${fault} of ${counted} ${noun} ${what}`,
  allowed: (n: string) => `${n} allowed`,
  allowedNone: 'none allowed',
  left: (n: number, shown: string) => (n === 0 ? 'none left' : `${shown} more allowed`),
  over: (_n: number, shown: string) => `${shown} too many`,
  bound: (rate: string) => `allowed ${rate}`,
  window: (days: number) => `${days} days`,
  forgiven: (shown: string) => `${shown} forgiven`,
  excluded: (shown: string) => `${shown} left out`,
  pending: (shown: string) => `${shown} not final yet`,
  morePending: 'Numbers not final yet may still change: late scans, deliveries and reviews are waited for.',
  notShown: (n: number) =>
    `${n} more ${s(n, 'metric is', 'metrics are')} not shown here: ${s(n, 'it is', 'all are')} met or could not be judged.`,
  notShownMissed: (n: number) => `${n} more ${s(n, 'metric is', 'metrics are')} not shown here.`,
  ordersHeading: 'Orders at fault, newest first',
  conversation: (id: string) => `Conversation ${id}`,
  order: (id: string) => `Order ${id}`,
  countsFor: (n: number) => (n === 0 ? 'counts for the last day' : `counts for ${n} more ${s(n, 'day', 'days')}`),
  moreOrders: (n: number, shown: string) => `${shown} more ${s(n, 'is', 'are')} not listed here.`,
  nextHeading: 'What to do next',
  toReach: (tier: string, metric: string, bound: string, now: string) =>
    `To reach ${tier}: ${metric} at most ${bound}, now ${now}.`,
  ordersToNext: (n: number, shown: string, noun: { one: string; many: string }, tier: string) =>
    `${shown} more ${s(n, noun.one, noun.many)} without a fault would bring you to ${tier}.`,
  projected: (tier: string) => `If everything that is not final yet turns out well, your tier will be ${tier}.`,
  judgedFrom: (need: string, days: number, have: string) =>
    `You will be judged once you have ${need} orders in ${days} days; you have ${have}.`,
  keepGoing: 'Nothing needs doing. Keep it up.',
  contestHeading: 'A number looks wrong?',
  contest:
    'Reply to this mail with the order number. A person looks at it; an order that is corrected or excused is judged again the next night.',
  proposal: 'Tiers are proposed by numbers and decided by people: this mail by itself changes nothing.',
  zones: 'Times are local to the region the order went to.',
  whyWeekly: 'You receive this mail every Monday.',
  whyChanges: 'You receive this mail because your tier changed.',
  unsubscribe: 'Stop these mails',
  unsubscribeSubject: (seller: string) => `Stop scorecard mails for ${seller}`,
  programmeVersion: (title: string, version: string) => `${title} ${version}`,
  run: (day: string, run: string) => `Run date ${day}, run ${run}`,
};

/** What happened to one order, by metric. */
export const happened = {
  late_dispatch: (due: string, scan: string | undefined, milestone: 'first_scan' | 'confirmed') =>
    milestone === 'first_scan'
      ? `due ${due}, ${scan ? `first scan ${scan}` : 'no carrier scan seen'}`
      : `due ${due}, ${scan ? `dispatch confirmed ${scan}` : 'dispatch never confirmed'}`,
  seller_cancellation: (placed: string, cancelled: string, bySystem: boolean) =>
    bySystem
      ? `placed ${placed}, cancelled by the system ${cancelled} for want of your action`
      : `placed ${placed}, cancelled by you ${cancelled}`,
  missing_tracking: (hasNumber: boolean, scan: string | undefined) =>
    !hasNumber
      ? 'no tracking number'
      : scan
        ? `tracking number given, first carrier scan only ${scan}`
        : 'tracking number given, but no carrier scan',
  late_delivery: (due: string, delivered: string | undefined) =>
    `promised by ${due}, ${delivered ? `delivered ${delivered}` : 'no delivery seen'}`,
  negative_review: (reviewed: string | undefined, stars: string | undefined) =>
    `first review${stars ? `: ${stars} of 5 stars` : ' was poor'}${reviewed ? `, written ${reviewed}` : ''}`,
  seller_fault_return: (returned: string | undefined) =>
    `returned for a reason that is yours${returned ? `, requested ${returned}` : ''}`,
  unresolved_case: (closed: string | undefined) => `case decided against you by the platform${closed ? ` ${closed}` : ''}`,
  order_defect: 'counts as a defect',
  slow_response: (asked: string, answered: string | undefined) =>
    `asked ${asked}, ${answered ? `answered ${answered}` : 'no answer seen'}`,
};
