/**
 * The built-in metrics: their titles, what they count, why an outcome came about, and what a seller can do. What follows the noun at
 * a fault agrees with nothing, so that it stands after any noun and any number.
 */
import type { Words } from '../words.js';

const orders = { one: 'commande', many: 'commandes' };
const deliveries = { one: 'livraison', many: 'livraisons' };
const platform = 'emballage et expédition par la plateforme';

export const metrics: Words['metrics'] = {
  late_dispatch: {
    title: 'Retard d’expédition',
    counted: { ...orders, fault: 'en retard d’expédition' },
    reasons: {
      fault: {
        missing: 'pas de remise au transporteur dans le délai d’attente que nous laissons',
        late: 'remise au transporteur après la date limite d’expédition',
      },
      excluded: { platform_fulfilled: platform, cancelled_before_due: 'annulation avant la date limite d’expédition' },
    },
    came_after: { missing: 'remise au transporteur seulement après le délai d’attente que nous laissons' },
    advice: 'Remettez les colis avant la date limite d’expédition, et demandez au transporteur de les scanner lors de la remise.',
  },
  late_delivery: {
    title: 'Retard de livraison',
    counted: { ...orders, fault: 'en retard de livraison' },
    reasons: {
      fault: {
        missing: 'pas de livraison dans le délai d’attente que nous laissons',
        late: 'livraison après la date promise',
      },
      forgiven: { carrier_delay: 'remise à temps au transporteur, le retard vient donc de lui' },
      excluded: {
        platform_fulfilled: platform,
        cancelled: 'annulation',
        untracked: 'envoi sans numéro de suivi, personne ne peut donc dire quand il est arrivé',
      },
    },
    came_after: { missing: 'livraison seulement après le délai d’attente que nous laissons' },
    advice: 'Choisissez un service plus rapide pour les destinations lointaines, ou allongez le délai annoncé.',
  },
  missing_tracking: {
    title: 'Suivi manquant',
    counted: { one: 'colis', many: 'colis', fault: 'sans suivi' },
    reasons: {
      fault: {
        no_number: 'aucun numéro de suivi fourni',
        no_scan: 'pas de scan du transporteur dans le délai d’attente que nous laissons',
      },
      excluded: { platform_fulfilled: platform },
    },
    came_after: { no_scan: 'scan du transporteur seulement après le délai d’attente que nous laissons' },
    advice: 'Renseignez un numéro de suivi pour chaque colis, et utilisez des services dont les colis sont scannés.',
  },
  seller_cancellation: {
    title: 'Annulation par le vendeur',
    counted: { ...orders, fault: 'avec annulation de votre part' },
    reasons: {
      fault: {
        cancelled_by_seller: 'annulation par le vendeur',
        cancelled_by_system: 'annulation automatique, car le vendeur n’a pas agi',
      },
      excluded: {
        platform_cancelled: 'annulation par la plateforme',
        unattributed: 'annulation dont personne n’indique l’auteur',
      },
    },
    advice: 'Tenez vos stocks à jour, afin qu’aucune commande ne doive être annulée faute de marchandise.',
  },
  negative_review: {
    title: 'Avis négatif',
    counted: { ...deliveries, fault: 'avec un avis négatif' },
    reasons: {
      fault: {
        stars_1: 'premier avis à une étoile',
        stars_2: 'premier avis à deux étoiles',
        stars_3: 'premier avis à trois étoiles',
      },
      forgiven: { logistics_review: 'avis portant sur la logistique, alors que la commande a été expédiée à temps' },
    },
    advice: 'Lisez ce que ces acheteurs ont écrit, et corrigez l’annonce ou l’emballage dont ils se plaignent.',
  },
  order_defect: {
    title: 'Commande défectueuse',
    counted: { ...orders, fault: 'avec un problème' },
    reasons: {
      fault: {
        seller_cancellation: 'annulation par le vendeur',
        negative_review: 'premier avis négatif',
        unresolved_case: 'litige à la charge du vendeur',
      },
      excluded: { cancelled: 'annulation' },
    },
    advice:
      'Regardez ensemble les annulations, les avis négatifs et les litiges : chacune de ces commandes compte ici une seule fois.',
  },
  unresolved_case: {
    title: 'Litige non résolu',
    counted: { ...orders, fault: 'avec un litige à votre charge' },
    reasons: {
      fault: {
        decided_against_seller: 'litige tranché en défaveur du vendeur',
        case_opened: 'litige ouvert',
      },
      excluded: { cancelled: 'annulation' },
    },
    advice: 'Répondez aux litiges et résolvez-les vous-même, avant que la plateforme ne doive intervenir.',
  },
  slow_response: {
    title: 'Réponse tardive',
    counted: { one: 'conversation', many: 'conversations', fault: 'avec une réponse tardive' },
    reasons: {
      fault: {
        missing: 'pas de réponse dans le délai d’attente que nous laissons',
        late: 'réponse trop tardive',
      },
    },
    came_after: { missing: 'réponse seulement après le délai d’attente que nous laissons' },
    advice: 'Répondez à chaque acheteur dans la journée, week-end compris, ou déclarez une fermeture au préalable.',
  },
  chat_dissatisfaction: {
    title: 'Insatisfaction après échange',
    reasons: { fault: { dissatisfied: 'l’acheteur a donné peu d’étoiles après l’échange' } },
    advice: 'Relisez ces conversations : il s’agit le plus souvent de réponses brèves à une question qui n’était pas posée.',
  },
  contact_rate: {
    title: 'Taux de contact',
    reasons: {
      fault: { contacted: 'l’acheteur a écrit au sujet de la commande' },
      excluded: { cancelled: 'annulation' },
    },
    advice: 'Cherchez ce que les acheteurs demandent sans cesse, et répondez-y dans l’annonce.',
  },
  seller_fault_return: {
    title: 'Retour imputable au vendeur',
    counted: { ...deliveries, fault: 'avec un retour qui vous est imputable' },
    reasons: { fault: { seller_responsible: 'retour dont le vendeur est responsable' } },
    advice: 'Vérifiez les produits les plus retournés : descriptions ou tailles erronées, défauts.',
  },
  refund_on_time: {
    title: 'Remboursement tardif',
    counted: { one: 'retour', many: 'retours', fault: 'avec un remboursement tardif' },
    reasons: {
      fault: {
        not_refunded: 'pas de remboursement dans le délai d’attente que nous laissons',
        refunded_late: 'remboursement trop tardif',
      },
    },
    came_after: { not_refunded: 'remboursement seulement après le délai d’attente que nous laissons' },
    advice: 'Remboursez les retours dès que la marchandise est revenue, au plus tard quatorze jours après la demande.',
  },
  not_received_opened: {
    title: 'Commande non reçue',
    reasons: {
      fault: { not_received: 'l’acheteur a ouvert un litige, car rien n’est arrivé' },
      excluded: { cancelled: 'annulation' },
    },
    advice: 'Utilisez des services avec suivi, et prévenez tôt les acheteurs quand un colis a du retard.',
  },
  not_as_described_opened: {
    title: 'Non-conformité à la description',
    reasons: {
      fault: { not_as_described: 'l’acheteur a ouvert un litige, car l’article n’est pas conforme à la description' },
      excluded: { cancelled: 'annulation' },
    },
    advice: 'Comparez les annonces de ces commandes avec ce qui a été envoyé : photos, tailles, état.',
  },
};
