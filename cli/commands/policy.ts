import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { DEFAULTS } from '../../infra/local/folders.js';
import { inPlainWords } from '../../infra/local/in-plain-words.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { readPolicyFiles } from '../../policies/files.js';
import { readPolicies } from '../../policies/load.js';
import { allAtMost, type Bound, type Programme, roomOf, windowsOf } from '../../policies/policy.js';
import { wordingFor } from '../../wording/wording.js';
import { table } from '../table.js';
import { checkDay } from './options.js';

/** What a policy folder says, without a night. */
export function addPolicy(program: Command): void {
  const policy = program.command('policy').description('ask a policy folder, without a night');
  policy
    .command('check [folder]')
    .description('read a policy folder as a night would: every mistake with its line, or the programmes in force')
    .option('--date <day>', 'the day to look at (default: today)')
    .action(async (given: string | undefined, options: { date?: string }) => {
      // The command line may read a clock.
      const day = options.date ? checkDay('--date', options.date) : new Date().toISOString().slice(0, 10);
      const folder = given ?? DEFAULTS.policies;
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
        throw new UsageError(`${folder}: there is no such folder; give the one that holds regions.yaml`);
      const files = await readPolicyFiles(folder).catch((error) => {
        throw inPlainWords(error, { where: `the policy folder ${folder}`, doing: 'read', what: folder });
      });
      console.log(inWords(readPolicies(files, day), folder, day));
    });
}

/** The programmes in force, and those that wait, as a person reads them on a terminal. */
function inWords({ policies, waiting }: ReturnType<typeof readPolicies>, folder: string, day: string): string {
  const wording = wordingFor('en', { ...policies, programmes: [...waiting, ...policies.programmes] });
  const asked = new Set(policies.programmes.flatMap(({ metrics }) => metrics.map(roomOf)));
  const idle = policies.metrics.filter(({ metric }) => !asked.has(metric)).map(({ title }) => title);
  const { day: written, many } = wording.format;
  const nameOf = ({ title, programme, version }: Programme): string => `${title} (${programme}) ${version}`;
  const daysOf = ({ in_force_from, until, notice_given_on: told }: Programme): string =>
    `from ${written(in_force_from)}${until ? ` to ${written(until)}` : ''}${told ? `, sellers told on ${written(told)}` : ''}`;
  return [
    `${folder}: nothing is wrong with it; in force on ${written(day)}: ${many(policies.programmes.length, 'programme')}`,
    ...policies.programmes.map((programme) =>
      [
        nameOf(programme),
        `  ${daysOf(programme)}; regions ${programme.regions.join(', ')}`,
        `  judged from ${many(programme.assessable.orders, 'order')} in ${many(programme.assessable.window_days, 'day')}; the standard is ${wording.tierTitle(programme, programme.standard)}, at the bottom is ${programme.tiers.at(-1)!.title}`,
        ...pointsOf(programme, wording),
        ...scoreOf(programme, wording),
        '',
        boundsOf(programme, wording),
      ].join('\n'),
    ),
    ...waiting.map((programme) => `Not in force yet: ${nameOf(programme)}, ${daysOf(programme)}`),
    ...(idle.length > 0 ? [`Measured, and asked for by no programme: ${idle.join(', ')}`] : []),
  ].join('\n\n');
}

/** How long points count, and where its milestones are. */
function pointsOf({ points }: Programme, { format }: ReturnType<typeof wordingFor>): string[] {
  if (!points) return [];
  const { rating, expire_after_days, milestones } = points;
  const what = rating ? `a rating that starts at ${format.count(rating.starts_at)}` : 'points';
  const each = milestones.map(({ at, title }) => `${format.count(at)} (${title})`);
  return [`  ${what}, each point for ${format.many(expire_after_days.value, 'day')}; milestones at ${format.list(each)}`];
}

/** What the score is out of, what decides it, and what tiers ask of it. */
function scoreOf({ score, tiers }: Programme, { format }: ReturnType<typeof wordingFor>): string[] {
  if (!score) return [];
  const asked = tiers.flatMap(({ key, title }) => (score.tiers[key] ? [`${title} from ${score.tiers[key].at_least}`] : []));
  const how = score.decides === 'weighted' ? 'by weight' : 'the lowest decides';
  return [
    `  a score of 0 to ${format.count(score.out_of)} (${score.title}): ${format.list(score.dimensions.map(({ title }) => title))}, ${how}${asked.length > 0 ? `; ${format.list(asked)}` : '; it moves no tier'}`,
  ];
}

function boundsOf(programme: Programme, { metricTitle, format, standing }: ReturnType<typeof wordingFor>): string {
  const bounded = programme.tiers.slice(0, -1);
  const alike = allAtMost(programme.metrics);
  const alerts = programme.metrics.some(({ alert }) => alert);
  const cell = (bound: Bound): string => (alike ? format.bound(bound.at_most) : standing(null, bound).goal);
  return table(
    [
      ...[`at fault${alike ? ', at most' : ''}`, 'days'],
      ...[...bounded.map(({ title }) => title), ...(alerts ? ['recommended'] : [])],
    ],
    programme.metrics.map((asked) => [
      ...[metricTitle(asked.metric), windowsOf(asked)],
      ...bounded.map(({ key }) => cell(asked.tiers[key]!)),
      ...(alerts ? [asked.alert ? cell(asked.alert) : ''] : []),
    ]),
  );
}
