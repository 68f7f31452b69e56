/** What the dashboard's page of one seller says: its tiers, its metrics, and the orders behind them. */
import type { PageWords } from '../../page-words.js';
import { al, dal } from '../articles.js';
import { grammar } from '../grammar.js';
import { plural as s } from '../plural.js';

export const seller: PageWords['seller'] = {
  back: 'Venditori',
  none: (day) =>
    `Nessuna scheda per questo venditore ${al(day)}. Chi non ha ordini in nessun periodo non ne ha una; in caso contrario, controlla l’ID.`,
  managed: (region) => `regione di sede: ${region}`,
  notDescribed: 'ancora senza descrizione',
  proposes: (tier, because) => `Le sole soglie propongono «${tier}»: ${because}`,
  was: (tier, run) => `prima «${tier}» (elaborazione ${run})`,
  facts: {
    heldBackBy: 'Frenato da',
    ifAllMet: 'Se tutti gli ordini in attesa vanno a buon fine',
    ordersIn: (n) => `Ordini in ${n} ${s(n, 'giorno', 'giorni')}`,
    ordersInWindow: 'Ordini nel periodo',
    needed: (shown) => `· ${shown === '1' ? 'ne serve' : 'ne servono'} ${shown}`,
    measured: 'Metriche misurate',
    of: (measured, total) => `${measured} su ${total}`,
  },
  metric: {
    holds: 'frena il livello',
    behind: (many) => `${grammar.capital(many)} nel dettaglio`,
    how: 'Come si conta',
    rate: 'Tasso',
    standard: 'Standard',
    used: 'Problemi',
    usedOf: 'su ',
    usedAllowed: 'ammessi',
    alone: 'Da sola consente',
  },
  behind: {
    judged: 'Si valutano',
    exempted: 'si applica un’esenzione',
    never: 'mai',
    finalAfter: 'Definitivo dopo',
    days: (n, shown) => `${shown} ${s(n, 'giorno', 'giorni')}`,
    daysWhy: (n, shown, why) => `${shown} ${s(n, 'giorno', 'giorni')}: ${why}`,
    counted: (first, last) =>
      `Nel conteggio ${dal(first)} ${al(last)}. Gli orari sono quelli locali della regione di ciascun ordine.`,
    pending: (things) => `In attesa: ${things}, in elenco quando l’esito sarà definitivo.`,
    more: (some, rest) => `Mostra altri ${some} su ${rest}`,
    others: (rest) => (rest === '1' ? 'Mostra l’altro' : `Mostra gli altri ${rest}`),
    unlisted: (shown, reasons) =>
      `${shown === '1' ? '1 altro è' : `Altri ${shown} sono`} nel conteggio ma non in elenco: ${reasons}.`,
    differs: (counted, listed) =>
      `La scheda ne conta ${counted}, il registro ne elenca ${listed}. Segnalalo indicando l’ID dell’elaborazione.`,
    order: 'Ordine',
    reason: 'Motivo',
    countsOn: 'Conta il',
    value: 'Valore',
    leavesOn: 'Esce il',
    leavesMeans: 'La prima data di riferimento in cui non conta più',
    region: 'Regione',
    zone: 'Fuso orario',
    category: 'Categoria',
    carrier: 'Corriere',
    exemption: 'Esenzione',
    countsAsMet: 'Conta come senza problemi',
    yes: 'sì',
    leftOut: 'no, è escluso',
  },
};
