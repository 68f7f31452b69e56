import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Rendered } from '../../emails/rows.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'golden');
const HOW = 'If the change is meant, run UPDATE_GOLDEN=1 npx vitest run test/emails and read the diff.';

/** Compares a mail with test/emails/golden/<name>.golden.{html,txt}; UPDATE_GOLDEN=1 writes them instead. The subject heads the text. */
export function expectGolden(name: string, mail: Rendered): void {
  const wanted = { html: mail.html, txt: `Subject: ${mail.subject}\n\n${mail.text}` };
  for (const [kind, content] of Object.entries(wanted)) expectSame(`${name}.golden.${kind}`, content);
}

/** The same of a text alone. */
export const expectGoldenText = (name: string, text: string): void => expectSame(`${name}.golden.txt`, text);

function expectSame(file: string, content: string): void {
  const path = join(folder, file);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  if (!existsSync(path)) throw new Error(`test/emails/golden/${file} is missing. ${HOW}`);
  expect(content, `test/emails/golden/${file} differs. ${HOW}`).toBe(readFileSync(path, 'utf8'));
}
