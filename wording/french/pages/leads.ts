/** What the dashboard says of each lead: its title, what its orders have in common, heads of its table, innocent explanations, and why one may look. */
import type { PageWords } from '../../page-words.js';

const fraud =
  'Contrat sur l’expédition et le suivi ; tromperie des acheteurs et de la place de marché selon le droit pénal national';
const between = 'Heures entières entre les deux';

export const leads: PageWords['leads'] = {
  brushing: {
    title: 'Brushing',
    says: 'beaucoup de commandes de peu d’acheteurs en peu de temps : des ventes peut-être inventées pour le classement et les avis',
    evidence: {
      from_at: 'Première commande de la fenêtre',
      to_at: 'Dernière commande de la fenêtre',
      amount: 'Commandes dans la fenêtre',
      among: 'Acheteurs dans la fenêtre',
    },
    twins: { presents: 'toutes les commandes de l’acheteur vont à des endroits différents, chacune au sien' },
    legal_basis:
      'Loyauté du classement et des avis : directive 2005/29/CE, annexe I, points 23 ter et 23 quater (UE) ; DMCC Act 2024, annexe 20 (Royaume-Uni) ; 16 CFR Part 465 (États-Unis)',
  },
  reused_tracking: {
    title: 'Numéro de suivi réutilisé',
    says: 'plusieurs commandes avec un même numéro de suivi : des colis qui n’existent peut-être pas',
    evidence: {
      from_at: 'Première commande avec ce numéro',
      to_at: 'Dernière commande avec ce numéro',
      amount: 'Commandes avec ce numéro',
      among: 'Lieux de destination',
      other_order_id: 'Autre commande avec ce numéro',
    },
    twins: {
      one_parcel: 'un seul acheteur, et pas deux lieux : commandé en plusieurs fois, envoyé en un seul colis',
      one_place: 'toutes vont au même endroit, par exemple chez des voisins ou chez un réexpéditeur',
    },
    legal_basis: fraud,
  },
  scan_before_order: {
    title: 'Scanné bien avant la commande',
    says: 'des colis que le transporteur avait scannés avant leur commande : des numéros d’autres colis, saisis pour arrêter le décompte',
    evidence: { from_at: 'Premier scan', to_at: 'Commande passée', amount: between },
    twins: {
      carrier_feed:
        'il en va de même pour beaucoup de vendeurs avec ce transporteur dans cette région : les heures qu’il transmet sont fausses',
    },
    legal_basis: fraud,
  },
  late_masking: {
    title: 'Confirmé à temps, scanné tard',
    says: 'des commandes confirmées à temps et remises bien après la date limite d’expédition : des retards d’expédition peut-être dissimulés',
    evidence: { from_at: 'Date limite d’expédition', to_at: 'Premier scan', amount: between },
    twins: {
      late_collection:
        'les colis d’autres vendeurs avec ce transporteur dans cette région sont scannés aussi tard : c’est lui qui les enlève tard',
    },
    legal_basis: 'Contrat sur l’expédition ; acheteurs induits en erreur sur la livraison : directive 2005/29/CE, article 6 (UE)',
  },
  re_registration: {
    title: 'Inscrit de nouveau',
    says: 'un compte ouvert après qu’un autre de sa famille a été fermé ou suspendu : le même vendeur est peut-être de retour',
    evidence: {
      from_at: 'Mesure contre l’autre compte',
      to_at: 'Début de ce compte',
      amount: 'Jours entre les deux',
      among: 'Comptes de la famille',
    },
    twins: {
      action_lifted: 'la mesure contre l’autre compte a été levée',
      declared_group: 'un même propriétaire a déclaré les deux comptes',
    },
    legal_basis:
      'Contrat sur les comptes ; utilisation abusive après suspension, règlement (UE) 2022/2065, article 23 ; traçabilité des professionnels, article 30 (UE)',
  },
};
