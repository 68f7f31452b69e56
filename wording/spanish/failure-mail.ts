/** What the mail to the operators says when a night stops. */
import { plural as s } from './plural.js';

export const failure = {
  kicker: 'Ejecución nocturna',
  subject: (day: string, where: string, what: string) => `La noche del ${day} se detuvo en ${where}: ${what}`,
  nothing: 'No se publicó nada y no se envió ningún correo.',
  published: 'La ejecución está publicada; algunos de sus correos no se enviaron.',
  still: (run: string, day: string) => `Los lectores siguen viendo la ejecución ${run} del ${day}.`,
  neverPublished: 'Hasta ahora no se ha publicado ninguna ejecución.',
  whatHeading: 'Qué se detuvo',
  stoppedAt: (where: string) => `Detenida en ${where}`,
  proofHeading: 'Las filas que lo prueban',
  more: (n: number, shown: string) => `y ${shown} ${s(n, 'fila', 'filas')} más`,
  nextHeading: 'Siguiente paso',
  run: (day: string, run: string | undefined) =>
    run ? `Datos del ${day}, ejecución ${run}` : `Datos del ${day}, no se abrió ninguna ejecución`,
};
