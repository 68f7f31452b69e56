/** What was accepted: receipts, and the rows and counts that they stand for. */
import type { AcceptedFile } from '../../../contracts/run/inputs.js';
import { acceptedKey, receiptKey, STORE } from '../../../contracts/run/keys.js';
import { Receipt } from '../../../contracts/run/receipt.js';
import { inTurns } from '../../../lambdas/shared/in-turns.js';
import { lostRows } from '../../../lambdas/shared/kept-rows.js';
import { readJson } from '../../../lambdas/shared/object-store.js';
import { newestInputs } from '../../../lambdas/shared/read-run-files.js';
import { AT_ONCE, type Finding, type Look, type Ward } from './finding.js';
import { finishedRuns, jsonProblem } from './the-runs.js';

/** What the newest run read of a receipt's content, if it did. */
interface Known {
  file?: AcceptedFile;
  landed: boolean;
  since: string;
}

export const lookAtKeptFiles: Look = async (ward) => {
  const { store } = ward;
  const version = new Map<string, string>();
  for (const place of [STORE.accepted, STORE.counts, STORE.quarantine])
    for (const object of await store.list(place)) version.set(object.key, object.version);
  const newest = await newestInputs(store, await finishedRuns(store));
  const landed = new Set((await ward.landing.list('')).map(({ key }) => key));
  // Of a content that landed under two names, one that is still there will do.
  const files = [...(newest?.inputs.files ?? [])].sort((a, b) => Number(landed.has(a.key)) - Number(landed.has(b.key)));
  const byReceipt = new Map(files.map((file) => [receiptKey(file.dataset, file.dt, file.file_id), file]));
  const receipts = (await store.list(STORE.receipts)).map(({ key }) => key);
  const knownOf = (key: string): Known => {
    const file = byReceipt.get(key);
    return { ...(file ? { file } : {}), landed: file !== undefined && landed.has(file.key), since: newest?.run_id ?? '' };
  };
  const promised = new Set<string>();
  const found = await inTurns(receipts, AT_ONCE, (key) => lookAtReceipt(ward, key, { version, promised, known: knownOf(key) }));
  const without = [...byReceipt].filter(([key]) => !receipts.includes(key));
  const lost = without.flatMap(([key, file]) => {
    const rows = acceptedKey(file.dataset, file.dt, file.file_id);
    return file.accepted > 0 && !version.has(rows) && !landed.has(file.key)
      ? [lostFinding(ward, rows, 'is gone', knownOf(key))]
      : [];
  });
  const strays = [...version.keys()].filter((key) => key.endsWith('.parquet') && !promised.has(key));
  const bad = await inTurns(strays, AT_ONCE, (key) => lookAtStray(ward, key, version.get(key)!));
  return [...found.flat(), ...lost, ...bad.flat()];
};

async function lookAtReceipt(
  ward: Ward,
  key: string,
  { version, promised, known }: { version: ReadonlyMap<string, string>; promised: Set<string>; known: Known },
): Promise<Finding[]> {
  const { store } = ward;
  const problem = await jsonProblem(store, key);
  const { data: receipt } = problem === undefined ? Receipt.safeParse(await readJson(store, key)) : { data: undefined };
  if (!receipt) return [receiptFinding(ward, { key, found: problem ?? 'is not what it must be' }, [key], known)];
  const { accepted_key, counts_key, quarantine_key, accepted } = receipt;
  for (const promise of [accepted_key, counts_key]) if (promise) promised.add(promise);
  for (const promise of [accepted_key, counts_key]) {
    if (!promise) continue;
    const counted = await ward.rows.of(promise, version.get(promise) ?? 'gone');
    const found =
      counted.problem ??
      (promise === accepted_key && counted.rows !== accepted
        ? `holds ${counted.rows} rows where its receipt says ${accepted}`
        : undefined);
    if (found) return [receiptFinding(ward, { key: promise, found }, [promise, key], known)];
  }
  if (!quarantine_key || !version.has(quarantine_key)) return [];
  const rejected = await quarantineProblem(ward, quarantine_key);
  return rejected
    ? [receiptFinding(ward, { key: quarantine_key, found: rejected }, [quarantine_key, key], { ...known, landed: true })]
    : [];
}

/** Rows of quarantine may be gone for their age; what is there must be whole. */
async function quarantineProblem({ store }: Ward, key: string): Promise<string | undefined> {
  const lines = (await store.read(key))?.body.toString('utf8').split('\n') ?? [];
  const at = lines.findIndex((line) => {
    if (line === '') return false;
    try {
      JSON.parse(line);
      return false;
    } catch {
      return true;
    }
  });
  if (at !== -1) return `is not whole (line ${at + 1} is no JSON)`;
  return lines.every((line) => line === '') ? 'is empty' : undefined;
}

function receiptFinding(
  ward: Ward,
  { key, found }: { key: string; found: string },
  move: readonly string[],
  known: Known,
): Finding {
  const { file, landed } = known;
  const mend = async (): Promise<void> => {
    for (const one of move) await ward.aside.take(one, found);
  };
  if (file && !landed && key.startsWith(STORE.accepted)) return { ...lostFinding(ward, key, found, known), mend };
  return {
    ...{ key, found, mend },
    means: file ? `what landed as landing/${file.key} is not known any more` : 'no run that stands reads it',
    way: `moves it away${move.length > 1 ? ', with its receipt' : ''}${landed ? '; the next night accepts the landed file anew' : ''}`,
  };
}

/** Rows that lie nowhere any more. Moving away what is left of them mends nothing, so that they are found again. */
function lostFinding(ward: Ward, key: string, found: string, { file, since }: Known): Finding {
  return {
    ...{ key, found },
    means: `landing/${file!.key} is not in ${ward.landingName} either`,
    way: lostRows(file!, since),
  };
}

/** why also what no receipt stands for: a query opens every file of a folder. */
async function lookAtStray(ward: Ward, key: string, version: string): Promise<Finding[]> {
  const { problem } = await ward.rows.of(key, version);
  if (problem === undefined) return [];
  return [
    {
      ...{ key, found: problem },
      means: 'no receipt stands for it, but a night opens every file of its folder',
      way: 'moves it away',
      mend: () => ward.aside.take(key, problem),
    },
  ];
}
