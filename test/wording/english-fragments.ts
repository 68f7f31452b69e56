import { readFileSync } from 'node:fs';
import { filesUnder } from './files.js';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Texts between quotes of a file's code, in parts where values come in between. */
export function textsIn(file: string): string[] {
  const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^ *\/\/[^\n]*$|^import [^\n]*$/gm, '');
  const found = code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g);
  return [...found].flatMap(([, one, two, template]) =>
    template === undefined ? [(one ?? two)!] : template.split(/\$\{[^}]*\}/),
  );
}

/** Every three words that follow each other, in small letters. */
export function threeWords(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}

/** All English sentences that readers may meet: of the catalogues, and of the rooms of metrics and leads. */
export const englishTexts = (): string[] =>
  [
    ...filesUnder('wording/english'),
    ...filesUnder('metrics').filter((path) => path.endsWith('/metric.ts')),
    ...filesUnder('leads').filter((path) => path.endsWith('/lead.ts')),
  ].flatMap(textsIn);
