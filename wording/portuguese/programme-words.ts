/** The text of a programme as sellers read it. Rates, days, amounts and names come written. */
import type { Counted } from '../english/programme-words.js';
import type { ProgrammeWords } from '../programme-words.js';
import { plural as s } from './plural.js';

const days = ({ n, shown }: Counted): string => `${shown} ${s(n, 'dia', 'dias')}`;
const orders = ({ n, shown }: Counted): string => `${shown} ${s(n, 'pedido', 'pedidos')}`;
const faults = ({ n, shown }: Counted): string => `${shown} ${s(n, 'problema', 'problemas')}`;
const inDays = (window: Counted | null): string => (window ? ` em ${days(window)}` : '');

export const programmeWords: ProgrammeWords = {
  percent: (written) => written,
  because: (what, why) => `${what}: ${why}.`,
  or: (ways) => ways.join(', ou '),
  listed: (some) => some.join('; '),
  version: (version, key, from, until, told) =>
    `Versão ${version} de ${key}, em vigor desde ${from}${until ? ` até ${until}` : ''}${told ? `; os vendedores foram informados em ${told}` : ''}.`,
  looksAt: (regions) => `Refere-se aos pedidos para: ${regions}.`,
  who: {
    title: 'Quem é avaliado',
    atLeast: (needed, window) => `Vendedores com pelo menos ${orders(needed)} nos últimos ${days(window)}`,
    everybody: 'Todos os vendedores',
    others: (means) => `Para os demais: ${means}`,
  },
  tiers: { title: 'Os níveis, do melhor ao pior', standard: 'Este é o padrão.' },
  effects: {
    visibility: {
      title: 'Seus anúncios na busca',
      ...{
        raised: 'mais acima do que o normal',
        normal: 'como sempre',
        reduced: 'mais abaixo do que o normal',
        hidden: 'não aparecem',
      },
    },
    ads: { title: 'Publicidade', allowed: 'disponível para você', not_allowed: 'em pausa' },
    orders: { title: 'Pedidos por dia', value: (share) => `no máximo ${share} do seu melhor dia dos últimos 28` },
    payout: { title: 'Pagamento', value: (after) => `${days(after)} após a entrega` },
    reserve: 'Retido para reembolsos',
    commission: 'Comissão',
    ofSales: (share) => `${share} das suas vendas`,
  },
  gates: {
    orders: (needed, window) => `Pedidos: pelo menos **${orders(needed)}**${inDays(window)}, sem os cancelados`,
    sales: (amount, window) =>
      `Vendas: pelo menos **${amount}**${inDays(window)}, sem os pedidos cancelados; outras moedas não contam`,
    days_selling: (needed) => `Tempo: pelo menos **${days(needed)}** desde o seu cadastro`,
  },
  asked: {
    title: 'O que se pede',
    atFault: 'com problema',
    atMost: (what) => `${what}, no máximo`,
    windows: { either: (usual, longer) => `${usual} ou ${longer}`, upTo: (usual, most) => `${usual} a ${most}` },
    ...{ days: 'dias', recommended: 'recomendado', tier: 'nível', why: 'por quê' },
  },
  metric: {
    counted: (population, window, matured) =>
      `Contam: ${population}, em um período de ${days(window)} que terminou ${days(matured)} antes da noite; os dias seguintes ainda não são definitivos.`,
    atFault: 'É problema',
    leftOut: 'Fica de fora',
    forgivenMet: 'Desculpado, e conta como cumprido',
    forgivenOut: 'Desculpado, e fica de fora',
    floors: {
      counted: (few, things) => `com menos de ${few} ${things} você não é avaliado por esta métrica`,
      faults: (few) => `menos de ${few} problemas atendem a todos os limites`,
      buyers: (few) => `problemas com menos de ${few} compradores diferentes atendem a todos os limites`,
      days: (few) => `problemas em menos de ${few} dias diferentes atendem a todos os limites`,
    },
    peak: (name, from, to, things, hours) =>
      `${name}, de ${from} a ${to}: o que vence nesses dias (${things}) pode atrasar ${hours.shown} ${s(hours.n, 'hora', 'horas')}; o atraso é desculpado e conta como cumprido`,
    collapse: (alike) => `Problemas ${alike}: os outros são desculpados e contam como cumpridos`,
    fewer: (things, few, usual, then) => `Com menos de ${few} ${things} em ${days(usual)}, ${then}`,
    longer: (window) => `contam ${days(window)}`,
    stretched: (until, most) => `contam só os dias necessários para chegar a ${until}, no máximo ${days(most)}`,
    whole: (things) =>
      `Os dias contam inteiros. Quanto mais casos há (${things}), menos dias contam: um novo pode tirar o dia mais antigo, bom ou ruim.`,
    recommended: (goal, why) =>
      `Recomendado: **${goal}** (${why}). Nenhum nível exige isso: seu relatório diz onde a recomendação não é seguida, e não há consequência.`,
    only: (which) => `**${which}**; um pedido do qual não se sabe isso não conta.`,
    otherCarriers: 'outras: transportadoras sem classe',
    classes: (classes) => `Classes de transportadoras: ${classes}. Um pedido que nunca foi postado não tem transportadora.`,
    ownRegion: 'Sua região é a que cuida da sua conta, como se sabe nesta noite; a de um pedido é aquela em que ele é entregue.',
    paused: (from, why) =>
      `**Em pausa a partir de ${from}** (${why}): é medida e mostrada; não faz perder nenhum nível, e não leva a avisos nem a pontos. Onde as revisões decidem, ninguém sobe além do que o limite dela permitiria.`,
    toDo: 'O que fazer',
  },
  decided: {
    title: 'Como seu nível é decidido',
    eachNight: (worst, evaluations) =>
      `A cada noite, cada métrica dá a você o melhor nível cujo limite você atende, ou “${worst}” se não atende a nenhum. ${evaluations ? 'O que os limites propõem' : 'Seu nível'} é o pior deles: uma única métrica pode segurar você, e seu relatório diz qual é. Uma métrica da qual pouco é definitivo, ou da qual não temos dados, não segura ninguém.`,
    everyWeekday: (weekday, nth) => `${nth < 6 ? 'toda' : 'todo'} ${weekday}`,
    everyMonth: (day) => `no dia ${day} de cada mês`,
    evaluations: (when, why) =>
      `**As revisões decidem, ${when}** (${why}); entre uma e outra, seu relatório mostra o que uma revisão diria.`,
    begin: (standard) =>
      `Você começa com o nível proposto, no mínimo “${standard}”. Você sobe na hora para um nível melhor cujos limites atende por completo.`,
    notice: (least, on, luck, why) =>
      `**Um limite não atendido fica em observação, sem consequência**, a não ser que seja mais do que acaso: os problemas do seu pior dia não contam; devem restar pelo menos ${faults(least)}, em ${days(on)} contando o pior, e tantos que uma loja exatamente no limite os tem em menos de ${luck} das vezes. Então é um **aviso** (${why}).`,
    effect: (fresh, why, least, within) =>
      `A partir do aviso, **${s(fresh.n, 'conta', 'contam')} ${days(fresh)} do zero** (${why}). Quando são definitivos, de novo sem o seu pior dia: dentro do limite, o aviso termina. Com pelo menos ${faults(least)} e acima do limite, você desce um nível. Se há pedidos de menos para dizer, esperamos até ${days(within)}; depois o aviso caduca.`,
    settled: 'Os dias sobre os quais um aviso decidiu nunca mais contam contra você.',
    person: (times, least, why) =>
      `Mais do que acaso diante de ${times} vezes o limite, com pelo menos ${faults(least)}: uma pessoa olha na hora (${why}).`,
    approval: {
      losses: (why) => `**Uma pessoa aprova cada queda** antes que ela valha (${why}); até lá você mantém seu nível.`,
      all: (why) =>
        `**Uma pessoa aprova cada mudança, para cima ou para baixo**, antes que ela valha (${why}); até lá você mantém seu nível.`,
    },
    breaker: (share, why) =>
      `Se uma revisão fosse derrubar mais de ${share} de todos os vendedores, ninguém cai antes que pessoas tenham olhado (${why}).`,
    dispatched: (ways) => `Um pedido está enviado ${ways}.`,
    milestones: {
      first_scan: 'quando a transportadora o escaneia pela primeira vez',
      confirmed: 'quando você confirma que o enviou',
    },
    listed:
      'Seu relatório lista os pedidos por trás de cada número, com os momentos que os comprovam e o dia em que cada um deixa de contar.',
    exempted: (reasons) =>
      `Você é isento do que não podia evitar: ${reasons}. Esses pedidos são desculpados e ficam de fora, a não ser que uma métrica diga que contam como cumpridos.`,
  },
  points: {
    title: 'Pontos',
    columns: ['por', 'pontos', 'por quê'],
    otherSeverity: (severity) => `qualquer outra regra, gravidade ${severity}`,
    otherRule: 'qualquer outra regra',
    asNotice: 'o que disser a notificação',
    none: 'nenhum',
    missed: (metric) => `${metric} acima do padrão`,
    count: (all, more, why) =>
      `Valem por ${days(all)}: o dia em que são dados e mais ${more}, a não ser que a notificação indique um fim antes disso (${why}).`,
    looked: (when) => `As métricas são vistas ${when}, e só dão pontos nesse dia.`,
    withdrawn: 'O que é retirado deixa de dar pontos a partir da noite seguinte.',
    rating: (starts, why, earned) => `Seu índice começa em ${starts}, e os pontos o reduzem (${why})${earned && `; ${earned}`}.`,
    earned: (per, window, points, most, why) =>
      `cada ${per} pedidos dos últimos ${days(window)} somam ${points}, até um índice de ${most} (${why})`,
    ratingAtMost: 'índice, no máximo',
    atLeast: 'pontos, pelo menos',
    means: 'o que significa',
    caps: (tier) => `seu nível é no máximo “${tier}”`,
  },
  score: {
    columns: ['parte', 'métrica', 'peso', 'pontos, conforme a parcela com problema', 'por quê'],
    weightInPart: 'peso na sua parte',
    corner: (points, rate) => `${points} com ${rate}`,
    cap: (points, most, not) => `Abaixo de ${points}, seu nível é no máximo “${most}”, e não “${not}”`,
    goes: (outOf) => `Vai de 0 a ${outOf}.`,
    weighted: 'É a soma do que cada métrica traz.',
    worst: 'A parte mais baixa é a pontuação.',
    between:
      'Entre dois pontos de uma curva, os pontos caem por igual com a taxa; antes do primeiro e depois do último permanecem os mesmos.',
    notAssessed:
      'Uma métrica que não pode ser avaliada deixa seu peso para as outras da sua parte, e uma parte sem nenhuma avaliada, para as outras partes.',
    needs: (metrics, why) =>
      `Com menos de ${metrics} dessas métricas avaliadas não há pontuação, o que não é uma pontuação baixa (${why}).`,
    rateAlone: 'Os pontos seguem só a taxa: mesmo problemas tão poucos que atendem a todos os limites de um nível custam pontos.',
    movesNothing: 'Não muda nenhum nível.',
    benchmarks: 'Estas são lidas ao lado da sua categoria, que é a da maioria dos seus pedidos quando o trimestre começou:',
    example: (metric, points, at, share, rate, times, usual, moved) =>
      `Um exemplo: ${metric} dá ${points} pontos com ${at}. Onde ${share} das lojas da sua categoria têm ${rate} ou menos, ou seja, ${times} vezes ${usual}, você os recebe com ${moved}. O que as lojas têm é medido na primeira noite de um trimestre e vale até o fim dele: nada do que você ou outros façam nesse meio-tempo muda isso. Se há lojas de menos em uma categoria, a curva fica como está escrita. Seu relatório diz qual foi o caso.`,
  },
  probation: {
    begins: (since, why, most, whyMost) =>
      `Quem se cadastrou em ${since} ou depois começa em período de experiência (${why}): no máximo **${orders(most)}** por dia (${whyMost}). Ele termina de vez com a primeira noite em que uma destas coisas existe:`,
    orders: (least, window) => `pelo menos **${orders(least)}**${inDays(window)}, sem os cancelados`,
    days: (least) => `**${days(least)}** desde o seu cadastro`,
    metric: (title) => `o padrão de ${title} atendido`,
    held: 'Nós contamos e avisamos; quem aceita os pedidos os mantém dentro do número. Seu status no marketplace é outra coisa, e não muda nada aqui.',
  },
  contest: {
    title: 'Como contestar',
    within: (window, why, ways) => `Você tem ${days(window)} a partir do dia em que foi informado (${why}): ${ways}.`,
    write: (address) => `escreva para ${address}`,
    go: (url) => `acesse ${url}`,
  },
};
