import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml';
import type * as z from 'zod';
import { inPlainWords, keysKnown } from './in-plain-words.js';
import { didYouMean } from './nearest.js';

/** why 128 kB: some twenty times the largest that we know of; what is larger takes long to read and is no policy. */
const LARGEST = 128 * 1024;
/** why 20: whoever has more mends the first, and asks again. */
const MOST_PROBLEMS = 20;

/** What the parser says, for whoever wrote the file and not for a programmer. */
const PLAINER: readonly [RegExp, string][] = [
  [/multiple documents/, 'holds more than one document; take the --- between them out, or make files of them'],
  [/call stack/, 'is nested too deeply'],
  [/Excessive alias count/, 'its aliases (*) unfold to far too much; write out what they stand for'],
  [/^Tabs /, 'is indented by a tab; write spaces'],
  [/same column/, 'is indented unlike the keys beside it; begin the keys of one level in the same column'],
  [
    /^Nested mappings/,
    'holds a second ": " in one line, or the next line is indented deeper; put text with a colon in quotes, and begin the keys of one level in the same column',
  ],
  [/^Flow (map|sequence) in block/, 'a bracket that was opened before is not closed; close it, { with } and [ with ]'],
  [/^Missing closing ["']/, 'a quote that was opened before does not close; close it'],
  [/^Plain value cannot start/, 'the text begins with a sign that means something in YAML; put the text in quotes'],
  [/Unresolved alias[^:]*: (\S+)/, 'an alias (*) names an anchor (&) that is not before it; write out what it stands for'],
];
const UNREADABLE =
  'cannot be read from here on; look at the quotes, brackets, commas, colons and spaces of this line and of the one before';
const plain = (message: string): string => {
  const [line = ''] = message.split('\n');
  return PLAINER.find(([pattern]) => pattern.test(line))?.[1] ?? UNREADABLE;
};

/** One YAML file that can say where each of its keys stands. */
export class PolicyFile {
  private readonly lines = new LineCounter();
  private readonly document;
  readonly problems: string[] = [];

  constructor(
    readonly name: string,
    content: string,
  ) {
    const large = content.length > LARGEST;
    // What is no UTF-8 comes as U+FFFD, and UTF-16 with noughts; either would go to sellers as it is.
    const odd = content.search(/[\uFFFD\0]/);
    this.document = parseDocument(large ? '' : content, { lineCounter: this.lines, prettyErrors: false });
    if (large) this.problems.push(`${name}:1: is larger than ${LARGEST / 1024} kB, which no policy is; take out what is not one`);
    if (odd >= 0) {
      const at = content.slice(0, odd).split('\n').length;
      this.problems.push(`${name}:${at}: is not UTF-8 here; save the file as UTF-8 (editors call it the encoding)`);
      return;
    }
    const errors = this.document.errors.slice(0, MOST_PROBLEMS);
    // Keys that stand twice are slips of their own; after any other error the parser has lost its place, and the next ones follow from it.
    const [first] = errors;
    for (const error of errors.filter((one) => one === first || one.code === 'DUPLICATE_KEY')) {
      const at = this.lines.linePos(error.pos[0]).line;
      const [key] = error.code === 'DUPLICATE_KEY' ? (/^[^\s:]+|^(["']).*?\1/.exec(content.slice(error.pos[0])) ?? []) : [];
      this.problems.push(
        key ? `${name}:${at} ${key}: stands twice in one place; keep one` : `${name}:${at}: ${plain(error.message)}`,
      );
    }
    if (this.problems.length === 0) this.refuseOddKeys();
  }

  get value(): unknown {
    if (this.problems.length > 0) return undefined;
    // `version: 1.0` is a number to YAML and would lose its zero; the text as written is the version.
    const version = isMap(this.document.contents) ? this.document.get('version', true) : undefined;
    if (isScalar(version) && typeof version.value === 'number' && version.source) this.document.set('version', version.source);
    try {
      return this.document.toJS();
    } catch (error) {
      const { message } = error as Error;
      this.problems.push(`${this.name}:${this.lineOfAlias(message)}: ${plain(message)}`);
      return undefined;
    }
  }

  /** Line of the first alias that an error names; the first line where it names none. */
  private lineOfAlias(message: string): number {
    const named = /Unresolved alias[^:]*: (\S+)/.exec(message)?.[1];
    let line = 1;
    visit(this.document, {
      Alias: (_, { source, range }) => {
        if (source !== named || !range) return undefined;
        line = this.lines.linePos(range[0]).line;
        return visit.BREAK;
      },
    });
    return line;
  }

  /** Keys that every object has anyway: as a name of ours they would be found where nobody wrote them. */
  private refuseOddKeys(): void {
    visit(this.document, {
      Pair: (_, pair) => {
        const key = (pair.key as { value?: unknown } | null)?.value;
        if (typeof key !== 'string' || !(key in {})) return;
        const at = this.lines.linePos((pair.key as ParsedNode).range[0]).line;
        this.problems.push(`${this.name}:${at} ${key}: is a word of the machine's own; choose another name`);
      },
    });
  }

  /** Line of the key at the path, or of the nearest parent that exists. */
  lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const parent = length === 1 ? this.document.contents : this.document.getIn(path.slice(0, length - 1), true);
      if (isMap(parent)) {
        const pair = parent.items.find(
          (item) => String((item.key as { value?: unknown })?.value ?? item.key) === String(path[length - 1]),
        );
        const range = (pair?.key as ParsedNode | undefined)?.range;
        if (range) return this.lines.linePos(range[0]).line;
      }
      const node = this.document.getIn(path.slice(0, length), true) as ParsedNode | undefined;
      if (node?.range) return this.lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  refuse(path: readonly PropertyKey[], problem: string): void {
    if (this.problems.length > MOST_PROBLEMS) return;
    this.problems.push(this.told(path, problem));
  }

  /** What is said of a place, with file, line and key. */
  told = (path: readonly PropertyKey[], what: string): string =>
    `${this.name}:${this.lineOf(path)} ${path.map(String).join('.') || '(whole file)'}: ${what}`;

  check<T extends z.ZodType>(schema: T): z.output<T> | undefined {
    if (this.problems.length > 0) return undefined;
    const { value } = this;
    return this.problems.length > 0 ? undefined : this.checkAt([], schema, value);
  }

  /** Checks the value at a path of the file; problems are refused at their own line. */
  checkAt<T extends z.ZodType>(at: readonly PropertyKey[], schema: T, value: unknown): z.output<T> | undefined {
    const checked = schema.safeParse(value, { error: inPlainWords });
    if (checked.success) return checked.data;
    for (const issue of checked.error.issues) {
      const path = [...at, ...issue.path];
      if (issue.code !== 'unrecognized_keys') this.refuse(path, issue.message);
      else
        for (const key of issue.keys)
          this.refuse(
            [...path, key],
            /^\d+$/.test(key)
              ? 'is read as a key, because a comma ends the value before it; write numbers with a point, such as 0.04'
              : `is not a key we know here; ${didYouMean(key, keysKnown(schema, issue.path))}`,
          );
    }
    return undefined;
  }
}
