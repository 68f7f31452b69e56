/** The words for every code that the datasets carry. */
import type { EXEMPTION_REASONS } from '../../contracts/landing/exemptions.js';
import { plural as s } from './plural.js';
import { problemiSu } from './problems.js';

/** Where a metric or a seller stands when no tier of the policy says it. */
export const tiers = {
  not_assessable: {
    title: 'Ancora senza valutazione',
    means: 'Gli ordini sono troppo pochi per una valutazione equa, quindi non viene assegnato nessun livello.',
  },
  not_measured: {
    title: 'Non misurato',
    means: 'I dati per questo programma non ci sono pervenuti, quindi non viene assegnato nessun livello.',
  },
};

export const verdicts = {
  met: 'Conforme',
  missed: 'Non conforme',
  not_assessable: 'Non valutata',
  not_measured: 'Non misurata',
};

export const outcomes = {
  met: 'Senza problemi',
  fault: 'Con problemi',
  forgiven: 'Giustificato',
  excluded: 'Escluso',
  pending: 'In attesa',
};

export const rates = { accountable: 'Tasso imputabile', raw: 'Tasso grezzo' };

/** How a tier changed since the run before. */
export const directions = {
  up: 'Livello salito',
  down: 'Livello sceso',
  new: 'Prima scheda',
  other: 'Passaggio da o a non valutato',
};

/** Where the marketplace has a seller, whatever the tier. */
export const statuses = {
  probation: 'In prova',
  active: 'Attivo',
  restricted: 'Limitato',
  suspended: 'Sospeso',
  closed: 'Chiuso',
};

export const units = {
  orders: { one: 'ordine', many: 'ordini' },
  items: { one: 'articolo', many: 'articoli' },
  conversations: { one: 'conversazione', many: 'conversazioni' },
  days: { one: 'giorno', many: 'giorni' },
};

export const atFault = 'con problemi';

/** Why an exemption forgives; reasons that a business adds are shown as they landed. Reasons of rules: metrics/<metric>/metric.ts. */
export const exemptions = {
  carrier_incident: 'un disservizio del corriere',
  platform_error: 'un errore della piattaforma',
  declared_closure: 'una chiusura comunicata dal venditore',
  force_majeure: 'forza maggiore',
  dispute_upheld: 'il venditore l’ha contestato e aveva ragione',
  shared_dispatch: 'spedito insieme a un altro ordine',
} satisfies Record<(typeof EXEMPTION_REASONS)[number], string>;

/** What proves an outcome, by the column of outcome_details. */
export const columns = {
  placed_at: 'Ordine effettuato',
  confirmed_at: 'Spedizione confermata',
  ship_by: 'Termine di spedizione',
  first_scan_at: 'Prima scansione',
  deliver_by: 'Termine di consegna',
  delivered_at: 'Consegna',
  cancelled_at: 'Annullamento',
  cancelled_by: 'Annullato',
  has_tracking: 'Numero di tracciamento',
  reviewed_at: 'Recensione del',
  rating: 'Prima recensione',
  about: 'La recensione riguarda',
  return_requested_at: 'Richiesta di reso',
  returned_at: 'Reso per responsabilità del venditore',
  refund_due_at: 'Termine di rimborso',
  refunded_at: 'Rimborso',
  case_opened_at: 'Reclamo aperto',
  case_unsolved_at: 'Reclamo non risolto dal venditore',
  case_lost_at: 'Reclamo deciso a sfavore del venditore',
  case_closed_at: 'Reclamo risolto dalla piattaforma',
  not_received_at: 'Segnalato come non ricevuto',
  not_as_described_at: 'Segnalato come non conforme alla descrizione',
  contacted_at: 'Messaggio dell’acquirente',
  opened_at: 'Apertura',
  reply_due_at: 'Termine di risposta',
  first_reply_at: 'Prima risposta',
  satisfaction: 'Sondaggio',
  evidence: 'Prova',
};

/** Who cancelled an order, after the title of its column: `annullato dal venditore`. */
export const cancelledBy = {
  buyer: 'dall’acquirente',
  seller: 'dal venditore',
  system: 'dal sistema',
  platform: 'dalla piattaforma',
  unknown: 'da autore ignoto',
};

export const known = 'presente';
export const none = 'assente';
export const star = { one: 'stella', many: 'stelle' };

const needed = (have: string, need: string, noun: string, days: string | undefined): string =>
  `${have} su ${need} ${noun} necessari${days ? ` in ${days} giorni` : ''}`;
const faultsOf = (fault: string, counted: string, allowed: string): string => `${problemiSu(fault, counted)}, massimo ${allowed}`;

/** Why a metric has its verdict. Counts come written. */
export const verdictBecause = {
  no_source: 'non sono arrivati dati per questa metrica',
  few_orders: (have: string, need: string, days?: string) => needed(have, need, 'ordini', days),
  few_counted: (have: string, need: string, many: string, days: string) =>
    `${many} nel conteggio in ${days} giorni: ${have}, ne servono ${need}`,
  nothing_final: (days: string) => `ancora nulla di definitivo in ${days} giorni`,
  paused: (fault: string, counted: string, allowed: string) => `${faultsOf(fault, counted, allowed)}; la metrica è in pausa`,
  within: faultsOf,
  above: faultsOf,
  few_buyers: (faults: string, n: number, have: string, need: string) =>
    `${faults}, ma con solo ${have} ${s(n, 'acquirente coinvolto', 'acquirenti coinvolti')}: con meno di ${need} ogni soglia si considera rispettata`,
  few_days: (faults: string, n: number, have: string, need: string) =>
    `${faults}, ma in solo ${have} ${s(n, 'giorno', 'giorni')}: con meno di ${need} ogni soglia si considera rispettata`,
};

/** Why other days than usual count, as a clause. */
export const window = {
  low_volume: (days: string, fewer: string, many: string, usual: string): string =>
    `contano ${days} giorni, perché in ${usual} giorni si contano meno di ${fewer} ${many}`,
  stretched: (days: string, until: string, many: string, usual: string, most: string): string =>
    `contano ${days} giorni: tra ${usual} e ${most}, il minor numero di giorni in cui si contano ${until} ${many}`,
  stretched_out: (days: string, until: string, many: string): string =>
    `contano ${days} giorni, il massimo possibile: anche così si contano meno di ${until} ${many}`,
};

/** What is recommended beside the standard, a sentence each. */
export const recommended = {
  goal: (goal: string): string => `Consigliato: ${goal}.`,
  exceeded: (goal: string, allowed: string): string =>
    `Consigliato: ${goal}, cioè ${allowed} con problemi. Questo valore non è rispettato, lo standard invece sì: non ne consegue nulla.`,
};

/** Why a seller has its tier. */
export const tierBecause = {
  nothing_measured: 'nessuna metrica del programma è misurata',
  few_orders: (have: string, need: string) => needed(have, need, 'ordini', undefined),
  nothing_final: 'ancora nulla di definitivo',
  meets_all: (tier: string) => `rispetta tutte le soglie del livello «${tier}»`,
  held_back: (tier: string, metric: string, fault: string, counted: string, allowed: string) =>
    `livello «${tier}» non raggiunto per ${metric}: ${faultsOf(fault, counted, allowed)}`,
  points: (tier: string) => `livello «${tier}» non raggiunto per i punti attivi`,
  score: (tier: string) => `livello «${tier}» non raggiunto per il punteggio`,
  gate: (tier: string) => `livello «${tier}» non raggiunto: richiede più ordini, vendite o tempo`,
};
