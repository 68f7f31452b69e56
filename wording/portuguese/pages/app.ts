/** What stands around every page of the dashboard, and in what all of them are made of. */
import type { PageWords } from '../../page-words.js';
import { isOne } from '../faults.js';
import { plural as s } from '../plural.js';

export const app: PageWords['app'] = {
  name: 'Relatórios de desempenho',
  tab: (page, runDate) => `${page} · Relatórios de desempenho · ${runDate}`,
  opening: 'Abrindo a execução publicada…',
  skip: 'Ir para os números',
  pages: 'Páginas',
  views: {
    overview: 'Visão geral',
    movers: 'Mudanças',
    calls: 'Para ligar',
    leads: 'Indícios',
    onboarding: 'Entrada',
    metrics: 'Métricas',
    sellers: 'Vendedores',
    programme: 'Programa',
    quality: 'Dados',
  },
  region: 'Região',
  language: 'Idioma',
  run: 'Execução',
  runDate: 'Data de referência',
  policy: 'Política',
  newer: (run) => `Nesse meio-tempo foi publicada a execução ${run}.`,
  showNewer: 'Mostrar',
  period: 'Período',
  days: (n, shown) => `${shown} ${s(n, 'dia', 'dias')}`,
  points: (shown) => `${shown} p.p.`,
  reading: 'Lendo',
  notPublished: (dataset) => `Esta execução não publicou ${dataset}, por isso não há nada para mostrar aqui.`,
  failed: (message) => `Não foi possível ler esta parte: ${message}`,
  again: 'Tentar de novo',
  change: { same: 'sem mudança', up: 'em alta', down: 'em queda', upWorse: 'em alta, pior', downBetter: 'em queda, melhor' },
  more: (some: string, rest: string) => {
    if (some !== rest) return `Mostrar mais ${some} de ${rest}`;
    return isOne(rest) ? 'Mostrar o outro' : `Mostrar os outros ${rest}`;
  },
};
