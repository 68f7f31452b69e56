import { use } from 'react';
import { earlyWarningInWords } from '../../../wording/early-warning.js';
import { decisionsForSeller } from '../../../wording/for-seller.js';
import { heldBecause, heldProjected, type StandingRow, standingNotes } from '../../../wording/standing.js';
import { capital } from '../../../wording/wording.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';

interface HeldProps {
  run: Run;
  held: StandingRow;
}

/** Why the tier is held, and what an evaluation tonight would change of it. */
export function Held({ run, held }: HeldProps) {
  const projected = heldProjected(held, programmeOf(run.policies, held.programme), run.wording);
  return (
    <p data-testid="held">
      {capital(heldBecause(held, run.wording))}
      {projected && `. ${projected}`}
    </p>
  );
}

/** What persons decide of the tier, and what evaluations say of metrics: notices, bounds missed by luck, and early warnings. */
export function HeldNotes({ run, held }: HeldProps) {
  const programme = programmeOf(run.policies, held.programme);
  const { run_date } = run.manifest;
  const context = { programme, next: held.next_evaluation_on, run_date };
  const here = (row: { programme: string }): boolean => row.programme === held.programme;
  const records = use(run.decisionsOf(held.seller_id));
  const decisions = programme ? decisionsForSeller(records, programme, run_date, run.wording) : [];
  const warnings = use(run.warningsOf(held.seller_id)).filter(here);
  const warned = (metric: string): string[] =>
    warnings.filter((row) => row.metric === metric).map((row) => earlyWarningInWords(row, run.wording));
  const told = use(run.metricStandingsOf(held.seller_id))
    .filter(here)
    .map((row) => ({ metric: row.metric, notes: [...standingNotes(row, context, run.wording), ...warned(row.metric)] }))
    .filter(({ notes }) => notes.length > 0)
    .sort((a, b) => run.wording.metricPlace(a.metric) - run.wording.metricPlace(b.metric));
  if (decisions.length + told.length === 0) return null;
  return (
    <div className="held-notes" data-testid="held-notes">
      {decisions.length > 0 && (
        <p data-testid="decisions">
          <strong>{run.wording.words.decision.seller.heading}.</strong> {decisions.join(' ')}
        </p>
      )}
      {told.map(({ metric, notes }) => (
        <p key={metric}>
          <strong>{run.wording.metricTitle(metric)}.</strong> {notes.join(' ')}
        </p>
      ))}
    </div>
  );
}
