/** What the dashboard says of how a built-in metric is judged: what is counted, and why an outcome is final only so late. */
import type { PageWords } from '../../page-words.js';

const allOrders = 'todos os pedidos';
const delivered = 'pedidos entregues';
const casesOpen = 'os compradores podem abrir uma reclamação até trinta dias depois da entrega prometida';

export const rooms: PageWords['rooms'] = {
  late_dispatch: {
    population: 'todos os pedidos com prazo de envio',
    final: 'as leituras da transportadora chegam com até dois dias de atraso',
  },
  seller_cancellation: {
    population: allOrders,
    final: 'quase todos os cancelamentos de produtos em estoque chegam até uma semana depois do pedido',
  },
  missing_tracking: {
    population: 'pedidos enviados, pelo momento que vale como envio',
    final: 'uma primeira leitura pode ser informada até uma semana depois',
  },
  late_delivery: {
    population: 'pedidos com um prazo de entrega prometido',
    final: 'as leituras de entrega chegam com até três dias de atraso',
  },
  negative_review: {
    population: delivered,
    final: 'a maioria dos compradores que avaliam faz isso até duas semanas depois da entrega',
  },
  order_defect: {
    population: allOrders,
    final: 'como sua parte mais lenta, as reclamações não resolvidas',
  },
  unresolved_case: {
    population: allOrders,
    final: 'os compradores podem abrir uma reclamação por trinta dias, e uma decisão leva até duas semanas',
  },
  seller_fault_return: {
    population: delivered,
    final: 'o direito de devolução costuma durar trinta dias',
  },
  slow_response: {
    population: 'conversas com uma pessoa iniciadas por compradores',
    final: 'a resposta deve vir em até 24 horas',
  },
  chat_dissatisfaction: {
    population: 'conversas com uma pessoa em que o comprador respondeu à pesquisa',
    final: 'os compradores respondem à pesquisa em até uma semana',
  },
  refund_on_time: {
    population: 'pedidos cuja devolução o comprador solicitou',
    final: 'o reembolso vence depois de catorze dias, e é informado até dois dias mais tarde',
  },
  not_received_opened: { population: allOrders, final: casesOpen },
  not_as_described_opened: { population: allOrders, final: casesOpen },
  contact_rate: {
    population: allOrders,
    final: 'as perguntas sobre um pedido chegam em até um mês',
  },
};
