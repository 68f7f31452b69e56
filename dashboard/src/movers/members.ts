import type { Run } from '../data/run.js';

/** A member of what a change is told apart by, as readers know it; null of what is not known. */
export function memberTitle({ policies, wording }: Run, dimension: string, member: string | null): string {
  const say = wording.words.movers;
  if (member === null) return say.who.unknown;
  if (dimension === 'region') return wording.regionName(policies.regions, member);
  return dimension === 'tenure' ? (say.tenures[member] ?? member) : member;
}
