/** What the list of sellers says of views that a reader saved, and of its file. */
import type { PageWords } from '../../page-words.js';

export const savedViews: PageWords['savedViews'] = {
  title: 'Vistas guardadas',
  name: 'Nombre de esta vista',
  save: 'Guardar esta vista',
  saved: (name: string) => `Vista «${name}» guardada.`,
  forget: (name: string) => `Eliminar «${name}»`,
  forgotten: (name: string) => `Vista «${name}» eliminada.`,
  full: 'Se pueden conservar treinta vistas como máximo: elimina antes una de ellas.',
  where: 'Las vistas solo se guardan en este navegador; la dirección de una vista se puede enviar a otras personas.',
  notKept:
    'Este navegador no guarda nada de esta página, así que no se puede guardar ninguna vista. Añade la dirección a tus marcadores.',
  download: 'Guardar como CSV',
  file: 'vendedores',
  csv: [
    'vendedor',
    'nombre',
    'región de sede',
    'programa',
    'nivel',
    'propuesto',
    'previsto',
    'frenado por',
    'pedidos',
    'siguiente nivel',
    'estado',
  ],
};
