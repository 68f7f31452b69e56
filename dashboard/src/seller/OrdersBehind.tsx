import { Fragment, use, useState } from 'react';
import { daysCounted } from '../../../wording/days-counted.js';
import { capital, titled } from '../../../wording/wording.js';
import { type ListedOrder, ordersOf, wholeOrder } from '../data/orders.js';
import { judgedMetric, zoneOf } from '../data/policies.js';
import type { OutcomeDetail, Scorecard, SellerMetric } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { amount, count, day, many, NONE } from '../format.js';
import { judgedHow } from '../parts/judged-how.js';
import { Reading } from '../parts/Panel.js';
import { usePrinting } from '../parts/printing.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';

const say = PAGE.seller.behind;

const AT_FIRST = 25;
const MORE = 200;

const LISTS = ['fault', 'forgiven', 'excluded'] as const;

/** The rows of the ledger that make the numbers of one metric, and whether they add up. */
export function OrdersBehind({ run, card, metric }: { run: Run; card: Scorecard; metric: SellerMetric }) {
  const ledger = use(ordersOf(run, card.seller_id, metric.metric));
  const judged = judgedMetric(run.policies, metric.metric);
  const final = judged?.maturation_days ?? 0;
  const { first, last } = daysCounted(metric.window_days, judged, run.manifest.run_date);
  const rows = ledger
    .filter((row) => row.programme === card.programme && row.metric === metric.metric)
    .sort((a, b) => (a.cohort_day < b.cohort_day ? 1 : -1));
  const room = run.wording.room(metric.metric);
  const noun = run.wording.counted(metric.metric);
  return (
    <>
      <dl className="rule">
        {room && (
          <div>
            <dt>{say.judged}</dt>
            <dd>{judgedHow(room.key)?.population}</dd>
          </div>
        )}
        {room &&
          LISTS.map((outcome) => (
            <div key={outcome}>
              <dt>{run.wording.words.outcomes[outcome]}</dt>
              <dd>{reasonsOf(run, metric.metric, outcome)}</dd>
            </div>
          ))}
        <div>
          <dt>{say.finalAfter}</dt>
          <dd>{room ? say.daysWhy(final, count(final), judgedHow(room.key)?.final ?? '') : say.days(final, count(final))}</dd>
        </div>
      </dl>
      {LISTS.map((outcome) => (
        <List
          key={outcome}
          run={run}
          outcome={outcome}
          metric={metric}
          rows={rows.filter((row) => row.outcome === outcome)}
          testid={`behind-${card.programme}-${metric.metric}-${outcome}`}
        />
      ))}
      <p className="note">
        {say.counted(day(first), day(last))}
        {metric.pending ? ` ${say.pending(many(metric.pending, noun.one, noun.many))}` : ''}
      </p>
    </>
  );
}

/** Why an outcome of a built-in metric comes about, each reason there is; of forgiven ones, an exemption may always be one. */
function reasonsOf({ wording }: Run, metric: string, outcome: (typeof LISTS)[number]): string {
  const own = Object.keys(wording.room(metric)?.reasons[outcome] ?? {}).map((reason) => wording.reason(metric, reason));
  return [...own, ...(outcome === 'forgiven' ? [say.exempted] : [])].join('; ') || say.never;
}

interface ListProps {
  run: Run;
  outcome: (typeof LISTS)[number];
  metric: SellerMetric;
  rows: ListedOrder[];
  testid: string;
}

function List({ run, outcome, metric, rows, testid }: ListProps) {
  const [unfolded, setUnfolded] = useState(AT_FIRST);
  const shown = usePrinting() ? rows.length : unfolded;
  const listed = rows.reduce((sum, row) => sum + (metric.unit === 'items' ? (row.items ?? 1) : 1), 0);
  if (rows.length === 0 && !metric[outcome]) return null;
  const title = run.wording.words.outcomes[outcome];
  return (
    <div className="behind" data-testid={testid}>
      <h4>
        {title} <span className="faint">{count(rows.length)}</span>
      </h4>
      <Unlisted run={run} metric={metric} outcome={outcome} listed={listed} />
      {rows.length > 0 && (
        <Scroll label={title}>
          <Orders run={run} metric={metric} rows={rows.slice(0, shown)} />
        </Scroll>
      )}
      {rows.length > shown && (
        <button type="button" className="button" onClick={() => setUnfolded(unfolded + MORE)}>
          {rows.length - shown > MORE
            ? say.more(count(MORE), count(rows.length - shown))
            : say.others(count(rows.length - shown))}
        </button>
      )}
    </div>
  );
}

function Orders({ run, metric, rows }: Pick<ListProps, 'run' | 'metric' | 'rows'>) {
  const [open, setOpen] = useState<string>();
  const proof = run.wording.proof(metric.metric);
  return (
    <table className="figures orders">
      <OrdersHead run={run} proof={proof} />
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.subject_id}>
            <tr data-testid="outcome-detail-row">
              <th scope="row">
                <button
                  type="button"
                  className="link mono"
                  aria-expanded={open === row.subject_id}
                  onClick={() => setOpen(open === row.subject_id ? undefined : row.subject_id)}
                >
                  {row.order_id ?? row.subject_id}
                </button>
              </th>
              <td className="text reason">
                {capital(
                  run.wording.reasonOf(
                    { ...row },
                    run.policies.regions.find(({ code }) => code === row.region),
                  ),
                )}
              </td>
              <td className="text">
                {day(row.cohort_day)} <span className="faint">{row.region}</span>
              </td>
              {proof.map((name) => (
                <td className="text" key={name}>
                  <Proof run={run} row={row} column={name} />
                </td>
              ))}
              <td>{amount(row.gmv_minor, row.currency)}</td>
              <td className="text">{day(row.leaves_window_on)}</td>
            </tr>
            {open === row.subject_id && (
              <tr className="whole-row">
                <td colSpan={5 + proof.length}>
                  <Reading lines={3}>
                    <OpenedOrder run={run} row={row} />
                  </Reading>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function OrdersHead({ run, proof }: { run: Run; proof: readonly string[] }) {
  const { columns } = run.wording.words;
  return (
    <thead>
      <tr>
        <th scope="col">{say.order}</th>
        <th scope="col" className="text">
          {say.reason}
        </th>
        <th scope="col" className="text">
          {say.countsOn}
        </th>
        {proof.map((name) => (
          <th scope="col" className="text" key={name}>
            {columns[name as keyof typeof columns] ?? titled(name)}
          </th>
        ))}
        <th scope="col">{say.value}</th>
        <th scope="col" className="text" title={say.leavesMeans}>
          {say.leavesOn}
        </th>
      </tr>
    </thead>
  );
}

/** What is counted but not listed, and why; anything else that does not add up is a fault of ours. */
function Unlisted({
  run,
  metric,
  outcome,
  listed,
}: {
  run: Run;
  metric: SellerMetric;
  outcome: ListProps['outcome'];
  listed: number;
}) {
  const counted = metric[outcome] ?? 0;
  const why = run.wording.room(metric.metric)?.unlisted ?? [];
  if (listed === counted) return null;
  if (outcome === 'excluded' && why.length > 0 && listed < counted) {
    const reasons = why.map((reason) => run.wording.reason(metric.metric, reason));
    return <p className="note">{say.unlisted(count(counted - listed), reasons.join('; '))}</p>;
  }
  return (
    <p className="warning" role="alert">
      {say.differs(count(counted), count(listed))}
    </p>
  );
}

/** One column that proves an outcome. */
function Proof({ run, row, column }: { run: Run; row: ListedOrder; column: string }) {
  const zone = zoneOf(run.policies, row.region);
  const [fact] = run.wording.facts(row, [column], zone);
  if (!fact) return <span className="faint">{NONE}</span>;
  const at = row[column as keyof OutcomeDetail] as unknown;
  if (!(at instanceof Date)) return fact.text;
  return (
    <time dateTime={at.toISOString()} title={zone}>
      {fact.text}
    </time>
  );
}

function OpenedOrder({ run, row }: { run: Run; row: ListedOrder }) {
  const whole = use(wholeOrder(run, row));
  return whole && <WholeOrder run={run} row={whole} />;
}

/** Everything the ledger knows of one order: what happened, in order of time, then the rest. */
function WholeOrder({ run, row }: { run: Run; row: OutcomeDetail }) {
  const { wording, policies } = run;
  const zone = zoneOf(policies, row.region);
  const known = wording.facts(row, Object.keys(wording.words.columns), zone);
  const timeOf = (column: string): number => {
    const at = row[column as keyof OutcomeDetail] as unknown;
    return at instanceof Date ? at.getTime() : Number.POSITIVE_INFINITY;
  };
  const inTime = known.toSorted((a, b) =>
    timeOf(a.column) < timeOf(b.column) ? -1 : timeOf(a.column) > timeOf(b.column) ? 1 : 0,
  );
  const about: [string, string | null][] = [
    [say.region, wording.regionName(policies.regions, row.region)],
    [say.zone, zone],
    [say.category, row.category],
    [say.carrier, row.carrier],
    [say.exemption, row.exemption_id],
    [say.countsAsMet, row.counts_as_met == null ? null : row.counts_as_met ? say.yes : say.leftOut],
    [say.reason, row.reason],
  ];
  return (
    <dl className="whole-order">
      {inTime.map(({ column, title }) => (
        <div key={column}>
          <dt>{title}</dt>
          <dd>
            <Proof run={run} row={row} column={column} />
          </dd>
        </div>
      ))}
      {about
        .filter(([, value]) => value)
        .map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
