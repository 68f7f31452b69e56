import { createHash } from 'node:crypto';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { POINTER } from '../../../../contracts/run/keys.js';
import { type Answer, fail, notAsked, pass, type Question } from '../answer.js';
import type { AtHand } from '../at-hand.js';

/** An etag that nothing has. */
const STALE = `"${'0'.repeat(32)}"`;
const POLICY = 'the bucket policy of the store is not ours; deploy';

/** Compare-and-set on an object of the smoke's own. */
async function compareAndSet({ store, prefix }: AtHand): Promise<Answer> {
  const key = `${prefix}pointer.json`;
  const first = await store.create(key, '1');
  const again = await store.create(key, '2');
  const stale = await store.replace(key, '3', STALE);
  const right = await store.replace(key, '4', (await store.read(key))!.etag);
  const text = (await store.read(key))!.body.toString('utf8');
  const told = [first, again, stale, right, text].join();
  if (told === 'true,false,false,true,4') return pass('an object is made once, and changed only by who names its newest version');
  return fail(`compare-and-set answered ${told}`, 'two nights could overwrite each other; run none');
}

/**
 * What the policy of the bucket refuses on the pointer itself. Every request is one that would fail also if it were allowed: it names
 * a version that there is not, or carries a digest of other bytes; so the pointer stays as it is, whatever the answer.
 */
async function refusedOnPointer({ given, store }: AtHand): Promise<Answer[]> {
  const { s3 } = given.clients;
  const at = { Bucket: given.at.storeBucket, Key: POINTER };
  const nameOf = (error: unknown): string => (error as Error).name;
  const stale = await store.replace(POINTER, '{}', STALE);
  const wrong = createHash('md5').update('other bytes').digest('base64');
  const plain = await s3.send(new PutObjectCommand({ ...at, Body: '{}', ContentMD5: wrong })).then(() => 'written', nameOf);
  const gone = await s3.send(new DeleteObjectCommand({ ...at, IfMatch: STALE })).then(() => 'deleted', nameOf);
  const denied = (what: string, answer: string): Answer =>
    answer === 'AccessDenied' ? pass(`${what} is denied`) : fail(`${what} is not denied but answered ${answer}`, POLICY);
  return [
    stale ? fail('a stale write of the pointer went through', 'run no night') : pass('a stale write of the pointer is refused'),
    denied('a write of the pointer without a condition', plain),
    denied('deleting the pointer', gone),
  ];
}

/** Whether the one object that moves is safe. */
export const pointer: Question = {
  about: 'the pointer',
  async ask(at) {
    const own = await compareAndSet(at);
    if (at.given.rights === 'judged') return [own, ...(await refusedOnPointer(at))];
    return [own, notAsked('what the bucket denies on the pointer itself: nobody here judges bucket policies')];
  },
};
