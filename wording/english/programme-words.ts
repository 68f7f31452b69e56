/**
 * The text of a programme as sellers read it, sentence by sentence. Rates, days, amounts and names come written; so does a count, beside its
 * number. What a policy says in its own words comes as it is to be shown.
 */
import { plural as s } from './plural.js';

/** A count and how it is written. */
export interface Counted {
  n: number;
  shown: string;
}

const days = ({ n, shown }: Counted): string => `${shown} ${s(n, 'day', 'days')}`;
const orders = ({ n, shown }: Counted): string => `${shown} ${s(n, 'order', 'orders')}`;
const faults = ({ n, shown }: Counted): string => `${shown} ${s(n, 'fault', 'faults')}`;
const inDays = (window: Counted | null): string => (window ? `, in ${days(window)}` : '');

export const programmeWords = {
  /** A number and its sign, as policies write them. */
  percent: (written: string): string => written.replaceAll('%', ' %'),
  /** Behind a sentence that is not ended: why it is so. */
  because: (what: string, why: string) => `${what}: ${why}.`,
  or: (ways: readonly string[]) => ways.join(', or '),
  listed: (some: readonly string[]) => some.join('; '),
  version: (version: string, key: string, from: string, until: string | undefined, told: string | undefined) =>
    `Version ${version} of ${key}, in force from ${from}${until ? ` to ${until}` : ''}${told ? `; sellers were told on ${told}` : ''}.`,
  looksAt: (regions: string) => `It looks at orders to ${regions}.`,
  who: {
    title: 'Who is judged',
    atLeast: (needed: Counted, window: Counted) => `Sellers with at least ${orders(needed)} in the last ${days(window)}`,
    everybody: 'Every seller',
    /** `means` is a sentence. */
    others: (means: string) => `Of others: ${means}`,
  },
  tiers: { title: 'The tiers, best first', standard: 'This is the standard.' },
  effects: {
    visibility: {
      title: 'Your listings in search',
      ...{ raised: 'higher than usual', normal: 'as usual', reduced: 'lower than usual', hidden: 'not shown' },
    },
    ads: { title: 'Ads', allowed: 'open to you', not_allowed: 'paused' },
    orders: { title: 'Orders a day', value: (share: string) => `at most ${share} of your best day of the last 28` },
    payout: { title: 'Paid out', value: (after: Counted) => `${days(after)} after delivery` },
    reserve: 'Held back for refunds',
    commission: 'Commission',
    ofSales: (share: string) => `${share} of your sales`,
  },
  gates: {
    orders: (needed: Counted, window: Counted | null) =>
      `Orders: at least **${orders(needed)}**${inDays(window)}, without cancelled ones`,
    sales: (amount: string, window: Counted | null) =>
      `Sales: at least **${amount}**${inDays(window)}, without cancelled orders; other currencies do not count`,
    days_selling: (needed: Counted) => `Time: at least **${days(needed)}** since you joined`,
  },
  asked: {
    title: 'What is asked',
    atFault: 'at fault',
    atMost: (what: string) => `${what}, at most`,
    /** The days that count, short, where they are not always as many. */
    windows: {
      either: (usual: string, longer: string) => `${usual} or ${longer}`,
      upTo: (usual: string, most: string) => `${usual} to ${most}`,
    },
    ...{ days: 'days', recommended: 'recommended', tier: 'tier', why: 'why' },
  },
  metric: {
    counted: (population: string, window: Counted, matured: Counted) =>
      `Counted: ${population}, of the ${days(window)} that ended ${days(matured)} before the night; later ones are not final yet.`,
    atFault: 'At fault',
    leftOut: 'Left out',
    forgivenMet: 'Forgiven, and counts as met',
    forgivenOut: 'Forgiven, and left out',
    /** Floors, as clauses in lower case. */
    floors: {
      counted: (few: string, things: string) => `with fewer than ${few} ${things} you are not judged by it`,
      faults: (few: string) => `fewer than ${few} at fault meet every bound`,
      buyers: (few: string) => `faults towards fewer than ${few} different buyers meet every bound`,
      days: (few: string) => `faults on fewer than ${few} different days meet every bound`,
    },
    peak: (name: string, from: string, to: string, things: string, hours: Counted) =>
      `${name}, ${from} to ${to}: ${things} due on these days may be ${hours.shown} ${s(hours.n, 'hour', 'hours')} late; they are forgiven, and count as met`,
    collapse: (alike: string) => `Faults ${alike}: the others are forgiven, and count as met`,
    fewer: (things: string, few: string, usual: Counted, then: string) =>
      `With fewer than ${few} ${things} counted in ${days(usual)}, ${then}`,
    longer: (window: Counted) => `${days(window)} count`,
    stretched: (until: string, most: Counted) => `the fewest days count that hold ${until}, up to ${days(most)}`,
    whole: (things: string) =>
      `Days count whole. The more ${things} you have, the fewer days count: a new one can let the oldest day out, good or bad.`,
    recommended: (goal: string, why: string) =>
      `Recommended: **${goal}** (${why}). No tier asks for it: your scorecard says where it is exceeded, and nothing follows from that.`,
    only: (which: string) => `**${which}**; an order of which this is not known does not.`,
    otherCarriers: 'other: carriers of no class',
    classes: (classes: string) => `Classes of carriers: ${classes}. An order that was never handed over has no carrier.`,
    ownRegion:
      'Your own region is the one that manages your account, as it is known tonight; an order’s is where it is delivered.',
    paused: (from: string, why: string) =>
      `**Paused from ${from}** (${why}): it is measured and shown; no tier is lost by it, and no notice and no points follow from it. Where evaluations decide, nobody rises past what it would allow.`,
    toDo: 'What to do',
  },
  decided: {
    title: 'How your tier is decided',
    eachNight: (worst: string, evaluations: boolean) =>
      `Every night, each metric gives you the best tier whose bound you meet, or ${worst} if you meet none. ${evaluations ? 'What bounds propose' : 'Your tier'} is the worst of these: one metric can hold you back, and your scorecard names it. A metric of which too little is final, or of which we have no data, holds nobody back.`,
    /** `nth` is 1 for Monday. */
    everyWeekday: (weekday: string, _nth: number) => `every ${weekday}`,
    everyMonth: (day: number) => `on day ${day} of every month`,
    evaluations: (when: string, why: string) =>
      `**Evaluations decide, ${when}** (${why}); between them your scorecard shows what one would say.`,
    begin: (standard: string) =>
      `You begin with what is proposed, at least ${standard}. You rise at once to a better tier all of whose bounds you meet.`,
    notice: (least: Counted, on: Counted, luck: string, why: string) =>
      `**A missed bound is a watch, and nothing follows**, unless it is more than luck: the faults of your worst day are left out; what is left must be at least ${faults(least)}, on ${days(on)} with the worst one, and so many that a shop exactly at the bound has them in fewer than ${luck} of looks. Then it is a **notice** (${why}).`,
    effect: (fresh: Counted, why: string, least: Counted, within: Counted) =>
      `From the notice on, **${days(fresh)} count anew** (${why}). Once they are final, with your worst day left out again: within the bound, the notice is over. With at least ${faults(least)} and above the bound, you move down one tier. With too few orders to tell we wait, up to ${days(within)}; then the notice lapses.`,
    settled: 'Days that settled a notice are never held against you again.',
    person: (times: string, least: Counted, why: string) =>
      `More than luck against ${times} times the bound, with at least ${faults(least)}: a person looks at once (${why}).`,
    approval: {
      losses: (why: string) =>
        `**A person approves every move down** before it takes effect (${why}); until then you keep your tier.`,
      all: (why: string) =>
        `**A person approves every move, up or down** before it takes effect (${why}); until then you keep your tier.`,
    },
    breaker: (share: string, why: string) =>
      `If one evaluation would move more than ${share} of all sellers down, nobody is moved before people have looked (${why}).`,
    dispatched: (ways: string) => `An order is dispatched ${ways}.`,
    milestones: {
      first_scan: 'when the carrier scans it for the first time',
      confirmed: 'when you confirm that you have sent it',
    },
    listed:
      'Your scorecard lists the orders behind every number, with the moments that prove them and the day on which each leaves the count.',
    exempted: (reasons: string) =>
      `You are exempted from what you could not help: ${reasons}. Such orders are forgiven and left out, unless a metric says that they count as met.`,
  },
  points: {
    title: 'Points',
    columns: ['for', 'points', 'why'],
    otherSeverity: (severity: string) => `any other rule, severity ${severity}`,
    otherRule: 'any other rule',
    asNotice: 'as the notice says',
    none: 'none',
    missed: (metric: string) => `${metric} above the standard`,
    count: (all: Counted, more: string, why: string) =>
      `They count on ${days(all)}: the day on which they are given and ${more} more, unless the notice names an earlier end (${why}).`,
    looked: (when: string) => `Metrics are looked at ${when}, and give points on that day alone.`,
    withdrawn: 'What is withdrawn gives no points, from the next night on.',
    rating: (starts: string, why: string, earned: string) =>
      `Your rating starts at ${starts}, and points are taken from it (${why})${earned && `; ${earned}`}.`,
    earned: (orders: string, window: Counted, points: string, most: string, why: string) =>
      `each ${orders} orders of the last ${days(window)} add ${points}, up to a rating of ${most} (${why})`,
    ratingAtMost: 'rating, at most',
    atLeast: 'points, at least',
    means: 'what it means',
    caps: (tier: string) => `your tier is at most ${tier}`,
  },
  score: {
    columns: ['part', 'metric', 'weight', 'points, by what is at fault', 'why'],
    weightInPart: 'weight in its part',
    corner: (points: string, rate: string) => `${points} at ${rate}`,
    cap: (points: string, most: string, not: string) => `Below ${points}, your tier is at most ${most}, and not ${not}`,
    goes: (outOf: string) => `It goes from 0 to ${outOf}.`,
    weighted: 'What each metric brings adds up to it.',
    worst: 'The lowest part is the score.',
    between:
      'Between two points of a curve, points fall evenly with the rate; before the first and after the last they stay the same.',
    notAssessed:
      'A metric that cannot be assessed leaves its weight to the others of its part, and a part without any to the other parts.',
    needs: (metrics: string, why: string) =>
      `With fewer than ${metrics} of these metrics assessed there is no score, which is not a low one (${why}).`,
    rateAlone: 'Points follow the rate alone: faults so few that they meet every bound of a tier still cost points.',
    movesNothing: 'It moves no tier.',
    benchmarks: 'These are read beside your category, which is the one of most of your orders when the quarter began:',
    example: (
      metric: string,
      points: string,
      at: string,
      share: string,
      rate: string,
      times: string,
      usual: string,
      moved: string,
    ) =>
      `An example: ${metric} gives ${points} points at ${at}. Where ${share} of your category's shops have ${rate} or less, which is ${times} times ${usual}, you get them at ${moved}. What the shops have is measured on the first night of a quarter and holds until its end: nothing that you or others do meanwhile moves it. With too few shops in a category the curve stays as it is written. Your scorecard says which it was.`,
  },
  probation: {
    begins: (since: string, why: string, most: Counted, whyMost: string) =>
      `Whoever joined on ${since} or later begins in probation (${why}): at most **${orders(most)}** a day (${whyMost}). It ends for good with the first night on which one of these is there:`,
    orders: (least: Counted, window: Counted | null) =>
      `at least **${orders(least)}**${window ? ` in ${days(window)}` : ''}, without cancelled ones`,
    days: (least: Counted) => `**${days(least)}** since you joined`,
    metric: (title: string) => `the standard of ${title} met`,
    held: 'We count and tell; whoever lets orders in holds them to the number. Your status with the marketplace is another thing, and changes nothing here.',
  },
  contest: {
    title: 'How to contest it',
    within: (window: Counted, why: string, ways: string) =>
      `You have ${days(window)} from the day on which you were told (${why}): ${ways}.`,
    write: (address: string) => `write to ${address}`,
    go: (url: string) => `go to ${url}`,
  },
};
