/** What a record of a change of tier says, as clauses. Numbers, days and tiers come written. */
import { plural as s } from './plural.js';

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
  /** What a seller is told of it: what waits, or what persons made of it. */
  seller: {
    heading: 'Decisions about your tier',
    proposed: (tier: string, day: string) => `A change to ${tier} has been proposed since ${day}, and waits for a person.`,
    because: {
      confirmed: (metric: string) => `It rests on a confirmed notice about ${metric}.`,
      gate: 'It rests on what your tier asks for beside its bounds.',
      improved: 'It rests on every bound of that tier being met.',
    },
    numbers: (counted: string, fault: string, left: string, bound: string, notice: string) =>
      `Since the notice of ${notice}, ${fault} of ${counted} are at fault, ${left} without the worst day; ${bound} is allowed.`,
    notBefore: (held: string, day: string) =>
      `You hold ${held} until a person has approved it; it takes effect not before ${day}, the day after this scorecard.`,
    sayNow: (where: string) => `If it is wrong, say so before: ${where}.`,
    onceInEffect: (days: string) => `Once it is in effect it can be contested for ${days} days.`,
    approved: (tier: string, day: string, reason: string) => `A person approved the change to ${tier} on ${day}: ${reason}.`,
    departed: (tier: string, day: string, reason: string) =>
      `A change to ${tier} was proposed, and a person decided against it on ${day}: ${reason}.`,
    appeal: {
      open: (day: string) => `Your appeal of ${day} waits for another person than the one who approved the change.`,
      granted: (day: string, tier: string, reason: string) =>
        `Your appeal of ${day} was granted: ${reason}. ${tier} was given back.`,
      refused: (day: string, tier: string, reason: string) => `Your appeal of ${day} was refused: ${reason}. ${tier} stays.`,
    },
  },
  /** What waits for persons, to whoever runs the marketplace. */
  forPersons: {
    heading: 'For a person to decide',
    waiting: (n: number, shown: string, programme: string, since: string) =>
      `${programme}: ${shown} ${s(n, 'change of tier waits', 'changes of tier wait')} for a person, the longest since ${since}.`,
    /** `Late dispatch, Colis Vif to FR, 25 Oct 2026 to 29 Oct 2026: 966 of 2,188 parcels late (44.1%), usually 1.3%; 226 sellers` */
    incident: (metric: string, carrier: string, region: string, days: string, late: string, usually: string, sellers: string) =>
      `${metric}, ${carrier} to ${region}, ${days}: ${late}, usually ${usually}; ${sellers}`,
    lateParcels: (late: string, n: number, shown: string, share: string) =>
      `${late} of ${shown} ${s(n, 'parcel', 'parcels')} late (${share})`,
    waitingHow: 'whoever decides on tiers, one by one',
    incidentHow: 'whoever looks after carriers: an incident that is accepted forgives these parcels',
    pause: (metric: string, programme: string, granted: string, appeals: string, share: string) =>
      `${programme}: pausing ${metric} is proposed, as ${granted} of ${appeals} appeals against it were granted (${share}).`,
    pauseHow: 'whoever owns the programme: let the rule rest, or leave it',
    /** Readers are no operators: who decides, not what is typed. */
    how: (who: string) => `Decides: ${who}.`,
    /** Of one seller, whose id stands before it. */
    change: (from: string, to: string, since: string) => `${from} to ${to}, since ${since}`,
    others: (shown: string) => `and ${shown} more`,
  },
};
