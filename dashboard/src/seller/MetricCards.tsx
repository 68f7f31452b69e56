import { Fragment } from 'react';
import { atBound } from '../../../wording/at-bound.js';
import { keepNotes } from '../../../wording/gates.js';
import { pausedNotes } from '../../../wording/paused.js';
import { capital, standardOf } from '../../../wording/wording.js';
import { type Address, adjust } from '../address.js';
import { programmeOf } from '../data/policies.js';
import type { Scorecard, SellerMetric } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { count, NONE, rate } from '../format.js';
import { Reading } from '../parts/Panel.js';
import { PAGE } from '../speech.js';
import { OrdersBehind } from './OrdersBehind.js';

const say = PAGE.seller.metric;

interface MetricCardsProps {
  run: Run;
  address: Address;
  card: Scorecard;
  metrics: SellerMetric[];
}

/** Each metric of the programme: value against standard, faults used of those allowed, and why. Unfolds into its orders. */
export function MetricCards({ run, address, card, metrics }: MetricCardsProps) {
  const sorted = metrics.toSorted((a, b) => run.wording.metricPlace(a.metric) - run.wording.metricPlace(b.metric));
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
  const { metricTitle, words } = run.wording;
  const measured = metric.verdict !== 'not_measured';
  const behind = (metric.fault ?? 0) + (metric.forgiven ?? 0) + (metric.excluded ?? 0);
  const holds = card.held_back_by === metric.metric;
  const id = `${card.programme}-${metric.metric}`;
  const asked = programmeOf(run.policies, card.programme)?.metrics.find((one) => one.metric === metric.metric);
  const recommended = run.wording.recommended(metric);
  const days = run.wording.windowBecause(metric, asked) ?? PAGE.app.days(metric.window_days, count(metric.window_days));
  const paused = pausedNotes(asked, run.manifest.run_date, run.wording);
  const kept = keepNotes(asked, programmeOf(run.policies, card.programme), run.wording);
  return (
    <article className={`metric-card ${metric.verdict} ${holds ? 'holds' : ''}`} data-testid={`card-metric-${id}`}>
      <header>
        <div>
          <h3>{metricTitle(metric.metric)}</h3>
          <span className={`verdict ${metric.verdict} ${atBound(metric) ? 'at-bound' : ''}`} data-cell="verdict">
            {words.verdicts[metric.verdict]}
          </span>
          {atBound(metric) && <span className="holds-note">{words.scorecard.left(0, '')}</span>}
          {holds && <span className="holds-note">{say.holds}</span>}
        </div>
        <p data-cell="because">{capital(run.wording.verdictBecause(metric))}</p>
        {[...paused, ...kept].map((note) => (
          <p key={note} data-cell="kept">
            {note}
          </p>
        ))}
        {recommended && <p data-cell="recommended">{recommended}</p>}
      </header>
      {measured && <Figures run={run} card={card} metric={metric} />}
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
            {behind > 0 ? say.behind(run.wording.counted(metric.metric).many) : say.how}
          </button>
          <span className="faint" data-cell="window">
            {[run.wording.onlyOrders(asked), days].filter(Boolean).join('; ')}
          </span>
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

function Figures({ run, card, metric }: Pick<MetricCardProps, 'run' | 'card' | 'metric'>) {
  const { standing, tierTitle, words } = run.wording;
  const { rate: now, short } = standing(metric.accountable_rate, standardOf(metric));
  return (
    <dl className="metric-figures">
      <div className="lead">
        <dt>{say.rate}</dt>
        <dd data-cell="accountable_rate">{now}</dd>
      </div>
      <div>
        <dt>{say.standard}</dt>
        <dd data-cell="at_most">{short}</dd>
      </div>
      <div>
        <dt>{say.used}</dt>
        <dd>
          <span data-cell="fault">{count(metric.fault)}</span> <span className="faint">{say.usedOf}</span>
          <span data-cell="allowed">{count(metric.allowed)}</span> <span className="faint">{say.usedAllowed}</span>
        </dd>
      </div>
      <div>
        <dt>{words.outcomes.met}</dt>
        <dd data-cell="met">{count(metric.met)}</dd>
      </div>
      <div>
        <dt>{words.outcomes.forgiven}</dt>
        <dd data-cell="forgiven">{count(metric.forgiven)}</dd>
      </div>
      <div>
        <dt>{words.outcomes.excluded}</dt>
        <dd data-cell="excluded">{count(metric.excluded)}</dd>
      </div>
      <div>
        <dt>{words.outcomes.pending}</dt>
        <dd data-cell="pending">{count(metric.pending)}</dd>
      </div>
      <div>
        <dt>{words.rates.raw}</dt>
        <dd data-cell="raw_rate">{rate(metric.raw_rate)}</dd>
      </div>
      <div>
        <dt>{say.alone}</dt>
        <dd>{metric.tier ? tierTitle(programmeOf(run.policies, card.programme), metric.tier) : NONE}</dd>
      </div>
    </dl>
  );
}
