/** What the night's checks warn of: a title and a sentence each. */
import type { PageWords } from '../../page-words.js';

export const checks: PageWords['checks'] = {
  decisions_that_decide_nothing: [
    'Decisões que não decidem nada',
    'chegaram decisões ou contestações que não decidem nada, ou que uma só pessoa decidiu; corrija o que está indicado',
  ],
  evaluations_provisional: [
    'Revisões provisórias',
    'há revisões provisórias: ninguém muda de nível e nenhum aviso começa antes que uma pessoa as libere ou que os dados estejam em dia',
  ],
  exemptions_that_cover_nothing: [
    'Isenções que não cobrem nada',
    'há isenções que não cobrem nada do que chegou, embora tudo o que nomeiam exista; corrija o que está indicado como causa',
  ],
  families_not_whole: [
    'Famílias incompletas',
    'contas vinculadas aparecem em duas famílias: os vínculos formam uma cadeia mais longa do que uma noite acompanha; olhe as duas',
  ],
  incidents_proposed: [
    'Incidentes propostos',
    'os pacotes de uma transportadora atrasaram para muitos vendedores; se a culpa foi dela, desculpe-os, senão deixe como está',
  ],
  landed_rows_are_gone: [
    'Linhas que sumiram',
    'linhas que a última execução publicada leu não estão mais lá, menos do que as regras exigem para parar; veja quem as removeu',
  ],
  moments_after_the_run_date: [
    'Momentos depois da data',
    'chegaram pedidos com momentos posteriores à data de execução; eles contam quando esses momentos chegarem, então verifique o relógio da fonte',
  ],
  moments_that_cannot_be: [
    'Momentos impossíveis',
    'há momentos anteriores àquilo a que se seguem, lidos como desconhecidos; corrija-os, ou entregue-os vazios onde não são conhecidos',
  ],
  orders_in_other_currencies: [
    'Pedidos em outras moedas',
    'pedidos em moeda diferente da moeda da região não estão no valor das mercadorias de region_kpis; entregue-os na moeda da região, ou corrija-a em regions.yaml',
  ],
  outcomes_of_metrics_nobody_declared: [
    'Resultados de métricas não declaradas',
    'chegaram resultados de uma métrica que policies/metrics.yaml não declara; declare-a ali, ou corrija o nome',
  ],
  rows_in_quarantine: [
    'Linhas em quarentena',
    'há linhas em quarentena; leia quarantine/<dataset>/, corrija a fonte e entregue-as de novo',
  ],
  rows_that_fit_nothing: [
    'Linhas que não combinam com nada',
    'há linhas que não combinam com nenhum pedido, vendedor ou transportadora, e não mudam nenhum número; entregue-as com os identificadores dos pedidos',
  ],
  rules_often_overturned: [
    'Regras muitas vezes revertidas',
    'contestações de uma regra são aceitas mais vezes do que o programa admite; olhe a regra, e coloque-a em pausa (paused: { from, why } ao lado dela no programa) onde os vendedores têm razão',
  ],
  scans_before_the_order: [
    'Leituras antes do pedido',
    'a primeira leitura é mais de um dia anterior ao pedido; uma etiqueta usada duas vezes, ou a leitura de outro pacote',
  ],
  sellers_nobody_described: [
    'Vendedores sem descrição',
    'vendedores com pedidos mas sem linha em sellers recebem um relatório mas nenhum e-mail; entregue a descrição deles',
  ],
  sellers_that_differ_in_case: [
    'Vendedores que só diferem em maiúsculas',
    'vendedores cujos identificadores só diferem em maiúsculas e minúsculas são avaliados à parte; corrija o identificador onde forem o mesmo',
  ],
  versions_of_one_moment: [
    'Várias versões de um mesmo momento',
    'chegaram registros em várias versões com o mesmo updated_at e conteúdo diferente; vale a que sabe mais, então faça updated_at crescer a cada mudança',
  ],
};
