/** What points of a programme say. Numbers and days come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

/** `keine Punkte`, `1 Punkt`, `2 Punkte`. */
const some = (n: number, have: string): string => `${n === 0 ? 'keine' : have} ${s(n, 'Punkt', 'Punkte')}`;

export const points: Words['points'] = {
  heading: 'Ihre Punkte',
  total: (n, have) => (n === 0 ? 'Keine gültigen Punkte' : `${have} ${s(n, 'gültiger Punkt', 'gültige Punkte')}`),
  rating: (rating, starts, have, n, earned) =>
    `Kontozustand ${rating}: Ausgangswert ${starts}${earned ? `, durch Bestellungen verdient ${earned}` : ''}, dagegen ${some(n, have)}`,
  next: (next, title) => `ab ${next} gilt „${title}“`,
  reached: (at, title, means) => `Die Marke ${at} ist erreicht, „${title}“: ${means}`,
  caps: (tier) => `Solange das so ist, ist höchstens die Stufe „${tier}“ möglich.`,
  falls: (day, left, n) =>
    `Am ${day} ${n === 0 ? 'ist kein Punkt mehr' : s(n, `ist noch ${left} Punkt`, `sind noch ${left} Punkte`)} gültig, wenn nichts hinzukommt.`,
  ratingThen: (day, rating) => `Am ${day} liegt der Kontozustand bei ${rating}, wenn nichts hinzukommt.`,
  entry: (have, n, what, from, to, id) => `${have} ${s(n, 'Punkt', 'Punkte')}: ${what}, gültig vom ${from} bis zum ${to} (${id})`,
  missed: (metric) => `„${metric}“ verfehlt`,
  states: { stands: 'gültig', expired: 'verfallen', withdrawn: 'zurückgenommen' },
  fade: 'Punkte verfallen zu ihrem Datum von selbst; bis dahin kann die Stufe nicht besser werden.',
};
