/** How a deadline in business time is told. Days come written. */
import type { Words } from '../words.js';

export const businessTime: Words['businessTime'] = {
  calendar: (region) => `selon le calendrier de la région ${region}`,
  off: (days, many) => `où ${days} ne ${many ? 'comptent' : 'compte'} pas`,
  day: (day, holiday) => (holiday ? `le ${day} (${holiday})` : `le ${day}`),
};
