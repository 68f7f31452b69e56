/** Who reads the pages, from which place, and what of the published run is theirs. */
import { manifestKey, policiesKey, readersIndexKey } from '../../../contracts/run/keys.js';
import type { Manifest } from '../../../contracts/run/manifest.js';
import type { Me } from '../../../contracts/run/me.js';
import type { Pointer } from '../../../contracts/run/pointer.js';
import { ALL_REGIONS, type ReadersIndex } from '../../../contracts/run/teams.js';
import type { ReadersPolicies } from '../../../policies/readers-policies.js';
import { isSignedOut, SignedOut } from './signed-out.js';

/** Of a manifest what pages use. why not all: a team reads none, as it says what the night found in other regions. */
export type ReadManifest = Pick<
  Manifest,
  'run_id' | 'run_date' | 'policy_fingerprint' | 'not_measured' | 'without_mails' | 'datasets'
> &
  Partial<Pick<Manifest, 'warnings'>>;

export interface Reader {
  name: string | undefined;
  /** Those that the reader may choose from: regions, or ALL alone for leadership. */
  places: readonly string[];
  /** Where the numbers on the page are read. */
  place: string;
  /** Whether only what the team of a region sees is there. */
  isTeam: boolean;
  /** Address of the store for that place. */
  store: URL;
  signOut: string | undefined;
}

/** The reader's groups give nothing to read. */
export class NothingToRead extends Error {
  override name = 'NothingToRead';
  constructor(readonly signOut: string | undefined) {
    super('Your groups give you nothing to read.');
  }
}

/** The run was published by a version without indexes that a page can be made of. */
export class NotYetReadable extends Error {
  override name = 'NotYetReadable';
}

/** Where nobody is asked who reads, such as on a plain host of files, the store lies beside the page, whole. */
const open = (): Me => ({
  places: [ALL_REGIONS],
  store: document.querySelector<HTMLMetaElement>('meta[name=store]')?.content ?? 'store/',
});

const signInOf = (response: Response): Promise<string | undefined> =>
  response.json().then(
    ({ sign_in }: { sign_in?: string }) => sign_in,
    () => undefined,
  );

async function whoReads(): Promise<Me> {
  const response = await fetch(new URL('me.json', document.baseURI));
  if (isSignedOut(response.status)) throw new SignedOut('me.json', { signIn: await signInOf(response) });
  if (response.status === 404) return open();
  if (!response.ok) throw new Error(`me.json: the server answered ${response.status}`);
  return (await response.json()) as Me;
}

/** The place of a reader who wants to see a region: that region, or the reader's first where it is not theirs. */
export const placeFor = (places: readonly string[], region: string): string =>
  places.includes(region) ? region : (places[0] ?? region);

/** The reader of the pages, at the place that shows the region asked for, or as near as the reader may come. */
export async function readerOf(region: string): Promise<Reader> {
  const { name, places, store, sign_out } = await whoReads();
  if (places.length === 0) throw new NothingToRead(sign_out);
  const place = placeFor(places, region);
  const at = new URL(store.replace('{place}', place), document.baseURI);
  return { name, places, place, isTeam: place !== ALL_REGIONS, store: at, signOut: sign_out };
}

/** The region that is shown to a reader who asks for one: a team sees its own. */
export const regionFor = ({ isTeam, place }: Reader, region: string): string => (isTeam ? place : region);

type Answer<T> = { value: T; etag: string };
/** Answers undefined for what is not there. */
type ReadJson = <T>(key: string) => Promise<Answer<T> | undefined>;

interface Opened {
  manifest: ReadManifest;
  policies: ReadersPolicies;
  etag: string;
}

/** Of the published run what the reader finds at their place. */
export async function readersRun(reader: Reader, pointer: Pointer, readJson: ReadJson): Promise<Opened> {
  const index = readJson<ReadersIndex<ReadersPolicies>>(readersIndexKey(pointer.run_id, reader.place));
  if (reader.isTeam) return ofTeam(pointer, await index, reader.place);
  const [manifest, whole] = await Promise.all([readJson<Manifest>(manifestKey(pointer.prefix)), index]);
  // Runs of an earlier version have no policies in their index.
  const policies = whole?.value.policies ?? (await readJson<ReadersPolicies>(policiesKey(pointer.prefix)))?.value;
  if (!manifest) throw new Error(`${pointer.prefix}: the published run is not whole`);
  if (!policies) throw new NotYetReadable(`${pointer.run_id}: has no policies to show`);
  return { manifest: manifest.value, policies, etag: manifest.etag };
}

function ofTeam(pointer: Pointer, index: Answer<ReadersIndex<ReadersPolicies>> | undefined, place: string): Opened {
  if (!index?.value.run || !index.value.policies) throw new NotYetReadable(`${pointer.run_id}: has nothing to show to ${place}`);
  const { run_id, run_date, datasets, run, policies } = index.value;
  return { manifest: { run_id, run_date, datasets, ...run }, policies, etag: index.etag };
}
