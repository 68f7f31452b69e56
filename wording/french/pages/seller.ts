/** What the dashboard's page of one seller says: its tiers, its metrics, and the orders behind them. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

export const seller: PageWords['seller'] = {
  back: 'Vendeurs',
  none: (day) =>
    `Pas de bilan pour ce vendeur au ${day}. Un vendeur qui n’a de commande dans aucune période n’en a pas ; sinon, vérifiez l’identifiant.`,
  managed: (region) => `suivi par la région ${region}`,
  notDescribed: 'pas encore décrit',
  proposes: (tier, because) => `D’après les seuls seuils, le niveau serait « ${tier} » : ${because}`,
  was: (tier, run) => `« ${tier} » auparavant (calcul ${run})`,
  facts: {
    heldBackBy: 'Limité par',
    ifAllMet: 'Si toutes les commandes en attente sont conformes',
    ordersIn: (n) => `Commandes en ${n} ${s(n, 'jour', 'jours')}`,
    ordersInWindow: 'Commandes dans la période',
    needed: (shown) => `· minimum ${shown}`,
    measured: 'Indicateurs mesurés',
    of: (measured, total) => `${measured} sur ${total}`,
  },
  metric: {
    holds: 'limite le niveau',
    behind: (many) => `Voir les ${many}`,
    how: 'Mode de calcul',
    rate: 'Taux',
    standard: 'Exigence',
    used: 'En défaut',
    usedOf: 'pour ',
    usedAllowed: 'admis',
    alone: 'Permet à lui seul',
  },
  behind: {
    judged: 'Ce qui est évalué',
    exempted: 'une dérogation s’applique',
    never: 'jamais',
    finalAfter: 'Définitif après',
    days: (n, shown) => `${shown} ${s(n, 'jour', 'jours')}`,
    daysWhy: (n, shown, why) => `${shown} ${s(n, 'jour', 'jours')} : ${why}`,
    counted: (first, last) =>
      `Période du ${first} au ${last}. Les heures sont celles de la région de destination de chaque commande.`,
    pending: (things) => `En attente : ${things} ; seul ce qui est définitif est listé.`,
    more: (some, rest) => `Afficher ${some} de plus sur ${rest}`,
    others: (rest) => `Afficher le reste (${rest})`,
    unlisted: (shown, reasons) => `Comptés mais non affichés : ${shown} de plus (${reasons}).`,
    differs: (counted, listed) =>
      `La fiche en compte ${counted}, la liste en contient ${listed}. Veuillez le signaler en indiquant le numéro du calcul.`,
    order: 'Commande',
    reason: 'Raison',
    countsOn: 'Compte au',
    value: 'Valeur',
    leavesOn: 'Sort le',
    leavesMeans: 'La première date d’arrêté où elle ne compte plus',
    region: 'Région',
    zone: 'Fuseau horaire',
    category: 'Catégorie',
    carrier: 'Transporteur',
    exemption: 'Dérogation',
    countsAsMet: 'Compte comme conforme',
    yes: 'oui',
    leftOut: 'non, hors calcul',
  },
};
