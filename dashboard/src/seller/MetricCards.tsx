import { Fragment } from 'react';
import { METRICS, metricOf } from '../../../metrics/index.js';
import { type Address, adjust } from '../address.js';
import type { Scorecard, SellerMetric } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { inWords, metricTitle, tierTitle, VERDICTS } from '../data/words.js';
import { bound, count, rate } from '../format.js';
import { Reading } from '../parts/Panel.js';
import { OrdersBehind } from './OrdersBehind.js';

interface MetricCardsProps {
  run: Run;
  address: Address;
  card: Scorecard;
  metrics: SellerMetric[];
}

const place = (metric: string): number => METRICS.findIndex(({ key }) => key === metric);

/** Each metric of the programme: value against standard, faults used of those allowed, and why. Unfolds into its orders. */
export function MetricCards({ run, address, card, metrics }: MetricCardsProps) {
  const sorted = metrics.toSorted((a, b) => place(a.metric) - place(b.metric));
  return (
    <div className="metric-cards">
      {sorted.map((metric) => {
        const key = `${card.programme}/${metric.metric}`;
        return (
          <Fragment key={key}>
            <MetricCard run={run} card={card} metric={metric} open={address.open === key} toggle={() => toggle(address, key)} />
          </Fragment>
        );
      })}
    </div>
  );
}

const toggle = (address: Address, key: string): void => adjust({ open: address.open === key ? '' : key });

interface MetricCardProps {
  run: Run;
  card: Scorecard;
  metric: SellerMetric;
  open: boolean;
  toggle(): void;
}

function MetricCard({ run, card, metric, open, toggle }: MetricCardProps) {
  const measured = metric.verdict !== 'not_measured';
  const behind = (metric.fault ?? 0) + (metric.forgiven ?? 0) + (metric.excluded ?? 0);
  const holds = card.held_back_by === metric.metric;
  const id = `${card.programme}-${metric.metric}`;
  return (
    <article className={`metric-card ${metric.verdict} ${holds ? 'holds' : ''}`} data-testid={`card-metric-${id}`}>
      <header>
        <div>
          <h3>{metricTitle(metric.metric)}</h3>
          <span className={`verdict ${metric.verdict}`} data-cell="verdict">
            {VERDICTS[metric.verdict]}
          </span>
          {holds && <span className="holds-note">holds the tier back</span>}
        </div>
        <p data-cell="because">{inWords(run.policies, card.programme, metric.because)}</p>
      </header>
      {measured && (
        <dl className="metric-figures">
          <div className="lead">
            <dt>Rate</dt>
            <dd data-cell="accountable_rate">{rate(metric.accountable_rate)}</dd>
          </div>
          <div>
            <dt>Standard</dt>
            <dd data-cell="at_most">≤ {bound(metric.at_most)}</dd>
          </div>
          <div>
            <dt>Faults used</dt>
            <dd>
              <span data-cell="fault">{count(metric.fault)}</span> <span className="faint">of </span>
              <span data-cell="allowed">{count(metric.allowed)}</span> <span className="faint">allowed</span>
            </dd>
          </div>
          <div>
            <dt>Met</dt>
            <dd data-cell="met">{count(metric.met)}</dd>
          </div>
          <div>
            <dt>Forgiven</dt>
            <dd data-cell="forgiven">{count(metric.forgiven)}</dd>
          </div>
          <div>
            <dt>Left out</dt>
            <dd data-cell="excluded">{count(metric.excluded)}</dd>
          </div>
          <div>
            <dt>Pending</dt>
            <dd data-cell="pending">{count(metric.pending)}</dd>
          </div>
          <div>
            <dt>Raw rate</dt>
            <dd data-cell="raw_rate">{rate(metric.raw_rate)}</dd>
          </div>
          <div>
            <dt>Alone allows</dt>
            <dd>{metric.tier ? tierTitle(run.policies, card.programme, metric.tier) : '–'}</dd>
          </div>
        </dl>
      )}
      {measured && (
        <footer>
          <button
            type="button"
            className="unfold"
            aria-expanded={open}
            aria-controls={`${id}-orders`}
            onClick={toggle}
            data-testid={`unfold-${id}`}
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span>{' '}
            {behind > 0 ? `The ${subjects(metric.metric)} behind it` : 'How it is counted'}
          </button>
          <span className="faint">{metric.window_days} days</span>
        </footer>
      )}
      {open && (
        <div id={`${id}-orders`} className="unfolded">
          <Reading lines={4}>
            <OrdersBehind run={run} card={card} metric={metric} />
          </Reading>
        </div>
      )}
    </article>
  );
}

const subjects = (metric: string): string => (metricOf(metric)?.subject === 'conversation' ? 'conversations' : 'orders');
