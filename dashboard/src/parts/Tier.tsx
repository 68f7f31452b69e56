import type { PublicPolicies } from '../data/run.js';
import { tierLook, tierTitle } from '../data/words.js';

interface TierProps {
  policies: PublicPolicies;
  programme: string;
  tier: string;
  large?: boolean;
}

export function Tier({ policies, programme, tier, large }: TierProps) {
  return (
    <span className={`tier ${tierLook(policies, programme, tier)} ${large ? 'large' : ''}`}>
      {tierTitle(policies, programme, tier)}
    </span>
  );
}
