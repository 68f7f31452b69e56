/** What a record of a change of tier says, as clauses. Numbers, days and tiers come written. */
import { incidenciasEn } from './faults.js';
import { plural as s } from './plural.js';

export const decision = {
  changed: (id: string, from: string, to: string) => `${id}: de ${from} a ${to}`,
  confirmed: (metric: string) => `se confirmó un aviso por ${metric}`,
  improved: 'se cumplieron todos los límites del nivel',
  /** `desde el aviso del 12 oct 2026, 6 incidencias en 40, 4 sin el peor día, por encima del 4 %` */
  numbers: (counted: string, fault: string, left: string, bound: string, notice: string) =>
    `desde el aviso del ${notice}, ${incidenciasEn(fault, counted)}, ${left} sin el peor día, por encima del ${bound}`,
  status: {
    proposed: (day: string) => `propuesta del ${day}, a la espera de una persona`,
    in_effect: (_: string, since: string) => `en vigor desde el ${since}`,
    departed: (day: string) => `propuesta del ${day}; una persona decidió otra cosa`,
    overturned: (_: string, since: string) => `en vigor desde el ${since} hasta que se estimó un recurso`,
    withdrawn: (day: string) => `propuesta del ${day}, retirada antes de que nadie decidiera`,
  },
  automatically: 'decisión automática',
  person: (who: string, day: string, reason: string) => `decisión de ${who} el ${day}: ${reason}`,
  contest: (until: string, where: string) => `se puede recurrir hasta el ${until}${where}`,
  at: (where: string) => `: ${where}`,
  appeal: {
    open: (day: string) => `recurso del ${day}, aún sin decidir`,
    granted: (day: string, who: string, reason: string) => `recurso del ${day} estimado por ${who}: ${reason}`,
    refused: (day: string, who: string, reason: string) => `recurso del ${day} desestimado por ${who}: ${reason}`,
  },
  /** What a seller is told of it: what waits, or what persons made of it. */
  seller: {
    heading: 'Decisiones sobre tu nivel',
    proposed: (tier: string, day: string) =>
      `Desde el ${day} está propuesto el paso al nivel «${tier}», a la espera de que decida una persona.`,
    because: {
      confirmed: (metric: string) => `Se basa en un aviso por ${metric} que se ha confirmado.`,
      gate: 'Se basa en los requisitos de tu nivel aparte de los límites.',
      improved: 'Se basa en que se cumplen todos los límites de ese nivel.',
    },
    numbers: (counted: string, fault: string, left: string, bound: string, notice: string) =>
      `Desde el aviso del ${notice}: ${incidenciasEn(fault, counted)}, ${left} sin el peor día; se admite como máximo el ${bound}.`,
    notBefore: (held: string, day: string) =>
      `Conservas el nivel «${held}» hasta que una persona apruebe el cambio; no surte efecto antes del ${day}, el día siguiente a este informe.`,
    sayNow: (where: string) => `Si crees que es un error, comunícalo antes de la decisión: ${where}.`,
    onceInEffect: (days: string) => `Una vez en vigor el cambio, puedes recurrirlo durante ${days} días.`,
    approved: (tier: string, day: string, reason: string) =>
      `Una persona aprobó el paso al nivel «${tier}» el ${day}: ${reason}.`,
    departed: (tier: string, day: string, reason: string) =>
      `Se propuso el paso al nivel «${tier}» y el ${day} una persona decidió no hacerlo: ${reason}.`,
    appeal: {
      open: (day: string) => `Tu recurso del ${day} está a la espera de una persona distinta de la que aprobó el cambio.`,
      granted: (day: string, tier: string, reason: string) =>
        `Tu recurso del ${day} se ha estimado: ${reason}. Se te ha devuelto el nivel «${tier}».`,
      refused: (day: string, tier: string, reason: string) =>
        `Tu recurso del ${day} se ha desestimado: ${reason}. Se mantiene el nivel «${tier}».`,
    },
  },
  /** What waits for persons, to whoever runs the marketplace. */
  forPersons: {
    heading: 'Decisiones pendientes',
    waiting: (n: number, shown: string, programme: string, since: string) =>
      `${programme}: ${shown} ${s(n, 'cambio de nivel espera', 'cambios de nivel esperan')} a una persona, el más antiguo desde el ${since}.`,
    incident: (metric: string, carrier: string, region: string, days: string, late: string, usually: string, sellers: string) =>
      `${metric}, ${carrier} a ${region}, ${days}: ${late}, normalmente ${usually}; ${sellers}`,
    lateParcels: (late: string, n: number, shown: string, share: string) =>
      `${late} de ${shown} ${s(n, 'paquete', 'paquetes')} con retraso (${share})`,
    waitingHow: 'quien decide los niveles, uno por uno',
    incidentHow: 'quien se ocupa de los transportistas: aceptar la incidencia justifica estos paquetes',
    pause: (metric: string, programme: string, granted: string, appeals: string, share: string) =>
      `${programme}: se propone pausar ${metric}, porque se estimaron ${granted} de ${appeals} recursos contra esta métrica (${share}).`,
    pauseHow: 'la persona responsable del programa: pausar la regla o dejarla',
    /** Readers are no operators: who decides, not what is typed. */
    how: (who: string) => `Decide: ${who}.`,
    /** Of one seller, whose id stands before it. */
    change: (from: string, to: string, since: string) => `de ${from} a ${to}, desde el ${since}`,
    others: (shown: string) => `y ${shown} más`,
  },
};
