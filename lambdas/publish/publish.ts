import { keptParts, LEDGERS, type LedgerPart } from '../../contracts/ledger/parts.js';
import type { CheckResult } from '../../contracts/run/checks.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import type { Inputs } from '../../contracts/run/inputs.js';
import {
  factsKey,
  gateKey,
  inputsKey,
  ledgerPartFolder,
  manifestKey,
  openedKey,
  outputsFolder,
  POINTER,
  publishedLogKey,
  readersOfRun,
  seqOf,
} from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { Opened } from '../../contracts/run/opened.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import type { PublishedLog } from '../../contracts/run/published-log.js';
import { isForTeams } from '../../contracts/run/teams.js';
import { jsonOf, ObjectDamaged } from '../shared/damaged.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { need, readPolicies } from '../shared/read-run-files.js';
import { placeForReaders, readersOf, summaryOf, withWhatIsSaid } from './for-readers.js';

/** why: of 50 nights publishing at once each loses at most 49 races; more is a fault elsewhere. */
const MOST_TRIES = 100;

export interface Published {
  /** False when a run of a later date is published already: then the pointer stays and nobody is mailed. */
  moved: boolean;
  run_date: string;
}

/** Publishes a run that passed its gate. Doing it twice is doing it once. */
export async function publish(given: { store: ObjectStore; prefix: string }): Promise<Published> {
  const { store, prefix } = given;
  const { manifest, readers } = await finishedRun(store, prefix);
  await placeForReaders(store, readers);
  await store.create(manifestKey(prefix), toJson(manifest));
  // Before the pointer shows it: nobody may be shown what a power cut could still take away.
  await store.settle?.([`${prefix}/`, ...LEDGERS.map((name) => ledgerPartFolder(prefix, name)), readersOfRun(manifest.run_id)]);
  const seq = seqOf(prefix);
  const moved = await movePointer(store, manifest, { backwards: false });
  const log: PublishedLog = { run_id: manifest.run_id, prefix, moved };
  await store.create(publishedLogKey(manifest.run_date, seq), toJson(log));
  return { moved, run_date: manifest.run_date };
}

/** What a run that passed its gate holds, from what its tasks left. */
export const manifestOf = async (store: ObjectStore, prefix: string): Promise<Manifest> =>
  (await finishedRun(store, prefix)).manifest;

/** The same, and what readers of each region find of it. */
export async function finishedRun(
  store: ObjectStore,
  prefix: string,
): Promise<{ manifest: Manifest; readers: ReturnType<typeof readersOf> }> {
  const facts = await need<RunFacts>(store, factsKey(prefix));
  const policies = await readPolicies(store, prefix);
  const inputs = await need<Inputs>(store, inputsKey(prefix));
  const checks = await need<CheckResult[]>(store, gateKey(prefix));
  const opened = await readJson<Opened>(store, openedKey(prefix));
  const base = facts.base_prefix === undefined ? undefined : await need<Manifest>(store, manifestKey(facts.base_prefix));
  const datasets: Manifest['datasets'] = {};
  const outputs: DatasetOutput[] = [];
  for (const { key } of await store.list(outputsFolder(prefix))) {
    const output = await need<DatasetOutput>(store, key);
    const { dataset, files, rows, bytes } = output;
    if (isForTeams(dataset)) outputs.push(output);
    else if (!checks.some((check) => check.check === dataset)) datasets[dataset] = { files, rows, bytes };
  }
  const codes = policies.regions.map(({ code }) => code);
  const readers = readersOf(facts, codes, { datasets, outputs });
  const unique = [...new Map(inputs.files.map((file) => [file.file_id, file])).values()];
  const sum = (column: 'landed' | 'accepted' | 'quarantined') => unique.reduce((total, file) => total + file[column], 0);
  const manifest: Manifest = {
    run_id: facts.run_id,
    run_date: facts.run_date,
    prefix,
    status: 'published',
    policy_fingerprint: policies.fingerprint,
    policy_versions: Object.fromEntries(policies.programmes.map((p) => [p.programme, p.version])),
    ledger_fingerprint: facts.ledger_fingerprint,
    ...(facts.base_date ? { base_run_date: facts.base_date } : {}),
    not_measured: [...facts.not_measured],
    ...(opened?.mails === false ? { without_mails: true as const } : {}),
    ledger: Object.fromEntries(LEDGERS.map((name) => [name, partsAfter(facts, base?.ledger?.[name] ?? [], datasets[name]!)])),
    datasets,
    regions: summaryOf(readers.indexes),
    landing: { files: inputs.files.length, landed: sum('landed'), accepted: sum('accepted'), quarantined: sum('quarantined') },
    warnings: [
      ...clockWarnings(facts),
      ...checks
        .filter((c) => c.kind === 'warn' && c.rows > 0)
        .map(({ check, rows, description, says }) => ({ check, rows, description, says })),
    ],
  };
  return { manifest, readers: { ...readers, indexes: withWhatIsSaid(readers.indexes, manifest, policies) } };
}

/** The time-zone data of this machine say otherwise of a region's clock than those of the run before. */
function clockWarnings({ clock_changes = [] }: RunFacts): Manifest['warnings'] {
  if (clock_changes.length === 0) return [];
  const description =
    'the time-zone data of this Node differ from those of the run before (node -p process.versions.tz); all was accepted and judged anew. Run nights with the newer Node';
  const says = clock_changes.map(
    ({ time_zone, from_day, hours_before, hours_now }) =>
      `${time_zone}: from ${from_day} its clock is ${hours_now} hours ahead of UTC; the run before had ${hours_before}`,
  );
  return [{ check: 'clocks_changed', rows: clock_changes.length, description, says }];
}

/** The parts of a ledger that stand after a run: those of its base that it did not gather, and its own. */
function partsAfter(facts: RunFacts, base: readonly LedgerPart[], own: { files: string[]; rows: number }): LedgerPart[] {
  const gathered = facts.base_prefix === undefined || facts.gathered !== undefined;
  return [...keptParts(base, facts.gathered), { run_prefix: facts.prefix, files: own.files, rows: own.rows, gathered }];
}

const order = (run: { run_date: string; run_id: string }): string =>
  `${run.run_date} ${run.run_id.split('-').at(-1)!.padStart(9, '0')}`;

/** The pointer as it is; one that is damaged is as none to whoever puts a run of their choice in its place. */
function pointerIn(body: Buffer, { backwards }: { backwards: boolean }): Pointer | undefined {
  try {
    return jsonOf<Pointer>(POINTER, body);
  } catch (error) {
    if (backwards && error instanceof ObjectDamaged) return undefined;
    throw error;
  }
}

/**
 * Moves published/current.json to the run by compare-and-set; never to an earlier run unless `backwards` is asked for.
 * Returns whether the pointer now shows this run.
 */
export async function movePointer(
  store: ObjectStore,
  manifest: Pick<Manifest, 'run_id' | 'run_date' | 'prefix' | 'policy_versions'>,
  options: { backwards: boolean },
): Promise<boolean> {
  const { run_id, run_date, prefix, policy_versions } = manifest;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const found = await store.read(POINTER);
    const now = found && pointerIn(found.body, options);
    if (now?.run_id === run_id) return true;
    if (now && order(now) > order(manifest) && !options.backwards) return false;
    const next: Pointer = { run_id, run_date, prefix, policy_versions, ...(now ? { previous_run_id: now.run_id } : {}) };
    const moved = found ? await store.replace(POINTER, toJson(next), found.etag) : await store.create(POINTER, toJson(next));
    if (moved) return true;
  }
  throw new Error(
    `${POINTER}: changed under our hands ${MOST_TRIES} times; see who else publishes, then run "publish --run ${run_id}"`,
  );
}
