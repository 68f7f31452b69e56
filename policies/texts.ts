/**
 * What sellers read of policies in their own language: texts.de.yaml says for each text of the policies what stands for it in German.
 * why by the text itself and not by its place: a text that changes has no translation any more, and the check says so; by its place, it
 * would go on saying in German what the policy said last year. Versions and programmes that say the same share it.
 */
import * as z from 'zod';
import { type Language, localeOf, WRITTEN } from '../contracts/languages.js';
import { didYouMean, nearest } from './nearest.js';
import type { MailSettings, Policies } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { isCountry, reasonsSaid, type Say, said, type Texts, type Worded } from './texts-said.js';

export const TEXTS_FILE = /(?:^|\/)texts\.([^./]+)\.ya?ml$/;

const TextsYaml = z.strictObject({
  texts: z.record(z.string(), z.string().trim().min(1, 'is empty; write the text, or take the line out')),
});

/**
 * Every text that a seller may read, each once, in the order of the policies; names of countries apart, and the reasons of programmes, which
 * only the page of a programme says: a translation may leave them out.
 */
export function textsOf(policies: Worded): { needed: string[]; countries: string[]; reasons: string[] } {
  const needed = new Set<string>();
  const countries = new Set<string>();
  const hear: Say = (text) => {
    needed.add(text);
    return text;
  };
  said(policies, hear, (region) => {
    (isCountry(region) ? countries : needed).add(region.name);
    return region.name;
  });
  const reasons = new Set<string>();
  reasonsSaid(policies.programmes, (text) => {
    reasons.add(text);
    return text;
  });
  return { needed: [...needed], countries: [...countries], reasons: [...reasons] };
}

/**
 * A text that nobody says any more is a slip, or the policy was changed and this was forgotten. why told and not refused: what sellers
 * read is then the text as the policy has it, and no night should wait for a translator.
 */
function unsaidIn(file: PolicyFile, texts: readonly string[], known: readonly string[]): string[] {
  const unknown = texts.filter((text) => !known.includes(text));
  if (unknown.length > 1 && unknown.length === texts.length)
    return [file.told(['texts'], 'no policy says any of these texts; take the file out, or write those that the policies have')];
  return unknown.map((text) => {
    const meant = nearest(text, known);
    const next = meant ? `did you mean ${JSON.stringify(meant)}?` : 'take it out';
    return file.told(['texts', text], `no policy says this (any more); ${next}`);
  });
}

/** What each file of texts says, by its language, and a line for each text that no policy says; what is wrong stays with the file. */
export function readTexts(files: readonly PolicyFile[], policies: Worded): { texts: Texts; unsaid: string[] } {
  const { needed, countries, reasons } = textsOf(policies);
  const found: Partial<Record<Language, Record<string, string>>> = {};
  const unsaid: string[] = [];
  for (const file of files) {
    const code = TEXTS_FILE.exec(file.name)![1]!;
    const language = WRITTEN.find((one) => one === code);
    if (!language) {
      const next = didYouMean(code, WRITTEN);
      file.refuse([], `${code} is not a language that mails are written in; ${next}`);
      continue;
    }
    const yaml = file.check(TextsYaml);
    if (found[language]) file.refuse([], `there is another file of texts in ${code}; make one of the two`);
    if (!yaml) continue;
    unsaid.push(...unsaidIn(file, Object.keys(yaml.texts), [...needed, ...countries, ...reasons]));
    found[language] = yaml.texts;
  }
  return { texts: found, unsaid };
}

/** The language that most people of a region read, where mails are written in it. */
const languageOfRegion = (code: string): Language | undefined => {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const { language } = new Intl.Locale(`und-${code}`).maximize();
  return WRITTEN.find((one) => one === language);
};

/** In which digests are read. */
const languagesOfDigests = ({ leadership, regional_teams }: MailSettings): Language[] =>
  [leadership, ...Object.values(regional_teams)].flat().flatMap((one) => {
    const asked = typeof one === 'string' ? undefined : localeOf(one.language);
    return WRITTEN.find((language) => language === asked?.language) ?? [];
  });

/** Per language of a region, of a reader of digests or of a file, which texts nobody has said in it; of English only where there is a file. */
export function textsMissing(
  policies: Pick<Policies, 'regions' | 'metrics' | 'programmes' | 'texts' | 'mails'>,
): { language: Language; missing: string[]; of: number }[] {
  const { needed } = textsOf(policies);
  const asked = new Set([
    ...policies.programmes
      .flatMap(({ regions }) => regions.flatMap((code) => languageOfRegion(code) ?? []))
      .concat(languagesOfDigests(policies.mails))
      .filter((one) => one !== 'en'),
    ...WRITTEN.filter((one) => policies.texts?.[one]),
  ]);
  return WRITTEN.filter((one) => asked.has(one)).map((language) => ({
    language,
    missing: needed.filter((text) => !Object.hasOwn(policies.texts?.[language] ?? {}, text)),
    of: needed.length,
  }));
}
