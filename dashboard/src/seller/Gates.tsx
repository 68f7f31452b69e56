import { use } from 'react';
import { gateNote, gatesInOrder } from '../../../wording/gates.js';
import { programmeOf } from '../data/policies.js';
import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';

/** What tiers ask for beside their bounds, and what the seller has of it; nothing where none does. */
export function Gates({ run, card }: { run: Run; card: Pick<Scorecard, 'seller_id' | 'programme'> }) {
  const programme = programmeOf(run.policies, card.programme);
  const rows = use(run.gatesOf(card.seller_id)).filter((one) => one.programme === card.programme);
  if (rows.length === 0) return null;
  return (
    <div data-testid="gates">
      {gatesInOrder(rows, programme).map((row) => (
        <p key={`${row.tier} ${row.gate}`} className="note">
          {gateNote(row, programme, run.wording)}
        </p>
      ))}
    </div>
  );
}
