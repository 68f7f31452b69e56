import { pluralOf } from '../letters.js';

/** Of none as of one: `0 pedido`, `1 pedido`, `2 pedidos`. */
export const plural = pluralOf('pt-BR');
