import { piecesOf } from '../../../wording/as-written.js';

/**
 * The part of Markdown that wording/programme-text.ts writes, read into blocks. Whatever else a policy's own text holds stays text:
 * a link leads nowhere but to a place on the page.
 */
export type Inline = { text: string; asWritten?: true } & ({ look: 'plain' | 'strong' | 'code' } | { look: 'link'; to: string });

export type Block =
  | { kind: 'heading'; level: number; id: string | undefined; says: Inline[] }
  | { kind: 'paragraph'; says: Inline[] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'table'; head: Inline[][]; numbers: boolean[]; rows: Inline[][][] };

const INLINE = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(#([^)\s]+)\)/g;

export function inlineOf(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  const plain = (to: number) => {
    if (to > from) found.push({ text: text.slice(from, to), look: 'plain' });
  };
  for (const match of text.matchAll(INLINE)) {
    const [whole, strong, code, link, to] = match;
    plain(match.index);
    from = match.index + whole.length;
    if (strong !== undefined) found.push({ text: strong, look: 'strong' });
    else if (code !== undefined) found.push({ text: code, look: 'code' });
    else found.push({ text: link!, look: 'link', to: to! });
  }
  plain(text.length);
  return toldApart(found);
}

/** Parts in the reader's language and parts as the policy has them, each by itself; the marks are gone. */
function toldApart(parts: readonly Inline[]): Inline[] {
  let within = false;
  return parts.flatMap((part) => {
    const found = piecesOf(part.text, within);
    within = found.within;
    return found.pieces.map(({ text, asWritten }) => ({ ...part, text, ...(asWritten && { asWritten }) }));
  });
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split(/ \|(?= |$)/)
    .map((cell) => cell.trim());

const tableOf = ([head = '', rule = '', ...rows]: string[]): Block => ({
  kind: 'table',
  head: cellsOf(head).map(inlineOf),
  numbers: cellsOf(rule).map((cell) => cell.endsWith(':')),
  rows: rows.map((row) => cellsOf(row).map(inlineOf)),
});

const HEADING = /^(#{2,4}) (?:<a id="([^"]+)"><\/a>)?(.*)$/;
const kindOf = (line: string): string => (line.startsWith('| ') ? 'table' : line.startsWith('- ') ? 'list' : 'other');

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n').filter((line) => line !== '');
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const kind = kindOf(line);
    const heading = HEADING.exec(line);
    let end = at + 1;
    while (kind !== 'other' && end < lines.length && kindOf(lines[end]!) === kind) end++;
    const some = lines.slice(at, end);
    if (kind === 'table') blocks.push(tableOf(some));
    else if (kind === 'list') blocks.push({ kind, items: some.map((item) => inlineOf(item.slice(2))) });
    else if (heading)
      blocks.push({
        kind: 'heading',
        level: heading[1]!.length,
        id: heading[2],
        says: toldApart([{ text: heading[3]!, look: 'plain' }]),
      });
    else blocks.push({ kind: 'paragraph', says: inlineOf(line) });
    at = end;
  }
  return blocks;
}
