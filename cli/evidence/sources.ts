/** Whether what a pack was made from is as the runs read it: the store's own files, and what landed where it is still there. */
import type { EvidenceInput } from '../../contracts/evidence.js';
import { inTurns } from '../../lambdas/shared/in-turns.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { short } from './compare.js';
import { AT_ONCE, contentOfObject, type Erasures } from './objects.js';
import type { PackSaid } from './pack.js';

export interface Looked {
  differences: string[];
  /** Objects of the store with the bytes that the pack says, those that an erasure wrote anew among them. */
  checked: number;
  /** Landed files with the bytes that the runs recorded. */
  landed: number;
  /** Landed files that are not there any more. */
  gone: string[];
  /** Landed files that nobody could have read. */
  unread: string[];
  /** Of what an erasure changed, with its proof. */
  erased: { key: string; proof: string }[];
}

/** What was made of one object. */
type Seen = Partial<Omit<Looked, 'checked' | 'landed'>> & { checked?: number; landed?: number };

const BACKUP = 'put it back from a backup';

/** `2026-11-10-001`, or the first and the last of several. */
const runsOf = ({ first_run, last_run }: { first_run: string; last_run: string }): string =>
  first_run === last_run ? first_run : `${first_run} to ${last_run}`;

interface Places {
  store: ObjectStore;
  landing: ObjectStore;
  erasures: Erasures;
}

export async function lookAtSources(pack: PackSaid, places: Places): Promise<Looked> {
  const files = new Map(pack.files.map((file) => [file.key, file]));
  const accepted = new Map(pack.inputs.flatMap((input) => (input.accepted_key === null ? [] : [[input.accepted_key, input]])));
  const landed = new Map(pack.inputs.map((input) => [`${input.key} ${input.file_id}`, input]));
  const seen = [
    ...(await inTurns([...files.values()], AT_ONCE, (file) => inStore(places, { ...file, of: runsOf(file) }))),
    ...(await inTurns([...accepted.values()], AT_ONCE, (input) =>
      inStore(places, {
        ...{ key: input.accepted_key!, sha256: input.accepted_sha256! },
        of: `landing/${input.key}, which ${runsOf(input)} read`,
      }),
    )),
    ...(await inTurns([...landed.values()], AT_ONCE, (input) => inLanding(places, input))),
  ];
  const all = <Name extends 'differences' | 'gone' | 'unread' | 'erased'>(name: Name) =>
    seen.flatMap((one: Seen) => (one[name] ?? []) as Looked[Name][number][]) as Looked[Name];
  const sum = (name: 'checked' | 'landed') => seen.reduce((total, one: Seen) => total + (one[name] ?? 0), 0);
  return {
    ...{ differences: all('differences'), checked: sum('checked'), landed: sum('landed') },
    ...{ gone: all('gone'), unread: all('unread'), erased: all('erased') },
  };
}

async function inStore(
  { store, erasures }: Places,
  { key, sha256, of }: { key: string; sha256: string; of: string },
): Promise<Seen> {
  const now = await contentOfObject(store, key);
  if (!now) return { differences: [`${key}: is gone from the store (of ${of}); ${BACKUP}`] };
  const before = erasures.before(key, now.sha256);
  if (before.sha256 !== sha256)
    return {
      differences: [
        `${key}: was altered (of ${of}): SHA-256 ${short(now.sha256)}, the pack says ${short(sha256)}, and no erasure did it; ${BACKUP}`,
      ],
    };
  const [proof] = before.proofs;
  return { checked: 1, ...(proof ? { erased: [{ key, proof }] } : {}) };
}

async function inLanding({ landing, erasures }: Places, { key, landed_sha256, ...input }: EvidenceInput): Promise<Seen> {
  if (landed_sha256 === null) return { unread: [key] };
  const now = await contentOfObject(landing, key);
  if (!now) return { gone: [key] };
  if (now.sha256 === landed_sha256) return { landed: 1 };
  const proof = erasures.askedFor(key);
  if (proof) return { erased: [{ key: `landing/${key}`, proof }] };
  return {
    differences: [
      `landing/${key}: is not what landed and ${runsOf(input)} read: SHA-256 ${short(now.sha256)}, the runs recorded ${short(landed_sha256)}; put the file back as it landed`,
    ],
  };
}
