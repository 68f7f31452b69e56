/** What evaluations say. Numbers, rates, days and tiers come written. */

/** What an evaluation says of a metric. */
export const standingVerdicts = {
  not_measured: 'Not measured',
  not_assessable: 'Not assessed',
  met: 'Met',
  watch: 'Watch',
  notice: 'Notice',
  confirmed: 'Confirmed',
};

const years = (n: number): string => (n === 1 ? 'once a year' : `once in ${n} years`);

export const standing = {
  held: 'holds',
  /** An early warning, as a sentence. */
  early: (since: string, fault: string, counted: string, bound: string) =>
    `Early warning: since ${since}, ${fault} of ${counted} are at fault, which looks like more than the ${bound} allowed. It changes nothing, and goes when the next days are as before.`,
  /** Of a metric that rests. */
  paused: (since: string, why: string) =>
    `Paused since ${since} (${why}): it is measured and shown. No tier is lost by it; where evaluations decide, none is won that its bound would not allow.`,
  /** Why a seller holds the tier, as a clause in lower case. */
  because: {
    not_evaluated: (next: string) => `no evaluation yet; the first is on ${next}`,
    not_assessable: (next: string) => `too few orders to judge; next evaluation on ${next}`,
    first_evaluation: (since: string, next: string) => `first evaluated on ${since}; next evaluation on ${next}`,
    kept: (since: string, next: string) => `held since ${since}; next evaluation on ${next}`,
    improved: (since: string, next: string) => `since ${since}, when every bound of it was met; next evaluation on ${next}`,
    gate: (since: string, next: string) =>
      `since ${since}, as the tier before asks for more orders, sales or time than there were; next evaluation on ${next}`,
    given_back: (since: string, next: string) => `given back, held since ${since}; next evaluation on ${next}`,
    confirmed: (since: string, next: string, metric: string) =>
      `since ${since}, when the notice about ${metric} was confirmed; next evaluation on ${next}`,
  },
  missedDay: (due: string, made: string) => `the evaluation of ${due} was made up on ${made}`,
  projected: (tier: string) => `An evaluation tonight would make it ${tier}.`,
  projectedByGate: (tier: string, held: string) =>
    `An evaluation tonight would make it ${tier}, as ${held} asks for more orders, sales or time than there are.`,
  /** `Leaving out the worst day (11 Nov: 2), 8 of the other 58 are at fault; luck explains up to 5.` */
  leftOver: (day: string, faults: string, left: string, counted: string, luck: string) =>
    `Leaving out the worst day (${day}: ${faults}), ${left} of the other ${counted} are at fault; luck explains up to ${luck}.`,
  watch: (bound: string, tier: string) => `Above the ${bound} that ${tier} allows, but not by more than luck: nothing follows.`,
  notice: (day: string, tier: string, bound: string) => `Notice of ${day}: ${tier} is at stake, which allows ${bound}.`,
  atStake: (day: string, metric: string, tier: string) => `Notice of ${day} about ${metric}: ${tier} is at stake.`,
  wouldNotice: (next: string) => `An evaluation tonight would give notice; the next one is on ${next}.`,
  rare: (n: number) => `A good shop of this size sees that less than ${years(n)}.`,
  cure: (from: string, until: string, bound: string, settled: string) =>
    `If the days from ${from} to ${until} are above ${bound} too, worst day left out again, the tier is lost; decided from ${settled}, when they are final.`,
  soFar: (left: string, counted: string, allowed: string) =>
    `So far ${left} of ${counted}, worst day left out; about ${allowed} in all are allowed.`,
  confirmed: (left: string, counted: string, bound: string) =>
    `Confirmed: of the days since the notice ${left} of ${counted} are at fault, worst day left out, above ${bound} too.`,
  ended: (left: string, counted: string) =>
    `The notice is over: since it, ${left} of ${counted} were at fault, worst day left out.`,
  toAPerson: 'So far above the bound that a person looks at it at once.',
};
