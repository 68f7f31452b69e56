/** What a seller's faults have in common. Numbers, rates and weekdays come written; a noun comes with what it is at fault for. */
import type { Words } from '../words.js';
import { dative } from './plural.js';

/** `Montag`: `montags`. */
const on = (weekday: string): string => `${weekday.toLowerCase()}s`;

export const thingsToDo: Words['thingsToDo'] = {
  some: {
    carrier: (part, all, { many, fault }, carrier, here) =>
      `Sehen Sie sich ${carrier} an: ${all} ${many} ${fault}, davon ${part} mit diesem Versanddienstleister (von insgesamt ${here} ${dative(many)} mit ihm).`,
    category: (part, all, { many, fault }, category, here) =>
      `Sehen Sie sich die Kategorie „${category}“ an: ${all} ${many} ${fault}, davon ${part} aus dieser Kategorie (von insgesamt ${here} ${dative(many)} darin).`,
    weekday: (part, all, { many, fault }, weekday, here) =>
      `Sehen Sie sich den ${weekday} an: ${all} ${many} ${fault}, davon ${part} ${on(weekday)} (von ${on(weekday)} insgesamt ${here} ${dative(many)}).`,
  },
  each: {
    carrier: (_, all, { many, fault }, carrier, here) =>
      `Sehen Sie sich ${carrier} an: ${all} ${many} ${fault}, alle mit diesem Versanddienstleister (von insgesamt ${here} ${dative(many)} mit ihm).`,
    category: (_, all, { many, fault }, category, here) =>
      `Sehen Sie sich die Kategorie „${category}“ an: ${all} ${many} ${fault}, alle aus dieser Kategorie (von insgesamt ${here} ${dative(many)} darin).`,
    weekday: (_, all, { many, fault }, weekday, here) =>
      `Sehen Sie sich den ${weekday} an: ${all} ${many} ${fault}, alle ${on(weekday)} (von ${on(weekday)} insgesamt ${here} ${dative(many)}).`,
  },
  enough: (rate, bound) => `Ohne sie lägen Sie bei ${rate} und damit innerhalb der Vorgabe (${bound}).`,
  notEnough: (rate, bound) => `Ohne sie lägen Sie bei ${rate}, noch immer außerhalb der Vorgabe (${bound}).`,
};
