/** What the dashboard's page of the programmes says beside their text. Days come written. */
import type { PageWords } from '../../page-words.js';

export const programmePage: PageWords['programmePage'] = {
  title: 'Programa',
  note: 'Qué se pide a los vendedores, por qué, y qué les aporta o les cuesta: la política de esta ejecución, tal como la leen los vendedores.',
  asWritten: 'Lo que las reglas dicen con sus propias palabras y nadie ha traducido aún aparece como está escrito: en inglés.',
  programme: 'Programa',
  none: 'El día de esta ejecución no había ningún programa en vigor.',
  versions: {
    title: 'Versiones',
    columns: ['Versión', 'En vigor desde', 'Hasta', 'Comunicada a los vendedores', 'Estado'],
    now: 'aplicada en esta ejecución',
    later: 'entrará en vigor',
    open: 'la próxima versión',
    notSaid: 'sin indicar',
    whole: (version: string, day: string) => `La versión ${version}, en vigor desde el ${day}`,
  },
};
