import { md5 } from '@noble/hashes/legacy.js';

/**
 * The first byte of the MD5 of a text in UTF-8. why MD5: DuckDB and Trino both have it, and a library brings it to Node and the browser
 * alike. It spreads ids and protects nothing.
 */
export const firstByteOfMd5 = (text: string): number => md5(new TextEncoder().encode(text))[0]!;
