/** Who is judged by a built-in metric, and why its outcomes are final only after so many days; clauses. */
import type { PageWords } from '../../page-words.js';

const orders = 'toutes les commandes';
const cases = 'les acheteurs peuvent ouvrir un litige pendant trente jours après la date de livraison promise';

export const rooms: PageWords['rooms'] = {
  late_dispatch: {
    population: 'toutes les commandes ayant une date limite d’expédition',
    final: 'les scans des transporteurs arrivent avec jusqu’à deux jours de retard',
  },
  seller_cancellation: {
    population: orders,
    final: 'presque toutes les annulations d’articles en stock ont lieu dans la semaine qui suit la commande',
  },
  missing_tracking: {
    population: 'commandes expédiées (dès qu’elles sont réputées expédiées dans la région)',
    final: 'un premier scan peut être signalé jusqu’à une semaine plus tard',
  },
  late_delivery: {
    population: 'commandes ayant une date de livraison promise',
    final: 'les scans de livraison arrivent avec jusqu’à trois jours de retard',
  },
  negative_review: {
    population: 'commandes livrées',
    final: 'la plupart des acheteurs qui laissent un avis le font dans les deux semaines après la livraison',
  },
  seller_fault_return: {
    population: 'commandes livrées',
    final: 'le droit de retour habituel court pendant trente jours',
  },
  unresolved_case: {
    population: orders,
    final: 'les acheteurs peuvent ouvrir un litige pendant trente jours, et une décision prend jusqu’à deux semaines',
  },
  order_defect: {
    population: orders,
    final: 'c’est le délai de la composante la plus lente, le litige non résolu',
  },
  slow_response: {
    population: 'conversations engagées par des acheteurs avec une personne',
    final: 'une réponse est due dans les 24 heures',
  },
  refund_on_time: {
    population: 'commandes dont l’acheteur a demandé le retour',
    final: 'le remboursement est dû après quatorze jours, et signalé jusqu’à deux jours plus tard',
  },
  not_received_opened: { population: orders, final: cases },
  not_as_described_opened: { population: orders, final: cases },
  chat_dissatisfaction: {
    population: 'conversations avec une personne pour lesquelles l’acheteur a répondu à l’enquête',
    final: 'les acheteurs répondent à l’enquête dans la semaine',
  },
  contact_rate: {
    population: orders,
    final: 'les questions sur une commande arrivent dans le mois qui la suit',
  },
};
