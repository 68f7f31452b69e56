/** Every command that a page shows is one that there is, with options that there are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { checkEnvironment } from '../../cli/commands/environment.js';
import { scorecardsProgram } from '../../cli/program.js';

const HOME = join(import.meta.dirname, '../..');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'bench/dbt/README.md',
  'examples/programmes/README.md',
  ...pagesIn('docs'),
  ...pagesIn('docs/decisions'),
];
const { scripts } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

function pagesIn(folder: string): string[] {
  return readdirSync(join(HOME, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

interface Shown {
  place: string;
  script: string;
  args: string[];
}

/** `npm run nightly -- --date 2026-11-16   # why` -> nightly, [--date, 2026-11-16]; up to what ends it on a page or in a shell. */
function shownOn(page: string): Shown[] {
  const lines = readFileSync(join(HOME, page), 'utf8').split('\n');
  return lines.flatMap((line, at) =>
    [...line.matchAll(/npm (?:test|run(?: --silent)? ([\w:]+))((?: +(?:"[^"]*"|[^\s`#&|;"]+))*)/g)].map(([, script, rest]) => ({
      place: `${page}:${at + 1}`,
      script: script ?? 'test',
      args: [...(rest ?? '').matchAll(/"[^"]*"|\S+/g)].map(([word]) => word.replaceAll('"', '')),
    })),
  );
}

const shown = PAGES.flatMap(shownOn);
/** What `npm run` hands on, with the command that the script itself names in front. */
const handedOn = ({ script, args }: Shown): string[] => [
  ...(scripts[script]!.match(/^tsx cli\/cli\.ts ?(.*)$/)?.[1]
    ?.split(' ')
    .filter(Boolean) ?? []),
  ...(args[0] === '--' ? args.slice(1) : []),
];

/** Follows the words down to the command that would run; throws for what commander would refuse. */
function parsed(program: Command, words: string[]): void {
  const next = program.commands.find((command) => command.name() === words[0]);
  if (next) {
    parsed(next, words.slice(1));
    return;
  }
  if (program.parent === null || program.commands.length > 0) throw new Error(`${words[0]}: is no command of ${program.name()}`);
  const { operands, unknown } = program.parseOptions(words);
  if (unknown.length > 0) throw new Error(`${program.name()}: has no ${unknown[0]}`);
  const missing = program.options.find(
    (option) => option.mandatory && program.getOptionValue(option.attributeName()) === undefined,
  );
  if (missing) throw new Error(`${program.name()}: needs ${missing.flags}`);
  const needed = program.registeredArguments.filter(({ required }) => required).length;
  if (operands.length < needed || operands.length > program.registeredArguments.length)
    throw new Error(`${program.name()}: takes ${program.registeredArguments.length} words, not ${operands.join(' ')}`);
  checkEnvironment(program);
}

describe('commands shown on pages', () => {
  it('are some', () => {
    expect(shown.length).toBeGreaterThan(40);
    expect(shown.some(({ args }) => args.includes('--on'))).toBe(true);
  });

  it.each(shown.map((one) => [one.place, one.script, one] as const))('%s: npm run %s is there', (_, script) => {
    expect(Object.keys(scripts)).toContain(script);
  });

  const typed = shown.filter(
    ({ script, args }) => scripts[script]?.startsWith('tsx cli/cli.ts') && !/^(\.\.\.|<command>)$/.test(args.at(-1) ?? ''),
  );
  it.each(typed.map((one) => [one.place, handedOn(one).join(' '), one] as const))(
    '%s: scorecards %s is a command',
    (_, _words, one) => {
      const words = handedOn(one);
      if (words.length > 0) parsed(scorecardsProgram(), words);
    },
  );

  it('a command that is not one is seen', () => {
    const seen = (line: string) => () => parsed(scorecardsProgram(), line.split(' '));
    expect(seen('sample --landing x')).toThrow(/sample: has no --landing/);
    expect(seen('nightly')).toThrow(/is no command/);
    expect(seen('landing expired --before 2026-01-01')).toThrow(/needs --because/);
    expect(seen('explain')).toThrow(/takes 1 words/);
    expect(seen('doctor --on aws')).toThrow(/works on this machine only/);
  });
});
