/** What the night's checks warn of: a title and a sentence each. */
import type { PageWords } from '../../page-words.js';

export const checks: PageWords['checks'] = {
  decisions_that_decide_nothing: [
    'Décisions qui ne décident rien',
    'des décisions ou contestations sont arrivées qui ne décident rien, ou qu’une personne seule a décidées ; corrigez ce qui est indiqué',
  ],
  evaluations_provisional: [
    'Évaluations provisoires',
    'des évaluations sont provisoires : personne ne change de niveau et aucun avertissement ne commence avant qu’une personne ne les valide ou que les données ne soient à jour',
  ],
  exemptions_that_cover_nothing: [
    'Exemptions sans effet',
    'des exemptions ne couvrent rien de ce qui est arrivé, alors que tout ce qu’elles nomment existe ; corrigez ce qui est indiqué comme cause',
  ],
  families_not_whole: [
    'Familles incomplètes',
    'des comptes liés figurent dans deux familles : leurs liens forment une chaîne plus longue que ce qu’une nuit peut suivre ; examinez les deux',
  ],
  incidents_proposed: [
    'Incidents proposés',
    'les colis d’un transporteur étaient en retard chez de nombreux vendeurs ; s’il en est responsable, pardonnez-les, sinon n’y touchez pas',
  ],
  landed_rows_are_gone: [
    'Des lignes arrivées ont disparu',
    'des lignes lues par la dernière exécution publiée ne sont plus là, moins que ce qui arrête la nuit selon les règles ; voyez qui les a retirées',
  ],
  moments_after_the_run_date: [
    'Moments après la date d’exécution',
    'des commandes sont arrivées avec des moments postérieurs à la date d’exécution ; elles comptent une fois ces moments venus, vérifiez donc l’horloge de la source',
  ],
  moments_that_cannot_be: [
    'Moments impossibles',
    'des moments précèdent ce qu’ils suivent et sont lus comme inconnus ; corrigez-les, ou livrez-les vides quand ils ne sont pas connus',
  ],
  orders_in_other_currencies: [
    'Commandes dans d’autres devises',
    'les commandes dans une autre devise que celle de leur région ne sont pas dans la valeur des biens de region_kpis ; livrez-les dans la devise de la région, ou corrigez celle-ci dans regions.yaml',
  ],
  outcomes_of_metrics_nobody_declared: [
    'Résultats d’indicateurs non déclarés',
    'des résultats sont arrivés pour un indicateur que policies/metrics.yaml ne déclare pas ; déclarez-le, ou corrigez son nom',
  ],
  rows_in_quarantine: [
    'Lignes en quarantaine',
    'des lignes arrivées sont en quarantaine ; lisez quarantine/<dataset>/, corrigez la source et livrez-les à nouveau',
  ],
  rows_that_fit_nothing: [
    'Lignes sans correspondance',
    'des lignes arrivées ne correspondent à aucune commande, aucun vendeur ni aucun transporteur, et ne changent aucun chiffre ; livrez-les avec les identifiants des commandes',
  ],
  rules_often_overturned: [
    'Règles souvent annulées',
    'les contestations d’une règle aboutissent plus souvent que son programme ne l’admet ; examinez la règle, et suspendez-la (paused: { from, why } à côté d’elle dans le programme) là où les vendeurs ont raison',
  ],
  scans_before_the_order: [
    'Scans antérieurs à la commande',
    'le premier scan précède la commande de plus d’un jour ; une étiquette a servi deux fois, ou c’est le scan d’un autre colis',
  ],
  sellers_nobody_described: [
    'Vendeurs non décrits',
    'les vendeurs qui ont des commandes mais aucune ligne dans sellers reçoivent un bilan, mais pas d’e-mail ; livrez leur description',
  ],
  sellers_that_differ_in_case: [
    'Vendeurs qui ne diffèrent que par la casse',
    'les vendeurs dont les identifiants ne diffèrent que par les majuscules sont évalués séparément ; corrigez l’identifiant s’il s’agit du même',
  ],
  versions_of_one_moment: [
    'Plusieurs versions d’un même moment',
    'des enregistrements sont arrivés en plusieurs versions avec le même updated_at et un contenu différent ; celle qui en sait le plus compte, faites donc avancer updated_at à chaque modification',
  ],
};
