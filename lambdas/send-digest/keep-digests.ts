import { USUAL_LOCALE } from '../../contracts/languages.js';
import type { DigestList, DigestOfWeek } from '../../contracts/run/digests.js';
import { digestListKey, digestPageKey, digestPdfKey } from '../../contracts/run/keys.js';
import { jsonOf } from '../shared/damaged.js';
import { type ObjectStore, toJson } from '../shared/object-store.js';

/** A digest as files. */
export interface DigestFiles {
  locale: string;
  page: string;
  pdf: Buffer;
}

/** why so many: whoever lists a digest meets nobody but the sender of another week, and of those there is one a night. */
const TRIES = 5;

/** Writes a region's digest of a week where its readers find it, each file before the list names it. A second time changes nothing. */
export async function keepDigests(
  store: ObjectStore,
  region: string,
  week: Omit<DigestOfWeek, 'locales'>,
  written: readonly DigestFiles[],
): Promise<void> {
  for (const { locale, page, pdf } of written) {
    await store.write(digestPageKey(region, week.period, locale), page);
    await store.write(digestPdfKey(region, week.period, locale), pdf);
  }
  const locales = written.map(({ locale }) => locale);
  const asUsual = locales.every((locale) => locale === USUAL_LOCALE);
  await listed(store, digestListKey(region), asUsual ? week : { ...week, locales });
}

/** The languages in which a region's digest of a week is kept already. */
export async function localesKept(store: ObjectStore, region: string, period: string): Promise<readonly string[]> {
  const key = digestListKey(region);
  const found = await store.read(key);
  const week = found && jsonOf<DigestList>(key, found.body).digests.find((one) => one.period === period);
  return week ? (week.locales ?? [USUAL_LOCALE]) : [];
}

/** With the week, in the order of weeks. */
export const withWeek = ({ digests }: DigestList, week: DigestOfWeek): DigestList => ({
  digests: [week, ...digests.filter(({ period }) => period !== week.period)].sort((a, b) => (a.period < b.period ? 1 : -1)),
});

async function listed(store: ObjectStore, key: string, week: DigestOfWeek): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await store.read(key);
    const list = toJson(withWeek(found ? jsonOf<DigestList>(key, found.body) : { digests: [] }, week));
    if (found ? await store.replace(key, list, found.etag) : await store.create(key, list)) return;
  }
  throw new Error(`${key}: changed ${TRIES} times while a week was to be added; finish the mails of the run once more`);
}
