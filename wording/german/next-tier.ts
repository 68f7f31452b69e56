/** What the way to the next tier says. Numbers and days come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const nextTier: Words['nextTier'] = {
  atMost: (n, shown, noun, fault) =>
    n === 0
      ? `keine weiteren ${noun.many} ${fault}`
      : `höchstens ${shown} ${s(n, `weitere ${noun.one}`, `weitere ${noun.many}`)} ${fault}`,
  dated: (tier, day, limits, approves) =>
    `Wenn es so weitergeht: Stufe „${tier}“ etwa ab dem ${day}${approves ? ', sobald jemand aus unserem Team zugestimmt hat' : ''}. Bedingung bis dahin: ${limits}.`,
  why: (gone, fault) => `Derzeit zählen: ${fault}. Davon fallen bis dahin aus der Wertung: ${gone}.`,
  undated: (tier, until, metric, allowed, fault) =>
    `Wenn es so weitergeht, ist die Stufe „${tier}“ bis zum ${until} nicht erreichbar: Bei „${metric}“ zählen dann noch zu viele Beanstandungen (derzeit ${fault}, erlaubt ${allowed}). Ein Datum lässt sich noch nicht nennen.`,
  heading: (tier) => `„${tier}“ etwa ab`,
  notBefore: (day) => `nach dem ${day}`,
};
