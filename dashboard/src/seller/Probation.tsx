import { use } from 'react';
import { probationNow } from '../../../wording/probation.js';
import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';

/** What a new seller's probation says; nothing of whoever has none. */
export function Probation({ run, card }: { run: Run; card: Pick<Scorecard, 'seller_id' | 'programme'> }) {
  const rows = use(run.probationsOf(card.seller_id));
  const exits = use(run.probationExitsOf(card.seller_id));
  const notes = probationNow(rows, exits, { ...card, run_date: run.manifest.run_date }, run.wording);
  if (notes.length === 0) return null;
  return (
    <div data-testid="probation">
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </div>
  );
}
