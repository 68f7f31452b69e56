import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The house rules: which folder must not reach which, and why. Type-only imports count too, and so do JSON files. */
const RULES: { name: string; from: RegExp; to: RegExp; why: string }[] = [
  {
    name: 'nothing imports infra but what runs it',
    from: /^(?!(cli|infra|bench|gallery|test)\/)/,
    to: /^infra\//,
    why: 'infra binds the rest to an environment; the rest must not know it',
  },
  {
    name: 'the two environments do not know each other: local',
    from: /^infra\/local\//,
    to: /^infra\/aws\//,
    why: 'what both need lies in infra/shared; a laptop runs without the AWS SDK',
  },
  {
    name: 'the two environments do not know each other: AWS',
    from: /^infra\/aws\//,
    to: /^infra\/local\//,
    why: 'what both need lies in infra/shared',
  },
  {
    name: 'what both environments need knows neither',
    from: /^infra\/shared\//,
    to: /^infra\/(?!shared\/)/,
    why: 'a shared file that knows one environment is that environment’s file',
  },
  {
    name: 'infra knows of the command line only the interface it implements',
    from: /^infra\//,
    to: /^cli\/(?!environment\.ts$)/,
    why: 'commands use environments, not the other way round',
  },
  {
    name: 'contracts stand alone',
    from: /^contracts\//,
    to: /^(?!contracts\/)/,
    why: 'everything derives from contracts',
  },
  {
    name: 'metrics stand alone',
    from: /^metrics\/(?!.*cases\.ts$|case\.ts$)/,
    to: /^(?!metrics\/)/,
    why: 'a room holds all that a metric is; whoever judges, shows or documents it asks there',
  },
  {
    name: 'leads stand alone',
    from: /^leads\//,
    to: /^(?!leads\/)/,
    why: 'a room holds all that a lead is; whoever looks, shows or documents it asks there',
  },
  {
    name: 'policies know contracts, metrics and leads only',
    from: /^policies\//,
    to: /^(?!(policies|contracts|metrics|leads)\/)/,
    why: 'what the business decided does not depend on how it is computed',
  },
  {
    name: 'sql knows contracts, metrics, leads and policies only',
    from: /^sql\//,
    to: /^(?!(sql|contracts|metrics|leads|policies)\/)/,
    why: 'the renderer is used by several lambdas',
  },
  {
    name: 'wording knows contracts and the shape of a policy only',
    from: /^wording\//,
    to: /^(?!(wording|contracts|metrics|leads|policies)\/)/,
    why: 'mails, pages and the command line say the same, in a browser too',
  },
  {
    name: 'shared parts know no state of the night',
    from: /^lambdas\/shared\//,
    to: /^lambdas\/(?!shared\/)/,
    why: 'a shared file that knows a state is that state’s file',
  },
  {
    name: 'lambdas do not know who runs them',
    from: /^lambdas\//,
    to: /^(cli|sample|import|dashboard)\//,
    why: 'a state of the night is the same for everybody',
  },
  {
    name: 'emails compute nothing',
    from: /^emails\//,
    to: /^(sql|lambdas|pages|dashboard|cli)\//,
    why: 'they show what the marts say',
  },
  {
    name: 'pages compute nothing',
    from: /^pages\//,
    to: /^(sql|lambdas|emails|dashboard|cli)\//,
    why: 'they show what a report says',
  },
  {
    name: 'what is tried out does not know who asks',
    from: /^trial\//,
    to: /^(cli|pages|emails|dashboard)\//,
    why: 'commands and the bench ask the same trials',
  },
  {
    name: 'the dashboard computes nothing',
    from: /^dashboard\//,
    to: /^(sql|lambdas|emails|pages|cli)\//,
    why: 'it shows what the marts say',
  },
];

const tracked = new Set(
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '' && existsSync(path)),
);
const files = [...tracked].filter((path) => /\.(ts|tsx|mts)$/.test(path));

interface Import {
  target: string;
  kind: 'type' | 'static' | 'dynamic';
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const found: { kind: Import['kind']; to: string }[] = [];
  for (const [, type, to] of text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'/gm))
    found.push({ kind: type ? 'type' : 'static', to: to! });
  for (const [, to] of text.matchAll(/\bimport\(\s*'(\.[^']+)'/g)) found.push({ kind: 'dynamic', to: to! });
  return found.flatMap(({ kind, to }) => {
    const bare = normalize(join(dirname(path), to));
    const stem = bare.replace(/\.js$/, '');
    const target = [bare, `${stem}.ts`, `${stem}.tsx`, `${stem}/index.ts`].find((candidate) => tracked.has(candidate));
    return target ? [{ kind, target }] : [];
  });
}

const imports = new Map(files.map((path) => [path, importsOf(path)]));
const broken = (forbidden: (path: string, found: Import) => boolean): string[] =>
  [...imports].flatMap(([path, all]) =>
    all.filter((found) => forbidden(path, found)).map(({ target }) => `${path} -> ${target}`),
  );

describe('arrows of the house', () => {
  it.each(RULES)('$name', ({ from, to, why }) => {
    expect(
      broken((path, { target }) => from.test(path) && to.test(target)),
      why,
    ).toEqual([]);
  });

  it('a lambda never imports another lambda’s folder', () => {
    const folder = (path: string): string | undefined => path.match(/^lambdas\/([^/]+)\//)?.[1];
    expect(
      broken(
        (path, { target }) =>
          folder(path) !== undefined && folder(target) !== undefined && ![folder(path), 'shared'].includes(folder(target)),
      ),
    ).toEqual([]);
  });

  it('the command line loads AWS only when it is asked for AWS', () => {
    expect(broken((path, { target, kind }) => /^cli\//.test(path) && /^infra\/aws\//.test(target) && kind !== 'dynamic')).toEqual(
      [],
    );
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
      for (const { target, kind } of imports.get(path) ?? []) if (kind !== 'type') visit(target, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('sees the imports it judges: static, type-only, dynamic, and of JSON', () => {
    expect(imports.get('infra/local/tasks.ts')).toContainEqual({ kind: 'static', target: 'lambdas/publish/handler.ts' });
    expect(imports.get('infra/local/environment.ts')).toContainEqual({ kind: 'type', target: 'cli/environment.ts' });
    expect(imports.get('cli/commands/environment.ts')).toContainEqual({
      kind: 'dynamic',
      target: 'infra/aws/adapters/environment.ts',
    });
    expect(imports.get('cli/analysis.ts')).toContainEqual({ kind: 'static', target: 'contracts/ledger/night-columns.json' });
  });
});
