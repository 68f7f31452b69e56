/** Bounds of tiers: four ways to say one, and the one way in which it is kept. */
import * as z from 'zod';
import { BOUNDS_SAID, type Bound, type BoundSaid, leavesOutItself, ofWhatIsMet } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { shareOf, why } from './values.js';

const shareOrNone = shareOf.optional();
export const BoundYaml = z.strictObject({
  ...{ at_most: shareOrNone, below: shareOrNone, met_at_least: shareOrNone, met_above: shareOrNone, why },
  at_least: z.undefined('is said of what is met: write met_at_least').optional(),
});

export type BoundYaml = z.output<typeof BoundYaml>;

/** A bound of a tier may be another for whoever holds the tier, or a better one, already. */
export const TierBoundYaml = BoundYaml.extend({ keep: shareOrNone, keep_why: why.optional() });

/** How a bound is said, where it is said in one way. */
export function saidOf(bound: BoundYaml): BoundSaid | undefined {
  const said = BOUNDS_SAID.filter((one) => bound[one] !== undefined);
  return said.length === 1 ? said[0] : undefined;
}

const MILLION = 1_000_000;

/** A bound that is said in one way, as one on what is at fault: 95 % met are at most 5 % at fault, in whole millionths. */
export function boundOf(bound: BoundYaml): Bound {
  const said = saidOf(bound)!;
  const share = bound[said]!;
  const ofMet = ofWhatIsMet(said);
  const at_most = ofMet ? (MILLION - Math.round(share * MILLION)) / MILLION : share;
  return { at_most, ...(said === 'at_most' ? {} : { said }), why: bound.why };
}

/** Millionths that are allowed, to order bounds by: where exactly the bound is too much, half a millionth less. */
export const allowance = ({ at_most, said }: Bound): number => Math.round(at_most * MILLION) - (leavesOutItself(said) ? 0.5 : 0);

interface Written {
  bound: Bound;
  said: BoundSaid;
  written: number;
}

/** A bound with the number as it stands in the file; undefined, and refused, where it is not said in one way. */
function checkBound(file: PolicyFile, at: (string | number)[], yaml: BoundYaml): Written | undefined {
  const said = saidOf(yaml);
  if (!said) {
    const found = BOUNDS_SAID.filter((one) => yaml[one] !== undefined);
    file.refuse(
      at,
      found.length > 0 ? `has ${found.join(' and ')}; keep one` : `needs a bound; add one of ${BOUNDS_SAID.join(', ')}`,
    );
    return undefined;
  }
  const written = yaml[said]!;
  const bound = boundOf(yaml);
  if (Math.abs(written * MILLION - Math.round(written * MILLION)) > 1e-6)
    file.refuse([...at, said], `${written} is finer than one part per million; round it to six decimals`);
  if (allowance(bound) < 0)
    file.refuse(
      [...at, said],
      said === 'below' ? 'nobody stays below 0; write at_most: 0' : 'nobody meets more than all; write met_at_least: 1',
    );
  return { bound, said, written };
}

/** Every tier but the last has a bound, and none is stricter than the tier above. */
export function checkBounds(
  file: PolicyFile,
  key: string,
  tiers: Readonly<Record<string, BoundYaml>>,
  bounded: readonly string[],
): void {
  let above: { tier: string; bound: Bound; written: number } | undefined;
  for (const tier of bounded) {
    const yaml = Object.hasOwn(tiers, tier) ? tiers[tier] : undefined;
    const at = ['metrics', key, 'tiers'];
    if (!yaml) {
      file.refuse(at, `has no bound for ${tier}; add one`);
      continue;
    }
    const found = checkBound(file, [...at, tier], yaml);
    if (!found) continue;
    const { bound, said, written } = found;
    if (above && allowance(bound) < allowance(above.bound))
      file.refuse(
        [...at, tier, said],
        `${tier} (${written}) is stricter than ${above.tier} (${above.written}) above it; swap them`,
      );
    above = { tier, bound, written };
  }
}

/** What is recommended comes before the standard is missed. */
export function checkAlert(
  file: PolicyFile,
  key: string,
  { alert, tiers }: { alert?: BoundYaml | undefined; tiers: Readonly<Record<string, BoundYaml>> },
  standard: string,
): void {
  const found = alert && checkBound(file, ['metrics', key, 'alert'], alert);
  const limit = Object.hasOwn(tiers, standard) ? tiers[standard] : undefined;
  const said = limit && saidOf(limit);
  if (!found || !limit || !said || allowance(found.bound) <= allowance(boundOf(limit))) return;
  file.refuse(
    ['metrics', key, 'alert', found.said],
    `${found.written} recommends less than the standard asks for (${standard}, ${said}: ${limit[said]}); swap them, or take the alert out`,
  );
}
