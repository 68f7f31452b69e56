import { pluralOf } from '../letters.js';

export const plural = pluralOf('fr');

/** The same of a number that is only known as it is written. */
export const pluralAsWritten = (shown: string, one: string, many: string): string => (/^[01](?:,\d+)?$/.test(shown) ? one : many);
