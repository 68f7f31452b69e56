/**
 * A programme as sellers read it, as Markdown: docs/programmes.md, and the page of the dashboard. why not in the catalogue: its sentences
 * are made of what a policy has, and no mail says them.
 */
import { METRICS, metricOf } from '../../metrics/index.js';
import type { Evaluation } from '../../policies/evaluation.js';
import { gatesOf, missesLookedAt, OTHER_CARRIERS, weightOf } from '../../policies/for-pages.js';
import type { Points } from '../../policies/points.js';
import {
  allAtMost,
  type Bound,
  type JudgedMetric,
  type Programme,
  type ProgrammeMetric,
  roomOf,
  type Tier,
  type TierEffect,
  windowsOf,
} from '../../policies/policy.js';
import type { ReadersPolicies } from '../../policies/readers-policies.js';
import type { Score } from '../../policies/score.js';
import { formatFor } from '../format.js';
import { enterAndKeep } from '../gates.js';
import { benchmarkInShort } from '../score.js';
import { capital, inSentence, type Wording, wordingFor } from '../wording.js';

const { amount, bound, day, list, many } = formatFor('en-GB');
/** As the policies write it. */
const percent = (share: number): string => bound(share).replace('%', ' %');
const days = (count: number): string => many(count, 'day');
const sentence = (text: string): string => capital(/[.!?]$/.test(text) ? text : `${text}.`);
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
  /** Whether docs/ lies beside it, so that links can lead there. */
  inDocs: boolean;
}

const VISIBILITY = { raised: 'higher than usual', normal: 'as usual', reduced: 'lower than usual', hidden: 'not shown' };
const ADS = { allowed: 'open to you', not_allowed: 'paused' };

/** What a tier changes, a line each: what, how much, and why. */
function effectLines({ visibility, ads, order_cap, payout_days, reserve, commission }: TierEffect): string[] {
  const line = (what: string, value: string, why?: string): string => `- ${what}: **${value}**${why ? ` (${why})` : ''}`;
  return [
    visibility ? line('Your listings in search', VISIBILITY[visibility]) : '',
    ads ? line('Ads', ADS[ads]) : '',
    order_cap
      ? line('Orders a day', `at most ${percent(order_cap.share_of_peak)} of your best day of the last 28`, order_cap.why)
      : '',
    payout_days ? line('Paid out', `${days(payout_days.value)} after delivery`, payout_days.why) : '',
    reserve ? line('Held back for refunds', `${percent(reserve.share)} of your sales`, reserve.why) : '',
    commission ? line('Commission', `${percent(commission.share)} of your sales`, commission.why) : '',
  ].filter((one) => one !== '');
}

const tierLines = (tier: Tier, { standard }: Programme): string[] => [
  `#### ${tier.title}`,
  '',
  [tier.means, tier.effect?.in_words ?? '', tier.key === standard ? 'This is the standard.' : '']
    .filter((words) => words !== '')
    .map(sentence)
    .join(' '),
  '',
  ...gateLines(tier),
  ...(tier.effect ? [...effectLines(tier.effect), ''] : []),
];

/** What a tier asks for beside its bounds, a line each. */
function gateLines({ asks }: Tier): string[] {
  const lines = gatesOf(asks).map(({ gate, needed, window_days, currency, why: reason }) => {
    const within = window_days === null ? '' : `, in ${days(window_days)}`;
    const what = {
      orders: () => `Orders: at least **${many(needed, 'order')}**${within}, without cancelled ones`,
      sales: () =>
        `Sales: at least **${amount(needed, currency)}**${within}, without cancelled orders; other currencies do not count`,
      days_selling: () => `Time: at least **${days(needed)}** since you joined`,
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

/** What is forgiven, and what becomes of it in the rate; what holds for every metric is said once, above. */
function forgivenLines(judged: JudgedMetric, { reason }: Wording): string[] {
  const own = reasonsOf(judged, 'forgiven');
  const met = judged.counts_as_met.filter((code) => own.includes(code) || !OF_RULES.has(code));
  const out = own.filter((code) => !met.includes(code));
  const line = (what: string, codes: string[]): string[] =>
    codes.length > 0 ? [`- ${what}: ${codes.map((code) => reason(judged.metric, code)).join('; ')}.`] : [];
  return [...line('Forgiven, and counts as met', met), ...line('Forgiven, and left out', out)];
}

function floorLines({ at_least: { counted, faults, buyers = 0, days: on = 0, why } }: ProgrammeMetric, things: string): string[] {
  const said = [
    counted > 0 ? `with fewer than ${counted} ${things} you are not judged by it` : '',
    faults > 1 ? `fewer than ${faults} at fault meet every bound` : '',
    buyers > 1 ? `faults towards fewer than ${buyers} different buyers meet every bound` : '',
    on > 1 ? `faults on fewer than ${on} different days meet every bound` : '',
  ].filter((words) => words !== '');
  return said.length > 0 ? [`- ${capital(said.join('; '))}${why ? `: ${why}` : ''}.`] : [];
}

/** What the programme forgives by itself. */
const reliefLines = ({ peaks = [], collapse }: ProgrammeMetric, things: string, { words }: Wording): string[] => [
  ...peaks.map(
    ({ name, from, to, extra_hours, why }) =>
      `- ${name}, ${day(from)} to ${day(to)}: ${things} due on these days may be ${many(extra_hours, 'hour')} late; they are forgiven, and count as met (${why}).`,
  ),
  ...(collapse
    ? [`- Faults ${words.reliefs.alike[collapse.same]}: the others are forgiven, and count as met (${collapse.why}).`]
    : []),
];

const fewLine = (things: string, fewer: number, usual: number, then: string, why: string): string =>
  `- With fewer than ${fewer} ${things} counted in ${days(usual)}, ${then}: ${why}.`;

function volumeLines({ window_days, low_volume, stretch }: ProgrammeMetric, things: string): string[] {
  if (low_volume)
    return [fewLine(things, low_volume.fewer_than, window_days, `${days(low_volume.window_days)} count`, low_volume.why)];
  if (!stretch) return [];
  const then = `the fewest days count that hold ${stretch.until}, up to ${days(stretch.at_most_days)}`;
  return [
    fewLine(things, stretch.until, window_days, then, stretch.why),
    `- Days count whole. The more ${things} you have, the fewer days count: a new one can let the oldest day out, good or bad.`,
  ];
}

/** Where a tier is kept by less than it is got by. */
const keepLines = ({ tiers }: ProgrammeMetric, programme: Programme, wording: Wording): string[] =>
  programme.tiers.flatMap(({ key, title }) => {
    const bound = tiers[key];
    const both = bound && enterAndKeep(bound, wording);
    return both ? [`- ${title}: ${both.replaceAll('%', ' %')} (${bound.keep!.why}).`] : [];
  });

const alertLines = ({ alert }: ProgrammeMetric): string[] =>
  alert
    ? [
        `- Recommended: **${goalOf(alert)}** (${alert.why}). No tier asks for it: your scorecard says where it is exceeded, and nothing follows from that.`,
      ]
    : [];

/** Which orders count, where not all do, with the carriers of the classes that are named. */
function segmentLines(asked: ProgrammeMetric, { carrier_classes = {} }: ReadersPolicies, wording: Wording): string[] {
  const only = wording.onlyOrders(asked);
  if (!only) return [];
  const { cross_border, carrier_class } = asked.where!;
  const classes = (carrier_class?.names ?? []).flatMap((name) => {
    if (name === OTHER_CARRIERS) return ['other: carriers of no class'];
    // Policies of a run of an earlier version do not say whom a class has.
    const carriers = carrier_classes[name];
    return carriers ? [`${name.replaceAll('_', ' ')}: ${list([...carriers])}`] : [];
  });
  return [
    `- **${only}**; an order of which this is not known does not.`,
    ...(classes.length > 0
      ? [`- Classes of carriers: ${classes.join('; ')}. An order that was never handed over has no carrier.`]
      : []),
    ...(cross_border === undefined
      ? []
      : ['- Your own region is the one that manages your account, as it is known tonight; an order’s is where it is delivered.']),
  ];
}

/** That it rests, or will: a programme is read on any day. */
const pausedLines = ({ paused }: ProgrammeMetric): string[] =>
  paused
    ? [
        `**Paused from ${day(paused.from)}** (${paused.why}): it is measured and shown; no tier is lost by it, and no notice and no points follow from it. Where evaluations decide, nobody rises past what it would allow.`,
        '',
      ]
    : [];

/** What a metric asks for, and how it is counted. */
function metricLines(asked: ProgrammeMetric, { programme, policies, wording, inDocs }: Page): string[] {
  const judged = policies.metrics.find(({ metric }) => metric === roomOf(asked))!;
  const room = wording.room(asked.metric);
  const title = wording.metricTitle(asked.metric);
  const { many: things, fault } = wording.counted(asked.metric);
  const said = (what: string, kind: 'fault' | 'excluded'): string[] => {
    const words = reasonsOf(judged, kind).map((reason) => wording.reason(asked.metric, reason));
    return words.length > 0 ? [`- ${what}: ${words.join('; ')}.`] : [];
  };
  return [
    `#### <a id="${idOf(programme, asked)}"></a>${title}`,
    '',
    sentence(asked.why),
    '',
    ...pausedLines(asked),
    `| tier | ${things} ${fault}${allAtMost([asked]) ? ', at most' : ''} | why |`,
    '| --- | ---: | --- |',
    ...programme.tiers
      .slice(0, -1)
      .map(({ key, title: tier }) => `| ${tier} | ${boundCell(asked.tiers[key]!, [asked])} | ${asked.tiers[key]!.why} |`),
    '',
    ...keepLines(asked, programme, wording),
    `- Counted: ${room?.population ?? things}, of the ${days(asked.window_days)} that ended ${days(judged.maturation_days)} before the night; later ones are not final yet.`,
    ...segmentLines(asked, policies, wording),
    ...alertLines(asked),
    ...volumeLines(asked, things),
    ...said('At fault', 'fault'),
    ...forgivenLines(judged, wording),
    ...said('Left out', 'excluded'),
    ...reliefLines(asked, things, wording),
    ...floorLines(asked, things),
    ...(wording.advice(asked.metric) ? [`- What to do: ${sentence(wording.advice(asked.metric)!)}`] : []),
    ...(room && inDocs
      ? [
          `- Moment by moment: [how ${inSentence(room.title)} is measured](metrics.md#${anchorOf(`${room.title} (${room.key})`)}).`,
        ]
      : []),
    '',
  ];
}

/** A bound in a table of metrics: the number where the head of the table says the rest. */
const boundCell = (bound: Bound, metrics: readonly ProgrammeMetric[]): string =>
  allAtMost(metrics) ? percent(bound.at_most) : goalOf(bound);

const goalOf = (bound: Bound): string => wordingFor('en').standing(null, bound).goal.replace('%', ' %');

const idOf = ({ programme }: Pick<Programme, 'programme'>, { metric }: ProgrammeMetric): string => `${programme}-${metric}`;

/** All bounds at a glance; the links lead down the page. */
function glance({ programme, wording }: Page): string[] {
  const bounded = programme.tiers.slice(0, -1);
  const alerts = programme.metrics.some(({ alert }) => alert);
  const heads = [...bounded.map((tier) => tier.title), ...(alerts ? ['recommended'] : [])];
  return [
    `| at fault${allAtMost(programme.metrics) ? ', at most' : ''} | days | ${heads.join(' | ')} |`,
    `| --- | ---: | ${heads.map(() => '---:').join(' | ')} |`,
    ...programme.metrics.map((asked) => {
      const said = [...bounded.map((tier) => asked.tiers[tier.key]), ...(alerts ? [asked.alert] : [])];
      const bounds = said.map((bound) => (bound ? boundCell(bound, programme.metrics) : ''));
      return `| [${wording.metricTitle(asked.metric)}](#${idOf(programme, asked)}) | ${windowsOf(asked)} | ${bounds.join(' | ')} |`;
    }),
    '',
  ];
}

const MILESTONES = { first_scan: 'the carrier scans it for the first time', confirmed: 'you confirm that you have sent it' };

/** When an order is dispatched; with the regions where they differ. */
function dispatchedLine({ programme, policies, wording }: Page): string {
  const regions = policies.regions.filter(({ code }) => programme.regions.includes(code));
  const ways = [...new Set(regions.map(({ dispatch_milestone }) => dispatch_milestone))].map((way) => {
    const there = regions.filter((region) => region.dispatch_milestone === way).map(({ code }) => code);
    const where = there.length < regions.length ? ` (${list(there.map((code) => wording.regionName(regions, code)))})` : '';
    return `when ${MILESTONES[way]}${where}`;
  });
  return `An order is dispatched ${ways.join(', or ')}.`;
}

/** What an evaluation decides, and what it takes to lose a tier. */
function evaluationLines(evaluation: Evaluation, { programme: { tiers, standard }, inDocs }: Page): string[] {
  const { every, notice, effect, to_a_person: person, circuit_breaker: breaker, approval } = evaluation;
  const when = typeof every === 'string' ? `every ${capital(every)}` : `on day ${every} of every month`;
  const standardTitle = tiers.find(({ key }) => key === standard)!.title;
  return [
    `**Evaluations decide, ${when}** (${evaluation.why}); between them your scorecard shows what one would say.`,
    '',
    `- You begin with what is proposed, at least ${standardTitle}. You rise at once to a better tier all of whose bounds you meet.`,
    `- **A missed bound is a watch, and nothing follows**, unless it is more than luck: the faults of your worst day are left out; what is left must be at least ${many(notice.faults, 'fault')}, on ${days(notice.days)} with the worst one, and so many that a shop exactly at the bound has them in fewer than ${percent(notice.luck_below)} of looks. Then it is a **notice** (${notice.why}).`,
    `- From the notice on, **${days(effect.fresh_days)} count anew** (${effect.why}). Once they are final, with your worst day left out again: within the bound, the notice is over. With at least ${many(effect.faults, 'fault')} and above the bound, you move down one tier. With too few orders to tell we wait, up to ${days(effect.within_days)}; then the notice lapses.`,
    '- Days that settled a notice are never held against you again.',
    `- More than luck against ${person.times_the_bound} times the bound, with at least ${many(person.faults, 'fault')}: a person looks at once (${person.why}).`,
    ...(approval
      ? [
          `- **A person approves ${approval.needed_for === 'losses' ? 'every move down' : 'every move, up or down'}** before it takes effect (${approval.why}); until then you keep your tier.`,
        ]
      : []),
    `- If one evaluation would move more than ${percent(breaker.share)} of all sellers down, nobody is moved before people have looked (${breaker.why}).`,
    '',
    ...(inDocs ? ['What a good shop meets in a year of this: [fairness.md](fairness.md).', ''] : []),
  ];
}

function decidedLines(page: Page): string[] {
  const {
    programme: { tiers, evaluation },
    wording,
  } = page;
  return [
    '### How your tier is decided',
    '',
    `Every night, each metric gives you the best tier whose bound you meet, or ${tiers.at(-1)!.title} if you meet none. ${evaluation ? 'What bounds propose' : 'Your tier'} is the worst of these: one metric can hold you back, and your scorecard names it. A metric of which too little is final, or of which we have no data, holds nobody back.`,
    '',
    ...(evaluation ? evaluationLines(evaluation, page) : []),
    dispatchedLine(page),
    '',
    'Your scorecard lists the orders behind every number, with the moments that prove them and the day on which each leaves the count.',
    '',
    `You are exempted from what you could not help: ${Object.values(wording.words.exemptions).join('; ')}. Such orders are forgiven and left out, unless a metric says that they count as met.`,
    '',
  ];
}

/** What gives points, as rows of a table. */
function pointRows({ violations, missed_metrics }: Points, { wording }: Page): string[] {
  const row = (what: string, points: string, why: string): string => `| ${what} | ${points} | ${why} |`;
  const each = (kind: string, given: Readonly<Record<string, { points: number; why: string } | undefined>>): string[] =>
    Object.entries(given).flatMap(([name, one]) => (one ? [row(`${kind}${name}`, String(one.points), one.why)] : []));
  const missed = Object.entries(missed_metrics).map(([metric, { points, why }]) =>
    row(`${wording.metricTitle(metric)} above the standard`, String(points), why),
  );
  const other = violations?.other === 'landed' ? 'as the notice says' : 'none';
  const rules = violations
    ? [
        ...each('', violations.rules),
        ...each('any other rule, severity ', violations.severities),
        row('any other rule', other, violations.why),
      ]
    : [];
  return [...rules, ...missed];
}

/** What the score is made of, and what it means for a tier. */
function scoreLines({ programme: { score, tiers, metrics, programme }, wording }: Page): string[] {
  if (!score) return [];
  const weighted = score.decides === 'weighted';
  const total = score.dimensions.reduce((sum, one) => sum + weightOf(one), 0);
  const rows = score.dimensions.flatMap((one) => {
    const inside = Object.values(one.metrics).reduce((sum, { weight }) => sum + weight, 0);
    return Object.entries(one.metrics).map(([metric, { weight, curve, why }]) => {
      const share = (weight / inside) * (weighted ? weightOf(one) / total : 1);
      const corners = curve.map(([rate, points]) => `${points} at ${percent(rate)}`).join(', ');
      const asked = metrics.find((m) => m.metric === metric)!;
      return `| ${one.title} | [${wording.metricTitle(metric)}](#${idOf({ programme }, asked)}) | ${wording.format.share(share).replace('%', ' %')} | ${corners} | ${why} |`;
    });
  });
  const caps = tiers.flatMap(({ key, title }, nth) => {
    const asked = score.tiers[key];
    return asked
      ? [`- Below ${asked.at_least}, your tier is at most ${tiers[nth + 1]!.title}, and not ${title}: ${asked.why}.`]
      : [];
  });
  return [
    `### ${score.title}`,
    '',
    sentence(score.why),
    '',
    `| part | metric | weight${weighted ? '' : ' in its part'} | points, by what is at fault | why |`,
    '| --- | --- | ---: | --- | --- |',
    ...rows,
    '',
    `- It goes from 0 to ${score.out_of}. ${weighted ? 'What each metric brings adds up to it.' : 'The lowest part is the score.'} Between two points of a curve, points fall evenly with the rate; before the first and after the last they stay the same.`,
    ...score.dimensions.map((one) => `- ${one.title}: ${one.why}.`),
    '- A metric that cannot be assessed leaves its weight to the others of its part, and a part without any to the other parts.',
    `- With fewer than ${score.needs.metrics} of these metrics assessed there is no score, which is not a low one (${score.needs.why}).`,
    '- Points follow the rate alone: faults so few that they meet every bound of a tier still cost points.',
    ...(caps.length > 0 ? caps : ['- It moves no tier.']),
    '',
    ...benchmarkLines(score, wording),
  ];
}

/** Which parts are read beside a category, and what that does, by an example. */
function benchmarkLines(score: Score, wording: Page['wording']): string[] {
  const found = score.dimensions.flatMap(({ metrics }) =>
    Object.entries(metrics).flatMap(([metric, { benchmark, curve }]) => (benchmark ? [{ metric, benchmark, curve }] : [])),
  );
  const [first] = found;
  if (!first) return [];
  const { benchmark, curve } = first;
  const title = wording.metricTitle(first.metric);
  const corner = curve.find(([rate]) => rate > 0)!;
  // Twice as much as the curve was made for, or as far as it moves.
  const of = Math.min(2 * benchmark.relative_to, benchmark.not_above);
  const moved = Math.round(((corner[0] * of) / benchmark.relative_to) * 1e6) / 1e6;
  return [
    'These are read beside your category, which is the one of most of your orders when the quarter began:',
    '',
    ...found.map(
      (one) => `- ${wording.metricTitle(one.metric)} ${benchmarkInShort(one.benchmark, wording)} (${one.benchmark.why}).`,
    ),
    '',
    `An example: ${title} gives ${corner[1]} points at ${percent(corner[0])}. Where ${wording.format.bound(benchmark.percentile / 100)} of your category's shops have ${percent(of)} or less, which is ${Number((of / benchmark.relative_to).toFixed(2))} times ${percent(benchmark.relative_to)}, you get them at ${percent(moved)}. What the shops have is measured on the first night of a quarter and holds until its end: nothing that you or others do meanwhile moves it. With too few shops in a category the curve stays as it is written. Your scorecard says which it was.`,
    '',
  ];
}

/** The points ledger: what gives points, how long they count, and what so many mean. */
function pointsLines(page: Page): string[] {
  const { points, tiers } = page.programme;
  if (!points) return [];
  const { rating, milestones, expire_after_days: expire } = points;
  const looked = missesLookedAt(page.programme);
  const when = typeof looked?.every === 'string' ? `every ${capital(looked.every)}` : `on day ${looked?.every} of every month`;
  return [
    '### Points',
    '',
    sentence(points.why),
    '',
    '| for | points | why |',
    '| --- | ---: | --- |',
    ...pointRows(points, page),
    '',
    `- They count on ${days(expire.value)}: the day on which they are given and ${expire.value - 1} more, unless the notice names an earlier end (${expire.why}).`,
    ...(looked ? [`- Metrics are looked at ${when}, and give points on that day alone.`] : []),
    '- What is withdrawn gives no points, from the next night on.',
    ...(rating
      ? [
          `- Your rating starts at ${rating.starts_at}, and points are taken from it (${rating.why})${rating.earned ? `; each ${rating.earned.per_orders} orders of the last ${days(page.programme.assessable.window_days)} add ${rating.earned.points}, up to a rating of ${rating.at_most} (${rating.earned.why})` : ''}.`,
        ]
      : []),
    '',
    `| ${rating ? 'rating, at most' : 'points, at least'} | | what it means | why |`,
    '| ---: | --- | --- | --- |',
    ...milestones.map(({ at, title, means, effect, caps_at, why }) => {
      const cap = tiers.find(({ key }) => key === caps_at);
      const said = [means, effect?.in_words ?? '', cap ? `your tier is at most ${cap.title}` : '']
        .filter((words) => words !== '')
        .map(sentence);
      const changes = effect ? effectLines(effect).map((line) => `${line.slice(2)}.`) : [];
      return `| ${at} | **${title}** | ${[...said, ...changes].join(' ')} | ${why} |`;
    }),
    '',
  ];
}

function contestLines({ programme: { contest } }: Page): string[] {
  if (!contest) return [];
  const where = [contest.address ? `write to ${contest.address}` : '', contest.url ? `go to ${contest.url}` : ''];
  return [
    '### How to contest it',
    '',
    `You have ${days(contest.within_days)} from the day on which you were told (${contest.why}): ${where.filter((way) => way !== '').join(', or ')}.`,
    '',
  ];
}

/** How many orders a day a new seller may take, and by what that ends. */
function probationLines({ programme: { probation }, wording }: Page): string[] {
  if (!probation) return [];
  const { of_sellers_since: since, orders_a_day: cap, exits, why } = probation;
  const exit = ({ name, orders, days: on, metrics = [], why: reason }: (typeof exits)[number]): string => {
    const asks = [
      orders
        ? `at least **${many(orders.at_least, 'order')}**${orders.window_days ? ` in ${days(orders.window_days)}` : ''}, without cancelled ones`
        : '',
      on ? `**${days(on.at_least)}** since you joined` : '',
      ...metrics.map((metric) => `the standard of ${wording.metricTitle(metric)} met`),
    ].filter((words) => words !== '');
    return `- **${name}**: ${list(asks)} (${reason}).`;
  };
  return [
    `### ${wording.words.probation.heading}`,
    '',
    `Whoever joined on ${day(since)} or later begins in probation (${why}): at most **${many(cap.at_most, 'order')}** a day (${cap.why}). It ends for good with the first night on which one of these is there:`,
    '',
    ...exits.map(exit),
    '',
    'We count and tell; whoever lets orders in holds them to the number. Your status with the marketplace is another thing, and changes nothing here.',
    '',
  ];
}

function programmeLines(page: Page): string[] {
  const { programme, policies, wording } = page;
  const { assessable, regions, notice_given_on: told, until, in_force_from } = programme;
  const names = list(regions.map((code) => wording.regionName(policies.regions, code)));
  return [
    `## ${programme.title}`,
    '',
    `Version ${programme.version} of \`${programme.programme}\`, in force from ${day(in_force_from)}${until ? ` to ${day(until)}` : ''}${told ? `; sellers were told on ${day(told)}` : ''}. It looks at orders to ${names}.`,
    '',
    '### Who is judged',
    '',
    assessable.orders > 0
      ? `Sellers with at least ${many(assessable.orders, 'order')} in the last ${days(assessable.window_days)}: ${assessable.why}. Of others: ${inSentence(wording.tierMeans(programme, 'not_assessable'))}`
      : `Every seller: ${assessable.why}.`,
    '',
    '### The tiers, best first',
    '',
    ...programme.tiers.flatMap((tier) => tierLines(tier, programme)),
    '### What is asked',
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
