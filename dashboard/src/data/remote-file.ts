/** A file of the store, read by range. Its length comes with its end: nothing is asked for only to learn a size. */
import type { AsyncBuffer } from 'hyparquet';
import { isSignedOut, SignedOut } from './signed-out.js';

/** why 16 kB: the footer of most files of sellers, and not much beside it. */
const END = 16 * 1024;
/** Files up to this size come whole: a page reads most of their columns, and requests cost more than bytes. */
const SMALL = 128 * 1024;

export interface RemoteFile extends AsyncBuffer {
  /** How many bytes of its end need not be asked for. */
  atHand: number;
}

/** There is no such file. */
export class NotThere extends Error {
  override name = 'NotThere';
}

async function ask(url: string, range: string): Promise<{ status: number; size: string | undefined; bytes: ArrayBuffer }> {
  const response = await fetch(url, { headers: { range } });
  if (isSignedOut(response.status)) throw new SignedOut(new URL(url).pathname);
  if (response.status === 404) throw new NotThere('the server answered 404');
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const size = response.headers.get('content-range')?.split('/')[1];
  return { status: response.status, size, bytes: await response.arrayBuffer() };
}

/** Opens a file with its end at hand; with all of it where `bytes`, if known, say that it is small. */
export async function openRemote(url: string, bytes = Number.POSITIVE_INFINITY): Promise<RemoteFile> {
  const { status, size, bytes: end } = await ask(url, `bytes=-${bytes <= SMALL ? Math.max(bytes, END) : END}`);
  // A server that knows no ranges sends the whole file, and says so by its status.
  const byteLength = status === 206 ? Number(size) : end.byteLength;
  if (!Number.isSafeInteger(byteLength)) throw new Error('the server did not say how long it is');
  const from = byteLength - end.byteLength;
  const asked = async (start: number, stop: number): Promise<ArrayBuffer> => {
    const part = await ask(url, `bytes=${start}-${stop - 1}`);
    return part.status === 206 ? part.bytes : part.bytes.slice(start, stop);
  };
  return {
    byteLength,
    atHand: end.byteLength,
    async slice(start, stop = byteLength) {
      if (start >= from) return end.slice(start - from, stop - from);
      if (stop <= from) return asked(start, stop);
      const whole = new Uint8Array(stop - start);
      whole.set(new Uint8Array(await asked(start, from)));
      whole.set(new Uint8Array(end, 0, stop - from), from - start);
      return whole.buffer;
    },
  };
}
