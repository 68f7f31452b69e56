import { use } from 'react';
import { evaluationNote, isProvisional } from '../../../wording/evaluation.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { Reading } from './Panel.js';

/** By the check that warns of it; so pages of other runs read nothing for this. */
const WARNS = 'evaluations_provisional';

/** What a reader must know before any tier: that an evaluation is not decided. */
export function Provisional({ run }: { run: Run }) {
  const { warnings } = run.manifest;
  // A team reads no warnings, as they speak of all regions: it asks the dataset.
  if (warnings ? !warnings.some(({ check }) => check === WARNS) : !run.publishes('evaluations')) return null;
  return (
    <Reading lines={1}>
      <Sentences run={run} />
    </Reading>
  );
}

const Sentences = ({ run }: { run: Run }) =>
  use(run.evaluations())
    .filter(isProvisional)
    .map((row) => (
      <p key={row.programme} className="banner" role="status" data-testid="provisional">
        {run.wording.words.grammar.labelled(
          programmeOf(run.policies, row.programme)?.title ?? row.programme,
          evaluationNote(row, run.wording) ?? '',
        )}
      </p>
    ));
