import { createHash } from 'node:crypto';
import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import * as z from 'zod';
import { METRIC_KEYS } from '../contracts/metrics.js';
import type { MailSettings, Policies, Programme, Region } from './policy.js';

/** A policy folder as text: file name to content. Read by whoever calls (a folder on a laptop, S3 on AWS). */
export type PolicyFiles = Record<string, string>;

/** The policy folder is not valid. Each line names file, line, key and the next step. Exit code 2. */
export class PolicyRefused extends Error {
  override name = 'PolicyRefused';
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
  }
}

const why = z.string().min(3, 'say why in a few words');
const shareOf = z
  .number({ error: 'needs a share between 0 and 1, such as 0.04' })
  .min(0, 'needs a share between 0 and 1, such as 0.04')
  .max(1, 'needs a share between 0 and 1; write 4 % as 0.04');
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'needs a day such as 2026-01-31');
const windowDays = z.number().int('needs whole days').min(1).max(366, 'needs at most 366 days');
const validZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const RegionYaml = z.strictObject({
  name: z.string().min(1),
  time_zone: z.string().refine(validZone, { error: 'is not an IANA time zone; write one such as Europe/London' }),
  currency: z.string().regex(/^[A-Z]{3}$/, 'needs an ISO 4217 code such as EUR'),
  must_land_orders_daily: z.boolean(),
  dispatch_milestone: z.enum(['first_scan', 'confirmed']),
  on_time_scan_saves: z.boolean(),
});

const MailsYaml = z.strictObject({
  from: z.string().min(3),
  leadership: z.array(z.string()).default([]),
  regional_teams: z.record(z.string(), z.array(z.string())).default({}),
  operators: z.array(z.string()).default([]),
});

const RegionsYaml = z.strictObject({
  regions: z.record(z.string().regex(/^[A-Z0-9_-]{1,16}$/, 'region codes are capital letters, digits, - and _'), RegionYaml),
  mails: MailsYaml.optional(),
});

const ProgrammeYaml = z.strictObject({
  programme: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'programme keys are small letters, digits and -'),
  title: z.string().min(1),
  version: z.coerce.string(),
  in_force_from: isoDay,
  regions: z.union([z.literal('all'), z.array(z.string()).min(1)]),
  tiers: z
    .array(z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/), title: z.string(), means: z.string() }))
    .min(2),
  standard: z.string(),
  assessable: z.strictObject({ orders: z.number().int().min(0), window_days: windowDays, why }),
  metrics: z.record(
    z.string(),
    z.strictObject({
      window_days: windowDays,
      why,
      tiers: z.record(z.string(), z.strictObject({ at_most: shareOf, why })),
    }),
  ),
});

const NO_MAILS: MailSettings = {
  from: 'Seller Scorecards <scorecards@marketplace.example>',
  leadership: [],
  regional_teams: {},
  operators: [],
};

/** One YAML file that can say where each of its keys stands. */
class PolicyFile {
  private readonly lines = new LineCounter();
  private readonly document;
  readonly problems: string[] = [];

  constructor(
    readonly name: string,
    content: string,
  ) {
    this.document = parseDocument(content, { lineCounter: this.lines, prettyErrors: false });
    for (const error of this.document.errors) {
      const at = this.lines.linePos(error.pos[0]).line;
      this.problems.push(`${name}:${at}: ${error.message.split('\n')[0]}`);
    }
  }

  get value(): unknown {
    if (this.problems.length > 0) return undefined;
    // `version: 1.0` is a number to YAML and would lose its zero; the text as written is the version.
    const version = isMap(this.document.contents) ? this.document.get('version', true) : undefined;
    if (isScalar(version) && typeof version.value === 'number' && version.source) this.document.set('version', version.source);
    return this.document.toJS();
  }

  /** Line of the key at the path, or of the nearest parent that exists. */
  lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const parent = length === 1 ? this.document.contents : this.document.getIn(path.slice(0, length - 1), true);
      if (isMap(parent)) {
        const pair = parent.items.find(
          (item) => String((item.key as { value?: unknown })?.value ?? item.key) === String(path[length - 1]),
        );
        const range = (pair?.key as ParsedNode | undefined)?.range;
        if (range) return this.lines.linePos(range[0]).line;
      }
      const node = this.document.getIn(path.slice(0, length), true) as ParsedNode | undefined;
      if (node?.range) return this.lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  refuse(path: readonly PropertyKey[], problem: string): void {
    this.problems.push(`${this.name}:${this.lineOf(path)} ${path.map(String).join('.') || '(whole file)'}: ${problem}`);
  }

  check<T extends z.ZodType>(schema: T): z.output<T> | undefined {
    if (this.problems.length > 0) return undefined;
    const checked = schema.safeParse(this.value);
    if (checked.success) return checked.data;
    for (const issue of checked.error.issues) {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
      for (const key of unknown) this.refuse([...issue.path, key], 'is not a key we know; see README, "Write your own policy"');
      if (unknown.length === 0) this.refuse(issue.path, plainer(issue.message));
    }
    return undefined;
  }
}

const plainer = (message: string): string => {
  const missing = message.match(/^Invalid input: expected (\w+), received undefined$/);
  if (missing) return `is missing; add it (a ${missing[1]})`;
  return message.replace(/^Invalid input: expected (\w+), received (\w+)$/, 'needs a $1, not a $2');
};

function checkProgramme(file: PolicyFile, p: z.output<typeof ProgrammeYaml>, regionCodes: readonly string[]): void {
  const tierKeys = p.tiers.map((tier) => tier.key);
  const bounded = tierKeys.slice(0, -1);
  if (new Set(tierKeys).size !== tierKeys.length) file.refuse(['tiers'], 'names a tier twice; keep one');
  for (const reserved of ['not_assessable', 'not_measured'])
    if (tierKeys.includes(reserved)) file.refuse(['tiers'], `${reserved} is not a tier but a state; choose another key`);
  if (!bounded.includes(p.standard))
    file.refuse(['standard'], `${p.standard} is not a tier with bounds; choose one of ${bounded.join(', ')}`);
  if (p.regions !== 'all')
    for (const [at, code] of p.regions.entries())
      if (!regionCodes.includes(code))
        file.refuse(['regions', at], `${code} is not in regions.yaml; add it there or take it out here`);
  if (Object.keys(p.metrics).length === 0) file.refuse(['metrics'], 'has no metric; add at least one');
  for (const [key, metric] of Object.entries(p.metrics)) {
    if (!METRIC_KEYS.includes(key as (typeof METRIC_KEYS)[number]))
      file.refuse(['metrics', key], `is not a metric; choose among ${METRIC_KEYS.join(', ')}`);
    for (const tier of Object.keys(metric.tiers))
      if (!bounded.includes(tier))
        file.refuse(
          ['metrics', key, 'tiers', tier],
          tier === tierKeys.at(-1)
            ? 'is the last tier, for whoever meets no bound; take its bound out'
            : `is not a tier; choose among ${bounded.join(', ')}`,
        );
    let above: { tier: string; at_most: number } | undefined;
    for (const tier of bounded) {
      const bound = metric.tiers[tier];
      if (!bound) {
        file.refuse(['metrics', key, 'tiers'], `has no bound for ${tier}; add one`);
        continue;
      }
      if (Math.abs(bound.at_most * 1e6 - Math.round(bound.at_most * 1e6)) > 1e-6)
        file.refuse(
          ['metrics', key, 'tiers', tier, 'at_most'],
          `${bound.at_most} is finer than one part per million; round it to six decimals`,
        );
      if (above && bound.at_most < above.at_most)
        file.refuse(
          ['metrics', key, 'tiers', tier, 'at_most'],
          `${tier} (${bound.at_most}) is stricter than ${above.tier} (${above.at_most}) above it; swap them`,
        );
      above = { tier, at_most: bound.at_most };
    }
  }
}

const sha = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * Policies from the texts of a policy folder: `regions.yaml` (regions, mails) and one YAML file per programme.
 * Only programmes in force on `runDate` (YYYY-MM-DD) are returned; of several versions of one programme the newest in force.
 *
 * @throws PolicyRefused naming file, line, key and what to do, for every problem found.
 */
export function loadPolicies(files: PolicyFiles, runDate: string): Policies {
  const names = Object.keys(files)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  const regionsName = names.find((name) => /(^|\/)regions\.ya?ml$/.test(name));
  if (!regionsName)
    throw new PolicyRefused(['regions.yaml: is missing from the policy folder; add it (README, "Write your own policy")']);
  const problems: string[] = [];

  const regionsFile = new PolicyFile(regionsName, files[regionsName] ?? '');
  const regionsYaml = regionsFile.check(RegionsYaml);
  const regions: Region[] = Object.entries(regionsYaml?.regions ?? {}).map(([code, region]) => ({ code, ...region }));
  regions.sort((a, b) => (a.code < b.code ? -1 : 1));
  if (regionsYaml && regions.length === 0) regionsFile.refuse(['regions'], 'has no region; add at least one');
  if (regions.some((region) => region.code === 'ALL'))
    regionsFile.refuse(['regions', 'ALL'], 'is our word for all regions together; choose another code');
  for (const code of Object.keys(regionsYaml?.mails?.regional_teams ?? {}))
    if (!regions.some((region) => region.code === code))
      regionsFile.refuse(['mails', 'regional_teams', code], `${code} is not a region of this file`);
  problems.push(...regionsFile.problems);

  const programmes = new Map<string, Programme>();
  for (const name of names.filter((n) => n !== regionsName)) {
    const file = new PolicyFile(name, files[name] ?? '');
    const yaml = file.check(ProgrammeYaml);
    if (yaml) checkProgramme(file, yaml, regionsYaml ? regions.map((r) => r.code) : []);
    problems.push(...file.problems);
    if (!yaml || file.problems.length > 0 || yaml.in_force_from > runDate) continue;
    const known = programmes.get(yaml.programme);
    if (known && known.in_force_from === yaml.in_force_from)
      problems.push(`${name}:1 programme: ${yaml.programme} is in force from ${yaml.in_force_from} in two files; keep one`);
    if (known && known.in_force_from > yaml.in_force_from) continue;
    programmes.set(yaml.programme, {
      ...yaml,
      regions: yaml.regions === 'all' ? regions.map((r) => r.code) : [...yaml.regions].sort(),
      metrics: METRIC_KEYS.filter((key) => yaml.metrics[key]).map((key) => ({ metric: key, ...yaml.metrics[key]! })),
    });
  }
  if (problems.length > 0) throw new PolicyRefused(problems);
  if (programmes.size === 0)
    throw new PolicyRefused([
      `${names.join(', ')}: no programme is in force on ${runDate}; add one, or set its in_force_from earlier`,
    ]);

  const policies = {
    regions,
    programmes: [...programmes.values()].sort((a, b) => (a.programme < b.programme ? -1 : 1)),
    mails: regionsYaml?.mails ?? NO_MAILS,
  };
  return { ...policies, fingerprint: sha(policies).slice(0, 20) };
}
