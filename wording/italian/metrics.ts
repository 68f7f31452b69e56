/** The built-in metrics. What is at fault has one form, whatever the number: `1 ordine con spedizione in ritardo`. */
import type { MetricWords } from '../metric-words.js';

const platformFulfilled = 'preparazione e spedizione a cura della piattaforma';

export const metrics: MetricWords = {
  late_dispatch: {
    title: 'Spedizioni in ritardo',
    advice: 'Consegna i pacchi al corriere entro il termine di spedizione e chiedi che vengano scansionati al ritiro.',
    counted: { one: 'ordine', many: 'ordini', fault: 'con spedizione in ritardo' },
    reasons: {
      fault: {
        missing: 'non affidato al corriere entro i giorni di attesa previsti',
        late: 'affidato al corriere dopo il termine di spedizione',
      },
      excluded: {
        platform_fulfilled: platformFulfilled,
        cancelled_before_due: 'annullato prima del termine di spedizione',
      },
    },
    came_after: { missing: 'affidato al corriere solo dopo i giorni di attesa previsti' },
  },
  seller_cancellation: {
    title: 'Annullamenti del venditore',
    advice: 'Tieni aggiornate le scorte, così da non dover annullare ordini per mancanza di merce.',
    counted: { one: 'ordine', many: 'ordini', fault: 'con annullamento da parte tua' },
    reasons: {
      fault: {
        cancelled_by_seller: 'il venditore ha annullato',
        cancelled_by_system: 'il sistema ha annullato perché il venditore non ha agito',
      },
      excluded: {
        platform_cancelled: 'la piattaforma ha annullato',
        unattributed: 'annullato, ma non risulta da chi',
      },
    },
  },
  missing_tracking: {
    title: 'Tracciamento mancante',
    advice: 'Inserisci un numero di tracciamento per ogni pacco e usa servizi che scansionano i pacchi.',
    counted: { one: 'pacco', many: 'pacchi', fault: 'senza tracciamento' },
    reasons: {
      fault: {
        no_number: 'non è stato indicato nessun numero di tracciamento',
        no_scan: 'non scansionato dal corriere entro i giorni di attesa previsti',
      },
      excluded: { platform_fulfilled: platformFulfilled },
    },
    came_after: { no_scan: 'scansionato dal corriere solo dopo i giorni di attesa previsti' },
  },
  late_delivery: {
    title: 'Consegne in ritardo',
    advice: 'Scegli un servizio più rapido per le destinazioni lontane, oppure allunga i tempi di consegna promessi.',
    counted: { one: 'ordine', many: 'ordini', fault: 'con consegna in ritardo' },
    reasons: {
      fault: {
        missing: 'non consegnato entro i giorni di attesa previsti',
        late: 'consegnato dopo il termine di consegna promesso',
      },
      forgiven: { carrier_delay: 'affidato in tempo al corriere, quindi il ritardo è del corriere' },
      excluded: {
        platform_fulfilled: platformFulfilled,
        cancelled: 'annullato',
        untracked: 'spedito senza numero di tracciamento, quindi nessuno può dire quando è arrivato',
      },
    },
    came_after: { missing: 'consegnato solo dopo i giorni di attesa previsti' },
  },
  negative_review: {
    title: 'Recensioni negative',
    advice: 'Leggi che cosa hanno scritto questi acquirenti e correggi l’inserzione o l’imballaggio di cui si lamentano.',
    counted: { one: 'consegna', many: 'consegne', fault: 'con recensione negativa' },
    reasons: {
      fault: {
        stars_1: 'la prima recensione ha una stella',
        stars_2: 'la prima recensione ha due stelle',
        stars_3: 'la prima recensione ha tre stelle',
      },
      forgiven: { logistics_review: 'la recensione riguarda la logistica e l’ordine è stato spedito in tempo' },
    },
  },
  order_defect: {
    title: 'Ordini difettosi',
    advice: 'Guarda insieme annullamenti, recensioni negative e reclami: qui ogni ordine di questo tipo conta una volta.',
    counted: { one: 'ordine', many: 'ordini', fault: 'con un difetto' },
    reasons: {
      fault: {
        seller_cancellation: 'l’ordine è stato annullato dal venditore',
        negative_review: 'la prima recensione dell’ordine è negativa',
        unresolved_case: 'per l’ordine c’è un reclamo a sfavore del venditore',
      },
      excluded: { cancelled: 'annullato' },
    },
  },
  unresolved_case: {
    title: 'Reclami non risolti',
    advice: 'Rispondi ai reclami e risolvili tu, prima che debba intervenire la piattaforma.',
    counted: { one: 'ordine', many: 'ordini', fault: 'con un reclamo a tuo sfavore' },
    reasons: {
      fault: {
        decided_against_seller: 'un reclamo è stato deciso a sfavore del venditore',
        case_opened: 'è stato aperto un reclamo',
      },
      excluded: { cancelled: 'annullato' },
    },
  },
  seller_fault_return: {
    title: 'Resi per responsabilità del venditore',
    advice: 'Controlla i prodotti più resi: descrizioni o taglie sbagliate, difetti.',
    counted: { one: 'consegna', many: 'consegne', fault: 'con reso per tua responsabilità' },
    reasons: { fault: { seller_responsible: 'un reso di cui è responsabile il venditore' } },
  },
  slow_response: {
    title: 'Risposte in ritardo',
    advice: 'Rispondi a ogni acquirente entro un giorno, anche nel fine settimana, oppure comunica prima una chiusura.',
    counted: { one: 'conversazione', many: 'conversazioni', fault: 'con risposta in ritardo' },
    reasons: {
      fault: { missing: 'senza risposta entro i giorni di attesa previsti', late: 'risposta arrivata troppo tardi' },
    },
    came_after: { missing: 'risposta arrivata solo dopo i giorni di attesa previsti' },
  },
  chat_dissatisfaction: {
    title: 'Insoddisfazione in chat',
    advice: 'Rileggi queste conversazioni: per lo più sono risposte brevi a una domanda che nessuno aveva fatto.',
    reasons: { fault: { dissatisfied: 'l’acquirente ha dato poche stelle dopo la conversazione' } },
  },
  refund_on_time: {
    title: 'Rimborsi in ritardo',
    advice: 'Rimborsa i resi appena la merce è tornata, al più tardi entro quattordici giorni dalla richiesta.',
    counted: { one: 'reso', many: 'resi', fault: 'con rimborso in ritardo' },
    reasons: {
      fault: { not_refunded: 'non rimborsato entro i giorni di attesa previsti', refunded_late: 'rimborsato troppo tardi' },
    },
    came_after: { not_refunded: 'rimborsato solo dopo i giorni di attesa previsti' },
  },
  not_received_opened: {
    title: 'Ordini non ricevuti',
    advice: 'Usa servizi tracciati e avvisa presto gli acquirenti quando un pacco è in ritardo.',
    reasons: {
      fault: { not_received: 'l’acquirente ha aperto un reclamo perché non è arrivato nulla' },
      excluded: { cancelled: 'annullato' },
    },
  },
  not_as_described_opened: {
    title: 'Non conformi alla descrizione',
    advice: 'Confronta le inserzioni di questi ordini con ciò che hai spedito: foto, misure, condizioni.',
    reasons: {
      fault: { not_as_described: 'l’acquirente ha aperto un reclamo perché non è conforme alla descrizione' },
      excluded: { cancelled: 'annullato' },
    },
  },
  contact_rate: {
    title: 'Contatti degli acquirenti',
    advice: 'Cerca che cosa gli acquirenti chiedono più spesso, e rispondi già nell’inserzione.',
    reasons: {
      fault: { contacted: 'l’acquirente ha scritto riguardo all’ordine' },
      excluded: { cancelled: 'annullato' },
    },
  },
};
