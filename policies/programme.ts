/** Programmes of a policy folder: what a file of one may say, what contradicts itself, and which are in force on a day. */
import * as z from 'zod';
import { addDays } from '../contracts/days.js';
import { BoundYaml, boundOf, checkAlert, checkBounds, TierBoundYaml } from './bounds.js';
import { checkPoints, rungsOfPoints } from './check-points.js';
import { checkScore } from './check-score.js';
import { checkEntries, checkEntriesAcross } from './entries.js';
import { EvaluationYaml } from './evaluation.js';
import { AsksYaml, checkGates } from './gates.js';
import { boundWithKeep, checkKeeps } from './keeps.js';
import { didYouMean, nearestRegion } from './nearest.js';
import { checkPaused, PausedYaml } from './paused.js';
import { PointsYaml } from './points.js';
import { type JudgedMetric, type Programme, type ProgrammeMetric, type Region, roomOf } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { checkProbation, ProbationYaml } from './probation.js';
import { CollapseYaml, checkPeaksAcross, checkReliefs, PeaksYaml } from './reliefs.js';
import { ScoreYaml } from './score.js';
import { type CarrierClasses, checkSegment, SegmentYaml, segmentOf } from './segments.js';
import { checkTerms, TERMS, TIER_TERMS } from './terms.js';
import { dayOf, why, windowDays } from './values.js';

const FloorYaml = z.strictObject({
  counted: z.number().int().min(0).default(0),
  faults: z.number().int().min(0).default(0),
  buyers: z.number().int().min(0).optional(),
  days: z.number().int().min(0).optional(),
  why,
});

const ProgrammeYaml = z.strictObject({
  programme: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'programme keys are small letters, digits and -'),
  title: z.string().min(1),
  version: z.coerce.string(),
  in_force_from: dayOf,
  ...TERMS,
  regions: z.union([z.literal('all'), z.array(z.string()).min(1)], {
    error: ({ input }) =>
      input === undefined ? 'is missing; add it (all, or a list such as [DE, FR])' : 'needs all, or a list such as [DE, FR]',
  }),
  tiers: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/, 'tier keys are small letters, digits and _'),
        title: z.string(),
        means: z.string(),
        asks: AsksYaml.optional(),
        ...TIER_TERMS,
      }),
    )
    .min(2),
  standard: z.string(),
  assessable: z.strictObject({ orders: z.number().int().min(0), window_days: windowDays, why }),
  evaluation: EvaluationYaml.optional(),
  points: PointsYaml.optional(),
  score: ScoreYaml.optional(),
  probation: ProbationYaml.optional(),
  metrics: z.record(
    z.string(),
    z.strictObject({
      of: z.string().optional(),
      title: z.string().min(1).optional(),
      where: SegmentYaml.optional(),
      window_days: windowDays,
      why,
      low_volume: z
        .strictObject({ fewer_than: z.number().int().min(1, 'needs at least 1'), window_days: windowDays, why })
        .optional(),
      stretch: z.strictObject({ until: z.number().int().min(1, 'needs at least 1'), at_most_days: windowDays, why }).optional(),
      at_least: FloorYaml.optional(),
      peaks: PeaksYaml.optional(),
      collapse: CollapseYaml.optional(),
      tiers: z.record(z.string(), TierBoundYaml),
      alert: BoundYaml.optional(),
      paused: PausedYaml.optional(),
    }),
  ),
});

type MetricYaml = z.output<typeof ProgrammeYaml>['metrics'][string];

/** A floor of days that no window can reach would let everybody pass. */
function checkFloor(file: PolicyFile, key: string, { at_least, window_days }: MetricYaml): void {
  if ((at_least?.days ?? 0) > window_days)
    file.refuse(
      ['metrics', key, 'at_least', 'days'],
      `asks for faults on ${at_least?.days} days, and the window has ${window_days}: nobody could ever miss it; ask for fewer days`,
    );
}

/** A window that is no longer would count fewer still. */
function checkLowVolume(file: PolicyFile, key: string, { low_volume, window_days }: MetricYaml): void {
  if (low_volume && low_volume.window_days <= window_days)
    file.refuse(
      ['metrics', key, 'low_volume', 'window_days'],
      `${low_volume.window_days} is no longer than the window of ${window_days} days; whoever has few needs a longer one`,
    );
}

/** A window that stretches goes on for as long as it takes to judge, and is the only one beside the usual. */
function checkStretch(file: PolicyFile, key: string, { stretch, low_volume, window_days, at_least }: MetricYaml): void {
  if (!stretch) return;
  const at = ['metrics', key, 'stretch'];
  if (low_volume) file.refuse(at, 'stands beside low_volume, and both lengthen the window of whoever has few; keep one');
  if (stretch.at_most_days <= window_days)
    file.refuse(
      [...at, 'at_most_days'],
      `${stretch.at_most_days} is no longer than the window of ${window_days} days, so that it never stretches; write more than ${window_days}`,
    );
  const needed = at_least?.counted ?? 0;
  if (stretch.until <= needed)
    file.refuse(
      [...at, 'until'],
      `stretches until ${stretch.until}, and fewer than ${needed} are not judged (at_least.counted); write more than ${needed}`,
    );
}

/** What programmes may name; undefined where its own file is not in order, so that one slip there is not told again for each name. */
interface Known {
  regions: readonly Region[] | undefined;
  metrics: readonly JudgedMetric[] | undefined;
  classes: CarrierClasses | undefined;
}

function checkProgramme(file: PolicyFile, p: z.output<typeof ProgrammeYaml>, { regions, metrics: judged, classes }: Known): void {
  const tierKeys = p.tiers.map((tier) => tier.key);
  const bounded = tierKeys.slice(0, -1);
  if (new Set(tierKeys).size !== tierKeys.length) file.refuse(['tiers'], 'names a tier twice; keep one');
  for (const key of tierKeys) if (key in {}) file.refuse(['tiers'], `${key} is a word of the machine's own; choose another key`);
  for (const reserved of ['not_assessable', 'not_measured'])
    if (tierKeys.includes(reserved)) file.refuse(['tiers'], `${reserved} is not a tier but a state; choose another key`);
  if (!bounded.includes(p.standard))
    file.refuse(['standard'], `${p.standard} is not a tier with bounds; ${didYouMean(p.standard, bounded)}`);
  if (p.regions !== 'all' && regions)
    for (const [at, code] of p.regions.entries()) {
      if (regions.some((region) => region.code === code)) continue;
      const meant = nearestRegion(code, regions);
      const next = meant ? `did you mean ${meant}?` : 'add it there or take it out here';
      file.refuse(['regions', at], `${code} is not in regions.yaml; ${next}`);
    }
  checkTerms(file, p, rungsOfPoints(p.points));
  checkPoints(file, p);
  checkScore(file, p);
  checkProbation(file, p);
  checkPaused(file, p);
  const paid = (regions ?? []).filter(({ code }) => p.regions === 'all' || p.regions.includes(code));
  checkGates(file, { ...p, currencies: [...new Set(paid.map(({ currency }) => currency))] });
  if (Object.keys(p.metrics).length === 0) file.refuse(['metrics'], 'has no metric; add at least one');
  checkEntries(file, p.metrics, judged);
  const covered = p.regions === 'all' ? regions?.map(({ code }) => code) : p.regions;
  for (const [key, metric] of Object.entries(p.metrics)) {
    checkSegment(file, key, metric, { judged, regions, covered, classes });
    checkFloor(file, key, metric);
    checkLowVolume(file, key, metric);
    checkStretch(file, key, metric);
    checkReliefs(file, key, metric, { evaluated: p.evaluation !== undefined, judged });
    for (const tier of Object.keys(metric.tiers))
      if (!bounded.includes(tier))
        file.refuse(
          ['metrics', key, 'tiers', tier],
          tier === tierKeys.at(-1)
            ? 'is the last tier, for whoever meets no bound; take its bound out'
            : `is not a tier with bounds; ${didYouMean(tier, bounded)}`,
        );
    checkBounds(file, key, metric.tiers, bounded);
    checkKeeps(file, key, metric.tiers, { bounded, evaluated: p.evaluation !== undefined });
    checkAlert(file, key, metric, p.standard);
  }
}

const NO_FLOOR = { counted: 0, faults: 0 };

const programmeMetric = (
  metric: string,
  { alert, where, ...yaml }: MetricYaml,
  given: Parameters<typeof segmentOf>[1],
): ProgrammeMetric => ({
  ...{ metric, ...yaml, at_least: yaml.at_least ?? NO_FLOOR },
  ...(where ? { where: segmentOf(where, given) } : {}),
  tiers: Object.fromEntries(Object.entries(yaml.tiers).map(([tier, bound]) => [tier, boundWithKeep(bound)])),
  ...(alert ? { alert: boundOf(alert) } : {}),
});

/**
 * The programmes in force on a day, of several versions the newest; those that come into force later; every version; what is wrong with any file.
 */
export function readProgrammes(
  files: readonly PolicyFile[],
  runDate: string,
  known: Known,
): { programmes: Programme[]; waiting: Programme[]; versions: Programme[]; problems: string[] } {
  const { regions = [], metrics = [], classes = {} } = known;
  const codes = regions.map((region) => region.code);
  const versions: Version[] = [];
  for (const file of files) {
    const yaml = file.check(ProgrammeYaml);
    if (yaml) checkProgramme(file, yaml, known);
    if (yaml && file.problems.length === 0) versions.push({ file, yaml });
  }
  checkEntriesAcross(versions);
  const programmes = newestFirst(versions).flatMap((all) => {
    checkVersions(all);
    // A version that another has followed does not come back when that one ends.
    const newest = all.find(({ yaml }) => yaml.in_force_from <= runDate);
    return newest && runDate <= (newest.yaml.until ?? runDate) ? [programmeOf(newest.yaml, codes, metrics, classes)] : [];
  });
  const made = (some: readonly Version[]) => some.map(({ yaml }) => programmeOf(yaml, codes, metrics, classes));
  return {
    waiting: made(versions.filter(({ yaml }) => yaml.in_force_from > runDate)),
    versions: made(versions),
    programmes: programmes.sort((a, b) => (a.programme < b.programme ? -1 : 1)),
    problems: files.flatMap((file) => file.problems),
  };
}

interface Version {
  file: PolicyFile;
  yaml: z.output<typeof ProgrammeYaml>;
}

/** The versions of each programme. */
function newestFirst(versions: readonly Version[]): Version[][] {
  const together = new Map<string, Version[]>();
  for (const version of versions)
    together.set(version.yaml.programme, [...(together.get(version.yaml.programme) ?? []), version]);
  return [...together.values()].map((all) => all.sort((a, b) => b.yaml.in_force_from.localeCompare(a.yaml.in_force_from)));
}

/** What two versions of one programme cannot both say. */
function checkVersions(newestFirst: readonly Version[]): void {
  for (const [at, { file, yaml }] of newestFirst.entries()) {
    const next = newestFirst[at - 1];
    if (!next) continue;
    checkPeaksAcross({ file, yaml }, next);
    const begins = `${next.file.name}:${next.file.lineOf(['in_force_from'])}`;
    if (yaml.in_force_from === next.yaml.in_force_from)
      file.refuse(['programme'], `${yaml.programme} is in force from ${yaml.in_force_from} in two files (${begins}); keep one`);
    else if (yaml.until !== undefined && yaml.until >= next.yaml.in_force_from)
      file.refuse(
        ['until'],
        `${yaml.until} overlaps with version ${next.yaml.version}, in force from ${next.yaml.in_force_from} (${begins}); write ${addDays(next.yaml.in_force_from, -1)} or earlier, or take it out: a version ends where the next begins`,
      );
  }
}

function programmeOf(
  yaml: Version['yaml'],
  codes: string[],
  metrics: readonly JudgedMetric[],
  classes: CarrierClasses,
): Programme {
  const regions = yaml.regions === 'all' ? codes : [...yaml.regions].sort();
  return {
    ...yaml,
    regions,
    // In the order in which readers see metrics; of one metric as the file has them.
    metrics: metrics.flatMap(({ metric }) =>
      Object.entries(yaml.metrics)
        .filter(([key, { of }]) => roomOf({ metric: key, of }) === metric)
        .map(([key, entry]) => programmeMetric(key, entry, { classes, regions })),
    ),
  };
}
