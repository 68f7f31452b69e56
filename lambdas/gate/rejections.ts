/** Why rows of a dataset were rejected, as sentences: the commonest reasons with a row of each, and what is none of the source's fault. */
import type { Policies } from '../../policies/policy.js';
import { formatFor } from '../../wording/format.js';
import type { ObjectStore } from '../shared/object-store.js';
import { type Rejecting, rejectionsOf } from '../shared/rejections.js';

/** why 3: who mends the commonest reasons sees the others the next night. */
const SHOWN = 3;

const format = formatFor('en-GB');

/** @param before regions of the last published run, so that one which is gone from regions.yaml is told from a code that never was one */
export async function rejectionSentences(
  store: ObjectStore,
  dataset: string,
  files: readonly Rejecting[],
  regions: { now: Policies['regions']; before: Policies['regions'] },
): Promise<string[]> {
  const { reasons, more } = await rejectionsOf(store, dataset, files);
  const others = more + Math.max(0, reasons.length - SHOWN);
  return [
    ...reasons.slice(0, SHOWN).map(({ reason, rows, examples: [first] }) => {
      const place = first ? ` (such as ${first.file}, line ${first.line})` : '';
      return `${format.many(rows, 'row')}: ${first?.reason ?? reason}${place}`;
    }),
    ...(others > 0 ? [`and ${format.many(others, 'other reason')}`] : []),
    ...lostRegions(
      reasons.flatMap(({ examples }) => examples.map(({ reason }) => reason)),
      regions,
    ),
  ];
}

/** A region that was taken out of regions.yaml while its rows still land: the source is right, and mending it is the wrong advice. */
function lostRegions(
  reasons: readonly string[],
  { now, before }: { now: Policies['regions']; before: Policies['regions'] },
): string[] {
  const gone = before.filter(({ code }) => !now.some((region) => region.code === code)).map(({ code }) => code);
  const named = new Set(reasons.flatMap((reason) => REGION.exec(reason)?.[1] ?? []));
  return gone
    .filter((code) => named.has(code))
    .map(
      (code) =>
        `${code} was in regions.yaml when the last run was published: put it back, and keep it as long as rows of it lie in landing. To judge it no longer, take it out of "regions" of the programmes.`,
    );
}

const REGION = /^(?:home_)?region: (\S+) is not in regions\.yaml/;
