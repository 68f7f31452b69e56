import type { Command } from 'commander';
import { Explained } from '../../contracts/explanation.js';
import { lazyDuck, scratchFolder } from '../../infra/shared/lazy-duck.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { readPolicies } from '../../lambdas/shared/read-run-files.js';
import { METRIC_KEYS } from '../../metrics/index.js';
import { didYouMean } from '../../policies/nearest.js';
import { namedMetrics, type Policies, type Programme, type ProgrammeMetric, type Region } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { businessTimeNote } from '../../wording/business-time.js';
import { decisionNotes } from '../../wording/decision.js';
import { earlyWarningInWords } from '../../wording/early-warning.js';
import { type EvaluationRow, evaluationNote } from '../../wording/evaluation.js';
import { gateNote, gatesInOrder, keepNotes } from '../../wording/gates.js';
import { pausedNotes } from '../../wording/paused.js';
import { pointsEntry, pointsNotes } from '../../wording/points.js';
import { probationNotes } from '../../wording/probation.js';
import { reliefNote } from '../../wording/reliefs.js';
import { benchmarkNotes, partsInOrder, scoreNotes, scorePart } from '../../wording/score.js';
import { heldBecause, heldProjected, standingNotes } from '../../wording/standing.js';
import { termsInWords } from '../../wording/terms.js';
import { inSentence, type Wording, wordingFor } from '../../wording/wording.js';
import {
  type ExplainedMetric,
  type ExplainedOrder,
  type ExplainedPoints,
  type ExplainedScore,
  type ExplainedStanding,
  type Explanation,
  explain,
} from '../explain.js';
import { noScorecard } from '../unknown-seller.js';
import { whatMoved } from '../what-moved.js';
import { whatMovedLines } from '../what-moved-lines.js';
import { environmentOf } from './environment.js';
import { storeOption } from './options.js';
import { runOf } from './run-of.js';

export function addExplain(program: Command): void {
  program
    .command('explain <seller>')
    .description('the orders behind each number of one seller, with moments, rule and policy version')
    .addOption(storeOption())
    .option('--metric <metric>', `only this metric: ${METRIC_KEYS.join(', ')}`)
    .option('--date <day>', 'as the run of this day judged (default: the published run)')
    .option('--since <day>', 'what moved each rate since the run of this day, in parts that sum')
    .option('--json', 'print as JSON', false)
    .action(async (seller: string, options: Options, command: Command) => {
      const { store, name, option } = await environmentOf(command);
      const prefix = await runOf(store, { name, option, date: options.date });
      const policies = await readPolicies(store, prefix);
      checkMetric(options.metric, policies);
      const { duck, close } = lazyDuck(scratchFolder(name));
      try {
        const asked = { store, duck: await duck(), sql: await readSqlFiles(), seller, metric: options.metric };
        const found = await judged({ ...asked, prefix }, '--date');
        if (options.since === undefined) {
          console.log(options.json ? JSON.stringify(Explained.parse(found), null, 2) : inWords(found, policies));
          return;
        }
        const earlier = await judged(
          { ...asked, prefix: await earlierRun(store, name, option, options.since, found) },
          '--since',
        );
        const moved = whatMoved(earlier, found);
        const lines = () => whatMovedLines(moved, policies, wordingFor('en', policies));
        console.log(options.json ? JSON.stringify(moved, null, 2) : [heading(found), ...lines()].join('\n'));
      } finally {
        await close();
      }
    });
}

/** @throws UsageError for what neither the run nor its programmes know. */
function checkMetric(metric: string | undefined, policies: Policies): void {
  const known = namedMetrics(policies).map((one) => one.metric);
  if (metric !== undefined && !known.includes(metric))
    throw new UsageError(`--metric ${metric}: is not a metric of this run; ${didYouMean(metric, known)}`);
}

interface Options {
  metric?: string;
  date?: string;
  since?: string;
  json: boolean;
}

async function judged(asked: Parameters<typeof explain>[0], option: string): Promise<Explanation> {
  const found = await explain(asked);
  if (!found) throw await noScorecard(asked.store, asked.prefix, asked.seller, option);
  return found;
}

async function earlierRun(store: ObjectStore, name: string, option: string, day: string, now: Explanation): Promise<string> {
  const prefix = await runOf(store, { name, option, date: day, asked: '--since' });
  if (day >= now.run_date)
    throw new UsageError(`--since ${day}: is not before the run of ${now.run_date} that is explained; give an earlier day`);
  return prefix;
}

/** Lines of a metric that say its verdict and its numbers; its rule and orders follow. */
const NUMBERS = 3;

/** `programme 1.1: holds Good standing (held since 16 Nov 2026; next evaluation on 23 Nov 2026)` */
function standingInWords(row: ExplainedStanding, title: string, policy: Programme | undefined, wording: Wording): string[] {
  const held =
    row.official_tier === 'not_evaluated'
      ? ''
      : `${wording.words.standing.held} ${wording.tierTitle(policy, row.official_tier)}, `;
  const projected = heldProjected(row, policy, wording);
  return [`${title}: ${held}${heldBecause(row, wording)}`, ...(projected ? [`  ${projected}`] : [])];
}

const heading = (found: Explanation): string => `${found.name ?? found.seller_id} (${found.seller_id}), run ${found.run_id}`;

/** Of an evaluation that is provisional, or was. */
const evaluationInWords = (row: EvaluationRow | undefined, wording: Wording): string[] =>
  [row && evaluationNote(row, wording)].flatMap((note) => (note ? [`  ${note}`] : []));

/** What stands, and each entry of the ledger. */
function pointsInWords(row: ExplainedPoints | undefined, policy: Programme | undefined, wording: Wording): string[] {
  if (!row || !policy) return [];
  const { states } = wording.words.points;
  return [
    ...pointsNotes(row, policy, wording).map((note) => `  ${note}`),
    ...row.ledger.map((entry) => `    ${states[entry.state].padEnd(9)} ${pointsEntry(entry, wording)}`),
  ];
}

/** The score, and its working: a line for each metric. */
function scoreInWords(row: ExplainedScore | undefined, policy: Programme | undefined, wording: Wording): string[] {
  if (!row || !policy) return [];
  return [
    ...scoreNotes(row, row.parts, policy, wording).map((note) => `  ${note}`),
    ...partsInOrder(row.parts, policy).map((part) => `    ${scorePart(part, policy, wording)}`),
    ...benchmarkNotes(row.parts, policy, wording).map((note) => `  ${note}`),
  ];
}

/** An explanation as a person reads it: each metric with its verdict, its rule and the orders that are not met. */
export function inWords(found: Explanation, policies: Policies): string {
  const wording = wordingFor('en', policies);
  const places = new Map(policies.regions.map((region) => [region.code, region]));
  const lines = [heading(found)];
  for (const programme of found.programmes) {
    const policy = policies.programmes.find((one) => one.programme === programme.programme);
    const tier = wording.tierTitle(policy, programme.tier);
    const proposed = `${tier} (${wording.tierBecause(programme, policy)})`;
    const title = `${programme.programme} ${programme.policy_version}`;
    if (!programme.standing) lines.push('', `${title}: ${proposed}`);
    else
      lines.push(
        ...['', ...standingInWords(programme.standing, title, policy, wording)],
        ...evaluationInWords(programme.evaluation, wording),
        `  bounds alone propose ${proposed}`,
        ...programme.standing.decisions.map((row) => `  decision ${decisionNotes(row, policy, wording).join('; ')}`),
      );
    const asked = { proposed: programme.tier, standing: programme.standing, run_date: found.run_date };
    const { effect, contest } = policy ? termsInWords(policy, asked, wording) : {};
    lines.push(...[effect, contest].flatMap((line) => (line ? [`  ${line}`] : [])));
    lines.push(...gatesInOrder(programme.gates ?? [], policy).map((row) => `  ${gateNote(row, policy, wording)}`));
    const { probation } = programme;
    if (probation) lines.push(...probationNotes(probation, probation.exits, wording).map((note) => `  ${note}`));
    lines.push(...pointsInWords(programme.points, policy, wording), ...scoreInWords(programme.score, policy, wording));
    const { orders, orders_needed } = programme;
    const inOrder = programme.metrics.toSorted((a, b) => wording.metricPlace(a.metric) - wording.metricPlace(b.metric));
    for (const metric of inOrder) {
      const because = wording.verdictBecause({ ...metric, orders, orders_needed });
      const asked = policy?.metrics.find((one) => one.metric === metric.metric);
      const standing = programme.standing?.metrics.find((one) => one.metric === metric.metric);
      const notes = standing
        ? standingNotes(
            standing,
            { programme: policy, next: programme.standing!.next_evaluation_on, run_date: found.run_date },
            wording,
          )
        : [];
      const warned = programme.standing?.warnings.filter((one) => one.metric === metric.metric) ?? [];
      notes.push(...warned.map((one) => earlyWarningInWords(one, wording)));
      const kept = [...pausedNotes(asked, found.run_date, wording), ...keepNotes(asked, policy, wording)];
      const inWords = metricInWords(metric, because, places, wording, asked);
      lines.push(
        '',
        ...inWords.slice(0, NUMBERS),
        ...[...kept, ...notes].map((note) => `    ${note}`),
        ...inWords.slice(NUMBERS),
      );
    }
  }
  return lines.join('\n');
}

/** What is at fault first: whoever asks wants to see that. */
const IN_ORDER = ['fault', 'forgiven', 'excluded', 'pending'] as const;

function metricInWords(
  m: ExplainedMetric,
  because: string,
  places: Map<string, Region>,
  wording: Wording,
  asked: ProgrammeMetric | undefined,
): string[] {
  const { words, format } = wording;
  const title = wording.metricTitle(m.metric);
  const verdict = inSentence(words.verdicts[m.verdict]);
  if (m.verdict === 'not_measured') return [`  ${title}: ${verdict} (${because})`];
  const standing = wording.standing(m.accountable_rate, { at_most: m.at_most, said: m.bound_said });
  const accountable = `${inSentence(words.rates.accountable)} ${standing.rate}`;
  const counts = (['met', 'fault', 'forgiven', 'excluded', 'pending'] as const).map(
    (outcome) => `${inSentence(words.outcomes[outcome])} ${format.count(m[outcome])}`,
  );
  const lines = [
    `  ${title}, ${m.from} to ${m.to}: ${verdict}`,
    `    ${because}; ${accountable} (${standing.beside}), ${inSentence(words.rates.raw)} ${format.rate(m.raw_rate)}`,
    `    ${counts.join(', ')}`,
    ...[wording.onlyOrders(asked), wording.windowBecause(m, asked), wording.recommended(m)].flatMap((said) =>
      said ? [`    ${said}`] : [],
    ),
    `    rule: ${m.rule.fault}; final ${wording.format.many(m.rule.maturation_days, 'day')} after ${m.rule.cohort}`,
  ];
  for (const order of IN_ORDER.flatMap((outcome) => m.orders.filter((o) => o.outcome === outcome)))
    lines.push(`      ${orderInWords(order, places, wording, m.metric)}`);
  const met = m.orders.filter((o) => o.outcome === 'met');
  // why 5: met orders prove the denominator; a screen needs only a few, --json lists every one.
  if (met.length > 0)
    lines.push(
      `      met       ${met
        .slice(0, 5)
        .map((o) => o.subject_id)
        .join(', ')}${met.length > 5 ? ` and ${met.length - 5} more (--json lists all)` : ''}`,
    );
  return lines;
}

function orderInWords(order: ExplainedOrder, places: Map<string, Region>, wording: Wording, metric: string): string {
  const { words, facts, reasonOf } = wording;
  const place = places.get(order.region);
  const proof = facts(order.moments, wording.proof(metric, place), place?.time_zone ?? 'UTC').map(
    ({ title, text }) => `${inSentence(title)} ${text}`,
  );
  const counted = businessTimeNote(order.moments, wording.room(metric)?.limit, places, wording);
  const exemption = order.exemption_id ? ` (${order.exemption_id})` : '';
  const relief = reliefNote(order, words);
  const why = order.reason
    ? ` ${reasonOf({ ...order.moments, metric, reason: order.reason }, place)}${exemption}${relief && ` (${relief})`}`
    : '';
  return `${inSentence(words.outcomes[order.outcome]).padEnd(9)} ${order.subject_id}  ${order.cohort_day}${why}: ${[...proof, ...(counted ? [counted] : [])].join(', ')}`;
}
