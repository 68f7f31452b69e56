import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The house rules: which folder must not reach which, and why. Type-only imports count too. */
const RULES: { name: string; from: RegExp; notFrom?: RegExp; to: RegExp; why: string }[] = [
  {
    name: 'nothing imports infra',
    from: /^(contracts|policies|sql|lambdas|emails|dashboard)\//,
    to: /^infra\//,
    why: 'infra binds the rest to a world; the rest must not know it',
  },
  {
    name: 'contracts stand alone',
    from: /^contracts\//,
    to: /^(policies|sql|lambdas|emails|dashboard)\//,
    why: 'everything derives from contracts',
  },
  {
    name: 'policies know contracts only',
    from: /^policies\//,
    to: /^(sql|lambdas|emails|dashboard)\//,
    why: 'what the business decided does not depend on how it is computed',
  },
  {
    name: 'sql knows contracts and policies only',
    from: /^sql\//,
    to: /^(lambdas|emails|dashboard)\//,
    why: 'the renderer is used by several lambdas',
  },
  {
    name: 'shared parts know no state of the night',
    from: /^lambdas\/shared\//,
    to: /^lambdas\/(?!shared\/)/,
    why: 'a shared file that knows a state is that state’s file',
  },
  {
    name: 'the dashboard computes nothing',
    from: /^dashboard\//,
    to: /^(sql|lambdas|emails)\//,
    why: 'it shows what the marts say',
  },
  {
    name: 'the laptop does not need the cloud',
    from: /^infra\/local\//,
    notFrom: /^infra\/local\/(cli|commands\/)/,
    to: /^infra\/aws\//,
    why: 'a laptop runs without the AWS SDK',
  },
];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /^(contracts|policies|sql|lambdas|emails|infra|dashboard|docs|bench)\//.test(path));

const tracked = new Set(files);
function importsOf(path: string, options: { types: boolean }): string[] {
  const text = readFileSync(path, 'utf8');
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'/gm);
  return [...found].flatMap(([, type, target]) => {
    if (type && !options.types) return [];
    const bare = normalize(join(dirname(path), target!)).replace(/\.js$/, '');
    return [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`].filter((candidate) => tracked.has(candidate));
  });
}

describe('arrows of the house', () => {
  it.each(RULES)('$name', ({ from, notFrom, to, why }) => {
    const broken = files
      .filter((path) => from.test(path) && !notFrom?.test(path))
      .flatMap((path) =>
        importsOf(path, { types: true })
          .filter((target) => to.test(target))
          .map((target) => `${path} -> ${target} (${why})`),
      );
    expect(broken).toEqual([]);
  });

  it('a lambda never imports another lambda’s folder', () => {
    const folder = (path: string): string | undefined => path.match(/^lambdas\/([^/]+)\//)?.[1];
    const broken = files
      .filter((path) => folder(path))
      .flatMap((path) =>
        importsOf(path, { types: true })
          .filter((target) => folder(target) && folder(target) !== folder(path) && folder(target) !== 'shared')
          .map((target) => `${path} -> ${target}`),
      );
    expect(broken).toEqual([]);
  });

  it('no file imports itself round a corner', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      state.set(path, 'open');
      for (const target of importsOf(path, { types: false })) visit(target, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('sees the imports it judges', () => {
    expect(importsOf('infra/local/night.ts', { types: true })).toContain('lambdas/publish/handler.ts');
  });
});
