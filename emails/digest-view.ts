import { addDays } from '../contracts/days.js';
import type { Policies } from '../policies/policy.js';
import { policiesIn } from '../policies/texts-said.js';
import { isoWeek, weekNumber } from '../wording/calendar.js';
import { type ToDecide, toDecide } from '../wording/for-persons.js';
import { NONE, sameRate } from '../wording/format.js';
import { mixShown } from '../wording/standing.js';
import { ALL, capital, type Wording, wordingFor } from '../wording/wording.js';
import { speechFor, type Words } from '../wording/words.js';
import { type BesidesView, besidesInWords } from './digest-besides.js';
import { type ChangesView, changesInWords, type Named, type SellerChange } from './digest-changes.js';
import { type Links, linksOf } from './digest-links.js';
import { type MoverRow, movedInWords } from './digest-moved.js';
import { type Changed, type DigestNumber, daysOf, kpiOf, numbersOf, rated } from './digest-numbers.js';
import type {
  ApplicationWeekRow,
  LeadRow,
  RegionKpiRow,
  RegionMetricRow,
  RegionWeekRow,
  RunQualityRow,
  TierMixRow,
  Tone,
} from './rows.js';

/** What a digest is made of: the whole run's regional rows; the view takes those of its region. */
export interface DigestMail {
  run_id: string;
  run_date: string;
  /** The last day of the week that it is of, a Sunday. */
  period: string;
  /** A region code, or ALL. */
  region: string;
  /** How it is read; absent: in the usual English. */
  locale?: string;
  policies: Policies;
  not_measured: string[];
  kpis: RegionKpiRow[];
  metrics: RegionMetricRow[];
  tiers: TierMixRow[];
  quality: RunQualityRow[];
  /** Absent where the run knew of none, as are movers. */
  weeks?: RegionWeekRow[];
  movers?: readonly MoverRow[];
  /** Absent where the run followed no applications, or looked for no leads. */
  applications?: readonly ApplicationWeekRow[];
  leads?: readonly Pick<LeadRow, 'region' | 'status'>[];
  /** Tiers that changed in the week; where no programme has evaluations since the run before. */
  changes?: readonly SellerChange[];
  changes_of_run?: boolean;
  /** Sellers that are named. */
  named?: ReadonlyMap<string, Named>;
  /** What waits for persons; absent where the run knew of nothing that could. */
  to_decide?: ToDecide;
}

export interface DigestView {
  words: Words;
  locale: string;
  /** What stands between a heading and what it is of. */
  colon: string;
  subject: string;
  preheader: string;
  run_day: string;
  region: string;
  intro: string;
  numbers: DigestNumber[];
  moved: string[];
  /** Absent where no tier changed. */
  changes?: ChangesView;
  changes_heading: string;
  to_decide: { what: string; how?: string }[];
  to_decide_more?: string;
  /** Of applications and leads, a sentence or two each. */
  besides: BesidesView[];
  metrics: {
    title: string;
    days: string;
    counted: string;
    accountable: string;
    raw: string;
    change: string;
    tone: Tone;
    link?: string;
  }[];
  not_measured: string[];
  regions: { name: string; orders: Changed; value: string; headline: Changed }[];
  headline_metric?: string;
  /** A sentence each. */
  programmes: string[];
  quality: string;
  /** Where the rest stands. */
  dashboard?: string;
  footer: string[];
}

const MAIN = 28;
/** why three: what waits longest is named, and the page that lists all is one click away. */
const SHOWN_DECISIONS = 3;
const UNJUDGED = ['not_assessable', 'not_measured'];

const sumOf = (rows: RunQualityRow[], column: 'landed' | 'quarantined' | 'late'): number =>
  rows.reduce((sum, row) => sum + row[column], 0);

function qualityLines(mail: DigestMail, { words, format }: Wording): string[] {
  const say = words.digest;
  const rows = mail.quality.filter((row) => row.region === mail.region && row.landed_ever);
  const landed = sumOf(rows, 'landed');
  const quarantined = sumOf(rows, 'quarantined');
  const late = sumOf(rows, 'late');
  const bad = rows.filter((row) => row.quarantined > 0).map((row) => `${row.dataset} (${format.count(row.quarantined)})`);
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

/** A sentence for each programme: the share of its sellers under each tier, and who could not be judged. */
function programmesInWords(mail: DigestMail, wording: Wording): string[] {
  const { words, format } = wording;
  const say = words.digestPage;
  return mail.policies.programmes.flatMap((programme) => {
    const rows = mail.tiers.filter((row) => row.region === mail.region && row.programme === programme.programme);
    if (rows.length === 0) return [];
    const unjudged = rows.filter((row) => UNJUDGED.includes(row.tier)).map(mixShown);
    const sellers = unjudged.reduce((sum, row) => sum + row.sellers, 0);
    const share = unjudged.reduce((sum, row) => sum + row.share, 0);
    const tiers = programme.tiers.map((tier) => {
      const found = rows.find((one) => one.tier === tier.key);
      return say.tier(wording.tierTitle(programme, tier.key), format.share(found ? mixShown(found).share : 0));
    });
    const which = rows.some((row) => row.held != null) ? say.held : say.proposed;
    const left = sellers ? [say.unjudged(format.count(sellers), sellers, format.share(share))] : [];
    return [say.tiers(`${programme.title}, ${which}`, [...tiers, ...left].join(', '))];
  });
}

/** A metric in one line: the change is short, its interval stands behind the link. */
function metricView(row: RegionMetricRow, links: Links, wording: Wording): DigestView['metrics'][number] {
  const { words, format } = wording;
  const { change, tone } = rated(row, wording);
  const say = words.digestPage;
  const points = row.change === null ? '' : format.signedPoints(row.change);
  const link = links.metric(row.metric);
  const short =
    row.change === null || sameRate(row.change, 0)
      ? change
      : row.change_low === null
        ? say.few(points)
        : (row.beyond_noise ? (row.change < 0 ? say.better : say.worse) : say.noise)(points);
  return {
    title: wording.metricTitle(row.metric),
    days: daysOf(row, wording),
    counted: format.count((row.met ?? 0) + (row.fault ?? 0) + (row.forgiven_as_met ?? 0)),
    accountable: format.rate(row.accountable_rate),
    raw: format.rate(row.raw_rate),
    change: short,
    tone,
    ...(link === undefined ? {} : { link }),
  };
}

const kpiRow = (mail: DigestMail, region: string, days: number): RegionKpiRow | undefined =>
  mail.kpis.find((row) => row.region === region && row.window_days === days);
const metricRow = (mail: DigestMail, region: string, key: string): RegionMetricRow | undefined =>
  mail.metrics.find((row) => row.region === region && row.metric === key && row.window_days === MAIN);

/** Of each region a line; of the change its size alone, as the interval stands in that region's own digest. */
const regionViews = (mail: DigestMail, headline: string | undefined, wording: Wording): DigestView['regions'] =>
  mail.policies.regions.map(({ code, name }) => {
    const row = headline ? metricRow(mail, code, headline) : undefined;
    const kpis = kpiRow(mail, code, MAIN);
    const short = kpis && { ...kpis, orders_noise: null };
    const headlineView = row ? metricView(row, linksOf(undefined, code), wording) : undefined;
    return {
      name,
      orders: kpiOf(short, 'orders', wording),
      value: kpis?.currency ? wording.format.shortAmount(kpis.gmv_minor, kpis.currency) : NONE,
      headline: { ...rated(row, wording), change: headlineView?.change ?? wording.words.digest.nothingCounted },
    };
  });

function decisionsOf(mail: DigestMail, links: Links, wording: Wording): Pick<DigestView, 'to_decide' | 'to_decide_more'> {
  const all = mail.to_decide ? toDecide(mail.to_decide, mail.region, mail.policies.programmes, wording) : [];
  const rest = all.length - SHOWN_DECISIONS;
  return {
    // Who decides is said on the dashboard too.
    to_decide: all.slice(0, SHOWN_DECISIONS).map(({ what, how }) => ({ what, ...(links.overview === undefined ? { how } : {}) })),
    ...(rest > 0 ? { to_decide_more: wording.words.digestPage.waitingMore(rest, wording.format.count(rest)) } : {}),
  };
}

/** Sellers of the region's own: those at home there. */
const changesOf = (mail: DigestMail): readonly SellerChange[] =>
  (mail.changes ?? []).filter(({ seller_id }) => mail.region === ALL || mail.named?.get(seller_id)?.home_region === mail.region);

/** Everything a digest says, as text. HTML, plain text and PDF are drawings of this. */
export function digestView(given: DigestMail): DigestView {
  const mail = { ...given, policies: policiesIn(given.policies, speechFor(given.locale).language) };
  const wording = wordingFor(mail.locale, mail.policies);
  const { words, format } = wording;
  const say = words.digest;
  const links = linksOf(mail.policies.mails.dashboard, mail.region);
  const kpi = kpiRow(mail, mail.region, MAIN);
  const metrics = mail.policies.metrics
    .filter(({ metric }) => !mail.not_measured.includes(metric))
    .flatMap(({ metric }) => metricRow(mail, mail.region, metric) ?? []);
  const headline = metrics[0];
  const orders = kpiOf(kpi && { ...kpi, orders_noise: null }, 'orders', wording);
  const region = wording.regionName(mail.policies.regions, mail.region);
  const day = format.day(mail.run_date);
  const week = say.week(weekNumber(isoWeek(mail.period)));
  const weeks = (mail.weeks ?? []).filter((row) => row.region === mail.region);
  const rate = rated(headline, wording);
  const changes = changesInWords(changesOf(mail), mail.named ?? new Map(), mail.policies.programmes, links, wording);
  return {
    ...{ words, locale: wording.locale, colon: `${words.grammar.labelled('', '').trimEnd()} ` },
    subject: say.subject(region, week, kpi?.orders ? say.headline(orders.now, orders.change, MAIN) : say.noOrders(MAIN)),
    preheader: headline ? `${wording.metricTitle(headline.metric)} ${rate.now} (${rate.change}).` : say.intro(MAIN, day),
    run_day: day,
    region,
    intro: `${say.ofWeek(capital(week), format.shortDay(addDays(mail.period, -6)), format.day(mail.period))} ${say.intro(MAIN, day)}`,
    numbers: numbersOf({ kpi, metrics, weeks, policies: mail.policies }, links, wording),
    moved: movedInWords(
      {
        ...{ metrics, kpi, movers: mail.movers?.filter((row) => row.region === mail.region) },
        nameOf: (seller_id) => mail.named?.get(seller_id)?.name ?? seller_id,
      },
      wording,
    ),
    ...(changes ? { changes } : {}),
    changes_heading: mail.changes_of_run ? words.digestPage.changesOfRun : words.digestPage.changesHeading(week),
    ...decisionsOf(mail, links, wording),
    besides: besidesInWords(mail, links, wording),
    metrics: metrics.map((row) => metricView(row, links, wording)),
    not_measured: mail.not_measured.map((key) => say.notMeasured(wording.metricTitle(key), format.list(wording.needs(key)))),
    regions: mail.region === ALL ? regionViews(mail, headline?.metric, wording) : [],
    ...(headline ? { headline_metric: wording.metricTitle(headline.metric) } : {}),
    programmes: programmesInWords(mail, wording),
    quality: qualityLines(mail, wording).join(' '),
    ...(links.overview === undefined ? {} : { dashboard: links.overview }),
    footer: [
      say.audience(region),
      [
        say.run(day, mail.run_id),
        ...mail.policies.programmes.map((programme) => words.scorecard.programmeVersion(programme.title, programme.version)),
      ].join(' · '),
    ],
  };
}
