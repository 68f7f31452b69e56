import { type Command, Option } from 'commander';
import type { RunFacts } from '../../contracts/run/facts.js';
import { factsKey, manifestKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { lazyDuck, scratchFolder } from '../../infra/shared/lazy-duck.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { type ObjectStore, readJson } from '../../lambdas/shared/object-store.js';
import { need, readPolicies } from '../../lambdas/shared/read-run-files.js';
import { METRIC_KEYS } from '../../metrics/index.js';
import { didYouMean } from '../../policies/nearest.js';
import { type Policies, type Programme, type ProgrammeMetric, roomOf } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { FROZEN, REMEMBERED } from '../../trial/evaluations.js';
import { type AskedEntry, entryOf } from '../../trial/further-orders.js';
import { type Change, type WhatIf, type WhatIfAnswer, whatIf } from '../../trial/whatif.js';
import { type FileOf, relationOf, withFiles } from '../analysis.js';
import { runToTry } from '../run-to-try.js';
import { noScorecard } from '../unknown-seller.js';
import { whatIfInWords } from '../whatif-in-words.js';
import { environmentOf } from './environment.js';
import { storeOption } from './options.js';
import { runNamed } from './run-of.js';

const MET = 'met-';
/** `late_dispatch` -> `late-dispatch` */
const optionOf = (metric: string): string => metric.replaceAll('_', '-');
/** why a million: more than any seller has in a day; each is a row. */
const MOST = 1_000_000;

export function addWhatif(program: Command): void {
  const command = program
    .command('whatif <seller>')
    .description(
      "a seller's tier and verdicts, were so many further orders of today at fault (--late-dispatch 2) or met (--met-late-dispatch 10)",
    )
    .addOption(storeOption())
    .option('--run <id>', 'as this run judged (default: the published one)')
    .option('--json', 'print as JSON', false)
    // Metrics of a marketplace's own are known once its run is.
    .allowUnknownOption()
    .allowExcessArguments();
  for (const name of METRIC_KEYS.map(optionOf))
    for (const flag of [name, `${MET}${name}`]) command.addOption(new Option(`--${flag} <n>`).hideHelp());
  command
    .addHelpText(
      'after',
      `\nMetrics: ${METRIC_KEYS.map((key) => `--${optionOf(key)}`).join(' ')}, those of your own, and keys of a programme's entries (--late-express); each with --${MET} too`,
    )
    .action(async (seller: string, options: { run?: string; json: boolean }, itself: Command) => {
      const { store, name, option } = await environmentOf(itself);
      const prefix = await runNamed(store, { name, option, run: options.run });
      const policies = await readPolicies(store, prefix);
      const facts = await need<RunFacts>(store, factsKey(prefix));
      const changes = changesOf(typedIn(itself), policies, facts.not_measured);
      const { duck, close } = lazyDuck(scratchFolder(name));
      try {
        const found = await withFiles(store, async (fileOf) => {
          const run = await runToTry({ store, prefix, fileOf, seller }, policies.programmes);
          const before = await publishedBefore(store, facts, { fileOf, seller });
          const frozen = await frozenIn(store, prefix, { fileOf, seller });
          const asked: WhatIf = {
            duck: await duck(),
            files: await readSqlFiles(),
            policies,
            run,
            seller,
            changes,
            ...before,
            frozen,
          };
          return { run, answer: await whatIf(asked) };
        });
        if (!found.answer) throw await noScorecard(store, prefix, seller, '--run');
        checkRegions(found.answer);
        const said = { seller, run_id: facts.run_id, run_date: facts.run_date, changes, ...found.answer };
        console.log(options.json ? JSON.stringify(said, null, 2) : whatIfInWords(said, policies));
      } finally {
        await close();
      }
    });
}

/** What was typed of metrics: option and number, in the order of metrics; those that are not known here last. */
function typedIn(command: Command): [option: string, value: string | undefined][] {
  const known = METRIC_KEYS.map(optionOf)
    .flatMap((name) => [name, `${MET}${name}`])
    .flatMap((flag): [string, string][] => {
      const option = command.options.find(({ long }) => long === `--${flag}`)!;
      const value = command.getOptionValue(option.attributeName()) as string | undefined;
      return value === undefined ? [] : [[flag, value]];
    });
  const others: [string, string | undefined][] = [];
  for (const word of command.args.slice(1)) {
    const [, flag, value] = /^--([^=]+)(?:=(.*))?$/.exec(word) ?? [];
    const last = others.at(-1);
    if (flag) others.push([flag, value]);
    else if (last && last[1] === undefined) last[1] = word;
    else throw new UsageError(`${word}: stands alone; give one seller, and what if, such as --late-dispatch 2`);
  }
  return [...known, ...others];
}

/** @throws UsageError for what is no metric of the run's programmes, or no number. */
export function changesOf(
  typed: readonly [string, string | undefined][],
  { programmes, metrics }: Policies,
  not_measured: readonly string[],
): Change[] {
  const asked = new Set(programmes.flatMap((programme) => programme.metrics.map(roomOf)));
  const rooms = metrics.map(({ metric }) => metric).filter((metric) => asked.has(metric));
  const entries = entriesOf(programmes, rooms);
  const keys = [...rooms, ...entries.keys()];
  const changes = new Map<string, Change>();
  for (const [option, value] of typed) {
    const met = option.startsWith(MET);
    const name = met ? option.slice(MET.length) : option;
    const key = keys.find((one) => optionOf(one) === optionOf(name));
    if (key === undefined)
      throw new UsageError(
        `--${option}: is no metric of this run's programmes, and no key of theirs; ${didYouMean(optionOf(name), keys.map(optionOf))}`,
      );
    const entry = entries.get(key);
    if (entry === 'several')
      throw new UsageError(`--${option}: two programmes of this run mean other orders by that key; name the metric instead`);
    const metric = entry?.room ?? key;
    if (not_measured.includes(metric))
      throw new UsageError(`--${option}: is not measured in this run, as nothing landed for it; choose another`);
    if (value === undefined || !/^\d{1,7}$/.test(value) || Number(value) > MOST)
      throw new UsageError(`--${option} ${value ?? ''}: needs a whole number up to ${MOST}, such as 2`);
    const change = changes.get(key) ?? { metric, fault: 0, met: 0, ...(entry ? { entry: entry.asked } : {}) };
    changes.set(key, { ...change, [met ? 'met' : 'fault']: Number(value) });
  }
  if (changes.size === 0)
    throw new UsageError(
      `whatif: say what, such as --${optionOf(keys[0] ?? 'late_dispatch')} 2 or --${MET}${optionOf(keys[0] ?? 'late_dispatch')} 10`,
    );
  return [...changes.values()];
}

/** Entries under keys of their own; `several` where programmes mean other orders by one key. */
function entriesOf(programmes: readonly Programme[], rooms: readonly string[]) {
  const entries = new Map<string, { room: string; asked: AskedEntry } | 'several'>();
  const ordersOf = (one: ProgrammeMetric): string => JSON.stringify([roomOf(one), one.where]);
  const all = programmes.flatMap((programme) => programme.metrics.map((one) => ({ programme, one })));
  for (const { programme, one } of all) {
    if (rooms.includes(one.metric)) continue;
    const differ = all.some((other) => other.one.metric === one.metric && ordersOf(other.one) !== ordersOf(one));
    if (!entries.has(one.metric))
      entries.set(one.metric, differ ? 'several' : { room: roomOf(one), asked: entryOf(programme, one) });
  }
  return entries;
}

/** @throws UsageError where an entry counts orders of no region that the seller's could go to. */
function checkRegions({ regions }: WhatIfAnswer): void {
  for (const [key, region] of Object.entries(regions))
    if (region === null)
      throw new UsageError(
        `--${optionOf(key)}: counts orders by whether they cross a border, or of some regions, and none of this seller could be one; name the metric instead`,
      );
}

/** What evaluations remember of the run before. */
async function publishedBefore(
  store: ObjectStore,
  { previous_prefix, previous_datasets = [] }: RunFacts,
  given: OfSeller,
): Promise<Pick<WhatIf, 'before'>> {
  const remembered = REMEMBERED.filter((dataset) => previous_datasets.includes(dataset));
  if (!previous_prefix || remembered.length === 0) return {};
  const manifest = await readJson<Manifest>(store, manifestKey(previous_prefix));
  if (!manifest)
    throw new UsageError(
      `${previous_prefix}: is the run before, and no longer in the store, so that nobody knows what was held; choose a newer --run`,
    );
  return { before: await relationsOf(manifest, remembered, given) };
}

/** What the run says of all sellers together; nothing of a run of a version without. */
async function frozenIn(store: ObjectStore, prefix: string, given: OfSeller): Promise<WhatIf['frozen']> {
  const manifest = await need<Manifest>(store, manifestKey(prefix));
  const there = FROZEN.filter((dataset) => Object.hasOwn(manifest.datasets, dataset));
  return relationsOf(manifest, there, given);
}

interface OfSeller {
  fileOf: FileOf;
  seller: string;
}

/** Datasets of a run, as text after FROM, as far as they may hold a seller. */
async function relationsOf<Dataset extends string>(
  manifest: Manifest,
  datasets: readonly Dataset[],
  { fileOf, seller }: OfSeller,
): Promise<Partial<Record<Dataset, string>>> {
  const relations = datasets.map(
    async (dataset) => [dataset, await relationOf(manifest, { kind: 'run', dataset }, fileOf, [seller])] as const,
  );
  return Object.fromEntries(await Promise.all(relations)) as Partial<Record<Dataset, string>>;
}
