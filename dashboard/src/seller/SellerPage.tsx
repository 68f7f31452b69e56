import { use } from 'react';
import { heldUnder, tierShown } from '../../../wording/standing.js';
import { capital } from '../../../wording/wording.js';
import { type Address, linkTo } from '../address.js';
import { programmeOf } from '../data/policies.js';
import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { count, day } from '../format.js';
import { HomeElsewhere, isAtHomeElsewhere } from '../parts/OwnRegion.js';
import { Empty, Reading } from '../parts/Panel.js';
import { Tier } from '../parts/Tier.js';
import { PAGE } from '../speech.js';
import { Gates } from './Gates.js';
import { Held, HeldNotes } from './Held.js';
import { HistoryOf } from './HistoryOf.js';
import { MailsTo } from './MailsTo.js';
import { MetricCards } from './MetricCards.js';
import { NextTier } from './NextTier.js';
import { Points } from './Points.js';
import { Probation } from './Probation.js';
import { Score } from './Score.js';

const say = PAGE.seller;

/** One seller: the tier under each programme, what holds it back, each metric and the orders behind it. */
export function SellerPage({ run, address }: { run: Run; address: Address }) {
  return (
    <Reading lines={10}>
      <Seller run={run} address={address} />
    </Reading>
  );
}

function Seller({ run, address }: { run: Run; address: Address }) {
  const cards = use(run.scorecardsOf(address.seller));
  const metrics = use(run.metricsOf(address.seller));
  const [first] = cards;
  const back = (
    <p className="back">
      <a href={linkTo({ view: 'sellers' })}>← {say.back}</a>
    </p>
  );
  if (!first) {
    return (
      <>
        {back}
        <h1>{address.seller}</h1>
        <Empty testid="no-scorecard">{say.none(day(run.manifest.run_date))}</Empty>
      </>
    );
  }
  return (
    <>
      {back}
      <div className="page-head">
        <div>
          <h1 data-testid="seller-name">{first.name ?? first.seller_id}</h1>
          <p className="note">
            {[
              first.seller_id,
              first.home_region ? say.managed(run.wording.regionName(run.policies.regions, first.home_region)) : say.notDescribed,
              first.status && run.wording.words.statuses[first.status],
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      </div>
      <HomeElsewhere run={run} card={first} />
      {cards.map((card) => (
        <section
          key={card.programme}
          className="panel card"
          data-testid={`card-${card.programme}`}
          aria-label={programmeOf(run.policies, card.programme)?.title ?? card.programme}
        >
          <Head run={run} card={card} />
          <MetricCards
            run={run}
            address={address}
            card={card}
            metrics={metrics.filter((metric) => metric.programme === card.programme)}
          />
          {!isAtHomeElsewhere(run, card) && <HistoryOf run={run} card={card} />}
        </section>
      ))}
      {!isAtHomeElsewhere(run, first) && <MailsTo run={run} card={first} />}
    </>
  );
}

function Head({ run, card }: { run: Run; card: Scorecard }) {
  const { tierTitle } = run.wording;
  const programme = programmeOf(run.policies, card.programme);
  const title = (tier: string) => tierTitle(programme, tier);
  const held = heldUnder(use(run.standingsOf(card.seller_id)), card.programme);
  return (
    <div className="card-head">
      <div className="card-tier">
        <h2>
          {programme?.title ?? card.programme} <span className="faint">{card.policy_version}</span>
        </h2>
        <p className="card-verdict">
          <Tier run={run} programme={card.programme} tier={tierShown(card.tier, held)} large />
          <Reading lines={1}>
            <SinceLastRun run={run} card={card} />
          </Reading>
        </p>
        {held && <Held run={run} held={held} />}
        <p data-testid="tier-because">
          {held
            ? say.proposes(title(card.tier), run.wording.tierBecause(card, programme))
            : capital(run.wording.tierBecause(card, programme))}
        </p>
        <NextTier run={run} card={card} />
        <Probation run={run} card={card} />
        <Gates run={run} card={card} />
        <Points run={run} card={card} />
        <Score run={run} card={card} />
      </div>
      <Facts run={run} card={card} />
      {held && <HeldNotes run={run} held={held} />}
    </div>
  );
}

function Facts({ run, card }: { run: Run; card: Scorecard }) {
  const { metricTitle, tierTitle } = run.wording;
  const programme = programmeOf(run.policies, card.programme);
  const title = (tier: string) => tierTitle(programme, tier);
  return (
    <dl className="facts">
      {card.held_back_by && (
        <div>
          <dt>{say.facts.heldBackBy}</dt>
          <dd data-testid="held-back-by">{metricTitle(card.held_back_by)}</dd>
        </div>
      )}
      <div>
        <dt>{say.facts.ifAllMet}</dt>
        <dd>{title(card.tier_projected)}</dd>
      </div>
      <div>
        <dt>{programme ? say.facts.ordersIn(programme.assessable.window_days) : say.facts.ordersInWindow}</dt>
        <dd>
          {count(card.orders)} <span className="faint">{say.facts.needed(count(card.orders_needed))}</span>
        </dd>
      </div>
      <div>
        <dt>{say.facts.measured}</dt>
        <dd>{say.facts.of(card.metrics_measured, card.metrics_total)}</dd>
      </div>
    </dl>
  );
}

function SinceLastRun({ run, card }: { run: Run; card: Scorecard }) {
  const changes = use(run.tierChanges());
  const change = changes.find((one) => one.seller_id === card.seller_id && one.programme === card.programme);
  if (!change) return null;
  const tone = { up: 'better', down: 'worse', new: 'even', other: 'even' }[change.direction];
  return (
    <span className={`since ${tone}`}>
      {change.previous_tier
        ? say.was(
            run.wording.tierTitle(programmeOf(run.policies, card.programme), change.previous_tier),
            change.previous_run_id ?? '',
          )
        : run.wording.words.grammar.inSentence(run.wording.words.directions.new)}
    </span>
  );
}
