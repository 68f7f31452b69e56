/** Text packed for its way to the browser, as CloudFront packs it on AWS. Parquet is packed already. */
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const PACKERS = {
  // why 9: as small as makes no difference, in a tenth of the time that 11 takes.
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
} as const;
type Encoding = keyof typeof PACKERS;

const TEXT = /^(text\/|application\/json|image\/svg)/;
/** why 1,000: less fits into one packet as it is. */
const LEAST = 1_000;

/** What is packed once for every reader, by the name it is given under. */
const kept = new Map<string, Promise<Buffer>>();

/** What of the encodings that a browser names is known here, best first. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  const named = (accepted ?? '').split(/\s*,\s*/).filter((one) => !/;\s*q=0(\.0*)?$/.test(one));
  return (['br', 'gzip'] as const).find((encoding) => named.some((one) => one.split(';')[0] === encoding));
}

export interface Packed {
  body: Buffer;
  headers: { 'content-encoding': Encoding; 'content-length': number; vary: 'accept-encoding' };
}

/**
 * A body as the browser that asks may have it packed; undefined where it may not, or where packing wins nothing.
 *
 * @param name of what never changes, by which it is kept packed; without it, packed anew each time
 */
export async function packed(
  request: Pick<IncomingMessage, 'headers' | 'method'>,
  given: { type: string; bytes: number; name?: string; read: () => Promise<Buffer> },
): Promise<Packed | undefined> {
  const encoding = encodingFor(request.headers['accept-encoding']);
  if (!encoding || request.method !== 'GET' || given.bytes < LEAST || !TEXT.test(given.type)) return undefined;
  const pack = async () => PACKERS[encoding](await given.read());
  const name = given.name && `${encoding} ${given.name}`;
  const packing = (name && kept.get(name)) || pack();
  if (name) {
    kept.set(name, packing);
    packing.catch(() => kept.delete(name));
  }
  const body = await packing;
  return { body, headers: { 'content-encoding': encoding, 'content-length': body.length, vary: 'accept-encoding' } };
}
