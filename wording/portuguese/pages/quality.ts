/** What the dashboard's page about data quality says beside what the mails and the command line say of it. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

export const qualityPage: PageWords['qualityPage'] = {
  title: 'Qualidade dos dados',
  note: (day) => `O que tinha chegado até ${day}, e o que não pôde ser medido`,
  nothingLanded: 'Nada chegou.',
  notMeasured: {
    title: 'Métricas sem medição',
    none: 'Todas as métricas têm os dados de que precisam.',
    needs: (metric, columns) =>
      `${metric}: são necessários os dados ${columns}. A métrica aparece como “sem medição”, nunca como zero.`,
  },
  noWarnings: 'Nenhuma verificação encontrou nada.',
  warning: (check, n, rows, description) => `${check} (${rows} ${s(n, 'linha', 'linhas')}): ${description}`,
  landed: {
    title: 'Recebidas, aceitas, recusadas',
    note: 'Cada linha recebida é aceita ou vai para a quarentena, e nos dois casos é guardada. Com atraso: recebida mais de um dia depois do seu updated_at.',
    label: 'Linhas recebidas',
    dataset: 'Conjunto de dados',
    upTo: 'Até a data de referência',
    on: 'Na data de referência',
    late: 'Com atraso',
    newest: 'Registro mais recente',
    files: 'Arquivos',
    landed: 'Recebidas',
    accepted: 'Aceitas',
    quarantined: 'Em quarentena',
    share: 'Parcela',
    noRegion: 'Nenhuma região conhecida',
    never: 'Nunca recebido',
  },
  run: {
    title: 'Esta execução',
    note: 'Tudo o que se lê nestas páginas vem destes conjuntos de dados.',
    run: 'Execução',
    runDate: 'Data de referência',
    before: 'Publicada anteriormente',
    fingerprint: 'Impressão digital da política',
    programme: (version, day, regions) => `versão ${version}, em vigor desde ${day}, ${regions}`,
    dataset: 'Conjunto de dados',
    rows: 'Linhas',
    notPublished: 'não publicado',
  },
};
