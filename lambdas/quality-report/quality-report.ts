import { LANDING } from '../../contracts/landing/index.js';
import { landingDrift } from '../../contracts/published/landing-drift.js';
import { runQuality } from '../../contracts/published/run-quality.js';
import type { CheckResult } from '../../contracts/run/checks.js';
import type { Inputs } from '../../contracts/run/inputs.js';
import {
  gateKey,
  inputsKey,
  outputKey,
  qualityKey,
  qualityPageKey,
  quarantineFolder,
  runDateOf,
  runIdOf,
} from '../../contracts/run/keys.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import type { Drift, QualityReport } from '../../contracts/run/quality-report.js';
import { ALL_REGIONS as ALL } from '../../contracts/run/teams.js';
import { qualityPage } from '../../pages/quality.js';
import { type ObjectStore, toJson } from '../shared/object-store.js';
import { readParquet } from '../shared/read-parquet.js';
import { need } from '../shared/read-run-files.js';
import { rejectionsOf } from '../shared/rejections.js';

/** why 20: more files than that are refused for the same reason; all are in inputs.json. */
const SHOWN = 20;

/** As their contracts are listed: orders first, which all others are about. */
const placeOf = ({ dataset }: { dataset: string }): number => Object.keys(LANDING).indexOf(dataset);

type Quality = QualityReport['datasets'][number]['quality'];

/** Writes what the night found in what landed, as data and as a page. Doing it twice is doing it once. */
export async function writeQualityReport(store: ObjectStore, prefix: string): Promise<void> {
  const report = await qualityReport(store, prefix);
  await store.write(qualityKey(prefix), toJson(report));
  await store.write(qualityPageKey(prefix), qualityPage(report));
}

async function qualityReport(store: ObjectStore, prefix: string): Promise<QualityReport> {
  const checks = await need<CheckResult[]>(store, gateKey(prefix));
  const { files, ignored } = await need<Inputs>(store, inputsKey(prefix));
  const quality = (await rowsOf(store, prefix, runQuality.dataset)) as Quality[];
  const drift = (await rowsOf(store, prefix, landingDrift.dataset)) as Drift[];
  const datasets: QualityReport['datasets'] = [];
  const wholes = quality.filter(({ region }) => region === ALL);
  for (const whole of wholes.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const { dataset } = whole;
    const own = files.filter((file) => file.dataset === dataset);
    const refused = own.flatMap(({ key, refused: because }) => (because ? [{ file: key, because }] : []));
    datasets.push({
      dataset,
      quality: whole,
      regions: quality.filter((row) => row.dataset === dataset && row.region !== ALL),
      refused: refused.slice(0, SHOWN),
      refused_files: refused.length,
      extra_columns: [...new Set(own.flatMap(({ extra_columns }) => extra_columns))].sort(),
      rejections: await rejectionsOf(store, dataset, own),
      quarantine: quarantineFolder(dataset),
      drift: drift.filter((row) => row.dataset === dataset),
    });
  }
  return {
    ...{ run_id: runIdOf(prefix), run_date: runDateOf(prefix), prefix },
    stopped: checks.some(({ kind, rows }) => kind === 'fail' && rows > 0),
    checks,
    datasets,
    ignored: ignored.slice(0, SHOWN),
    ignored_files: ignored.length,
  };
}

/** Rows of a dataset of a run that may not have passed its gate: it has no manifest then. */
async function rowsOf(store: ObjectStore, prefix: string, dataset: string): Promise<Record<string, unknown>[]> {
  const { files } = await need<DatasetOutput>(store, outputKey(prefix, dataset));
  const parts: Record<string, unknown>[][] = [];
  for (const key of files) parts.push(await readParquet(store, key));
  return parts.flat();
}
