/** What the dashboard says of leads: the list of them, and the orders behind one. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

const hours = (n: number, shown: string) => `${shown} ${s(n, 'heure', 'heures')}`;
const orders = (n: number, shown: string) => `${shown} ${s(n, 'commande', 'commandes')}`;

export const leadsPage: PageWords['leadsPage'] = {
  title: 'Pistes',
  note: 'Des signes d’abus qu’une personne doit examiner. Ils n’entrent dans aucun score, et aucun vendeur n’en est informé.',
  looked: {
    title: 'Ce qui a été recherché',
    days: (first, last) => `Commandes passées du ${first} au ${last}`,
    columns: ['Piste', 'Commandes examinées', 'Dont vérifiables', 'Signes trouvés', 'Vendeurs', 'Ouvertes'],
    notMeasured: 'Non mesuré',
    lacks: (columns) => `aucune commande de ces jours ne porte ${columns}`,
    leftOut: 'les règles ne prévoient pas de le rechercher',
    nothing: 'Aucune commande n’a été passée ici sur ces jours.',
  },
  found: 'Pistes trouvées',
  order: 'Les pistes ouvertes d’abord, puis par valeur en cause : celle des commandes que rien d’anodin n’explique.',
  currencies: 'Les valeurs en monnaies différentes sont classées par leur seul chiffre.',
  lead: 'Piste',
  allLeads: 'Toutes les pistes',
  status: 'Statut',
  allStatuses: 'Ouvertes et expliquées',
  statuses: { open: 'Ouverte', explained: 'Expliquée' },
  partly: (explained, all) => `${explained} sur ${all} expliquées`,
  several: 'Plusieurs explications anodines',
  seller: 'Vendeur',
  region: 'Région',
  orders: 'Commandes',
  buyers: 'Acheteurs',
  risk: 'Valeur en cause',
  days: 'Jours',
  most: 'Signe le plus fort',
  of: (some, all) => `${some} sur ${all}`,
  strongest: {
    brushing: (n, shown) => `${orders(n, shown)} dans la fenêtre`,
    reused_tracking: (n, shown) => `${orders(n, shown)} avec un même numéro`,
    scan_before_order: hours,
    late_masking: hours,
    re_registration: (n, shown) => `${shown} ${s(n, 'jour', 'jours')} après la mesure`,
  },
  count: (n, shown) => `${shown} ${s(n, 'piste', 'pistes')}`,
  none: 'Aucun signe de ce genre n’a été trouvé ici.',
  elsewhere: 'De vendeurs rattachés ici, parmi les commandes d’autres régions',
  download: 'Enregistrer en CSV',
  file: 'pistes',
  csv: [
    ...['vendeur', 'nom', 'région', 'piste', 'statut', 'commandes expliquées', 'explication', 'commandes', 'examinées'],
    'acheteurs',
  ],
  csvMore: ['valeur en cause', 'monnaie', 'premier jour', 'dernier jour', 'signe le plus fort'],
  opened: {
    unknown: 'Ce calcul ne contient pas cette piste : ses commandes sont devenues trop anciennes, ou ont été corrigées.',
    noFinding:
      'C’est une piste, pas un constat. C’est à la personne qui l’examine de décider ; rien ici ne compte à lui seul contre le vendeur.',
    facts: 'En bref',
    title: 'Ses commandes',
    count: orders,
    buyer: 'Acheteur',
    buyers: 'Les acheteurs sont des numéros propres au vendeur ; leur identité n’est pas publiée.',
    order: 'Commande',
    placed: 'Commande passée',
    value: 'Valeur',
    explained: 'Expliquée par',
    twins: 'Ce qui l’expliquerait de façon anodine',
    explains: (some, all) => `en explique ${some} sur ${all}`,
    basis: 'Base légale',
    csv: ['vendeur', 'commande', 'région', 'passée le', 'acheteur', 'valeur', 'monnaie', 'expliquée par'],
    file: 'piste',
  },
};
