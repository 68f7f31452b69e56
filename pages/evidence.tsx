/** An evidence pack as one page, to be read and printed by somebody who knows nothing of the system. */
import type { Evidence } from '../contracts/evidence.js';
import type { ReadersPolicies } from '../policies/readers-policies.js';
import { tierShown } from '../wording/standing.js';
import { wordingFor } from '../wording/wording.js';
import { JudgedPart } from './evidence-judged.js';
import { OrdersPart } from './evidence-orders.js';
import { DecisionsPart, MailsPart, PointsPart, RecordsPart, RestatementsPart } from './evidence-said.js';
import { InputsPart, RunsPart } from './evidence-sources.js';
import { format, type Shown, withDates } from './evidence-words.js';
import { documentOf } from './parts.js';

/** One HTML document. The same evidence gives the same bytes. @param policies by their file in the pack */
export function evidencePage(evidence: Evidence, policies: ReadonlyMap<string, ReadersPolicies>): string {
  const of = policies.get(evidence.runs.at(-1)!.policies)!;
  const shown: Shown = { evidence, policies: of, wording: wordingFor('en', of) };
  const { name, seller_id, from, to } = evidence;
  const title = `Evidence: ${name ?? seller_id}`;
  return documentOf(
    `${title}, ${from} to ${to}`,
    <>
      <h1>{title}</h1>
      <p className="soft">
        Seller <code>{seller_id}</code> · {format.day(from)} to {format.day(to)} ·{' '}
        {format.many(evidence.runs.length, 'nightly run')}
      </p>
      <Summary shown={shown} />
      <HowToRead />
      <JudgedPart shown={shown} />
      <DecisionsPart shown={shown} />
      <PointsPart shown={shown} />
      <OrdersPart shown={shown} />
      <RestatementsPart shown={shown} />
      <MailsPart shown={shown} />
      <RecordsPart shown={shown} />
      <RunsPart shown={shown} />
      <InputsPart shown={shown} />
    </>,
  );
}

/** What happened in these days, in figures. */
function Summary({ shown: { evidence, policies, wording } }: { shown: Shown }) {
  const { explanations, tier_changes, mails, orders, decisions, restatements } = evidence;
  const last = explanations.at(-1);
  const sent = mails.filter(({ outcome }) => outcome === 'sent').length;
  const faults = new Set(orders.filter(({ outcome }) => outcome === 'fault').map(({ subject_id }) => subject_id)).size;
  const contested = new Set(decisions.filter(({ appeal_id }) => appeal_id !== null).map(({ decision_id }) => decision_id)).size;
  const overturned = new Set(
    decisions.filter(({ given_back_on }) => given_back_on !== null).map(({ decision_id }) => decision_id),
  ).size;
  const tiers = (last?.programmes ?? []).map(({ programme, tier, standing }) => {
    const policy = policies.programmes.find((one) => one.programme === programme);
    return `${policy?.title ?? programme}: ${wording.tierTitle(policy, tierShown(tier, standing ? withDates(standing) : undefined))}`;
  });
  return (
    <div className="state">
      <p>
        On {format.day(last?.run_date)}: {tiers.join(' · ')}
      </p>
      <p>
        In these days: {format.many(tier_changes.length, 'change')} of tier, {format.many(contested, 'appeal')},{' '}
        {format.many(overturned, 'change')} undone, {format.many(faults, 'order or conversation', 'orders or conversations')} at
        fault, {format.many(restatements.length, 'outcome')} corrected, {format.many(sent, 'mail')} to the seller.
      </p>
    </div>
  );
}

const HowToRead = () => (
  <section className="card">
    <h2>What this is, and how to check it</h2>
    <p>
      Every night the marketplace judges the orders of its sellers by rules that are written down, and keeps what it read, the
      rules and the result. This pack shows what these nights said of one seller, and from what. It states no date of its making:
      built again from the same records, on any day and any machine, it has the same bytes.
    </p>
    <p>
      <code>manifest.json</code> names every file of the pack with its SHA-256. The command{' '}
      <code>scorecards evidence --verify FOLDER</code> compares them, builds the pack anew from the marketplace’s records, and
      looks whether each file that the nights read still has the bytes that they recorded.
    </p>
    <p>
      Buyers and addresses are not in it. Moments are in the time of the market in which the order was placed; in the JSON and the
      CSV tables, which hold every row, they are in UTC.
    </p>
  </section>
);
