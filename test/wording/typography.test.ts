import { describe, expect, it } from 'vitest';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';
import { french as frenchWords } from '../../wording/french/index.js';
import { frenchPages } from '../../wording/french/pages/index.js';
import { programmeWords as frenchProgramme } from '../../wording/french/programme-words.js';
import { german as germanWords } from '../../wording/german/index.js';
import { germanPages } from '../../wording/german/pages/index.js';
import { programmeWords as germanProgramme } from '../../wording/german/programme-words.js';
import { folderOf, PACKS } from '../policies/packs.js';

/** What the policies that come with the product say in these languages, by the English text. */
const loaded = await Promise.all(
  ['policies', ...PACKS.map(folderOf)].map(async (folder) => loadPolicies(await readPolicyFiles(folder), '2026-11-16')),
);
const saidIn = (language: 'de' | 'fr'): object => loaded.map(({ texts }) => Object.values(texts![language]!));
/** All that readers of the language may meet. */
const french = { words: frenchWords, pages: frenchPages, programme: frenchProgramme, policies: saidIn('fr') };
const german = { words: germanWords, pages: germanPages, programme: germanProgramme, policies: saidIn('de') };

/** What is typed at a command line or into a policy is no language. */
const TYPED = ['words.evaluation.release', 'pages.checks.rules_often_overturned.1'];

/** A seven in whatever form a sentence takes it: as it is written, beside its number, or as a list. */
const SEVEN = Object.assign(['7'], { n: 7, shown: '7' });

/** Every text of a language, a sentence with sevens for what it takes; by its path. */
const textsOf = (words: object, path = ''): { path: string; text: string }[] =>
  Object.entries(words).flatMap(([key, value]): { path: string; text: string }[] => {
    const at = `${path}${key}`;
    if (typeof value === 'string') return [{ path: at, text: value }];
    if (typeof value !== 'function') return textsOf(value, `${at}.`);
    const seven = at.startsWith('programme.') ? SEVEN : '7';
    const said: unknown = value(...Array.from({ length: value.length }, () => seven));
    return typeof said === 'string' ? [{ path: at, text: said }] : [];
  });
const those = (words: object, wrong: RegExp): string[] =>
  textsOf(words)
    .filter(({ path }) => !TYPED.includes(path))
    .filter(({ text }) => wrong.test(text))
    .map(({ path, text }) => `${path}: ${text}`);

describe('a language’s typography', () => {
  it('French has spaces that do not break before : ; ! ? % and within « », and none is missing', () => {
    expect(those(french, /[ ][:;!?»%]|«[ ]/)).toEqual([]);
    expect(those(french, /[^\u00a0\u202f][:;!?»]|«[^\u00a0\u202f]/)).toEqual([]);
  });

  it('German quotes are „…“', () => {
    expect(those(german, /["”»«]|„[^“]*$|^[^„]*“/)).toEqual([]);
  });

  it.each([
    ['German', german],
    ['French', french],
  ])('%s has no straight quotes or apostrophes, and no two spaces or stops', (_, words) => {
    expect(those(words, /['"]|[ ]{2}|\.\.(?!\.)/)).toEqual([]);
  });
});
