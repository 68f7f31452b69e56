/** What a record of a change of tier says, as clauses. Numbers, days and tiers come written. */

export const decision = {
  changed: (id: string, from: string, to: string) => `${id}: ${from} to ${to}`,
  confirmed: (metric: string) => `a notice about ${metric} was confirmed`,
  improved: 'every bound of it was met',
  /** `since the notice of 12 Oct 2026 6 of 40 are at fault, 4 without the worst day, above 4 %` */
  numbers: (counted: string, fault: string, left: string, bound: string, notice: string) =>
    `since the notice of ${notice} ${fault} of ${counted} are at fault, ${left} without the worst day, above ${bound}`,
  status: {
    proposed: (day: string) => `proposed on ${day}, waits for a person`,
    in_effect: (_: string, since: string) => `in effect since ${since}`,
    departed: (day: string) => `proposed on ${day}, and a person decided otherwise`,
    overturned: (_: string, since: string) => `in effect since ${since} until an appeal was granted`,
    withdrawn: (day: string) => `proposed on ${day}, and withdrawn before anybody decided`,
  },
  automatically: 'decided automatically',
  person: (who: string, day: string, reason: string) => `decided by ${who} on ${day}: ${reason}`,
  contest: (until: string, where: string) => `can be contested until ${until}${where}`,
  at: (where: string) => `, at ${where}`,
  appeal: {
    open: (day: string) => `appeal of ${day}, not decided yet`,
    granted: (day: string, who: string, reason: string) => `appeal of ${day} granted by ${who}: ${reason}`,
    refused: (day: string, who: string, reason: string) => `appeal of ${day} refused by ${who}: ${reason}`,
  },
};
