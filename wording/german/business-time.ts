/** How a deadline in business time is told. Days come written. */
import type { Words } from '../words.js';

export const businessTime: Words['businessTime'] = {
  calendar: (region) => `nach dem Kalender der Region ${region}`,
  off: (days, many) => `wobei ${days} nicht ${many ? 'zählen' : 'zählt'}`,
  day: (day, holiday) => (holiday ? `der ${day} (${holiday})` : `der ${day}`),
};
