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

/** Where the rules and numbers are: an analysis is read by explain. */
const MUTATED = /^(metrics|leads|families|staging|outcomes|marts|macros|checks)\//;

/** A key of a window's order before it: PARTITION BY ... ORDER BY and perhaps other keys. */
const IN_WINDOW_ORDER = String.raw`(?<=PARTITION BY [^()]*ORDER BY (?:(?:[^(),]|\([^()]*\))*, )*)`;

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
  { find: /\bIS DISTINCT FROM\b/g, to: () => 'IS NOT DISTINCT FROM' },
  { find: /\bNOT (?=\{\{|has_|EXISTS|IN\b)/g, to: () => '' },
  { find: /(?<=\b(?:count\(|SELECT ))DISTINCT /g, to: () => '' },
  { find: /\bmax(?=\()/g, to: () => 'min' },
  { find: /\bmin(?=\()/g, to: () => 'max' },
  { find: /\bgreatest(?=\()/g, to: () => 'least' },
  { find: /\bleast(?=\()/g, to: () => 'greatest' },
  { find: /\bceil(?=\()/g, to: () => 'floor' },
  { find: /\bfloor(?=\()/g, to: () => 'ceil' },
  { find: / DESC\b/g, to: () => ' ASC' },
  { find: new RegExp(`${IN_WINDOW_ORDER}[a-z_.]+(?=,|\\)|$)`, 'g'), to: (found) => `${found} DESC` },
  { find: /\bLEFT JOIN\b/g, to: () => 'JOIN' },
  { find: /(?<!LEFT |CROSS )\bJOIN\b/g, to: () => 'LEFT JOIN' },
  { find: /\bUNION ALL\b/g, to: () => 'UNION' },
  { find: /\bUNION\b(?! ALL)/g, to: () => 'UNION ALL' },
  // What is taken back counts against what stands: without its sign, or without its weight, it would count twice.
  { find: /-(?=1\b|w\.weight)/g, to: () => '' },
  { find: /\bweight \* /g, to: () => '' },
  { find: / \* weight\b/g, to: () => '' },
  { find: /(?<= )[+-](?= [a-z{(\d])/g, to: (found) => (found === '+' ? '-' : '+') },
  // Not the 1 of a condition that is always false, nor of EXISTS or a count of CASE, nor a column's place, nor a part of a date.
  {
    find: /(?<![\w.']|\d-|SELECT )(?!0\b)(?!1 = 0|1 END\))\d+(?![\w.'])/g,
    to: (found, before) => (/\b(GROUP|ORDER) BY [\d, ]*$/.test(before) ? undefined : String(Number(found) + 1)),
  },
  { find: /(?<=')\d+(?=')/g, to: (found) => String(Number(found) + 1) },
  // Not the name of a dataset: that none has that name is seen at once.
  {
    find: /(?<=')(?<!\b(?:ref|counts|accepted|accepted_news|\w*ledger|previous|gathered)\(')[a-z][a-z_]+(?=')/g,
    to: (found) => `${found}_not`,
  },
  { find: /(?<=^-- (?:fault|forgiven|excluded): )\w+/g, to: (found) => `${found}_not` },
];

/** Every mutant of the rules and of the night's SQL, in the order of files and lines. */
export function mutants(files: SqlFiles): Mutant[] {
  return Object.keys(files)
    .filter((path) => MUTATED.test(path))
    .sort()
    .flatMap((path) => mutantsOf(path, files[path]!));
}

function mutantsOf(path: string, text: string): Mutant[] {
  const lines = text.split('\n');
  const found: Mutant[] = [];
  let inComment = false;
  for (const [at, line] of lines.entries()) {
    const comment: boolean = inComment || /^\s*\{#/.test(line);
    inComment = comment && !line.includes('#}');
    if (comment || !mayChange(line)) continue;
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
const mayChange = (line: string): boolean => /^-- (fault|forgiven|excluded): /.test(line) || !/^\s*(--|\{%|$)/.test(line);
