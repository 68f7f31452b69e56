/** What stands around every page of the dashboard, and in what all of them are made of. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

export const app: PageWords['app'] = {
  name: 'Schede prestazioni',
  tab: (page, runDate) => `${page} · Schede prestazioni · ${runDate}`,
  opening: 'Apertura dell’elaborazione pubblicata…',
  skip: 'Vai ai numeri',
  pages: 'Pagine',
  views: {
    overview: 'Panoramica',
    movers: 'Variazioni',
    calls: 'Da chiamare',
    leads: 'Indizi',
    onboarding: 'Onboarding',
    metrics: 'Metriche',
    sellers: 'Venditori',
    programme: 'Programma',
    quality: 'Qualità dati',
  },
  region: 'Regione',
  language: 'Lingua',
  run: 'Elaborazione',
  runDate: 'Data di riferimento',
  policy: 'Policy',
  newer: (run) => `Nel frattempo è stata pubblicata l’elaborazione ${run}.`,
  showNewer: 'Mostrala',
  period: 'Periodo',
  days: (n, shown) => `${shown} ${s(n, 'giorno', 'giorni')}`,
  points: (shown) => `${shown} p.p.`,
  reading: 'Lettura in corso',
  notPublished: (dataset) => `Questa elaborazione non ha pubblicato ${dataset}, quindi qui non c’è nulla da mostrare.`,
  failed: (message) => `Non è stato possibile leggere questa parte: ${message}`,
  again: 'Riprova',
  change: {
    same: 'invariato',
    up: 'in aumento',
    down: 'in calo',
    upWorse: 'in aumento, peggio',
    downBetter: 'in calo, meglio',
  },
  more: (some: string, rest: string) => {
    if (some !== rest) return `Mostra altri ${some} su ${rest}`;
    return rest === '1' ? 'Mostra l’altro' : `Mostra gli altri ${rest}`;
  },
};
