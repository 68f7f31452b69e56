/** Probation of new sellers. Numbers and days come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const probation: Words['probation'] = {
  since: (day, n, most) => `Probezeit seit dem ${day}: höchstens ${most} ${s(n, 'Bestellung', 'Bestellungen')} pro Tag.`,
  soFar: (n, today, most) => `Heute ${s(n, 'war', 'waren')} es ${today}, die meisten an einem Tag bisher: ${most}.`,
  above: (n, days) => `An ${days} ${s(n, 'Tag', 'Tagen')} waren es mehr als erlaubt.`,
  ended: (day, exit) => `Die Probezeit endete am ${day} (${exit}): Die Zahl der Bestellungen ist nicht mehr begrenzt.`,
  exit: (name, asks) => `Ende der Probezeit (${name}) mit: ${asks}.`,
  orders: (n, needed, days, value) =>
    `${needed} ${s(n, 'Bestellung', 'Bestellungen')}${days === null ? '' : ` in ${days} Tagen`} (bisher ${value})`,
  days: (n, needed, value) => `${needed} ${s(n, 'Tag', 'Tage')} seit der Anmeldung (bisher ${value})`,
  metric: (title, met) => `Vorgabe für „${title}“ eingehalten (${met ? 'ja' : 'noch nicht'})`,
  heading: 'Solange Sie neu sind',
};
