/**
 * The first byte of the MD5 of a text in UTF-8. why by hand: DuckDB and Trino both have MD5, browsers have no such hash, and Node
 * and browser must not differ. It spreads ids and protects nothing.
 */
export function firstByteOfMd5(text: string): number {
  const words = padded(new TextEncoder().encode(text));
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let at = 0; at < words.length; at += 16) addBlock(state, words, at);
  return state[0]! & 0xff; // digests are written lowest byte first
}

/** RFC 1321: 64 constants out of the sine of whole numbers. */
const SINES = Int32Array.from({ length: 64 }, (_, n) => Math.floor(Math.abs(Math.sin(n + 1)) * 2 ** 32));
/** Bits to turn by, in each of four rounds, over and over. */
const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
const TURN = Int32Array.from({ length: 64 }, (_, n) => TURNS[n >> 4]![n % 4]!);
/** The word that each step takes. */
const PLACE = Int32Array.from({ length: 64 }, (_, n) => [n, 5 * n + 1, 3 * n + 5, 7 * n][n >> 4]! % 16);

/** The text, a one bit, zeros, and its length in bits: whole blocks of 16 words. */
function padded(bytes: Uint8Array): Int32Array {
  const block = new Uint8Array((((bytes.length + 8) >> 6) + 1) * 64);
  block.set(bytes);
  block[bytes.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(block.length - 8, bytes.length * 8, true); // ids have at most 512 bytes, so that one word is enough
  const words = new Int32Array(block.length / 4);
  for (let n = 0; n < words.length; n++) words[n] = view.getInt32(n * 4, true);
  return words;
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d);
}

function addBlock(state: Int32Array, words: Int32Array, at: number): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let n = 0; n < 64; n++) {
    const sum = (a + mix(n >> 4, b, c, d) + SINES[n]! + words[at + PLACE[n]!]!) | 0;
    const turn = TURN[n]!;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
}
