import { Fragment, use, useState } from 'react';
import { metricOf } from '../../../metrics/index.js';
import { addDays } from '../../../wording/calendar.js';
import { spaced } from '../../../wording/wording.js';
import { programmeOf, zoneOf } from '../data/policies.js';
import type { OutcomeDetail, Scorecard, SellerMetric } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { amount, count, day, many, moment, NONE } from '../format.js';
import { Scroll } from '../parts/Scroll.js';
import { type MomentName, proofOf } from './moments.js';

const AT_FIRST = 25;
const MORE = 200;

const LISTS = ['fault', 'forgiven', 'excluded'] as const;

/** The rows of the ledger that make the numbers of one metric, and whether they add up. */
export function OrdersBehind({ run, card, metric }: { run: Run; card: Scorecard; metric: SellerMetric }) {
  const ledger = use(run.outcomeDetailsOf(card.seller_id));
  const regions = programmeOf(run.policies, card.programme)?.regions;
  const since = addDays(run.manifest.run_date, 1 - metric.window_days);
  const until = run.manifest.run_date;
  const rows = ledger
    .filter(
      (row) =>
        row.metric === metric.metric &&
        row.cohort_day >= since &&
        row.cohort_day <= until &&
        (!regions || regions.includes(row.region)),
    )
    .sort((a, b) => (a.cohort_day < b.cohort_day ? 1 : -1));
  const rule = metricOf(metric.metric);
  const { outcomes } = run.wording.words;
  return (
    <>
      {rule && (
        <dl className="rule">
          <div>
            <dt>{outcomes.fault}</dt>
            <dd>{ruleInWords(rule.fault)}</dd>
          </div>
          <div>
            <dt>{outcomes.excluded}</dt>
            <dd>{ruleInWords(rule.excluded)}</dd>
          </div>
          <div>
            <dt>{outcomes.forgiven}</dt>
            <dd>{ruleInWords(rule.forgiven)}</dd>
          </div>
          <div>
            <dt>Final after</dt>
            <dd>
              {many(rule.maturation.days, 'day')}: {rule.maturation.why}
            </dd>
          </div>
        </dl>
      )}
      {LISTS.map((outcome) => (
        <List
          key={outcome}
          run={run}
          title={outcomes[outcome]}
          metric={metric}
          rows={rows.filter((row) => row.outcome === outcome)}
          counted={metric[outcome] ?? 0}
          testid={`behind-${card.programme}-${metric.metric}-${outcome}`}
        />
      ))}
      <p className="note">
        Counted from {day(since)} to {day(until)}. Times are local to the region of each order.
        {metric.pending ? ` ${many(metric.pending, 'order')} pending: listed once final.` : ''}
      </p>
    </>
  );
}

/** A rule of contracts/metrics.ts without the codes that the data uses for it. */
const ruleInWords = (rule: string): string =>
  rule
    .replace(/ ?\(`[^`]+`\)/g, '')
    .replace(/\(`[^`]+`, /g, '(')
    .replaceAll('ship_by', 'ship-by')
    .replaceAll('deliver_by', 'deliver-by');

interface ListProps {
  run: Run;
  title: string;
  metric: SellerMetric;
  rows: OutcomeDetail[];
  counted: number;
  testid: string;
}

function List({ run, title, metric, rows, counted, testid }: ListProps) {
  const [shown, setShown] = useState(AT_FIRST);
  const [open, setOpen] = useState<string>();
  if (rows.length === 0 && counted === 0) return null;
  const { moments } = run.wording.words;
  const proof = proofOf(metric.metric);
  const width = 5 + proof.length;
  return (
    <div className="behind" data-testid={testid}>
      <h4>
        {title} <span className="faint">{count(rows.length)}</span>
      </h4>
      {rows.length !== counted && (
        <p className="warning" role="alert">
          The card counts {count(counted)}, the ledger lists {count(rows.length)}. Please report this with the run id.
        </p>
      )}
      {rows.length > 0 && (
        <Scroll label={title}>
          <table className="figures orders">
            <thead>
              <tr>
                <th scope="col">Order</th>
                <th scope="col" className="text">
                  Reason
                </th>
                <th scope="col" className="text">
                  Counts on
                </th>
                {proof.map((name) => (
                  <th scope="col" className="text" key={name}>
                    {moments[name]}
                  </th>
                ))}
                <th scope="col">Value</th>
                <th scope="col" title="Days until it leaves the metric's window">
                  Leaves in
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row) => (
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
                    <td className="text">{run.wording.reasonTitle(row.reason)}</td>
                    <td className="text">
                      {day(row.cohort_day)} <span className="faint">{row.region}</span>
                    </td>
                    {proof.map((name) => (
                      <td className="text" key={name}>
                        <Moment run={run} row={row} name={name} />
                      </td>
                    ))}
                    <td>{amount(row.gmv_minor, row.currency)}</td>
                    <td>{row.days_left_in_window == null ? NONE : many(row.days_left_in_window, 'day')}</td>
                  </tr>
                  {open === row.subject_id && (
                    <tr className="whole-row">
                      <td colSpan={width}>
                        <WholeOrder run={run} row={row} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {rows.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + MORE)}>
          {rows.length - shown > MORE
            ? `Show ${MORE} more of ${count(rows.length - shown)}`
            : `Show the other ${rows.length - shown}`}
        </button>
      )}
    </div>
  );
}

function Moment({ run, row, name }: { run: Run; row: OutcomeDetail; name: MomentName }) {
  const at = row[name];
  if (!at) return <span className="faint">{NONE}</span>;
  const zone = zoneOf(run.policies, row.region);
  return (
    <time dateTime={at.toISOString()} title={zone}>
      {moment(at, zone)}
    </time>
  );
}

/** Everything the ledger knows of one order. */
function WholeOrder({ run, row }: { run: Run; row: OutcomeDetail }) {
  const { moments } = run.wording.words;
  const known = (Object.keys(moments) as MomentName[])
    .filter((name) => row[name] != null)
    .sort((a, b) => row[a]!.getTime() - row[b]!.getTime());
  const facts: [string, string | null][] = [
    ['Region', run.wording.regionName(run.policies.regions, row.region)],
    ['Time zone', zoneOf(run.policies, row.region)],
    ['Category', row.category],
    ['Carrier', row.carrier],
    ['Tracking number', row.has_tracking == null ? null : row.has_tracking ? 'known' : 'none'],
    ['Cancelled by', row.cancelled_by && spaced(row.cancelled_by)],
    ['First review', row.rating == null ? null : many(row.rating, 'star')],
    ['Exemption', row.exemption_id],
    ['Rule', row.reason],
  ];
  return (
    <dl className="whole-order">
      {known.map((name) => (
        <div key={name}>
          <dt>{moments[name]}</dt>
          <dd>
            <Moment run={run} row={row} name={name} />
          </dd>
        </div>
      ))}
      {facts
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
