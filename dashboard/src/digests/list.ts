import { USUAL_LOCALE } from '../../../contracts/languages.js';
import type { DigestList, DigestOfWeek } from '../../../contracts/run/digests.js';
import { digestListKey, digestPageKey, digestPdfKey } from '../../../contracts/run/keys.js';
import type { Reader } from '../data/reader.js';

/** A week's digest of a region, and where its files lie. */
export interface Listed {
  period: string;
  files: { page: string; pdf: string; language?: Named }[];
}

/** A language by its own name; absent where a digest is in English alone. */
interface Named {
  locale: string;
  name: string;
}

const kept = new Map<string, Promise<Listed[]>>();

/**
 * The digests of a region, the newest first; none where none was written. why a refusal is none, too: the run was read by the same sign-in,
 * and a store that lists nothing to its readers refuses what is not there.
 */
export function digestsOf(reader: Pick<Reader, 'store'>, region: string): Promise<Listed[]> {
  const found = kept.get(region) ?? read(reader, region);
  kept.set(region, found);
  found.catch(() => kept.delete(region));
  return found;
}

async function read({ store }: Pick<Reader, 'store'>, region: string): Promise<Listed[]> {
  const key = digestListKey(region);
  const response = await fetch(new URL(key, store), { cache: 'no-cache' });
  if (response.status === 404 || response.status === 403) return [];
  if (!response.ok) throw new Error(`${key}: the server answered ${response.status}`);
  const { digests } = (await response.json()) as DigestList;
  const at = (file: string): string => new URL(file, store).href;
  return digests.map((week) => ({
    period: week.period,
    files: languagesOf(week).map(({ locale, ...named }) => ({
      page: at(digestPageKey(region, week.period, locale)),
      pdf: at(digestPdfKey(region, week.period, locale)),
      ...named,
    })),
  }));
}

/** Each by its language; with its country where there are two of one language. */
function languagesOf({ locales = [USUAL_LOCALE] }: DigestOfWeek): { locale: string; language?: Named }[] {
  if (locales.length === 1 && locales[0] === USUAL_LOCALE) return [{ locale: USUAL_LOCALE }];
  const languages = locales.map((locale) => new Intl.Locale(locale).language);
  return locales.map((locale, n) => {
    const alone = languages.filter((language) => language === languages[n]).length === 1;
    const name = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' }).of(
      alone ? languages[n]! : locale,
    );
    return { locale, language: { locale, name: name ?? locale } };
  });
}
