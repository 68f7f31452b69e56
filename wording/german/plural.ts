import { pluralOf } from '../letters.js';

export const plural = pluralOf('de');

/** The same of a number that is only known as it is written. */
export const pluralAsWritten = (shown: string, one: string, many: string): string => (shown === '1' ? one : many);

/** `Tage`, `Artikel`, `Bestellungen` after `von 40` and `in`: `Tagen`, `Artikeln`, `Bestellungen`. */
export const dative = (many: string): string => (/[ns]$/.test(many) ? many : `${many}n`);
