/** What a reader of the dashboard sees or hears comes out of the catalogue (wording/english/pages, dashboard/src/speech.ts): never from a page's own code. */
import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { filesUnder } from '../wording/files.js';

/** The same in every language, and what are classes. */
const SAME = ['UTC'];
const CLASSES = ['text reason'];
/** Attributes and properties that a reader sees or hears. */
const SAID = ['aria-label', 'title', 'placeholder', 'label', 'note', 'alt'];
/** What is of no language: classes, drawing, and where code comes from. */
const UNSAID = /^(ImportDeclaration|ThrowStatement|NewExpression|TSLiteralType)$/;
const UNSAID_ATTRIBUTES = /^(className|style|d|points|viewBox|transform|preserveAspectRatio|testid|data-.*|key)$/;

interface Node {
  type: string;
  [part: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nameOf = (node: unknown): string => {
  const { name, value } = (node ?? {}) as { name?: unknown; value?: unknown };
  return String(typeof name === 'object' ? nameOf(name) : (name ?? value ?? ''));
};
const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text) && !SAME.includes(text.trim());
const isSentence = (text: string): boolean => /\p{L}+\s+\p{L}+/u.test(text) && !CLASSES.includes(text);

/** English that a file of a page says itself. */
function inlineWords(path: string, text: string): string[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const found: string[] = [];
  const visit = (part: unknown, said: boolean): void => {
    if (Array.isArray(part)) for (const one of part) visit(one, said);
    if (!isNode(part) || UNSAID.test(part.type)) return;
    const { type, value } = part;
    if (type === 'JSXText' && hasWord(String(value))) found.push(String(value).trim());
    if (type === 'Literal' && typeof value === 'string' && (said ? hasWord(value) : isSentence(value))) found.push(value);
    if (type === 'TemplateElement') {
      const { cooked } = value as { cooked: string };
      if (isSentence(cooked) || /\s\p{L}{2}|\p{L}{2}\s/u.test(cooked)) found.push(cooked);
    }
    if (type === 'JSXAttribute') {
      const name = nameOf(part.name);
      if (!UNSAID_ATTRIBUTES.test(name)) visit(part.value, SAID.includes(name) && (part.value as Node)?.type === 'Literal');
      return;
    }
    const within = type === 'Property' && SAID.includes(nameOf(part.key)) && (part.value as Node).type === 'Literal';
    for (const [name, child] of Object.entries(part)) if (name !== 'parent') visit(child, within && name === 'value');
  };
  visit(program, false);
  return found;
}

it('no page of the dashboard says a word of its own', () => {
  const files = filesUnder('dashboard/src').filter((path) => path.endsWith('.tsx'));
  expect(files.length).toBeGreaterThan(40);
  const inline = files.flatMap((path) => inlineWords(path, readFileSync(path, 'utf8')).map((words) => `${path}: ${words}`));
  expect(inline).toEqual([]);
});

it('finds words between tags, in what is heard and shown beside, and in sentences that are put together', () => {
  const words = (code: string): string[] => inlineWords('page.tsx', code);
  expect(words('const a = <p>Orders</p>;')).toEqual(['Orders']);
  expect(words('const a = <p aria-label="Orders" className="one two" />;')).toEqual(['Orders']);
  expect(words("const a = <p>{n > 1 ? 'some orders' : `of all ${n}`}</p>;")).toEqual(['some orders', 'of all ']);
  expect(words('const a = <p>{`${n} days`}</p>;')).toEqual([' days']);
  expect(words("const a = { title: 'Orders', view: 'orders' };")).toEqual(['Orders']);
  expect(words('const a = <p className={`one ${two} three four`}>{say.orders}: {n} ·</p>;')).toEqual([]);
});
