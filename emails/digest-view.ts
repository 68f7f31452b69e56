import { addDays } from '../contracts/days.js';
import type { Policies } from '../policies/policy.js';
import { isoWeek, weekNumber } from '../wording/calendar.js';
import { type Line, type ToDecide, toDecide } from '../wording/for-persons.js';
import { NONE, sameRate } from '../wording/format.js';
import { mixShown } from '../wording/standing.js';
import { ALL, capital, inSentence, tierLook, type Wording, wordingFor } from '../wording/wording.js';
import type { Words } from '../wording/words.js';
import {
  type ReasonCountRow,
  type RegionKpiRow,
  type RegionMetricRow,
  type RunQualityRow,
  TIER_TONES,
  type TierMixRow,
  type Tone,
} from './rows.js';

/** What a digest is made of: the whole run's regional rows; the view takes those of its region. */
export interface DigestMail {
  run_id: string;
  run_date: string;
  /** The last day of the week that it is of, a Sunday. */
  period: string;
  /** A region code, or ALL. */
  region: string;
  policies: Policies;
  not_measured: string[];
  kpis: RegionKpiRow[];
  metrics: RegionMetricRow[];
  tiers: TierMixRow[];
  reasons: ReasonCountRow[];
  quality: RunQualityRow[];
  /** What waits for persons; absent where the run knew of nothing that could. */
  to_decide?: ToDecide;
}

/** A number beside its change; `tone` says whether the change is welcome, and so does `word`. */
export interface Changed {
  now: string;
  change: string;
  tone: Tone;
}

export interface DigestView {
  words: Words;
  subject: string;
  preheader: string;
  run_day: string;
  region: string;
  intro: string;
  tiles: (Changed & { title: string })[];
  periods: { days: string[]; rows: { title: string; cells: Changed[] }[] };
  metrics: { title: string; counted: string; accountable: string; raw: string; change: Changed }[];
  concentration?: string;
  not_measured: string[];
  programmes: {
    title: string;
    tiers: { title: string; sellers: string; share: string; part: number; tone: Tone }[];
    unjudged: string;
  }[];
  reasons: { what: string; metric: string; orders: string }[];
  excluded?: string;
  regions: { name: string; orders: Changed; headline: Changed }[];
  headline_metric?: string;
  to_decide: Line[];
  quality: string[];
  footer: string[];
}

const WINDOWS = [7, 28, 90];
const MAIN = 28;
/** why: below this a percentage says less than the number itself. */
const FEW = 10;
const SHOWN_REASONS = 5;
const UNJUDGED = ['not_assessable', 'not_measured'];

const sumOf = (rows: RunQualityRow[], column: 'landed' | 'quarantined' | 'late'): number =>
  rows.reduce((sum, row) => sum + row[column], 0);

/** A count beside the same a period earlier. More is shown as more, not as better. */
function counted(
  now: number | null,
  before: number | null,
  whole: boolean,
  show: (n: number) => string,
  { words, format }: Wording,
): Changed {
  const say = words.digest;
  if (now === null) return { now: NONE, change: say.currenciesDiffer, tone: 'quiet' };
  if (!whole) return { now: show(now), change: say.noFullEarlier, tone: 'quiet' };
  if (before === null) return { now: show(now), change: say.noEarlier, tone: 'quiet' };
  if (before === now) return { now: show(now), change: say.same, tone: 'quiet' };
  return {
    now: show(now),
    change: before < FEW ? say.was(show(before)) : format.signedGrowth((now - before) / before),
    tone: 'quiet',
  };
}

/** A fault rate beside the same a period earlier: lower is better, in word and tone, where the change is more than noise. */
function rated(row: RegionMetricRow | undefined, { words, format }: Wording): Changed {
  const say = words.digest;
  if (!row || row.accountable_rate === null) return { now: NONE, change: say.nothingCounted, tone: 'quiet' };
  const now = format.rate(row.accountable_rate);
  if (!row.previous_whole) return { now, change: say.noFullEarlier, tone: 'quiet' };
  if (row.change === null) return { now, change: say.noEarlier, tone: 'quiet' };
  if (sameRate(row.change, 0)) return { now, change: say.same, tone: 'quiet' };
  const change = format.signedPoints(row.change);
  if (row.change_low === null || row.change_high === null) return { now, change: say.fewSellers(change), tone: 'quiet' };
  const [low, high] = [format.signedPoints(row.change_low), format.signedPoints(row.change_high)];
  if (!row.beyond_noise) return { now, change: say.withinNoise(change, low, high), tone: 'quiet' };
  const better = row.change < 0;
  return { now, change: say.clear(change, better ? say.better : say.worse, low, high), tone: better ? 'good' : 'bad' };
}

type Kpi = keyof Words['digest']['kpi'];
const KPIS: Kpi[] = ['orders', 'gmv', 'active_sellers', 'new_sellers'];

function kpiOf(row: RegionKpiRow | undefined, kpi: Kpi, wording: Wording): Changed {
  const { words, format } = wording;
  const say = words.digest;
  if (!row) return { now: NONE, change: say.nothingCounted, tone: 'quiet' };
  if (kpi === 'gmv') {
    const { currency, orders_in_other_currencies: foreign } = row;
    if (!currency) return { now: NONE, change: row.orders > 0 ? say.currenciesDiffer : say.nothingCounted, tone: 'quiet' };
    const value = counted(
      row.gmv_minor,
      row.previous_gmv_minor,
      row.previous_whole,
      (n) => format.shortAmount(n, currency),
      wording,
    );
    if (!foreign) return value;
    const { one, many } = words.units.orders;
    return { ...value, change: `${value.change}, ${say.withoutForeign(format.many(foreign, one, many))}` };
  }
  return counted(row[kpi], row[`previous_${kpi}`], row.previous_whole, format.count, wording);
}

function qualityLines(mail: DigestMail, { words, format }: Wording): string[] {
  const say = words.digest;
  const rows = mail.quality.filter((row) => row.region === mail.region && row.landed_ever);
  const landed = sumOf(rows, 'landed');
  const quarantined = sumOf(rows, 'quarantined');
  const late = sumOf(rows, 'late');
  const bad = rows.filter((row) => row.quarantined > 0).map((row) => `${row.dataset} ${format.count(row.quarantined)}`);
  const never = mail.quality.filter((row) => row.region === ALL && !row.landed_ever).map((row) => row.dataset);
  return [
    ...(landed === 0
      ? []
      : quarantined === 0
        ? [say.noneQuarantined(landed, format.count(landed))]
        : [
            say.quarantined(format.count(quarantined), format.count(landed), format.smallShare(quarantined / landed)),
            say.quarantinedIn(format.list(bad)),
          ]),
    ...(late ? [say.late(late, format.count(late))] : []),
    ...(never.length ? [say.neverLanded(format.list(never))] : []),
  ];
}

function programmeViews(mail: DigestMail, wording: Wording): DigestView['programmes'] {
  const { words, format } = wording;
  const say = words.digest;
  return mail.policies.programmes.flatMap((programme) => {
    const rows = mail.tiers.filter((row) => row.region === mail.region && row.programme === programme.programme);
    if (rows.length === 0) return [];
    const unjudged = rows.filter((row) => UNJUDGED.includes(row.tier)).map(mixShown);
    const sellers = unjudged.reduce((sum, row) => sum + row.sellers, 0);
    const share = unjudged.reduce((sum, row) => sum + row.share, 0);
    return [
      {
        title: rows.some((row) => row.held != null) ? say.tiersHeld(programme.title) : say.tiersProposed(programme.title),
        tiers: programme.tiers.map((tier) => {
          const found = rows.find((one) => one.tier === tier.key);
          const row = found && mixShown(found);
          return {
            title: wording.tierTitle(programme, tier.key),
            sellers: say.sellers(row?.sellers ?? 0, format.count(row?.sellers ?? 0)),
            share: format.share(row?.share ?? 0),
            part: row?.share ?? 0,
            tone: TIER_TONES[tierLook(programme, tier.key)],
          };
        }),
        unjudged: sellers ? say.notAssessable(format.count(sellers), sellers, format.share(share)) : say.noneNotAssessable,
      },
    ];
  });
}

function metricView(row: RegionMetricRow, wording: Wording): DigestView['metrics'][number] {
  const { words, format } = wording;
  return {
    title: wording.metricTitle(row.metric),
    counted: [
      words.digest.counted(format.count((row.met ?? 0) + (row.fault ?? 0) + (row.forgiven_as_met ?? 0))),
      words.digest.daysCounted(format.shortDay(row.first_day), format.shortDay(row.last_day)),
    ].join(', '),
    accountable: format.rate(row.accountable_rate),
    raw: format.rate(row.raw_rate),
    change: rated(row, wording),
  };
}

/** Why most orders were excluded or forgiven. */
function reasonViews(mail: DigestMail, wording: Wording): DigestView['reasons'] {
  const { words, format } = wording;
  return mail.reasons
    .filter((row) => row.region === mail.region && row.window_days === MAIN && row.orders > 0)
    .sort((a, b) => b.orders - a.orders || (`${a.metric} ${a.reason}` < `${b.metric} ${b.reason}` ? -1 : 1))
    .slice(0, SHOWN_REASONS)
    .map((row) => ({
      what: words.digest.reason(inSentence(words.outcomes[row.outcome]), capital(wording.reason(row.metric, row.reason))),
      metric: wording.metricTitle(row.metric),
      orders: format.count(row.orders),
    }));
}

const kpiRow = (mail: DigestMail, region: string, days: number): RegionKpiRow | undefined =>
  mail.kpis.find((row) => row.region === region && row.window_days === days);
const metricRow = (mail: DigestMail, region: string, key: string): RegionMetricRow | undefined =>
  mail.metrics.find((row) => row.region === region && row.metric === key && row.window_days === MAIN);

const regionViews = (mail: DigestMail, headline: string | undefined, wording: Wording): DigestView['regions'] =>
  mail.policies.regions.map(({ code, name }) => {
    const row = headline ? metricRow(mail, code, headline) : undefined;
    return {
      name,
      orders: kpiOf(kpiRow(mail, code, MAIN), 'orders', wording),
      headline: rated(row, wording),
    };
  });

/** Everything a digest says, as text. HTML and plain text are two drawings of this. */
export function digestView(mail: DigestMail): DigestView {
  const wording = wordingFor(undefined, mail.policies);
  const { words, format } = wording;
  const say = words.digest;
  const kpi = (days: number) => kpiRow(mail, mail.region, days);
  const metric = (key: string) => metricRow(mail, mail.region, key);

  // Only those that some programme judges or the run measured.
  const known = mail.policies.metrics.map((one) => one.metric).filter((key) => metric(key) || mail.not_measured.includes(key));
  const measured = known.filter((key) => !mail.not_measured.includes(key));
  const headline = measured[0];
  const main = kpiOf(kpi(MAIN), 'orders', wording);
  const region = wording.regionName(mail.policies.regions, mail.region);
  const { orders = 0, fault_share_top_1pct: top, excluded_share: left } = kpi(MAIN) ?? {};
  const head = orders ? say.headline(main.now, main.change, MAIN) : say.noOrders(MAIN);
  const worse = headline ? metric(headline) : undefined;
  const day = format.day(mail.run_date);
  const week = say.week(weekNumber(isoWeek(mail.period)));
  const headlineRate = worse ? rated(worse, wording) : undefined;

  return {
    words,
    subject: say.subject(region, week, head),
    preheader:
      headline && headlineRate
        ? `${wording.metricTitle(headline)} ${headlineRate.now} (${headlineRate.change}).`
        : say.intro(MAIN, day),
    run_day: day,
    region,
    intro: `${say.ofWeek(capital(week), format.shortDay(addDays(mail.period, -6)), format.day(mail.period))} ${say.intro(MAIN, day)}`,
    tiles: KPIS.map((one) => ({ title: say.kpi[one], ...kpiOf(kpi(MAIN), one, wording) })),
    periods: {
      days: WINDOWS.map(say.days),
      rows: KPIS.map((one) => ({
        title: say.kpi[one],
        cells: WINDOWS.map((days) => kpiOf(kpi(days), one, wording)),
      })).filter((row) => row.cells.some((cell) => cell.now !== NONE)),
    },
    metrics: measured.flatMap((key) => metric(key) ?? []).map((row) => metricView(row, wording)),
    ...(typeof top === 'number' && measured.includes('late_dispatch')
      ? { concentration: say.concentration(format.share(top)) }
      : {}),
    not_measured: mail.not_measured.map((key) => say.notMeasured(wording.metricTitle(key), format.list(wording.needs(key)))),
    programmes: programmeViews(mail, wording),
    reasons: reasonViews(mail, wording),
    ...(typeof left === 'number' ? { excluded: say.excludedShare(format.share(left)) } : {}),
    regions: mail.region === ALL ? regionViews(mail, headline, wording) : [],
    ...(headline ? { headline_metric: wording.metricTitle(headline) } : {}),
    to_decide: mail.to_decide ? toDecide(mail.to_decide, mail.region, mail.policies.programmes, wording) : [],
    quality: qualityLines(mail, wording),
    footer: [
      say.audience(region),
      [
        say.run(day, mail.run_id),
        ...mail.policies.programmes.map((programme) => words.scorecard.programmeVersion(programme.title, programme.version)),
      ].join(' · '),
    ],
  };
}
