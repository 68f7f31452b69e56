import { use } from 'react';
import { pointsEntry, pointsNotes } from '../../../wording/points.js';
import { programmeOf } from '../data/policies.js';
import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';

/** What stands of a programme's points, and each entry of the ledger; nothing where it has none. */
export function Points({ run, card }: { run: Run; card: Pick<Scorecard, 'seller_id' | 'programme'> }) {
  const programme = programmeOf(run.policies, card.programme);
  const row = use(run.pointsOf(card.seller_id)).find((one) => one.programme === card.programme);
  const entries = use(run.pointsEntriesOf(card.seller_id)).filter((one) => one.programme === card.programme);
  if (!programme || !row) return null;
  const { states } = run.wording.words.points;
  return (
    <div data-testid="points">
      <p>{pointsNotes(row, programme, run.wording).join(' ')}</p>
      {entries.map((entry) => (
        <p key={entry.entry_id} className="note">
          <strong>{states[entry.state]}</strong> {pointsEntry(entry, run.wording)}
        </p>
      ))}
    </div>
  );
}
