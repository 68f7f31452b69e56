/** Probation of new sellers. Numbers and days come written. */
import { plural as s } from './plural.js';

export const probation = {
  since: (day: string, n: number, most: string): string =>
    `In probation since ${day}: at most ${most} ${s(n, 'order', 'orders')} a day.`,
  soFar: (n: number, today: string, most: string): string =>
    `There ${s(n, 'was', 'were')} ${today} today; the most on one day so far: ${most}.`,
  above: (n: number, days: string): string => `On ${days} ${s(n, 'day', 'days')} there were more than that.`,
  ended: (day: string, exit: string): string => `Probation ended on ${day} (${exit}): orders are no longer capped.`,
  /** `Ends as Proven with 100 orders (there are 43) and …` */
  exit: (name: string, asks: string): string => `Ends (${name}) with ${asks}.`,
  orders: (n: number, needed: string, days: string | null, value: string): string =>
    `${needed} ${s(n, 'order', 'orders')}${days === null ? '' : ` in ${days} days`} (there are ${value})`,
  days: (n: number, needed: string, value: string): string => `${needed} ${s(n, 'day', 'days')} since joining (${value} so far)`,
  metric: (title: string, met: boolean): string => `the standard of ${title} met (${met ? 'it is' : 'not yet'})`,
  /** In a programme's page. */
  heading: 'While you are new',
};
