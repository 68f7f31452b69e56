/** Articles before a number or a day that comes written, as its first figures are spoken: il 16 nov, l’8 nov, l’11%, lo 0,5%. */
const before = (il: string, elided: string, lo: string) => (written: string) => {
  const whole = /^\d+/.exec(written)?.[0] ?? '';
  if (whole === '0') return `${lo} ${written}`;
  return /^(1|11|8\d*)$/.test(whole) ? `${elided}${written}` : `${il} ${written}`;
};

export const il = before('il', 'l’', 'lo');
export const al = before('al', 'all’', 'allo');
export const dal = before('dal', 'dall’', 'dallo');
export const del = before('del', 'dell’', 'dello');

/** The same where a sentence begins with it. */
export const atStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
