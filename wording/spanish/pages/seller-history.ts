/** What the dashboard says of a seller's weeks and of what happened meanwhile. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';

export const sellerHistory: PageWords['sellerHistory'] = {
  title: 'Historial y decisiones',
  note: 'Semanas definitivas, de lunes a domingo, según el día en que cuenta un pedido. Sombreados: los días que aún no pertenecen a ninguna de esas semanas. Las letras se explican debajo de cada gráfico.',
  none: 'Aquí no se conoce ninguna semana: ninguna evaluación se ocupa de este vendedor, o esta ejecución no las publicó.',
  clean: (days) => `Ninguna incidencia en los ${days} días que cuentan esta noche. Las semanas se dibujan cuando hay alguna.`,
  noWeeks: 'En las semanas completas que se muestran aquí no cuenta nada.',
  withoutWeeks: (metrics) => `Aquí no se sabe nada de: ${metrics}. Sin medir, o con muy pocos casos para juzgar.`,
  picture: (metric: string) => `${metric}, semana a semana. Las cifras están en la tabla de abajo.`,
  marksAlone: (metric) => `${metric}: qué pasó y cuándo, explicado abajo.`,
  marked: 'Eventos señalados',
  table: 'Las cifras en una tabla',
  columns: ['Semana', 'Tasa', 'Con incidencia', 'En el cómputo'],
  nothing: 'nada en el cómputo',
  limit: (tier: string, bound: string) => `${tier}: ${bound}`,
  limits: 'Límites',
  mark: {
    policy: (version: string) => `Entra en vigor la versión ${version} del programa`,
    evaluated: (tier: string) => `Última evaluación: ${tier}`,
    since: (tier: string) => `Desde este día el nivel es «${tier}»`,
    notice: (bound: string) => `Aviso: más de lo que explica el azar, con un límite del ${bound}`,
    fresh: 'Último de los primeros días que deciden el aviso',
    changed: (from, to) => `Evaluación: de ${from} a ${to}`,
    proposes: (from, to) => `La evaluación propone un cambio: de ${from} a ${to}`,
    effective: (from: string, to: string) => `En vigor: de ${from} a ${to}`,
    givenBack: (tier: string) => `Nivel restituido: ${tier}`,
    appealed: 'Recurso presentado',
    exempted: (orders: string, why: string) => `Exención de ${orders}: ${why}`,
    incident: (carrier, region, orders) => `Propuesto y no concedido: días de ${carrier} a ${region}, con exención de ${orders}`,
    peak: (name: string) => `Periodo de alta demanda con más plazo: ${name}`,
    paused: 'Desde este día la métrica está en pausa: no hace perder ningún nivel',
  },
  span: (first: string, last: string) => `del ${first} al ${last}`,
  decisions: 'Decisiones',
  noDecisions:
    'En el tiempo durante el que se conservan las decisiones, ninguna evaluación ha cambiado este nivel ni ha propuesto cambiarlo.',
  asTold:
    'Los correos comunican al vendedor lo que está a la espera de una persona y lo que decidieron personas en las últimas cuatro semanas, con las mismas frases que figuran al principio de esta ficha.',
};
