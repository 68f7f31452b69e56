/** How mails of other languages are held against the English ones: by its sentences, and by the numbers. */
import { readdirSync, readFileSync } from 'node:fs';
import { textsOf } from '../../policies/texts.js';
import { LANGUAGES, type Language } from '../../wording/words.js';
import { policies } from '../helpers/mail-run.js';

export const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', it: 'it-IT', es: 'es-ES', pt: 'pt-BR' };
export const WRITTEN = Object.keys(LANGUAGES) as Language[];
export const OTHERS = WRITTEN.filter((language) => language !== 'en');

/** Runs of three words and more that stand in the English catalogue or in the rooms of metrics. */
export function englishFragments(): string[] {
  const files = [
    ...readdirSync('wording/english', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `wording/english/${name}`),
    ...readdirSync('metrics', { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? [`metrics/${one.name}/metric.ts`] : [],
    ),
  ];
  const found = new Set<string>(textsOf(policies).needed);
  for (const file of files) {
    const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^ *\/\/[^\n]*$|^import [^\n]*$/gm, '');
    for (const [, quoted, template] of code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g))
      for (const part of quoted === undefined ? template!.split(/\$\{[^}]*\}/) : [quoted]) found.add(part.trim());
  }
  return [...found].filter((text) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= 3);
}

/** Its numbers as they are, whatever the language writes between their digits. */
export function numbersIn(text: string, locale: string): string[] {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' } as never).formatToParts(12345.6);
  const group = parts.find(({ type }) => type === 'group')?.value ?? ',';
  const decimal = parts.find(({ type }) => type === 'decimal')!.value;
  const inside = new RegExp(`\\d+(?:[${group}\u202f]\\d{3})*(?:[${decimal}]\\d+)?`, 'g');
  const found = (text.match(inside) ?? []).map((number) =>
    number.replaceAll(group, '').replaceAll('\u202f', '').replace(decimal, '.'),
  );
  // A language may have a word for one or both where another has the figure, and say a number twice where another says it once.
  return [...new Set(found)].filter((number) => !['0', '1', '2'].includes(number)).sort();
}
