import { LONGEST_LINE } from './lines.js';

/**
 * Takes a text of JSON arrays apart into their elements, as they are written but for line ends between tokens, which become spaces. What
 * stands outside of an array is handed on line by line. Nothing is parsed: an element may be wrong, and is judged as any line is.
 * An element over the limit of lines is cut short, one byte longer than the limit.
 *
 * @param bare the brackets are left out: objects written over many lines, one after the other, as pretty printers do
 */
export class JsonArrays {
  private depth = 0;
  private inText = false;
  private escaped = false;
  private element = '';
  /** Outside of any array, in a line that is something else. */
  private loose = false;

  constructor(
    private readonly found: (element: string) => void,
    private readonly bare = false,
  ) {
    if (bare) this.depth = 1;
  }

  take(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const char = text[at]!;
      if (this.inText) {
        if (this.escaped) this.escaped = false;
        else if (char === '\\') this.escaped = true;
        else if (char === '"') this.inText = false;
        continue;
      }
      const lineEnd = char === '\n' || char === '\r';
      const begins = this.depth === 0 && char === '[' && !this.loose;
      if (this.depth === 0 && !begins && !/[\s,]/.test(char)) this.loose = true;
      const closes = char === ']' && (this.depth > 1 || !this.bare);
      const ends = this.depth === 0 ? lineEnd : this.depth === 1 && (char === ',' || closes);
      if (begins || ends || lineEnd) {
        this.add(text.slice(from, at));
        from = at + 1;
        if (lineEnd && this.depth > 0) this.add(' ');
      }
      if (ends) this.end();
      if (char === '"' && this.depth > 0) this.inText = true;
      else if (begins || (this.depth > 0 && (char === '[' || char === '{'))) this.depth++;
      // A brace that closes no object may not close the array: what follows are its elements still.
      else if (this.depth > 0 && (closes || (char === '}' && this.depth > 1))) this.depth--;
      if (this.bare && char === '}' && this.depth === 1) {
        this.add(text.slice(from, at + 1));
        from = at + 1;
        this.end();
      }
    }
    this.add(text.slice(from));
  }

  /** At the end of the text; whether every array has ended, and every object. */
  finish(): boolean {
    this.end();
    return this.depth === (this.bare ? 1 : 0);
  }

  private add(text: string): void {
    if (this.element.length > LONGEST_LINE) return;
    this.element = (this.element === '' ? text.trimStart() : this.element + text).slice(0, LONGEST_LINE + 1);
  }

  private end(): void {
    const element = this.element.trim();
    this.element = '';
    this.loose = false;
    if (element !== '' && (this.depth > 0 || element !== ',')) this.found(element);
  }
}
