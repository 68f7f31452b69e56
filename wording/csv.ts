// why a byte order mark: without one, spreadsheets read UTF-8 as the letters of their country.
const BYTE_ORDER_MARK = '\uFEFF';

/** A table for spreadsheets (RFC 4180): a line for each row, its columns first. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');

/**
 * A cell of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it: =, +, -, @ and their wide forms, also
 * behind white space. why in quotes always: a separator that some spreadsheets take, such as a semicolon, stays text.
 */
export const cell = (text: string): string => {
  const safe = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};
