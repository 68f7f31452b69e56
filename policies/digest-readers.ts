/** Who reads the weekly digest, and in which language. */
import * as z from 'zod';
import { localeOf, WRITTEN } from '../contracts/languages.js';
import { mailableAddress } from './address.js';
import { inPlainWords, keysKnown } from './in-plain-words.js';
import { didYouMean, nearest } from './nearest.js';
import type { DigestAddress } from './policy.js';

export const address = z.string().refine((text) => mailableAddress(text) !== undefined, {
  error: ({ input }) =>
    `${JSON.stringify(input)} is not one plain address; write one such as team@market.example, without a name, and several as a list`,
});

/** A name of a language, in English or in itself, by its code: `German` and `Deutsch` are de. */
const NAMES: ReadonlyMap<string, string> = new Map(
  WRITTEN.flatMap((code) =>
    ['en', code].map((reader) => [new Intl.DisplayNames(reader, { type: 'language' }).of(code)!.toLowerCase(), code]),
  ),
);
const isCountry = (code: string): boolean =>
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;

/** A language that is written, alone or with a country: `de`, `de-CH`. */
function isRead(text: string): boolean {
  const locale = localeOf(text);
  if (!locale || !WRITTEN.some((code) => code === locale.language)) return false;
  const plain = locale.region ? `${locale.language}-${locale.region}` : locale.language;
  return locale.baseName === plain && (!locale.region || isCountry(locale.region));
}

function meant(text: string): string {
  const first = text.trim().toLowerCase().split(/[-_ ]/)[0]!;
  const named = nearest(first, [...NAMES.keys()]);
  const code = WRITTEN.find((one) => one === first) ?? (named === undefined ? undefined : NAMES.get(named));
  return code === undefined ? didYouMean(first, WRITTEN) : `did you mean ${code}?`;
}

const language = z.string().refine(isRead, {
  error: ({ input }) => `${JSON.stringify(input)} is no language that digests are written in; ${meant(String(input))}`,
});

/** By the kind of what stands there, so that what is wrong is said of the one that was meant. */
const either = <Plain extends z.ZodType, Keyed extends z.ZodType>(
  isPlain: (value: unknown) => boolean,
  plain: Plain,
  keyed: Keyed,
) =>
  z.unknown().transform((value, { addIssue }): z.output<Plain> | z.output<Keyed> => {
    const schema = isPlain(value) ? plain : keyed;
    const checked = schema.safeParse(value, { error: inPlainWords });
    if (checked.success) return checked.data;
    for (const issue of checked.error.issues) {
      if (issue.code !== 'unrecognized_keys') addIssue({ code: 'custom', path: issue.path, message: issue.message });
      else
        for (const key of issue.keys) {
          const known = keysKnown(schema, issue.path);
          addIssue({
            code: 'custom',
            path: [...issue.path, key],
            message: `is not a key we know here; ${didYouMean(key, known)}`,
          });
        }
    }
    return z.NEVER;
  });

const isNoObject = (value: unknown): boolean => typeof value !== 'object' || value === null || Array.isArray(value);
const reader = either(isNoObject, address, z.strictObject({ address, language }));

const addressOf = (one: DigestAddress): string => (typeof one === 'string' ? one : one.address);
const languageOf = (one: DigestAddress): string | undefined => (typeof one === 'string' ? undefined : one.language);

/** why not both: a week's digest goes to an address once. */
const namedAgain = (readers: readonly DigestAddress[]): number =>
  readers.findIndex((one, n) =>
    readers
      .slice(0, n)
      .some((other) => addressOf(other).toLowerCase() === addressOf(one).toLowerCase() && languageOf(other) !== languageOf(one)),
  );

const list = z.array(reader);
const inOneLanguage = z.strictObject({ language, readers: list });

/**
 * A list of addresses, each alone or with a language of its own; or `readers`, with a `language` for all who have none of their own. Who
 * reads English, as everybody did, stays an address alone.
 */
export const digestReaders = either(isNoObject, list, inOneLanguage)
  .transform((of): DigestAddress[] =>
    Array.isArray(of) ? of : of.readers.map((one) => (typeof one === 'string' ? { address: one, language: of.language } : one)),
  )
  .superRefine((readers, { addIssue }) => {
    const twice = namedAgain(readers);
    if (twice < 0) return;
    const message = `${addressOf(readers[twice]!)} is named before in another language, and gets one digest a week; keep one of the two`;
    addIssue({ code: 'custom', path: [twice], message });
  });
