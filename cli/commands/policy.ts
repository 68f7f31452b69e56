import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { DEFAULTS } from '../../infra/local/folders.js';
import { inPlainWords } from '../../infra/local/in-plain-words.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { readPolicyFiles } from '../../policies/files.js';
import { readPolicies } from '../../policies/load.js';
import { roomOf } from '../../policies/policy.js';
import { wordingFor } from '../../wording/wording.js';
import { calendarsInWords, worthALook } from '../policy-besides-in-words.js';
import { daysInForce, programmeInWords, programmeName } from '../policy-in-words.js';
import { textsInWords } from '../texts-in-words.js';
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
function inWords({ policies, waiting, unsaid }: ReturnType<typeof readPolicies>, folder: string, day: string): string {
  const wording = wordingFor('en', { ...policies, programmes: [...waiting, ...policies.programmes] });
  const asked = new Set(policies.programmes.flatMap(({ metrics }) => metrics.map(roomOf)));
  const idle = policies.metrics.filter(({ metric }) => !asked.has(metric)).map(({ title }) => title);
  const { day: written, many } = wording.format;
  return [
    `${folder}: nothing is wrong with it; in force on ${written(day)}: ${many(policies.programmes.length, 'programme')}`,
    ...policies.programmes.map((programme) => programmeInWords(programme, wording, policies)),
    ...waiting.map((programme) => `Not in force yet: ${programmeName(programme)}, ${daysInForce(programme, wording)}`),
    ...calendarsInWords(policies, wording),
    ...(idle.length > 0 ? [`Measured, and asked for by no programme: ${idle.join(', ')}`] : []),
    ...textsInWords({ ...policies, programmes: [...policies.programmes, ...waiting] }, unsaid, wording),
    ...worthALook(policies, day, wording),
  ].join('\n\n');
}
