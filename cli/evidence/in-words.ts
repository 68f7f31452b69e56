/** What the command says of a pack that it built or looked at. */
import type { Evidence, PackManifest } from '../../contracts/evidence.js';
import { formatFor } from '../../wording/format.js';
import { contentOfText } from './content.js';
import type { MadeAgain } from './from-landing.js';
import { MANIFEST } from './pack.js';
import type { Looked } from './sources.js';
import type { Verified } from './verify.js';

const { count, many, day } = formatFor('en-GB');
/** why 3: more are in the pack. */
const MOST_NAMED = 3;

const named = (keys: readonly string[]): string => {
  const more = keys.length - MOST_NAMED;
  return `${keys.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`;
};

export function builtInWords(
  { name, seller_id, from, to, runs, days_without_run, orders, mails, inputs }: Evidence,
  { sha256, page, check }: { sha256: string; page: string; check: string },
): string[] {
  const sent = mails.filter(({ outcome }) => outcome === 'sent').length;
  return [
    `${name ?? seller_id} (${seller_id}), ${day(from)} to ${day(to)}: ${many(runs.length, 'run')}, ${many(orders.length, 'outcome')} of orders, ${many(sent, 'mail')}, ${many(inputs.length, 'landed file')}.`,
    ...(days_without_run.length > 0
      ? [`No run was published for ${many(days_without_run.length, 'day')}: ${named(days_without_run)}`]
      : []),
    page,
    `SHA-256 of its ${MANIFEST}, to be noted elsewhere: ${sha256}`,
    `Check it at any time: ${check}`,
  ];
}

/** What holds. Differences are said by whoever ends the command. */
export function verifiedInWords(
  { manifest, files }: { manifest: PackManifest; files: ReadonlyMap<string, Buffer> },
  { differences, looked, rebuilt, newer_runs }: Verified,
  store: string,
): string[] {
  const { seller_id, from, to, runs, made_by } = manifest;
  return [
    `Pack of ${seller_id}, ${day(from)} to ${day(to)}: ${many(runs.length, 'run')}, ${many(files.size, 'file')}, made by version ${made_by}.`,
    ...(looked ? ['Each of its files is as its manifest says.', ...sourcesInWords(looked, store)] : []),
    ...(rebuilt && differences.length === 0 ? [`Built again from ${store} it has the same bytes.`] : []),
    ...newer_runs.map(
      ({ run_date, run_id }) =>
        `Run ${run_id} was published since for ${day(run_date)}; the pack shows what the one before it said.`,
    ),
  ];
}

/** One line of a run that was made again, or could not be. */
export function madeAgainInWords({ run_id, files, cannot, differs }: MadeAgain): string {
  if (cannot !== undefined) return `Run ${run_id} was not made again from landing: ${cannot}.`;
  if (differs !== undefined)
    return `run ${run_id}: made again from ${many(files, 'landed file')} it says something else: ${differs}; see which of the two a person can explain, and build a new pack`;
  return `Run ${run_id}, made again from ${many(files, 'landed file')}, says the same of the seller.`;
}

/** The last line. */
export const endInWords = ({ files }: { files: ReadonlyMap<string, Buffer> }, differences: readonly string[]): string =>
  differences.length === 0
    ? `Verified. SHA-256 of ${MANIFEST}: ${contentOfText(files.get(MANIFEST)!).sha256}`
    : `Refused: ${many(differences.length, 'difference')}.`;

function sourcesInWords({ checked, landed, gone, unread, erased }: Looked, store: string): string[] {
  const proofs = [...new Set(erased.map(({ proof }) => proof))];
  return [
    `${many(checked, 'file')} of ${store} that it was made from ${checked === 1 ? 'is' : 'are'} as recorded, and ${many(landed, 'landed file')}.`,
    ...(gone.length > 0
      ? [
          `${many(gone.length, 'landed file')} ${gone.length === 1 ? 'is' : 'are'} not in landing any more, and could not be looked at: ${named(gone)}. The rows accepted of them were.`,
        ]
      : []),
    ...(unread.length > 0
      ? [`${many(unread.length, 'landed file')} was too large to be read, and has no sum: ${named(unread)}.`]
      : []),
    ...(erased.length > 0
      ? [
          `${many(erased.length, 'file')} changed by an erasure, not by anything else: ${named(erased.map(({ key }) => key))} (${named(proofs)}).`,
        ]
      : []),
  ];
}
