/** What a record of a change of tier says, as clauses. Numbers, days and tiers come written. */
import { problemasEm } from './faults.js';
import { plural as s } from './plural.js';

export const decision = {
  changed: (id: string, from: string, to: string) => `${id}: de ${from} para ${to}`,
  confirmed: (metric: string) => `um aviso sobre ${metric} foi confirmado`,
  improved: 'todos os limites do nível foram atendidos',
  /** `desde o aviso de 12 de out. de 2026, 6 problemas em 40, 4 sem o pior dia, acima de 4%` */
  numbers: (counted: string, fault: string, left: string, bound: string, notice: string) =>
    `desde o aviso de ${notice}, ${problemasEm(fault, counted)}, ${left} sem o pior dia, acima de ${bound}`,
  status: {
    proposed: (day: string) => `proposta de ${day}, à espera de uma pessoa`,
    in_effect: (_: string, since: string) => `em vigor desde ${since}`,
    departed: (day: string) => `proposta de ${day}; uma pessoa decidiu de outra forma`,
    overturned: (_: string, since: string) => `em vigor desde ${since}, até uma contestação ser aceita`,
    withdrawn: (day: string) => `proposta de ${day}, retirada antes que alguém decidisse`,
  },
  automatically: 'decisão automática',
  person: (who: string, day: string, reason: string) => `decisão de ${who} em ${day}: ${reason}`,
  contest: (until: string, where: string) => `pode ser contestada até ${until}${where}`,
  at: (where: string) => `: ${where}`,
  appeal: {
    open: (day: string) => `contestação de ${day}, ainda sem decisão`,
    granted: (day: string, who: string, reason: string) => `contestação de ${day} aceita por ${who}: ${reason}`,
    refused: (day: string, who: string, reason: string) => `contestação de ${day} recusada por ${who}: ${reason}`,
  },
  /** What a seller is told of it: what waits, or what persons made of it. */
  seller: {
    heading: 'Decisões sobre o seu nível',
    proposed: (tier: string, day: string) =>
      `A mudança para o nível “${tier}” está proposta desde ${day}, à espera da decisão de uma pessoa.`,
    because: {
      confirmed: (metric: string) => `Ela se baseia em um aviso sobre ${metric} que foi confirmado.`,
      gate: 'Ela se baseia nos requisitos do seu nível além dos limites.',
      improved: 'Ela se baseia no fato de todos os limites desse nível serem atendidos.',
    },
    numbers: (counted: string, fault: string, left: string, bound: string, notice: string) =>
      `Desde o aviso de ${notice}: ${problemasEm(fault, counted)}, ${left} sem o pior dia; o máximo permitido é ${bound}.`,
    notBefore: (held: string, day: string) =>
      `Você mantém o nível “${held}” até que uma pessoa aprove a mudança; ela não entra em vigor antes de ${day}, o dia seguinte a este relatório.`,
    sayNow: (where: string) => `Se achar que é um erro, avise antes da decisão: ${where}.`,
    onceInEffect: (days: string) => `Depois que a mudança entrar em vigor, você pode contestá-la por ${days} dias.`,
    approved: (tier: string, day: string, reason: string) =>
      `Uma pessoa aprovou a mudança para o nível “${tier}” em ${day}: ${reason}.`,
    departed: (tier: string, day: string, reason: string) =>
      `A mudança para o nível “${tier}” foi proposta, e em ${day} uma pessoa decidiu não fazê-la: ${reason}.`,
    appeal: {
      open: (day: string) => `Sua contestação de ${day} espera por uma pessoa diferente da que aprovou a mudança.`,
      granted: (day: string, tier: string, reason: string) =>
        `Sua contestação de ${day} foi aceita: ${reason}. O nível “${tier}” foi devolvido a você.`,
      refused: (day: string, tier: string, reason: string) =>
        `Sua contestação de ${day} foi recusada: ${reason}. O nível “${tier}” é mantido.`,
    },
  },
  /** What waits for persons, to whoever runs the marketplace. */
  forPersons: {
    heading: 'Para uma pessoa decidir',
    waiting: (n: number, shown: string, programme: string, since: string) =>
      `${programme}: ${shown} ${s(n, 'mudança de nível espera', 'mudanças de nível esperam')} por uma pessoa, a mais antiga desde ${since}.`,
    incident: (metric: string, carrier: string, region: string, days: string, late: string, usually: string, sellers: string) =>
      `${metric}, ${carrier} para ${region}, ${days}: ${late}, normalmente ${usually}; ${sellers}`,
    lateParcels: (late: string, n: number, shown: string, share: string) =>
      `${late} de ${shown} ${s(n, 'pacote', 'pacotes')} com atraso (${share})`,
    waitingHow: 'quem decide os níveis, um a um',
    incidentHow: 'quem cuida das transportadoras: aceitar a ocorrência justifica estes pacotes',
    pause: (metric: string, programme: string, granted: string, appeals: string, share: string) =>
      `${programme}: a proposta é pausar ${metric}, porque ${granted} de ${appeals} contestações contra essa métrica foram aceitas (${share}).`,
    pauseHow: 'quem é responsável pelo programa: pausar a regra ou deixá-la como está',
    /** Readers are no operators: who decides, not what is typed. */
    how: (who: string) => `Decide: ${who}.`,
    /** Of one seller, whose id stands before it. */
    change: (from: string, to: string, since: string) => `de ${from} para ${to}, desde ${since}`,
    others: (shown: string) => `e mais ${shown}`,
  },
};
