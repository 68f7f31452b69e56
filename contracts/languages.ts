/** Languages that sellers are written to in, and locales as they land. */

/** The languages that are written, by their codes of ISO 639. */
export const WRITTEN = ['en', 'de', 'fr', 'it', 'es', 'pt'] as const;
export type Language = (typeof WRITTEN)[number];
/** How whoever says nothing of it is written to. */
export const USUAL_LOCALE = 'en-GB';

/** Read from right to left, by their codes of ISO 15924. */
const RIGHT_TO_LEFT: readonly string[] = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

/** A locale as Intl has it: `de_DE.UTF-8` is de-DE; undefined of what is none. */
export function localeOf(text: string | null | undefined): Intl.Locale | undefined {
  const [tag = ''] = (text ?? '').trim().replaceAll('_', '-').split(/[.@]/, 1);
  try {
    return tag === '' ? undefined : new Intl.Locale(new Intl.Locale(tag).baseName);
  } catch {
    return undefined;
  }
}

export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(localeOf(locale)?.maximize().script ?? '') ? 'rtl' : 'ltr';
