/** A reader of a policy folder that says every word recomputes whatever explain prints of the sample's stories, night after night. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { explainSellers } from '../../cli/explain.js';
import { addDays } from '../../contracts/days.js';
import { Explained } from '../../contracts/explanation.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { generateSample } from '../../sample/generate.js';
import { STORIES } from '../../sample/stories.js';
import { readSqlFiles } from '../../sql/files.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { printed, Reader } from './nights.js';
import { type ProgrammeYaml, readBeside, readProgramme } from './policy-files.js';

/** why 6: an evaluation, the points of a day of the month before it, and a pause that begins between. */
const NIGHTS = 6;
const FOLDER = join(import.meta.dirname, 'every-word');

let marketplace: TestMarketplace;
let duck: Duck;
let readers: Record<'every-word' | 'every-night', Reader>;

/** The same without evaluations, where points and score may cap a tier, and faults of one buyer on any day are one. */
function everyNight(text: string): string {
  const { evaluation: _, ...made } = parse(text) as ProgrammeYaml;
  const why = 'made';
  for (const { tiers } of Object.values(made.metrics))
    for (const bound of Object.values(tiers))
      for (const word of ['keep', 'keep_why'] as const) delete (bound as Record<string, unknown>)[word];
  made.metrics.late_delivery!.collapse!.same = 'buyer';
  const missed_metrics = { late_week: { points: 3, why }, delivered_elsewhere: { points: 1, why } };
  const milestones = made.points!.milestones.map((one) => (one.at > 2 ? { ...one, caps_at: 'risky' } : one));
  return stringify({
    ...{ ...made, programme: 'every-night' },
    points: { ...made.points, looked_at: { every: 12, why }, missed_metrics, milestones },
    score: { ...made.score, tiers: { top: { at_least: 4.5, why }, good: { at_least: 3, why } } },
  });
}
beforeAll(async () => {
  const text = (path: string) => readFile(path, 'utf8');
  const weekly = await text(join(FOLDER, 'every-word.yaml'));
  const files = {
    'regions.yaml': await text('policies/regions.yaml'),
    'metrics.yaml': await text('policies/metrics.yaml'),
    'tracking.yaml': await text(join(FOLDER, 'tracking.yaml')),
    'every-word.yaml': weekly,
    'every-night.yaml': everyNight(weekly),
  };
  marketplace = await TestMarketplace.make({ files });
  duck = await openDuck();
  const beside = readBeside(files['regions.yaml'], files['tracking.yaml']);
  const readerOf = (name: 'every-word' | 'every-night') => new Reader(readProgramme(files[`${name}.yaml`]), beside);
  readers = { 'every-word': readerOf('every-word'), 'every-night': readerOf('every-night') };
  const { last_day } = await generateSample({ to: marketplace.landing, sellers: 62, orders: 4_500, days: 75 });
  const asked = { store: new FolderStore(marketplace.store), duck, sql: await readSqlFiles() };
  for (let day = addDays(last_day, 1 - NIGHTS); day <= last_day; day = addDays(day, 1)) {
    const { prefix } = await marketplace.published(day);
    const sellers = STORIES.map(({ seller_id }) => seller_id);
    for (const found of await explainSellers({ ...asked, prefix, sellers })) {
      const told = printed(Explained.parse(found));
      for (const one of Object.values(readers)) one.read(told);
    }
  }
});
afterAll(async () => {
  duck?.close();
  await marketplace?.gone();
});

it.each([
  ['every-word', ['first_evaluation', 'kept'], ['violation withdrawn'], ['top', 'good']],
  ['every-night', [], ['points cap'], ['top', 'good', 'risky', 'below']],
] as const)(
  'a reader of %s and of what explain prints recomputes every figure, and every tier',
  (name, because, beside, tiers) => {
    const { differences, seen } = readers[name];
    expect(differences.slice(0, 20)).toEqual([]);
    expect(seen.cards).toBeGreaterThan(NIGHTS * 20);
    // What the stories have of each word.
    for (const said of ['peak', 'same_day_and_reason', ...because]) expect(seen.because.get(said), said).toBeGreaterThan(0);
    for (const said of ['orders false', 'orders true', 'sales false', 'sales true', 'days_selling true', 'in_probation', 'ended'])
      expect(seen.beside.get(said), said).toBeGreaterThan(0);
    for (const said of ['violation stands', 'missed_metric stands', 'score scored', 'paused', ...beside])
      expect(seen.beside.get(said), said).toBeGreaterThan(0);
    for (const said of tiers) expect(seen.tiers.get(said), said).toBeGreaterThan(0);
  },
);
