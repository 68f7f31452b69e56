import { pluralOf } from '../letters.js';

export const plural = pluralOf('es');
