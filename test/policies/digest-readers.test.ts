/** In which language digests are read, as regions.yaml says it. */
import { describe, expect, it } from 'vitest';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';

const shipped = await readPolicyFiles('policies');
const PLAIN = 'mails:\n  from: a@b.example\n';

/** The shipped policies, with what stands below `mails` after its sender. */
const withMails = (mails: string) => {
  const regions = shipped['regions.yaml']!.replace(/^mails:[\s\S]*$/m, `${PLAIN}${mails}`);
  return loadPolicies({ ...shipped, 'regions.yaml': regions }, '2026-11-16');
};
/** What is refused, without the name of the file and its line, which differ by the file's length alone. */
function refused(mails: string): string[] {
  try {
    withMails(mails);
  } catch (error) {
    if (error instanceof PolicyRefused) return error.lines;
    throw error;
  }
  return [];
}
const lineOf = (text: string, mails: string): number =>
  shipped['regions.yaml']!.replace(/^mails:[\s\S]*$/m, `${PLAIN}${mails}`)
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

describe('readers of digests', () => {
  it('read English where nothing is said, and are then written as they were: as addresses alone', () => {
    const { mails } = loadPolicies(shipped, '2026-11-16');
    expect(mails.leadership).toEqual(['leadership@marketplace.example']);
    expect(mails.regional_teams.DE).toEqual(['team-de@marketplace.example']);
  });

  it('have a language each, or one for all of a list but who has one of their own', () => {
    const { mails } =
      withMails(`  leadership: { language: fr, readers: [boss@b.example, { address: ceo@b.example, language: en-US }] }
  regional_teams:
    DE: [team@b.example, { address: bern@b.example, language: de-CH }]
`);
    expect(mails.leadership).toEqual([
      { address: 'boss@b.example', language: 'fr' },
      { address: 'ceo@b.example', language: 'en-US' },
    ]);
    expect(mails.regional_teams).toEqual({ DE: ['team@b.example', { address: 'bern@b.example', language: 'de-CH' }] });
  });

  it.each([
    ['German', 'did you mean de?'],
    ['deutsch', 'did you mean de?'],
    ['Portugese', 'did you mean pt?'],
    ['de-Germany', 'did you mean de?'],
    ['fr-QQ', 'did you mean fr?'],
    ['fi', 'choose among en, de, fr, it, es, pt'],
  ])('a language that is none, such as %s, is refused by its line with what was probably meant', (language, next) => {
    const mails = `  leadership:\n    language: ${language}\n    readers: [a@b.example]\n`;
    expect(refused(mails)).toEqual([
      `regions.yaml:${lineOf('language:', mails)} mails.leadership.language: "${language}" is no language that digests are written in; ${next}`,
    ]);
  });

  it.each([
    ['leadership', '{ langauge: de, readers: [a@b.example] }', 'langauge: is not a key we know here; did you mean language?'],
    ['leadership', '{ language: de }', 'readers: is missing; add it (a list)'],
    [
      'leadership',
      '{ language: de, readers: [a] }',
      'readers.0: "a" is not one plain address; write one such as team@market.example, without a name, and several as a list',
    ],
    ['leadership', '[{ address: a@b.example, lang: de }]', '0.language: is missing; add it (text)'],
    ['leadership', 'a@b.example', 'leadership: needs a list, not "a@b.example"'],
    [
      'leadership',
      '[{ address: A@b.example, language: de }, a@b.example]',
      '1: a@b.example is named before in another language, and gets one digest a week; keep one of the two',
    ],
  ])('%s: %s says what to write instead', (key, value, said) => {
    const found = refused(`  ${key}: ${value}\n`);
    expect(found.join('\n')).toContain(said);
  });
});
