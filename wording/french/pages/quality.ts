/** What the dashboard's page about data quality says beside what the mails and the command line say of it. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

export const qualityPage: PageWords['qualityPage'] = {
  title: 'Qualité des données',
  note: (day) => `Ce qui avait été reçu au ${day}, et ce qui n’a pas pu être mesuré`,
  nothingLanded: 'Rien n’a été reçu.',
  notMeasured: {
    title: 'Non mesuré',
    none: 'Chaque indicateur dispose des données nécessaires.',
    needs: (metric, columns) =>
      `${metric} : des données manquent (${columns}). L’indicateur est affiché comme non mesuré, jamais comme nul.`,
  },
  noWarnings: 'Aucun contrôle n’a rien trouvé.',
  warning: (check, n, rows, description) => `${check} (${rows} ${s(n, 'ligne', 'lignes')}) : ${description}`,
  landed: {
    title: 'Reçu, accepté, refusé',
    note: 'Chaque ligne reçue est acceptée ou mise en quarantaine ; les unes et les autres sont conservées. En retard : reçue plus d’un jour après son updated_at.',
    label: 'Lignes reçues',
    dataset: 'Jeu de données',
    upTo: 'Jusqu’à la date d’arrêté',
    on: 'À la date d’arrêté',
    late: 'En retard',
    newest: 'Dernier enregistrement',
    files: 'Fichiers',
    landed: 'Reçues',
    accepted: 'Acceptées',
    quarantined: 'Quarantaine',
    share: 'Part',
    noRegion: 'Aucune région connue',
    never: 'Jamais reçu',
  },
  run: {
    title: 'Ce calcul',
    note: 'Tout ce que montrent ces pages est lu dans ces jeux de données.',
    run: 'Calcul',
    runDate: 'Date d’arrêté',
    before: 'Publié auparavant',
    fingerprint: 'Empreinte des règles',
    programme: (version, day, regions) => `version ${version}, en vigueur à partir du ${day}, ${regions}`,
    dataset: 'Jeu de données',
    rows: 'Lignes',
    notPublished: 'non publié',
  },
};
