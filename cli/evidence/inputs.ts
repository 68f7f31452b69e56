/** Which landed files the runs of a pack read, by their bytes. */
import type { EvidenceInput } from '../../contracts/evidence.js';
import type { AcceptedFile, Inputs } from '../../contracts/run/inputs.js';
import { acceptedKey, receiptKey } from '../../contracts/run/keys.js';
import { Receipt } from '../../contracts/run/receipt.js';
import { inTurns } from '../../lambdas/shared/in-turns.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { need } from '../../lambdas/shared/read-run-files.js';
import { AT_ONCE, bytesBeforeErasure, type Erasures } from './objects.js';
import { inOrderOf, spansOf } from './spans.js';

const said = ({ dataset, dt, key, file_id, size, landed, accepted, quarantined, refused }: AcceptedFile) => ({
  ...{ dataset, dt, key, file_id, landed_bytes: size, landed, accepted, rejected: quarantined, refused: refused ?? null },
});

/** @throws Error where a receipt or accepted rows are gone: nobody can say any more what the runs read. */
export async function inputsOfRuns(
  store: ObjectStore,
  erasures: Erasures,
  runs: readonly { run_id: string; inputs: Inputs }[],
): Promise<EvidenceInput[]> {
  const spans = spansOf(runs.map(({ run_id, inputs }) => [run_id, inputs.files.map(said)] as const));
  const contents = new Map(spans.map((file) => [`${file.dataset} ${file.dt} ${file.file_id}`, file]));
  const hashes = new Map(
    await inTurns([...contents], AT_ONCE, async ([name, { dataset, dt, file_id, accepted }]) => {
      const { sha256 } = Receipt.parse(await need(store, receiptKey(dataset, dt, file_id)));
      const key = accepted > 0 ? acceptedKey(dataset, dt, file_id) : null;
      const rows = key === null ? null : await bytesBeforeErasure(store, erasures, key);
      // A file too large to be read has no hash.
      return [name, { landed_sha256: sha256 || null, accepted_key: key, accepted_sha256: rows }] as const;
    }),
  );
  const rows = spans.map((file): EvidenceInput => ({ ...file, ...hashes.get(`${file.dataset} ${file.dt} ${file.file_id}`)! }));
  return inOrderOf(rows, ['dataset', 'dt', 'key', 'file_id', 'first_run']);
}
