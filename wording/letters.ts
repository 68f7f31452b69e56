/** Letters and number of words, as a language has them. */

import { whenUsed } from './when-used.js';

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Late dispatch` inside a sentence, of languages that write nouns small. */
export const lowered = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** The same, but what begins with an abbreviation keeps it: SAV, not sAV. */
export const loweredButShort = (title: string): string => (/^\p{Lu}\p{Lu}/u.test(title) ? title : lowered(title));

/** What follows a colon, of languages where a sentence goes on small there; what is no sentence (a title, an address) stays. */
export const afterColon = (text: string): string => (/[.!?]$/.test(text) ? loweredButShort(text) : text);

/** Which of two forms a language takes with a number: English `0 orders`, French `0 commande`. */
export function pluralOf(locale: string): (count: number, one: string, many: string) => string {
  const rules = whenUsed(() => new Intl.PluralRules(locale));
  return (count, one, many) => (rules().select(count) === 'one' ? one : many);
}
