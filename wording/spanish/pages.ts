/** What the dashboard's pages say before, instead of and above their numbers. Days come written. */
export const pages = {
  nothingPublished: {
    title: 'Aún no se ha publicado nada',
    says: 'La primera noche pone aquí sus cifras en cuanto termina. Si ya debería haber alguna, avisa a quien gestiona los informes de rendimiento.',
  },
  signedOut: {
    title: 'Vuelve a iniciar sesión',
    says: 'Tu sesión ha terminado, o tu cuenta no puede leer estas cifras. Las cifras en sí están bien.',
    again: 'Iniciar sesión de nuevo',
  },
  unopened: { title: 'No se pudo abrir la ejecución publicada', again: 'Volver a intentarlo' },
  /** A run that is older than it should be by now. */
  late: (has: string, expected: string) =>
    `Estas cifras llegan hasta el ${has}. Ya deberían estar las del ${expected}: la última noche va con retraso.`,
  /** A run that was made without mails, such as one of a backfill. */
  madeAfterwards: (day: string) =>
    `Esta ejecución del ${day} se hizo sin correos, como las que completan días pasados: a los vendedores no se les escribió sobre ella.`,
  leftOut:
    'Qué filas se excluyeron y por qué, con archivo y línea, está en la página sobre la calidad de los datos junto a la ejecución, que tiene quien gestiona los informes de rendimiento.',
};
