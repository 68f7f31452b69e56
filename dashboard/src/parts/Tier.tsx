import { tierLook } from '../../../wording/wording.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';

interface TierProps {
  run: Run;
  programme: string;
  tier: string;
  large?: boolean;
}

export function Tier({ run, programme, tier, large }: TierProps) {
  const found = programmeOf(run.policies, programme);
  const title = run.wording.tierTitle(found, tier);
  return (
    <span className={`tier ${tierLook(found, tier)} ${large ? 'large' : ''}`} title={title}>
      {title}
    </span>
  );
}
