import { type Command, Option } from 'commander';
import { localEnvironment } from '../../infra/local/environment.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import type { Environment } from '../environment.js';

/** Options that choose where a command works. They may stand before the command or after it. */
export const withEnvironment = (command: Command): Command =>
  command
    .addOption(new Option('--on <environment>', 'where: on this machine (default) or on AWS').choices(['local', 'aws']))
    .option('--stage <stage>', 'on AWS: the deployed stage (default: dev)')
    .option('--group <group>', 'on AWS: the region group, where the stage has more than one')
    .option('--profile <profile>', 'on AWS: the profile to sign in with; else the environment decides');

/** Commands that know both environments. */
const BOTH = new Set([
  'night',
  'backfill',
  'explain',
  'whatif',
  'backtest',
  'orders',
  'quality',
  'status',
  'publish',
  'erase',
  'decide',
  'appeal',
  'evidence',
]);
/** What only a laptop is asked. */
const LOCAL_ONLY = ['landing', 'store', 'policies', 'memory'];

interface Chosen {
  on?: 'local' | 'aws';
  stage?: string;
  group?: string;
  profile?: string;
  store: string;
  landing?: string;
  policies?: string;
}

/** Refuses --on aws, and what goes with it, where it means nothing. @throws UsageError */
export function checkEnvironment(command: Command): void {
  const { on, stage, group, profile } = command.optsWithGlobals<Chosen>();
  if (on === 'aws') {
    if (!BOTH.has(command.name())) throw new UsageError(`${command.name()}: works on this machine only; leave --on aws out`);
    const local = LOCAL_ONLY.find((name) => command.getOptionValueSource(name) === 'cli');
    if (local) throw new UsageError(`--${local}: is for this machine; on AWS the stage says where things lie`);
  } else if (stage ?? group ?? profile) throw new UsageError('--stage, --group and --profile need --on aws');
}

/** The environment that a command works in. @throws UsageError */
export async function environmentOf(command: Command): Promise<Environment> {
  const chosen = command.optsWithGlobals<Chosen>();
  if (chosen.on !== 'aws') return localEnvironment(chosen);
  const { awsEnvironment } = await import('../../infra/aws/adapters/environment.js');
  return awsEnvironment({ stage: chosen.stage ?? 'dev', group: chosen.group, profile: chosen.profile });
}
