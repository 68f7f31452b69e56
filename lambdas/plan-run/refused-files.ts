import type { RefusedFiles } from '../../contracts/run/facts.js';
import type { AcceptedFile } from '../../contracts/run/inputs.js';
import type { LandingPolicy } from '../../policies/policy.js';

/** why 50: they stand in the text of a check; a person mends a few, or a whole kind at once. */
const NAMED = 50;
/** why 300: a reason is a line, and whoever writes a file decides what it holds. */
const LONGEST = 300;

/**
 * The landed files that could not be read: how many by dataset, and the first of those that nobody accepted. A file is
 * accepted by its name and what it holds together: other bytes under the name are judged anew.
 */
export function refusedFiles(files: readonly AcceptedFile[], policy: Pick<LandingPolicy, 'accepted_refusals'>): RefusedFiles {
  const accepted = new Set(policy.accepted_refusals.map(({ file, file_id }) => `${file_id} ${file}`));
  const refused = files.filter((file) => file.refused !== undefined);
  const datasets = [...new Set(refused.map(({ dataset }) => dataset))].sort();
  const open = refused.filter(({ file_id, key }) => !accepted.has(`${file_id} ${key}`));
  return {
    by_dataset: Object.fromEntries(
      datasets.map((name) => [name, new Set(refused.filter(({ dataset }) => dataset === name).map((file) => file.file_id)).size]),
    ),
    open: open.length,
    first: open
      .slice(0, NAMED)
      .map(({ dataset, key, file_id, refused: because }) => ({ dataset, file: key, file_id, because: reason(key, because!) })),
  };
}

/** Receipts name the file at the head of the reason; here it stands beside. */
const reason = (key: string, because: string): string => because.replace(`landing/${key}: `, '').slice(0, LONGEST);
