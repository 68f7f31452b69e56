import { parseSync } from 'vite';

export interface FunctionFound {
  /** Its own name, or that of the variable, method or property that holds it. */
  name: string;
  /** Where it begins. */
  line: number;
  lines: number;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [part: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** What a node is called, as far as it names what stands within it. */
function nameOf({ type, id, key }: Node): string | undefined {
  const holds = /^(VariableDeclarator|MethodDefinition|PropertyDefinition|Property|Function\w+)$/.test(type);
  return holds ? ((id ?? key) as { name?: string } | undefined)?.name : undefined;
}

/** Every function of a file of TypeScript, in the order of their beginnings, those within others included. */
export function functionsOf(path: string, text: string): FunctionFound[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const lineAt = (place: number): number => ends.filter((end) => end < place).length + 1;
  const found: FunctionFound[] = [];
  const visit = (part: unknown, outer: string | undefined): void => {
    if (Array.isArray(part)) for (const one of part) visit(one, outer);
    if (!isNode(part)) return;
    const name = nameOf(part) ?? outer;
    const isFunction = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(part.type);
    if (isFunction) {
      const line = lineAt(part.start);
      found.push({ name: name ?? 'unnamed', line, lines: lineAt(part.end) - line + 1 });
    }
    for (const inner of Object.values(part)) if (typeof inner === 'object') visit(inner, isFunction ? undefined : name);
  };
  visit(program, undefined);
  return found;
}
