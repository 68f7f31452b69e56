export interface ByteRange {
  first: number;
  /** Inclusive. */
  last: number;
}

/**
 * Reads a Range header (RFC 9110, one range of bytes) against an object of `size` bytes. Headers it does not understand,
 * and several ranges at once, are answered with the whole object, as the RFC allows.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const found = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return 'whole';
  if (found[1] === '') {
    const length = Number(found[2]);
    return length === 0 || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - length), last: size - 1 };
  }
  const first = Number(found[1]);
  const last = found[2] === '' ? size - 1 : Number(found[2]);
  if (found[2] !== '' && last < first) return 'whole';
  return first >= size ? 'unsatisfiable' : { first, last: Math.min(last, size - 1) };
}
