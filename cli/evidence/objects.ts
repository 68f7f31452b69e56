/** Objects of a store by their bytes, and what an erasure made of them. */
import type { Erasure } from '../../contracts/run/erasure.js';
import { STORE } from '../../contracts/run/keys.js';
import { contentOf } from '../../lambdas/accept-files/landed-file.js';
import { inTurns } from '../../lambdas/shared/in-turns.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { need } from '../../lambdas/shared/read-run-files.js';

/** why 8: files are small, and a disk reads some at once better than one after the other. */
export const AT_ONCE = 8;

/** SHA-256 (hex) and bytes of an object; undefined where it is gone. */
export async function contentOfObject(store: ObjectStore, key: string): Promise<{ sha256: string; bytes: number } | undefined> {
  try {
    const file = await store.toFile(key);
    try {
      return await contentOf(file.path);
    } finally {
      await file.done();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || /no such object/.test((error as Error).message)) return undefined;
    throw error;
  }
}

/** What was erased of a store, by its proofs. */
export class Erasures {
  private constructor(private readonly proofs: readonly { key: string; proof: Erasure }[]) {}

  static async of(store: ObjectStore): Promise<Erasures> {
    const keys = (await store.list(STORE.erasures)).map(({ key }) => key);
    const proofs = await inTurns(keys, AT_ONCE, async (key) => ({ key, proof: await need<Erasure>(store, key) }));
    // The newest first: a file may have been written anew more than once.
    return new Erasures(proofs.sort((a, b) => (a.proof.at < b.proof.at ? 1 : -1)));
  }

  /** What the bytes of an object were before anything was erased from it, and the proofs that say so, the newest first. */
  before(key: string, sha256: string): { sha256: string; proofs: string[] } {
    const proofs: string[] = [];
    let now = sha256;
    for (const { key: lies, proof } of this.proofs) {
      const written = proof.rewritten.find((one) => one.key === key && one.after === now);
      if (!written) continue;
      now = written.before;
      proofs.push(lies);
    }
    return { sha256: now, proofs };
  }

  /** The newest proof that asks for a landed file to be deleted or written anew; undefined where none does. */
  askedFor(landed: string): string | undefined {
    return this.proofs.find(({ proof }) => proof.landed.some(({ key }) => key === landed))?.key;
  }
}

/** The bytes of an object before any erasure. @throws Error where it is gone */
export async function bytesBeforeErasure(store: ObjectStore, erasures: Erasures, key: string): Promise<string> {
  const content = await contentOfObject(store, key);
  if (!content) throw new Error(`${key}: is gone from the store; look with "scorecards doctor"`);
  return erasures.before(key, content.sha256).sha256;
}
