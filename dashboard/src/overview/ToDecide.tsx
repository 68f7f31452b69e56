import { use } from 'react';
import { toDecide } from '../../../wording/for-persons.js';
import { linkTo } from '../address.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { day } from '../format.js';

/** why 8: what is longer is read at the command line, which lists all. */
const SHOWN = 8;

/** What waits for a person: changes of tier, rules whose pause is proposed, and carriers' days. Nothing where nothing does. */
export function ToDecide({ run, region }: { run: Run; region: string }) {
  const records = use(run.waiting());
  const lines = toDecide(
    { records, figures: use(run.decisionFigures()), incidents: use(run.incidents()) },
    region,
    run.policies.programmes,
    run.wording,
  );
  if (lines.length === 0) return null;
  const say = run.wording.words.decision.forPersons;
  return (
    <section className="panel" data-testid="to-decide" aria-label={say.heading}>
      <div className="panel-head">
        <h2>{say.heading}</h2>
      </div>
      <ul className="unmeasured-list">
        {lines.map(({ what, how }) => (
          <li key={what}>
            {what} <span className="faint">{say.how(how)}</span>
            {how === say.waitingHow && <Sellers run={run} records={records} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sellers({ run, records }: { run: Run; records: Awaited<ReturnType<Run['waiting']>> }) {
  const { tierTitle } = run.wording;
  const sorted = records.toSorted((a, b) => (`${a.evaluated_on} ${a.seller_id}` < `${b.evaluated_on} ${b.seller_id}` ? -1 : 1));
  return (
    <ul>
      {sorted.slice(0, SHOWN).map((row) => {
        const programme = programmeOf(run.policies, row.programme);
        return (
          <li key={row.decision_id}>
            <a href={linkTo({ view: 'seller', seller: row.seller_id, open: '' })}>{row.seller_id}</a>:{' '}
            {tierTitle(programme, row.tier_before)} to {tierTitle(programme, row.tier_after)}, since {day(row.evaluated_on)}
          </li>
        );
      })}
      {sorted.length > SHOWN && <li className="faint">and {sorted.length - SHOWN} more</li>}
    </ul>
  );
}
