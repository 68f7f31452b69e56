/** Letters and number of words, as a language has them. */

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Late dispatch` inside a sentence, of languages that write nouns small. */
export const lowered = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** Which of two forms a language takes with a number: English `0 orders`, French `0 commande`. */
export function pluralOf(locale: string): (count: number, one: string, many: string) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, one, many) => (rules.select(count) === 'one' ? one : many);
}
