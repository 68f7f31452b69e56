/** The built-in metrics. What is at fault has one form, whatever the number: `1 pedido com atraso no envio`. */
import type { MetricWords } from '../metric-words.js';

const platformFulfilled = 'embalagem e envio pela plataforma';

export const metrics: MetricWords = {
  late_dispatch: {
    title: 'Envios com atraso',
    advice: 'Entregue os pacotes à transportadora dentro do prazo de envio e peça que ela faça a leitura na coleta.',
    counted: { one: 'pedido', many: 'pedidos', fault: 'com atraso no envio' },
    reasons: {
      fault: {
        missing: 'não entregue à transportadora dentro dos dias de espera previstos',
        late: 'entregue à transportadora depois do prazo de envio',
      },
      excluded: {
        platform_fulfilled: platformFulfilled,
        cancelled_before_due: 'cancelado antes do prazo de envio',
      },
    },
    came_after: { missing: 'entregue à transportadora só depois dos dias de espera previstos' },
  },
  seller_cancellation: {
    title: 'Cancelamentos do vendedor',
    advice: 'Mantenha o estoque atualizado para não precisar cancelar pedidos por falta de produto.',
    counted: { one: 'pedido', many: 'pedidos', fault: 'com cancelamento feito por você' },
    reasons: {
      fault: {
        cancelled_by_seller: 'o vendedor cancelou',
        cancelled_by_system: 'o sistema cancelou porque o vendedor não agiu',
      },
      excluded: {
        platform_cancelled: 'a plataforma cancelou',
        unattributed: 'cancelado, mas não consta por quem',
      },
    },
  },
  missing_tracking: {
    title: 'Falta de rastreamento',
    advice: 'Informe um código de rastreamento para cada pacote e use serviços que façam a leitura dos pacotes.',
    counted: { one: 'pacote', many: 'pacotes', fault: 'sem rastreamento' },
    reasons: {
      fault: {
        no_number: 'nenhum código de rastreamento foi informado',
        no_scan: 'sem leitura da transportadora dentro dos dias de espera previstos',
      },
      excluded: { platform_fulfilled: platformFulfilled },
    },
    came_after: { no_scan: 'com leitura da transportadora só depois dos dias de espera previstos' },
  },
  late_delivery: {
    title: 'Entregas com atraso',
    advice: 'Escolha um serviço mais rápido para destinos distantes, ou aumente o prazo de entrega prometido.',
    counted: { one: 'pedido', many: 'pedidos', fault: 'com atraso na entrega' },
    reasons: {
      fault: {
        missing: 'não entregue dentro dos dias de espera previstos',
        late: 'entregue depois do prazo de entrega prometido',
      },
      forgiven: { carrier_delay: 'entregue à transportadora no prazo, então o atraso é da transportadora' },
      excluded: {
        platform_fulfilled: platformFulfilled,
        cancelled: 'cancelado',
        untracked: 'enviado sem código de rastreamento, então ninguém sabe quando chegou',
      },
    },
    came_after: { missing: 'entregue só depois dos dias de espera previstos' },
  },
  negative_review: {
    title: 'Avaliações negativas',
    advice: 'Leia o que esses compradores escreveram e corrija o anúncio ou a embalagem de que reclamam.',
    counted: { one: 'entrega', many: 'entregas', fault: 'com avaliação negativa' },
    reasons: {
      fault: {
        stars_1: 'a primeira avaliação tem uma estrela',
        stars_2: 'a primeira avaliação tem duas estrelas',
        stars_3: 'a primeira avaliação tem três estrelas',
      },
      forgiven: { logistics_review: 'a avaliação é sobre a logística e o pedido foi enviado no prazo' },
    },
  },
  order_defect: {
    title: 'Pedidos com defeito',
    advice: 'Olhe juntos os cancelamentos, as avaliações negativas e as reclamações: aqui cada pedido assim conta uma vez.',
    counted: { one: 'pedido', many: 'pedidos', fault: 'com algum defeito' },
    reasons: {
      fault: {
        seller_cancellation: 'o vendedor cancelou o pedido',
        negative_review: 'a primeira avaliação do pedido é negativa',
        unresolved_case: 'o pedido tem uma reclamação contra o vendedor',
      },
      excluded: { cancelled: 'cancelado' },
    },
  },
  unresolved_case: {
    title: 'Reclamações não resolvidas',
    advice: 'Responda às reclamações e resolva-as por conta própria, antes que a plataforma precise intervir.',
    counted: { one: 'pedido', many: 'pedidos', fault: 'com reclamação contra você' },
    reasons: {
      fault: {
        decided_against_seller: 'uma reclamação foi decidida contra o vendedor',
        case_opened: 'uma reclamação foi aberta',
      },
      excluded: { cancelled: 'cancelado' },
    },
  },
  seller_fault_return: {
    title: 'Devoluções por responsabilidade do vendedor',
    advice: 'Verifique os produtos mais devolvidos: descrições ou tamanhos errados, defeitos.',
    counted: { one: 'entrega', many: 'entregas', fault: 'com devolução por sua responsabilidade' },
    reasons: { fault: { seller_responsible: 'uma devolução pela qual o vendedor é responsável' } },
  },
  slow_response: {
    title: 'Respostas com atraso',
    advice: 'Responda a cada comprador em até um dia, inclusive no fim de semana, ou informe antes uma pausa.',
    counted: { one: 'conversa', many: 'conversas', fault: 'com atraso na resposta' },
    reasons: {
      fault: { missing: 'sem resposta dentro dos dias de espera previstos', late: 'resposta tarde demais' },
    },
    came_after: { missing: 'com resposta só depois dos dias de espera previstos' },
  },
  chat_dissatisfaction: {
    title: 'Insatisfação no chat',
    advice: 'Releia essas conversas: a maioria são respostas curtas a uma pergunta que ninguém fez.',
    reasons: { fault: { dissatisfied: 'o comprador deu poucas estrelas depois da conversa' } },
  },
  refund_on_time: {
    title: 'Reembolsos com atraso',
    advice: 'Reembolse as devoluções assim que receber o produto, no máximo catorze dias depois da solicitação.',
    counted: { one: 'devolução', many: 'devoluções', fault: 'com atraso no reembolso' },
    reasons: {
      fault: { not_refunded: 'sem reembolso dentro dos dias de espera previstos', refunded_late: 'reembolso tarde demais' },
    },
    came_after: { not_refunded: 'com reembolso só depois dos dias de espera previstos' },
  },
  not_received_opened: {
    title: 'Pedidos não recebidos',
    advice: 'Use serviços com rastreamento e avise logo os compradores quando um pacote atrasar.',
    reasons: {
      fault: { not_received: 'o comprador abriu uma reclamação porque nada chegou' },
      excluded: { cancelled: 'cancelado' },
    },
  },
  not_as_described_opened: {
    title: 'Produtos diferentes do anunciado',
    advice: 'Compare os anúncios desses pedidos com o que foi enviado: fotos, tamanhos, estado.',
    reasons: {
      fault: { not_as_described: 'o comprador abriu uma reclamação porque o produto é diferente do anunciado' },
      excluded: { cancelled: 'cancelado' },
    },
  },
  contact_rate: {
    title: 'Contatos de compradores',
    advice: 'Veja o que os compradores perguntam sempre e responda já no anúncio.',
    reasons: {
      fault: { contacted: 'o comprador escreveu sobre o pedido' },
      excluded: { cancelled: 'cancelado' },
    },
  },
};
