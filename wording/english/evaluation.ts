/** Of an evaluation that is provisional, or was. Numbers, days and titles come written. */
import { plural as s } from './plural.js';

export const evaluation = {
  /** To whoever runs the marketplace. */
  provisional: {
    too_many_would_fall: (day: string, fell: string, share: string, most: string) =>
      `The evaluation of ${day} is provisional: it would move ${fell} down at once${most}, where ${share} may. Nobody is moved by it and no notice begins or ends, before a person has released it.`,
    data_not_fresh: (day: string, dataset: string, where: string) =>
      `The evaluation of ${day} is provisional: no ${dataset} landed${where}, where that is more than chance. Nobody is moved by it and no notice begins or ends; it is made up once data are fresh, or a person releases it.`,
  },
  /** It tripped on another night, and tonight fewer would fall. */
  fewer: (day: string, fell: string, since: string) =>
    `The evaluation of ${day} is provisional since ${since}, as too many would have been moved down at once; tonight it would be ${fell}. Nobody is moved by it and no notice begins or ends, before a person has released it.`,
  fell: (_: number, shown: string, of: number, all: string) => `${shown} of ${all} ${s(of, 'seller', 'sellers')}`,
  mostBy: (n: string, metric: string) => `, ${n} of them by ${metric}`,
  gate: 'what the tier asks for beside bounds',
  inRegion: (region: string) => ` in ${region}`,
  released: (day: string, why: string, who: string, reason: string) =>
    `The evaluation of ${day} was provisional, as ${why}; ${who} released it: ${reason}`,
  notHeld: (day: string, who: string, reason: string) =>
    `The evaluation of ${day} is left out: everybody keeps the tier held, and no notice begins or ends by it. ${who}: ${reason}`,
  freshAgain: (day: string, made: string) =>
    `The evaluation of ${day} was provisional, as data were missing; it was made up on ${made}.`,
  why: {
    too_many_would_fall: 'too many would have been moved down at once',
    data_not_fresh: 'data were missing',
  },
  /** To a seller, who is no party to how many others would fall. */
  seller: {
    too_many_would_fall: (day: string) =>
      `The evaluation of ${day} is not decided yet: before it is, a person looks at the data behind it. Until then you keep your tier, and no notice begins.`,
    data_not_fresh: (day: string) =>
      `The evaluation of ${day} is not decided yet, as data are missing. Until they are there you keep your tier, and no notice begins.`,
    notHeld: (day: string) => `The evaluation of ${day} is left out: you keep your tier, and no notice begins by it.`,
    headline: 'the evaluation is not decided yet',
  },
  /** How one decides, as `decide --list` says it; `id` is what is typed. */
  release: (id: string) =>
    `To release it, so that the next night makes it up: scorecards decide ${id} --approve --by NAME --reason "...". To leave it out for good: --depart.`,
  whoDecides: 'whoever owns the programme: release the evaluation, or leave it out',
};
