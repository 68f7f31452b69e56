/** The built-in metrics. What is at fault has one form, whatever the number: `1 pedido con retraso en el envío`. */
import type { MetricWords } from '../metric-words.js';

const platformFulfilled = 'preparación y envío a cargo de la plataforma';

export const metrics: MetricWords = {
  late_dispatch: {
    title: 'Envíos con retraso',
    advice: 'Entrega los paquetes al transportista antes de la fecha límite de envío y pide que los escaneen al recogerlos.',
    counted: { one: 'pedido', many: 'pedidos', fault: 'con retraso en el envío' },
    reasons: {
      fault: {
        missing: 'no entregado al transportista dentro de los días de espera previstos',
        late: 'entregado al transportista después de la fecha límite de envío',
      },
      excluded: {
        platform_fulfilled: platformFulfilled,
        cancelled_before_due: 'cancelado antes de la fecha límite de envío',
      },
    },
    came_after: { missing: 'entregado al transportista solo después de los días de espera previstos' },
  },
  seller_cancellation: {
    title: 'Cancelaciones del vendedor',
    advice: 'Mantén al día las existencias para no tener que cancelar pedidos por falta de producto.',
    counted: { one: 'pedido', many: 'pedidos', fault: 'con cancelación por tu parte' },
    reasons: {
      fault: {
        cancelled_by_seller: 'el vendedor canceló',
        cancelled_by_system: 'el sistema canceló porque el vendedor no actuó',
      },
      excluded: {
        platform_cancelled: 'la plataforma canceló',
        unattributed: 'cancelado, pero no consta por quién',
      },
    },
  },
  missing_tracking: {
    title: 'Falta de seguimiento',
    advice: 'Indica un número de seguimiento para cada paquete y usa servicios que escaneen los paquetes.',
    counted: { one: 'paquete', many: 'paquetes', fault: 'sin seguimiento' },
    reasons: {
      fault: {
        no_number: 'no se indicó ningún número de seguimiento',
        no_scan: 'sin escaneo del transportista dentro de los días de espera previstos',
      },
      excluded: { platform_fulfilled: platformFulfilled },
    },
    came_after: { no_scan: 'con escaneo del transportista solo después de los días de espera previstos' },
  },
  late_delivery: {
    title: 'Entregas con retraso',
    advice: 'Elige un servicio más rápido para los destinos lejanos, o alarga el plazo de entrega prometido.',
    counted: { one: 'pedido', many: 'pedidos', fault: 'con retraso en la entrega' },
    reasons: {
      fault: {
        missing: 'no entregado dentro de los días de espera previstos',
        late: 'entregado después del plazo de entrega prometido',
      },
      forgiven: { carrier_delay: 'entregado a tiempo al transportista, así que el retraso es del transportista' },
      excluded: {
        platform_fulfilled: platformFulfilled,
        cancelled: 'cancelado',
        untracked: 'enviado sin número de seguimiento, así que nadie puede saber cuándo llegó',
      },
    },
    came_after: { missing: 'entregado solo después de los días de espera previstos' },
  },
  negative_review: {
    title: 'Valoraciones negativas',
    advice: 'Lee lo que escribieron estos compradores y corrige el anuncio o el embalaje del que se quejan.',
    counted: { one: 'entrega', many: 'entregas', fault: 'con valoración negativa' },
    reasons: {
      fault: {
        stars_1: 'la primera valoración tiene una estrella',
        stars_2: 'la primera valoración tiene dos estrellas',
        stars_3: 'la primera valoración tiene tres estrellas',
      },
      forgiven: { logistics_review: 'la valoración trata de la logística y el pedido se envió a tiempo' },
    },
  },
  order_defect: {
    title: 'Pedidos defectuosos',
    advice: 'Mira juntas las cancelaciones, las valoraciones negativas y las reclamaciones: aquí cada pedido así cuenta una vez.',
    counted: { one: 'pedido', many: 'pedidos', fault: 'con algún defecto' },
    reasons: {
      fault: {
        seller_cancellation: 'el vendedor canceló el pedido',
        negative_review: 'la primera valoración del pedido es negativa',
        unresolved_case: 'el pedido tiene una reclamación en contra del vendedor',
      },
      excluded: { cancelled: 'cancelado' },
    },
  },
  unresolved_case: {
    title: 'Reclamaciones sin resolver',
    advice: 'Responde a las reclamaciones y resuélvelas tú antes de que tenga que intervenir la plataforma.',
    counted: { one: 'pedido', many: 'pedidos', fault: 'con una reclamación en tu contra' },
    reasons: {
      fault: {
        decided_against_seller: 'se decidió una reclamación en contra del vendedor',
        case_opened: 'se abrió una reclamación',
      },
      excluded: { cancelled: 'cancelado' },
    },
  },
  seller_fault_return: {
    title: 'Devoluciones por causa del vendedor',
    advice: 'Revisa los productos más devueltos: descripciones o tallas equivocadas, defectos.',
    counted: { one: 'entrega', many: 'entregas', fault: 'con devolución por tu causa' },
    reasons: { fault: { seller_responsible: 'una devolución de la que es responsable el vendedor' } },
  },
  slow_response: {
    title: 'Respuestas con retraso',
    advice: 'Responde a cada comprador en el plazo de un día, también el fin de semana, o comunica antes un cierre.',
    counted: { one: 'conversación', many: 'conversaciones', fault: 'con retraso en la respuesta' },
    reasons: {
      fault: { missing: 'sin respuesta dentro de los días de espera previstos', late: 'respuesta demasiado tarde' },
    },
    came_after: { missing: 'con respuesta solo después de los días de espera previstos' },
  },
  chat_dissatisfaction: {
    title: 'Insatisfacción en el chat',
    advice: 'Vuelve a leer estas conversaciones: la mayoría son respuestas cortas a una pregunta que nadie hizo.',
    reasons: { fault: { dissatisfied: 'el comprador dio pocas estrellas tras la conversación' } },
  },
  refund_on_time: {
    title: 'Reembolsos con retraso',
    advice: 'Reembolsa las devoluciones en cuanto recibas el producto, como muy tarde catorce días después de la solicitud.',
    counted: { one: 'devolución', many: 'devoluciones', fault: 'con retraso en el reembolso' },
    reasons: {
      fault: { not_refunded: 'sin reembolso dentro de los días de espera previstos', refunded_late: 'reembolso demasiado tarde' },
    },
    came_after: { not_refunded: 'con reembolso solo después de los días de espera previstos' },
  },
  not_received_opened: {
    title: 'Pedidos no recibidos',
    advice: 'Usa servicios con seguimiento y avisa pronto a los compradores cuando un paquete se retrase.',
    reasons: {
      fault: { not_received: 'el comprador abrió una reclamación porque no llegó nada' },
      excluded: { cancelled: 'cancelado' },
    },
  },
  not_as_described_opened: {
    title: 'Productos distintos de la descripción',
    advice: 'Compara los anuncios de estos pedidos con lo que enviaste: fotos, medidas, estado.',
    reasons: {
      fault: { not_as_described: 'el comprador abrió una reclamación porque no se corresponde con la descripción' },
      excluded: { cancelled: 'cancelado' },
    },
  },
  contact_rate: {
    title: 'Contactos de compradores',
    advice: 'Busca lo que los compradores preguntan una y otra vez, y respóndelo en el anuncio.',
    reasons: {
      fault: { contacted: 'el comprador escribió sobre el pedido' },
      excluded: { cancelled: 'cancelado' },
    },
  },
};
