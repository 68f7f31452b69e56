import { use } from 'react';
import { addDays } from '../../../contracts/days.js';
import type { Programme } from '../../../policies/policy.js';
import { decisionNotes } from '../../../wording/decision.js';
import { heldUnder } from '../../../wording/standing.js';
import { capital } from '../../../wording/wording.js';
import { listedOf, type SellerWeek, weeksOf } from '../data/history.js';
import { programmeOf } from '../data/policies.js';
import type { Scorecard, SellerMetric } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { bound, count, day, rate, shortDay } from '../format.js';
import { useNarrow } from '../parts/media.js';
import { Empty } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';
import { everyWeek, type Happened, type Mark, marksOf } from './marks.js';
import { letterOf, MarksAlone, WeeksPicture } from './WeeksPicture.js';
import './history.css';

const say = PAGE.sellerHistory;

interface HistoryProps {
  run: Run;
  card: Pick<Scorecard, 'seller_id' | 'programme'>;
}

/** Each metric's weeks against its limits, with what happened meanwhile; and every decision about the tier. */
export function History({ run, card }: HistoryProps) {
  const programme = programmeOf(run.policies, card.programme);
  return (
    <div className="history" data-testid={`history-${card.programme}`}>
      {programme && <Weeks run={run} card={card} programme={programme} />}
      <Decisions run={run} card={card} programme={programme} />
    </div>
  );
}

function useHappened(run: Run, { seller_id, programme: key }: HistoryProps['card'], programme: Programme): Happened {
  return {
    programme,
    held: heldUnder(use(run.standingsOf(seller_id)), key),
    standings: use(run.metricStandingsOf(seller_id)),
    decisions: use(run.decisionsOf(seller_id)),
    listed: use(listedOf(run, seller_id)),
    incidents: use(run.incidents()),
  };
}

const UNJUDGED: ReadonlySet<string> = new Set(['not_measured', 'not_assessable']);
/** why 62: the eight weeks of a metric that is final on the day, and six days that are in no whole week yet. */
const WEEKS_BACK = 62;

function Weeks({ run, card, programme }: HistoryProps & { programme: Programme }) {
  const known = use(weeksOf(run, card.seller_id));
  const happened = useHappened(run, card, programme);
  const rows = use(run.metricsOf(card.seller_id)).filter((row) => row.programme === card.programme);
  const weeks = Map.groupBy(
    known.filter((week) => week.programme === card.programme),
    ({ metric }) => metric,
  );
  const metrics = programme.metrics.map(({ metric }) => metric);
  const judged = new Set(
    happened.standings
      .filter(({ programme: key, verdict }) => key === card.programme && !UNJUDGED.has(verdict))
      .map(({ metric }) => metric),
  );
  const drawn = metrics.filter((metric) => weeks.has(metric) || judged.has(metric));
  const without = metrics.filter((metric) => !drawn.includes(metric)).map((metric) => run.wording.metricTitle(metric));
  if (drawn.length === 0 || !run.publishes('seller_weeks')) return <Empty testid="no-weeks">{say.none}</Empty>;
  return (
    <>
      <p className="note">{say.note}</p>
      <div className="histories">
        {drawn.map((metric) => (
          <OfMetric
            key={metric}
            {...{ run, happened, metric, weeks: weeks.get(metric) ?? [] }}
            tonight={rows.find((row) => row.metric === metric)}
          />
        ))}
      </div>
      {without.length > 0 && <p className="note">{say.withoutWeeks(run.wording.format.list(without))}</p>}
    </>
  );
}

interface OfMetricProps {
  run: Run;
  happened: Happened;
  metric: string;
  weeks: readonly SellerWeek[];
  tonight: Pick<SellerMetric, 'fault' | 'window_days'> | undefined;
}

function OfMetric({ run, happened, metric, weeks, tonight }: OfMetricProps) {
  const { programme } = happened;
  const narrow = useNarrow();
  const title = run.wording.metricTitle(metric);
  const span = {
    first: weeks.reduce(
      (oldest, { first_day }) => (first_day < oldest ? first_day : oldest),
      weeks[0]?.first_day ?? addDays(run.manifest.run_date, -WEEKS_BACK),
    ),
    last: run.manifest.run_date,
  };
  const bounds = programme.metrics.find((one) => one.metric === metric)!.tiers;
  const limits = programme.tiers.flatMap(({ key, title: tier }) =>
    bounds[key] ? [{ title: tier, at_most: bounds[key].at_most }] : [],
  );
  const marks = marksOf(happened, metric, span, run.wording);
  return (
    <figure data-testid={`weeks-${programme.programme}-${metric}`}>
      <figcaption>
        <h4>{title}</h4>
        <span className="faint">{say.span(shortDay(span.first), day(weeks[0] ? newestOf(weeks) : span.last))}</span>
      </figcaption>
      {weeks.length > 0 ? (
        <WeeksPicture title={title} weeks={weeks} limits={limits} marks={marks} narrow={narrow} {...span} />
      ) : (
        <>
          <p className="note" data-testid="no-fault">
            {tonight?.fault === 0 ? say.clean(count(tonight.window_days)) : say.noWeeks}
          </p>
          <MarksAlone title={title} marks={marks} narrow={narrow} {...span} />
        </>
      )}
      <Legend marks={marks} title={title} />
      <details className="as-table">
        <summary>{say.table}</summary>
        {weeks.length > 0 && <WeekTable weeks={weeks} title={title} />}
        <p className="note">
          {run.wording.words.grammar.labelled(
            say.limits,
            limits.map((limit) => say.limit(limit.title, bound(limit.at_most))).join('; '),
          )}
          .
        </p>
      </details>
    </figure>
  );
}

const newestOf = (weeks: readonly SellerWeek[]): string =>
  weeks.reduce((latest, { last_day }) => (last_day > latest ? last_day : latest), '');

function Legend({ marks, title }: { marks: readonly Mark[]; title: string }) {
  if (marks.length === 0) return null;
  return (
    <ul className="marks" aria-label={`${say.marked}: ${title}`}>
      {marks.map(({ kind, on, to, says }, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks are lettered by their place
        <li key={nth} data-testid="mark" data-kind={kind}>
          <b>{letterOf(nth)}</b> <span className="faint">{to ? say.span(shortDay(on), day(to)) : day(on)}</span> {says}
        </li>
      ))}
    </ul>
  );
}

function WeekTable({ weeks, title }: { weeks: readonly SellerWeek[]; title: string }) {
  return (
    <Scroll label={title}>
      <table className="figures">
        <thead>
          <tr>
            {say.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {everyWeek(weeks)
            .reverse()
            .map(({ nth, week }) => (
              <tr key={nth} data-testid="week">
                {week ? (
                  <>
                    <th scope="row">{say.span(shortDay(week.first_day), day(week.last_day))}</th>
                    <td>{rate(week.rate)}</td>
                    <td>{count(week.fault)}</td>
                    <td>{count(week.counted)}</td>
                  </>
                ) : (
                  <td colSpan={4} className="faint">
                    {say.nothing}
                  </td>
                )}
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Decisions({ run, card, programme }: HistoryProps & { programme: Programme | undefined }) {
  const records = use(run.decisionsOf(card.seller_id))
    .filter((row) => row.programme === card.programme)
    .sort((a, b) => (a.evaluated_on < b.evaluated_on ? 1 : -1));
  return (
    <section className="all-decisions" aria-label={say.decisions}>
      <h4>{say.decisions}</h4>
      {records.length === 0 ? (
        <p className="note">{say.noDecisions}</p>
      ) : (
        <>
          <ul>
            {records.map((row) => {
              const [what, ...rest] = decisionNotes(row, programme, run.wording);
              return (
                <li key={row.decision_id} data-testid="decision-record">
                  <strong>{day(row.evaluated_on)}</strong> {what}. {capital(rest.join('; '))}.
                </li>
              );
            })}
          </ul>
          <p className="note">{say.asTold}</p>
        </>
      )}
    </section>
  );
}
