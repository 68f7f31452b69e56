import type { Policies, Programme, ProgrammeMetric } from '../policies/policy.js';
import { type Change, dayOf, type Judged, type WhatIfAnswer } from '../trial/whatif.js';
import { gatesAhead, type TierGateRow } from '../wording/gates.js';
import { capital, inSentence, type Wording, wordingFor } from '../wording/wording.js';
import { table } from './table.js';

type Row = Record<string, unknown>;
export interface WhatIfSaid extends WhatIfAnswer {
  seller: string;
  run_id: string;
  run_date: string;
  changes: readonly Change[];
}

/** Before and after, programme by programme. */
export function whatIfInWords(said: WhatIfSaid, policies: Policies): string {
  const wording = wordingFor('en', policies);
  const name = said.before.scorecards[0]?.name ?? said.seller;
  return [
    `${name} (${said.seller}), run ${said.run_id}`,
    ...said.changes.flatMap((change) => changeInWords(change, said, policies, wording)),
    ...(said.changes.some(({ entry }) => entry) ? ['All entries of the same metric that count such orders count them too.'] : []),
    `Of these metrics alone; no other counts them. What is counted of orders counts as placed, too.`,
    ...policies.programmes
      .filter(({ programme }) => said.before.scorecards.some((row) => row.programme === programme))
      .map((programme) => `\n${programmeInWords(said, programme, wording)}`),
  ].join('\n');
}

function changeInWords(
  { metric, fault, met, entry }: Change,
  said: WhatIfSaid,
  { metrics }: Policies,
  wording: Wording,
): string[] {
  const day = wording.format.day(dayOf(metrics.find((m) => m.metric === metric)!, said.run_date));
  const key = entry?.key ?? metric;
  const { one, many } = wording.counted(key);
  const only = entry?.where ? `; ${inSentence(wording.onlyOrders({ where: entry.where } as ProgrammeMetric) ?? '')}` : '';
  const region = said.regions[key] ?? said.region;
  const of = (count: number, what: string) =>
    count === 0
      ? []
      : [
          `What if ${wording.format.many(count, `more ${one}`, `more ${many}`)} ${what} in ${region} (${inSentence(wording.metricTitle(key))}, counted on ${day}, the newest day that is final${only})`,
        ];
  return [...of(fault, 'were at fault'), ...of(met, 'were met')];
}

const of = (rows: Row[], { programme }: Programme): Row | undefined => rows.find((row) => row.programme === programme);
const changed = (before: string, after: string): string => (before === after ? `${after}, as before` : `${before} → ${after}`);

function programmeInWords({ before, after }: WhatIfSaid, programme: Programme, wording: Wording): string {
  const tier = (judged: Judged, dataset: 'scorecards' | 'standings', column: string): string =>
    wording.tierTitle(programme, String(of(judged[dataset], programme)?.[column] ?? 'not_assessable'));
  const both = (dataset: 'scorecards' | 'standings', column: string): string =>
    changed(tier(before, dataset, column), tier(after, dataset, column));
  const held = programme.evaluation
    ? [
        `  held: ${both('standings', 'official_tier')}; an evaluation tonight would say: ${both('standings', 'projected_tier')}`,
        `  bounds alone propose: ${both('scorecards', 'tier')}`,
      ]
    : [`  proposed: ${both('scorecards', 'tier')}`];
  const beside = [...scoreInWords({ before, after }, programme, wording), ...gatesInWords(after, programme, wording)];
  return [
    `${programme.programme} ${programme.version}`,
    ...held,
    ...beside,
    '',
    metricsTable({ before, after }, programme, wording),
  ].join('\n');
}

/** The score before and after. */
function scoreInWords(
  { before, after }: Pick<WhatIfSaid, 'before' | 'after'>,
  programme: Programme,
  { format }: Wording,
): string[] {
  if (!programme.score) return [];
  const [was, is] = [before, after].map((judged) => {
    const score = of(judged.scores, programme)?.score;
    return score == null ? 'none' : format.hundredths(Number(score));
  });
  return [`  ${programme.score.title}, of ${format.count(programme.score.out_of)}: ${changed(was!, is!)}`];
}

/** What the tier and the next better one ask for beside bounds, and is missing. */
function gatesInWords({ tier_gates, ...after }: Judged, programme: Programme, wording: Wording): string[] {
  const tier = of(after.standings, programme)?.official_tier ?? of(after.scorecards, programme)?.tier;
  return gatesAhead(tier_gates as unknown as TierGateRow[], programme, String(tier), wording).map((note) => `  ${note}`);
}

function metricsTable({ before, after }: Pick<WhatIfSaid, 'before' | 'after'>, programme: Programme, wording: Wording): string {
  const { format, words } = wording;
  const rowOf = (judged: Judged, dataset: 'seller_metrics' | 'metric_standings', metric: string): Row | undefined =>
    judged[dataset].find((row) => row.programme === programme.programme && row.metric === metric);
  const numbers = (row: Row | undefined): string =>
    row?.counted == null
      ? '-'
      : `${format.count(Number(row.fault))} of ${format.count(Number(row.counted))} (${format.rate(row.accountable_rate as number | null, Number(row.at_most))})`;
  const verdicts: Readonly<Record<string, string>> = words.verdicts;
  const inWords = (code: unknown): string => {
    const text = String(code ?? '');
    return inSentence(Object.hasOwn(verdicts, text) ? verdicts[text]! : capital(text.replaceAll('_', ' ')));
  };
  const left = (row: Row | undefined): string =>
    row?.allowed == null ? '-' : format.count(Math.max(0, Number(row.allowed) - Number(row.fault)));
  const evaluated = programme.evaluation !== undefined;
  return table(
    ['', 'at fault before', 'after', 'allowed', 'still allowed', 'bound', ...(evaluated ? ['evaluation'] : [])],
    programme.metrics.map(({ metric }) => {
      const [was, is] = [rowOf(before, 'seller_metrics', metric), rowOf(after, 'seller_metrics', metric)];
      const standing = [before, after].map((judged) => inWords(rowOf(judged, 'metric_standings', metric)?.verdict));
      return [
        ...[
          wording.metricTitle(metric),
          numbers(was),
          numbers(is),
          is?.allowed == null ? '-' : format.count(Number(is.allowed)),
          left(is),
        ],
        short(inWords(was?.verdict), inWords(is?.verdict)),
        ...(evaluated ? [short(standing[0]!, standing[1]!)] : []),
      ];
    }),
  );
}

const short = (before: string, after: string): string => (before === after ? after : `${before} → ${after}`);
