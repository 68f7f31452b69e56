/** What a score says. Numbers come written. */
import { plural as s } from './plural.js';

export const score = {
  heading: 'Your score',
  /** `Store score 4.06 of 5` */
  total: (title: string, have: string, of: string) => `${title}: ${have} of ${of}`,
  weighted: 'what each part brings adds up to it',
  worst: (dimension: string) => `the lowest part decides, which is ${dimension}`,
  few_orders: (title: string) => `${title}: none yet, because there are too few orders to judge. That is not a low score.`,
  few_metrics: (title: string, have: string, need: string, n: number) =>
    `${title}: none yet, because ${have} of the ${need} ${s(n, 'metric', 'metrics')} that it needs can be assessed. That is not a low score.`,
  part: (what: string, faults: string, rate: string, points: string, of: string, weight: string, brings: string) =>
    `${what}: ${faults} = ${rate}: ${points} of ${of} points, weight ${weight}, brings ${brings}`,
  faults: (fault: string, counted: string) => `${fault} of ${counted}`,
  /** Where its dimension does not decide, or there is no score. */
  partOnly: (what: string, faults: string, rate: string, points: string, of: string, weight: string) =>
    `${what}: ${faults} = ${rate}: ${points} of ${of} points, weight ${weight}`,
  weightInPart: (share: string, dimension: string) => `${share} of ${dimension}`,
  notAssessed: (what: string, weight: string) => `${what}: not assessed, so that its weight of ${weight} goes to the others`,
  /** Where a part decides, and parts have no weight. */
  notAssessedInPart: (what: string, dimension: string) => `${what}: not assessed, and left out of ${dimension}`,
  costsMost: (what: string, points: string) => `${what} costs most: ${points} points.`,
  caps: (tier: string) => `With it, the tier is at most ${tier}.`,
  lift: (what: string) => `The score holds the tier back; what would raise it most is ${what}.`,
  benchmarkInShort: (share: string, sellers: string, at: string, low: string, high: string) =>
    `moves with what ${share} of the category's shops keep to, if ${sellers} or more can be judged: as written at ${at}, no further than from ${low} to ${high}`,
  /** `Late dispatch is read beside your category, books: …` Of a curve that moved. */
  beside: (what: string, category: string, share: string, n: string, rate: string, day: string, until: string) =>
    `${what} is read beside your category, ${category}: on ${day}, ${share} of its ${n} shops had ${rate} or less, and that holds until ${until}.`,
  /** What that does to the curve: of one rate of it, which other has its points now. */
  moved: (written: string, at: string) => `What the curve gives at ${written}, you get at ${at}.`,
  asWritten: 'The curve stays as it is written.',
  heldAt: (rate: string) => `${rate} is taken for it, as the curve moves no further.`,
  besideFew: (what: string, category: string, n: string, needed: string, day: string, until: string) =>
    `${what} is not read beside your category, ${category}: ${n} of its shops could be judged on ${day}, and ${needed} are needed. The curve stays as it is written until ${until}.`,
  besideNew: (what: string, category: string) =>
    `${what} is not read beside your category, ${category}: none of its shops could be judged when the quarter began. The curve stays as it is written.`,
  besideNone: (what: string) =>
    `${what} is not read beside a category, as none of your orders says what it was of. The curve stays as it is written.`,
  columns: { part: 'Part', metric: 'Metric', faults: 'At fault', points: 'Points', weight: 'Weight', brings: 'Brings' },
};
