/** What the dashboard says of each lead: its title, what its orders have in common, heads of its table, innocent explanations, and why one may look. */
import type { PageWords } from '../../page-words.js';

const fraud =
  'Contrato sobre envio e rastreamento; fraude contra compradores e contra o marketplace segundo o direito penal nacional';
const between = 'Horas inteiras entre os dois';

export const leads: PageWords['leads'] = {
  brushing: {
    title: 'Brushing',
    says: 'muitos pedidos de poucos compradores em pouco tempo: vendas talvez inventadas para ganhar posição e avaliações',
    evidence: {
      from_at: 'Primeiro pedido da janela',
      to_at: 'Último pedido da janela',
      amount: 'Pedidos na janela',
      among: 'Compradores na janela',
    },
    twins: { presents: 'todos os pedidos do comprador vão para lugares diferentes, cada um para o seu' },
    legal_basis:
      'Posicionamento e avaliações leais: Diretiva 2005/29/CE, anexo I, pontos 23-B e 23-C (UE); DMCC Act 2024, anexo 20 (Reino Unido); 16 CFR Part 465 (Estados Unidos)',
  },
  reused_tracking: {
    title: 'Código de rastreamento reutilizado',
    says: 'vários pedidos com um mesmo código de rastreamento: pacotes que talvez não existam',
    evidence: {
      from_at: 'Primeiro pedido com o código',
      to_at: 'Último pedido com o código',
      amount: 'Pedidos com o código',
      among: 'Lugares de destino',
      other_order_id: 'Outro pedido com o código',
    },
    twins: {
      one_parcel: 'um só comprador, e não dois lugares: pedido em várias vezes, enviado em um só pacote',
      one_place: 'todos vão para o mesmo lugar, por exemplo para vizinhos ou para um redirecionador de encomendas',
    },
    legal_basis: fraud,
  },
  scan_before_order: {
    title: 'Lido muito antes do pedido',
    says: 'pacotes que a transportadora já tinha lido antes de serem pedidos: códigos de outros pacotes, informados para parar o relógio',
    evidence: { from_at: 'Primeira leitura', to_at: 'Pedido feito', amount: between },
    twins: {
      carrier_feed:
        'o mesmo vale para muitos vendedores com esta transportadora nesta região: os horários que ela informa estão errados',
    },
    legal_basis: fraud,
  },
  late_masking: {
    title: 'Confirmado no prazo, lido tarde',
    says: 'pedidos confirmados no prazo e entregues à transportadora muito depois dele: atrasos de envio talvez encobertos',
    evidence: { from_at: 'Prazo de envio', to_at: 'Primeira leitura', amount: between },
    twins: {
      late_collection:
        'os pacotes de outros vendedores com esta transportadora nesta região são lidos igualmente tarde: é ela que coleta tarde',
    },
    legal_basis: 'Contrato sobre o envio; compradores induzidos a erro sobre a entrega: Diretiva 2005/29/CE, artigo 6 (UE)',
  },
  re_registration: {
    title: 'Cadastrado de novo',
    says: 'uma conta que começou depois que outra da mesma família foi encerrada ou suspensa: o mesmo vendedor pode ter voltado',
    evidence: {
      from_at: 'Medida contra a outra conta',
      to_at: 'Início desta conta',
      amount: 'Dias entre as duas',
      among: 'Contas da família',
    },
    twins: {
      action_lifted: 'a medida contra a outra conta foi revogada',
      declared_group: 'um mesmo dono declarou as duas contas',
    },
    legal_basis:
      'Contrato sobre contas; uso indevido após suspensão, Regulamento (UE) 2022/2065, artigo 23; rastreabilidade dos comerciantes, artigo 30 (UE)',
  },
};
