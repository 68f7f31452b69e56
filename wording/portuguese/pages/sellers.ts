/** What the dashboard's list of sellers says. */
import type { PageWords } from '../../page-words.js';
import { isOne } from '../faults.js';
import { plural } from '../plural.js';

export const sellers: PageWords['sellers'] = {
  title: 'Vendedores',
  whom: {
    everywhere: 'Vendedores com pedidos nos dias que um programa considera para decidir quem analisar',
    everyCard: 'Todos os vendedores com relatório, qualquer que seja a região da sede',
    here: (place) =>
      `Vendedores com pedidos para esta região (${place}) nos dias que um programa considera para decidir quem analisar, onde quer que tenham sede`,
    atHome: (place) => `Vendedores cuja região da sede é ${place}, onde quer que entreguem`,
  },
  search: 'Buscar',
  placeholder: 'Loja ou ID do vendedor',
  programme: 'Programa',
  allProgrammes: 'Todos os programas',
  tier: 'Nível',
  allTiers: 'Todos os níveis',
  sinceLast: 'Desde a última execução',
  changedOrNot: 'Com ou sem mudança',
  who: 'Quem',
  withOrders: 'Com pedidos',
  withOrdersHere: 'Com pedidos aqui',
  withCard: 'Com relatório',
  atHomeHere: 'Com sede aqui',
  list: 'Relatórios de desempenho',
  headings: {
    seller: 'Vendedor',
    home_region: 'Sede',
    programme: 'Programa',
    tier: 'Nível',
    proposed: 'Proposto',
    tier_projected: 'Previsto',
    held_back_by: 'Segurado por',
    orders: 'Pedidos',
    next_tier_on: 'Próximo nível',
    status: 'Situação',
  },
  none: 'Nenhum vendedor desta região tem relatório.',
  noneFits: 'Nenhum vendedor corresponde à busca e aos filtros.',
  all: (sellers) => `${sellers} ${isOne(sellers) ? 'vendedor' : 'vendedores'}`,
  some: (sellers, all) => `${sellers} de ${all} ${isOne(all) ? 'vendedor' : 'vendedores'}`,
  cards: (cards) => ` · ${cards} ${isOne(cards) ? 'relatório' : 'relatórios'}`,
  notDescribed: 'ainda sem descrição',
  heldBackBy: 'Segurado por ',
  orders: (n) => ` ${plural(n, 'pedido', 'pedidos')}`,
  same: 'igual',
  moved: (change, from) => `${change}, antes ${from}`,
  new: 'novo',
};
