import { createHash, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Erasure, LookedAt, Rewritten } from '../../../contracts/run/erasure.js';
import { erasureKey } from '../../../contracts/run/keys.js';
import type { Duck } from '../../../lambdas/shared/duck.js';
import { inTurns } from '../../../lambdas/shared/in-turns.js';
import { type ObjectStore, toJson } from '../../../lambdas/shared/object-store.js';
import { landedFilesNaming } from './landed-files.js';
import { addressesIn, namedRows, rewriteRows } from './parquet-rows.js';
import { type Person, theAddressOf, theBuyer } from './person.js';
import { type Place, placesOf } from './places.js';

/** why 4: each is a small file, and the engine has two connections. */
const AT_ONCE = 4;

export interface Erasing {
  store: ObjectStore;
  landing: ObjectStore;
  duck: Duck;
  /** A local folder for temporary files. */
  scratch: string;
  who: { buyer: string } | { sellerAddress: string };
  because: string;
  now: Date;
  /** Looks only, and writes nothing. */
  look: boolean;
}

/** What names the person, place by place, object by object. */
type Found = { place: Place; rows: Map<string, number>; unread: string[] }[];

/**
 * Erases a buyer, or a seller's address, from a store: texts first, by the addresses that rows still have, then rows. Rows stay, and so
 * does every number. Afterwards all is looked at again, and the proof is kept. Asked again, it erases what is left.
 *
 * @throws when something names the person still
 */
export async function erase(given: Erasing): Promise<{ key?: string; proof: Erasure }> {
  const { store, landing, duck, scratch, because, now } = given;
  await mkdir(scratch, { recursive: true });
  const person = await personOf(given);
  const found = await lookAt(given, person);
  const rewritten = given.look ? [] : await rewrite(given, person, found);
  const afterwards = given.look ? found : await lookAt(given, person);
  const left = afterwards.flatMap(({ rows }) => [...rows.keys()]);
  if (!given.look && left.length > 0)
    throw new Error(`${left[0]}: still names the ${person.kind}; was a night under way? Run the same command again`);
  const salt = randomBytes(16).toString('hex');
  const proof: Erasure = {
    kind: person.kind,
    subject: { salt, sha256: createHash('sha256').update(`${salt}${person.name}`).digest('hex') },
    ...{ because, at: now.toISOString(), looked_at: found.map(summary), rewritten, afterwards: afterwards.map(summary) },
    unread: afterwards.flatMap(({ unread }) => unread),
    landed: await landedFilesNaming(landing, duck, person, scratch),
  };
  if (given.look) return { proof };
  const key = erasureKey(proof.at, person.kind);
  await store.write(key, toJson(proof));
  return { key, proof };
}

const summary = ({ place, rows }: Found[number]): LookedAt => ({
  place: place.place,
  files: place.parquet.length + place.rejected.length + place.texts.length,
  rows: [...rows.values()].reduce((sum, one) => sum + one, 0),
});

async function personOf({ store, duck, who }: Erasing): Promise<Person> {
  if ('buyer' in who) return theBuyer(who.buyer);
  const { isNamed, dataset, column } = theAddressOf(who.sellerAddress, []);
  const addresses = new Set<string>();
  for (const { parquet } of await placesOf(store, { dataset }))
    await inTurns(parquet, AT_ONCE, async (key) => {
      if (!(await namedRows(store, duck, key, { isNamed, column }))) return;
      for (const address of await addressesIn(store, duck, key, isNamed)) addresses.add(address);
    });
  return theAddressOf(who.sellerAddress, [...addresses]);
}

async function lookAt({ store, duck }: Erasing, person: Person): Promise<Found> {
  const found: Found = [];
  for (const place of await placesOf(store, person)) {
    const rows = new Map<string, number>();
    const unread: string[] = [];
    const note = (key: string, many: number): void => {
      if (many > 0) rows.set(key, many);
    };
    await inTurns(place.parquet, AT_ONCE, async (key) => {
      const many = await namedRows(store, duck, key, person);
      if (many === undefined) unread.push(key);
      else note(key, many);
    });
    for (const [keys, clean] of [
      [place.rejected, cleanRejected],
      [place.texts, cleanText],
    ] as const)
      await inTurns(keys, AT_ONCE, async (key) => note(key, clean(await textOf(store, key), person).rows));
    found.push({ place, rows, unread: unread.sort() });
  }
  return found;
}

async function rewrite({ store, duck, scratch }: Erasing, person: Person, found: Found): Promise<Rewritten[]> {
  const rewritten: Rewritten[] = [];
  for (const { place, rows } of found)
    for (const key of rows.keys()) {
      if (place.parquet.includes(key)) continue;
      const before = await textOf(store, key);
      const { text } = (place.rejected.includes(key) ? cleanRejected : cleanText)(before, person);
      await store.write(key, Buffer.from(text, 'latin1'));
      rewritten.push({ key, rows: rows.get(key)!, before: hashOf(before), after: hashOf(text) });
    }
  for (const { place, rows } of found)
    for (const key of place.parquet)
      if (rows.has(key)) rewritten.push(await rewriteRows(store, duck, key, { person, rows: rows.get(key)!, to: scratch }));
  return rewritten;
}

/** why Latin-1: it keeps every byte of what is no UTF-8. */
const textOf = async (store: ObjectStore, key: string): Promise<string> => (await store.read(key))?.body.toString('latin1') ?? '';
const hashOf = (latin1: string): string => createHash('sha256').update(Buffer.from(latin1, 'latin1')).digest('hex');
const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8');
const latin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Rejected rows without a person: the row as it landed, and reasons that quote it. */
function cleanRejected(text: string, person: Person): { text: string; rows: number } {
  let rows = 0;
  const lines = text.split('\n').map((line) => {
    if (line === '') return line;
    const record = recordOf(utf8(line));
    if (!record) {
      const clean = person.withoutIn(utf8(line));
      if (clean === utf8(line)) return line;
      rows += 1;
      return latin1(clean);
    }
    const raw = record.raw === null ? null : person.withoutIn(record.raw);
    if (raw === record.raw) return line;
    rows += 1;
    return latin1(JSON.stringify({ ...record, raw, reasons: record.reasons.map((reason) => person.withoutIn(reason)) }));
  });
  return { text: lines.join('\n'), rows };
}

/** Undefined where a line was cut short. */
function recordOf(line: string): { raw: string | null; reasons: string[] } | undefined {
  try {
    return JSON.parse(line) as { raw: string | null; reasons: string[] };
  } catch {
    return undefined;
  }
}

function cleanText(text: string, person: Person): { text: string; rows: number } {
  let rows = 0;
  const lines = text.split('\n').map((line) => {
    const clean = latin1(person.without(utf8(line)));
    // why compared as UTF-8: a line that is none would seem changed.
    if (person.without(utf8(line)) === utf8(line)) return line;
    rows += 1;
    return clean;
  });
  return { text: lines.join('\n'), rows };
}
