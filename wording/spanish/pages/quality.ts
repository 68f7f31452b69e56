/** What the dashboard's page about data quality says beside what the mails and the command line say of it. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

export const qualityPage: PageWords['qualityPage'] = {
  title: 'Calidad de los datos',
  note: (day) => `Qué había llegado hasta el ${day}, y qué no se pudo medir`,
  nothingLanded: 'No ha llegado nada.',
  notMeasured: {
    title: 'Métricas sin medir',
    none: 'Todas las métricas tienen los datos que necesitan.',
    needs: (metric, columns) =>
      `${metric}: se necesitan los datos ${columns}. La métrica se muestra como «sin medir», nunca como cero.`,
  },
  noWarnings: 'Ningún control encontró nada.',
  warning: (check, n, rows, description) => `${check} (${rows} ${s(n, 'fila', 'filas')}): ${description}`,
  landed: {
    title: 'Recibidas, aceptadas, rechazadas',
    note: 'Cada fila recibida se acepta o se pone en cuarentena, y en ambos casos se conserva. Con retraso: recibida más de un día después de su updated_at.',
    label: 'Filas recibidas',
    dataset: 'Conjunto de datos',
    upTo: 'Hasta la fecha de referencia',
    on: 'En la fecha de referencia',
    late: 'Con retraso',
    newest: 'Registro más reciente',
    files: 'Archivos',
    landed: 'Recibidas',
    accepted: 'Aceptadas',
    quarantined: 'En cuarentena',
    share: 'Proporción',
    noRegion: 'Ninguna región conocida',
    never: 'Nunca recibido',
  },
  run: {
    title: 'Esta ejecución',
    note: 'Todo lo que se lee en estas páginas procede de estos conjuntos de datos.',
    run: 'Ejecución',
    runDate: 'Fecha de referencia',
    before: 'Publicada anteriormente',
    fingerprint: 'Huella de la política',
    programme: (version, day, regions) => `versión ${version}, en vigor desde el ${day}, ${regions}`,
    dataset: 'Conjunto de datos',
    rows: 'Filas',
    notPublished: 'no publicado',
  },
};
