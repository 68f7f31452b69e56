import { createHash } from 'node:crypto';
import * as z from 'zod';
import { isCurrency } from '../contracts/currencies.js';
import { ALL_REGIONS, REGION_CODE } from '../contracts/run/teams.js';
import { isSender } from './address.js';
import { CalendarYaml, checkCalendars } from './calendar.js';
import { address, digestReaders } from './digest-readers.js';
import { metricsNamedIn } from './entries.js';
import { incidentsPolicy } from './incidents-policy.js';
import { judgedMetrics } from './judged-metrics.js';
import { landingPolicy } from './landing-policy.js';
import { leadsPolicy } from './leads-policy.js';
import { nearest, nearestRegion } from './nearest.js';
import { onboardingPolicy } from './onboarding-policy.js';
import type { MailSettings, Policies, Programme, Region } from './policy.js';
import { PolicyFile } from './policy-file.js';
import { readProgrammes } from './programme.js';
import { readTexts, TEXTS_FILE } from './texts.js';
import { carrierClassesOf, trackingPolicy } from './tracking-policy.js';

/** A policy folder as text: file name to content. Read by whoever calls (a folder on a laptop, S3 on AWS). */
export type PolicyFiles = Record<string, string>;

/** The policy folder is not valid. Each line names file, line, key and the next step. Exit code 2. */
export class PolicyRefused extends Error {
  override name = 'PolicyRefused';
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
  }
}

/** Names that stand still at one offset, where whoever writes them means a place with summers. */
const STANDING: Readonly<Record<string, string>> = {
  EST: 'America/New_York',
  MST: 'America/Denver',
  HST: 'Pacific/Honolulu',
};

/** A zone of the runtime's data, by its name or an older one such as US/Pacific. */
const timeZone = z.string().superRefine((zone, { addIssue }) => {
  const refuse = (message: string): void => addIssue({ code: 'custom', message });
  const place = Object.hasOwn(STANDING, zone.toUpperCase()) ? STANDING[zone.toUpperCase()] : undefined;
  if (place) return refuse(`${zone} is an offset without summer time; name the place, such as ${place}`);
  if (/^(UTC|GMT|UT|Z)?[+-]\d/i.test(zone))
    return refuse(`${zone} is an offset and no IANA time zone; name the place, such as Europe/London`);
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    refuse(`${zone} is not an IANA time zone; write one such as Europe/London`);
  }
});

const currency = z
  .string()
  .refine(isCurrency, { error: ({ input }) => `${String(input)} is not a currency of ISO 4217; write a code such as EUR` });

const RegionYaml = z.strictObject({
  name: z.string().min(1),
  time_zone: timeZone,
  currency,
  must_land_orders_daily: z.boolean(),
  dispatch_milestone: z.enum(['first_scan', 'confirmed']),
  on_time_scan_saves: z.boolean(),
  calendar: CalendarYaml.optional(),
});

const addresses = z.array(address);

const SELLER_PAGE =
  'is no page of a seller; write an https address with {seller_id} in it, such as https://market.example/sellers/{seller_id}/scorecard, or leave it out';
const PREFERENCES_PAGE =
  'is no page of preferences; write an https address without ? and #, such as https://scorecards.market.example/mail-preferences, or leave it out';
/** why also this machine: so that a person can try it. */
const isPreferencesPage = (text: string): boolean =>
  URL.canParse(text) && !/[?#\s]/.test(text) && /^(https:|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(text);
const DASHBOARD =
  'is not where the dashboard lies; write its https address without a #, such as https://scorecards.market.example/, or leave it out';
const MailsYaml = z.strictObject({
  from: z.string().refine(isSender, {
    error: ({ input }) =>
      `${JSON.stringify(input)} is no sender; write "Name <address@market.example>" or the address alone, and put a name with , ; : @ or brackets in quotes`,
  }),
  leadership: digestReaders.default([]),
  regional_teams: z.record(z.string(), digestReaders).default({}),
  operators: addresses.default([]),
  seller_page: z
    .url({ protocol: /^https$/, error: SELLER_PAGE })
    .refine((page) => page.includes('{seller_id}'), { error: SELLER_PAGE })
    .optional(),
  preferences_page: z.string().refine(isPreferencesPage, { error: PREFERENCES_PAGE }).optional(),
  dashboard: z
    .url({ protocol: /^https$/, error: DASHBOARD })
    .refine((page) => !/[#?]/.test(page), { error: DASHBOARD })
    .optional(),
});

const RegionsYaml = z.strictObject({
  regions: z.record(z.string().regex(REGION_CODE, 'region codes are capital letters, digits, - and _'), RegionYaml),
  mails: MailsYaml.optional(),
});

const NO_MAILS: MailSettings = {
  from: 'Seller Scorecards <scorecards@marketplace.example>',
  leadership: [],
  regional_teams: {},
  operators: [],
};

const sha = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** why 100: what a team reads lies in a partition of its own, and Athena's UNLOAD opens no more of them in one query. */
const MOST_REGIONS = 100;

/** The regions of a marketplace, in the order of their codes, and who is mailed; problems stay with the file. */
function readRegions(file: PolicyFile): { regions: Region[]; mails: MailSettings; readable: boolean } {
  const yaml = file.check(RegionsYaml);
  const regions: Region[] = Object.entries(yaml?.regions ?? {}).map(([code, region]) => ({ code, ...region }));
  regions.sort((a, b) => (a.code < b.code ? -1 : 1));
  if (yaml && regions.length === 0) file.refuse(['regions'], 'has no region; add at least one');
  if (regions.length > MOST_REGIONS)
    file.refuse(
      ['regions'],
      `has ${regions.length} regions, and a night writes for at most ${MOST_REGIONS} teams; make one region of markets that one team looks after`,
    );
  if (regions.some((region) => region.code === ALL_REGIONS))
    file.refuse(['regions', ALL_REGIONS], 'is our word for all regions together; choose another code');
  for (const code of Object.keys(yaml?.mails?.regional_teams ?? {})) {
    if (regions.some((region) => region.code === code)) continue;
    const meant = nearestRegion(code, regions);
    const next = meant ? `did you mean ${meant}?` : 'add it above or take it out here';
    file.refuse(['mails', 'regional_teams', code], `${code} is not a region of this file; ${next}`);
  }
  return { regions, mails: yaml?.mails ?? NO_MAILS, readable: yaml !== undefined };
}

const SETTINGS = ['regions', 'metrics', 'landing', 'tracking', 'incidents', 'leads', 'onboarding'] as const;

/** `policies/uk.yaml` -> `uk`. */
const stem = (name: string): string => name.replace(/^.*\/|\.ya?ml$/g, '');

/** One line for each file that is no programme, and named nearly as a file of settings that is not there: all else would follow from it. */
function refuseMisnamed(names: readonly string[], files: PolicyFiles): void {
  const absent = SETTINGS.filter((one) => !names.some((name) => stem(name) === one));
  const misnamed = names.flatMap((name) => {
    const meant = nearest(stem(name), absent);
    return meant && !/^programme\s*:/m.test(files[name] ?? '')
      ? [`${name}: names no programme, and ${meant}.yaml is missing; did you mean ${meant}.yaml? Rename it`]
      : [];
  });
  if (misnamed.length > 0) throw new PolicyRefused(misnamed);
}

/** The files by what their names say they are. */
function sorted(files: PolicyFiles) {
  const names = Object.keys(files)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  refuseMisnamed(names, files);
  const named = (setting: (typeof SETTINGS)[number]): PolicyFile | undefined => {
    const name = names.find((one) => stem(one) === setting);
    return name === undefined ? undefined : new PolicyFile(name, files[name] ?? '');
  };
  const regionsFile = named('regions');
  if (!regionsFile)
    throw new PolicyRefused(['regions.yaml: is missing from the policy folder; add it (README, "Write your own policy")']);
  const metricsFile = named('metrics');
  const landingFile = named('landing');
  const trackingFile = named('tracking');
  const incidentsFile = named('incidents');
  const leadsFile = named('leads');
  const onboardingFile = named('onboarding');
  const settings = [regionsFile, metricsFile, landingFile, trackingFile, incidentsFile, leadsFile, onboardingFile];
  const known = settings.map((file) => file?.name);
  const others = names.filter((name) => !known.includes(name)).map((name) => new PolicyFile(name, files[name] ?? ''));
  return {
    ...{ names, settings, regionsFile, metricsFile, landingFile, trackingFile, incidentsFile, leadsFile, onboardingFile },
    textsFiles: others.filter(({ name }) => TEXTS_FILE.test(name)),
    programmeFiles: others.filter(({ name }) => !TEXTS_FILE.test(name)),
  };
}

/**
 * Policies from the texts of a policy folder: `regions.yaml` (regions, mails), `metrics.yaml` (what is judged, and by which numbers;
 * without it the usual nine metrics and what the programmes name, by their defaults), `landing.yaml` (what stops a night; may be left
 * out), `tracking.yaml` (what is no tracking number; may be left out), `incidents.yaml` (when a carrier's days are unusual; may be left
 * out), `leads.yaml` (from when on a seller's orders are a lead; may be left out), `onboarding.yaml`
 * (how applications are followed; may be left out), `texts.de.yaml` and others by language (what sellers read of it; may be left out) and one YAML file per programme.
 * Only programmes in force on `runDate` (YYYY-MM-DD) are returned; of several versions of one programme the newest in force.
 *
 * @throws PolicyRefused naming file, line, key and what to do, for every problem found.
 */
export const loadPolicies = (files: PolicyFiles, runDate: string): Policies => readPolicies(files, runDate).policies;

/** The same, the programmes that wait for a later day, and a line for each translated text that no policy says. */
export function readPolicies(
  files: PolicyFiles,
  runDate: string,
): { policies: Policies; waiting: Programme[]; unsaid: readonly string[] } {
  const { names, settings, textsFiles, programmeFiles, ...one } = sorted(files);
  const { regionsFile, metricsFile, landingFile, trackingFile, incidentsFile, leadsFile, onboardingFile } = one;
  const { regions, mails, readable } = readRegions(regionsFile);
  const metrics = judgedMetrics(
    metricsFile,
    programmeFiles.flatMap((file) => metricsNamedIn(file)),
  );
  if (readable) checkCalendars(metricsFile, metrics, regions);
  const landing = landingPolicy(landingFile);
  const tracking = trackingPolicy(trackingFile);
  const classes = carrierClassesOf(trackingFile);
  const incidents = incidentsPolicy(incidentsFile);
  const leads = leadsPolicy(leadsFile);
  const onboarding = onboardingPolicy(onboardingFile);
  const found = readProgrammes(programmeFiles, runDate, {
    regions: readable ? regions : undefined,
    metrics: metricsFile?.problems.length ? undefined : metrics,
    classes: trackingFile?.problems.length ? undefined : classes,
  });
  const first = settings.flatMap((file) => file?.problems ?? []).concat(found.problems);
  const { texts, unsaid } = readTexts(textsFiles, { regions, metrics, programmes: found.versions });
  const problems = [...first, ...textsFiles.flatMap((file) => file.problems)];
  if (problems.length > 0) throw new PolicyRefused(problems);
  if (found.programmes.length === 0)
    throw new PolicyRefused([
      `${names.join(', ')}: no programme is in force on ${runDate}; add one, or set its in_force_from earlier or its until later`,
    ]);

  const policies = {
    regions,
    metrics,
    programmes: found.programmes,
    mails,
    ...(tracking ? { tracking } : {}),
    ...(Object.keys(classes).length > 0 ? { carrier_classes: classes } : {}),
    ...(incidents ? { incidents } : {}),
    ...(leads ? { leads } : {}),
    ...(onboarding ? { onboarding } : {}),
    ...(Object.keys(texts).length > 0 ? { texts } : {}),
  };
  const { waiting } = found;
  const told = waiting.length > 0 ? { waiting } : {};
  return { policies: { ...policies, ...told, landing, fingerprint: sha(policies).slice(0, 20) }, waiting, unsaid };
}
