import { use } from 'react';
import { nextTierNotes } from '../../../wording/next-tier.js';
import { programmeOf } from '../data/policies.js';
import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';

/** From when the seller has the next tier if orders go on as now; nothing where bounds alone do not hold it back. */
export function NextTier({ run, card }: { run: Run; card: Scorecard }) {
  const programme = programmeOf(run.policies, card.programme);
  const notes = programme ? nextTierNotes(use(run.nextTiersOf(card.seller_id)), programme, run.wording) : [];
  return notes.length > 0 && <p data-testid="next-tier">{notes.join(' ')}</p>;
}
