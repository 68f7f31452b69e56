/** What the dashboard says of a check is what the check says of itself, in every language. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checks } from '../../wording/english/pages/checks.js';
import { PAGE_LANGUAGES } from '../../wording/page-languages.js';
import { titled } from '../../wording/wording.js';

it('every check that warns has its words, which are those of its file', () => {
  const warns = readdirSync('sql/checks').flatMap((file) => {
    const says = /^-- warn: (.*)/.exec(readFileSync(`sql/checks/${file}`, 'utf8'))?.[1];
    const name = file.replace('.sql', '');
    return says ? [[name, [titled(name), says]]] : [];
  });
  expect(checks).toEqual(Object.fromEntries(warns));
});

it.each(Object.entries(PAGE_LANGUAGES))('in %s every check has a title and a sentence of its own', async (_, spoken) => {
  const { pages } = await spoken();
  for (const [name, own] of Object.entries(pages.checks)) {
    const [title, text] = checks[name as keyof typeof checks];
    expect(own, name).toHaveLength(2);
    expect(own[0], name).not.toBe(title);
    expect(own[1], name).not.toBe(text);
    // What is typed and looked for stays as it is.
    for (const code of text!.match(/\w+_\w+|\w+\.yaml|quarantine\/<dataset>\/|paused: \{[^}]*\}/g) ?? [])
      expect(own[1]).toContain(code);
  }
});
