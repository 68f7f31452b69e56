/** What sellers read of policies in their own language: texts.de.yaml and its like. */
import { describe, expect, it } from 'vitest';
import { textsInWords } from '../../cli/texts-in-words.js';
import { WRITTEN } from '../../contracts/languages.js';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies, type PolicyRefused, readPolicies } from '../../policies/load.js';
import { textsMissing, textsOf } from '../../policies/texts.js';
import { policiesIn } from '../../policies/texts-said.js';
import { wordingFor } from '../../wording/wording.js';
import { filesOf, PACKS } from './packs.js';

const DAY = '2026-11-16';
const shipped = await readPolicyFiles('policies');
const untranslated = Object.fromEntries(Object.entries(shipped).filter(([name]) => !name.startsWith('texts.')));
const loaded = (texts: Readonly<Record<string, string>> = {}) => loadPolicies({ ...untranslated, ...texts }, DAY);
const refusal = (texts: Readonly<Record<string, string>>): string[] => {
  try {
    loaded(texts);
    return [];
  } catch (error) {
    return (error as PolicyRefused).lines;
  }
};
/** What stands under keys of texts, wherever they are; beside them the names of ways out and of peaks, of goods and carriers, and why a metric rests. */
const textsUnder = (value: unknown, path = ''): string[] => {
  if (typeof value === 'string')
    return /\.(title|means|in_words|advice)$|paused\.why$|(exits|peaks)\.\d+\.name$|(category|carrier_class)\.names\.\d+$/.test(
      path,
    )
      ? [value.replaceAll('_', ' ')]
      : [];
  return Object.entries(value ?? {}).flatMap(([key, one]) => textsUnder(one, `${path}.${key}`));
};
const GERMAN = {
  'texts.de.yaml': 'texts:\n  Top seller: Top-Verkäufer\n  "Meets what every buyer may expect.": "Erfüllt alles."\n',
};

describe.each([['policies', shipped] as const, ...PACKS.map((pack) => [pack, filesOf(pack)] as const)])(
  'the texts of %s',
  (_, files) => {
    const { policies, unsaid } = readPolicies(files, DAY);
    const { needed, reasons } = textsOf(policies);

    it.each(WRITTEN.filter((one) => one !== 'en'))('are all said in %s, reasons too', (language) => {
      const texts = policies.texts?.[language] ?? {};
      expect([...needed, ...reasons].filter((text) => !Object.hasOwn(texts, text))).toEqual([]);
    });

    it('are no others', () => expect(unsaid).toEqual([]));
  },
);

describe('texts of policies by language', () => {
  it('a reader of the language reads them, and what nobody said as it is written; the policies themselves stay', () => {
    const policies = loaded(GERMAN);
    const [programme] = policiesIn(policies, 'de').programmes;
    expect(programme!.tiers.map(({ title }) => title)).toEqual(['Top-Verkäufer', 'Good standing', 'At risk', 'Below standard']);
    expect(programme!.tiers[1]!.means).toBe('Erfüllt alles.');
    expect(policiesIn(policies, 'fr').programmes[0]!.tiers[0]!.title).toBe('Top seller');
    expect(policies.programmes[0]!.tiers[0]!.title).toBe('Top seller');
  });

  it('a country is called by its name in the language; what is no name of a country stays, or is said by a file', () => {
    const policies = loaded();
    const names = (language: 'de' | 'fr', some = policies) => policiesIn(some, language).regions.map(({ name }) => name);
    expect(names('de')).toEqual(['Deutschland', 'Spanien', 'Frankreich', 'Vereinigtes Königreich', 'Irland', 'Italien']);
    expect(names('fr')[0]).toBe('Allemagne');
    const own = { ...policies, regions: policies.regions.map((one) => ({ ...one, name: `${one.name} and islands` })) };
    expect(names('de', own)[1]).toBe('Spain and islands');
    expect(names('de', { ...own, texts: { de: { 'Spain and islands': 'Spanien mit Inseln' } } })[1]).toBe('Spanien mit Inseln');
  });

  it('a country whose name is the same in another language is a country all the same', () => {
    const portugal = { ...loaded().regions[0]!, code: 'PT', name: 'Portugal' };
    const { needed, countries } = textsOf({ ...loaded(), regions: [portugal, { ...portugal, name: 'Iberia' }] });
    expect(countries).toEqual(['Portugal']);
    expect(needed).toContain('Iberia');
  });

  it('titles and advice of own metrics, of entries, points, scores and ways out of a probation have theirs', async () => {
    const every = await readPolicyFiles('test/recompute/every-word');
    const policies = loadPolicies({ ...untranslated, ...every }, DAY);
    const { needed } = textsOf(policies);
    const upper = Object.fromEntries(needed.map((text) => [text, text.toUpperCase()]));
    const german = policiesIn({ ...policies, texts: { de: upper } }, 'de');
    // Whatever is left in small letters was not asked for: heard anew, everything is said.
    expect(textsOf({ ...german, regions: [] }).needed).toEqual(needed.map((text) => text.toUpperCase()));
    expect(needed.toSorted()).toEqual(
      [
        ...new Set([
          ...textsUnder(policies.programmes),
          ...textsUnder(policies.metrics.filter(({ subject }) => subject === 'landed')),
        ]),
      ].sort(),
    );
    expect(needed).toEqual(expect.arrayContaining(['Late dispatch, abroad', 'Proven', 'toys']));
    expect(wordingFor('de', { ...policies, texts: { en: upper } }).said('Proven')).toBe('Proven');
  });

  it.each([
    [
      'a slip in a text',
      { 'texts.de.yaml': 'texts:\n  Top sellr: X\n  At risk: Y\n' },
      'texts.de.yaml:2 texts.Top sellr: no policy says this (any more); did you mean "Top seller"?',
    ],
    [
      'a text that was changed',
      { 'texts.fr.yaml': 'texts:\n  At risk: Y\n  "Meets what any buyer may expect.": X\n' },
      'texts.fr.yaml:3 texts.Meets what any buyer may expect.: no policy says this (any more); did you mean "Meets what every buyer may expect."?',
    ],
    [
      'a text of nothing',
      { 'texts.fr.yaml': 'texts:\n  At risk: Y\n  Foo: X\n' },
      'texts.fr.yaml:3 texts.Foo: no policy says this (any more); take it out',
    ],
    [
      'the texts of another folder',
      { 'texts.fr.yaml': 'texts:\n  Bar: Y\n  Foo: X\n' },
      'texts.fr.yaml:1 texts: no policy says any of these texts; take the file out, or write those that the policies have',
    ],
  ])('%s stops no night: the check tells its line, with what was probably meant', (_, texts, line) => {
    const { policies, unsaid } = readPolicies({ ...untranslated, ...texts }, DAY);
    expect(unsaid).toEqual([line]);
    expect(textsInWords(policies, unsaid, wordingFor('en')).at(-1)).toBe(`Translated, and said by no policy\n  ${line}`);
  });

  it.each([
    [
      'a language that is not written',
      { 'texts.fi.yaml': 'texts: {}\n' },
      'texts.fi.yaml:1 (whole file): fi is not a language that mails are written in; choose among en, de, fr, it, es, pt',
    ],
    [
      'a language twice',
      { 'texts.de.yaml': 'texts: {}\n', 'texts.de.yml': 'texts: {}\n' },
      'texts.de.yml:1 (whole file): there is another file of texts in de; make one of the two',
    ],
    [
      'an empty text',
      { 'texts.de.yaml': 'texts:\n  At risk: " "\n' },
      'texts.de.yaml:2 texts.At risk: is empty; write the text, or take the line out',
    ],
    [
      'another key',
      { 'texts.de.yaml': 'texts: {}\ntext: {}\n' },
      'texts.de.yaml:2 text: is not a key we know here; did you mean texts?',
    ],
  ])('%s is refused by its line, with what was probably meant', (_, texts, line) => {
    expect(refusal(texts)).toEqual([line]);
  });

  it('a text of a version that is over may stay', () => {
    const programme = untranslated['eu-seller-standards.yaml']!;
    const older = programme
      .replace('title: Top seller', 'title: Best seller')
      .replace('2026-01-01', '2025-01-01')
      .replace('2025-12-01', '2024-12-01')
      .replace('"1.1"', '"1.0"');
    const texts = { 'texts.de.yaml': 'texts:\n  Best seller: Spitzenverkäufer\n  Top seller: Top-Verkäufer\n' };
    expect(readPolicies({ ...untranslated, 'older.yaml': older, ...texts }, DAY).unsaid).toEqual([]);
  });

  it('the check says what is missing in each language that a region or a file has, and of what is complete that it is', () => {
    const policies = loaded(GERMAN);
    expect(textsMissing(policies).map(({ language, missing, of }) => [language, missing.length, of])).toEqual([
      ...[
        ['de', 11, 13],
        ['fr', 13, 13],
        ['it', 13, 13],
        ['es', 13, 13],
      ],
    ]);
    expect(textsInWords(policies, [], wordingFor('en'))[0]!.split('\n')[1]).toBe(
      '  German: 11 of 13 texts not said in texts.de.yaml, and read as they are written: "European seller standards", "Among our most reliable sellers: the badge shows on every listing.", "Your listings carry the badge and stand higher in search, and you are paid sooner." and 8 more',
    );
    expect(textsInWords(loadPolicies(shipped, DAY), readPolicies(shipped, DAY).unsaid, wordingFor('en'))).toEqual([
      [
        'What sellers read of these policies, by language',
        ...['German', 'French', 'Italian', 'Spanish', 'Portuguese'].map((name) => `  ${name}: all 13 texts are said`),
      ].join('\n'),
    ]);
  });

  it('the check asks for the languages of readers of digests, too', () => {
    const policies = loaded();
    const leadership = ['boss@b.example', { address: 'rio@b.example', language: 'pt-BR' }];
    const asked = (mails = policies.mails) => textsMissing({ ...policies, mails }).map(({ language }) => language);
    expect(asked()).toEqual(['de', 'fr', 'it', 'es']);
    expect(asked({ ...policies.mails, leadership })).toEqual(['de', 'fr', 'it', 'es', 'pt']);
  });

  it('texts are part of what a run is made by', () => {
    expect(loaded(GERMAN).fingerprint).not.toBe(loaded().fingerprint);
    expect(loaded().texts).toBeUndefined();
  });
});
