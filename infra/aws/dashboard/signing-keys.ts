import { generateKeyPairSync } from 'node:crypto';
import { signingKeyAt } from './names.js';

/** Where halves of keys are kept. `put` keeps what is there already. */
export interface Parameters {
  get(name: string): Promise<string | undefined>;
  put(name: string, value: string, secret: boolean): Promise<void>;
}

/** Bits. why: CloudFront takes RSA of this size. */
const BITS = 2048;

/**
 * Makes a signing key where it is not there yet: its private half as a secret, then its public half, which the stack gives to CloudFront.
 * Twice is as good as once. Throws when one half is there without the other.
 */
export async function haveSigningKey(
  parameters: Parameters,
  at: { stage: string; group: string },
  key: number,
): Promise<'made' | 'was there'> {
  const [secret, open] = [signingKeyAt(at, key, 'private'), signingKeyAt(at, key, 'public')];
  const [isSecret, isOpen] = [await parameters.get(secret), await parameters.get(open)].map((value) => value !== undefined);
  if (isSecret && isOpen) return 'was there';
  if (isSecret || isOpen)
    throw new Error(`SSM parameter ${isSecret ? secret : open}: stands without its other half; delete it and deploy again`);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: BITS,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await parameters.put(secret, privateKey, true);
  await parameters.put(open, publicKey, false);
  return 'made';
}
