import { use } from 'react';
import { heldBecause, heldProjected, type StandingRow, standingNotes } from '../../../wording/standing.js';
import { capital } from '../../../wording/wording.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';

/** Why the tier is held, and what evaluations say of metrics that are not simply met: notices, and bounds missed by luck. */
export function Held({ run, held }: { run: Run; held: StandingRow }) {
  const programme = programmeOf(run.policies, held.programme);
  const projected = heldProjected(held, programme, run.wording);
  const context = { programme, next: held.next_evaluation_on, run_date: run.manifest.run_date };
  const told = use(run.metricStandingsOf(held.seller_id))
    .filter((row) => row.programme === held.programme)
    .map((row) => ({ metric: row.metric, notes: standingNotes(row, context, run.wording) }))
    .filter(({ notes }) => notes.length > 0)
    .sort((a, b) => run.wording.metricPlace(a.metric) - run.wording.metricPlace(b.metric));
  return (
    <div data-testid="held">
      <p>
        {capital(heldBecause(held, run.wording))}
        {projected && `. ${projected}`}
      </p>
      {told.map(({ metric, notes }) => (
        <p key={metric} className="note">
          <strong>{run.wording.metricTitle(metric)}.</strong> {notes.join(' ')}
        </p>
      ))}
    </div>
  );
}
