/**
 * What the shipped programme and those of examples/programmes make of Olist's orders over a year: writes tried-programmes.json, which
 * docs/programmes.md shows.
 *
 * `npx tsx bench/olist/try-programmes.ts LANDING`, where "scorecards import" put Olist; `--only KEY` measures one programme and keeps the
 * figures of the others.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isMap, parseDocument } from 'yaml';
import { runNamed } from '../../cli/commands/run-of.js';
import { BacktestReport } from '../../contracts/backtest.js';
import { manifestKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { need } from '../../lambdas/shared/read-run-files.js';

const HOME = join(import.meta.dirname, '../..');
const PACKS = join(HOME, 'examples/programmes');
const FIGURES = join(import.meta.dirname, 'tried-programmes.json');
const run = promisify(execFile);

// why these: the last night worth judging, and the year of evaluations that ends with the last Monday before it.
const NIGHT = '2018-08-29';
const [FROM, TO] = ['2017-08-28', '2018-08-27'];

/** What one programme made of the year; sellers, each once. */
export interface Tried {
  programme: string;
  title: string;
  /** Days on which evaluations decided, and whether the programme says so itself; else it was asked every Monday in the fair way. */
  evaluations: number;
  its_own_days: boolean;
  /** Whoever had an order in a window of the year. */
  sellers: number;
  /** Sellers on the last day by what bounds alone propose, and by the tier that evaluations left them. */
  tiers: { title: string; by_bounds: number; held: number }[];
  /** Missed a bound of the standard on some evaluation day; were told; had it confirmed by fresh days. */
  missed: number;
  noticed: number;
  confirmed: number;
  not_measured: string[];
}

/** Every programme of Brazil's regions, as if it had always been in force; two of them, with evaluations and without. */
function inBrazil(text: string): { fair: string; byBounds: string; itsOwnDays: boolean } {
  const programme = parseDocument(text);
  programme.set('regions', 'all');
  programme.set('in_force_from', '2016-01-01');
  programme.set('notice_given_on', '2015-12-01');
  programme.delete('until');
  // Sales are asked for in the regions' currency, to the same number.
  for (const tier of (programme.toJS() as { tiers: { asks?: { sales?: object } }[] }).tiers.keys())
    if (programme.hasIn(['tiers', tier, 'asks', 'sales'])) programme.setIn(['tiers', tier, 'asks', 'sales', 'currency'], 'BRL');
  // No violations landed; milestones that cap a tier are refused beside evaluations.
  if (isMap(programme.getIn(['points', 'violations']))) programme.delete('points');
  const itsOwnDays = programme.has('evaluation');
  if (!itsOwnDays) programme.set('evaluation', { every: 'monday', why: 'the fair way, asked every week' });
  const fair = String(programme);
  programme.delete('evaluation');
  programme.delete('points');
  return { fair, byBounds: String(programme), itsOwnDays };
}

const scorecards = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', join(HOME, 'cli/cli.ts'), ...args], { cwd: HOME, maxBuffer: 2 ** 26 });

/**
 * The policy folder of a pack over Olist's regions. Olist has the moments of every parcel and no tracking number: where a pack leaves
 * untracked parcels out, nothing would be counted, so that part is left at its default.
 */
async function policiesOf(pack: string | undefined, folder: string, programme: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(join(HOME, 'examples/olist/policies/regions.yaml'), join(folder, 'regions.yaml'));
  const metrics = parseDocument(
    await readFile(pack ? join(PACKS, pack, 'metrics.yaml') : join(HOME, 'policies/metrics.yaml'), 'utf8'),
  );
  if (metrics.hasIn(['metrics', 'late_delivery', 'untracked'])) metrics.deleteIn(['metrics', 'late_delivery', 'untracked']);
  await writeFile(join(folder, 'metrics.yaml'), String(metrics));
  await writeFile(join(folder, 'programme.yaml'), programme);
}

/** One programme's figures, worked out in an empty folder; the shipped one without a pack. */
export async function tried(pack: string | undefined, landing: string, work: string): Promise<Tried> {
  const file = pack ? join(PACKS, pack, `${pack}.yaml`) : join(HOME, 'policies/eu-seller-standards.yaml');
  const { fair, byBounds, itsOwnDays } = inBrazil(await readFile(file, 'utf8'));
  const [policies, store] = [join(work, 'policies'), join(work, 'store')];
  await policiesOf(pack, policies, fair);
  await writeFile(join(work, 'fair.yaml'), fair);
  await writeFile(join(work, 'by-bounds.yaml'), byBounds);
  await scorecards('night', '--date', NIGHT, '--landing', landing, '--store', store, '--policies', policies);
  const range = ['--from', FROM, '--to', TO, '--simulate', '0', '--store', store, '--out', work];
  await scorecards('backtest', '--policy', join(work, 'fair.yaml'), '--against', join(work, 'by-bounds.yaml'), ...range);
  const report = BacktestReport.parse(JSON.parse(await readFile(join(work, 'backtest.json'), 'utf8')));
  const { policy } = report.computed_from;
  const cells = report.moves.find(({ by }) => by === 'total')?.cells ?? [];
  const at = (side: 'policy' | 'against', tier: string) =>
    cells.filter((cell) => cell[side] === tier).reduce((sum, { sellers }) => sum + sellers, 0);
  const { missed, noticed, confirmed } = report.over_time.policy;
  const objects = new FolderStore(store);
  const manifest = await need<Manifest>(objects, manifestKey(await runNamed(objects, { name: store, option: '--store' })));
  return {
    ...{ programme: policy.programme, title: policy.title, evaluations: policy.evaluation_days.length, its_own_days: itsOwnDays },
    sellers: cells.reduce((sum, { sellers }) => sum + sellers, 0),
    tiers: policy.tiers.map(({ key, title }) => ({ title, by_bounds: at('against', key), held: at('policy', key) })),
    ...{ missed, noticed, confirmed },
    not_measured: report.over_time.policy.metrics
      .filter(({ metric }) => manifest.not_measured.includes(metric))
      .map(({ title }) => title),
  };
}

async function everyProgramme(landing: string, only: string | undefined): Promise<Tried[]> {
  const packs = (await readdir(PACKS, { withFileTypes: true })).filter((one) => one.isDirectory()).map(({ name }) => name);
  const all: Tried[] = [];
  for (const pack of [undefined, ...packs.sort()]) {
    if (only && (pack ?? 'eu-seller-standards') !== only) continue;
    const work = await mkdtemp(join(tmpdir(), 'tried-on-olist-'));
    try {
      all.push(await tried(pack, landing, work));
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return all;
}

if (import.meta.filename === process.argv[1]) {
  const [landing, flag, only] = process.argv.slice(2);
  if (!landing || (flag !== undefined && flag !== '--only'))
    throw new Error('give the folder that "scorecards import" wrote: npx tsx bench/olist/try-programmes.ts LANDING [--only KEY]');
  const measured = await everyProgramme(landing, only);
  const before = only ? (JSON.parse(await readFile(FIGURES, 'utf8')) as Tried[]) : measured;
  const figures = before.map((old) => measured.find(({ programme }) => programme === old.programme) ?? old);
  await writeFile(FIGURES, JSON.stringify(figures));
  await run(join(HOME, 'node_modules/.bin/biome'), ['format', '--write', FIGURES]);
}
