/**
 * A programme as sellers read it, in any language, as Markdown: docs/programmes.md, and the page of the dashboard. Its sentences stand in
 * wording/<language>/programme-words.ts; what a policy says in its own words stands in the policy.
 */
import { METRICS, metricOf } from '../metrics/index.js';
import type { Evaluation } from '../policies/evaluation.js';
import { gatesOf, missesLookedAt, OTHER_CARRIERS, weightOf } from '../policies/for-pages.js';
import type { Points } from '../policies/points.js';
import {
  allAtMost,
  type Bound,
  type JudgedMetric,
  type Programme,
  type ProgrammeMetric,
  roomOf,
  type Tier,
  type TierEffect,
} from '../policies/policy.js';
import type { ReadersPolicies } from '../policies/readers-policies.js';
import type { Score } from '../policies/score.js';
import { WEEKDAYS } from '../policies/weekdays.js';
import { asWritten, isAsWritten, markAsWritten } from './as-written.js';
import type { Counted } from './english/programme-words.js';
import { enterAndKeep } from './gates.js';
import type { ProgrammeWords } from './programme-words.js';
import { benchmarkInShort } from './score.js';
import { windowsSaid } from './windows-said.js';
import { capital, inSentence, type Wording } from './wording.js';

const sentence = (text: string): string => {
  const whole = /[.!?]$/.test(asWritten(text)) ? text : `${text}.`;
  return isAsWritten(whole) ? markAsWritten(capital(asWritten(whole))) : capital(whole);
};
const counter =
  ({ wording }: Pick<Page, 'wording'>) =>
  (n: number): Counted => ({ n, shown: wording.format.count(n) });
const percenter =
  ({ wording, say }: Pick<Page, 'wording' | 'say'>) =>
  (share: number): string =>
    say.percent(wording.format.bound(share));
const unless = (text: string | undefined): text is string => text !== undefined && text !== '';
/** As GitHub makes one of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

interface Page {
  policies: ReadersPolicies;
  programme: Programme;
  wording: Wording;
  say: ProgrammeWords;
  /** Who is judged by a built-in metric, in another language than English. */
  population?: (room: string) => string | undefined;
  /** Whether docs/ lies beside it, so that links can lead there. */
  inDocs: boolean;
}

/** What a tier changes, a line each: what, how much, and why. */
function effectLines({ visibility, ads, order_cap, payout_days, reserve, commission }: TierEffect, page: Page): string[] {
  const { effects } = page.say;
  const [percent, some] = [percenter(page), counter(page)];
  const line = (what: string, value: string, why?: string): string =>
    `- ${page.wording.words.grammar.labelled(what, `**${value}**`)}${why ? ` (${why})` : ''}`;
  return [
    visibility && line(effects.visibility.title, effects.visibility[visibility]),
    ads && line(effects.ads.title, effects.ads[ads]),
    order_cap && line(effects.orders.title, effects.orders.value(percent(order_cap.share_of_peak)), order_cap.why),
    payout_days && line(effects.payout.title, effects.payout.value(some(payout_days.value)), payout_days.why),
    reserve && line(effects.reserve, effects.ofSales(percent(reserve.share)), reserve.why),
    commission && line(effects.commission, effects.ofSales(percent(commission.share)), commission.why),
  ].filter(unless);
}

const tierLines = (tier: Tier, page: Page): string[] => [
  `#### ${tier.title}`,
  '',
  [tier.means, tier.effect?.in_words, tier.key === page.programme.standard ? page.say.tiers.standard : '']
    .filter(unless)
    .map(sentence)
    .join(' '),
  '',
  ...gateLines(tier, page),
  ...(tier.effect ? [...effectLines(tier.effect, page), ''] : []),
];

/** What a tier asks for beside its bounds, a line each. */
function gateLines({ asks }: Tier, page: Page): string[] {
  const { gates } = page.say;
  const some = counter(page);
  const lines = gatesOf(asks).map(({ gate, needed, window_days, currency, why: reason }) => {
    const window = window_days === null ? null : some(window_days);
    const what = {
      orders: () => gates.orders(some(needed), window),
      sales: () => gates.sales(page.wording.format.amount(needed, currency), window),
      days_selling: () => gates.days_selling(some(needed)),
    };
    return `- ${what[gate]()} (${reason}).`;
  });
  return lines.length > 0 ? [...lines, ''] : [];
}

/** Whether a reason of a metric's rule is one under the values that its settings have here. */
function happens(reason: string, { settings }: JudgedMetric): boolean {
  const stars = /^stars_(\d)$/.exec(reason)?.[1];
  if (stars) return Number(stars) <= Number(settings.stars_at_most);
  if (reason === 'case_opened') return settings.cases === 'opened';
  if (reason === 'decided_against_seller') return settings.cases !== 'opened';
  if (Array.isArray(settings.parts) && metricOf(reason)) return settings.parts.includes(reason);
  // A setting with the name of a reason says whether it leaves the order out.
  return !Object.hasOwn(settings, reason) || settings[reason] === 'left_out';
}

const reasonsOf = (judged: JudgedMetric, kind: 'fault' | 'forgiven' | 'excluded'): string[] =>
  Object.keys(metricOf(judged.metric)?.reasons[kind] ?? {}).filter((reason) => happens(reason, judged));

/** Reasons that the rule of some metric gives: beside those of a metric's own rule, they say nothing of it. */
const OF_RULES = new Set(METRICS.flatMap(({ reasons }) => Object.keys(reasons.forgiven ?? {})));

const listed = (what: string, words: readonly string[], { wording, say }: Page): string[] =>
  words.length > 0 ? [`- ${wording.words.grammar.labelled(what, say.listed(words))}.`] : [];

/** What is forgiven, and what becomes of it in the rate; what holds for every metric is said once, above. */
function forgivenLines(judged: JudgedMetric, page: Page): string[] {
  const own = reasonsOf(judged, 'forgiven');
  const met = judged.counts_as_met.filter((code) => own.includes(code) || !OF_RULES.has(code));
  const out = own.filter((code) => !met.includes(code));
  const said = (codes: string[]): string[] => codes.map((code) => page.wording.reason(judged.metric, code));
  const { forgivenMet, forgivenOut } = page.say.metric;
  return [...listed(forgivenMet, said(met), page), ...listed(forgivenOut, said(out), page)];
}

function floorLines({ at_least }: ProgrammeMetric, things: string, { say, wording }: Page): string[] {
  const { counted, faults, buyers = 0, days: on = 0, why } = at_least;
  const { floors } = say.metric;
  const { count } = wording.format;
  const said = [
    counted > 0 ? floors.counted(count(counted), things) : '',
    faults > 1 ? floors.faults(count(faults)) : '',
    buyers > 1 ? floors.buyers(count(buyers)) : '',
    on > 1 ? floors.days(count(on)) : '',
  ].filter(unless);
  const all = capital(say.listed(said));
  return said.length > 0 ? [`- ${why ? say.because(all, why) : `${all}.`}`] : [];
}

/** What the programme forgives by itself. */
function reliefLines({ peaks = [], collapse }: ProgrammeMetric, things: string, page: Page): string[] {
  const { say, wording } = page;
  const { day } = wording.format;
  return [
    ...peaks.map(
      ({ name, from, to, extra_hours, why }) =>
        `- ${say.metric.peak(name, day(from), day(to), things, counter(page)(extra_hours))} (${why}).`,
    ),
    ...(collapse ? [`- ${say.metric.collapse(wording.words.reliefs.alike[collapse.same])} (${collapse.why}).`] : []),
  ];
}

function volumeLines({ window_days, low_volume, stretch }: ProgrammeMetric, things: string, page: Page): string[] {
  const { say } = page;
  const some = counter(page);
  const line = (few: number, then: string, why: string): string =>
    `- ${say.because(say.metric.fewer(things, some(few).shown, some(window_days), then), why)}`;
  if (low_volume) return [line(low_volume.fewer_than, say.metric.longer(some(low_volume.window_days)), low_volume.why)];
  if (!stretch) return [];
  const then = say.metric.stretched(some(stretch.until).shown, some(stretch.at_most_days));
  return [line(stretch.until, then, stretch.why), `- ${say.metric.whole(things)}`];
}

/** Where a tier is kept by less than it is got by. */
const keepLines = ({ tiers }: ProgrammeMetric, { programme, wording, say }: Page): string[] =>
  programme.tiers.flatMap(({ key, title }) => {
    const bound = tiers[key];
    const both = bound && enterAndKeep(bound, wording);
    return both ? [`- ${wording.words.grammar.labelled(title, say.percent(both))} (${bound.keep!.why}).`] : [];
  });

const alertLines = ({ alert }: ProgrammeMetric, page: Page): string[] =>
  alert ? [`- ${page.say.metric.recommended(goalOf(alert, page), alert.why)}`] : [];

/** Which orders count, where not all do, with the carriers of the classes that are named. */
function segmentLines(asked: ProgrammeMetric, { policies: { carrier_classes = {} }, wording, say }: Page): string[] {
  const only = wording.onlyOrders(asked);
  if (!only) return [];
  const { labelled } = wording.words.grammar;
  const { cross_border, carrier_class } = asked.where!;
  const classes = (carrier_class?.names ?? []).flatMap((name) => {
    if (name === OTHER_CARRIERS) return [say.metric.otherCarriers];
    // Policies of a run of an earlier version do not say whom a class has.
    const carriers = carrier_classes[name];
    return carriers ? [labelled(name.replaceAll('_', ' '), wording.format.list([...carriers]))] : [];
  });
  return [
    `- ${say.metric.only(only)}`,
    ...(classes.length > 0 ? [`- ${say.metric.classes(say.listed(classes))}`] : []),
    ...(cross_border === undefined ? [] : [`- ${say.metric.ownRegion}`]),
  ];
}

/** That it rests, or will: a programme is read on any day. */
const pausedLines = ({ paused }: ProgrammeMetric, { wording, say }: Page): string[] =>
  paused ? [say.metric.paused(wording.format.day(paused.from), paused.why), ''] : [];

/** Who is judged: the rooms say it in English. */
const populationOf = (asked: ProgrammeMetric, things: string, { wording, population }: Page): string => {
  const room = wording.room(asked.metric);
  return (room && (population?.(room.key) ?? room.population)) ?? things;
};

/** What a metric asks for, and how it is counted. */
function metricLines(asked: ProgrammeMetric, page: Page): string[] {
  const { programme, policies, wording, say, inDocs } = page;
  const some = counter(page);
  const judged = policies.metrics.find(({ metric }) => metric === roomOf(asked))!;
  const room = wording.room(asked.metric);
  const title = wording.metricTitle(asked.metric);
  const { many: things, fault } = wording.counted(asked.metric);
  const advice = wording.advice(asked.metric);
  const said = (what: string, kind: 'fault' | 'excluded'): string[] =>
    listed(
      what,
      reasonsOf(judged, kind).map((reason) => wording.reason(asked.metric, reason)),
      page,
    );
  return [
    `#### <a id="${idOf(programme, asked)}"></a>${title}`,
    '',
    sentence(asked.why),
    '',
    ...pausedLines(asked, page),
    `| ${say.asked.tier} | ${atMost(`${things} ${fault}`, [asked], page)} | ${say.asked.why} |`,
    '| --- | ---: | --- |',
    ...programme.tiers
      .slice(0, -1)
      .map(({ key, title: tier }) => `| ${tier} | ${boundCell(asked.tiers[key]!, [asked], page)} | ${asked.tiers[key]!.why} |`),
    '',
    ...keepLines(asked, page),
    `- ${say.metric.counted(populationOf(asked, things, page), some(asked.window_days), some(judged.maturation_days))}`,
    ...segmentLines(asked, page),
    ...alertLines(asked, page),
    ...volumeLines(asked, things, page),
    ...said(say.metric.atFault, 'fault'),
    ...forgivenLines(judged, page),
    ...said(say.metric.leftOut, 'excluded'),
    ...reliefLines(asked, things, page),
    ...floorLines(asked, things, page),
    ...(advice ? [`- ${wording.words.grammar.labelled(say.metric.toDo, sentence(advice))}`] : []),
    ...(room && inDocs
      ? [
          `- Moment by moment: [how ${inSentence(room.title)} is measured](metrics.md#${anchorOf(`${room.title} (${room.key})`)}).`,
        ]
      : []),
    '',
  ];
}

const atMost = (what: string, metrics: readonly ProgrammeMetric[], { say }: Page): string =>
  allAtMost(metrics) ? say.asked.atMost(what) : what;

/** A bound in a table of metrics: the number where the head of the table says the rest. */
const boundCell = (bound: Bound, metrics: readonly ProgrammeMetric[], page: Page): string =>
  allAtMost(metrics) ? percenter(page)(bound.at_most) : goalOf(bound, page);

const goalOf = (bound: Bound, { wording, say }: Page): string => say.percent(wording.standing(null, bound).goal);

const idOf = ({ programme }: Pick<Programme, 'programme'>, { metric }: ProgrammeMetric): string => `${programme}-${metric}`;

/** All bounds at a glance; the links lead down the page. */
function glance(page: Page): string[] {
  const { programme, wording, say } = page;
  const bounded = programme.tiers.slice(0, -1);
  const alerts = programme.metrics.some(({ alert }) => alert);
  const heads = [...bounded.map((tier) => tier.title), ...(alerts ? [say.asked.recommended] : [])];
  return [
    `| ${atMost(say.asked.atFault, programme.metrics, page)} | ${say.asked.days} | ${heads.join(' | ')} |`,
    `| --- | ---: | ${heads.map(() => '---:').join(' | ')} |`,
    ...programme.metrics.map((asked) => {
      const said = [...bounded.map((tier) => asked.tiers[tier.key]), ...(alerts ? [asked.alert] : [])];
      const bounds = said.map((bound) => (bound ? boundCell(bound, programme.metrics, page) : ''));
      return `| [${wording.metricTitle(asked.metric)}](#${idOf(programme, asked)}) | ${windowsSaid(asked, say.asked.windows, wording.format.count)} | ${bounds.join(' | ')} |`;
    }),
    '',
  ];
}

/** When an order is dispatched; with the regions where they differ. */
function dispatchedLine({ programme, policies, wording, say }: Page): string {
  const regions = policies.regions.filter(({ code }) => programme.regions.includes(code));
  const ways = [...new Set(regions.map(({ dispatch_milestone }) => dispatch_milestone))].map((way) => {
    const there = regions.filter((region) => region.dispatch_milestone === way).map(({ code }) => code);
    const names = there.map((code) => wording.regionName(regions, code));
    const where = there.length < regions.length ? ` (${wording.format.list(names)})` : '';
    return `${say.decided.milestones[way]}${where}`;
  });
  return say.decided.dispatched(say.or(ways));
}

/** On which days evaluations decide, or metrics are looked at. */
const whenOf = (every: Evaluation['every'], { wording, say }: Page): string => {
  if (typeof every !== 'string') return say.decided.everyMonth(every);
  const nth = WEEKDAYS.findIndex((short) => every.startsWith(short)) + 1;
  return say.decided.everyWeekday(wording.format.weekday(nth), nth);
};

/** What an evaluation decides, and what it takes to lose a tier. */
function evaluationLines(evaluation: Evaluation, page: Page): string[] {
  const { every, notice, effect, to_a_person: person, circuit_breaker: breaker, approval } = evaluation;
  const { programme, say, wording, inDocs } = page;
  const [some, percent] = [counter(page), percenter(page)];
  const standard = programme.tiers.find(({ key }) => key === programme.standard)!.title;
  return [
    say.decided.evaluations(whenOf(every, page), evaluation.why),
    '',
    `- ${say.decided.begin(standard)}`,
    `- ${say.decided.notice(some(notice.faults), some(notice.days), percent(notice.luck_below), notice.why)}`,
    `- ${say.decided.effect(some(effect.fresh_days), effect.why, some(effect.faults), some(effect.within_days))}`,
    `- ${say.decided.settled}`,
    `- ${say.decided.person(wording.format.decimal(person.times_the_bound), some(person.faults), person.why)}`,
    ...(approval ? [`- ${say.decided.approval[approval.needed_for === 'losses' ? 'losses' : 'all'](approval.why)}`] : []),
    `- ${say.decided.breaker(percent(breaker.share), breaker.why)}`,
    '',
    ...(inDocs ? ['What a good shop meets in a year of this: [fairness.md](fairness.md).', ''] : []),
  ];
}

function decidedLines(page: Page): string[] {
  const {
    programme: { tiers, evaluation },
    wording,
    say,
  } = page;
  return [
    `### ${say.decided.title}`,
    '',
    say.decided.eachNight(tiers.at(-1)!.title, evaluation !== undefined),
    '',
    ...(evaluation ? evaluationLines(evaluation, page) : []),
    dispatchedLine(page),
    '',
    say.decided.listed,
    '',
    say.decided.exempted(say.listed(Object.values(wording.words.exemptions))),
    '',
  ];
}

/** What gives points, as rows of a table. */
function pointRows({ violations, missed_metrics }: Points, { wording, say }: Page): string[] {
  const { count } = wording.format;
  const row = (what: string, points: string, why: string): string => `| ${what} | ${points} | ${why} |`;
  const each = (
    named: (name: string) => string,
    given: Readonly<Record<string, { points: number; why: string } | undefined>>,
  ): string[] => Object.entries(given).flatMap(([name, one]) => (one ? [row(named(name), count(one.points), one.why)] : []));
  const missed = Object.entries(missed_metrics).map(([metric, { points, why }]) =>
    row(say.points.missed(wording.metricTitle(metric)), count(points), why),
  );
  const other = violations?.other === 'landed' ? say.points.asNotice : say.points.none;
  const rules = violations
    ? [
        ...each((name) => name, violations.rules),
        ...each(say.points.otherSeverity, violations.severities),
        row(say.points.otherRule, other, violations.why),
      ]
    : [];
  return [...rules, ...missed];
}

const headOf = (columns: readonly string[]): string => `| ${columns.join(' | ')} |`;

/** What the score is made of, and what it means for a tier. */
function scoreLines(page: Page): string[] {
  const { score, tiers, metrics, programme } = page.programme;
  if (!score) return [];
  const { wording, say } = page;
  const [percent, { decimal, count }] = [percenter(page), wording.format];
  const weighted = score.decides === 'weighted';
  const total = score.dimensions.reduce((sum, one) => sum + weightOf(one), 0);
  const rows = score.dimensions.flatMap((one) => {
    const inside = Object.values(one.metrics).reduce((sum, { weight }) => sum + weight, 0);
    return Object.entries(one.metrics).map(([metric, { weight, curve, why }]) => {
      const share = (weight / inside) * (weighted ? weightOf(one) / total : 1);
      const corners = curve.map(([rate, points]) => say.score.corner(decimal(points), percent(rate))).join(', ');
      const asked = metrics.find((m) => m.metric === metric)!;
      return `| ${one.title} | [${wording.metricTitle(metric)}](#${idOf({ programme }, asked)}) | ${say.percent(wording.format.share(share))} | ${corners} | ${why} |`;
    });
  });
  const caps = tiers.flatMap(({ key, title }, nth) => {
    const asked = score.tiers[key];
    return asked ? [`- ${say.because(say.score.cap(decimal(asked.at_least), tiers[nth + 1]!.title, title), asked.why)}`] : [];
  });
  const [part, metric, weight, points, why] = say.score.columns;
  return [
    `### ${score.title}`,
    '',
    sentence(score.why),
    '',
    headOf([part!, metric!, weighted ? weight! : say.score.weightInPart, points!, why!]),
    '| --- | --- | ---: | --- | --- |',
    ...rows,
    '',
    `- ${say.score.goes(decimal(score.out_of))} ${weighted ? say.score.weighted : say.score.worst} ${say.score.between}`,
    ...score.dimensions.map((one) => `- ${say.because(one.title, one.why)}`),
    `- ${say.score.notAssessed}`,
    `- ${say.score.needs(count(score.needs.metrics), score.needs.why)}`,
    `- ${say.score.rateAlone}`,
    ...(caps.length > 0 ? caps : [`- ${say.score.movesNothing}`]),
    '',
    ...benchmarkLines(score, page),
  ];
}

/** Which parts are read beside a category, and what that does, by an example. */
function benchmarkLines(score: Score, page: Page): string[] {
  const { wording, say } = page;
  const { decimal, bound } = wording.format;
  const percent = percenter(page);
  const found = score.dimensions.flatMap(({ metrics }) =>
    Object.entries(metrics).flatMap(([metric, { benchmark, curve }]) => (benchmark ? [{ metric, benchmark, curve }] : [])),
  );
  const [first] = found;
  if (!first) return [];
  const { benchmark, curve } = first;
  const corner = curve.find(([rate]) => rate > 0)!;
  // Twice as much as the curve was made for, or as far as it moves.
  const of = Math.min(2 * benchmark.relative_to, benchmark.not_above);
  const moved = Math.round(((corner[0] * of) / benchmark.relative_to) * 1e6) / 1e6;
  return [
    say.score.benchmarks,
    '',
    ...found.map(
      (one) => `- ${wording.metricTitle(one.metric)} ${benchmarkInShort(one.benchmark, wording)} (${one.benchmark.why}).`,
    ),
    '',
    say.score.example(
      ...([wording.metricTitle(first.metric), decimal(corner[1]), percent(corner[0])] as const),
      ...([bound(benchmark.percentile / 100), percent(of), decimal(of / benchmark.relative_to)] as const),
      ...([percent(benchmark.relative_to), percent(moved)] as const),
    ),
    '',
  ];
}

/** The points ledger: what gives points, how long they count, and what so many mean. */
function pointsLines(page: Page): string[] {
  const { points, tiers, assessable } = page.programme;
  if (!points) return [];
  const { say, wording } = page;
  const some = counter(page);
  const { count } = wording.format;
  const { rating, milestones, expire_after_days: expire } = points;
  const looked = missesLookedAt(page.programme);
  const earned = rating?.earned
    ? say.points.earned(
        ...([count(rating.earned.per_orders), some(assessable.window_days), count(rating.earned.points)] as const),
        ...([count(rating.at_most), rating.earned.why] as const),
      )
    : '';
  return [
    `### ${say.points.title}`,
    '',
    sentence(points.why),
    '',
    headOf(say.points.columns),
    '| --- | ---: | --- |',
    ...pointRows(points, page),
    '',
    `- ${say.points.count(some(expire.value), count(expire.value - 1), expire.why)}`,
    ...(looked ? [`- ${say.points.looked(whenOf(looked.every, page))}`] : []),
    `- ${say.points.withdrawn}`,
    ...(rating ? [`- ${say.points.rating(count(rating.starts_at), rating.why, earned)}`] : []),
    '',
    `| ${rating ? say.points.ratingAtMost : say.points.atLeast} | | ${say.points.means} | ${say.asked.why} |`,
    '| ---: | --- | --- | --- |',
    ...milestones.map(({ at, title, means, effect, caps_at, why }) => {
      const cap = tiers.find(({ key }) => key === caps_at);
      const said = [means, effect?.in_words, cap && say.points.caps(cap.title)].filter(unless).map(sentence);
      const changes = effect ? effectLines(effect, page).map((line) => `${line.slice(2)}.`) : [];
      return `| ${count(at)} | **${title}** | ${[...said, ...changes].join(' ')} | ${why} |`;
    }),
    '',
  ];
}

function contestLines(page: Page): string[] {
  const { contest } = page.programme;
  if (!contest) return [];
  const { say } = page;
  const where = [contest.address && say.contest.write(contest.address), contest.url && say.contest.go(contest.url)].filter(
    unless,
  );
  return [`### ${say.contest.title}`, '', say.contest.within(counter(page)(contest.within_days), contest.why, say.or(where)), ''];
}

/** How many orders a day a new seller may take, and by what that ends. */
function probationLines(page: Page): string[] {
  const { probation } = page.programme;
  if (!probation) return [];
  const { wording, say } = page;
  const some = counter(page);
  const { labelled } = wording.words.grammar;
  const { of_sellers_since: since, orders_a_day: cap, exits, why } = probation;
  const exit = ({ name, orders, days: on, metrics = [], why: reason }: (typeof exits)[number]): string => {
    const asks = [
      orders && say.probation.orders(some(orders.at_least), orders.window_days ? some(orders.window_days) : null),
      on && say.probation.days(some(on.at_least)),
      ...metrics.map((metric) => say.probation.metric(wording.metricTitle(metric))),
    ].filter(unless);
    return `- ${labelled(`**${name}**`, wording.format.list(asks))} (${reason}).`;
  };
  return [
    `### ${wording.words.probation.heading}`,
    '',
    say.probation.begins(wording.format.day(since), why, some(cap.at_most), cap.why),
    '',
    ...exits.map(exit),
    '',
    say.probation.held,
    '',
  ];
}

function programmeLines(page: Page): string[] {
  const { programme, policies, wording, say } = page;
  const { assessable, regions, notice_given_on: told, until, in_force_from } = programme;
  const { day, list } = wording.format;
  const some = counter(page);
  const names = list(regions.map((code) => wording.regionName(policies.regions, code)));
  const version = say.version(
    ...([programme.version, `\`${programme.programme}\``, day(in_force_from)] as const),
    ...([until ? day(until) : undefined, told ? day(told) : undefined] as const),
  );
  const unjudged = wording.words.grammar.inSentence(wording.tierMeans(programme, 'not_assessable'));
  return [
    `## ${programme.title}`,
    '',
    `${version} ${say.looksAt(names)}`,
    '',
    `### ${say.who.title}`,
    '',
    assessable.orders > 0
      ? `${say.because(say.who.atLeast(some(assessable.orders), some(assessable.window_days)), assessable.why)} ${say.who.others(unjudged)}`
      : say.because(say.who.everybody, assessable.why),
    '',
    `### ${say.tiers.title}`,
    '',
    ...programme.tiers.flatMap((tier) => tierLines(tier, page)),
    `### ${say.asked.title}`,
    '',
    ...glance(page),
    ...programme.metrics.flatMap((asked) => metricLines(asked, page)),
    ...decidedLines(page),
    ...pointsLines(page),
    ...scoreLines(page),
    ...probationLines(page),
    ...contestLines(page),
  ];
}

/** The text of a programme. A number and its sign stay in one line. */
export const programmeText = (page: Page): string =>
  programmeLines(page)
    .join('\n')
    .trimEnd()
    .replaceAll(/(\d) %/g, '$1\u00a0%');
