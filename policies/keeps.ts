/** Bounds to keep a tier that differ from those to get it. */
import type * as z from 'zod';
import { allowance, boundOf, saidOf, type TierBoundYaml } from './bounds.js';
import type { Bound } from './policy.js';
import type { PolicyFile } from './policy-file.js';

type Yaml = z.output<typeof TierBoundYaml>;

/** What is kept by, as a bound of its own said in the same way; undefined where it is the one to get it. */
function keptBy(yaml: Yaml): Bound | undefined {
  const said = saidOf(yaml);
  return said && yaml.keep !== undefined ? boundOf({ [said]: yaml.keep, why: yaml.keep_why ?? yaml.why }) : undefined;
}

export function boundWithKeep(yaml: Yaml): Bound {
  const kept = keptBy(yaml);
  return { ...boundOf(yaml), ...(kept ? { keep: { at_most: kept.at_most, why: kept.why } } : {}) };
}

/** To keep a tier never takes more than to get it, nor less than to keep the tier below it. */
export function checkKeeps(
  file: PolicyFile,
  metric: string,
  tiers: Readonly<Record<string, Yaml>>,
  { bounded, evaluated }: { bounded: readonly string[]; evaluated: boolean },
): void {
  let above: { tier: string; kept: Bound; written: number; own: boolean } | undefined;
  for (const tier of bounded) {
    const yaml = Object.hasOwn(tiers, tier) ? tiers[tier] : undefined;
    const said = yaml && saidOf(yaml);
    if (!yaml || !said) continue;
    const at = ['metrics', metric, 'tiers', tier];
    const kept = keptBy(yaml);
    const written = yaml.keep ?? yaml[said]!;
    if (kept === undefined && yaml.keep_why !== undefined)
      file.refuse([...at, 'keep_why'], 'says why of no number; add keep, or take it out');
    if (kept) checkKeep(file, at, yaml, { kept, enter: yaml[said]!, evaluated });
    const stands = kept ?? boundOf(yaml);
    if (above && (kept || above.own) && allowance(stands) < allowance(above.kept))
      file.refuse(
        [...at, kept ? 'keep' : said],
        `keeping ${tier} (${written}) is stricter than keeping ${above.tier} (${above.written}) above it; swap them, or take keep out of ${above.tier}`,
      );
    above = { tier, kept: stands, written, own: kept !== undefined };
  }
}

function checkKeep(
  file: PolicyFile,
  at: readonly PropertyKey[],
  yaml: Yaml,
  { kept, enter, evaluated }: { kept: Bound; enter: number; evaluated: boolean },
): void {
  if (!evaluated) {
    file.refuse(
      [...at, 'keep'],
      'nobody holds a tier where no evaluation decides it; add evaluation (every: monday, why: ...), or take keep out',
    );
    return;
  }
  if (yaml.keep_why === undefined) file.refuse([...at, 'keep'], 'needs its reason; add keep_why beside it');
  if (Math.abs(yaml.keep! * 1e6 - Math.round(yaml.keep! * 1e6)) > 1e-6)
    file.refuse([...at, 'keep'], `${yaml.keep} is finer than one part per million; round it to six decimals`);
  if (allowance(kept) < allowance(boundOf(yaml)))
    file.refuse([...at, 'keep'], `keep (${yaml.keep}) is stricter than enter (${enter}); swap them`);
}
