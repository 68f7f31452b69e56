/** What pages say where data or a run has nothing to answer with. */
import type { PageWords } from '../../page-words.js';

export const notSaid: PageWords['notSaid'] = {
  apart: {
    carrier: 'Ningún pedido de estos días indica su transportista, así que aquí no se dice nada de transportistas.',
    category: 'Ningún pedido de estos días indica su categoría, así que aquí no se dice nada de categorías.',
    destination_area: 'Ningún pedido de estos días indica su zona de entrega, así que aquí no se dice nada de zonas.',
    tenure: 'Ningún dato recibido indica desde cuándo venden estos vendedores, así que aquí no se dice nada de su antigüedad.',
  },
  notMeasured: (metric) => `${metric}: métrica sin medir, porque no han llegado los datos de los que se compone.`,
  nobodyFell: 'Nadie ha bajado desde la última ejecución.',
  nothingWaits: 'Aquí nada espera la decisión de una persona.',
  notPrinted: (more: string) =>
    `En el papel ${more === '1' ? 'falta' : 'faltan'} ${more}. Guarda la lista como CSV, o acótala, y vuelve a imprimir.`,
};
