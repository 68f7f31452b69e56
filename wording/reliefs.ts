import type { Words } from './words.js';

/** By what an order is forgiven that its programme forgives by itself: `Black Friday`, `counted with O-17`; nothing otherwise. */
export const reliefNote = ({ folded_into, peak }: { folded_into: string | null; peak: string | null }, words: Words): string =>
  peak ?? (folded_into === null ? '' : words.reliefs.foldedInto(folded_into));
