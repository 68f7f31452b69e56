/** What the dashboard's page of one seller says: its tiers, its metrics, and the orders behind them. */
import type { PageWords } from '../../page-words.js';
import { isOne } from '../faults.js';
import { grammar } from '../grammar.js';
import { plural as s } from '../plural.js';

export const seller: PageWords['seller'] = {
  back: 'Vendedores',
  none: (day) =>
    `Não há relatório deste vendedor em ${day}. Quem não tem pedidos em nenhum período não tem relatório; se não for o caso, confira o ID.`,
  managed: (region) => `região da sede: ${region}`,
  notDescribed: 'ainda sem descrição',
  proposes: (tier, because) => `Os limites sozinhos propõem “${tier}”: ${because}`,
  was: (tier, run) => `antes “${tier}” (execução ${run})`,
  facts: {
    heldBackBy: 'Segurado por',
    ifAllMet: 'Se todos os pedidos pendentes derem certo',
    ordersIn: (n) => `Pedidos em ${n} ${s(n, 'dia', 'dias')}`,
    ordersInWindow: 'Pedidos no período',
    needed: (shown) => `· ${isOne(shown) ? 'é necessário' : 'são necessários'} ${shown}`,
    measured: 'Métricas medidas',
    of: (measured, total) => `${measured} de ${total}`,
  },
  metric: {
    holds: 'segura o nível',
    behind: (many) => `${grammar.capital(many)} em detalhe`,
    how: 'Como se conta',
    rate: 'Taxa',
    standard: 'Padrão',
    used: 'Problemas',
    usedOf: 'de ',
    usedAllowed: 'permitidos',
    alone: 'Sozinha permite',
  },
  behind: {
    judged: 'Entram na análise',
    exempted: 'uma isenção se aplica',
    never: 'nunca',
    finalAfter: 'Definitivo depois de',
    days: (n, shown) => `${shown} ${s(n, 'dia', 'dias')}`,
    daysWhy: (n, shown, why) => `${shown} ${s(n, 'dia', 'dias')}: ${why}`,
    counted: (first, last) => `Na conta de ${first} a ${last}. Os horários são os locais da região de cada pedido.`,
    pending: (things) => `Pendentes: ${things}, que entram na lista quando o resultado for definitivo.`,
    more: (some, rest) => `Mostrar mais ${some} de ${rest}`,
    others: (rest) => (isOne(rest) ? 'Mostrar o outro' : `Mostrar os outros ${rest}`),
    unlisted: (shown, reasons) => `Mais ${shown} ${isOne(shown) ? 'está' : 'estão'} na conta, mas não na lista: ${reasons}.`,
    differs: (counted, listed) => `O cartão conta ${counted}; o registro lista ${listed}. Informe isso com o ID da execução.`,
    order: 'Pedido',
    reason: 'Motivo',
    countsOn: 'Conta em',
    value: 'Valor',
    leavesOn: 'Sai em',
    leavesMeans: 'A primeira data de referência em que não conta mais',
    region: 'Região',
    zone: 'Fuso horário',
    category: 'Categoria',
    carrier: 'Transportadora',
    exemption: 'Isenção',
    countsAsMet: 'Conta como sem problema',
    yes: 'sim',
    leftOut: 'não, é desconsiderado',
  },
};
