/** What the mail to the operators says when a night stops. */
import { al, del } from './articles.js';
import { plural as s } from './plural.js';

export const failure = {
  kicker: 'Elaborazione notturna',
  subject: (day: string, where: string, what: string) => `La notte ${del(day)} si è fermata a ${where}: ${what}`,
  nothing: 'Non è stato pubblicato nulla e non è stata inviata nessuna e-mail.',
  published: 'L’elaborazione è pubblicata; alcune sue e-mail non sono state inviate.',
  still: (run: string, day: string) => `I lettori vedono ancora l’elaborazione ${run} ${del(day)}.`,
  neverPublished: 'Finora non è mai stata pubblicata nessuna elaborazione.',
  whatHeading: 'Che cosa si è fermato',
  stoppedAt: (where: string) => `Fermata a ${where}`,
  proofHeading: 'Le righe che lo provano',
  more: (n: number, shown: string) => s(n, 'e un’altra riga', `e altre ${shown} righe`),
  nextHeading: 'Prossimo passo',
  run: (day: string, run: string | undefined) =>
    run ? `Dati ${al(day)}, elaborazione ${run}` : `Dati ${al(day)}, nessuna elaborazione avviata`,
};
