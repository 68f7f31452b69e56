/** What a record of a change of tier says, as clauses. Numbers, days and tiers come written. */
import { al, dal, del, il } from './articles.js';
import { plural as s } from './plural.js';
import { problemiSu } from './problems.js';

export const decision = {
  changed: (id: string, from: string, to: string) => `${id}: da ${from} a ${to}`,
  confirmed: (metric: string) => `è stato confermato un preavviso per ${metric}`,
  improved: 'tutte le soglie del livello sono rispettate',
  /** `dal preavviso del 12 ott 2026 6 problemi su 40, 4 senza il giorno peggiore, sopra il 4%` */
  numbers: (counted: string, fault: string, left: string, bound: string, notice: string) =>
    `dal preavviso ${del(notice)} ${problemiSu(fault, counted)}, ${left} senza il giorno peggiore, sopra ${il(bound)}`,
  status: {
    proposed: (day: string) => `proposta ${del(day)}, in attesa di una persona`,
    in_effect: (_: string, since: string) => `in vigore ${dal(since)}`,
    departed: (day: string) => `proposta ${del(day)}; una persona ha deciso diversamente`,
    overturned: (_: string, since: string) => `in vigore ${dal(since)} fino all’accoglimento di un ricorso`,
    withdrawn: (day: string) => `proposta ${del(day)}, ritirata prima che qualcuno decidesse`,
  },
  automatically: 'decisione automatica',
  person: (who: string, day: string, reason: string) => `decisione di ${who} ${del(day)}: ${reason}`,
  contest: (until: string, where: string) => `ricorso possibile fino ${al(until)}${where}`,
  at: (where: string) => `: ${where}`,
  appeal: {
    open: (day: string) => `ricorso ${del(day)}, non ancora deciso`,
    granted: (day: string, who: string, reason: string) => `ricorso ${del(day)} accolto da ${who}: ${reason}`,
    refused: (day: string, who: string, reason: string) => `ricorso ${del(day)} respinto da ${who}: ${reason}`,
  },
  /** What a seller is told of it: what waits, or what persons made of it. */
  seller: {
    heading: 'Decisioni sul tuo livello',
    proposed: (tier: string, day: string) =>
      `Passaggio al livello «${tier}» proposto ${il(day)}: in attesa della decisione di una persona.`,
    because: {
      confirmed: (metric: string) => `Si basa su un preavviso per ${metric} che è stato confermato.`,
      gate: 'Si basa sui requisiti del tuo livello oltre alle soglie.',
      improved: 'Si basa sul fatto che tutte le soglie di quel livello sono rispettate.',
    },
    numbers: (counted: string, fault: string, left: string, bound: string, notice: string) =>
      `Dal preavviso ${del(notice)}: ${problemiSu(fault, counted)}, ${left} senza il giorno peggiore; è ammesso al massimo ${il(bound)}.`,
    notBefore: (held: string, day: string) =>
      `Mantieni il livello «${held}» finché una persona non approva il passaggio; non ha effetto prima ${del(day)}, il giorno dopo questa scheda.`,
    sayNow: (where: string) => `Se pensi che sia un errore, segnalalo prima della decisione: ${where}.`,
    onceInEffect: (days: string) => `Una volta in vigore il passaggio, puoi presentare ricorso per ${days} giorni.`,
    approved: (tier: string, day: string, reason: string) =>
      `Una persona ha approvato il passaggio al livello «${tier}» ${il(day)}: ${reason}.`,
    departed: (tier: string, day: string, reason: string) =>
      `Era proposto il passaggio al livello «${tier}»; ${il(day)} una persona ha deciso di non farlo: ${reason}.`,
    appeal: {
      open: (day: string) => `Il tuo ricorso ${del(day)} attende una persona diversa da quella che ha approvato il passaggio.`,
      granted: (day: string, tier: string, reason: string) =>
        `Il tuo ricorso ${del(day)} è stato accolto: ${reason}. Il livello «${tier}» ti è stato restituito.`,
      refused: (day: string, tier: string, reason: string) =>
        `Il tuo ricorso ${del(day)} è stato respinto: ${reason}. Il livello «${tier}» resta.`,
    },
  },
  /** What waits for persons, to whoever runs the marketplace. */
  forPersons: {
    heading: 'Decisioni da prendere',
    waiting: (n: number, shown: string, programme: string, since: string) =>
      `${programme}: ${shown} ${s(n, 'cambio di livello attende', 'cambi di livello attendono')} una persona, il più vecchio ${dal(since)}.`,
    incident: (metric: string, carrier: string, region: string, days: string, late: string, usually: string, sellers: string) =>
      `${metric}, ${carrier} verso ${region}, ${days}: ${late}, di solito ${usually}; ${sellers}`,
    lateParcels: (late: string, n: number, shown: string, share: string) =>
      `${late} di ${shown} ${s(n, 'pacco', 'pacchi')} in ritardo (${share})`,
    waitingHow: 'chi decide i livelli, uno per uno',
    incidentHow: 'chi segue i corrieri: accettare il disservizio giustifica questi pacchi',
    pause: (metric: string, programme: string, granted: string, appeals: string, share: string) =>
      `${programme}: si propone di mettere in pausa ${metric}, perché contro questa metrica sono stati accolti ${granted} ricorsi su ${appeals} (${share}).`,
    pauseHow: 'chi è responsabile del programma: mettere la regola in pausa oppure lasciarla',
    /** Readers are no operators: who decides, not what is typed. */
    how: (who: string) => `Decide: ${who}.`,
    /** Of one seller, whose id stands before it. */
    change: (from: string, to: string, since: string) => `da ${from} a ${to}, ${dal(since)}`,
    others: (shown: string) => `e altri ${shown}`,
  },
};
