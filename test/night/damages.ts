/** Damages to a store of two nights, one kind of file at a time, and what "doctor" says of each. */
import { appendFile, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const DAYS = ['2026-11-16', '2026-11-17', '2026-11-18'] as const;
const [FIRST, LAST] = DAYS;
const RUN = `runs/${LAST}/001`;

export interface Damage {
  what: string;
  /** The first object whose key matches; of what is made, the key itself. */
  at: RegExp | string;
  how(path: string): Promise<void>;
  /** In what "doctor" says of it. */
  says: string | RegExp;
}

const gone = (path: string): Promise<void> => rm(path, { recursive: true });
const emptied = (path: string): Promise<void> => writeFile(path, '');
const half = async (path: string): Promise<void> => {
  const body = await readFile(path);
  await writeFile(path, body.subarray(0, Math.floor(body.length / 2)));
};
const written =
  (text: string) =>
  async (path: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
/** Both ends as they were, and nothing but zeros between them, as a power cut leaves it. */
const hollow = async (path: string): Promise<void> => {
  const body = await readFile(path);
  await writeFile(path, body.fill(0, 8, body.length - body.readUInt32LE(body.length - 8) - 8));
};
/** A whole file of the same folder, with other rows. */
const another = async (path: string): Promise<void> => {
  const names = (await readdir(dirname(path))).map((name) => join(dirname(path), name)).filter((name) => name !== path);
  await writeFile(path, await readFile(names[0]!));
};
const old = async (path: string): Promise<void> => {
  await written('half a file')(path);
  await utimes(path, new Date(0), new Date(0));
};

const ACCEPTED = new RegExp(`^accepted/orders/dt=${LAST}/`);
const RECEIPT = new RegExp(`^receipts/orders/dt=${LAST}/`);
const LEDGER = new RegExp(`^ledger/order_outcomes/${LAST}-001/`);
const CARDS = new RegExp(`^${RUN}/scorecards/`);
const TEAM = new RegExp(`^published/${LAST}-001/GB/scorecards/`);
const cut = 'is cut off';
const is = (key: string): RegExp => new RegExp(`^${key.replaceAll('.', '\\.')}$`);

/** After these nothing is told apart: the next night publishes the same bytes. */
export const MENDED: readonly Damage[] = [
  { what: 'the pointer is gone', at: is('published/current.json'), how: gone, says: `is gone; readers` },
  { what: 'the pointer is empty', at: is('published/current.json'), how: emptied, says: `shows run ${LAST}-001` },
  { what: 'the pointer is half', at: is('published/current.json'), how: half, says: 'is not whole' },
  {
    what: 'the pointer shows a run that is not there',
    at: is('published/current.json'),
    how: written('{"run_id":"2026-11-30-001","run_date":"2026-11-30","prefix":"runs/2026-11-30/001","policy_versions":{}}'),
    says: 'shows run 2026-11-30-001, which cannot be read',
  },
  { what: 'a manifest is gone', at: is(`${RUN}/manifest.json`), how: gone, says: 'writes it anew from what its tasks left' },
  { what: 'a manifest is half', at: is(`${RUN}/manifest.json`), how: half, says: 'is not whole' },
  { what: 'inputs are gone', at: is(`${RUN}/inputs.json`), how: gone, says: 'writes it anew from what landed' },
  { what: 'inputs are half', at: is(`${RUN}/inputs.json`), how: half, says: 'is not whole' },
  { what: "a run's number is gone", at: is(`${RUN}/opened.json`), how: gone, says: 'could be taken a second time' },
  { what: 'a receipt is empty', at: RECEIPT, how: emptied, says: `what landed as landing/orders/dt=${LAST}` },
  { what: 'a receipt is half', at: RECEIPT, how: half, says: 'is not whole' },
  {
    what: 'a receipt is something else',
    at: RECEIPT,
    how: written('{"dataset":"orders","dt":"x","file_id":"y","landed":1,"accepted":1,"quarantined":0,"counts_key":"z"}'),
    says: 'is not what it must be',
  },
  {
    what: 'accepted rows are gone',
    at: ACCEPTED,
    how: gone,
    says: /is gone; what landed as .* the next night accepts the landed file anew/,
  },
  { what: 'accepted rows are empty', at: ACCEPTED, how: emptied, says: 'is empty' },
  { what: 'accepted rows are cut off', at: ACCEPTED, how: half, says: cut },
  { what: 'accepted rows are no Parquet', at: ACCEPTED, how: written('{"order_id":"o-1"}'), says: 'is no Parquet' },
  { what: 'accepted rows have a hole', at: ACCEPTED, how: hollow, says: 'cannot be read (' },
  { what: 'accepted rows are others', at: ACCEPTED, how: another, says: /holds \d+ rows where its receipt says \d+/ },
  { what: 'counts are cut off', at: new RegExp(`^counts/dt=${LAST}/orders-`), how: half, says: cut },
  { what: 'rejected rows are half', at: /^quarantine\/orders\//, how: half, says: 'is not whole (line 1 is no JSON)' },
  {
    what: 'a stray file lies among accepted rows',
    at: `accepted/orders/dt=${LAST}/0123.parquet`,
    how: written('PAR1'),
    says: 'no receipt stands for it',
  },
  {
    what: 'the log is gone',
    at: is(`published/log/${LAST}-001.json`),
    how: (path) => gone(dirname(path)),
    says: 'writes it anew from the run',
  },
  { what: 'a line of the log is half', at: is(`published/log/${LAST}-001.json`), how: half, says: 'is not whole' },
  { what: 'something else lies in the log', at: 'published/log/notes.txt', how: written('x'), says: 'is no line of the log' },
  {
    what: 'the log names a run that is not there',
    at: 'published/log/2026-11-10-001.json',
    how: written('{"run_id":"2026-11-10-001","prefix":"runs/2026-11-10/001"}'),
    says: 'nothing is in the store',
  },
  {
    what: "the list of what a region's team reads is half",
    at: is(`published/${LAST}-001/GB/index.json`),
    how: half,
    says: `readers of GB do not see all of run ${LAST}-001`,
  },
  {
    what: "what a region's team reads is gone",
    at: TEAM,
    how: gone,
    says: 'puts it there anew from what the night worked with',
  },
  { what: "what a region's team reads is cut off", at: TEAM, how: half, says: cut },
  {
    what: 'a killed night left a file',
    at: `ledger/order_outcomes/${LAST}-001/.writing-1.parquet`,
    how: old,
    says: 'was being written (11 bytes)',
  },
];

/** After these the next night judges every order anew, and what changed is told against the run before. */
export const PASSED_OVER: readonly Damage[] = [
  { what: 'facts are empty', at: is(`${RUN}/facts.json`), how: emptied, says: 'nights pass the run over' },
  { what: 'frozen policies are half', at: is(`${RUN}/policies.json`), how: half, says: 'is not whole' },
  { what: 'a part of the ledger is gone', at: LEDGER, how: gone, says: 'notes that it is lost' },
  { what: 'a part of the ledger is cut off', at: LEDGER, how: half, says: cut },
  { what: 'a part of the ledger has a hole', at: LEDGER, how: hollow, says: 'judges every order anew' },
  {
    what: 'the first part of the ledger is cut off',
    at: new RegExp(`^ledger/order_outcomes/${FIRST}-001/`),
    how: half,
    says: `runs ${FIRST}-001 to ${LAST}-001 stand on it`,
  },
  { what: 'scorecards are gone', at: CARDS, how: gone, says: `run ${LAST}-001 stands on it` },
  { what: 'scorecards are cut off', at: CARDS, how: half, says: cut },
  { what: 'scorecards are something else', at: CARDS, how: (path) => appendFile(path, 'x'), says: cut },
];
