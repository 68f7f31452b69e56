/** What may have happened to a packed file. */
import type { Draw } from '../helpers/draw.js';
import { ANY_TEXT, type Mutation } from './mutate-text.js';
import { asGzip, asZstd } from './write.js';

const pack = (packing: string, bytes: Buffer): Buffer => (packing === '.gz' ? asGzip(bytes) : asZstd(bytes));
const halves = (draw: Draw, bytes: Buffer): [Buffer, Buffer] => {
  const at = draw.whole(0, bytes.length);
  return [bytes.subarray(0, at), bytes.subarray(at)];
};
/** A frame that holds nothing and is to be passed over. */
const SKIPPABLE = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0, 8, 0]);

/** Each takes plain bytes, and packs them in its own way. */
export const packings = (packing: '.gz' | '.zst'): readonly Mutation[] => {
  const packed = (bytes: Buffer) => pack(packing, bytes);
  return [
    ...ANY_TEXT.slice(0, 9).map(({ name, of }) => ({
      name: `${name}, of the packed file`,
      of: (draw: Draw, bytes: Buffer) => of(draw, packed(bytes)),
    })),
    { name: 'two members', of: (draw, bytes) => Buffer.concat(halves(draw, bytes).map(packed)) },
    { name: 'an empty member more', of: (draw, bytes) => Buffer.concat(draw.some([packed(bytes), packed(Buffer.alloc(0))], 1)) },
    { name: 'packed twice', of: (_, bytes) => packed(packed(bytes)) },
    { name: 'packed twice, by each', of: (_, bytes) => pack(packing, pack(packing === '.gz' ? '.zst' : '.gz', bytes)) },
    { name: 'packed by the other', of: (_, bytes) => pack(packing === '.gz' ? '.zst' : '.gz', bytes) },
    { name: 'not packed', of: (_, bytes) => bytes },
    { name: 'a zip', of: (draw, bytes) => draw.one([Buffer.concat([ZIP, bytes]), packed(Buffer.concat([ZIP, bytes]))]) },
    { name: 'noughts behind it', of: (draw, bytes) => Buffer.concat([packed(bytes), Buffer.alloc(draw.whole(1, 600))]) },
    {
      name: 'rows behind it that are not packed',
      of: (draw, bytes) => Buffer.concat([packed(bytes), draw.one([bytes, Buffer.from('x'), Buffer.from('{"a":1}\n')])]),
    },
    {
      name: 'half a member behind it',
      of: (draw, bytes) => Buffer.concat([packed(bytes), packed(bytes).subarray(0, draw.whole(1, 30))]),
    },
    { name: 'a frame to pass over', of: (draw, bytes) => Buffer.concat(draw.some([SKIPPABLE, packed(bytes)], 1)) },
    {
      name: 'a check that is wrong',
      of: (_, bytes) => {
        const out = Buffer.from(packed(bytes));
        out[out.length - 6]! ^= 1;
        return out;
      },
    },
  ];
};
