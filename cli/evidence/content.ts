import { createHash } from 'node:crypto';

/** SHA-256 (hex) and bytes of a text. */
export const contentOfText = (text: string | Buffer): { sha256: string; bytes: number } => ({
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: Buffer.byteLength(text),
});
