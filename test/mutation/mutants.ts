import type { SqlFiles } from '../../sql/render.js';

/** One small change to one SQL file: a wrong comparison, bound, reason or word. */
export interface Mutant {
  path: string;
  /** 1 is the first line. */
  line: number;
  from: string;
  to: string;
  /** The whole file with the change in it. */
  text: string;
}

/** Where the rules and numbers are: a check has tests of its own, an analysis is read by explain. */
const MUTATED = /^(metrics|staging|outcomes|marts|macros)\//;

/** What is changed, and into what. A function may leave a place alone by answering undefined. */
const CHANGES: readonly { find: RegExp; to: (found: string, before: string, after: string) => string | undefined }[] = [
  {
    find: /(?<= )(<=|>=|<>|<|>|=)(?= )/g,
    to: (found) => ({ '<=': '<', '>=': '>', '<>': '=', '<': '<=', '>': '>=', '=': '<>' })[found],
  },
  { find: /\bAND\b/g, to: (_, before) => (/BETWEEN [^A]*$/.test(before) ? undefined : 'OR') },
  { find: /\bOR\b/g, to: () => 'AND' },
  { find: /\bIS NOT NULL\b/g, to: () => 'IS NULL' },
  { find: /\bIS NULL\b/g, to: () => 'IS NOT NULL' },
  { find: /\bNOT (?=\{\{|has_)/g, to: () => '' },
  { find: /\bmax(?=\()/g, to: () => 'min' },
  { find: /\bmin(?=\()/g, to: () => 'max' },
  { find: /\bgreatest(?=\()/g, to: () => 'least' },
  { find: /\bleast(?=\()/g, to: () => 'greatest' },
  { find: /\bceil(?=\()/g, to: () => 'floor' },
  { find: /\bfloor(?=\()/g, to: () => 'ceil' },
  { find: / DESC\b/g, to: () => ' ASC' },
  { find: /\bLEFT JOIN\b/g, to: () => 'JOIN' },
  { find: /(?<= )[+-](?= [a-z{(\d])/g, to: (found) => (found === '+' ? '-' : '+') },
  { find: /(?<![\w.'])(?!0\b)\d+(?![\w.'])/g, to: (found) => String(Number(found) + 1) },
  { find: /(?<=')\d+(?=')/g, to: (found) => String(Number(found) + 1) },
  { find: /(?<=')[a-z][a-z_]+(?=')/g, to: (found) => `${found}_not` },
  { find: /(?<=^-- (?:fault|forgiven|excluded): )\w+/g, to: (found) => `${found}_not` },
];

/** Every mutant of the rules and marts, in the order of files and lines. */
export function mutants(files: SqlFiles): Mutant[] {
  return Object.keys(files)
    .filter((path) => MUTATED.test(path))
    .sort()
    .flatMap((path) => mutantsOf(path, files[path]!));
}

function mutantsOf(path: string, text: string): Mutant[] {
  const lines = text.split('\n');
  const found: Mutant[] = [];
  for (const [at, line] of lines.entries()) {
    if (!mayChange(line)) continue;
    for (const { find, to } of CHANGES)
      for (const match of line.matchAll(find)) {
        const before = line.slice(0, match.index);
        const after = line.slice(match.index + match[0].length);
        const changed = to(match[0], before, after);
        if (changed === undefined) continue;
        const mutated = [...lines.slice(0, at), `${before}${changed}${after}`, ...lines.slice(at + 1)];
        found.push({ path, line: at + 1, from: line.trim(), to: `${before}${changed}${after}`.trim(), text: mutated.join('\n') });
      }
  }
  return found;
}

/** Comments, and the tags that choose what is printed, are not SQL; a heading that names a reason is. */
const mayChange = (line: string): boolean => /^-- (fault|forgiven|excluded): /.test(line) || !/^\s*(--|\{%|\{#|#\}|$)/.test(line);
