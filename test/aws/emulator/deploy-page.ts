/** The commands of docs/deploy.md, as somebody would type them from top to bottom. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../../infra/shared/home.js';

export const PAGE = 'docs/deploy.md';

export interface Typed {
  /** `docs/deploy.md:87` */
  place: string;
  /** A command as one text, of several lines if it is a loop or continued; or a query. */
  text: string;
  kind: 'shell' | 'sql';
}

/** Lines of a block of shell, so that what belongs together is one: continued lines, and loops up to their `done`. */
function commandsOf(lines: readonly string[], first: number): Typed[] {
  const commands: Typed[] = [];
  let open: { at: number; lines: string[] } | undefined;
  lines.forEach((line, nth) => {
    if (!open && line.trim() === '') return;
    open ??= { at: first + nth, lines: [] };
    open.lines.push(line);
    const text = open.lines.join('\n');
    const quotes = text.replaceAll(/'[^']*'/g, '').split('"').length - 1;
    if (line.endsWith('\\') || quotes % 2 === 1 || (/^for /.test(text) && line !== 'done')) return;
    commands.push({ place: `${PAGE}:${open.at}`, text: withoutComment(text), kind: 'shell' });
    open = undefined;
  });
  if (open) throw new Error(`${PAGE}: ${(open as { lines: string[] }).lines[0]} does not end in its block`);
  return commands;
}

const withoutComment = (text: string): string => text.replace(/\s+#\s.*$/, '');

/** Everything that the page has one type: blocks of sh and sql, and commands of aws and cdk in the running text. */
export function typedOn(page = readFileSync(join(HOME, PAGE), 'utf8')): Typed[] {
  const lines = page.split('\n');
  const found: Typed[] = [];
  for (let at = 0; at < lines.length; at++) {
    const language = /^```(\w*)/.exec(lines[at]!)?.[1];
    if (language === undefined) {
      for (const [, text] of lines[at]!.matchAll(/`((?:aws|npx cdk) [^`]+)`/g))
        found.push({ place: `${PAGE}:${at + 1}`, text: text!, kind: 'shell' });
      continue;
    }
    const end = lines.indexOf('```', at + 1);
    const block = lines.slice(at + 1, end);
    if (language === 'sh') found.push(...commandsOf(block, at + 2));
    if (language === 'sql') found.push({ place: `${PAGE}:${at + 2}`, text: block.join('\n'), kind: 'sql' });
    at = end;
  }
  return found;
}
