/** @jsxRuntime automatic */
/** The page of the programmes: what docs/programmes.md says, and nothing that a policy's own text could slip in. */
import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { blocksOf, inlineOf } from '../../dashboard/src/programme/markdown.js';
import { Text } from '../../dashboard/src/programme/Text.js';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';
import { programmeWords } from '../../wording/english/programme-words.js';
import { programmeText } from '../../wording/programme-text.js';
import { wordingFor } from '../../wording/wording.js';

const shipped = await readPolicyFiles('policies');
const textOf = (files: Record<string, string>): string => {
  const policies = loadPolicies(files, '2026-11-16');
  return programmeText({
    policies,
    programme: policies.programmes[0]!,
    wording: wordingFor('en', policies),
    say: programmeWords,
    inDocs: false,
  });
};
const shown = (markdown: string): string => renderToStaticMarkup(<Text markdown={markdown} name="A programme" />);
const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"');
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the page of a programme', () => {
  it('says every word of docs/programmes.md about it, but for the links into the other documents', () => {
    const page = readFileSync('docs/programmes.md', 'utf8').split('\n## ')[1]!;
    const ofDocs = page
      .split('\n')
      .filter((line) => !/\]\((metrics|fairness)\.md/.test(line) && !line.startsWith('| ---'))
      .join('\n')
      .replaceAll(/<a id="[^"]+"><\/a>|\]\(#[^)]+\)/g, '');
    expect(words(plain(shown(textOf(shipped))))).toEqual(words(ofDocs));
  });

  it('has a place for each link', () => {
    const text = textOf(shipped);
    const html = shown(text);
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, to]) => to);
    expect(links).toHaveLength(7);
    for (const to of links) expect(html).toContain(`id="${to}"`);
  });

  it('a table keeps its cells, empty ones too, and says which are numbers', () => {
    const [table] = blocksOf('| at | | why |\n| ---: | --- | --- |\n| 1 | **A** and `b` |  |\n');
    expect(table).toMatchObject({ kind: 'table', numbers: [true, false, false] });
    expect(shown('| at | | why |\n| ---: | --- | --- |\n| 1 | **A** and `b` |  |')).toContain(
      '<th scope="row" class="">1</th><td class="text reason"><strong>A</strong> and <code>b</code></td><td class="text reason"></td>',
    );
  });

  it('what a policy writes as markup or as a link elsewhere is shown as text', () => {
    const html = shown('## <img src=x onerror=alert(1)>\n\n[go](javascript:alert(1)) and [there](https://evil.example)\n');
    expect(html).not.toMatch(/<img|href/);
    expect(html).toContain('[go](javascript:alert(1))');
    expect(inlineOf('[a](#b)')).toEqual([{ text: 'a', look: 'link', to: 'b' }]);
  });

  it('a version that comes later is kept beside those that judge, and changes nothing of who is judged', () => {
    const eu = shipped['eu-seller-standards.yaml']!;
    const next = eu.replace(/^version: .*$/m, 'version: "1.2"').replace(/^in_force_from: .*$/m, 'in_force_from: 2027-01-01');
    expect(next).not.toBe(eu);
    const both = loadPolicies({ ...shipped, 'next.yaml': next }, '2026-11-16');
    const alone = loadPolicies(shipped, '2026-11-16');
    expect(both.waiting?.map(({ version }) => version)).toEqual(['1.2']);
    expect(alone).not.toHaveProperty('waiting');
    expect(both.fingerprint).toBe(alone.fingerprint);
    expect(both.programmes).toEqual(alone.programmes);
  });
});
