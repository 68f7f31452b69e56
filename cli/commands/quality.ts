import type { Command } from 'commander';
import { qualityKey, qualityPageKey, runOfOpenedKey, runsOfDay, STORE } from '../../contracts/run/keys.js';
import type { QualityReport } from '../../contracts/run/quality-report.js';
import { ALL_REGIONS } from '../../contracts/run/teams.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { type ObjectStore, readJson } from '../../lambdas/shared/object-store.js';
import { driftInWords, inReadingOrder } from '../../wording/drift.js';
import { formatFor, NONE } from '../../wording/format.js';
import { wordsFor } from '../../wording/words.js';
import { table } from '../table.js';
import { environmentOf } from './environment.js';
import { checkDay, storeOption } from './options.js';

const words = wordsFor('en');
const say = words.quality;
const format = formatFor(words.locale);

export function addQuality(program: Command): void {
  program
    .command('quality')
    .description('what landed, what was left out and why, and what differs from the nights before; of stopped nights too')
    .addOption(storeOption())
    .option('--date <day>', 'the newest night of this day (default: the newest night)')
    .option('--json', 'print as JSON', false)
    .action(async (options: { date?: string; json: boolean }, command: Command) => {
      const day = options.date && checkDay('--date', options.date);
      const { store, name, option } = await environmentOf(command);
      const report = await newestReport(store, day);
      if (!report)
        throw new UsageError(
          `${day ? `--date ${day}` : name}: no night ${day ? `of that day in ${name} ` : ''}came as far as its gate, which leaves the report; run "npm run nightly${option || day ? ' --' : ''}${option}${day ? ` --date ${day}` : ''}" first`,
        );
      console.log(
        options.json ? JSON.stringify(report, null, 2) : qualityInWords(report, store.url(qualityPageKey(report.prefix))),
      );
    });
}

/** Of the newest run that has one, published or stopped. */
async function newestReport(store: ObjectStore, day?: string): Promise<QualityReport | undefined> {
  const opened = (await store.list(day ? runsOfDay(day) : STORE.runs)).flatMap(({ key }) => runOfOpenedKey(key) ?? []);
  for (const { prefix } of opened.reverse()) {
    const report = await readJson<QualityReport>(store, qualityKey(prefix));
    if (report) return report;
  }
  return undefined;
}

/** A report as a person reads it on a terminal. */
export function qualityInWords(report: QualityReport, page: string): string {
  const failing = report.checks.filter(({ kind, rows }) => kind === 'fail' && rows > 0);
  const warnings = report.checks.filter(({ kind, rows }) => kind === 'warn' && rows > 0);
  const state = failing.length > 0 ? say.stopped(failing.length) : warnings.length > 0 ? say.warned(warnings.length) : say.passed;
  return [
    `${say.title}, ${say.night(format.day(report.run_date))}, ${say.run(report.run_id)}\n${state}`,
    glance(report),
    ...[...failing, ...warnings].map((check) =>
      [
        `${say.checksFound[check.kind]}: ${check.check} (${format.many(check.rows, 'row')}): ${check.description}`,
        ...(check.says ?? []).map((sentence) => `  ${sentence}`),
      ].join('\n'),
    ),
    ...report.datasets.flatMap(leftOut),
    unusual(report),
    say.page(page),
  ].join('\n\n');
}

function glance({ datasets }: QualityReport): string {
  const rows = datasets.map(({ dataset, quality, drift }) => {
    if (!quality.landed_ever) return [dataset, say.neverLanded, '', '', '', ''];
    const usual = drift.find(({ measure, region }) => measure === 'rows' && region === ALL_REGIONS)?.usual;
    const unusualFigures = drift.filter(({ verdict }) => verdict === 'unusual').length;
    return [
      dataset,
      format.count(quality.landed_today),
      usual == null ? NONE : format.count(Math.round(usual)),
      format.count(quality.quarantined_today),
      format.count(quality.quarantined),
      unusualFigures > 0 ? String(unusualFigures) : say.nothing,
    ];
  });
  return table(
    Object.values(say.heads).map((head) => head.toLowerCase()),
    rows,
  );
}

function leftOut({ dataset, refused, refused_files, rejections, quarantine }: QualityReport['datasets'][number]): string[] {
  const { reasons, more } = rejections;
  if (reasons.length === 0 && refused_files === 0) return [];
  return [
    [
      `${dataset}: ${say.why.toLowerCase()}`,
      ...(refused_files > 0 ? [`  ${say.refused(refused_files, format.count(refused_files))}`] : []),
      ...refused.map(({ file, because }) => `    ${because.startsWith(file) ? because : `${file}: ${because}`}`),
      ...reasons.flatMap(({ reason, rows, examples }) => [
        `  ${format.many(rows, 'row')}  ${reason}`,
        ...examples.map(({ file, line, key }) => `    ${say.line(file, format.count(line))}${key ? `: ${key}` : ''}`),
      ]),
      ...(more > 0 ? [`  ${say.moreReasons(more)}`] : []),
      `  ${say.allRows(quarantine)}`,
    ].join('\n'),
  ];
}

function unusual({ datasets }: QualityReport): string {
  const found = datasets.flatMap(({ dataset, drift }) =>
    inReadingOrder(drift.filter(({ verdict }) => verdict === 'unusual')).map((row) => {
      const { figure, tonight, counted, usual, range } = driftInWords(row, words, format);
      return [`${dataset}: ${figure}`, counted ? `${tonight} (${counted})` : tonight, usual, range];
    }),
  );
  if (found.length > 0) {
    const { figure, tonight, usual, range } = say.driftHeads;
    return `${say.unusual(found.length)}\n${table(
      [figure, tonight, usual, range].map((head) => head.toLowerCase()),
      found,
    )}`;
  }
  const judged = datasets.some(({ drift }) => drift.some(({ verdict }) => verdict !== 'too_early'));
  return judged ? say.nothingUnusual : say.tooEarly;
}
