/** The words for every code that the datasets carry. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const tiers: Words['tiers'] = {
  not_assessable: {
    title: 'Pas encore évalué',
    means: 'Il y a trop peu de commandes pour juger équitablement, aucun niveau n’est donc attribué.',
  },
  not_measured: {
    title: 'Non mesuré',
    means: 'Les données de ce programme ne nous sont pas parvenues, aucun niveau n’est donc attribué.',
  },
};

export const verdicts: Words['verdicts'] = {
  met: 'Conforme',
  missed: 'Non conforme',
  not_assessable: 'Non évalué',
  not_measured: 'Non mesuré',
};

export const outcomes: Words['outcomes'] = {
  met: 'Conforme',
  fault: 'En défaut',
  forgiven: 'Excusé',
  excluded: 'Hors calcul',
  pending: 'En attente',
};

export const rates: Words['rates'] = { accountable: 'Taux imputable', raw: 'Taux brut' };

export const directions: Words['directions'] = {
  up: 'Niveau supérieur',
  down: 'Niveau inférieur',
  new: 'Premier bilan',
  other: 'Début ou fin d’évaluation',
};

export const statuses: Words['statuses'] = {
  probation: 'Période probatoire',
  active: 'Actif',
  restricted: 'Restreint',
  suspended: 'Suspendu',
  closed: 'Fermé',
};

export const units: Words['units'] = {
  orders: { one: 'commande', many: 'commandes' },
  items: { one: 'article', many: 'articles' },
  conversations: { one: 'conversation', many: 'conversations' },
  days: { one: 'jour', many: 'jours' },
};

export const atFault: Words['atFault'] = 'en défaut';

export const exemptions: Words['exemptions'] = {
  carrier_incident: 'incident du transporteur',
  platform_error: 'erreur de la plateforme',
  declared_closure: 'fermeture déclarée au préalable par le vendeur',
  force_majeure: 'force majeure',
  dispute_upheld: 'contestation du vendeur reconnue fondée',
  shared_dispatch: 'expédition groupée avec une autre commande',
};

export const columns: Words['columns'] = {
  placed_at: 'Commande passée',
  confirmed_at: 'Expédition confirmée',
  ship_by: 'Date limite d’expédition',
  first_scan_at: 'Premier scan',
  deliver_by: 'Date limite de livraison',
  delivered_at: 'Livraison',
  cancelled_at: 'Annulation',
  cancelled_by: 'Annulation par',
  has_tracking: 'Numéro de suivi',
  reviewed_at: 'Avis déposé',
  rating: 'Premier avis',
  about: 'Objet de l’avis',
  return_requested_at: 'Retour demandé',
  returned_at: 'Retour imputable au vendeur',
  refund_due_at: 'Date limite de remboursement',
  refunded_at: 'Remboursement',
  case_opened_at: 'Litige ouvert',
  case_unsolved_at: 'Litige non résolu par le vendeur',
  case_lost_at: 'Litige tranché en défaveur du vendeur',
  case_closed_at: 'Litige résolu par la plateforme',
  not_received_at: 'Signalement de non-réception',
  not_as_described_at: 'Signalement de non-conformité à la description',
  contacted_at: 'Message de l’acheteur',
  opened_at: 'Ouverture',
  reply_due_at: 'Date limite de réponse',
  first_reply_at: 'Première réponse',
  satisfaction: 'Enquête',
  evidence: 'Justificatif',
};

/** Who cancelled an order, after the title of its column. */
export const cancelledBy: Words['cancelledBy'] = {
  buyer: 'l’acheteur',
  seller: 'le vendeur',
  system: 'le système',
  platform: 'la plateforme',
  unknown: 'un auteur inconnu',
};

export const known: Words['known'] = 'fourni';
export const none: Words['none'] = 'absent';
export const star: Words['star'] = { one: 'étoile', many: 'étoiles' };

const needed = (have: string, need: string, noun: string, days: string | undefined): string =>
  `${have} des ${need} ${noun} nécessaires${days ? ` en ${days} jours` : ''}`;
const faultsOf = (fault: string, counted: string, allowed: string): string =>
  `${fault} cas en défaut sur ${counted}, ${allowed} admis`;

export const verdictBecause: Words['verdictBecause'] = {
  no_source: 'aucune donnée reçue pour cet indicateur',
  few_orders: (have, need, days?) => needed(have, need, 'commandes', days),
  few_counted: (have, need, many, days) => needed(have, need, many, days),
  nothing_final: (days) => `rien n’est devenu définitif en ${days} jours`,
  paused: (fault, counted, allowed) => `${faultsOf(fault, counted, allowed)} ; l’indicateur est suspendu`,
  within: faultsOf,
  above: faultsOf,
  few_buyers: (faults, n, have, need) =>
    `${faults}, mais ${have} ${s(n, 'acheteur concerné', 'acheteurs concernés')} seulement : en dessous de ${need}, tout seuil est réputé respecté`,
  few_days: (faults, n, have, need) =>
    `${faults}, mais sur ${have} ${s(n, 'jour', 'jours')} seulement : en dessous de ${need}, tout seuil est réputé respecté`,
};

export const window: Words['window'] = {
  low_volume: (days, fewer, many, usual) =>
    `${days} jours sont pris en compte, car moins de ${fewer} ${many} entrent dans le calcul sur ${usual} jours`,
  stretched: (days, until, many, usual, most) =>
    `${days} jours sont pris en compte : entre ${usual} et ${most} jours, la plus courte période où ${until} ${many} entrent dans le calcul`,
  stretched_out: (days, until, many) =>
    `${days} jours sont pris en compte, le maximum possible : même ainsi, moins de ${until} ${many} entrent dans le calcul`,
};

export const recommended: Words['recommended'] = {
  goal: (goal) => `Recommandé : ${goal}.`,
  exceeded: (goal, allowed) =>
    `Recommandé : ${goal}, soit ${allowed} cas en défaut. La recommandation est dépassée, mais l’exigence est respectée : cela n’entraîne aucune conséquence.`,
};

export const tierBecause: Words['tierBecause'] = {
  nothing_measured: 'aucun indicateur du programme n’est mesuré',
  few_orders: (have, need) => needed(have, need, 'commandes', undefined),
  nothing_final: 'rien n’est encore définitif',
  meets_all: (tier) => `tous les seuils du niveau « ${tier} » sont respectés`,
  held_back: (tier, metric, fault, counted, allowed) =>
    `le niveau « ${tier} » n’est pas atteint à cause de l’indicateur « ${metric} » : ${faultsOf(fault, counted, allowed)}`,
  points: (tier) => `le niveau « ${tier} » n’est pas atteint à cause des points en vigueur`,
  score: (tier) => `le niveau « ${tier} » n’est pas atteint à cause du score`,
  gate: (tier) => `le niveau « ${tier} » exige davantage de commandes, de ventes ou d’ancienneté`,
};
