import type { Frequency } from '../../contracts/landing/sellers.js';

/** The page on which a seller says how often mails should come. Days come written. */
export const preferencesPage = {
  title: 'Correos del informe de rendimiento',
  /** Whose mails. */
  of: (seller: string) => `Correos del informe de rendimiento de ${seller}`,
  now: {
    nothing:
      'Aún no has elegido nada aquí. Los correos llegan según lo acordado con el marketplace o, si no, una vez a la semana.',
    chosen: (frequency: string, day: string) => `Elegido el ${day}: ${frequency}.`,
    complained: (day: string) => `Envío detenido el ${day}, porque un correo se marcó como no deseado.`,
    stopped: (day: string) => `Dejaste de recibir estos correos el ${day}.`,
  },
  bounced: (day: string) =>
    `Desde el ${day} los correos a tu dirección vienen devueltos y no se envían más. Facilita al marketplace una dirección que funcione.`,
  ask: '¿Con qué frecuencia quieres recibirlos?',
  choices: {
    daily: 'Cada día en que cambien tus cifras',
    weekly: 'Una vez a la semana, si tus cifras han cambiado',
    monthly: 'Una vez al mes, si tus cifras han cambiado',
    changes: 'Solo cuando cambie tu nivel',
    off: 'Nunca',
  } satisfies Record<Frequency, string>,
  always: 'Una bajada de nivel o un aviso se te comunica a la mañana siguiente, elijas lo que elijas, salvo «Nunca».',
  save: 'Guardar',
  saved: 'Guardado.',
  unsubscribed: 'Ya no recibirás estos correos. Abajo puedes elegir otra cosa.',
  unknown: {
    title: 'Este enlace no está completo',
    says: 'Vuelve a abrir el enlace del correo o cópialo entero: puede que se haya cortado.',
  },
  unclear: {
    title: 'No se ha podido guardar',
    says: 'Vuelve atrás, elige con qué frecuencia quieres recibir los correos y guarda de nuevo.',
  },
};
