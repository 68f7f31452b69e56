import { judgedMetricOf, type Policies, type Programme } from '../policies/policy.js';
import { policiesIn } from '../policies/texts-said.js';
import { atBound } from '../wording/at-bound.js';
import { daysCounted } from '../wording/days-counted.js';
import type { DecisionRow } from '../wording/decision.js';
import { type EarlyWarningRow, earlyWarningInWords } from '../wording/early-warning.js';
import type { EvaluationRow } from '../wording/evaluation.js';
import { decisionsForSeller } from '../wording/for-seller.js';
import { gatesAhead, keepNotes, type TierGateRow } from '../wording/gates.js';
import { type NextTierRow, nextTierNotes } from '../wording/next-tier.js';
import { pausedNotes } from '../wording/paused.js';
import { type PointsStandingRow, pointsNotes } from '../wording/points.js';
import { type ProbationExitRow, type ProbationRow, probationNow } from '../wording/probation.js';
import { benchmarkNotes, type ScorePartRow, type ScoreRow, scoreAdvice, scoreNotes } from '../wording/score.js';
import {
  heldBecause,
  heldProjected,
  heldUnder,
  type MetricStandingRow,
  type StandingRow,
  standingNotes,
  tierShown,
} from '../wording/standing.js';
import { termsInWords } from '../wording/terms.js';
import { type ThingToDoRow, thingsInWords } from '../wording/things-to-do.js';
import { standardOf, tierLook, type Wording, wordingFor } from '../wording/wording.js';
import { speechFor, type Words } from '../wording/words.js';
import type { DetailRow } from './faults-file.js';
import { asDecided, undecided, withUndecided } from './provisional.js';
import { type MailOrderRow, type ScorecardRow, type SellerMetricRow, TIER_TONES, type TierChangeRow, type Tone } from './rows.js';
import { type MovedSince, movedView } from './scorecard-moved.js';
import { notCounted } from './scorecard-reasons.js';
import { type SellerWeekRow, type WeeksView, weeksOf } from './scorecard-weeks.js';

/** What a scorecard mail is made of: one seller's rows of one run. */
export interface ScorecardMail {
  run_id: string;
  run_date: string;
  campaign: 'scorecard' | 'scorecard-change';
  /** Which mail it is, as its seller asked for; the weekly one where nothing is said. */
  sent_because?: keyof Words['scorecard']['why'];
  /** Where the seller says how often mails should come; absent where there is no such page. */
  preferences?: string;
  policies: Policies;
  seller: { seller_id: string; name: string | null; locale: string | null };
  scorecards: ScorecardRow[];
  metrics: SellerMetricRow[];
  /** The orders at fault that it lists, each as often as there are metrics to name. */
  orders: MailOrderRow[];
  changes: TierChangeRow[];
  /** What evaluations say; empty where a programme has none. */
  standings: StandingRow[];
  /** Whether they are decided; absent of a run of a version that knew no provisional ones. */
  evaluations?: EvaluationRow[];
  evaluated: MetricStandingRow[];
  /** Points; empty where a programme has none. */
  points: PointsStandingRow[];
  /** Scores and their parts; empty where a programme has none. */
  scores: ScoreRow[];
  score_parts: ScorePartRow[];
  /** What tiers ask for beside their bounds; empty where none does. */
  gates?: TierGateRow[];
  /** Changes of tier that persons decide, and metrics with an early warning; empty where nothing is evaluated. */
  decisions?: DecisionRow[];
  warnings?: EarlyWarningRow[];
  /** The way to the next tier, a row per metric that misses its bound; empty for whom bounds alone do not hold back. */
  next_tiers?: NextTierRow[];
  /** What the seller's faults have in common, where that is more than chance. */
  things_to_do?: ThingToDoRow[];
  /** What is behind the numbers; the file that the mail brings has of it what is at fault. */
  details?: DetailRow[];
  /** The last whole weeks of each metric with something at fault. */
  weeks?: SellerWeekRow[];
  /** What changed since the last mail; absent where there was none, or its run is gone. */
  moved?: MovedSince;
  /** Probations of new sellers, and what ends them; empty where a programme has none. */
  probations?: ProbationRow[];
  probation_exits?: ProbationExitRow[];
}

export interface MetricView {
  title: string;
  verdict: { word: string; tone: Tone };
  /** The accountable rate, and the bound as a sentence; only when measured and counted. */
  rate?: { now: string; allowed: string };
  /** `3 of 75 orders dispatched late`, `3 allowed`, `none left`: one fact each. */
  pieces: string[];
  /** Share of the allowance that is used, 0..1, for the bar. */
  used?: number;
  /** Its last whole weeks; absent where there are too few. */
  weeks?: WeeksView;
  /** Which days count where not the usual ones, what is recommended, and what evaluations say of it: a sentence each. */
  notes: string[];
}

export interface OrderView {
  id: string;
  day: string;
  happened: { metric: string; what: string }[];
  counts_until: string;
}

export interface ProgrammeView {
  title: string;
  /** Whose tier as of which day. */
  verdict_of: string;
  tier: { title: string; means: string; effect?: string; because: string; tone: Tone };
  ladder: { title: string; here: boolean }[];
  changed?: string;
  /** What puts the tier at stake: a change that waits for a person, notices that stand. */
  at_stake: string[];
  /** What waits for a person, and what persons decided, a sentence each. */
  decisions: string[];
  /** What stands of points, a sentence each; none where the programme has no points. */
  points: string[];
  /** The score, a sentence each; none where the programme has none. */
  score: string[];
  /** What changed since the last mail, under a heading with its day; absent where nothing did. */
  moved?: { heading: string; lines: string[] };
  metrics: MetricView[];
  /** How the bars of weeks are read; absent where there are none. */
  weeks_how?: string;
  /** What is said of metrics that have no place of their own, a sentence each. */
  under_metrics: string[];
  orders: OrderView[];
  more_orders?: string;
  /** Where all of them are, an address. */
  all_orders?: string;
  /** The one thing that is worth most to do. */
  first: string;
  /** What else comes and can be done, a sentence each. */
  next: string[];
  /** How the tier is contested; absent where the programme does not say. */
  contest?: string;
}

export interface ScorecardView {
  words: Words;
  locale: string;
  subject: string;
  preheader: string;
  run_day: string;
  greeting: string;
  programmes: ProgrammeView[];
  /** Who decides a tier. */
  decided: string;
  footer: string[];
  unsubscribe: { word: string; href: string };
}

const SHOWN_METRICS = 7;
const ADVICE = 3;
/** Missed first, then met, then what could not be judged; within each the order of the policy. */
const URGENCY = { missed: 0, met: 1, not_assessable: 2, not_measured: 3 };
const TONES = { met: 'good', missed: 'bad', not_assessable: 'quiet', not_measured: 'quiet' } as const;

/** The address that mails are answered to, out of a From header. */
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from.trim();

export const unsubscribeLink = (from: string, subject: string): string =>
  `mailto:${addressOf(from)}?subject=${encodeURIComponent(subject)}`;

/** Which orders count, where not all of them, which days, where not the usual ones, what keeps a tier where that is less than to get it, and what is recommended. */
function ownNotes(row: SellerMetricRow, programme: Programme, wording: Wording): string[] {
  const asked = programme.metrics.find((one) => one.metric === row.metric);
  const only = wording.onlyOrders(asked);
  const days = wording.windowBecause(row, asked);
  const recommended = wording.recommended(row);
  const kept = keepNotes(asked, programme, wording);
  return [
    ...(only ? [`${only}.`] : []),
    ...(days ? [`${wording.words.grammar.capital(days)}.`] : []),
    ...kept,
    ...(recommended ? [recommended] : []),
  ];
}

function metricView(
  row: SellerMetricRow,
  judged: boolean,
  programme: Programme,
  wording: Wording,
  mail: Pick<ScorecardMail, 'run_date' | 'policies' | 'details' | 'weeks'>,
): MetricView {
  const { words, format } = wording;
  const say = words.scorecard;
  const view: MetricView = {
    title: wording.metricTitle(row.metric),
    verdict: { word: words.verdicts[row.verdict], tone: atBound(row) ? 'warn' : TONES[row.verdict] },
    pieces: [],
    notes: ownNotes(row, programme, wording),
  };
  const days = daysCounted(row.window_days, judgedMetricOf(mail.policies, row), mail.run_date);
  const asides = [
    ...(row.counted ? [say.days(format.shortDay(days.first), format.shortDay(days.last))] : []),
    ...notCounted(row, mail, wording),
    ...(row.pending ? [say.pending(format.count(row.pending))] : []),
  ];
  const because = wording.verdictBecause(row);
  const noun = wording.counted(row.metric);
  const pieces =
    row.counted === null ? [] : [say.pieces(format.count(row.fault), format.count(row.counted), noun.many, noun.fault)];
  if (row.verdict === 'not_measured' || row.verdict === 'not_assessable') {
    const counted = (row.counted ?? 0) > 0;
    // Of a seller who is not judged, the reason is the same for every metric and stands above.
    return { ...view, pieces: [...(counted && !judged ? [] : [because]), ...(counted ? pieces : []), ...asides] };
  }
  if (row.accountable_rate === null || row.allowed === null || row.fault === null)
    return { ...view, pieces: [because, ...asides] };
  const standing = wording.standing(row.accountable_rate, standardOf(row));
  const left = row.allowed - row.fault;
  // More than allowed, and met all the same: the reason says both.
  const spared = row.verdict === 'met' && left < 0;
  const weeks = weeksOf(row, mail.weeks ?? [], wording);
  return {
    ...view,
    ...(weeks ? { weeks } : {}),
    rate: { now: standing.rate, allowed: standing.beside },
    pieces: spared
      ? [because, ...asides]
      : [
          ...pieces,
          row.allowed === 0 ? say.allowedNone : say.allowed(format.count(row.allowed)),
          ...(left < 0 ? [say.over(-left, format.count(-left))] : row.allowed > 0 ? [say.left(left, format.count(left))] : []),
          ...asides,
        ],
    used: Math.min(1, usedOf(row)),
  };
}

/** What counts under two entries of one metric happened once: told once, under both titles. */
function together(happened: OrderView['happened']): OrderView['happened'] {
  const told = Map.groupBy(happened, ({ what }) => what);
  return [...told].map(([what, some]) => ({ what, metric: some.map(({ metric }) => metric).join('; ') }));
}

/** The orders that mail_orders chose, in their places; what happened to each in the order of the policy's metrics. */
function orderViews(
  mail: ScorecardMail,
  programme: Programme,
  wording: Wording,
): Pick<ProgrammeView, 'orders' | 'more_orders' | 'all_orders'> {
  const { words, format } = wording;
  const byPlace = new Map<number, MailOrderRow[]>();
  for (const row of mail.orders)
    if (row.programme === programme.programme) byPlace.set(row.place, [...(byPlace.get(row.place) ?? []), row]);
  const rank = (row: MailOrderRow): number => programme.metrics.findIndex((one) => one.metric === row.metric);
  const happened = (row: MailOrderRow) => ({
    metric: wording.metricTitle(row.metric),
    what: wording.happened(
      row,
      mail.policies.regions.find((region) => region.code === row.region),
    ),
  });
  const orders = [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([, rows]) => {
      const [one] = rows as [MailOrderRow, ...MailOrderRow[]];
      return {
        id: wording.subject(one.metric, one.subject_id),
        day: format.shortDay(one.newest_day),
        happened: together(rows.sort((a, b) => rank(a) - rank(b)).map(happened)),
        counts_until: words.scorecard.countsUntil(format.shortDay(one.counts_until)),
      };
    });
  const all = [...byPlace.values()][0]?.[0]?.orders_at_fault ?? 0;
  const more = all - orders.length;
  const say = words.scorecard;
  const page = mail.policies.mails.seller_page?.replaceAll('{seller_id}', encodeURIComponent(mail.seller.seller_id));
  const said = [
    ...(more > 0 ? [say.moreOrders(more, format.count(more))] : []),
    ...(all > 0 && mail.details?.length ? [say.allAttached] : []),
  ].join(' ');
  return { orders, ...(said ? { more_orders: said } : {}), ...(all > 0 && page ? { all_orders: page } : {}) };
}

function nextSteps(
  card: ScorecardRow,
  rows: SellerMetricRow[],
  programme: Programme,
  wording: Wording,
  standing: StandingRow | undefined,
  score: ScoreRow | undefined,
): string[] {
  const { format } = wording;
  const say = wording.words.scorecard;
  if (card.tier_because === 'nothing_final') return [say.judgedOnceFinal];
  if (card.tier_because === 'few_orders')
    return [say.judgedFrom(format.count(card.orders_needed), programme.assessable.window_days, format.count(card.orders))];
  const steps: string[] = [];
  // Two entries of one metric have one advice.
  const adviceOf = (metric: string): string => wording.advice(metric) ?? metric;
  const advised = new Set<string>();
  const held = rows.find((row) => row.metric === card.held_back_by);
  const bound = programme.metrics.find((one) => one.metric === card.held_back_by)?.tiers[card.next_tier ?? ''];
  // What bounds alone propose is not what is held: the way from there to the next tier is not this seller's.
  const ahead = standing === undefined || standing.official_tier === card.tier;
  const next = ahead && card.next_tier ? wording.tierTitle(programme, card.next_tier) : undefined;
  if (next && held && bound !== undefined && held.accountable_rate !== null) {
    const { goal, rate } = wording.standing(held.accountable_rate, bound);
    const reach = say.toReach(next, wording.words.grammar.inSentence(wording.metricTitle(held.metric)), goal, rate);
    steps.push(`${reach} ${wording.advice(held.metric) ?? ''}`.trim());
    advised.add(adviceOf(held.metric));
  }
  for (const row of rows) {
    const advice = wording.advised(row.metric);
    if (row.verdict !== 'missed' || advised.has(adviceOf(row.metric)) || !advice || advised.size >= ADVICE) continue;
    steps.push(advice);
    advised.add(adviceOf(row.metric));
  }
  if (card.tier_because === 'points') steps.push(wording.words.points.fade);
  const raise = card.tier_because === 'score' && score ? scoreAdvice(score, wording) : undefined;
  if (raise) steps.push(raise);
  if (!standing && card.tier_projected !== card.tier)
    steps.push(say.projected(wording.tierTitle(programme, card.tier_projected)));
  return steps.length ? steps : [say.keepGoing];
}

/** Share of the allowance that is used: as a bar shows it, and by which metrics stand in order. */
const usedOf = ({ allowed, fault }: SellerMetricRow): number =>
  fault === null || fault === 0 || allowed === null ? 0 : allowed === 0 ? Number.POSITIVE_INFINITY : fault / allowed;

const rowsOf = (mail: ScorecardMail, programme: Programme): SellerMetricRow[] => {
  const rank = (row: SellerMetricRow): number => programme.metrics.findIndex((one) => one.metric === row.metric);
  const evaluated = mail.evaluated.filter((row) => row.programme === programme.programme);
  const holds = mail.scorecards.find((card) => card.programme === programme.programme)?.held_back_by;
  const noticed = ({ metric }: SellerMetricRow): boolean => evaluated.some((one) => one.metric === metric && one.notice_on);
  // A notice, then what holds the tier back, then the others.
  const weight = (row: SellerMetricRow): number => (noticed(row) ? 0 : row.metric === holds ? 1 : 2);
  // Two that are used without end are equal.
  const used = (a: SellerMetricRow, b: SellerMetricRow): number => (usedOf(a) === usedOf(b) ? 0 : usedOf(b) - usedOf(a));
  return mail.metrics
    .filter((row) => row.programme === programme.programme)
    .sort((a, b) => URGENCY[a.verdict] - URGENCY[b.verdict] || weight(a) - weight(b) || used(a, b) || rank(a) - rank(b));
};

/** Met without one fault, and under no notice: named in one line with the others that are. */
const isSpotless = (row: SellerMetricRow, mail: ScorecardMail): boolean =>
  row.verdict === 'met' &&
  row.fault === 0 &&
  !mail.evaluated.some((one) => one.programme === row.programme && one.metric === row.metric && one.notice_on);

/** The verdict as one clause for the subject, such as `late dispatch 5.3% (4.0% allowed)`. */
function headline(card: ScorecardRow, rows: SellerMetricRow[], programme: Programme, wording: Wording): string {
  const { words } = wording;
  const say = words.scorecard;
  const missed = rows.filter((row) => row.verdict === 'missed' && row.accountable_rate !== null);
  const first = missed.find((row) => row.metric === card.held_back_by) ?? missed[0];
  if (first) {
    const { rate, behind } = wording.standing(first.accountable_rate, standardOf(first));
    return (
      say.rateOverBound(wording.words.grammar.inSentence(wording.metricTitle(first.metric)), rate, behind) +
      (missed.length > 1 ? say.moreMissed(missed.length - 1) : '')
    );
  }
  const because: readonly string[] = ['points', 'score', 'gate'];
  if (card.tier === 'not_assessable' || because.includes(card.tier_because)) return wording.tierBecause(card, programme);
  const met = rows.filter((row) => row.verdict === 'met').length;
  return met ? say.allMet(met) : say.nothingMeasured;
}

/** The standing that a seller holds under a programme; undefined where nothing was evaluated yet. */
const standingOf = (mail: ScorecardMail, programme: Programme): StandingRow | undefined =>
  heldUnder(mail.standings, programme.programme);

/** The tier that the mail shows: the one held, else the one proposed. */
const tierIn = (mail: ScorecardMail, card: ScorecardRow, programme: Programme): string =>
  tierShown(card.tier, standingOf(mail, programme));

const STANDING_TONES = { watch: 'warn', notice: 'bad', confirmed: 'bad' } as const;

/** A metric with what evaluations say of it: luck takes the blame out of what is missed, a notice says what follows. */
function withStanding(
  view: MetricView,
  row: SellerMetricRow,
  mail: ScorecardMail,
  programme: Programme,
  wording: Wording,
): MetricView {
  const held = standingOf(mail, programme);
  const asked = programme.metrics.find(({ metric }) => metric === row.metric);
  const paused = pausedNotes(asked, mail.run_date, wording);
  const shown = { ...view, notes: [...paused, ...view.notes] };
  const tonight = mail.evaluated.find((one) => one.programme === row.programme && one.metric === row.metric);
  if (!held || !tonight) return shown;
  const found = asDecided(tonight, mail, programme);
  const { verdict } = found;
  const said = standingNotes(found, { programme, next: held.next_evaluation_on, run_date: mail.run_date }, wording);
  const warnings = undecided(mail, programme) ? [] : (mail.warnings ?? []);
  const warned = warnings.filter((one) => one.programme === row.programme && one.metric === row.metric);
  const notes = [...shown.notes, ...said, ...warned.map((one) => earlyWarningInWords(one, wording))];
  if (verdict !== 'watch' && verdict !== 'notice' && verdict !== 'confirmed') return { ...view, notes };
  return { ...view, notes, verdict: { word: wording.words.standingVerdicts[verdict], tone: STANDING_TONES[verdict] } };
}

/** What stands of the programme's points. */
const pointsOf = (mail: ScorecardMail, programme: Programme, wording: Wording): string[] =>
  mail.points.filter((row) => row.programme === programme.programme).flatMap((row) => pointsNotes(row, programme, wording));

const scoreRowOf = (mail: ScorecardMail, { programme }: Programme): ScoreRow | undefined =>
  mail.scores.find((row) => row.programme === programme);

/** The score and what costs most of it. */
function scoreOf(mail: ScorecardMail, programme: Programme, wording: Wording): string[] {
  const row = scoreRowOf(mail, programme);
  const parts = mail.score_parts.filter((one) => one.programme === programme.programme);
  return row ? [...scoreNotes(row, parts, programme, wording), ...benchmarkNotes(parts, programme, wording)] : [];
}

/** The metrics in their order, and below them what has no place of its own: what is spotless, and whatever is beyond the seventh. */
function metricViews(
  rows: readonly SellerMetricRow[],
  card: ScorecardRow,
  mail: ScorecardMail,
  programme: Programme,
  wording: Wording,
): Pick<ProgrammeView, 'metrics' | 'weeks_how' | 'under_metrics'> {
  const { words, format, metricTitle } = wording;
  const say = words.scorecard;
  const judged = card.tier !== 'not_assessable';
  const [spotless = [], told = []] = [true, false].map((is) => rows.filter((row) => isSpotless(row, mail) === is));
  const hidden = told.slice(SHOWN_METRICS);
  const names = format.list(spotless.map(({ metric }) => words.grammar.inSentence(metricTitle(metric))));
  const metrics = told
    .slice(0, SHOWN_METRICS)
    .map((row) => withStanding(metricView(row, judged, programme, wording, mail), row, mail, programme, wording));
  return {
    metrics,
    ...(metrics.some(({ weeks }) => weeks) ? { weeks_how: say.weeksHow } : {}),
    under_metrics: [
      ...(spotless.length ? [told.length ? say.spotlessBeside(spotless.length, names) : say.spotless(names)] : []),
      ...(hidden.length
        ? [hidden.some((row) => row.verdict === 'missed') ? say.notShownMissed(hidden.length) : say.notShown(hidden.length)]
        : []),
      ...(rows.some((row) => row.pending) ? [say.morePending] : []),
    ],
  };
}

/** A change for the worse that waits for a person, else the notices that stand. */
function atStake(mail: ScorecardMail, programme: Programme, wording: Wording): string[] {
  const { words, format, tierTitle, metricTitle } = wording;
  const waiting = (mail.decisions ?? []).filter((row) => row.programme === programme.programme && isLoss(row, programme));
  if (waiting.length > 0)
    return waiting.map((row) =>
      words.decision.seller.proposed(tierTitle(programme, row.tier_after), format.day(row.evaluated_on)),
    );
  return mail.evaluated.flatMap((row) =>
    row.programme === programme.programme && row.notice_on !== null
      ? [
          words.standing.atStake(
            ...([
              format.day(row.notice_on),
              words.grammar.inSentence(metricTitle(row.metric)),
              tierTitle(programme, row.notice_tier ?? ''),
            ] as const),
          ),
        ]
      : [],
  );
}

const isLoss = (row: DecisionRow, { tiers }: Programme): boolean => {
  const rank = (tier: string): number => tiers.findIndex(({ key }) => key === tier);
  return row.status === 'proposed' && rank(row.tier_after) > rank(row.tier_before);
};

/** Where to say that a loss is wrong, before a person approves it. */
function objection(mail: ScorecardMail, programme: Programme, { words, format }: Wording): string[] {
  return (mail.decisions ?? []).flatMap((row) => {
    const where = [row.contest_address, row.contest_url].filter((one) => one !== null);
    return row.programme === programme.programme && isLoss(row, programme) && where.length > 0
      ? [words.decision.seller.sayNow(format.list(where))]
      : [];
  });
}

function programmeView(mail: ScorecardMail, card: ScorecardRow, programme: Programme, wording: Wording): ProgrammeView {
  const { words, format } = wording;
  const say = words.scorecard;
  const rows = rowsOf(mail, programme);
  const change = mail.changes.find((one) => one.programme === card.programme && one.direction !== 'new');
  const held = standingOf(mail, programme);
  const shown = tierIn(mail, card, programme);
  const judged = programme.tiers.some((tier) => tier.key === shown);
  const projected = held && !undecided(mail, programme) ? heldProjected(held, programme, wording) : undefined;
  const things = [...objection(mail, programme, wording), ...thingsInWords(mail.things_to_do ?? [], rows, programme, wording)];
  const steps = nextSteps(card, rows, programme, wording, held, scoreRowOf(mail, programme));
  const [first, others, later] = things.length ? [things[0]!, things.slice(1), steps] : [steps[0]!, [], steps.slice(1)];
  const stake = atStake(mail, programme, wording);
  const because = words.grammar.capital(held ? heldBecause(held, wording) : wording.tierBecause(card, programme));
  const moved = movedView(mail.moved, programme, { tier: shown, because, before: change?.previous_tier }, wording);
  const { effect, contest } = termsInWords(programme, { proposed: card.tier, standing: held, run_date: mail.run_date }, wording);
  return {
    title: programme.title,
    verdict_of: say.verdictOf(format.day(mail.run_date), programme.title),
    tier: {
      title: wording.tierTitle(programme, shown),
      means: wording.tierMeans(programme, shown),
      ...(effect ? { effect } : {}),
      because: withUndecided(because, mail, programme, wording),
      tone: stake.length ? 'warn' : TIER_TONES[tierLook(programme, shown)],
    },
    ladder: judged ? programme.tiers.map((tier) => ({ title: tier.title, here: tier.key === shown })) : [],
    ...(change?.previous_tier
      ? { changed: say.changed(wording.tierTitle(programme, change.previous_tier), wording.tierTitle(programme, change.tier)) }
      : {}),
    at_stake: stake,
    decisions: decisionsForSeller(mail.decisions ?? [], programme, mail.run_date, wording),
    points: pointsOf(mail, programme, wording),
    score: scoreOf(mail, programme, wording),
    ...(moved ? { moved } : {}),
    ...metricViews(rows, card, mail, programme, wording),
    ...orderViews(mail, programme, wording),
    first,
    next: [
      ...others,
      ...(projected ? [projected] : []),
      ...probationNow(
        mail.probations ?? [],
        mail.probation_exits ?? [],
        { seller_id: mail.seller.seller_id, programme: programme.programme, run_date: mail.run_date },
        wording,
      ),
      ...gatesAhead(mail.gates ?? [], programme, shown, wording),
      ...nextTierNotes(mail.next_tiers ?? [], programme, wording),
      ...later,
    ],
    ...(contest ? { contest } : {}),
  };
}

/** The mail with the policies as its seller reads them. */
export const inOwnLanguage = (mail: ScorecardMail): ScorecardMail => ({
  ...mail,
  policies: policiesIn(mail.policies, speechFor(mail.seller.locale).language),
});

/** Everything a scorecard mail says, as text. HTML and plain text are two drawings of this. */
export function scorecardView(given: ScorecardMail): ScorecardView {
  const mail = inOwnLanguage(given);
  const wording = wordingFor(mail.seller.locale, mail.policies);
  const { words, format } = wording;
  const say = words.scorecard;
  const judged = mail.policies.programmes.flatMap((programme) => {
    const card = mail.scorecards.find((one) => one.programme === programme.programme);
    return card ? [{ programme, card, rows: rowsOf(mail, programme) }] : [];
  });
  if (judged.length === 0)
    throw new Error(`seller ${mail.seller.seller_id} has no scorecard under a programme of run ${mail.run_id}`);

  const changed = judged.find(({ card }) =>
    mail.changes.some((one) => one.programme === card.programme && one.direction !== 'new'),
  );
  const worst = judged.find(({ rows }) => rows.some((row) => row.verdict === 'missed')) ?? judged[0]!;
  const leading = mail.campaign === 'scorecard-change' && changed ? changed : worst;
  const tier = wording.tierTitle(leading.programme, tierIn(mail, leading.card, leading.programme));
  const before = mail.changes.find((one) => one.programme === leading.card.programme)?.previous_tier;
  const head = undecided(mail, leading.programme)
    ? words.evaluation.seller.headline
    : headline(leading.card, leading.rows, leading.programme, wording);
  // What the subject speaks of comes first.
  const inOrder = [leading, ...judged.filter((one) => one !== leading)];
  const programmes = inOrder.map(({ programme, card }) => programmeView(mail, card, programme, wording));
  const day = format.day(mail.run_date);
  const shop = mail.seller.name ?? undefined;
  const lead = programmes[0]!;
  return {
    words,
    locale: wording.locale,
    subject:
      mail.campaign === 'scorecard-change' && before
        ? say.subjectChanged(wording.tierTitle(leading.programme, before), tier, head)
        : say.subject(tier, head),
    preheader: [
      ...lead.metrics.slice(0, 1).map(({ title, pieces }) => `${words.grammar.labelled(title, pieces.join(', '))}.`),
      lead.first,
    ].join(' '),
    run_day: day,
    greeting: say.greeting(shop),
    programmes,
    decided: judged.some(({ programme }) => standingOf(mail, programme)) ? say.decided : say.proposal,
    footer: [
      say.why[mail.sent_because ?? mail.campaign],
      say.zones,
      [
        say.run(day, mail.run_id),
        ...judged.map(({ card, programme }) => say.programmeVersion(programme.title, card.policy_version)),
      ].join(' · '),
    ],
    unsubscribe: {
      word: mail.preferences ? say.preferences : say.unsubscribe,
      href: mail.preferences ?? unsubscribeLink(mail.policies.mails.from, say.unsubscribeSubject(mail.seller.seller_id)),
    },
  };
}
