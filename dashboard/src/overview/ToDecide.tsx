import { use } from 'react';
import { toDecide } from '../../../wording/for-persons.js';
import { ALL } from '../../../wording/wording.js';
import { linkTo } from '../address.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { day } from '../format.js';
import { PAGE } from '../speech.js';

/** why 8: about as many lines as the rest of the panel; the others unfold. */
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
  // Said only where all that may wait is known: not of a region, whose changes of tier are listed under all of them, nor while an evaluation is provisional.
  const all =
    region === ALL && run.publishes('decision_records') && !use(run.evaluations()).some(({ state }) => state === 'provisional');
  if (lines.length === 0)
    return !all ? null : (
      <p className="note" data-testid="nothing-to-decide">
        {PAGE.notSaid.nothingWaits}
      </p>
    );
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

/** Every one of them: the number above opens as many lines. */
function Sellers({ run, records }: { run: Run; records: Awaited<ReturnType<Run['waiting']>> }) {
  const say = run.wording.words.decision.forPersons;
  const sorted = records.toSorted((a, b) => (`${a.evaluated_on} ${a.seller_id}` < `${b.evaluated_on} ${b.seller_id}` ? -1 : 1));
  const [first, others] = [sorted.slice(0, SHOWN), sorted.slice(SHOWN)];
  return (
    <>
      <Records run={run} records={first} />
      {others.length > 0 && (
        <details>
          <summary>{say.others(run.wording.format.count(others.length))}</summary>
          <Records run={run} records={others} />
        </details>
      )}
    </>
  );
}

function Records({ run, records }: { run: Run; records: Awaited<ReturnType<Run['waiting']>> }) {
  const { tierTitle, words } = run.wording;
  return (
    <ul>
      {records.map((row) => {
        const title = (tier: string) => tierTitle(programmeOf(run.policies, row.programme), tier);
        return (
          <li key={row.decision_id} data-testid="waiting-record">
            <a href={linkTo({ view: 'seller', seller: row.seller_id, open: '' })}>{row.seller_id}</a>
            {words.grammar.labelled(
              '',
              words.decision.forPersons.change(title(row.tier_before), title(row.tier_after), day(row.evaluated_on)),
            )}
          </li>
        );
      })}
    </ul>
  );
}
