import { METRICS, metricOf } from '../metrics/index.js';
import type { Policies } from '../policies/policy.js';
import { type Format, formatFor } from './format.js';
import type { ReasonCountRow, RegionKpiRow, RegionMetricRow, RunQualityRow, TierMixRow, Tone } from './rows.js';
import { tierTitle, tierTone } from './tiers.js';
import { english, type Words } from './words.js';

/** What a digest is made of: the whole run's regional rows; the view takes those of its region. */
export interface DigestMail {
  run_id: string;
  run_date: string;
  /** ISO week, such as 2026-W47. */
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
  quality: string[];
  footer: string[];
}

const WINDOWS = [7, 28, 90];
const MAIN = 28;
/** why: below this a percentage says less than the number itself. */
const FEW = 10;
const SHOWN_REASONS = 5;
const UNJUDGED = ['not_assessable', 'not_measured'];
const EVERYWHERE = 'ALL';

/** A metric that takes 28 days or more to be final has nothing to show in 28 days; it is shown over 90. */
const windowOf = (metric: string): number => ((metricOf(metric)?.maturation.days ?? 0) < MAIN ? MAIN : 90);
const titleOf = (metric: string): string => metricOf(metric)?.title ?? metric;
const sumOf = (rows: RunQualityRow[], column: 'landed' | 'quarantined' | 'late'): number =>
  rows.reduce((sum, row) => sum + row[column], 0);

/** A count beside the same a period earlier. More is shown as more, not as better. */
function counted(now: number | null, before: number | null, show: (n: number) => string, words: Words, format: Format): Changed {
  const say = words.digest;
  if (now === null) return { now: '–', change: say.currenciesDiffer, tone: 'quiet' };
  if (before === null) return { now: show(now), change: say.noEarlier, tone: 'quiet' };
  if (before === now) return { now: show(now), change: say.same, tone: 'quiet' };
  return { now: show(now), change: before < FEW ? say.was(show(before)) : format.change((now - before) / before), tone: 'quiet' };
}

/** A fault rate beside the same a period earlier: lower is better, in word and tone. */
function rated(now: number | null, before: number | null, words: Words, format: Format): Changed {
  const say = words.digest;
  if (now === null) return { now: '–', change: say.nothingCounted, tone: 'quiet' };
  if (before === null) return { now: format.percent(now), change: say.noEarlier, tone: 'quiet' };
  const points = format.points(now - before);
  if (/^0[.,]0 /.test(points)) return { now: format.percent(now), change: say.same, tone: 'quiet' };
  const better = now < before;
  return { now: format.percent(now), change: `${points}, ${better ? say.better : say.worse}`, tone: better ? 'good' : 'bad' };
}

type Kpi = keyof Words['digest']['kpi'];
const KPIS: Kpi[] = ['orders', 'gmv', 'active_sellers', 'new_sellers'];

function kpiOf(row: RegionKpiRow | undefined, kpi: Kpi, words: Words, format: Format): Changed {
  const say = words.digest;
  if (!row) return { now: '–', change: say.nothingCounted, tone: 'quiet' };
  if (kpi === 'gmv') {
    const { currency } = row;
    return currency
      ? counted(row.gmv_minor, row.previous_gmv_minor, (n) => format.money(n, currency), words, format)
      : { now: '–', change: say.currenciesDiffer, tone: 'quiet' };
  }
  return counted(row[kpi], row[`previous_${kpi}`], format.whole, words, format);
}

function qualityLines(mail: DigestMail, words: Words, format: Format): string[] {
  const say = words.digest;
  const rows = mail.quality.filter((row) => row.region === mail.region && row.landed_ever);
  const landed = sumOf(rows, 'landed');
  const quarantined = sumOf(rows, 'quarantined');
  const late = sumOf(rows, 'late');
  const bad = rows.filter((row) => row.quarantined > 0).map((row) => `${row.dataset} ${format.whole(row.quarantined)}`);
  const never = mail.quality.filter((row) => row.region === EVERYWHERE && !row.landed_ever).map((row) => row.dataset);
  return [
    ...(landed === 0
      ? []
      : quarantined === 0
        ? [say.noneQuarantined(format.whole(landed))]
        : [
            say.quarantined(format.whole(quarantined), format.whole(landed), format.share(quarantined / landed)),
            say.quarantinedIn(format.list(bad)),
          ]),
    ...(late ? [say.late(late, format.whole(late))] : []),
    ...(never.length ? [say.neverLanded(format.list(never))] : []),
  ];
}

function programmeViews(mail: DigestMail, words: Words, format: Format): DigestView['programmes'] {
  const say = words.digest;
  return mail.policies.programmes.flatMap((programme) => {
    const rows = mail.tiers.filter((row) => row.region === mail.region && row.programme === programme.programme);
    if (rows.length === 0) return [];
    const unjudged = rows.filter((row) => UNJUDGED.includes(row.tier));
    const sellers = unjudged.reduce((sum, row) => sum + row.sellers, 0);
    const share = unjudged.reduce((sum, row) => sum + row.share, 0);
    return [
      {
        title: programme.title,
        tiers: programme.tiers.map((tier) => {
          const row = rows.find((one) => one.tier === tier.key);
          return {
            title: tierTitle(programme, tier.key, words),
            sellers: say.sellers(row?.sellers ?? 0, format.whole(row?.sellers ?? 0)),
            share: format.percent(row?.share ?? 0),
            part: row?.share ?? 0,
            tone: tierTone(programme, tier.key),
          };
        }),
        unjudged: sellers ? say.notAssessable(format.whole(sellers), sellers, format.percent(share)) : say.noneNotAssessable,
      },
    ];
  });
}

/** Everything a digest says, as text. HTML and plain text are two drawings of this. */
export function digestView(mail: DigestMail): DigestView {
  const words = english;
  const format = formatFor(words.locale);
  const say = words.digest;
  const nameOf = (code: string): string =>
    code === EVERYWHERE ? say.everywhere : (mail.policies.regions.find((region) => region.code === code)?.name ?? code);
  const kpi = (region: string, days: number) => mail.kpis.find((row) => row.region === region && row.window_days === days);
  const metric = (region: string, key: string) =>
    mail.metrics.find((row) => row.region === region && row.metric === key && row.window_days === windowOf(key));

  // In the order of the metrics' contract, and only those that some programme judges or the run measured.
  const known = METRICS.map((one) => one.key as string).filter(
    (key) => metric(mail.region, key) || mail.not_measured.includes(key),
  );
  const measured = known.filter((key) => !mail.not_measured.includes(key));
  const headline = measured[0];
  const main = kpiOf(kpi(mail.region, MAIN), 'orders', words, format);
  const region = nameOf(mail.region);
  const { orders = 0, fault_share_top_1pct: top, excluded_share: left } = kpi(mail.region, MAIN) ?? {};
  const head = orders ? say.headline(main.now, main.change, MAIN) : say.noOrders(MAIN);
  const worse = headline ? metric(mail.region, headline) : undefined;
  const day = format.day(mail.run_date);
  const headlineRate = worse ? rated(worse.accountable_rate, worse.previous_accountable_rate, words, format) : undefined;

  return {
    words,
    subject: say.subject(region, say.week(mail.period), head),
    preheader:
      headline && headlineRate ? `${titleOf(headline)} ${headlineRate.now} (${headlineRate.change}).` : say.intro(MAIN, day),
    run_day: day,
    region,
    intro: say.intro(MAIN, day),
    tiles: KPIS.map((one) => ({ title: say.kpi[one], ...kpiOf(kpi(mail.region, MAIN), one, words, format) })),
    periods: {
      days: WINDOWS.map(say.days),
      rows: KPIS.map((one) => ({
        title: say.kpi[one],
        cells: WINDOWS.map((days) => kpiOf(kpi(mail.region, days), one, words, format)),
      })).filter((row) => row.cells.some((cell) => cell.now !== '–')),
    },
    metrics: measured.flatMap((key) => {
      const row = metric(mail.region, key);
      if (!row) return [];
      return [
        {
          title: titleOf(key),
          counted: say.counted(
            format.whole((row.met ?? 0) + (row.fault ?? 0)),
            windowOf(key) === MAIN ? undefined : windowOf(key),
          ),
          accountable: row.accountable_rate === null ? '–' : format.percent(row.accountable_rate),
          raw: row.raw_rate === null ? '–' : format.percent(row.raw_rate),
          change: rated(row.accountable_rate, row.previous_accountable_rate, words, format),
        },
      ];
    }),
    ...(typeof top === 'number' && measured.includes('late_dispatch')
      ? { concentration: say.concentration(format.percent(top)) }
      : {}),
    not_measured: mail.not_measured.map((key) => say.notMeasured(titleOf(key), format.list([...(metricOf(key)?.needs ?? [])]))),
    programmes: programmeViews(mail, words, format),
    reasons: mail.reasons
      .filter((row) => row.region === mail.region && row.window_days === MAIN && row.orders > 0)
      .sort((a, b) => b.orders - a.orders || (`${a.metric} ${a.reason}` < `${b.metric} ${b.reason}` ? -1 : 1))
      .slice(0, SHOWN_REASONS)
      .map((row) => ({
        what: say.reason(say.outcome[row.outcome] ?? row.outcome, row.reason),
        metric: titleOf(row.metric),
        orders: format.whole(row.orders),
      })),
    ...(typeof left === 'number' ? { excluded: say.excludedShare(format.percent(left)) } : {}),
    regions:
      mail.region === EVERYWHERE
        ? mail.policies.regions.map(({ code, name }) => {
            const row = headline ? metric(code, headline) : undefined;
            return {
              name,
              orders: kpiOf(kpi(code, MAIN), 'orders', words, format),
              headline: rated(row?.accountable_rate ?? null, row?.previous_accountable_rate ?? null, words, format),
            };
          })
        : [],
    ...(headline ? { headline_metric: titleOf(headline) } : {}),
    quality: qualityLines(mail, words, format),
    footer: [
      say.audience(region),
      [
        say.run(day, mail.run_id),
        ...mail.policies.programmes.map((programme) => words.scorecard.programmeVersion(programme.title, programme.version)),
      ].join(' · '),
    ],
  };
}
