import type { Command } from 'commander';
import type { AcceptedFile, Inputs } from '../../contracts/run/inputs.js';
import { inputsKey, runOfOpenedKey, STORE } from '../../contracts/run/keys.js';
import { readyPolicies } from '../../infra/local/folders.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { type ObjectStore, readJson } from '../../lambdas/shared/object-store.js';
import { addToLanding } from '../../policies/write-landing.js';
import { environmentOf } from './environment.js';
import { checkDay, policiesOption, storeOption } from './options.js';

interface Decision {
  because: string;
  policies: string;
}

/** Decisions about what landed, which a night asks for when it stops; each is written into landing.yaml, with its reason and day. */
export function addLanding(program: Command): void {
  const landing = program
    .command('landing')
    .description('decide about landed files that stop a night; written into landing.yaml');
  const decision = (command: Command): Command =>
    command.requiredOption('--because <why>', 'why, in a few words').addOption(policiesOption());
  decision(landing.command('accept-refusal <file>'))
    .description('let nights do without a file that cannot be read, as long as it holds the same bytes')
    .addOption(storeOption())
    .action(async (file: string, options: Decision, command: Command) => {
      const { store } = await environmentOf(command);
      const { key, file_id } = await refusedFile(store, file);
      await write(options, 'accepted_refusals', { file: key, file_id }, `nights do without ${key}`);
    });
  decision(landing.command('expired'))
    .description('landed files of earlier days may be gone; what was accepted of them is kept and counts as before')
    .requiredOption('--before <day>', 'first day whose files still lie in landing, YYYY-MM-DD')
    .action(async (options: Decision & { before: string }) => {
      const before = checkDay('--before', options.before);
      await write(options, 'expired', { before }, `what landed before ${before} may be gone`);
    });
  decision(landing.command('removed'))
    .description('what is gone since a run was removed on purpose; its rows count no longer')
    .requiredOption('--since <run>', 'id of the published run that still had it, such as 2026-11-16-001')
    .action(async (options: Decision & { since: string }) => {
      const { since } = options;
      if (!/^\d{4}-\d{2}-\d{2}-\d{3,}$/.test(since))
        throw new UsageError(`--since ${since}: is not a run id; "scorecards status" lists them`);
      await write(options, 'removed', { since }, `what is gone since run ${since} counts no longer`);
    });
}

/** The day of a decision is the day on which the person takes it: the command line may read a clock. */
async function write(
  { policies, because }: Decision,
  list: 'accepted_refusals' | 'expired' | 'removed',
  what: object,
  says: string,
): Promise<void> {
  if (because.trim().length < 3) throw new UsageError('--because: say in a few words why');
  const on = new Date().toISOString().slice(0, 10);
  const path = await addToLanding(readyPolicies(policies), list, { ...what, because, on } as never);
  console.log(`${path}: ${says} (${because}, ${on}); run the night again`);
}

/** The newest refusal of a file that a run has met, whatever folder is written before its key. @throws UsageError */
async function refusedFile(store: ObjectStore, file: string): Promise<AcceptedFile> {
  const asked = file.replaceAll('\\', '/');
  const runs = (await store.list(STORE.runs)).flatMap(({ key }) => runOfOpenedKey(key) ?? []).reverse();
  let refused: AcceptedFile[] = [];
  for (const { prefix } of runs) {
    const inputs = await readJson<Inputs>(store, inputsKey(prefix));
    if (!inputs) continue;
    const met = inputs.files.find(({ key }) => key === asked || asked.endsWith(`/${key}`));
    if (met?.refused !== undefined) return met;
    if (met) throw new UsageError(`${met.key}: was read by the newest run that met it; there is nothing to accept`);
    if (refused.length === 0) refused = inputs.files.filter((one) => one.refused !== undefined);
  }
  const known = refused.slice(0, 3).map(({ key }) => key);
  throw new UsageError(
    `${file}: no run has met a landed file of this name; ${known.length > 0 ? `refused are ${known.join(', ')}` : 'none is refused'}. Write it as <dataset>/dt=YYYY-MM-DD/<file>.`,
  );
}
