/** What the dashboard says of how a built-in metric is judged: what is counted, and why an outcome is final only so late. */
import type { PageWords } from '../../page-words.js';

const allOrders = 'tutti gli ordini';
const delivered = 'ordini consegnati';
const casesOpen = 'gli acquirenti possono aprire un reclamo fino a trenta giorni dopo la consegna promessa';

export const rooms: PageWords['rooms'] = {
  late_dispatch: {
    population: 'tutti gli ordini con un termine di spedizione',
    final: 'le scansioni del corriere arrivano con un ritardo fino a due giorni',
  },
  seller_cancellation: {
    population: allOrders,
    final: 'quasi tutti gli annullamenti di merce disponibile arrivano entro una settimana dall’ordine',
  },
  missing_tracking: {
    population: 'ordini spediti, in base al momento che vale come spedizione',
    final: 'una prima scansione può essere comunicata fino a una settimana dopo',
  },
  late_delivery: {
    population: 'ordini con un termine di consegna promesso',
    final: 'le scansioni di consegna arrivano con un ritardo fino a tre giorni',
  },
  negative_review: {
    population: delivered,
    final: 'la maggior parte degli acquirenti che lasciano una recensione lo fa entro due settimane dalla consegna',
  },
  order_defect: {
    population: allOrders,
    final: 'come la sua parte più lenta, i reclami non risolti',
  },
  unresolved_case: {
    population: allOrders,
    final: 'gli acquirenti possono aprire un reclamo per trenta giorni, e per una decisione servono fino a due settimane',
  },
  seller_fault_return: {
    population: delivered,
    final: 'il diritto di reso dura di solito trenta giorni',
  },
  slow_response: {
    population: 'conversazioni con una persona avviate dagli acquirenti',
    final: 'una risposta è dovuta entro 24 ore',
  },
  chat_dissatisfaction: {
    population: 'conversazioni con una persona per cui l’acquirente ha risposto al sondaggio',
    final: 'gli acquirenti rispondono al sondaggio entro una settimana',
  },
  refund_on_time: {
    population: 'ordini di cui l’acquirente ha chiesto il reso',
    final: 'il rimborso è dovuto dopo quattordici giorni, e viene comunicato fino a due giorni più tardi',
  },
  not_received_opened: { population: allOrders, final: casesOpen },
  not_as_described_opened: { population: allOrders, final: casesOpen },
  contact_rate: {
    population: allOrders,
    final: 'le domande su un ordine arrivano entro un mese',
  },
};
