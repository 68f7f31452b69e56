import { POINTER, PUBLISHED_LOG, STORE } from '../../contracts/run/keys.js';

/** An object of the store does not hold what it must: half written, emptied, or overwritten by something else. */
export class ObjectDamaged extends Error {
  override name = 'ObjectDamaged';
  constructor(
    readonly key: string,
    readonly problem: string,
  ) {
    super(`${key}: ${problem}; ${wayOut(key)}`);
  }
}

/** The command that finds what is damaged in a laptop's store, and mends what can be mended. */
export const DOCTOR = '"scorecards doctor --repair"';

/** What to do about an object that is damaged or gone, by what it is. */
export function wayOut(key: string): string {
  if (key === POINTER)
    return `show a whole run again with "scorecards publish --run R"; "scorecards status" lists the runs. On a laptop ${DOCTOR} does it`;
  if (key.startsWith(PUBLISHED_LOG))
    return `delete it, and run the night of that day again; on a laptop ${DOCTOR} writes it anew`;
  if (key.startsWith(STORE.receipts))
    return `delete it and run the night again, which accepts its file anew; on a laptop ${DOCTOR} does the first`;
  if ([STORE.accepted, STORE.counts].some((folder) => key.startsWith(folder)))
    return `on a laptop ${DOCTOR} moves it away, and the next night accepts its landed file anew; elsewhere put it back from its versions`;
  if (key.startsWith(STORE.sendLedger))
    return 'look whether the mail went out, then "scorecards mails --run R --doubts sent (or send)"';
  const run = /^runs\/(\d{4}-\d{2}-\d{2})\/\d{3,}\//.exec(key);
  if (run)
    return `this run cannot be read any more: run the night of ${run[1]} again ("npm run nightly -- --date ${run[1]}"); on a laptop ${DOCTOR} mends what can be mended`;
  if (key.startsWith(STORE.ledger)) return `on a laptop ${DOCTOR} moves it away, and the next night judges every order anew`;
  return 'put it back from a backup, or delete it';
}

/** What an object must hold at least to be what its key says. */
const MUST_HOLD: readonly [key: RegExp, fields: readonly string[]][] = [
  [/^published\/current\.json$/, ['run_id', 'run_date', 'prefix', 'policy_versions']],
  [/^receipts\//, ['dataset', 'dt', 'file_id', 'landed', 'accepted', 'quarantined', 'counts_key']],
  [/^mail\/ledger\//, ['campaign', 'period', 'recipient', 'state', 'claims']],
  [/^mail\/preferences\//, ['seller_id']],
  [/\/opened\.json$/, ['run_id', 'run_date', 'prefix', 'execution']],
  [/\/manifest\.json$/, ['run_id', 'run_date', 'prefix', 'datasets']],
  [/\/(inputs|landing)\.json$/, ['accept_fingerprint', 'files']],
  [/\/facts\.json$/, ['run_id', 'run_date', 'prefix']],
  [/\/policies\.json$/, ['regions', 'programmes', 'mails']],
  [/\/mail\/plan\.json$/, ['plan_id', 'shards', 'digest']],
  [/\/mail\/(shard-\d+|digest)\.done\.json$/, ['plan_id', 'sent', 'open']],
  [/\/mail\/shard-\d+\.json$/, ['plan_id', 'mails']],
  [/\/outputs\/.*\.json$/, ['dataset', 'files', 'rows']],
];

/** The value of a JSON object of the store. @throws ObjectDamaged naming the key and the way out */
export function jsonOf<T>(key: string, body: Buffer): T {
  const text = body.toString('utf8');
  if (text.replaceAll('\0', '').trim() === '') throw new ObjectDamaged(key, 'is empty');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ObjectDamaged(key, `is not whole (${body.length} bytes that are no JSON)`);
  }
  const fields = MUST_HOLD.find(([pattern]) => pattern.test(key))?.[1] ?? [];
  const held = typeof value === 'object' && value !== null ? value : {};
  const without = fields.filter((field) => !Object.hasOwn(held, field));
  if (typeof value !== 'object' || value === null || without.length > 0)
    throw new ObjectDamaged(key, `is not what it must be${without.length > 0 ? ` (without ${without.join(', ')})` : ''}`);
  return value as T;
}
