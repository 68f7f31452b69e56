/**
 * Where everything lies in the store. Nobody spells a key anywhere else: states write and read by these functions, and roles,
 * tables and servers that let others read are built from them too, with `*` for what is not known beforehand.
 */
import { USUAL_LOCALE } from '../languages.js';
import { LEDGERS } from '../ledger/parts.js';
import { isForTeams, MAILS_SAID } from './teams.js';
import { WORKING } from './working.js';

/** First part of every key, by what lies there. */
export const STORE = {
  accepted: 'accepted/',
  quarantine: 'quarantine/',
  receipts: 'receipts/',
  counts: 'counts/',
  /** Parts of ledgers: kept as long as any run is, since the parts of a run may lie with the runs before it. */
  ledger: 'ledger/',
  /** What only the night itself needs: datasets on the way to those of the run. */
  work: 'work/',
  runs: 'runs/',
  published: 'published/',
  /** Proofs of what was erased. */
  erasures: 'erasures/',
  /** On a laptop only: on AWS mails go out through SES, and DynamoDB keeps the send ledger. */
  outbox: 'mail/outbox/',
  sendLedger: 'mail/ledger/',
  /** What sellers asked for since, and whose mails came back: one object per seller. */
  preferences: 'mail/preferences/',
  /** What links in mails are signed with. */
  linkKeys: 'mail/link-keys.json',
  /** On a laptop only: what "scorecards doctor --repair" took out of the store. */
  damaged: 'damaged/',
} as const;

/** Folder of the accepted rows of one landed dataset and day. */
export const acceptedFolder = (dataset: string, dt: string): string => `${STORE.accepted}${dataset}/dt=${dt}/`;
export const acceptedKey = (dataset: string, dt: string, fileId: string): string =>
  `${acceptedFolder(dataset, dt)}${fileId}.parquet`;
export const quarantineFolder = (dataset: string): string => `${STORE.quarantine}${dataset}/`;
export const quarantineKey = (dataset: string, dt: string, fileId: string): string =>
  `${quarantineFolder(dataset)}dt=${dt}/${fileId}.jsonl`;
export const receiptKey = (dataset: string, dt: string, fileId: string): string =>
  `${STORE.receipts}${dataset}/dt=${dt}/${fileId}.json`;
/** why a place of its own: a query engine reads whatever lies in a table's folder, and the receipts are JSON. */
export const countsFolder = (dt: string): string => `${STORE.counts}dt=${dt}/`;
export const countsKey = (dataset: string, dt: string, fileId: string): string =>
  `${countsFolder(dt)}${dataset}-${fileId}.parquet`;

/** The runs of one run date. */
export const runsOfDay = (runDate: string): string => `${STORE.runs}${runDate}/`;
/** A run, such as `runs/2026-11-16/001`; all that belongs to it lies below. */
export const runPrefix = (runDate: string, seq: string): string => `${runsOfDay(runDate)}${seq}`;
/** `runs/2026-11-16/001` -> `2026-11-16-001`. */
export const runIdOf = (prefix: string): string => prefix.slice(STORE.runs.length).replaceAll('/', '-');
export const seqOf = (prefix: string): string => prefix.split('/').at(-1)!;
export const runDateOf = (prefix: string): string => prefix.split('/').at(-2)!;

export const openedKey = (prefix: string): string => `${prefix}/opened.json`;
/** The run that an object of this key opened; undefined for keys of anything else. */
export function runOfOpenedKey(key: string): { run_date: string; seq: string; prefix: string; run_id: string } | undefined {
  const found = /^(runs\/(\d{4}-\d{2}-\d{2})\/(\d{3,}))\/opened\.json$/.exec(key);
  if (!found) return undefined;
  const [, prefix = '', run_date = '', seq = ''] = found;
  return { run_date, seq, prefix, run_id: runIdOf(prefix) };
}
export const policiesKey = (prefix: string): string => `${prefix}/policies.json`;
export const landingKey = (prefix: string): string => `${prefix}/landing.json`;
export const acceptFolder = (prefix: string): string => `${prefix}/accept/`;
export const acceptShardKey = (prefix: string, number: number): string => `${acceptFolder(prefix)}${numbered(number)}`;
export const inputsKey = (prefix: string): string => `${prefix}/inputs.json`;
/** why a folder of its own: a query engine reads whatever lies in a table's folder. */
export const inputFilesFolder = (prefix: string): string => `${prefix}/inputs/`;
export const inputFilesKey = (prefix: string): string => `${inputFilesFolder(prefix)}part-0.parquet`;
export const factsKey = (prefix: string): string => `${prefix}/facts.json`;
export const sqlFolder = (prefix: string): string => `${prefix}/sql/`;
export const sqlKey = (prefix: string, dataset: string, attempt: number): string =>
  `${sqlFolder(prefix)}${dataset}${attempt === 1 ? '' : `.retry-${attempt}`}.sql`;
export const outputsFolder = (prefix: string): string => `${prefix}/outputs/`;
export const outputKey = (prefix: string, dataset: string): string => `${outputsFolder(prefix)}${dataset}.json`;
/** The rows of a dataset of the run, and what its checks found. */
export const datasetFolder = (prefix: string, dataset: string): string => `${prefix}/${dataset}/`;
/** The part of a ledger that a run wrote: `ledger/order_outcomes/2026-11-16-001/`. */
export const ledgerPartFolder = (prefix: string, dataset: string): string => `${STORE.ledger}${dataset}/${runIdOf(prefix)}/`;
/** Rows of a dataset that only the night itself needs: `work/2026-11-16-001/orders/`. */
export const workFolder = (prefix: string, dataset: string): string => `${STORE.work}${runIdOf(prefix)}/${dataset}/`;
export const checksFolder = (prefix: string): string => datasetFolder(prefix, 'checks');
const placeOf = (dataset: string): ((prefix: string, dataset: string) => string) => {
  if (LEDGERS.includes(dataset)) return ledgerPartFolder;
  return WORKING.includes(dataset) || isForTeams(dataset) ? workFolder : datasetFolder;
};
/** Where the rows of a file below sql/ go. The first attempt writes into the dataset's own folder; a retry into a fresh one below it. */
export const outputPrefix = (prefix: string, path: string, attempt: number): string => {
  const dataset = path.replace(/^(?!checks\/).*\//, '').replace(/\.sql$/, '');
  const folder = placeOf(dataset)(prefix, dataset);
  return attempt === 1 ? folder : `${folder}retry-${attempt}/`;
};
/** The dataset, or check, whose rows lie below such a prefix. */
export function datasetOfOutput(prefix: string): string {
  const parts = prefix.split('/');
  if (prefix.startsWith(STORE.ledger)) return parts[1]!;
  if (prefix.startsWith(STORE.work)) return parts[2]!;
  return parts[3] === 'checks' ? parts[4]! : parts[3]!;
}
/** `05-of-16`: a bucket of a dataset's rows. why of how many, too: so a file's key tells its readers all, and nobody guesses. */
export const bucketName = (bucket: number, of: number): string =>
  [bucket, of].map((number) => String(number).padStart(2, '0')).join('-of-');
/** Where the rows of a bucket lie, below the prefix of their dataset. */
export const bucketFolder = (name: string): string => `bucket=${name}/`;
/** The bucket whose rows a file holds; undefined for a file that may hold rows of any seller. */
export function bucketOfKey(key: string): { bucket: number; of: number } | undefined {
  const found = /\/bucket=(\d{2})-of-(\d{2})\/[^/]+$/.exec(key);
  return found ? { bucket: Number(found[1]), of: Number(found[2]) } : undefined;
}
/** What a query writes for each region's team, below the prefix of its dataset. */
export const TEAM_COLUMN = 'team';
/** The region whose team a file of a query is for; undefined for any other file. */
export const teamOfKey = (key: string): string | undefined => /\/team=([^/]+)\/[^/]+$/.exec(key)?.[1];
export const readersOfRun = (run_id: string): string => `${STORE.published}${run_id}/`;
/** What the readers of a region find of a run: `published/2026-11-16-001/GB/`. ALL is leadership's. */
export const readersFolder = (run_id: string, region: string): string => `${readersOfRun(run_id)}${region}/`;
export const readersDatasetFolder = (run_id: string, region: string, dataset: string): string =>
  `${readersFolder(run_id, region)}${dataset}/`;
export const readersIndexKey = (run_id: string, region: string): string => `${readersFolder(run_id, region)}index.json`;
/**
 * Digests of a region as they were mailed, by the Sunday that ends their week; ALL is leadership's. why not with a run: runs are
 * forgotten, and a link to a week stands for good.
 */
export const DIGESTS = `${STORE.published}digests/`;
export const digestsFolder = (region: string): string => `${DIGESTS}${region}/`;
/** `2026-11-15` of the usual English, `2026-11-15.de-CH` of any other language or place. */
const digestName = (period: string, locale: string): string => (locale === USUAL_LOCALE ? period : `${period}.${locale}`);
export const digestPageKey = (region: string, period: string, locale = USUAL_LOCALE): string =>
  `${digestsFolder(region)}${digestName(period, locale)}.html`;
export const digestPdfKey = (region: string, period: string, locale = USUAL_LOCALE): string =>
  `${digestsFolder(region)}${digestName(period, locale)}.pdf`;
export const digestListKey = (region: string): string => `${digestsFolder(region)}list.json`;
export const gateKey = (prefix: string): string => `${prefix}/gate.json`;
/** What the night found in what landed, and the same as a page to open. */
export const qualityKey = (prefix: string): string => `${prefix}/quality.json`;
export const qualityPageKey = (prefix: string): string => `${prefix}/quality.html`;
export const manifestKey = (prefix: string): string => `${prefix}/manifest.json`;
export const isManifestKey = (key: string): boolean => /^runs\/[^/]+\/[^/]+\/manifest\.json$/.test(key);
export const failureKey = (prefix: string): string => `${prefix}/failure.json`;
export const mailFolder = (prefix: string): string => `${prefix}/mail/`;
export const planKey = (prefix: string): string => `${mailFolder(prefix)}plan.json`;
export const mailShardKey = (prefix: string, number: number): string => `${mailFolder(prefix)}${numbered(number)}`;
/** What each seller was told last, as far as was known when the mails of a run were planned. */
export const toldKey = (prefix: string): string => `${mailFolder(prefix)}told.json`;
export const digestKey = (prefix: string): string => `${mailFolder(prefix)}digest.json`;
/** What the mails of a run said, for the readers of a region. */
export const mailsSaidFolder = (run_id: string, place: string): string => readersDatasetFolder(run_id, place, MAILS_SAID);
export const mailsPlannedKey = (run_id: string, place: string): string => `${mailsSaidFolder(run_id, place)}planned.parquet`;
/** The file that has the words of a shard: `runs/2026-11-16/001/mail/shard-0001.json` -> `shard-0001.parquet`. */
export const saidIn = (shardKey: string): string => `${shardKey.split('/').at(-1)!.split('.')[0]}.parquet`;
export const mailsSaidKey = (run_id: string, place: string, file: string): string => `${mailsSaidFolder(run_id, place)}${file}`;

const DONE = '.done.json';
const numbered = (number: number): string => `shard-${String(number).padStart(4, '0')}.json`;
/** Where the report of a shard lies: shard-0001.json -> shard-0001.done.json. */
export const doneKey = (key: string): string => key.replace(/\.json$/, DONE);
export const isDoneKey = (key: string): boolean => key.endsWith(DONE);

/** `at`: ISO 8601. */
export const erasureKey = (at: string, kind: string): string => `${STORE.erasures}${at.replaceAll(':', '-')}-${kind}.json`;

export const POINTER = `${STORE.published}current.json`;
/** One small object per published run, so that earlier runs are found by listing names. */
export const PUBLISHED_LOG = `${STORE.published}log/`;
export const publishedLogKey = (runDate: string, seq: string): string => `${PUBLISHED_LOG}${runDate}-${seq}.json`;
