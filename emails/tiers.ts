import type { Programme } from '../policies/policy.js';
import type { Tone } from './rows.js';
import type { Words } from './words.js';

/** A tier by its title; not_assessable and not_measured by their words; a tier the policy no longer has by its key. */
export const tierTitle = (programme: Programme | undefined, tier: string, words: Words): string =>
  programme?.tiers.find((one) => one.key === tier)?.title ?? words.tiers[tier] ?? tier;

/** The standard and better are good, the last tier is bad, between them is a warning; without a tier nothing is said. */
export function tierTone(programme: Programme | undefined, tier: string): Tone {
  const keys = programme?.tiers.map((one) => one.key) ?? [];
  const at = keys.indexOf(tier);
  if (at < 0) return 'quiet';
  if (at <= keys.indexOf(programme?.standard ?? '')) return 'good';
  return at === keys.length - 1 ? 'bad' : 'warn';
}
