/** Every sentence of the mails, in one language. Another language is another object of this shape. */
import type { MetricKey } from '../metrics/index.js';

const s = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const english = {
  locale: 'en-GB',

  tiers: { not_assessable: 'Not assessed yet', not_measured: 'Not measured' } as Record<string, string>,
  tierMeans: {
    not_assessable: 'There are too few orders to judge fairly, so no tier is given.',
    not_measured: 'The data for this programme has not reached us, so no tier is given.',
  } as Record<string, string>,
  verdicts: { met: 'Met', missed: 'Missed', not_assessable: 'Not assessed', not_measured: 'Not measured' },

  /** What is counted, and what a fault is, so that `3 of 75 orders dispatched late` reads. */
  metrics: {
    late_dispatch: { one: 'order', counted: 'orders', fault: 'dispatched late' },
    seller_cancellation: { one: 'order', counted: 'orders', fault: 'cancelled by you' },
    missing_tracking: { one: 'parcel', counted: 'parcels', fault: 'without tracking' },
    late_delivery: { one: 'order', counted: 'orders', fault: 'delivered late' },
    negative_review: { one: 'delivery', counted: 'deliveries', fault: 'with 1 or 2 stars' },
    seller_fault_return: { one: 'delivery', counted: 'deliveries', fault: 'returned for your fault' },
    unresolved_case: { one: 'order', counted: 'orders', fault: 'with a case the platform had to resolve' },
    order_defect: { one: 'order', counted: 'orders', fault: 'with a defect' },
    slow_response: { one: 'conversation', counted: 'conversations', fault: 'answered late' },
  } satisfies Record<MetricKey, { one: string; counted: string; fault: string }>,

  scorecard: {
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
    needMore: (have: string, need: string) => `${have} of ${need} orders needed`,
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
    ordersToNext: (n: number, shown: string, noun: { one: string; counted: string }, tier: string) =>
      `${shown} more ${s(n, noun.one, noun.counted)} without a fault would bring you to ${tier}.`,
    heldBack: (metric: string, tier: string) => `${metric} keeps you from ${tier}.`,
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
  },

  /** What happened to one order. Moments come formatted. */
  happened: {
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
  },

  digest: {
    kicker: 'Weekly digest',
    everywhere: 'All regions',
    subject: (region: string, week: string, headline: string) => `${region}, ${week}: ${headline}`,
    week: (period: string) => `week ${period.slice(-2).replace(/^0/, '')}`,
    headline: (n: string, change: string, days: number) => `${n} orders in ${days} days (${change})`,
    noOrders: (days: number) => `no orders in ${days} days`,
    intro: (days: number, day: string) => `The ${days} days to ${day}, beside the ${days} days before.`,
    kpi: { orders: 'Orders', gmv: 'Value of goods', active_sellers: 'Active sellers', new_sellers: 'New sellers' },
    same: 'no change',
    was: (before: string) => `was ${before}`,
    better: 'better',
    worse: 'worse',
    noEarlier: 'no earlier period',
    currenciesDiffer: 'currencies differ',
    periodsHeading: 'Longer and shorter',
    days: (n: number) => `${n} days`,
    metricsHeading: (days: number) => `How orders went, ${days} days`,
    metric: 'Metric',
    over: 'Over',
    reasonHead: 'Reason',
    accountable: 'Accountable',
    raw: 'Raw',
    counted: (n: string, days: number | undefined) => (days ? `${n} counted in ${days} days` : `${n} counted`),
    ratesExplained:
      'Accountable: faults that are the seller’s. Raw: also those forgiven, such as carrier delays. Lower is better.',
    concentration: (share: string) => `The 1% of sellers with the most late dispatches made ${share} of them.`,
    excludedShare: (share: string) => `${share} of all order outcomes were left out.`,
    nothingCounted: 'nothing counted yet',
    notMeasuredHeading: 'Not measured',
    notMeasured: (metric: string, needs: string) => `${metric}: no source for ${needs}`,
    tiersHeading: 'Sellers by tier',
    sellers: (n: number, shown: string) => `${shown} ${s(n, 'seller', 'sellers')}`,
    notAssessable: (shown: string, n: number, share: string) =>
      `${shown} ${s(n, 'seller is', 'sellers are')} not assessable (${share}): too few orders to judge, so in no tier and in no average.`,
    noneNotAssessable: 'Every seller with orders could be assessed.',
    reasonsHeading: (days: number) => `Left out and forgiven most, ${days} days`,
    outcome: { excluded: 'left out', forgiven: 'forgiven' } as Record<string, string>,
    reason: (outcome: string, reason: string) => `${reason.replaceAll('_', ' ')} (${outcome})`,
    noReasons: 'Nothing was left out or forgiven.',
    regionsHeading: (days: number) => `Regions, ${days} days`,
    region: 'Region',
    qualityHeading: 'Data behind these numbers',
    quarantined: (rows: string, landed: string, share: string) =>
      `${rows} of ${landed} landed rows are in quarantine (${share}).`,
    noneQuarantined: (landed: string) => `All ${landed} landed rows were accepted.`,
    quarantinedIn: (parts: string) => `In quarantine: ${parts}.`,
    neverLanded: (datasets: string) => `Never landed: ${datasets}.`,
    late: (n: number, shown: string) => `${shown} ${s(n, 'row', 'rows')} landed more than a day late.`,
    run: (day: string, run: string) => `Run date ${day}, run ${run}`,
    audience: (region: string) => `You receive this every Monday as a reader of: ${region}.`,
  },

  failure: {
    kicker: 'Nightly run',
    subject: (day: string, where: string, what: string) => `Night of ${day} stopped at ${where}: ${what}`,
    nothing: 'Nothing was published and nothing was mailed.',
    published: 'The run is published; some of its mails were not sent.',
    still: (run: string, day: string) => `Readers still see run ${run} of ${day}.`,
    neverPublished: 'No run has been published before.',
    whatHeading: 'What stopped',
    stoppedAt: (where: string) => `Stopped at ${where}`,
    proofHeading: 'The rows that prove it',
    more: (n: number, shown: string) => `and ${shown} more ${s(n, 'row', 'rows')}`,
    nextHeading: 'Next step',
    run: (day: string, run: string | undefined) => (run ? `Run date ${day}, run ${run}` : `Run date ${day}, no run was opened`),
  },
};

export type Words = typeof english;

/** The words for a seller's locale, such as de-DE. English until other languages are written. */
export const wordsFor = (_locale: string | null | undefined): Words => english;
