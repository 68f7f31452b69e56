/** What points of a programme say. Numbers and days come written. */
import { plural as s } from './plural.js';

export const points = {
  heading: 'Your points',
  total: (n: number, have: string) => `${have} ${s(n, 'point stands', 'points stand')}`,
  /** `2 of the 12 points of Warned stand`: at twelve the next milestone begins. */
  totalOf: (n: number, have: string, next: string, title: string) =>
    `${have} of the ${next} points of ${title} ${s(n, 'stands', 'stand')}`,
  rating: (rating: string, starts: string, have: string, n: number, earned: string | undefined) =>
    `Rating ${rating}: it starts at ${starts}${earned ? `, orders earned ${earned}` : ''}, and ${have} ${s(n, 'point stands', 'points stand')} against it`,
  next: (next: string, title: string) => `${title} begins at ${next}`,
  reached: (at: string, title: string, means: string) => `Milestone ${at} is reached, ${title}: ${means}`,
  caps: (tier: string) => `While it stands, the tier is at most ${tier}.`,
  falls: (day: string, left: string, n: number) =>
    `On ${day} ${left} ${s(n, 'point is', 'points are')} left, if nothing is added.`,
  ratingThen: (day: string, rating: string) => `On ${day} the rating is ${rating}, if nothing is added.`,
  entry: (have: string, n: number, what: string, from: string, to: string, id: string) =>
    `${have} ${s(n, 'point', 'points')}: ${what}, counts from ${from} to ${to} (${id})`,
  missed: (metric: string) => `${metric} missed`,
  states: { stands: 'stands', expired: 'expired', withdrawn: 'withdrawn' },
  fade: 'Points end by themselves on their day; until then the tier can be no better.',
};
