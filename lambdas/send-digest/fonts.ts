import { readFile } from 'node:fs/promises';
import type { Fonts } from '../../emails/digest-pdf.js';

/** why a font of our own: those that every PDF reader has know Western letters alone, and sellers have other names too. */
const FOLDER = new URL('../../node_modules/dejavu-fonts-ttf/ttf/', import.meta.url);

export const readFonts = async (): Promise<Fonts> => ({
  regular: await readFile(new URL('DejaVuSansCondensed.ttf', FOLDER)),
  bold: await readFile(new URL('DejaVuSansCondensed-Bold.ttf', FOLDER)),
});
