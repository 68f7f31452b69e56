import { pluralOf } from '../letters.js';

export const plural = pluralOf('en');

/** Of a number that comes written. */
export const pluralAsWritten = (shown: string, one: string, many: string): string => (shown === '1' ? one : many);
