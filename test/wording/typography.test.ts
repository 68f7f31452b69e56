import { describe, expect, it } from 'vitest';
import { french } from '../../wording/french/index.js';
import { german } from '../../wording/german/index.js';

/** Every text of a language, a sentence with sevens for what it takes; by its path. */
const textsOf = (words: object, path = ''): { path: string; text: string }[] =>
  Object.entries(words).flatMap(([key, value]): { path: string; text: string }[] => {
    const at = `${path}${key}`;
    if (typeof value === 'string') return [{ path: at, text: value }];
    if (typeof value !== 'function') return textsOf(value, `${at}.`);
    const said: unknown = value(...Array.from({ length: value.length }, () => '7'));
    return typeof said === 'string' ? [{ path: at, text: said }] : [];
  });
const those = (words: object, wrong: RegExp): string[] =>
  textsOf(words)
    // What is typed at a command line is no language.
    .filter(({ path }) => path !== 'evaluation.release')
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
