/** What points of a programme say. Numbers and days come written. */
import { plural as s } from './plural.js';

/** `no points`, `1 point`, `2 points`. */
const some = (n: number, have: string): string => `${n === 0 ? 'no' : have} ${s(n, 'point', 'points')}`;

export const points = {
  heading: 'Your points',
  total: (n: number, have: string) => `${n === 0 ? 'No' : have} ${s(n, 'point stands', 'points stand')}`,
  rating: (rating: string, starts: string, have: string, n: number, earned: string | undefined) =>
    `Rating ${rating}: it starts at ${starts}${earned ? `, orders earned ${earned}` : ''}, and ${some(n, have)} ${s(n, 'stands', 'stand')} against it`,
  next: (next: string, title: string) => `${title} begins at ${next}`,
  reached: (at: string, title: string, means: string) => `Milestone ${at} is reached, ${title}: ${means}`,
  caps: (tier: string) => `While it stands, the tier is at most ${tier}.`,
  falls: (day: string, left: string, n: number) =>
    `On ${day} ${n === 0 ? 'none is' : s(n, `${left} point is`, `${left} points are`)} left, if nothing is added.`,
  ratingThen: (day: string, rating: string) => `On ${day} the rating is ${rating}, if nothing is added.`,
  entry: (have: string, n: number, what: string, from: string, to: string, id: string) =>
    `${have} ${s(n, 'point', 'points')}: ${what}, counts from ${from} to ${to} (${id})`,
  missed: (metric: string) => `${metric} missed`,
  states: { stands: 'stands', expired: 'expired', withdrawn: 'withdrawn' },
  fade: 'Points end by themselves on their day; until then the tier can be no better.',
};
