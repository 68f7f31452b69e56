/**
 * What sellers read of policies in their own language: texts.de.yaml says for each text of the policies what stands for it in German.
 * why by the text itself and not by its place: a text that changes has no translation any more, and the check says so; by its place, it
 * would go on saying in German what the policy said last year. Versions and programmes that say the same share it.
 */
import * as z from 'zod';
import { type Language, localeOf, WRITTEN } from '../contracts/languages.js';
import { didYouMean, nearest } from './nearest.js';
import type { JudgedMetric, MailSettings, Policies, Programme, Region, TierEffect } from './policy.js';
import type { PolicyFile } from './policy-file.js';

/** By language, for a text of the policies what stands for it. */
export type Texts = Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;

export const TEXTS_FILE = /(?:^|\/)texts\.([^./]+)\.ya?ml$/;

const TextsYaml = z.strictObject({
  texts: z.record(z.string(), z.string().trim().min(1, 'is empty; write the text, or take the line out')),
});

type Say = (text: string) => string;
/** Of policies what has texts. */
interface Worded {
  regions: readonly Region[];
  metrics: readonly JudgedMetric[];
  programmes: readonly Programme[];
}

const effectSaid = <Of extends { effect?: TierEffect | undefined }>(of: Of, say: Say): Of =>
  of.effect ? { ...of, effect: { ...of.effect, in_words: say(of.effect.in_words) } } : of;

const rungSaid = <Rung extends { title: string; means: string; effect?: TierEffect | undefined }>(rung: Rung, say: Say): Rung =>
  effectSaid({ ...rung, title: say(rung.title), means: say(rung.means) }, say);

const written = (name: string): string => name.replaceAll('_', ' ');
const namesSaid = <Of extends { names: readonly string[] }>(of: Of, say: Say): Of => ({
  ...of,
  names: of.names.map((name) => say(written(name))),
});

type Entry = Programme['metrics'][number];
const whereSaid = (
  { category, carrier_class, ...where }: NonNullable<Entry['where']>,
  say: Say,
): NonNullable<Entry['where']> => ({
  ...where,
  ...(category ? { category: namesSaid(category, say) } : {}),
  ...(carrier_class ? { carrier_class: namesSaid(carrier_class, say) } : {}),
});

const entrySaid = (entry: Entry, say: Say): Entry => ({
  ...entry,
  ...(entry.title === undefined ? {} : { title: say(entry.title) }),
  ...(entry.where ? { where: whereSaid(entry.where, say) } : {}),
  ...(entry.peaks ? { peaks: entry.peaks.map((peak) => ({ ...peak, name: say(peak.name) })) } : {}),
  ...(entry.paused ? { paused: { ...entry.paused, why: say(entry.paused.why) } } : {}),
});

const programmeSaid = (programme: Programme, say: Say): Programme => ({
  ...programme,
  title: say(programme.title),
  tiers: programme.tiers.map((tier) => rungSaid(tier, say)),
  metrics: programme.metrics.map((entry) => entrySaid(entry, say)),
  ...(programme.points
    ? { points: { ...programme.points, milestones: programme.points.milestones.map((one) => rungSaid(one, say)) } }
    : {}),
  ...(programme.score
    ? {
        score: {
          ...programme.score,
          title: say(programme.score.title),
          dimensions: programme.score.dimensions.map((one) => ({ ...one, title: say(one.title) })),
        },
      }
    : {}),
  ...(programme.probation
    ? { probation: { ...programme.probation, exits: programme.probation.exits.map((one) => ({ ...one, name: say(one.name) })) } }
    : {}),
});

/** The metrics of the house are said by the language itself. */
const metricSaid = (metric: JudgedMetric, say: Say): JudgedMetric =>
  metric.subject !== 'landed'
    ? metric
    : { ...metric, title: say(metric.title), ...(metric.advice === undefined ? {} : { advice: say(metric.advice) }) };

const countryIn = (code: string, language: Language): string | undefined =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code);
const isCountry = ({ code, name }: Region): boolean => /^[A-Z]{2}$/.test(code) && countryIn(code, 'en') === name;
/** A name that is the English one of a country has a name in every language. */
const countrySaid = (region: Region, language: Language): string =>
  isCountry(region) ? (countryIn(region.code, language) ?? region.name) : region.name;

const said = <P extends Worded>(policies: P, say: Say, regionSaid: (region: Region) => string): P => ({
  ...policies,
  regions: policies.regions.map((region) => ({ ...region, name: regionSaid(region) })),
  metrics: policies.metrics.map((metric) => metricSaid(metric, say)),
  programmes: policies.programmes.map((programme) => programmeSaid(programme, say)),
});

const made = new WeakMap<object, Map<Language, object>>();

/** The policies as a reader of a language reads them; what nobody has said in it stays as it is written. Made once. */
export function policiesIn<P extends Worded & { texts?: Texts }>(policies: P, language: Language): P {
  const known = made.get(policies) ?? new Map<Language, object>();
  made.set(policies, known);
  const texts = policies.texts?.[language] ?? {};
  const say: Say = (text) => (Object.hasOwn(texts, text) ? texts[text]! : text);
  const own = known.get(language) ?? said(policies, say, (region) => textOr(texts, region.name) ?? countrySaid(region, language));
  known.set(language, own);
  return own as P;
}

const textOr = (texts: Readonly<Record<string, string>>, text: string): string | undefined =>
  Object.hasOwn(texts, text) ? texts[text] : undefined;

/** Every text that a seller may read, each once, in the order of the policies; names of countries apart. */
export function textsOf(policies: Worded): { needed: string[]; countries: string[] } {
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
  return { needed: [...needed], countries: [...countries] };
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
  const { needed, countries } = textsOf(policies);
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
    unsaid.push(...unsaidIn(file, Object.keys(yaml.texts), [...needed, ...countries]));
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
