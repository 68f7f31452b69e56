/** What a scorecard mail says. Numbers, days and moments come written. */
import { plural as s } from './plural.js';

type Said = (rate: string) => string;
const bounds = (beside: Said, behind: Said, goal: Said, short: Said) => ({ beside, behind, goal, short });

export const scorecard = {
  kicker: 'Seller scorecard',
  subject: (tier: string, headline: string) => `Your scorecard: ${tier} – ${headline}`,
  subjectChanged: (from: string, to: string, headline: string) => `Your tier changes: ${from} → ${to} – ${headline}`,
  greeting: (shop: string | undefined) => (shop ? `Hello ${shop},` : 'Hello,'),
  moreMissed: (n: number) => ` and ${n} more missed`,
  rateOverBound: (metric: string, rate: string, bound: string) => `${metric} ${rate} (${bound})`,
  allMet: (n: number) => (n === 1 ? 'the one metric judged meets the standard' : `all ${n} metrics judged meet the standard`),
  nothingMeasured: 'no metric could be measured',
  /** What the verdict is of: the end of a day, and a programme. */
  verdictOf: (day: string, programme: string) => `Your tier at the end of ${day} · ${programme}`,
  tierLadder: 'Tiers, best first',
  changed: (from: string, to: string) => `Before: ${from}. Now: ${to}.`,
  metricsHeading: 'Your numbers',
  pieces: (fault: string, counted: string, noun: string, what: string) => `${fault} of ${counted} ${noun} ${what}`,
  allowed: (n: string) => `${n} allowed`,
  allowedNone: 'none allowed',
  left: (n: number, shown: string) => (n === 0 ? 'none left' : `${shown} more allowed`),
  over: (_n: number, shown: string) => `${shown} too many`,
  metRate: (rate: string) => `${rate} met`,
  /** A bound beside a rate, behind it, as a goal, and in few letters. */
  bound: {
    at_most: bounds(
      (r) => `allowed ${r}`,
      (r) => `${r} allowed`,
      (r) => `at most ${r}`,
      (r) => `≤ ${r}`,
    ),
    below: bounds(
      (r) => `allowed below ${r}`,
      (r) => `below ${r} allowed`,
      (r) => `below ${r}`,
      (r) => `< ${r}`,
    ),
    met_at_least: bounds(
      (r) => `at least ${r}`,
      (r) => `at least ${r} asked`,
      (r) => `at least ${r} met`,
      (r) => `≥ ${r} met`,
    ),
    met_above: bounds(
      (r) => `above ${r}`,
      (r) => `above ${r} asked`,
      (r) => `above ${r} met`,
      (r) => `> ${r} met`,
    ),
  },
  days: (from: string, to: string) => `counted ${from} to ${to}`,
  window: (days: number) => `${days} days`,
  forgiven: (shown: string) => `${shown} forgiven`,
  excluded: (shown: string) => `${shown} left out`,
  /** The same with reasons, such as `late by a storm (2), disputed and right (1)`. */
  forgivenBecause: (shown: string, reasons: string) => `${shown} forgiven: ${reasons}`,
  excludedBecause: (shown: string, reasons: string) => `${shown} left out: ${reasons}`,
  /** A reason, and of how many orders it is the one. */
  reasonTimes: (reason: string, times: string) => `${reason} (${times})`,
  carrierIncident: (carrier: string) => `an incident of the carrier ${carrier}`,
  otherReasons: 'other reasons',
  pending: (shown: string) => `${shown} not final yet`,
  morePending: 'Numbers not final yet may still change: late scans, deliveries and reviews are waited for.',
  notShown: (n: number) =>
    `${n} more ${s(n, 'metric is', 'metrics are')} not shown here: ${s(n, 'it is', 'all are')} met or could not be judged.`,
  notShownMissed: (n: number) => `${n} more ${s(n, 'metric is', 'metrics are')} not shown here.`,
  /** Of metrics without one fault, by name: where others have some, and where none has. */
  spotlessBeside: (n: number, names: string) => `No faults in ${n} ${s(n, 'other', 'others')}: ${names}.`,
  spotless: (names: string) => `No faults in any of your numbers: ${names}.`,
  /** Rates of whole weeks, oldest first, such as `2.10% · 3.40% · –`, the last of which ends on a day, and how the bars above them are read. */
  weeks: (n: number, until: string, rates: string) => `${n} weeks to ${until}: ${rates}`,
  weeksHow: 'Bars: at fault in each whole week that is final, oldest first. The line is what is allowed.',
  /** What changed since the last mail, which was of a day; by metric, with what came and went of what is at fault. */
  movedHeading: (day: string) => `What changed since the mail of ${day}`,
  /** A rate with what it is of: `6.12% (12 of 196)`. */
  rateOf: (rate: string, fault: string, counted: string) => `${rate} (${fault} of ${counted})`,
  moved: (metric: string, before: string, now: string, why: string) => `${metric}: ${before} → ${now}; ${why}.`,
  movedTier: (before: string, now: string, because: string) => `${before} → ${now}: ${because}.`,
  moreMoved: (n: number, shown: string) => `${shown} more ${s(n, 'number', 'numbers')} moved.`,
  /** Why: each of so many that are at fault now and were not then, or the other way round. */
  movedBy: {
    came: (_n: number, shown: string) => `${shown} new at fault`,
    found: (_n: number, shown: string) => `${shown} found since to be at fault`,
    reached: (_n: number, shown: string) => `${shown} at fault on earlier days that count now`,
    left: (_n: number, shown: string) => `${shown} left your numbers by age`,
    forgiven: (_n: number, shown: string) => `${shown} forgiven since`,
    corrected: (_n: number, shown: string) => `${shown} corrected since`,
  },
  asManyOfMore: 'as many at fault, of more',
  asManyOfFewer: 'as many at fault, of fewer',
  ordersHeading: 'Orders at fault: what decides, first to leave first',
  conversation: (id: string) => `Conversation ${id}`,
  order: (id: string) => `Order ${id}`,
  countsUntil: (day: string) => `leaves your numbers on ${day}`,
  allAttached: 'The attached table has them all.',
  allOrders: 'All orders at fault',
  moreOrders: (n: number, shown: string) => `${shown} more ${s(n, 'is', 'are')} not listed here.`,
  firstHeading: 'What to do first',
  nextHeading: 'What to do next',
  toReach: (tier: string, metric: string, bound: string, now: string) => `To reach ${tier}: ${metric} ${bound}, now ${now}.`,
  projected: (tier: string) => `If everything that is not final yet turns out well, your tier will be ${tier}.`,
  judgedFrom: (need: string, days: number, have: string) =>
    `You will be judged once you have ${need} orders in ${days} days; you have ${have}.`,
  judgedOnceFinal: 'You will be judged once enough of your orders are final.',
  keepGoing: 'Nothing needs doing. Keep it up.',
  contestHeading: 'A number looks wrong?',
  contest:
    'Reply to this mail with the order number. A person looks at it; an order that is corrected or excused is judged again the next night. It changes your numbers as long as the order counts: until the day that stands beside it.',
  /** Of a tier of a programme, until a day, and where. */
  contestUntil: (tier: string, programme: string, day: string, where: string) =>
    `${tier} under ${programme} can be contested as a whole until ${day}: ${where}.`,
  proposal: 'Tiers are proposed by numbers and decided by people: this mail by itself changes nothing.',
  decided: 'Tiers are decided on evaluation days, by the rules of the programme. Whoever contests one is answered by a person.',
  zones: 'Times are local to the region the order went to.',
  /** Why this mail, by its campaign. */
  why: {
    scorecard: 'You receive this mail once a week, when your numbers have changed.',
    'scorecard-daily': 'You receive this mail on each day on which your numbers have changed, as you asked.',
    'scorecard-monthly': 'You receive this mail once a month, when your numbers have changed, as you asked.',
    'scorecard-change': 'You receive this mail because your tier changed.',
    'scorecard-notice': 'You receive this mail because of a notice.',
  },
  preferences: 'Choose how often, or stop these mails',
  unsubscribe: 'Stop these mails',
  unsubscribeSubject: (seller: string) => `Stop scorecard mails for ${seller}`,
  programmeVersion: (title: string, version: string) => `${title} ${version}`,
  run: (day: string, run: string) => `Run date ${day}, run ${run}`,
};
