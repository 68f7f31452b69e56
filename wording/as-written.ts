/**
 * Marks of what a policy says in its own language, where nobody has said it in the reader's: a page shows it with its language, so that it
 * is spoken as what it is. why characters of nobody's alphabet: a text passes through sentences, tables and headings as it is.
 */
const [BEGIN, END] = ['\uE000', '\uE001'];

export const markAsWritten = (text: string): string => `${BEGIN}${text}${END}`;

/** Whether all of a text is as it is written. */
export const isAsWritten = (text: string): boolean => text.startsWith(BEGIN);

/** The text without its marks. */
export const asWritten = (text: string): string => text.replaceAll(/[\uE000\uE001]/g, '');

/** A text in pieces, each as it is written or not. `within` says how it begins; the second value how it ends. */
export function piecesOf(text: string, within: boolean): { pieces: { text: string; asWritten: boolean }[]; within: boolean } {
  const pieces: { text: string; asWritten: boolean }[] = [];
  let inside = within;
  for (const piece of text.split(/([\uE000\uE001])/)) {
    if (piece === BEGIN || piece === END) inside = piece === BEGIN;
    else if (piece !== '') pieces.push({ text: piece, asWritten: inside });
  }
  return { pieces, within: inside };
}
