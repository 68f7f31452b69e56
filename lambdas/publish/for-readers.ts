import type { DigestList } from '../../contracts/run/digests.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import { digestListKey, readersDatasetFolder, readersIndexKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import { ALL_REGIONS, datasetForTeams, type Files, type ReadersIndex, SAID_OF_A_RUN } from '../../contracts/run/teams.js';
import { READ_BY_LEADERSHIP } from '../../contracts/run/who-reads.js';
import type { ReadersPolicies } from '../../policies/readers-policies.js';
import { inTurns } from '../shared/in-turns.js';
import { type ObjectStore, toJson } from '../shared/object-store.js';

/** why 16: copies are small requests, and each waits for its answer. */
const AT_ONCE = 16;

type Copies = { from: string; to: string }[];

/** What readers of each region find of a run, and how it comes there: teams by copies, leadership by the run's own files. */
export function readersOf(
  { run_id, run_date }: Pick<RunFacts, 'run_id' | 'run_date'>,
  regions: readonly string[],
  { datasets, outputs }: Pick<Manifest, 'datasets'> & { outputs: readonly DatasetOutput[] },
): { indexes: ReadersIndex[]; copies: Copies } {
  const copies: Copies = [];
  const place = (region: string, dataset: string, { files, rows, bytes }: Files): Files => {
    const folder = readersDatasetFolder(run_id, region, dataset);
    const placed = files.map((from) => ({ from, to: `${folder}${from.split('/').at(-1)}` }));
    copies.push(...placed);
    return { files: placed.map(({ to }) => to), rows, bytes };
  };
  const ofTeam = (region: string): ReadersIndex => ({
    ...{ run_id, run_date, region },
    datasets: Object.fromEntries(
      outputs.map(({ dataset, teams }) => {
        const name = datasetForTeams(dataset);
        return [name, place(region, name, teams?.[region] ?? { files: [], rows: 0, bytes: 0 })];
      }),
    ),
  });
  const whole = READ_BY_LEADERSHIP.filter((dataset) => dataset in datasets).map((dataset) => [dataset, datasets[dataset]!]);
  const leadership = { run_id, run_date, region: ALL_REGIONS, datasets: Object.fromEntries(whole) };
  return { indexes: [leadership, ...regions.map(ofTeam)], copies };
}

/** Indexes with what pages say of the run beside its rows. */
export function withWhatIsSaid(
  indexes: readonly ReadersIndex[],
  manifest: Manifest,
  { regions, metrics, programmes, waiting, carrier_classes, texts }: ReadersPolicies,
): ReadersIndex[] {
  const said = SAID_OF_A_RUN.filter((name) => manifest[name] !== undefined).map((name) => [name, manifest[name]]);
  const run = Object.fromEntries(said) as NonNullable<ReadersIndex['run']>;
  // Of what is not there JSON says nothing.
  const policies = { regions, metrics, programmes, waiting, carrier_classes, texts };
  return indexes.map((index) => ({ ...index, run, policies }));
}

/** As the manifest has them. */
export const summaryOf = (indexes: readonly ReadersIndex[]): NonNullable<Manifest['regions']> =>
  Object.fromEntries(
    indexes.map(({ run_id, region, datasets }) => {
      const each = Object.values(datasets);
      const sum = (count: (one: Files) => number): number => each.reduce((total, one) => total + count(one), 0);
      const [files, rows, bytes] = [sum((one) => one.files.length), sum((one) => one.rows), sum((one) => one.bytes)];
      return [region, { index: readersIndexKey(run_id, region), files, rows, bytes }];
    }),
  );

/** Puts what readers of each region find into its place. Doing it twice is doing it once. */
export async function placeForReaders(
  store: ObjectStore,
  { indexes, copies }: { indexes: readonly ReadersIndex[]; copies: Copies },
): Promise<void> {
  await inTurns(copies, AT_ONCE, ({ from, to }) => store.copy(from, to));
  await inTurns(indexes, AT_ONCE, (index) => store.write(readersIndexKey(index.run_id, index.region), toJson(index)));
  // why before there is one: a page that asks for what is not there is refused, and browsers call that an error.
  const none: DigestList = { digests: [] };
  await inTurns(indexes, AT_ONCE, ({ region }) => store.create(digestListKey(region), toJson(none)));
}
