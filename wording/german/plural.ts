import { pluralOf } from '../letters.js';

export const plural = pluralOf('de');

/** `Tage`, `Artikel`, `Bestellungen` after `von 40` and `in`: `Tagen`, `Artikeln`, `Bestellungen`. */
export const dative = (many: string): string => (/[ns]$/.test(many) ? many : `${many}n`);
