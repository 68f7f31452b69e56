/** What stands around every page of the dashboard, and in what all of them are made of. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

export const app: PageWords['app'] = {
  name: 'Informes de rendimiento',
  tab: (page, runDate) => `${page} · Informes de rendimiento · ${runDate}`,
  opening: 'Abriendo la ejecución publicada…',
  skip: 'Ir a las cifras',
  pages: 'Páginas',
  views: {
    overview: 'Vista general',
    movers: 'Cambios',
    calls: 'Llamadas',
    leads: 'Indicios',
    onboarding: 'Incorporación',
    metrics: 'Métricas',
    sellers: 'Vendedores',
    programme: 'Programa',
    quality: 'Datos',
  },
  region: 'Región',
  language: 'Idioma',
  run: 'Ejecución',
  runDate: 'Fecha de referencia',
  policy: 'Política',
  newer: (run) => `Entretanto se ha publicado la ejecución ${run}.`,
  showNewer: 'Mostrarla',
  period: 'Periodo',
  days: (n, shown) => `${shown} ${s(n, 'día', 'días')}`,
  points: (shown) => `${shown} p. p.`,
  reading: 'Leyendo',
  notPublished: (dataset) => `Esta ejecución no publicó ${dataset}, así que aquí no hay nada que mostrar.`,
  failed: (message) => `No se ha podido leer esta parte: ${message}`,
  again: 'Reintentar',
  change: { same: 'sin cambios', up: 'sube', down: 'baja', upWorse: 'sube, peor', downBetter: 'baja, mejor' },
  more: (some: string, rest: string) => {
    if (some !== rest) return `Mostrar ${some} más de ${rest}`;
    return rest === '1' ? 'Mostrar el que falta' : `Mostrar los otros ${rest}`;
  },
};
