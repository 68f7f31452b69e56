/** The text of a programme in every language: the same numbers, no English but the policy's own words, and those told apart. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Language, WRITTEN } from '../../contracts/languages.js';
import { blocksOf, inlineOf } from '../../dashboard/src/programme/markdown.js';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';
import type { Policies } from '../../policies/policy.js';
import { policiesWithReasons } from '../../policies/texts-said.js';
import { asWritten, markAsWritten, piecesOf } from '../../wording/as-written.js';
import { programmeText } from '../../wording/programme-text.js';
import { PROGRAMME_WORDS } from '../../wording/programme-words.js';
import { wordingFor } from '../../wording/wording.js';

const packs = readdirSync('examples/programmes', { withFileTypes: true }).filter((one) => one.isDirectory());
const FOLDERS = ['policies', ...packs.map(({ name }) => `examples/programmes/${name}`)];

async function textOf(language: Language, policies: Policies): Promise<string> {
  const { programmeWords: say } = await PROGRAMME_WORDS[language]();
  const read = policiesWithReasons(policies, language, language === 'en' ? (text) => text : markAsWritten);
  const wording = wordingFor(language, read);
  const population = () => '';
  return read.programmes
    .map((programme) => programmeText({ policies: read, programme, wording, say, population, inDocs: false }))
    .join('\n');
}

const numbers = (text: string): string[] =>
  (
    asWritten(text)
      .replaceAll(/\(#[^)]*\)|id="[^"]*"/g, '')
      // French has a space where English has a comma.
      .replaceAll(/(\d)[\u00a0\u202f](?=\d{3})/g, '$1')
      .match(/\d+(?:[.,]\d+)*/g) ?? []
  )
    .map((one) =>
      one
        .replaceAll(',', '.')
        .replace(/\.(\d{3})(?=\.|$)/g, '$1')
        .replace(/\.0+$/, ''),
    )
    .sort();
/** What is in the reader's language, without the marks of Markdown. */
const own = (text: string): string =>
  piecesOf(text.replaceAll(/\(#[^)]*\)|id="[^"]*"|`[^`]*`/g, ''), false)
    .pieces.flatMap((piece) => (piece.asWritten ? [] : piece.text))
    .join(' ');

describe.each(FOLDERS)('the text of %s', async (folder) => {
  const policies = loadPolicies(await readPolicyFiles(folder), '2026-11-16');
  const english = await textOf('en', policies);

  it.each(WRITTEN.filter((one) => one !== 'en'))('says in %s the same numbers, and no English of its own', async (language) => {
    const text = await textOf(language, policies);
    expect(numbers(text)).toEqual(numbers(english));
    expect(own(text).match(/\b(the|and|or|your|with|orders|which|days|undefined)\b/gi) ?? []).toEqual([]);
    expect(blocksOf(text).map(({ kind }) => kind)).toEqual(blocksOf(english).map(({ kind }) => kind));
  });

  it('has no marks in English', () => expect(asWritten(english)).toBe(english));
});

describe("a policy's own words", () => {
  const withTexts = async (texts: string) =>
    loadPolicies({ ...(await readPolicyFiles('policies')), 'texts.de.yaml': `texts:\n${texts}` }, '2026-11-16');

  it('are read in the language in which its file of texts says them, reasons too, and else as they are written', async () => {
    const why = 'buyers see the dispatch promise first; a month is long enough to forget one bad day';
    const text = await textOf('de', await withTexts(`  "${why}": ein Monat reicht\n  Top seller: Spitze\n`));
    expect(own(text)).toContain('Ein Monat reicht.');
    expect(own(text)).toContain('#### Spitze');
    expect(asWritten(text)).not.toContain(why);
    expect(text).toContain(markAsWritten('Good standing'));
  });

  it('are shown in their own language, in headings, in bold and in sentences', () => {
    const [begin, end] = markAsWritten(' ').split(' ');
    expect(inlineOf(`Ende (**${begin}Proven${end}**) ${begin}a **b** c${end} d`)).toEqual([
      { text: 'Ende (', look: 'plain' },
      { text: 'Proven', look: 'strong', asWritten: true },
      { text: ') ', look: 'plain' },
      { text: 'a ', look: 'plain', asWritten: true },
      { text: 'b', look: 'strong', asWritten: true },
      { text: ' c', look: 'plain', asWritten: true },
      { text: ' d', look: 'plain' },
    ]);
    expect(blocksOf(`#### ${markAsWritten('Top')}`)).toEqual([
      { kind: 'heading', level: 4, id: undefined, says: [{ text: 'Top', look: 'plain', asWritten: true }] },
    ]);
  });
});
