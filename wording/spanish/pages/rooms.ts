/** What the dashboard says of how a built-in metric is judged: what is counted, and why an outcome is final only so late. */
import type { PageWords } from '../../page-words.js';

const allOrders = 'todos los pedidos';
const delivered = 'pedidos entregados';
const casesOpen = 'los compradores pueden abrir una reclamación hasta treinta días después de la entrega prometida';

export const rooms: PageWords['rooms'] = {
  late_dispatch: {
    population: 'todos los pedidos con fecha límite de envío',
    final: 'los escaneos del transportista llegan con hasta dos días de retraso',
  },
  seller_cancellation: {
    population: allOrders,
    final: 'casi todas las cancelaciones de productos en existencias llegan en la semana siguiente al pedido',
  },
  missing_tracking: {
    population: 'pedidos enviados, según el momento que vale como envío',
    final: 'un primer escaneo puede comunicarse hasta una semana después',
  },
  late_delivery: {
    population: 'pedidos con un plazo de entrega prometido',
    final: 'los escaneos de entrega llegan con hasta tres días de retraso',
  },
  negative_review: {
    population: delivered,
    final: 'la mayoría de los compradores que dejan una valoración lo hace en las dos semanas siguientes a la entrega',
  },
  order_defect: {
    population: allOrders,
    final: 'como su parte más lenta, las reclamaciones sin resolver',
  },
  unresolved_case: {
    population: allOrders,
    final: 'los compradores pueden abrir una reclamación durante treinta días, y una decisión tarda hasta dos semanas',
  },
  seller_fault_return: {
    population: delivered,
    final: 'el derecho de devolución suele durar treinta días',
  },
  slow_response: {
    population: 'conversaciones con una persona iniciadas por compradores',
    final: 'hay que responder en un plazo de 24 horas',
  },
  chat_dissatisfaction: {
    population: 'conversaciones con una persona en las que el comprador respondió a la encuesta',
    final: 'los compradores responden a la encuesta en el plazo de una semana',
  },
  refund_on_time: {
    population: 'pedidos cuya devolución solicitó el comprador',
    final: 'el reembolso vence a los catorce días, y se comunica hasta dos días más tarde',
  },
  not_received_opened: { population: allOrders, final: casesOpen },
  not_as_described_opened: { population: allOrders, final: casesOpen },
  contact_rate: {
    population: allOrders,
    final: 'las preguntas sobre un pedido llegan en el mes siguiente',
  },
};
