/** JSON objects that stand in one line, as delivery streams write them: {"a":1}{"a":2}. */
import { LONGEST_LINE } from './lines.js';

/** why a pattern first: strings may hold such neighbours as well, and only lines that have them are worth walking through. */
const NEIGHBOURS = /\}[\s,;]*\{/;

export interface ObjectsOfALine {
  /** Each object as it is written; what follows the last whole one is the last. */
  objects: string[];
  /** Nothing but spaces stands between them: each may be read as a line of its own. */
  apart: boolean;
}

/** The objects of a line that holds several; undefined for any other line. Nothing is parsed: an object may be wrong within. */
export function objectsOf(line: string): ObjectsOfALine | undefined {
  if (!NEIGHBOURS.test(line)) return undefined;
  const objects: string[] = [];
  let apart = true;
  let end = 0;
  for (const next of endsIn(line)) {
    const begins = line.indexOf('{', end);
    apart &&= line.slice(end, begins).trim() === '';
    objects.push(line.slice(begins, next));
    end = next;
  }
  const rest = line.slice(end).trim();
  if (objects.length === 0 || (objects.length === 1 && !/^[\s,;]*\{/.test(rest))) return undefined;
  if (/^[\s,;]*\{/.test(rest)) objects.push(rest);
  else apart &&= rest === '';
  return { objects, apart };
}

/** Where the last whole object ends in the beginning of a line that is not whole yet; 0 where none has ended. */
export function lastObjectEnd(start: string): number {
  let last = 0;
  for (const end of endsIn(start)) last = end;
  return last;
}

/** Behind each brace that closes an object of a line that begins with one. */
function* endsIn(line: string): Generator<number> {
  if (!/^\s*\{/.test(line)) return;
  let depth = 0;
  let inText = false;
  for (let at = 0; at < line.length; at++) {
    const char = line.charCodeAt(at);
    if (inText) {
      if (char === BACKSLASH) at++;
      else if (char === QUOTE) inText = false;
    } else if (char === QUOTE) inText = depth > 0;
    else if (char === OPEN) depth++;
    else if (char === CLOSE && depth > 0 && --depth === 0) yield at + 1;
  }
}

const [QUOTE, BACKSLASH, OPEN, CLOSE] = ['"', '\\', '{', '}'].map((char) => char.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/** An object that is nothing but a list of objects under a name, as exports wrap them: {"orders": [{...}, {...}]}. */
const WRAPPER = /^\s*\{\s*"([^"\\]{1,100})"\s*:\s*\[\s*\{/;

/** The name under which an object wraps a list of objects; undefined where it is none, or has more than the list. */
export function wrappedList(line: string): string | undefined {
  const name = WRAPPER.exec(line)?.[1];
  // Of a line that is cut short nobody sees how it ends.
  return name !== undefined && (line.length > LONGEST_LINE || /\]\s*\}\s*$/.test(line)) ? name : undefined;
}
