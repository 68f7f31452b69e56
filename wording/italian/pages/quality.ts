/** What the dashboard's page about data quality says beside what the mails and the command line say of it. */
import type { PageWords } from '../../page-words.js';
import { dal, il } from '../articles.js';
import { plural as s } from '../plural.js';

export const qualityPage: PageWords['qualityPage'] = {
  title: 'Qualità dei dati',
  note: (day) => `Che cosa era arrivato entro ${il(day)}, e che cosa non si è potuto misurare`,
  nothingLanded: 'Non è arrivato nulla.',
  notMeasured: {
    title: 'Metriche non misurate',
    none: 'Ogni metrica ha i dati che le servono.',
    needs: (metric, columns) => `${metric}: servono i dati ${columns}. La metrica è indicata come non misurata, mai come zero.`,
  },
  noWarnings: 'Nessun controllo ha trovato nulla.',
  warning: (check, n, rows, description) => `${check} (${rows} ${s(n, 'riga', 'righe')}): ${description}`,
  landed: {
    title: 'Ricevute, accettate, rifiutate',
    note: 'Ogni riga ricevuta è accettata o messa in quarantena, e in ogni caso conservata. In ritardo: ricevuta più di un giorno dopo il suo updated_at.',
    label: 'Righe ricevute',
    dataset: 'Dataset',
    upTo: 'Fino alla data di riferimento',
    on: 'Nella data di riferimento',
    late: 'In ritardo',
    newest: 'Record più recente',
    files: 'File',
    landed: 'Ricevute',
    accepted: 'Accettate',
    quarantined: 'In quarantena',
    share: 'Quota',
    noRegion: 'Nessuna regione nota',
    never: 'Mai ricevuto',
  },
  run: {
    title: 'Questa elaborazione',
    note: 'Tutto ciò che si legge in queste pagine viene da questi dataset.',
    run: 'Elaborazione',
    runDate: 'Data di riferimento',
    before: 'Pubblicata in precedenza',
    fingerprint: 'Impronta della policy',
    programme: (version, day, regions) => `versione ${version}, in vigore ${dal(day)}, ${regions}`,
    dataset: 'Dataset',
    rows: 'Righe',
    notPublished: 'non pubblicato',
  },
};
