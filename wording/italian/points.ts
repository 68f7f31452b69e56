/** What points of a programme say. Numbers and days come written. */
import { al, atStart, dal, il } from './articles.js';
import { plural as s } from './plural.js';

/** `1 punto`, `2 punti`. */
const some = (n: number, have: string): string => `${have} ${s(n, 'punto', 'punti')}`;

export const points = {
  heading: 'I tuoi punti',
  total: (n: number, have: string) => (n === 0 ? 'Nessun punto attivo' : `${some(n, have)} ${s(n, 'attivo', 'attivi')}`),
  rating: (rating: string, starts: string, have: string, n: number, earned: string | undefined) =>
    `Indice ${rating}: parte da ${starts}${earned ? `, gli ordini hanno aggiunto ${earned}` : ''}, e ${n === 0 ? 'nessun punto lo riduce' : `${some(n, have)} lo ${s(n, 'riduce', 'riducono')}`}`,
  next: (next: string, title: string) => `${title} inizia a ${next}`,
  reached: (at: string, title: string, means: string) => `Raggiunto il traguardo ${at}, ${title}: ${means}`,
  caps: (tier: string) => `Finché è così, il livello è al massimo «${tier}».`,
  falls: (day: string, left: string, n: number) =>
    `${atStart(il(day))} ${n === 0 ? 'non ne resta nessuno' : s(n, `resta ${left} punto`, `restano ${left} punti`)}, se non se ne aggiungono altri.`,
  ratingThen: (day: string, rating: string) => `${atStart(il(day))} l’indice è ${rating}, se non si aggiungono altri punti.`,
  entry: (have: string, n: number, what: string, from: string, to: string, id: string) =>
    `${some(n, have)}: ${what}, ${s(n, 'vale', 'valgono')} ${dal(from)} ${al(to)} (${id})`,
  missed: (metric: string) => `non conforme: ${metric}`,
  states: { stands: 'attivo', expired: 'scaduto', withdrawn: 'ritirato' },
  fade: 'I punti scadono da soli alla loro data; fino ad allora il livello non può migliorare.',
};
