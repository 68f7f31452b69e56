import { inputsKey, landingKey, manifestKey, planKey } from '../contracts/run/keys.js';
import type { NotMailed } from '../contracts/run/mail-preferences.js';
import type { Manifest } from '../contracts/run/manifest.js';
import { readJson } from '../lambdas/shared/object-store.js';
import { readParquet } from '../lambdas/shared/read-parquet.js';
import { readPolicies } from '../lambdas/shared/read-run-files.js';
import type { Programme } from '../policies/policy.js';
import { mixShown } from '../wording/standing.js';
import { ALL, tierOrder, wordingFor } from '../wording/wording.js';
import { wordsFor } from '../wording/words.js';
import type { Environment } from './environment.js';
import { HELD_COLUMNS, heldLines, waitingLines } from './held-lines.js';
import type { NightReport } from './night-report.js';
import { table } from './table.js';

const { format, tierTitle, metricTitle } = wordingFor('en');
const { notMailed } = wordsFor('en');
const number = (value: unknown): string => format.count(Number(value ?? 0));

/** Rows left out; of a file that cannot be read nobody knows how many rows that are. */
function leftOut(q: Record<string, unknown>): string {
  const refused = Number(q.refused_files ?? 0);
  if (refused === 0) return number(q.quarantined);
  return `${number(q.quarantined)}, of them ${format.many(refused, 'file')} refused, rows unknown`;
}

/** why 5: the rest is in the run's inputs.json; a screen needs the first few. */
const SHOWN = 5;

/** why 3: every folder may have its junk, and a screen needs each sort of it once. */
const SHOWN_ALIKE = 3;
/** A name on one line: whatever a terminal would act on is shown as written in JSON. */
const shownName = (key: string): string => (/[\p{Cc}\p{Cf}]/u.test(key) ? JSON.stringify(key) : key);

/** What a person should know of the landed files: refused ones, unknown columns, files that are nobody's. */
export function landingNotes(report: NightReport): string[] {
  const { refused, extra_columns, ignored } = report.counts;
  const more = (all: number, shown: number, keyOf: (prefix: string) => string): string[] =>
    all > shown ? [`  and ${all - shown} more: ${keyOf(report.prefix!)}`] : [];
  return [
    ...refused.slice(0, SHOWN).map(({ because }) => `Refused, its rows unknown: ${because}`),
    ...more(refused.length, SHOWN, inputsKey),
    ...Object.entries(extra_columns).map(
      ([dataset, columns]) => `Kept out: ${dataset} has columns the contract does not know: ${columns.join(', ')}`,
    ),
    ...[...new Set(ignored.map(({ because }) => because))].flatMap((because) => {
      const alike = ignored.filter((one) => one.because === because);
      const shown = alike.slice(0, SHOWN_ALIKE).map(({ file }) => `Ignored: ${shownName(file)}: ${because}`);
      return [...shown, ...more(alike.length, SHOWN_ALIKE, landingKey)];
    }),
  ];
}

/** How many were written to, and who cannot be. */
function mailNotes({ counts: { mails }, prefix, status }: NightReport): string[] {
  if (status === 'kept') return ['Mails: none; readers see a later day already, and nobody is written to about this one'];
  const doubt = mails.in_doubt ? `, ${number(mails.in_doubt)} in doubt (never resent blindly)` : '';
  const unsent = mails.not_sent ? `, ${number(mails.not_sent)} not sent` : '';
  const withheld = mails.withheld ? `, ${number(mails.withheld)} withheld from sellers who stopped them since` : '';
  const lines = [`Mails: ${number(mails.sent)} written, ${number(mails.already_sent)} sent before${doubt}${unsent}${withheld}`];
  const others = Object.entries(mails.left_out).map(([why, sellers]) => `${number(sellers)} ${notMailed[why as NotMailed]}`);
  if (others.length > 0) lines.push(`Sellers without a mail: ${others.join(', ')}`);
  if (mails.unmailable > 0)
    lines.push(
      `Not mailed: ${format.many(mails.unmailable, 'seller')} with an address that no mail system takes; their ids: "unreadable" in ${planKey(prefix!)}`,
    );
  return lines;
}

/** Sellers by region and tier: the one held, or without evaluations the one proposed. */
function tierTable(programme: Programme, mix: readonly Record<string, unknown>[]): string {
  const own = mix
    .filter((row) => row.programme === programme.programme)
    .map((row) => ({ region: row.region, tier: row.tier, ...mixShown(row as unknown as Parameters<typeof mixShown>[0]) }))
    .filter(({ sellers }) => sellers > 0);
  const tiers = tierOrder(programme).filter((tier) => own.some((row) => row.tier === tier));
  const regions = [ALL, ...programme.regions].filter((region) => own.some((row) => row.region === region));
  const cell = (region: string, tier: string) => number(own.find((row) => row.region === region && row.tier === tier)?.sellers);
  // why 12: more regions than that would scroll the table off the screen; the dashboard shows all.
  const shown = regions.slice(0, 13);
  const more = regions.length > shown.length ? `\n  and ${regions.length - shown.length} more regions: see the dashboard` : '';
  const title = `${programme.title} ${programme.version}${programme.evaluation ? ', held' : ''}`;
  const head = [title, ...tiers.map((tier) => tierTitle(programme, tier))];
  return (
    table(
      head,
      shown.map((region) => [region, ...tiers.map((tier) => cell(region, tier))]),
    ) + more
  );
}

/** What a person reads when the night is over: files, sellers per tier and region, mails, and what to open next. */
export async function summary(environment: Environment, report: NightReport): Promise<string> {
  const { store } = environment;
  const prefix = report.prefix!;
  const manifest = (await readJson<Manifest>(store, manifestKey(prefix)))!;
  const policies = await readPolicies(store, prefix);
  const rows = async (dataset: string, columns?: string[]) =>
    (
      await Promise.all(
        (manifest.datasets[dataset]?.files ?? []).map((file) => readParquet(store, file, columns ? { columns } : {})),
      )
    ).flat();
  const parts: string[] = [];

  const quality = (await rows('run_quality')).filter((row) => row.region === ALL);
  parts.push(
    table(
      ['landed', 'files', 'rows', 'accepted', 'quarantined'],
      quality.map((q) =>
        q.landed_ever
          ? [String(q.dataset), number(q.files), number(q.landed), number(q.accepted), leftOut(q)]
          : [String(q.dataset), 'never landed', '', '', ''],
      ),
    ),
  );

  const mix = await rows('tier_mix');
  for (const programme of policies.programmes) {
    parts.push(tierTable(programme, mix));
  }
  const lines = heldLines(
    policies.programmes,
    (await rows('standings', HELD_COLUMNS)) as never,
    (await rows('metric_standings', ['programme', 'to_a_person'])) as never,
    mix as never,
    wordingFor('en'),
  );
  lines.push(...waitingLines((await rows('decision_records', ['status'])) as never, environment.option, wordingFor('en')));
  if (manifest.not_measured.length > 0)
    lines.push(`Not measured, for want of a source: ${manifest.not_measured.map(metricTitle).join(', ')}`);
  for (const warning of manifest.warnings)
    lines.push(`Warning: ${warning.description} (${warning.check})`, ...(warning.says ?? []).map((line) => `  ${line}`));
  lines.push(...landingNotes(report));
  lines.push(...mailNotes(report));
  lines.push(
    `Run ${report.run_id} ${report.status === 'kept' ? 'is finished; the pointer stays on a later day' : 'is published'}: ${report.seconds.toFixed(1)} s, ${report.peak_mb ? `peak memory ${number(report.peak_mb)} MB, ` : ''}largest state ${number(report.largest_state.bytes)} bytes`,
  );
  parts.push(lines.join('\n'));
  parts.push(['Open next:', ...environment.openNext(report).map((line) => `  ${line}`)].join('\n'));
  return `\n${parts.join('\n\n')}`;
}
