import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type * as z from 'zod';

/** One YAML file that can say where each of its keys stands. */
export class PolicyFile {
  private readonly lines = new LineCounter();
  private readonly document;
  readonly problems: string[] = [];

  constructor(
    readonly name: string,
    content: string,
  ) {
    this.document = parseDocument(content, { lineCounter: this.lines, prettyErrors: false });
    for (const error of this.document.errors) {
      const at = this.lines.linePos(error.pos[0]).line;
      this.problems.push(`${name}:${at}: ${error.message.split('\n')[0]}`);
    }
  }

  get value(): unknown {
    if (this.problems.length > 0) return undefined;
    // `version: 1.0` is a number to YAML and would lose its zero; the text as written is the version.
    const version = isMap(this.document.contents) ? this.document.get('version', true) : undefined;
    if (isScalar(version) && typeof version.value === 'number' && version.source) this.document.set('version', version.source);
    return this.document.toJS();
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
    this.problems.push(`${this.name}:${this.lineOf(path)} ${path.map(String).join('.') || '(whole file)'}: ${problem}`);
  }

  check<T extends z.ZodType>(schema: T): z.output<T> | undefined {
    return this.problems.length > 0 ? undefined : this.checkAt([], schema, this.value);
  }

  /** Checks the value at a path of the file; problems are refused at their own line. */
  checkAt<T extends z.ZodType>(at: readonly PropertyKey[], schema: T, value: unknown): z.output<T> | undefined {
    const checked = schema.safeParse(value);
    if (checked.success) return checked.data;
    for (const issue of checked.error.issues) {
      const path = [...at, ...issue.path];
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
      for (const key of unknown) this.refuse([...path, key], 'is not a key we know; see README, "Write your own policy"');
      if (unknown.length === 0) this.refuse(path, plainer(issue.message));
    }
    return undefined;
  }
}

const plainer = (message: string): string => {
  const missing = message.match(/^Invalid input: expected (\w+), received undefined$/);
  if (missing) return `is missing; add it (a ${missing[1]})`;
  return message.replace(/^Invalid input: expected (\w+), received (\w+)$/, 'needs a $1, not a $2');
};
