import { execFileSync } from 'node:child_process';
import { someNight } from '../../infra/shared/night-columns.js';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';
import type { Policies } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { type NightFacts, type Relations, renderSelect, type SqlFiles } from '../../sql/render.js';
import { everyMechanic } from '../helpers/every-mechanic.js';

/** One SQL file as some night renders it. */
export interface RenderedFile {
  path: string;
  night: string;
  select: string;
  /** The same without comments, and with every text literal emptied. */
  bare: string;
}

export const files: SqlFiles = await readSqlFiles();
/** What both engines run. */
export const paths = Object.keys(files)
  .filter((path) => !/^(macros|metrics)\//.test(path))
  .sort();

const policies = loadPolicies(await readPolicyFiles('policies'), '2026-11-16');
const withMilestone = (milestone: (nth: number) => 'confirmed' | 'first_scan'): Policies => ({
  ...policies,
  regions: policies.regions.map((region, nth) => ({ ...region, dispatch_milestone: milestone(nth) })),
});

/** Nights that between them take every branch of the templates. */
export const NIGHTS: Readonly<Record<string, NightFacts>> = {
  'a first night': someNight(policies, 'first'),
  'a later night': someNight(policies, 'later'),
  'a night on which nothing ever landed': someNight(policies, 'nothing landed'),
  'a night where sellers confirm dispatch': someNight(
    withMilestone(() => 'confirmed'),
    'later',
  ),
  'a night where some sellers confirm dispatch': someNight(
    withMilestone((nth) => (nth === 0 ? 'confirmed' : 'first_scan')),
    'later',
  ),
  'a night of everything that a metric may be asked': someNight(everyMechanic(policies), 'later'),
};

const SELLER = "o'neill-and-sons";

export const render = (path: string, facts: NightFacts, relations: Relations): string =>
  renderSelect(path, files, { ...facts, sellers: [SELLER] }, relations).select;

export function everyRendering(): RenderedFile[] {
  return Object.entries(NIGHTS).flatMap(([night, facts]) =>
    paths.map((path) => {
      const select = render(path, facts, ({ kind, dataset }) => `${kind}_${dataset}`);
      return { path, night, select, bare: bareSql(select) };
    }),
  );
}

/** Literals first, so that `--` within one is no comment. */
const bareSql = (sql: string): string => sql.replace(/'(?:[^']|'')*'|--.*$/gm, (found) => (found.startsWith('--') ? '' : "''"));

/** From the opening parenthesis at `open` to its partner, both included. */
export function parenthesis(sql: string, open: number): string {
  let depth = 0;
  for (let at = open; at < sql.length; at++) {
    if (sql[at] === '(') depth++;
    if (sql[at] === ')' && --depth === 0) return sql.slice(open, at + 1);
  }
  throw new Error(`a parenthesis never closes: ${sql.slice(open, open + 80)}`);
}

/** The name (upper case) before a parenthesis: `CAST`, `COALESCE`, or empty for a bare one. why 40: no such name is longer. */
const nameBefore = (sql: string, at: number): string =>
  (/(\w*)\s*$/.exec(sql.slice(Math.max(0, at - 40), at))?.[1] ?? '').toUpperCase();

/** The parentheses around a place, innermost first: their names, and where they open. */
export function around(sql: string, place: number): { name: string; at: number }[] {
  const found: { name: string; at: number }[] = [];
  let depth = 0;
  for (let at = place - 1; at >= 0; at--) {
    if (sql[at] === ')') depth++;
    else if (sql[at] === '(') {
      if (depth > 0) depth--;
      else found.push({ name: nameBefore(sql, at), at });
    }
  }
  return found;
}

/** TypeScript of the project itself, by path. */
export const sourceFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) =>
      /^(contracts|policies|sql|lambdas|emails|pages|cli|sample|import|infra|dashboard|bench|trial)\//.test(path),
    );
