/** A second opinion on what tiers ask for beside their bounds. */
import type { Programme } from '../../policies/policy.js';
import type { Cell } from './standings.js';

export interface Gate {
  seller_id: string;
  programme: string;
  tier: string;
  gate: string;
  value: number;
  needed: number;
}

/** The first by name that a tier asks for and the seller does not have. */
export const lacking = (
  { gates = [] }: { gates?: readonly Gate[] },
  seller: string,
  { programme }: Programme,
  tier: Cell,
): Gate | undefined =>
  gates
    .filter((one) => one.seller_id === seller && one.programme === programme && one.tier === tier && one.value < one.needed)
    .sort((a, b) => (a.gate < b.gate ? -1 : 1))[0];
