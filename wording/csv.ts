/**
 * A cell of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it: =, +, -, @ and their wide forms, also
 * behind white space. why in quotes always: a separator that some spreadsheets take, such as a semicolon, stays text.
 */
export const cell = (text: string): string => {
  const safe = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};
