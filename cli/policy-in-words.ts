/** A programme as a person who answers for it reads it at a terminal: who is judged, when, by what, and what follows. */
import type { Evaluation } from '../policies/evaluation.js';
import { gatesOf, weightOf } from '../policies/for-pages.js';
import { allAtMost, type Bound, type Policies, type Programme, type ProgrammeMetric, roomOf } from '../policies/policy.js';
import type { Score } from '../policies/score.js';
import { programmeWords } from '../wording/english/programme-words.js';
import { gateAsked } from '../wording/gates.js';
import { windowsSaid } from '../wording/windows-said.js';
import { inSentence, type Wording } from '../wording/wording.js';
import { countedOtherwise, probationOf } from './policy-besides-in-words.js';
import { table } from './table.js';

export const programmeName = ({ title, programme, version }: Programme): string => `${title} (${programme}) ${version}`;

/** From when to when, and when sellers were told. */
export const daysInForce = (
  { in_force_from, until, notice_given_on: told }: Programme,
  { format: { day } }: Pick<Wording, 'format'>,
): string => `from ${day(in_force_from)}${until ? ` to ${day(until)}` : ''}${told ? `, sellers told on ${day(told)}` : ''}`;

/** All that a policy file says of a programme, in numbers; its reasons stand in the file. */
export function programmeInWords(
  programme: Programme,
  wording: Wording,
  policies: Pick<Policies, 'carrier_classes'> = {},
): string {
  const { format, tierTitle } = wording;
  const { assessable, regions, standard, tiers } = programme;
  const judged = `${format.many(assessable.orders, 'order')} in ${format.many(assessable.window_days, 'day')}`;
  const facts = [
    `${daysInForce(programme, wording)}; regions ${regions.join(', ')}`,
    `judged from ${judged}; the standard is ${tierTitle(programme, standard)}, at the bottom is ${tiers.at(-1)!.title}`,
    ...decidedBy(programme, wording),
    ...askedBeside(programme, wording),
    ...pointsOf(programme, wording),
    ...probationOf(programme, wording),
    ...countedOtherwise(programme, policies, wording),
  ];
  return [
    [programmeName(programme), ...facts.map((fact) => `  ${fact}`)].join('\n'),
    boundsOf(programme, wording),
    ...scoreOf(programme, wording),
  ].join('\n\n');
}

const everyDay = ({ every }: Pick<Evaluation, 'every'>): string =>
  typeof every === 'number' ? `on day ${every} of every month` : `every ${every[0]!.toUpperCase()}${every.slice(1)}`;

/** When tiers change, and by whom. */
function decidedBy({ evaluation }: Programme, { format }: Wording): string[] {
  if (!evaluation) return ['every night proposes a tier; nothing is held, and people decide'];
  const { notice, effect, to_a_person: person, circuit_breaker: breaker, approval } = evaluation;
  const luck = `that luck explains in fewer than ${format.bound(notice.luck_below)} of looks`;
  const approves = { losses: 'a person approves each loss', all_changes: 'a person approves each change' };
  return [
    `decided ${everyDay(evaluation)}${approval ? `; ${approves[approval.needed_for]}` : '; no person is asked'}`,
    `  notice: ${format.many(notice.faults, 'fault')} or more, on ${format.many(notice.days, 'day')} or more, ${luck}, worst day left out`,
    `  effect: ${effect.fresh_days} fresh days above the bound too, with ${format.many(effect.faults, 'fault')} or more; a notice is over after ${format.many(effect.within_days, 'day')}`,
    `  a person looks at ${person.faults} faults or more against ${person.times_the_bound} times the bound; an evaluation is provisional where ${format.bound(breaker.share)} of sellers, and ${breaker.sellers} at least, would move down`,
  ];
}

/** What tiers ask for beside bounds, each tier by itself. */
const askedBeside = (programme: Programme, wording: Wording): string[] =>
  programme.tiers.flatMap(({ key, asks }) => {
    const asked = gatesOf(asks).map((gate) => gateAsked(gate, wording));
    return asked.length > 0
      ? [`${wording.tierTitle(programme, key)} asks beside its bounds for ${wording.format.list(asked)}`]
      : [];
  });

/** How long points count, what gives them, and what so many bring. */
function pointsOf(programme: Programme, wording: Wording): string[] {
  const { points, evaluation } = programme;
  if (!points) return [];
  const { format, metricTitle, tierTitle } = wording;
  const { rating, expire_after_days, milestones, violations, missed_metrics, looked_at } = points;
  const earned = rating?.earned;
  const rises = earned ? ` and rises by ${earned.points} per ${format.many(earned.per_orders, 'order')}` : '';
  const what = rating ? `a rating that starts at ${format.count(rating.starts_at)}${rises}, at most ${rating.at_most}` : 'points';
  const caps = ({ caps_at }: (typeof milestones)[number]): string =>
    caps_at ? `, at most ${tierTitle(programme, caps_at)}` : '';
  const each = milestones.map((one) => `${format.count(one.at)} (${one.title}${caps(one)})`);
  const by = (given: Record<string, { points: number }>, name: (key: string) => string): string[] =>
    Object.entries(given).map(([key, given]) => `${name(key)} ${given.points}`);
  const landed = { landed: 'any other as it landed', none: 'no other' };
  const broken = violations && [
    ...by(violations.rules, (rule) => rule),
    ...by(violations.severities, (severity) => `severity ${severity}`),
    landed[violations.other],
  ];
  const missed = by(missed_metrics, (metric) => inSentence(metricTitle(metric)));
  const looked = evaluation ?? looked_at;
  return [
    `${what}, each point for ${format.many(expire_after_days.value, 'day')}; milestones at ${format.list(each)}`,
    ...(broken ? [`  points of violations: ${format.list(broken)}`] : []),
    ...(missed.length > 0 && looked ? [`  points of metrics missed, looked at ${everyDay(looked)}: ${format.list(missed)}`] : []),
  ];
}

/** From how much on anything is held against a seller. */
function floorsOf({ at_least: { counted, faults, buyers, days } }: ProgrammeMetric): string {
  const floors = [
    counted > 0 ? `${counted} counted` : '',
    faults > 0 ? `${faults} at fault` : '',
    buyers ? `${buyers} buyers` : '',
    days ? `${days} days` : '',
  ];
  return floors.filter((floor) => floor !== '').join(', ');
}

function boundsOf(programme: Programme, { metricTitle, format, standing }: Wording): string {
  const { metrics } = programme;
  const bounded = programme.tiers.slice(0, -1);
  const alike = allAtMost(metrics);
  const said = (bound: Bound): string => (alike ? format.bound(bound.at_most) : standing(null, bound).goal);
  const cell = (bound: ProgrammeMetric['tiers'][string]): string =>
    bound.keep ? `${said(bound)}, kept at ${format.bound(bound.keep.at_most)}` : said(bound);
  const nameOf = (asked: ProgrammeMetric): string => {
    const [title, room] = [metricTitle(asked.metric), roomOf(asked)];
    return room === asked.metric ? title : `${title} (${room})`;
  };
  /** A column that no metric needs is left out. */
  const column = (head: string, of: (asked: ProgrammeMetric) => string): { head: string; of: typeof of }[] =>
    metrics.some((asked) => of(asked) !== '') ? [{ head, of }] : [];
  const columns = [
    ...column(`at fault${alike ? ', at most' : ''}`, nameOf),
    ...column('days', (asked) => windowsSaid(asked, programmeWords.asked.windows)),
    ...bounded.flatMap(({ key, title }) => column(title, (asked) => cell(asked.tiers[key]!))),
    ...column('recommended', ({ alert }) => (alert ? said(alert) : '')),
    ...column('missed only from', floorsOf),
    ...column('paused from', ({ paused }) => (paused ? format.day(paused.from) : '')),
  ];
  return table(
    columns.map(({ head }) => head),
    metrics.map((asked) => columns.map(({ of }) => of(asked))),
  );
}

/** What a score is out of, what decides it, what tiers ask of it, and each curve. */
function scoreOf({ score, tiers }: Programme, wording: Wording): string[] {
  if (!score) return [];
  const { format, metricTitle } = wording;
  const asked = tiers.flatMap(({ key, title }) => (score.tiers[key] ? [`${title} from ${score.tiers[key].at_least}`] : []));
  const weighted = score.decides === 'weighted';
  const head = [
    `  a score of 0 to ${format.count(score.out_of)} (${score.title}), ${weighted ? 'by weight' : 'the lowest part decides'}`,
    asked.length > 0 ? format.list(asked) : 'it moves no tier',
    `of ${format.many(score.needs.metrics, 'metric')} or more`,
  ].join('; ');
  const curveOf = (curve: readonly (readonly [number, number])[]): string =>
    curve.map(([rate, points]) => `${format.bound(rate)}: ${points}`).join(', ');
  const rows = score.dimensions.flatMap((part) => [
    [part.title, weighted ? `${weightOf(part)}` : '', ''],
    ...Object.entries(part.metrics).map(([metric, { weight, curve }]) => [
      `  ${metricTitle(metric)}`,
      `${weight}`,
      curveOf(curve),
    ]),
  ]);
  return [`${head}\n\n${table(['part', 'weight', 'at fault: points'], rows)}`, ...benchmarksIn(score, wording)];
}

/** Which curves move with what the category's shops keep to, and how far. */
function benchmarksIn(score: Score, { format, metricTitle }: Wording): string[] {
  const rows = score.dimensions.flatMap(({ metrics }) =>
    Object.entries(metrics).flatMap(([metric, { benchmark }]) =>
      benchmark
        ? [
            [
              metricTitle(metric),
              `${format.bound(benchmark.percentile / 100)} of ${benchmark.at_least_sellers} or more`,
              format.bound(benchmark.relative_to),
              `${format.bound(benchmark.not_below)} to ${format.bound(benchmark.not_above)}`,
            ],
          ]
        : [],
    ),
  );
  if (rows.length === 0) return [];
  const head = '  curves that move with what so many shops of the category keep to, frozen for a quarter';
  return [`${head}\n\n${table(['', 'of its shops', 'as written at', 'moves from'], rows)}`];
}
