/** Who is judged by a built-in metric, and why its outcomes are final only after so many days; clauses. */
import type { PageWords } from '../../page-words.js';

const orders = 'alle Bestellungen';
const cases = 'Käufer können nach dem zugesagten Zustelltermin noch dreißig Tage lang einen Fall eröffnen';

export const rooms: PageWords['rooms'] = {
  late_dispatch: {
    population: 'alle Bestellungen mit Versandfrist',
    final: 'Scans der Versanddienstleister gehen bis zu zwei Tage später ein',
  },
  seller_cancellation: {
    population: orders,
    final: 'fast alle Stornierungen lieferbarer Ware kommen innerhalb einer Woche nach der Bestellung',
  },
  missing_tracking: {
    population: 'versandte Bestellungen (sobald sie in der Region als versandt gelten)',
    final: 'ein Erstscan wird mitunter erst eine Woche später gemeldet',
  },
  late_delivery: {
    population: 'Bestellungen mit zugesagtem Zustelltermin',
    final: 'Zustellscans gehen bis zu drei Tage später ein',
  },
  negative_review: {
    population: 'zugestellte Bestellungen',
    final: 'die meisten Käufer, die bewerten, tun das innerhalb von zwei Wochen nach der Zustellung',
  },
  seller_fault_return: {
    population: 'zugestellte Bestellungen',
    final: 'das übliche Rückgaberecht gilt dreißig Tage',
  },
  unresolved_case: {
    population: orders,
    final: 'Käufer können dreißig Tage lang einen Fall eröffnen, und eine Entscheidung dauert bis zu zwei Wochen',
  },
  order_defect: {
    population: orders,
    final: 'so lange braucht der langsamste Teil, der ungelöste Fall',
  },
  slow_response: {
    population: 'Anfragen von Käufern an einen Menschen',
    final: 'eine Antwort ist innerhalb von 24 Stunden fällig',
  },
  refund_on_time: {
    population: 'Bestellungen, für die der Käufer eine Rückgabe angemeldet hat',
    final: 'die Erstattung ist nach vierzehn Tagen fällig und wird bis zu zwei Tage später gemeldet',
  },
  not_received_opened: { population: orders, final: cases },
  not_as_described_opened: { population: orders, final: cases },
  chat_dissatisfaction: {
    population: 'Anfragen an einen Menschen, zu denen der Käufer die Umfrage beantwortet hat',
    final: 'Käufer beantworten die Umfrage innerhalb einer Woche',
  },
  contact_rate: {
    population: orders,
    final: 'Fragen zu einer Bestellung kommen innerhalb eines Monats danach',
  },
};
