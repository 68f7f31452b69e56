/** What stands on the one page of a week's digest beside its numbers. */
import { al } from './articles.js';
import { plural as s } from './plural.js';

const moved = (how: string) => (metric: string, points: string, now: string, low: string, high: string) =>
  `${metric}: ${how} di ${points}, ora ${now}; è più di un’oscillazione casuale (tra ${low} e ${high}).`;

export const digestPage = {
  /** Read aloud, and shown where pictures are not: all that the line says. */
  line: (title: string, weeks: string, last: string) => `${title}, 13 settimane fino ${al(last)}: ${weeks}.`,
  noLine: (title: string) => `${title}: nessuna settimana ancora nota.`,
  unknown: 'non noto',
  /** A change of a count with the interval that chance explains. */
  clear: (change: string, low: string, high: string) => `${change}, più di un’oscillazione casuale: tra ${low} e ${high}`,
  movedHeading: 'Che cosa è cambiato e perché',
  rose: moved('aumento'),
  fell: moved('calo'),
  nothingMoved: 'Nessuna metrica è cambiata più di un’oscillazione casuale.',
  nothingCompared: 'Non c’è un periodo precedente completo con cui confrontare le metriche.',
  why: (rate: string, mix: string) =>
    `La variazione viene per ${rate} dai tassi propri dei venditori e per ${mix} da chi ha venduto di più o di meno.`,
  whyForgiven: (rate: string, mix: string, forgiven: string) =>
    `La variazione viene per ${rate} dai tassi propri dei venditori, per ${mix} da chi ha venduto di più o di meno e per ${forgiven} da ciò che è stato giustificato.`,
  who: (sellers: string) => `La parte maggiore: ${sellers}.`,
  whoAndCarrier: (sellers: string, carrier: string) => `La parte maggiore: ${sellers}; per corriere ${carrier}.`,
  part: (name: string, points: string) => `${name} (${points})`,
  ordersMoved: (change: string, sellers: string) => `Ordini ${change}; venditori attivi ${sellers}.`,
  changesHeading: (week: string) => `Venditori saliti e scesi, ${week}`,
  changesOfRun: 'Venditori saliti e scesi rispetto all’elaborazione precedente',
  rises: (shown: string) => `${shown} ${shown === '1' ? 'salito' : 'saliti'}`,
  falls: (shown: string) => `${shown} ${shown === '1' ? 'sceso' : 'scesi'}`,
  noChanges: 'Nessun venditore ha cambiato livello.',
  change: (seller: string, from: string, to: string) => `${seller}: da ${from} a ${to}`,
  /** Between sellers with their tiers, which have commas and colons of their own. */
  apart: '; ',
  more: (shown: string) => (shown === '1' ? 'e un altro' : `e altri ${shown}`),
  waitingMore: (n: number, shown: string) => s(n, 'E un’altra decisione.', `E altre ${shown} decisioni.`),
  metricsHeading: (days: number) => `Tutte le metriche, ${days} giorni`,
  change28: 'Variazione',
  better: (change: string) => `${change}, meglio`,
  worse: (change: string) => `${change}, peggio`,
  noise: (change: string) => `${change}, caso`,
  few: (change: string) => `${change}, pochi venditori`,
  readMetrics:
    'Meglio o peggio si dice solo di ciò che va oltre un’oscillazione casuale, cioè oltre le differenze che venditori e giorni mostrano comunque.',
  tiers: (programme: string, tiers: string) => `${programme}: ${tiers}.`,
  tier: (title: string, share: string) => `${title} ${share}`,
  unjudged: (shown: string, n: number, share: string) =>
    `${shown} ${s(n, 'venditore', 'venditori')} (${share}) con troppo pochi ordini per una valutazione`,
  held: 'livelli attuali',
  proposed: 'livelli proposti stanotte',
  quality: (sentences: string) => `Dati: ${sentences}`,
  besidesHeading: 'Domande e indizi',
  applied: (n: number, shown: string, before: string) =>
    `${shown} ${s(n, 'domanda è arrivata', 'domande sono arrivate')} nella settimana, ${before} in quella prima.`,
  applicantsWait: (n: number, shown: string, overdue: string) =>
    `${shown} ${s(n, 'attende', 'attendono')}, di cui ${overdue} una decisione da più tempo di quanto prevede la policy.`,
  leads: (n: number, shown: string) =>
    `${shown} ${s(n, 'indizio è aperto', 'indizi sono aperti')}: segni di abuso che una persona deve esaminare.`,
  behind: 'Motivi, altri periodi e tutti i conteggi sono nella dashboard.',
  open: 'Apri la dashboard',
  /** Of the list of digests. */
  listHeading: 'Riepiloghi settimanali',
  listIntro: 'Una pagina alla settimana, come è stata inviata.',
  listNone: 'Non è ancora stato scritto nessun riepilogo. Il prossimo arriva con l’elaborazione della domenica.',
  listPage: 'Pagina',
  listPdf: 'PDF',
  listed: (week: string, sunday: string) => `${week}, fino ${al(sunday)}`,
};
