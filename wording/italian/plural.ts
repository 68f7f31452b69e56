import { pluralOf } from '../letters.js';

export const plural = pluralOf('it');
