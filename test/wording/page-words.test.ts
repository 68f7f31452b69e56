/** What the dashboard alone says, in every language that it speaks: whole, in that language, and with each value that the English sentence has. */
import { describe, expect, it } from 'vitest';
import { WRITTEN } from '../../contracts/languages.js';
import { ENGLISH, PAGE_LANGUAGES } from '../../wording/page-languages.js';

/** Values that are told apart in a sentence, written as numbers are. */
const VALUES = ['4101', '4202', '4303', '4404'];

/** Every text by its place; of a sentence, as it reads of those values. */
function saidIn(words: unknown, at = ''): [place: string, text: string][] {
  if (typeof words === 'string') return [[at, words]];
  if (typeof words === 'function') return [[at, String(words(...VALUES))]];
  return Object.entries(words as object).flatMap(([key, part]) => saidIn(part, `${at}.${key}`));
}
const valuesIn = (text: string): string[] => [...new Set(text.match(/4[1-4]0[1-4]/g))].sort();
const wordsIn = (text: string): number => (text.match(/\p{L}+/gu) ?? []).length;
const english = new Map(saidIn(ENGLISH.pages));

it('the dashboard speaks every language that mails are written in', () => {
  expect(['en', ...Object.keys(PAGE_LANGUAGES)]).toEqual(WRITTEN);
  expect(english.size).toBeGreaterThan(200);
});

describe.each(Object.keys(PAGE_LANGUAGES) as (keyof typeof PAGE_LANGUAGES)[])('in %s', (language) => {
  it('says all that the English pages say and nothing else', async () => {
    const said = saidIn((await PAGE_LANGUAGES[language]!()).pages);
    expect(said.map(([place]) => place).sort()).toEqual([...english.keys()].sort());
  });

  it('no sentence is the English one, and each has the values that the English one has', async () => {
    for (const [place, text] of saidIn((await PAGE_LANGUAGES[language]!()).pages)) {
      const own = english.get(place)!;
      if (wordsIn(text) > 2) expect(text, place).not.toBe(own);
      expect(valuesIn(text), `${place}: ${text}`).toEqual(valuesIn(own));
    }
  });
});
