/** What stands on the one page of a week's digest beside its numbers. */
import { plural as s } from './plural.js';

export const digestPage = {
  /** Read aloud, and shown where pictures are not: all that the line says. */
  line: (title: string, weeks: string, last: string) => `${title}, 13 weeks to ${last}: ${weeks}.`,
  noLine: (title: string) => `${title}: no week is known yet.`,
  unknown: 'not known',
  /** A change of a count with the interval that chance explains. */
  clear: (change: string, low: string, high: string) => `${change}, more than noise: between ${low} and ${high}`,
  movedHeading: 'What moved, and why',
  rose: (metric: string, points: string, now: string, low: string, high: string) =>
    `${metric} rose by ${points} to ${now}, which is more than noise: by between ${low} and ${high}.`,
  fell: (metric: string, points: string, now: string, low: string, high: string) =>
    `${metric} fell by ${points} to ${now}, which is more than noise: by between ${low} and ${high}.`,
  nothingMoved: 'No metric moved by more than noise.',
  nothingCompared: 'There is no full earlier period to compare metrics with.',
  why: (rate: string, mix: string) => `Of that, ${rate} comes from sellers’ own rates and ${mix} from who sold more or less.`,
  whyForgiven: (rate: string, mix: string, forgiven: string) =>
    `Of that, ${rate} comes from sellers’ own rates, ${mix} from who sold more or less, and ${forgiven} from what was forgiven.`,
  who: (sellers: string) => `Most of it: ${sellers}.`,
  whoAndCarrier: (sellers: string, carrier: string) => `Most of it: ${sellers}; by carrier ${carrier}.`,
  part: (name: string, points: string) => `${name} (${points})`,
  ordersMoved: (change: string, sellers: string) => `Orders ${change}; active sellers ${sellers}.`,
  changesHeading: (week: string) => `Sellers that rose and fell in ${week}`,
  changesOfRun: 'Sellers that rose and fell since the run before',
  rises: (shown: string) => `${shown} rose`,
  falls: (shown: string) => `${shown} fell`,
  noChanges: 'No seller’s tier changed.',
  change: (seller: string, from: string, to: string) => `${seller}: ${from} to ${to}`,
  /** Between sellers with their tiers, which have commas and colons of their own. */
  apart: '; ',
  more: (shown: string) => `and ${shown} more`,
  waitingMore: (n: number, shown: string) => `And ${shown} more ${s(n, 'decision', 'decisions')}.`,
  metricsHeading: (days: number) => `All metrics, ${days} days`,
  change28: 'Change',
  better: (change: string) => `${change}, better`,
  worse: (change: string) => `${change}, worse`,
  noise: (change: string) => `${change}, noise`,
  few: (change: string) => `${change}, few sellers`,
  readMetrics: 'Better or worse is said only of what is more than noise: beyond what sellers and days differ by anyway.',
  tiers: (programme: string, tiers: string) => `${programme}: ${tiers}.`,
  tier: (title: string, share: string) => `${title} ${share}`,
  unjudged: (shown: string, n: number, share: string) =>
    `${shown} ${s(n, 'seller', 'sellers')} (${share}) had too few orders to judge`,
  held: 'tiers held',
  proposed: 'tiers proposed tonight',
  quality: (sentences: string) => `Data: ${sentences}`,
  besidesHeading: 'Applications and leads',
  applied: (n: number, shown: string, before: string) =>
    `${shown} ${s(n, 'application', 'applications')} came in the week, ${before} in the week before.`,
  applicantsWait: (n: number, shown: string, overdue: string) =>
    `${shown} ${s(n, 'waits', 'wait')}, ${overdue} of them for a decision for longer than policy says.`,
  leads: (n: number, shown: string) => `${shown} ${s(n, 'lead is', 'leads are')} open: signs of abuse for a person to look into.`,
  behind: 'Reasons, other periods and every count are on the dashboard.',
  open: 'Open the dashboard',
  /** Of the list of digests. */
  listHeading: 'Weekly digests',
  listIntro: 'One page a week, as it was mailed.',
  listNone: 'No digest has been written yet. One comes with Sunday’s night.',
  listPage: 'Page',
  listPdf: 'PDF',
  listed: (week: string, sunday: string) => `${week}, to ${sunday}`,
};
