/** Probation of new sellers. Numbers and days come written. */
import { dal, il } from './articles.js';
import { plural as s } from './plural.js';

export const probation = {
  since: (day: string, n: number, most: string): string =>
    `In periodo di prova ${dal(day)}: al massimo ${most} ${s(n, 'ordine', 'ordini')} al giorno.`,
  soFar: (n: number, today: string, most: string): string =>
    `Oggi ${n === 0 ? 'nessun ordine' : `${today} ${s(n, 'ordine', 'ordini')}`}; il massimo in un giorno finora: ${most}.`,
  above: (n: number, days: string): string => `In ${days} ${s(n, 'giorno', 'giorni')} il limite giornaliero è stato superato.`,
  ended: (day: string, exit: string): string =>
    `Il periodo di prova è terminato ${il(day)} (${exit}): gli ordini non hanno più un limite.`,
  /** `Termina (Proven) con 100 ordini (finora 43) e …` */
  exit: (name: string, asks: string): string => `Termina (${name}) con ${asks}.`,
  orders: (n: number, needed: string, days: string | null, value: string): string =>
    `${needed} ${s(n, 'ordine', 'ordini')}${days === null ? '' : ` in ${days} giorni`} (finora ${value})`,
  days: (n: number, needed: string, value: string): string =>
    `${needed} ${s(n, 'giorno', 'giorni')} dall’iscrizione (finora ${value})`,
  metric: (title: string, met: boolean): string => `lo standard di ${title} rispettato (${met ? 'lo è' : 'non ancora'})`,
  /** In a programme's page. */
  heading: 'Finché la tua attività qui è nuova',
};
