/**
 * The first byte of the MD5 of a text in UTF-8. why by hand: DuckDB and Trino both have MD5, browsers have no such hash, and Node
 * and browser must not differ. It spreads ids and protects nothing.
 */
export function firstByteOfMd5(text: string): number {
  const words = padded(new TextEncoder().encode(text));
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < words.length; at += 16) {
    const turned = rounds(state, words.subarray(at, at + 16));
    state = state.map((value, nth) => (value + turned[nth]!) | 0) as State;
  }
  return state[0] & 0xff; // digests are written lowest byte first
}

type State = [number, number, number, number];

/** RFC 1321: 64 constants out of the sine of whole numbers. */
const SINES = Int32Array.from({ length: 64 }, (_, n) => Math.floor(Math.abs(Math.sin(n + 1)) * 2 ** 32));
/** Bits to turn by, in each of four rounds, over and over. */
const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

/** The text, a one bit, zeros, and its length in bits: whole blocks of 16 words. */
function padded(bytes: Uint8Array): Int32Array {
  const block = new Uint8Array((((bytes.length + 8) >> 6) + 1) * 64);
  block.set(bytes);
  block[bytes.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(block.length - 8, bytes.length * 8, true); // ids have at most 512 bytes, so that one word is enough
  return Int32Array.from({ length: block.length / 4 }, (_, n) => view.getInt32(n * 4, true));
}

function rounds([a, b, c, d]: State, words: Int32Array): State {
  for (let n = 0; n < 64; n++) {
    const round = n >> 4;
    const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round]!;
    const place = [n, 5 * n + 1, 3 * n + 5, 7 * n][round]! % 16;
    const sum = (a + mixed + SINES[n]! + words[place]!) | 0;
    const turn = TURNS[round]![n % 4]!;
    [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
  }
  return [a, b, c, d];
}
