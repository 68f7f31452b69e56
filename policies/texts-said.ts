/** The policies as a reader of a language reads them. It reads no file, so that pages can do the same. */
import type { Language } from '../contracts/languages.js';
import { OTHER_CARRIERS } from './for-pages.js';
import type { JudgedMetric, Programme, Region, TierEffect } from './policy.js';

/** By language, for a text of the policies what stands for it. */
export type Texts = Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;

export type Say = (text: string) => string;
/** Of policies what has texts. */
export interface Worded {
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

const countries = new Map<Language, Intl.DisplayNames>();
function countryIn(code: string, language: Language): string | undefined {
  const names = countries.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  countries.set(language, names);
  return names.of(code);
}
export const isCountry = ({ code, name }: Region): boolean => /^[A-Z]{2}$/.test(code) && countryIn(code, 'en') === name;
/** A name that is the English one of a country has a name in every language. */
const countrySaid = (region: Region, language: Language): string =>
  isCountry(region) ? (countryIn(region.code, language) ?? region.name) : region.name;

export const said = <P extends Worded>(policies: P, say: Say, regionSaid: (region: Region) => string): P => ({
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

/**
 * The policies as the page of a programme reads them: their reasons, too, in the reader's language as far as somebody has said them in it.
 * `unsaid` gives what stands for a text that nobody has.
 */
export function policiesWithReasons<P extends Worded & { texts?: Texts; carrier_classes?: Readonly<Record<string, unknown>> }>(
  policies: P,
  language: Language,
  unsaid: Say,
): P {
  const texts = policies.texts?.[language] ?? {};
  const say: Say = (text) => textOr(texts, text) ?? (text === OTHER_CARRIERS ? text : unsaid(text));
  const region = (one: Region): string =>
    textOr(texts, one.name) ?? (isCountry(one) ? countrySaid(one, language) : unsaid(one.name));
  const read = said(policies, say, region);
  const classes = Object.entries(policies.carrier_classes ?? {}).map(([name, carriers]) => [say(written(name)), carriers]);
  return {
    ...read,
    ...(policies.carrier_classes && { carrier_classes: Object.fromEntries(classes) }),
    programmes: read.programmes.map((programme) => reasonsSaid(programme, say)),
  };
}

/** Every `why` of a programme. That of a pause is said with the programme, for mails say it. */
export function reasonsSaid<T>(of: T, say: Say): T {
  if (Array.isArray(of)) return of.map((one) => reasonsSaid(one, say)) as T;
  if (typeof of !== 'object' || of === null) return of;
  const said = Object.entries(of).map(([key, value]) => {
    if (key === 'paused') return [key, value];
    return [key, key === 'why' && typeof value === 'string' ? say(value) : reasonsSaid(value, say)];
  });
  return Object.fromEntries(said) as T;
}

const textOr = (texts: Readonly<Record<string, string>>, text: string): string | undefined =>
  Object.hasOwn(texts, text) ? texts[text] : undefined;
